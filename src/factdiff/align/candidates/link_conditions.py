"""Conditions of a link: what a pair needs beside its match weight to be a link, and to be a contradiction."""

from __future__ import annotations

from collections.abc import Mapping

from factdiff.align.comparison.binning import bin_label
from factdiff.align.comparison.comparison_levels import (
    SIMILARITY,
    overlap_label,
)
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.comparison.value_distance import distance_label, is_slip
from factdiff.align.pairs import Pair

#: the levels that can show that two contexts have something in common
CONTEXT_LEVELS = ("event", "thing", "role", "property", "tied", "places")
#: the kinds of which an article gives many, each of another thing, and how similar the sentences of such a pair are
FREQUENT_KINDS, SIMILAR_SENTENCES = frozenset({"ordinal", "time"}), frozenset({"akin", "alike", "close", "same"})
#: the distances between the date of an event and a date of its background
BACKGROUND_DISTANCES = frozenset({"other grain", "far days"})
#: the distances between amounts of two articles that no slip of the pen explains
INCOMPARABLE_DISTANCES = frozenset({"far times"})


def can_be_link(question: str, labels: Mapping[str, str]) -> bool:
    """Whether a pair can be a link at all, whatever it weighs.

    A scale has so few grades that equal ones are often chance: terms agree only where no other fits better and they do
    not belong to two things. Small counts are often equal by chance as well, and need contexts that have something in
    common. Two texts of one sentence each are taken to be about one thing.
    """
    if question == "agree" and labels["kind"] == "term":
        return labels["margin"] not in ("behind", "far") and labels["tied"] != "other"
    if question == "agree" and labels["kind"] == "number":
        return labels["value"] == "distinctive" or labels["role"] == "same" or share_context(labels)
    if question == "claim":
        return labels["texts"] == "sentences" or share_context(labels)
    return question == "agree" or (share_context(labels) and labels["value"] not in INCOMPARABLE_DISTANCES)


def can_conflict(pair: Pair, idf: InverseDocumentFrequency) -> bool:
    """Whether the sentences of a pair allow that its values contradict each other.

    Few pairs of dates, and of kinds that an article gives many of, do; the others need not be compared.
    """
    kind = pair.a.mention.kind
    if kind == "date":
        return can_be_one_event(pair, sentence_label(pair, idf))
    return kind not in FREQUENT_KINDS or sentence_label(pair, idf) in SIMILAR_SENTENCES


def sentence_label(pair: Pair, idf: InverseDocumentFrequency) -> str:
    """The label for how similar the sentences of a pair are."""
    return bin_label(SIMILARITY, idf.sentence_similarity(pair.a.context.sentence, pair.b.context.sentence))


def can_be_one_event(pair: Pair, sentences: str) -> bool:
    """Whether two different dates can be of one event: their sentences have something in common, and their clauses
    speak of events of one class.

    A story has many days, but each of its events only one; a day that is equal but for its year needs no more than a
    little in common. A month or a year, or a day of another season, is likely background and contradicts no day.
    """
    if sentences in ("none", "little"):
        return sentences == "little" and is_slip(pair.a.value, pair.b.value)
    same = overlap_label(pair.a.context.events, pair.b.context.events) == "same"
    distance = distance_label(pair.a.value, pair.b.value)
    return distance == "slip" or (same and distance not in BACKGROUND_DISTANCES)


def share_context(labels: Mapping[str, str]) -> bool:
    """Whether the contexts of a pair have anything in common; without it, values are not compared.

    Values that differ by a slip of the pen are, unless other values fit far better or the sentences have other dates.
    """
    if labels["sentence"] != "none" or any(labels.get(level, "").endswith("same") for level in CONTEXT_LEVELS):
        return True
    return labels["value"] == "slip" and labels["margin"] != "far" and labels.get("when") != "other"
