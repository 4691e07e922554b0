"""How much speaks for two articles being on one story: levels of a pair, each with a weight from a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy import sparse

from factdiff.archive.grouping.article_terms import ArticleTerms
from factdiff.archive.grouping.candidates import NO_DAY, Candidates, both_ways, ranks_of
from factdiff.archive.grouping.vectors import similarities, vectors, with_unit_rows
from factdiff.tables import read_table

#: of how many of the most similar articles two may have some in common
NEIGHBOURS = 10


def probabilities(articles: Sequence[ArticleTerms], pairs: Candidates, days: int) -> Any:
    """For each pair how likely it is that the two are on one story."""
    table = read_table("factdiff.archive.grouping", "thresholds_and_weights.toml")
    total = np.full(len(pairs.first), float(table["prior"]))
    for name, level in levels(articles, pairs, days).items():
        total += level * table["weights"][name]
    return 1 / (1 + np.exp(-total))


def levels(articles: Sequence[ArticleTerms], pairs: Candidates, days: int) -> Mapping[str, Any]:
    """Name of a level -> its value for each pair, from 0 to 1."""
    first, second = pairs.first, pairs.second

    def alike(bag: str) -> Any:
        return np.sqrt(np.clip(similarities(vectors([getattr(a, bag) for a in articles]), first, second), 0, 1))

    day = np.array([NO_DAY if a.day is None else a.day for a in articles])
    known = (day[first] != NO_DAY) & (day[second] != NO_DAY)
    gap = np.abs(day[first] - day[second])
    return {
        "text": np.sqrt(pairs.similarity),
        "figures": alike("figures"),
        "opening": alike("opening"),
        "opening_names": alike("opening_names"),
        "neighbours": np.sqrt(np.clip(shared_neighbours(pairs, len(articles)), 0, 1)),
        "contrast": contrast(pairs, len(articles)),
        "days_same": (known & (gap == 0)).astype(float),
        "days_near": (known & (gap <= days)).astype(float),
        "days_apart": (known & (gap > days)).astype(float),
        **in_common("weekdays", articles, pairs),
        **in_common("years", articles, pairs),
    }


def in_common(name: str, articles: Sequence[ArticleTerms], pairs: Candidates) -> Mapping[str, Any]:
    """Two levels of a set of terms: which share of the smaller one both articles have, and whether they have none.

    Both are 0 where an article has no such terms.
    """
    sets = [getattr(article, name) for article in articles]
    least = np.array([len(one) for one in sets])
    least = np.minimum(least[pairs.first], least[pairs.second])
    both = zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
    shared = np.array([len(sets[first] & sets[second]) for first, second in both], float)
    return {
        f"{name}_shared": shared / np.maximum(least, 1),
        f"{name}_differ": ((least > 0) & (shared == 0)).astype(float),
    }


def contrast(pairs: Candidates, number: int) -> Any:
    """How similar the two of each pair are, as a share of what the most similar pair of either is."""
    most = np.zeros(number)
    for ends in (pairs.first, pairs.second):
        np.maximum.at(most, ends, pairs.similarity)
    return np.sqrt(pairs.similarity / np.maximum(most[pairs.first], most[pairs.second]))


def shared_neighbours(pairs: Candidates, number: int) -> Any:
    """How much the most similar articles of the two of each pair are the same, from 0 to 1."""
    ends, others, similarity = both_ways(pairs)
    near = ranks_of(ends, others, similarity) < NEIGHBOURS
    shape = (number, number)
    matrix = with_unit_rows(sparse.csr_matrix((similarity[near], (ends[near], others[near])), shape))
    return similarities(matrix, pairs.first, pairs.second)
