"""The levels of a comparison: each looks at two mentions in their contexts and names what it sees."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import product, repeat

from factdiff.align.compared_mentions import DEPTHS, Item
from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.comparison.value_distance import agreement_label, distance_label
from factdiff.records import Level
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day
from factdiff.values.relation import Relation, relate

#: shares of common words, by weight
SIMILARITY = Bins((0.0001, 0.1, 0.22, 0.35, 0.5, 0.7), ("none", "little", "some", "akin", "alike", "close", "same"))
#: the label for two depths, that of the mention which stands first before the other
DEPTH_LABELS = {
    (x, y): " and ".join(sorted((x, y), key=DEPTHS.labels.index)) for x, y in product(DEPTHS.labels, repeat=2)
}
#: how many dates of a sentence are looked at
DATES = 3
#: sections that tell the main facts of a story
TOP_SECTIONS = frozenset({"headline", "lead"})
#: what a label without a weight weighs
NO_WEIGHT = repeat(0.0)
#: kinds of which events are weighed apart; all others are amounts
KIND_GROUPS = {"date": "date", "time": "date", "place": "place", "term": "term"}


@cache
def match_weights(question: str) -> tuple[float, Mapping[tuple[str, str], float]]:
    """The bar to pass for a question (agree, conflict, claim), and the match weights by level and label."""
    table = tomllib.loads(files("factdiff.align.comparison").joinpath("match_weights.toml").read_text(encoding="utf-8"))
    levels = table[question]
    bar = table["threshold"][question] - levels.pop("prior")["all"]
    return bar, {(level, label): weight for level, labels in levels.items() for label, weight in labels.items()}


def context_labels(a: Item, b: Item, idf: InverseDocumentFrequency, relation: Relation, near: float) -> dict[str, str]:
    """The label of every level that looks at a pair alone; those that look at its rivals come in ``align.rivals``.

    ``near`` tells how alike what stands near them is.
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
    """Whether two counts count the same: one word, words of one class, other things, or not known of one of them."""
    first, second = a.mention.value, b.mention.value
    if not isinstance(first, Number) or not isinstance(second, Number) or None in (first.counted, second.counted):
        return "unknown"
    if first.counted == second.counted:
        return "same"
    one, two = a.document.counted_class(a.index), b.document.counted_class(b.index)
    if one == two:
        return "class"
    return "other" if one != first.counted and two != second.counted else "word"


def overlap_label(one: frozenset[str], two: frozenset[str]) -> str:
    """The label for two sets that ought to meet."""
    if not one or not two:
        return "unknown"
    return "other" if one.isdisjoint(two) else "same"


def dates_label(one: tuple[Date, ...], two: tuple[Date, ...]) -> str:
    """Whether the sentences give one date to what they tell, as far as their first dates say.

    Where one alone is dated, by no more than a month or a year, it is likely to tell of what was before.
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
    """Whether two dates lie on the same side of the days on which their sources were published."""
    sides = [is_future(item) for item in (a, b)]
    return "unknown" if None in sides else "same" if sides[0] == sides[1] else "other"


def is_future(item: Item) -> bool | None:
    """Whether a date lies ahead of the publication of its source."""
    first, published = getattr(item.value, "earliest", None), calendar_day(item.document.published)
    return None if first is None or published is None else bool(first > published)
