"""Stems and word classes of English, from ``lexicon.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from factdiff.language import Lexicon, read_table

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")
#: forms that their endings do not explain
IRREGULAR: dict[str, str] = {**_TABLE["verbs"], **_TABLE["plurals"]}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word: endings of number and tense are cut, so that forms of one word meet.

    >>> stem("launched") == stem("launches") == stem("launching")
    True
    >>> stem("missiles"), stem("fired"), stem("fire"), stem("shot")
    ('missil', 'fir', 'fir', 'shoot')
    """
    word = IRREGULAR.get(word, word)
    if len(word) <= 3:
        return word
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and not word.endswith(("ss", "us", "is")):
            word = rest + "y" if ending in ("ied", "ies") else rest
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def lexicon() -> Lexicon:
    """The English lexicon."""
    events: defaultdict[str, set[str]] = defaultdict(set)
    for name, words in _TABLE["events"].items():
        for word in words:
            events[stem(word)].add(name)
    return Lexicon(
        lemma=stem,
        stop=frozenset(_TABLE["stop"]),
        events={word: frozenset(classes) for word, classes in events.items()},
        things={word: name for name, words in _TABLE["things"].items() for word in words},
        boilerplate=re.compile(rf"\s*(?:{'|'.join(_TABLE['boilerplate'])})", re.IGNORECASE),
        locative=frozenset(_TABLE["locative"]),
        linking=frozenset(_TABLE["linking"]),
    )
