"""Slot levels: each compares one aspect of two mentions without their values, and gives a number."""

from __future__ import annotations

from factdiff.align.comparison.comparison_levels import overlap_label
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
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
    "properties", "subject", "person", "bearer", "depth", "top", "quoted", "aspect", "rivals",
    *(f"kind_{kind}" for kind in KINDS),
)  # fmt: skip


def slot_levels(
    a: SlotContext, b: SlotContext, idf: InverseDocumentFrequency, kind: str, wide: float, rivals: int
) -> tuple[float, ...]:
    """The levels of two mentions of one kind.

    ``wide`` is the similarity of the sentences around them, and ``rivals`` the number of mentions in both sources that
    they could be paired with.

    Similarities lie between 0 and 1 and overlaps are numbers of words; the others are 1 for the same, -1 for unlike and
    0 where nothing is known.
    """
    one, two = a.context, b.context
    return (
        idf.similarity(one.near, two.near) if one.near and two.near else 0.0,
        idf.similarity(one.clause, two.clause) if one.clause and two.clause else 0.0,
        idf.sentence_similarity(one.sentence, two.sentence),
        wide,
        len(a.near_capitals & b.near_capitals),
        len(a.capitals & b.capitals),
        a.left == b.left,
        a.right == b.right,
        same(a.function_word, b.function_word),
        len(a.left_stems & b.left_stems),
        len(a.right_stems & b.right_stems),
        same(a.next_stem, b.next_stem),
        same(a.of_what, b.of_what),
        same(a.counted, b.counted),
        same(a.unit, b.unit),
        same(a.granularity, b.granularity),
        (1 if a.modifier == b.modifier else -1) if a.modifier or b.modifier else 0,
        SIGNS[overlap_label(one.roles, two.roles)],
        SIGNS[overlap_label(one.events, two.events)],
        SIGNS[overlap_label(one.properties, two.properties)],
        SIGNS[overlap_label(one.subject, two.subject)],
        same(a.person, b.person),
        same(one.bearer, two.bearer),
        abs(a.depth - b.depth),
        a.top + b.top,
        one.quoted + two.quoted,
        one.aspect != two.aspect,
        min(MANY, rivals),
        *KIND_LEVELS[kind],
    )


#: kind -> its levels: 1 for itself, 0 for all others
KIND_LEVELS = {kind: tuple(float(kind == other) for other in KINDS) for kind in KINDS}


def same(one: str, two: str) -> int:
    """1 for equal words, -1 for unlike ones, 0 where one is missing.

    >>> same("gash", "gash"), same("gash", "hull"), same("gash", "")
    (1, -1, 0)
    """
    return 0 if not one or not two else 1 if one == two else -1
