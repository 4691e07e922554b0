"""The similarity of two sentences that contradict each other by one word: the words and values that they share."""

from __future__ import annotations

from factdiff.align.comparison.comparison_levels import dates_label
from factdiff.checks._common.quoted_words import QuotedSpan
from factdiff.values.consensus import comparable_value
from factdiff.values.places.place import Place

#: how many words and values two sentences must share beside the word, and which share of the shorter one
COMMON, SHARE = 3, 0.6
#: how many two texts of one sentence each must share, since they are mostly about one thing
CLAIMS = 1
#: how many shared words and values show that a source gives both sides of a matter itself
BOTH = 2
#: how many sentences are compared with one
MOST = 64


def content(one: QuotedSpan, without: frozenset[str]) -> frozenset[object]:
    """The stems of a sentence without some and without those of statements, and its values.

    A place counts by its stems.
    """
    values = (m.value for m in one.document.mentions_between(one.sentence.start, one.sentence.end))
    return frozenset[object](one.document.told_stems(one.sentence) - without).union(
        comparable_value(v) for v in values if not isinstance(v, Place)
    )


def in_common(one: QuotedSpan, other: QuotedSpan, without: frozenset[str]) -> int:
    """The number of stems and values that two sentences share, without some stems."""
    return len(content(one, without) & content(other, without))


def likeness(one: QuotedSpan, other: QuotedSpan, without: frozenset[str]) -> float:
    """The share of the shorter of two sentences that is in the other; 0 where it is small or their days differ."""
    here, there = content(one, without), content(other, without)
    shared, shorter = len(here & there), min(len(here), len(there))
    brief = len(one.document.sentences) == len(other.document.sentences) == 1
    apart = shared < (CLAIMS if brief else COMMON) or dates_label(one.sentence.dates, other.sentence.dates) == "other"
    return 0.0 if apart else shared / shorter
