"""Why a pair is taken for one fact: its levels in labels, each with its weight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.align.comparison.comparison_levels import SIMILARITY
from factdiff.align.slots.boosted_scores import BoostedScores
from factdiff.align.slots.slot_levels import KINDS, SIGNS, SLOT_LEVELS
from factdiff.align.slots.slot_scores import context_of, same_slot
from factdiff.align.slots.unlike_pairs import UnlikePair
from factdiff.align.slots.unlike_scores import UNLIKE_LEVELS, unlike_values
from factdiff.records import Level

#: the labels of a number of words or sources, of a score, and of a share of a text
COUNT = Bins((0.5, 1.5), ("0", "1", "2"))
SCORE = Bins((-2.0, 0.0), ("low", "middle", "high"))
SHARE = Bins((0.1, 0.4), ("near", "apart", "far"))
#: level -> its bins
BINS = {
    **dict.fromkeys(("near", "clause", "sentence", "wide", "values", "values_wide"), SIMILARITY),
    **dict.fromkeys(
        ("near_capitals", "capitals", "left_stems", "right_stems", "agreeing_sources_low", "agreeing_sources_high"),
        COUNT,
    ),
    **dict.fromkeys(
        ("slot", "margin_low", "margin_high", "agrees_there_low", "agrees_there_high", "agrees_low", "agrees_high",
         "support_low", "support_high", "rival", "margin", "claimed"),
        SCORE,
    ),
    "sources": COUNT,
    "relation": Bins((-1.5, -0.5, 0.5, 1.5, 2.5), ("other", "overlapping", "allowed", "lies in", "holds", "same")),
    "things": Bins((-0.75, -0.25, 0.25, 0.75), ("other", "word", "unknown", "class", "same")),
    "depth": SHARE,
    "ratio": Bins((0.1, 0.4, 1.4), ("near", "apart", "far", "very far")),
    "days": Bins((1.5, 2.2, 3.8), ("near", "week", "month", "far")),
    "minutes": Bins((1.8, 3.4, 4.8), ("minutes", "half an hour", "hours", "far")),
    "digits": Bins((1.5, 2.5), ("1", "2", "3")),
    "size": Bins((2.4, 4.7, 9.3), ("small", "tens", "hundreds", "large")),
    "rivals": Bins((4.5, 9.5, 19.5), ("few", "some", "many", "very many")),
    "days_between_sources": COUNT,
}  # fmt: skip
#: the labels of a level that compares, of one of neighbours, of one that says yes or no, and of a number of mentions
COMPARED = {number: label for label, number in SIGNS.items()}
NEIGHBOURS = {-2: "other kind", **COMPARED}
ANSWERED = {0: "no", 1: "yes"}
COUNTED = {0: "0", 1: "1", 2: "2"}
#: level -> its labels by number, where it has no bins; all others compare
LABELS = {
    **dict.fromkeys(("top", "quoted"), COUNTED),
    "aspect": {0: "same", 1: "other"},
    **dict.fromkeys(("value_before", "value_behind"), NEIGHBOURS),
    **dict.fromkeys(
        (
            *("left", "right", "gate", "surface", *(f"kind_{kind}" for kind in KINDS)),
            *("slip", "one_digit", "swapped_digits", "same_length", "by_one", "one_day", "whole_weeks"),
            *("same_day_of_year", "same_day_of_month", "one_is_ahead", "same_hour", "same_minute"),
        ),
        ANSWERED,
    ),
}
#: levels with words of their own, since another level has the name
NAMES = {
    "depth": "depths", "rivals": "rivals_of_kind", "aspect": "aspects", "quoted": "quotations",
    "day": "told_day", "margin": "margin_of_slot", "relation": "support", "things": "thing",
    "sources": "agreeing_sources",
}  # fmt: skip
#: levels and labels that say too little to be told as a reason
TOO_GENERAL = frozenset(("rivals", "modifier", "granularity", "of_what", "depth", *(f"kind_{kind}" for kind in KINDS)))
SAYING_NOTHING = frozenset("unknown none 0 no low middle".split())
#: the kinds of mentions with a head noun
WITH_NOUN = frozenset({"number", "ordinal"})
#: levels of slips, of which the first is told
SLIPS = ("slip", "swapped_digits", "one_digit", "same_day_of_year")


def explained(pair: UnlikePair) -> tuple[Level, ...]:
    """The levels that have a weight for or against an unlike pair, the heaviest first."""
    return weighed(unlike_values(), pair.levels)


def weighed(functions: BoostedScores, levels: Sequence[float]) -> tuple[Level, ...]:
    """The levels that have a weight for or against a pair, the heaviest first."""
    found = [(name, value, weight) for name, value, weight in functions.weights(levels) if weight]
    found.sort(key=lambda level: -abs(level[2]))
    return tuple([Level(label_with_name(name, label(name, value)), weight) for name, value, weight in found])


def reasons(pair: UnlikePair) -> tuple[Level, ...]:
    """What a reader can see that speaks for one fact: a head noun in common, how the values can be one slip of the pen
    apart, and then what their contexts share, the heaviest first.
    """
    levels = dict(zip(UNLIKE_LEVELS, pair.levels, strict=True))
    noun = levels["of_what"] == 1 and pair.a.mention.kind in WITH_NOUN
    found = [f"head noun: {context_of(pair.a).of_what}"] if noun else []
    found += [f"{name}: yes" for name in SLIPS if levels[name]][:1]
    weights = {name: weight for name, _, weight in same_slot().weights([levels[name] for name in SLOT_LEVELS])}
    shared = {name: label(name, levels[name]) for name, weight in weights.items() if weight > 0}
    found += [
        f"{NAMES.get(name, name)}: {seen}"
        for name, seen in sorted(shared.items(), key=lambda level: -weights[level[0]])
        if name not in TOO_GENERAL and seen not in SAYING_NOTHING
    ]
    return tuple(Level(level, weights.get(level.partition(":")[0], 0.0)) for level in found)


@cache
def label_with_name(level: str, label: str) -> str:
    """A label of a level behind the name of the level, as one object for all facts."""
    return f"{NAMES.get(level, level)}: {label}"


def label(level: str, value: float) -> str:
    """The label of a value of a level.

    >>> label("near", 0.3), label("head", 1), label("slip", 0), label("top", 2)
    ('akin', 'same', 'no', '2')
    """
    return bin_label(BINS[level], value) if level in BINS else LABELS.get(level, COMPARED)[int(value)]
