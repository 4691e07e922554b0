"""Rival mentions: unlike grades or places in a row that two sources give in the same surroundings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from operator import itemgetter

from attrs import frozen

from factdiff.check import Story, evidence, finding, quoted_words
from factdiff.context import Document
from factdiff.records import Finding, Mention
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import Amount
from factdiff.values.calendar.date import Date
from factdiff.values.relation import AGREEING, Relation, Value, relate

#: how far from a mention its surroundings reach, in characters, and how many stems and figures two of them must share
REACH, SHARED = 90, 3
#: how many mentions of a source are compared
MOST = 40


@frozen(eq=False)
class MentionInPlace:
    """A mention with the stems and figures around it."""

    mention: Mention
    surroundings: frozenset[object]


def agree(one: Value, two: Value) -> bool:
    """Whether two values agree."""
    return relate(one, two) in AGREEING


def contradict(a: MentionInPlace, b: MentionInPlace) -> bool:
    """Whether the values of two mentions contradict each other and their surroundings are alike."""
    return shared(a, b) >= SHARED and relate(a.mention.value, b.mention.value) is Relation.DISJOINT


def rival_mentions(
    story: Story,
    mentions: Iterable[Mention],
    contradict: Callable[[MentionInPlace, MentionInPlace], bool] = contradict,
    agree: Callable[[Value, Value], bool] = agree,
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions of two sources that contradict each other in like surroundings, the most alike first.

    A source that gives the value of the other in such surroundings as well contradicts nobody, and each mention stands
    in one pair at most.
    """
    documents = {document.source.id: document for document in story.documents}
    by_source: defaultdict[str | None, list[MentionInPlace]] = defaultdict(list)
    by_value: defaultdict[Value | None, list[MentionInPlace]] = defaultdict(list)
    for mention in mentions:
        document = documents.get(mention.source)
        if document is not None and len(by_source[mention.source]) < MOST:
            here = in_place(document, mention)
            by_source[mention.source].append(here)
            by_value[mention.value].append(here)
    pairs = [
        (a, b) if place(a) < place(b) else (b, a)
        for one, two in combinations(by_value.values(), 2)
        for a, b in product(one, two)
        if a.mention.source != b.mention.source and contradict(a, b)
    ]
    found = [((-shared(a, b), a.mention.start, b.mention.start, place(a), place(b)), a, b) for a, b in pairs]
    used: set[tuple[Mention, str | None]] = set()
    for (score, *_), a, b in sorted(found, key=itemgetter(0)):
        ends = {(a.mention, b.mention.source), (b.mention, a.mention.source)}
        if used.isdisjoint(ends):
            used |= ends
            told = by_source[b.mention.source], by_source[a.mention.source]
            if not any(gives(some, one, -score, agree) for some, one in zip(told, (a, b), strict=True)):
                yield a.mention, b.mention


def place(one: MentionInPlace) -> tuple[str, int]:
    """The source of a mention and where it stands there."""
    return one.mention.source or "", one.mention.start


def pair_finding(pair: tuple[Mention, Mention], what: str, settles: str) -> Finding:
    """The finding for a pair of rival mentions."""
    said = " against ".join(f"{quoted_words([mention])} ({mention.source})" for mention in pair)
    spans = [evidence(mention, side) for mention, side in zip(pair, "AB", strict=True)]
    return finding("warning", f"{what}: {said}; {settles}", spans)


def in_place(document: Document, mention: Mention) -> MentionInPlace:
    """A mention with what is around it in its sentence."""
    sentence = document.sentence_at(mention.start)
    low, high = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
    figures = [m.value for m in document.mentions_between(low, high) if isinstance(m.value, (Amount, Date, Age))]
    stems = sentence.surroundings(mention.start, mention.end, REACH)
    return MentionInPlace(mention, frozenset[object](stems).union(figures))


def shared(a: MentionInPlace, b: MentionInPlace) -> int:
    """How many stems and figures two mentions have around them."""
    return len(a.surroundings & b.surroundings)


def gives(
    some: Sequence[MentionInPlace], one: MentionInPlace, score: int, agree: Callable[[Value, Value], bool]
) -> bool:
    """Whether one of some mentions agrees with another, in surroundings at least half as alike as the score."""
    return any(agree(other.mention.value, one.mention.value) and shared(other, one) * 2 >= score for other in some)
