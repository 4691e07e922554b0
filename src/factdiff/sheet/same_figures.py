"""Same figures: what a source has with the figure of a value, where no slot score compares the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from factdiff.context import Document
from factdiff.fact_sheet import Candidate
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.time import Time
from factdiff.values.consensus import comparable_value
from factdiff.values.relation import AGREEING, Value, relate

#: how similar the sentences of two amounts of other units but the same figure must be, and those of figures that are
#: common; from where on a figure is compared, and from where on it is not common
SENTENCES, ALIKE, LEAST, UNCOMMON = 0.1, 0.3, 10, 100


def same_figures(story: DraftStory, mention: Mention, scored: Collection[Mention] = ()) -> Sequence[Candidate]:
    """The amounts with the figure of a value that no slot score compares with it, one of each source.

    Those are amounts of another kind or unit, in a sentence like its own, and amounts of its own kind in a passage that
    has no word in common with its own; ``scored`` are those that a slot score compares. A bare number, which may be an
    age or an amount whose unit is not written, needs less likeness.
    """
    figure = stated_figure(mention)
    if figure is None:
        return []
    found: list[Candidate] = []
    for document in story.sources:
        for other in document.cached(mentions_by_figure).get(figure, ()):
            common = figure < UNCOMMON and not (is_bare(mention.value) or is_bare(other.value))
            least = ALIKE if common else SENTENCES
            if other not in scored and (same_value(mention, other) or story.similarity(mention, other) >= least):
                found.append(
                    story.candidate(other, f"the {'dates' if mention.kind == 'date' else 'figures'} are the same")
                )
                break
    return found


def mentions_by_figure(document: Document) -> Mapping[float, Sequence[Mention]]:
    """The mentions of a document by their figures."""
    found: defaultdict[float, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        figure = stated_figure(mention)
        if figure is not None:
            found[figure].append(mention)
    return found


def same_value(a: Mention, b: Mention) -> bool:
    """Whether the values of two mentions with one figure agree, whatever they are said of; two times, on any clock."""
    one, two = comparable_value(a.value), comparable_value(b.value)
    if isinstance(one, Time) and isinstance(two, Time):
        return any(a.minute == b.minute for a in one.halves for b in two.halves)
    return relate(one, two) in AGREEING


def is_bare(value: Value) -> bool:
    """Whether a value is a number of nothing that the text names."""
    return isinstance(value, Number) and value.counted is None


def stated_figure(mention: Mention) -> float | None:
    """The figure of an amount or of an ordinal from ten on, the minute of a time, or, below zero, the number of a day.

    Only days that are written with a figure have one.
    """
    value = mention.value
    if isinstance(value, Date):
        written = value.granularity == "day" and any(sign.isdigit() for sign in mention.surface)
        return -float(value.earliest.toordinal()) if written and value.earliest is not None else None
    if isinstance(value, Ordinal):
        return float(value.rank) if value.rank >= LEAST else None
    if isinstance(value, Time):
        return float(value.minute + LEAST)
    if isinstance(value, Amount) and value.figure is not None and value.figure.stated >= LEAST:
        return value.stated
    return None
