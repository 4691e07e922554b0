"""Which language a text is written in, as far as its script and its commonest words tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from factdiff.tables import read_table

#: how much of a text is looked at, in characters, and how many words it must have
HEAD, FEWEST = 1500, 25
#: which share of its words must be among the commonest of a language, and how many times the share of another one
SHARE, TIMES = 0.22, 2.5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
#: the code of a language that is not known (ISO 639-2)
UNKNOWN = "und"


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language by its code."""
    table = read_table("factdiff.languages.und", "function_words.toml")
    return {code: frozenset(words.split()) for code, words in table.items()}


def unlike(text: str, lang: str) -> str | None:
    """The language that a text is plainly in instead of ``lang``: ``und`` for one in a script that is not Latin.

    None where the text may be in ``lang``, is short, or is in a language whose words are not known.

    >>> german = "Der Bürgermeister sagte am Montag, dass die Brücke für alle gesperrt wird, die nicht zu Fuß gehen. "
    >>> unlike(german * 2, "en"), unlike(german * 2, "de"), unlike("Nine people died.", "de")
    ('de', None, None)
    >>> unlike("Мэр сказал в понедельник, что мост закроют для всех, кто не идёт пешком. " * 3, "en")
    'und'
    """
    known = function_words()
    words = Counter(word.lower() for word in _WORD.findall(text[:HEAD]))
    total = words.total()
    if lang not in known or total < FEWEST:
        return None
    own = share(words, known[lang]) / total
    if own >= SHARE:
        return None
    if sum(count for word, count in words.items() if not _LATIN.match(word)) > total / 2:
        return UNKNOWN
    best = max(known, key=lambda code: share(words, known[code]))
    return best if share(words, known[best]) / total >= max(SHARE, TIMES * own) else None


def share(words: Counter[str], known: frozenset[str]) -> int:
    """How many of the words of a text are known ones."""
    return sum(words[word] for word in known)
