"""Count scopes: whether two counts that differ are a total and its part, or a margin, and so can both be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from factdiff.align.weighed_items import BRIEF
from factdiff.check import Dispute, Story
from factdiff.checks._common.disputes.same_words import is_in_same_words
from factdiff.context import CountScope, Document, OtherCount, count_scope, is_unrealised
from factdiff.records import Mention

#: how many other counts are added up at most
PARTS = 3


def can_both_be_right(story: Story, dispute: Dispute) -> bool:
    """Whether the words around the values of a dispute explain it.

    They do in a brief text, where one is only asked for or forecast, and where one count is a total of the other with
    more, a part or a margin. Between articles, the alignment tells such values apart.
    """
    documents = {document.source.id: document for document in story.documents}
    if is_in_same_words(dispute, documents):
        return False
    pairs = [pair for pair in product(*dispute.sides[:2]) if are_brief(pair, documents)]
    return any(
        other_reality(a, b, documents) or (dispute.kind == "number" and in_other_scope(a, b, documents))
        for a, b in pairs
    )


def are_brief(mentions: Sequence[Mention], documents: Mapping[str | None, Document]) -> bool:
    """Whether the texts of some mentions are brief, or one of them is a single sentence."""
    counts = [len(document.sentences) for document, _ in placed(mentions, documents)]
    return max(counts) <= BRIEF or min(counts) == 1


def other_reality(a: Mention, b: Mention, documents: Mapping[str | None, Document]) -> bool:
    """Whether only one of two values is asked for, offered or forecast."""
    one, two = (is_unrealised(d, d.index_of(m)) for d, m in placed((a, b), documents))
    return one != two


def placed(mentions: Sequence[Mention], documents: Mapping[str | None, Document]) -> Iterator[tuple[Document, Mention]]:
    """Mentions with their documents."""
    return ((documents[mention.source], mention) for mention in mentions)


def in_other_scope(a: Mention, b: Mention, documents: Mapping[str | None, Document]) -> bool:
    """Whether two counts are of two scopes: a total and its part, a margin and one of its figures."""
    scopes = [count_scope(d, d.index_of(m)) for d, m in placed((a, b), documents)]
    if scopes[0] is None or scopes[1] is None:
        return False
    small, big = sorted((scopes[0], scopes[1]), key=lambda scope: scope.stated)
    return (
        small.partitive != big.partitive
        or states_as_well(small, big)
        or states_as_well(big, small)
        or is_sum(small, big)
        or is_difference(small, big)
        or has_perpetrator(small, big)
        or is_wider(small, big)
    )


def states_as_well(one: CountScope, other: CountScope) -> bool:
    """Whether the sentence of one count gives the other count as well: "five were shot, three fatally"."""
    return any(count.stated == other.stated for count in one.sentence)


def is_sum(small: CountScope, big: CountScope) -> bool:
    """Whether the smaller count and others beside it make the larger one, which is of all of them."""
    fitting = [count for count in small.beside if can_be_part(count, big)]
    return any(
        small.stated + sum(count.stated for count in some) == big.stated
        for size in range(1, PARTS + 1)
        for some in combinations(fitting, size)
    )


def can_be_part(part: OtherCount, total: CountScope) -> bool:
    """Whether a count can be of a part of what another counts: the killed are no part of the injured."""
    return part.stated > 0 and (not total.roles or not part.roles or bool(total.roles & part.roles))


def is_difference(small: CountScope, big: CountScope) -> bool:
    """Whether the smaller count is the margin between the larger one and another beside it."""
    return small.margin and any(abs(big.stated - count.stated) == small.stated for count in big.sentence)


def has_perpetrator(small: CountScope, big: CountScope) -> bool:
    """Whether the counts differ by one, the one who did the deed."""
    return big.stated - small.stated == 1 and (small.with_perpetrator or big.with_perpetrator)


def is_wider(small: CountScope, big: CountScope) -> bool:
    """Whether the larger count is of more places or groups than the smaller one."""
    return (big.domain and not small.domain) or (bool(small.places) and small.places < big.places)
