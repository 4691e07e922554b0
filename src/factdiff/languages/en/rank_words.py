"""The words around ranks, from ``rank_claims.toml`` and the measures of ``ranks.toml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factdiff.language.lexicon import RankWords
from factdiff.tables import read_table
from factdiff.text.patterns import either, late


def rank_words() -> RankWords:
    """The words around ranks.

    >>> words = rank_words()
    >>> [name for name, scope in words.scopes.items() if scope.search(" derailment in the division this year")]
    ['year']
    >>> "try" in words.alike["attempt"], words.measures["biggest"]
    (True, 'size')
    """
    table = read_table("factdiff.languages.en", "rank_claims.toml")
    measures = read_table("factdiff.languages.en.amounts", "ranks.toml")
    anaphoric = table["anaphoric"]
    adjacent = {name: rf"|^[ -]{either(words)}\b" for name, words in table["adjacent"].items()}
    return RankWords(
        scopes={
            name: late(rf"\b(?:{'|'.join(words)})\b{adjacent.get(name, '')}") for name, words in table["scopes"].items()
        },
        placed=late(rf"\b{either(table['placed']['words'])} (?:an? \w+ |joint )?$"),
        anaphoric=late(
            rf"\b(?:{either(anaphoric['subjects'])} {either(anaphoric['verbs'])}|{either(anaphoric['short'])})"
            r"(?: only| just)? [\w' .-]{0,30}$"
        ),
        placed_behind=late(rf"^ (?:{'|'.join(table['placed']['behind'])})\b"),
        predicated=late(
            rf"\b{either([*anaphoric['verbs'], *anaphoric['short']])}(?: {either(anaphoric['between'])})* "
            r"[\w' .-]{0,30}$"
        ),
        subject=late(
            rf"\b(?:the|this|that|'s) (?:[\w-]+ ){{0,2}}?([a-z-]+) {either(anaphoric['verbs'])}(?: only| just)? "
            rf"(?:the|its|their|his|her|[\w.-]+'s?) (?:\w+'s? )?$"
        ),
        times=late(rf"^[ -](?:(?:{'|'.join(table['adjacent']['row'])})[ -])?{either(table['times']['words'])}\b"),
        measures={
            word: name
            for group in ("measures", "numbered")
            for name, words in measures[group].items()
            for word in words
        },
        several=frozenset(table["several"]["nouns"]),
        single=frozenset(table["single"]["nouns"]),
        alike=used_alike(table["alike"]["nouns"]),
        rankings=used_alike(table["alike"]["measures"]),
    )


def used_alike(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """Word -> the words that stand with it in some line.

    >>> used_alike(["try bid", "bid offer"])["bid"] == {"try", "offer"}
    True
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words in map(str.split, lines):
        for word in words:
            found[word] |= {*words} - {word}
    return {word: frozenset(others) for word, others in found.items()}
