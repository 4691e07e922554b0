"""Which articles are compared: those that share terms that are rare, and were published within some days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from scipy import sparse

from factdiff.archive.grouping.article_terms import ArticleTerms
from factdiff.archive.grouping.vectors import heaviest, similarities, vectors

#: how many terms of an article are looked up, and how similar two must be by these, and by all
TERMS, SHARED, SIMILAR = 40, 0.02, 0.06
#: how many articles are looked up at a time
ROWS = 1_000
#: how many of the most similar articles are kept for each
NEAREST = 60
#: the number that stands for no day
NO_DAY = -(10**9)


@frozen(eq=False)
class Candidates:
    """Pairs of articles, by their numbers, and how similar they are by stems and names; no pair stands twice."""

    first: Any
    second: Any
    similarity: Any

    def among(self, kept: Any) -> Candidates:
        """The pairs of two articles that are kept."""
        both = kept[self.first] & kept[self.second]
        return Candidates(self.first[both], self.second[both], self.similarity[both])


def candidates(articles: Sequence[ArticleTerms], days: int) -> Candidates:
    """The pairs of articles that are compared; articles stand in the order of their given days, undated ones last."""
    text = sparse.hstack([vectors([a.words for a in articles]), vectors([a.names for a in articles])]).tocsr()
    text = text * np.float32(np.sqrt(0.5))
    given = np.array([NO_DAY if a.given is None else a.given for a in articles])
    looked_up = heaviest(text, TERMS)
    pairs = [block_pairs(looked_up, given, rows, columns, days) for rows, columns in blocks(given, days)]
    first, second = (np.concatenate(side) for side in zip(*pairs, strict=True))
    similarity = similarities(text, first, second)
    close = similarity >= SIMILAR
    return nearest(Candidates(first[close], second[close], similarity[close]), len(articles))


def blocks(given: Any, days: int) -> Iterator[tuple[Any, Any]]:
    """Some articles at a time, with the articles behind them that they may be compared with."""
    number = len(given)
    dated = int((given != NO_DAY).sum())
    for start in range(0, number, ROWS):
        end = min(start + ROWS, number)
        last = number if end > dated else int(np.searchsorted(given[:dated], given[end - 1] + days, side="right"))
        yield (
            np.arange(start, end),
            np.concatenate([np.arange(start, min(last, dated)), np.arange(max(dated, start), number)]),
        )


def block_pairs(looked_up: Any, given: Any, rows: Any, columns: Any, days: int) -> tuple[Any, Any]:
    """The pairs of some articles with others behind them that share rare terms, within some days."""
    shared = (looked_up[rows] @ looked_up[columns].T).tocoo()
    alike = shared.data >= SHARED
    first, second = rows[shared.row[alike]], columns[shared.col[alike]]
    apart = (np.abs(given[first] - given[second]) > days) & (given[first] != NO_DAY) & (given[second] != NO_DAY)
    kept = (first < second) & ~apart
    return first[kept], second[kept]


def nearest(pairs: Candidates, number: int) -> Candidates:
    """The pairs of which either is among the most similar articles of the other."""
    if not len(pairs.first):
        return pairs
    ranks = ranks_of(*both_ways(pairs))
    half = len(pairs.first)
    kept = np.minimum(ranks[:half], ranks[half:]) < NEAREST
    return Candidates(pairs.first[kept], pairs.second[kept], pairs.similarity[kept])


def both_ways(pairs: Candidates) -> tuple[Any, Any, Any]:
    """The pairs from either end: the ends, the others, and their similarity."""
    similarity = np.concatenate([pairs.similarity, pairs.similarity])
    return np.concatenate([pairs.first, pairs.second]), np.concatenate([pairs.second, pairs.first]), similarity


def ranks_of(ends: Any, others: Any, similarity: Any) -> Any:
    """The place of each pair among those with the same first end, the most similar first."""
    order = np.lexsort((others, -similarity, ends))
    ordered = ends[order]
    begins = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    places = np.arange(len(order))
    ranks = np.empty(len(order), np.int64)
    ranks[order] = places - np.maximum.accumulate(np.where(begins, places, 0))
    return ranks
