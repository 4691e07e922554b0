"""Comparison levels: each compares one aspect of two mentions and their contexts, and gives it a label."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import product, repeat

from factdiff.align.compared_mentions import DEPTHS, Item
from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.comparison.value_distance import agreement_label, distance_label
from factdiff.records import Level
from factdiff.tables import read_table
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day
from factdiff.values.relation import Relation, relate

#: bins of the similarity of two texts
SIMILARITY = Bins((0.0001, 0.1, 0.22, 0.35, 0.5, 0.7), ("none", "little", "some", "akin", "alike", "close", "same"))
#: the label for the depths of two mentions, whatever their order
DEPTH_LABELS = {
    (x, y): " and ".join(sorted((x, y), key=DEPTHS.labels.index)) for x, y in product(DEPTHS.labels, repeat=2)
}
#: how many dates of a sentence are compared
DATES = 3
#: the sections with the main facts of a story
TOP_SECTIONS = frozenset({"headline", "lead"})
#: the weights of labels without a weight
NO_WEIGHT = repeat(0.0)
#: the kinds that have weights of their own on some levels; all others are amounts
KIND_GROUPS = {"date": "date", "time": "date", "place": "place", "term": "term"}


@cache
def match_weights(question: str) -> tuple[float, Mapping[tuple[str, str], float]]:
    """The threshold of a question (agree, conflict, claim) less its prior, and its match weights by level and label."""
    table = read_table("factdiff.align", "thresholds_and_weights.toml")
    bar = table["threshold"][question] - table[question]["prior"]["all"]
    levels = ((level, labels) for level, labels in table[question].items() if level != "prior")
    return bar, {(level, label): weight for level, labels in levels for label, weight in labels.items()}


def context_labels(a: Item, b: Item, idf: InverseDocumentFrequency, relation: Relation, near: float) -> dict[str, str]:
    """The labels of all levels that need only the pair itself; ``align.assignment`` adds those that need others.

    ``near`` is the similarity of the words near the two mentions.
    """
    one, two = a.context, b.context
    conflict = relation is Relation.DISJOINT
    group = KIND_GROUPS.get(a.mention.kind, "amount")
    labels = {
        "kind": a.mention.kind,
        "event": f"{group}, {overlap_label(one.events, two.events)}",
        "near": bin_label(SIMILARITY, near),
        "clause": bin_label(SIMILARITY, idf.similarity(one.clause, two.clause)),
        "sentence": bin_label(SIMILARITY, idf.sentence_similarity(one.sentence, two.sentence)),
        "tied": overlap_label(one.origins, two.origins),
        "places": overlap_label(one.places, two.places),
        "subject": overlap_label(one.subject, two.subject),
        "quoted": ("neither", "one", "both")[one.quoted + two.quoted],
        "position": "top" if one.sentence.section in TOP_SECTIONS and two.sentence.section in TOP_SECTIONS else "mixed",
        "depth": f"{group}, {DEPTH_LABELS[a.depth, b.depth]}",
        "denied": "same" if one.negated == two.negated else "other",
        "aspect": "same" if one.aspect == two.aspect else "other",
        "value": distance_label(a.value, b.value) if conflict else agreement_label(a.value, b.value, relation),
    }
    if isinstance(a.mention.value, Number) and isinstance(b.mention.value, Number):
        labels["thing"] = counted_label(a, b)
        labels["role"] = overlap_label(one.roles, two.roles)
    if isinstance(a.value, Amount):
        labels["property"] = overlap_label(one.properties, two.properties)
    if isinstance(a.value, Date):
        labels["statement"] = ("neither", "one", "both")[one.reported + two.reported]
        labels["tense"] = tense_label(a, b)
    else:
        labels["when"] = dates_label(one.sentence.dates, two.sentence.dates)
    return labels


def match_weight(question: str, labels: Mapping[str, str]) -> float:
    """The match weight of a pair above the threshold of a question (agree, conflict, claim)."""
    bar, table = match_weights(question)
    return math.fsum(map(table.get, labels.items(), NO_WEIGHT)) - bar


def weighed_levels(question: str, labels: Mapping[str, str]) -> tuple[Level, ...]:
    """The levels of a pair with their weights, as a report shows them."""
    return tuple(map(weighed_level, repeat(question), labels, labels.values()))


@cache
def weighed_level(question: str, level: str, label: str) -> Level:
    """A label of a level with its weight."""
    _, table = match_weights(question)
    return Level(f"{level}: {label}", table.get((level, label), 0.0))


def counted_label(a: Item, b: Item) -> str:
    """The label for the things that two counts count: same, of one class, other, or unknown.

    It is "word" where they are other words of which one has no class.
    """
    first, second = a.mention.value, b.mention.value
    if not isinstance(first, Number) or not isinstance(second, Number) or None in (first.counted, second.counted):
        return "unknown"
    if first.counted == second.counted:
        return "same"
    one, two = a.counted_class, b.counted_class
    if one == two:
        return "class"
    return "other" if one != first.counted and two != second.counted else "word"


def overlap_label(one: frozenset[str], two: frozenset[str]) -> str:
    """The label for whether two sets have a common element; unknown where one is empty."""
    if not one or not two:
        return "unknown"
    return "other" if one.isdisjoint(two) else "same"


def dates_label(one: tuple[Date, ...], two: tuple[Date, ...]) -> str:
    """The label for whether two sentences have a common date, by the first dates of each.

    It is "one" where only one of them has dates, and "one, loosely" where these are no days.
    """
    if not one or not two:
        if not one and not two:
            return "unknown"
        return "one" if "day" in [day.granularity for day in one or two] else "one, loosely"
    found = "unknown"
    for x, y in product(one[:DATES], two[:DATES]):
        relation = relate(x, y)
        if relation is Relation.DISJOINT:
            found = "other"
        elif relation is not Relation.INCOMPARABLE:
            return "same"
    return found


def tense_label(a: Item, b: Item) -> str:
    """The label for whether two dates lie on the same side of the days on which their sources were published."""
    sides = [is_future(item) for item in (a, b)]
    return "unknown" if None in sides else "same" if sides[0] == sides[1] else "other"


def is_future(item: Item) -> bool | None:
    """Whether a date lies after the publication of its source; None where either is not known."""
    first, published = getattr(item.value, "earliest", None), calendar_day(item.document.published)
    return None if first is None or published is None else bool(first > published)
