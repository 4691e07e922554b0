"""How alike two sentences are that contradict each other by one word: in the words and values beside it."""

from __future__ import annotations

from factdiff.align.comparison.comparison_levels import dates_label
from factdiff.checks._common.quoted_words import Said
from factdiff.values.consensus import comparable_value
from factdiff.values.places.place import Place

#: how much two sentences must have in common beside the word, and which share of the shorter one
COMMON, SHARE = 3, 0.6
#: the same of two texts of one sentence each, which are taken to tell of one thing
CLAIMS = 1
#: how much shows that a source tells both sides of a matter itself
BOTH = 2
#: how many sentences that may contradict one are looked at
MOST = 64


def content(one: Said, without: frozenset[str]) -> frozenset[object]:
    """The stems of a sentence, but for some, and its values; a place counts by its stems."""
    values = (m.value for m in one.document.mentions_between(one.sentence.start, one.sentence.end))
    return frozenset[object](one.sentence.bag - without).union(
        comparable_value(v) for v in values if not isinstance(v, Place)
    )


def in_common(one: Said, other: Said, without: frozenset[str]) -> int:
    """How much two sentences share beside some stems."""
    return len(content(one, without) & content(other, without))


def likeness(one: Said, other: Said, without: frozenset[str]) -> float:
    """Which share of the shorter of two sentences is in the other; nothing where they tell of two days, or share
    little.
    """
    here, there = content(one, without), content(other, without)
    shared, shorter = len(here & there), min(len(here), len(there))
    brief = len(one.document.sentences) == len(other.document.sentences) == 1
    apart = shared < (CLAIMS if brief else COMMON) or dates_label(one.sentence.dates, other.sentence.dates) == "other"
    return 0.0 if apart else shared / shorter
