"""Claims: texts of a single sentence, whose values are each looked for in another text.

A value of a claim is likelier to be the same fact than one value among the many of an article. Claims therefore have a
question of their own: they contradict another text more easily, and have levels of comparison that others lack.
"""

from __future__ import annotations

from factdiff.align.candidates.contradiction import BOUNDS, EARLIEST, LATEST, can_contradict
from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.align.comparison.comparison_levels import KIND_GROUPS, counted_label, overlap_label, tense_label
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.comparison.value_distance import is_slip, ratio
from factdiff.context import Document
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number
from factdiff.values.calendar.date import Date
from factdiff.values.places.place import Place

#: bins of the share of the words of a claim, by weight, that the other sentence has
COVERAGE = Bins((0.3, 0.5, 0.7, 0.9), ("few", "some", "half", "most", "all"))
HOW_MANY = ("none", "one", "both")
#: how many stems a claim must have for a sentence with all of them to be its near duplicate
NEAR_DUPLICATE_STEMS = 4
#: how many digits a figure with two digits swapped must have, and the largest ratio to the other one
DIGITS, NEAR = 4, 2.0


def is_claim(a: Item, b: Item) -> bool:
    """Whether the text of one of two items is a single sentence."""
    return is_single_sentence(a.document) or is_single_sentence(b.document)


def is_single_sentence(document: Document) -> bool:
    """Whether a text is a single sentence."""
    return len(document.sentences) == 1


def claim_can_contradict(a: Item, b: Item) -> bool:
    """Whether two items of a claim and another text can contradict each other."""
    if a.context.negated != b.context.negated:
        return False  # a claim may deny of one day that which happened on another
    if isinstance(a.value, Date) and tense_label(a, b) == "other":
        return False  # a future event is no past one
    if isinstance(a.value, Place) and isinstance(b.value, Place):
        return both_locate(a, b)
    return can_contradict(a, b) or lies_beyond_bound(a, b)


def both_locate(a: Item, b: Item) -> bool:
    """Whether both places say where something was, or where it is from.

    Nationalities do so only if they are predicates, or describe one thing: "Swedish carriers" and "Danish carriers".
    Places behind the same word have the same role: "invaded Angola", "invaded Zambia".
    """
    if a.document.described_noun(a.index) and a.document.described_noun(a.index) == b.document.described_noun(b.index):
        return True
    before = adjacent_stems(a)[0]
    if before and not before.startswith("=") and before == adjacent_stems(b)[0]:
        return True
    said = [item.document.is_predicated(item.index) for item in (a, b)]
    demonyms = [getattr(item.value, "form", "") == "demonym" for item in (a, b)]
    if any(demonym and not predicated for demonym, predicated in zip(demonyms, said, strict=True)):
        return False
    return any(said) or follows_locative(a) or follows_locative(b)


def adjacent_stems(item: Item) -> tuple[str, str]:
    """The stems right before and behind an item; empty strings where there is none."""
    return item.context.sentence.adjacent_stems(item.mention.start, item.mention.end)


def follows_locative(item: Item) -> bool:
    """Whether a preposition of place stands before an item."""
    return item.document.follows_locative(item.index)


def lies_beyond_bound(a: Item, b: Item) -> bool:
    """Whether one date lies beyond the bound that the other sets: "after 1950" and a day of 1890."""
    for one, two in ((a, b), (b, a)):
        first, second = one.value, two.value
        if isinstance(first, Date) and isinstance(second, Date) and two.context.aspect not in BOUNDS:
            if one.context.aspect in EARLIEST and first.earliest and second.latest:
                return second.latest < first.earliest
            if one.context.aspect in LATEST and first.latest and second.earliest:
                return second.earliest > first.latest
    return False


def subject_label(a: Item, b: Item) -> str:
    """The label for the subjects of two values: the events of dates, the things of counts, the properties of amounts.

    It is unknown for other values: a place goes with many events.
    """
    one, two = a.context, b.context
    if isinstance(a.value, Number):
        counted = counted_label(a, b)
        return "other" if counted == "word" or overlap_label(one.roles, two.roles) == "other" else counted
    if isinstance(a.value, Amount):
        return overlap_label(one.properties, two.properties)
    return overlap_label(one.events, two.events) if isinstance(a.value, Date) else "unknown"


def claim_labels(a: Item, b: Item, idf: InverseDocumentFrequency) -> dict[str, str]:
    """The labels of the levels that only pairs of a claim have."""
    if (len(b.document.sentences), sentence_weight(b, idf)) < (
        len(a.document.sentences),
        sentence_weight(a, idf),
    ):
        a, b = b, a
    here, there = a.context.sentence.bag, b.context.sentence.bag
    group = KIND_GROUPS.get(a.mention.kind, "amount")
    labels = {
        "texts": "sentences" if len(a.document.sentences) == len(b.document.sentences) == 1 else "sentence",
        "covered": f"{group}, {bin_label(COVERAGE, idf.weight(here & there) / (idf.total(here) or 1.0))}",
        "opening": f"{group}, {opening_label(b, here)}",
        "told": f"{group}, {HOW_MANY[bool(a.context.events) + bool(b.context.events)]}",
    }
    if (len(here) >= NEAR_DUPLICATE_STEMS and here <= there) or is_digit_transposition(a, b):
        labels["sentence"] = "twin"
    for side, stem, other in zip(("before", "behind"), adjacent_stems(a), adjacent_stems(b), strict=True):
        labels[side] = f"{group}, {'same' if stem and stem == other else stem_label(stem, b)}"
    if isinstance(a.value, Place) and isinstance(b.value, Place):
        labels["features"] = " ".join(sorted((a.value.feature, b.value.feature)))
        labels["forms"] = " ".join(sorted((a.value.form, b.value.form)))
        labels["located"] = HOW_MANY[follows_locative(a) + follows_locative(b)]
    return labels


def is_digit_transposition(a: Item, b: Item) -> bool:
    """Whether two figures of many digits have the same digits in another order: 4,317 and 4,371."""
    one, two = a.value, b.value
    if not isinstance(one, Amount) or not isinstance(two, Amount) or one.figure is None or two.figure is None:
        return False
    return (
        min(one.figure.significant, two.figure.significant) >= DIGITS and is_slip(one, two) and ratio(one, two) < NEAR
    )


def opening_label(item: Item, claim: frozenset[str]) -> str:
    """The label for the first word of the sentence of an item: a word of the claim, a capitalised one, or another."""
    sentence = item.context.sentence
    if not sentence.stems or sentence.stems[0] in claim:
        return "shared"
    return "own" if item.document.text[sentence.starts[0]].isupper() else "other"


def sentence_weight(item: Item, idf: InverseDocumentFrequency) -> float:
    """The weight of all stems in the sentence of an item."""
    return idf.total(item.context.sentence.bag)


def stem_label(stem: str, item: Item) -> str:
    """The label for where a stem stands: near an item, elsewhere in its sentence, or not there."""
    context = item.context
    return "none" if not stem else "near" if stem in context.near else "there" if stem in context.sentence.bag else "no"
