"""Near copies among candidates: articles most of whose words stand, in the same order, in another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from factdiff.archive.grouping.article_terms import ArticleTerms, shingles
from factdiff.archive.grouping.candidates import Candidates
from factdiff.records import Source

#: how similar by terms a pair must be to be looked at, and which share of its runs of words a near copy repeats
LIKE, SHARED = 0.5, 0.8


def near_copies(sources: Sequence[Source], articles: Sequence[ArticleTerms], pairs: Candidates) -> dict[int, int]:
    """The number of each near copy -> that of the article that it repeats, which is none itself.

    Of two that repeat each other the first stays. One with a figure of its own is no copy: that may be its error.
    """
    found: dict[int, int] = {}
    runs: dict[int, frozenset[str]] = {}  # of each article that is looked at
    like = np.nonzero(pairs.similarity >= LIKE)[0]
    order = like[np.lexsort((pairs.second[like], pairs.first[like]))]
    for first, second in zip(pairs.first[order].tolist(), pairs.second[order].tolist(), strict=True):
        for article in {first, second} - runs.keys():
            runs[article] = shingles(sources[article].text)
        for copy, original in ((second, first), (first, second)):
            if copy not in found and original not in found and repeats(copy, original, runs, articles):
                found[copy] = original
                break
    return {copy: stays(original, found) for copy, original in found.items()}


def stays(article: int, repeated: Mapping[int, int]) -> int:
    """The article that is no copy, which an article repeats directly or through others; itself where it is none."""
    while article in repeated:
        article = repeated[article]
    return article


def repeats(copy: int, original: int, runs: Mapping[int, frozenset[str]], articles: Sequence[ArticleTerms]) -> bool:
    """Whether an article is a near copy of another one, and has no figure of its own."""
    if articles[copy].figures.keys() - articles[original].figures.keys():
        return False
    return len(runs[copy] & runs[original]) >= SHARED * len(runs[copy])
