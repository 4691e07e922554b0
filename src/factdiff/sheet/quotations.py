"""Rows of quotations: whether a source has the words, and which words it has in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory, one_a_source
from factdiff.values.names.quote import Quote
from factdiff.values.relation import Relation, relate

#: the relations of quotations of which one has the words of the other
SAME = frozenset({Relation.EQUAL, Relation.INSIDE})
#: which share of the words of a quotation another must have, in their order, to come near it, and to contradict it
NEAR, ALTERED = 0.34, 0.6
#: which share of the words of a quotation its parts must have to be compatible with it
HALF = 0.5
#: how many words a sentence of a quotation must have for its words in a source to be no accident
FEWEST = 4
#: the end of a sentence of a quotation, behind a word that is no short abbreviation
_END = re.compile(r"(?<=\w{3}[.!?])\s+(?=[^\W\d_a-z])")


def quotation_rows(story: DraftStory, mention: Mention, value: Quote) -> Iterator[SheetRow]:
    """The row of a quotation, or a row of each of its sentences where sources have some of them and not the others."""
    row = quotation_row(story, mention, value)
    parts = [] if row.support else [*sentences_of(mention)]
    told = [one_a_source(story.standing(part, part.surface)) for part in parts]
    if not any(found and len(part.surface.split()) >= FEWEST for part, found in zip(parts, told, strict=True)):
        yield row
        return
    for part, found in zip(parts, told, strict=True):
        words = Quote(words=part.surface, speaker=value.speaker)
        yield story.row(part, found, (), partial(nearest_quotations, story, part, words))


def sentences_of(mention: Mention) -> Iterator[Mention]:
    """The sentences of a quotation as quotations of their own; none where it has but one."""
    ends = [match.end() for match in _END.finditer(mention.surface)]
    for start, end in pairwise((0, *ends, len(mention.surface))) if ends else ():
        words, first = mention.surface[start:end].rstrip(), mention.start + start
        value = Quote(words=words, speaker=getattr(mention.value, "speaker", None))
        yield Mention(first, first + len(words), words, mention.kind, value, mention.rule, mention.source)


def quotation_row(story: DraftStory, mention: Mention, value: Quote) -> SheetRow:
    """The row of a quotation: borne out where a source has its words, in quotation marks or without.

    A source that quotes a part of it is compatible with it.
    """
    support = one_a_source([*same_words(story, value), *story.standing(mention, mention.surface)])
    parts = [] if support else quoted_parts(story, value)
    return story.row(mention, support, parts, lambda: nearest_quotations(story, mention, value))


def quotations(story: DraftStory) -> Iterator[tuple[Mention, Quote]]:
    """The quotations of the sources."""
    return ((m, m.value) for m in story.overlay if isinstance(m.value, Quote))


def same_words(story: DraftStory, value: Quote) -> Iterator[Candidate]:
    """The quotations of sources that have the words of one of the draft."""
    return (story.candidate(other) for other, quote in quotations(story) if relate(value, quote) in SAME)


def quoted_parts(story: DraftStory, value: Quote) -> Sequence[Candidate]:
    """The quotations of sources that have a part of one of the draft, and no other words; none where all of them
    together have less than half of its words.
    """
    parts = [(m, quote) for m, quote in quotations(story) if relate(value, quote) is Relation.CONTAINS]
    told = {word for _, quote in parts for word in quote.plain}
    if sum(word in told for word in value.plain) < HALF * len(value.plain):
        return []
    return [story.candidate(other, "a part of the words is the same") for other, _ in parts]


def nearest_quotations(story: DraftStory, mention: Mention, value: Quote) -> tuple[Sequence[Candidate], bool]:
    """The quotations with the most words of one that no source has, and whether one of them is the same, altered."""
    count = max(1, len(value.plain))
    found: list[tuple[float, Mention, Sequence[str]]] = []
    altered = False
    for other, quote in quotations(story):
        stretch = value.stretch_shared_with(quote)
        share = stretch.shared / count if stretch else 0.0
        likeness = share + story.similarity(mention, other)
        if likeness >= ALTERED and relate(value, quote) is Relation.DISJOINT:
            altered = True
        if share >= NEAR or likeness >= ALTERED:
            found.append(
                (likeness, other, ["most words are the same" if share >= ALTERED else "some words are the same"])
            )
    return story.nearest(mention, found), altered
