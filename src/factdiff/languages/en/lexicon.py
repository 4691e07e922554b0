"""The English lexicon: stems, and word classes from ``lexicon.toml``, ``context.toml`` and ``nouns.tsv``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from factdiff.language.lexicon import CLAUSE_SIGN, Lexicon, stamp_gap, stamp_time
from factdiff.languages.en.rank_words import rank_words
from factdiff.tables import read_table
from factdiff.text.patterns import either, late
from factdiff.values.calendar.date import WEEKDAYS

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")
_CONTEXT = read_table("factdiff.languages.en", "context.toml")
#: irregular form -> its base form
IRREGULAR_FORMS: dict[str, str] = {**_TABLE["verbs"], **_TABLE["plurals"]}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word, without the endings of number and tense, so that its forms have one stem.

    >>> stem("launched") == stem("launches") == stem("launching")
    True
    >>> stem("missiles"), stem("fired"), stem("fire"), stem("shot")
    ('missil', 'fir', 'fir', 'shoot')
    """
    word = IRREGULAR_FORMS.get(word, word)
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
    return Lexicon(
        lemma=stem,
        stop=frozenset(_TABLE["stop"]),
        events=by_stem(_TABLE["events"]),
        things=noun_classes() | {word: name for name, words in _TABLE["things"].items() for word in words},
        boilerplate=late(rf"\s*(?:{'|'.join(_TABLE['boilerplate'])})"),
        locative=frozenset(_TABLE["locative"]),
        linking=frozenset(_TABLE["linking"]),
        roles=frozenset(_CONTEXT["roles"]),
        properties=by_stem(_CONTEXT["properties"]),
        reporting=frozenset(map(stem, _CONTEXT["reporting"])),
        before=class_pattern(
            {**_CONTEXT["bounds"], **_CONTEXT["aspects"]["before"]}, r"\b{}\s(?:(?:the|about|some|at least)\s)?$"
        ),
        behind=class_pattern(_CONTEXT["aspects"]["behind"], r"^[\s-]{}\b"),
        publishing=late(rf"\b{either(_CONTEXT['publishing'])}\W*(?:on|at)?\W*$", re.IGNORECASE),
        date_introducing=late(rf"\b{either(_CONTEXT['date_introducing'])}\s$", re.IGNORECASE),
        predicating=late(rf"(?:\b{either(_CONTEXT['predicating'])}|,)\s(?:an?\s)?(?:\S+\s)?(?:the\s)?$"),
        indefinite=late(
            rf"(?<![^\W\d_]){either(_CONTEXT['indefinite'])}\s(?:{either(_CONTEXT['definite'])}\s)?$", re.IGNORECASE
        ),
        definite=frozenset(_CONTEXT["definite"]),
        genitive="'s",
        clause_break=clause_break(_CONTEXT["conjunctions"], _CONTEXT["subordinators"]),
        addition=late(rf"(?:\s[^\W\d_]+){{1,2}},?\s{either(_CONTEXT['addition'])}\s"),
        stamp_time=stamp_time(rf"(?:{either(_CONTEXT['stamp'])} )?"),
        stamp_gap=stamp_gap(rf"(?:{either(_CONTEXT['stamp'])} )?"),
        segmentation="en",
        no_abbreviation=late(rf"\b{either(_CONTEXT['no_abbreviation'])}(?=\.)"),
        negation=late(rf"\b{either(_CONTEXT['negation'])}\b"),
        opposites=antonyms(),
        directions=change_directions(),
        possessive=late(r"'(?:s\b|\s)"),
        weekdays=frozenset(WEEKDAYS),
        count_cues=count_cues(),
        unrealised=late(rf"\b{either(_CONTEXT['unrealised'])}\b"),
        ranks=rank_words(),
        restating=late(rf"(?:,| [\u2013\u2014-]|\s?[(\[])\s?{either(_CONTEXT['restating'])}\s"),
        distributive=late(rf"\b{either(_CONTEXT['distributive'])}\b"),
        continuing=late(rf"\s{either(_CONTEXT['continuing'])}\b"),
    )


def count_cues() -> dict[str, re.Pattern[str]]:
    """The patterns for the words by which a count is a part, of several groups, a margin, or with the perpetrator.

    >>> bool(count_cues()["perpetrator"].search("five dead, among them the gunman"))
    True
    """
    table = _CONTEXT["counts"]
    doer, article = either(table["perpetrators"]), r"(?:(?:the|a|an|his|her) )?(?:\w+ )?"
    return {
        "partitive": late(rf"^ {either(table['partitive'])}\b"),
        "domain": late(rf"\b{either(table['domain'])}\b"),
        "margin": late(rf"\b{either(table['margin'])} (?:just |only |about )?$"),
        "perpetrator": late(
            rf"\b{either(table['including'])} {article}{doer}\b|\b{doer}s? and \w+|\b{either(table['reflexive'])}\b|"
            rf"\b{doer}s? (?:was |were )?(?:also|dead|died|killed)\b"
        ),
    }


def clause_break(conjunctions: Iterable[str], subordinators: Iterable[str]) -> re.Pattern[str]:
    """A pattern for what stands between two clauses: a sign, a conjunction behind a comma, or a subordinator anywhere.

    Each is looked for by its first letter, since the pattern is tried at every one of a text.

    >>> [match.end() for match in clause_break(["and"], ["while"]).finditer("it fell, and rose while it fell")]
    [12, 23]
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in subordinators:
        rests[word[0]].append(word[1:])
    anywhere = "|".join(f"(?<={first}){either(rest)}" for first, rest in rests.items())
    sign = CLAUSE_SIGN.pattern[1:-1]
    return late(
        rf"[{sign},{''.join(rests)}](?:(?<=[{sign}])|(?<=,)\s{either(conjunctions)}\b|(?<!\w.)(?:{anywhere})\b)"
    )


def antonyms() -> dict[str, tuple[str, int]]:
    """Stem of a word that has an antonym -> the matter of the two, and the side of the word (1 or -1)."""
    matters = {**read_table("factdiff.languages.en.clauses", "antonyms.toml")}
    prefixed = matters.pop("prefixed")
    found = {
        stem(word): (matter, side)
        for matter, sides in matters.items()
        for words, side in ((sides["one"], 1), (sides["other"], -1))
        for word in words
    }
    for prefix, words in prefixed.items():
        for word in words:
            found |= {stem(word): (word, 1), stem(prefix + word): (word, -1)}
    return found


def change_directions() -> dict[str, int]:
    """Stem -> 1 for a word that says that something rose, -1 for one that says that it fell."""
    changes = {word: side for word, (matter, side) in antonyms().items() if matter in ("course", "level")}
    others = {stem(word): 1 if way == "up" else -1 for way, words in _CONTEXT["direction"].items() for word in words}
    return changes | others


@cache
def noun_classes() -> dict[str, str]:
    """Noun -> its class, from the table that was derived from WordNet."""
    text = files("factdiff.languages.en").joinpath("nouns.tsv").read_text(encoding="ascii")
    rows = [line.partition("\t") for line in text.splitlines() if not line.startswith("#")]
    return {word: name for name, _, words in rows for word in words.split()}


def by_stem(classes: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Stem -> the classes of its words."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, words in classes.items():
        for word in words:
            found[stem(word)].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def class_pattern(classes: Mapping[str, Iterable[str]], form: str) -> re.Pattern[str]:
    """The pattern of words in lower case, in which the group that matches has the name of their class."""
    groups = "|".join(f"(?P<{name}>{either(words)})" for name, words in classes.items())
    return late(form.format(f"(?:{groups})"))
