"""Slot levels: each compares one aspect of two mentions without their values, and gives a number."""

from __future__ import annotations

from collections.abc import Callable

from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.comparison.neighbouring_values import Key, both_long_past, same_days, same_neighbour
from factdiff.align.slots.slot_contexts import SlotContext

#: the kinds of which a level says whether it is the kind of the pair
KINDS = ("age", "date", "time", "number", "ordinal", "money", "quantity", "percent", "duration", "place", "term")
#: the numbers of the labels of a comparison
SIGNS = {"other": -1, "unknown": 0, "same": 1}
#: beyond so many mentions of a kind, there are many
MANY = 40
#: the names of the levels, in their order
SLOT_LEVELS = (
    "near", "clause", "sentence", "wide", "near_capitals", "capitals", "left", "right", "function_word", "left_stems",
    "right_stems", "next_stem", "of_what", "counted", "unit", "granularity", "modifier", "roles", "events",
    "properties", "subject", "person", "bearer", "depth", "top", "quoted", "aspect", "values",
    "values_wide", "value_before", "value_behind", "day", "long_past", "rivals",
    *(f"kind_{kind}" for kind in KINDS),
)  # fmt: skip


def slot_levels(
    a: SlotContext,
    b: SlotContext,
    idf: InverseDocumentFrequency,
    similar_values: Callable[[frozenset[Key], frozenset[Key]], float],
    kind: str,
    wide: float,
    rivals: int,
) -> tuple[float, ...]:
    """The levels of two mentions of one kind.

    ``wide`` is the similarity of the sentences around them, and ``rivals`` the number of mentions in both sources that
    they could be paired with.

    Similarities lie between 0 and 1 and overlaps are numbers of words; the others are 1 for the same, -1 for unlike and
    0 where nothing is known, and -2 for neighbours of two kinds.
    """
    one, two, here, there = a.context, b.context, a.values, b.values
    return (
        idf.similarity(one.near, two.near) if one.near and two.near else 0.0,
        idf.similarity(one.clause, two.clause) if one.clause and two.clause else 0.0,
        idf.sentence_similarity(one.sentence, two.sentence),
        wide,
        len(a.near_capitals & b.near_capitals),
        len(a.capitals & b.capitals),
        1 if a.left == b.left else 0,
        1 if a.right == b.right else 0,
        same(a.function_word, b.function_word),
        len(a.left_stems & b.left_stems),
        len(a.right_stems & b.right_stems),
        same(a.next_stem, b.next_stem),
        same(a.of_what, b.of_what) if a.of_what else 0,
        same(a.counted, b.counted) if a.counted else 0,
        same(a.unit, b.unit) if a.unit else 0,
        same(a.granularity, b.granularity) if a.granularity else 0,
        (1 if a.modifier == b.modifier else -1) if a.modifier or b.modifier else 0,
        overlap(one.roles, two.roles) if one.roles else 0,
        overlap(one.events, two.events) if one.events else 0,
        overlap(one.properties, two.properties) if one.properties else 0,
        overlap(one.subject, two.subject) if one.subject else 0,
        same_person(a.person, b.person),
        same(one.bearer, two.bearer) if one.bearer else 0,
        abs(a.depth - b.depth),
        a.top + b.top,
        one.quoted + two.quoted,
        0 if one.aspect == two.aspect else 1,
        similar_values(here.sentence, there.sentence) if here.sentence else 0.0,
        similar_values(here.passage, there.passage) if here.passage else 0.0,
        same_neighbour(here.before, there.before),
        same_neighbour(here.behind, there.behind),
        same_days(here.day, there.day),
        both_long_past(here.long_past, there.long_past),
        min(MANY, rivals),
    ) + KIND_LEVELS[kind]


#: kind -> its levels: 1 for itself, 0 for all others
KIND_LEVELS = {kind: tuple(int(kind == other) for other in KINDS) for kind in KINDS}


def overlap(one: frozenset[str], two: frozenset[str]) -> int:
    """1 for sets with a common element, -1 for others, 0 where one is empty.

    >>> [overlap(frozenset(one), frozenset("b")) for one in ("ab", "a", "")]
    [1, -1, 0]
    """
    return 0 if not one or not two else -1 if one.isdisjoint(two) else 1


def same_person(one: tuple[str, str] | None, two: tuple[str, str] | None) -> int:
    """1 for names that can be of one person, given as surname and initial, -1 for others, 0 where one is missing.

    >>> same_person(("PRTR", "m"), ("PRTR", "")), same_person(("PRTR", "m"), ("PRTR", "e"))
    (1, -1)
    """
    if one is None or two is None:
        return 0
    return 1 if one[0] == two[0] and (one[1] == two[1] or not one[1] or not two[1]) else -1


def same(one: str, two: str) -> int:
    """1 for equal words, -1 for unlike ones, 0 where one is missing.

    >>> same("gash", "gash"), same("gash", "hull"), same("gash", "")
    (1, -1, 0)
    """
    return 0 if not one or not two else 1 if one == two else -1
