"""Vectors of bags of terms, weighted by how rare a term is in the archive, and their cosine similarity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log
from typing import Any

import numpy as np
from scipy import sparse

from factdiff.archive.grouping.article_terms import Bag

#: a term in a larger share of the articles says nothing, unless these are few
COMMON, FEW = 0.2, 30
#: how many pairs are compared at a time
PAIRS = 200_000


def vectors(bags: Sequence[Bag]) -> Any:
    """A sparse matrix with a row of length 1 for each bag, and a column for each term of two bags or more."""
    counts = Counter(chain.from_iterable(bags))
    most = max(COMMON * len(bags), FEW)
    columns = {term: n for n, term in enumerate(sorted(t for t, number in counts.items() if 2 <= number <= most))}
    starts, indices, weights = [0], [], []
    for bag in bags:
        known = sorted((columns[term], term) for term in bag if term in columns)
        indices += [column for column, _ in known]
        weights += [(1 + log(bag[term])) * log(1 + len(bags) / counts[term]) for _, term in known]
        starts.append(len(indices))
    shape = (len(bags), len(columns))
    matrix = sparse.csr_matrix((np.array(weights, np.float32), np.array(indices, np.int32), np.array(starts)), shape)
    return with_unit_rows(matrix)


def with_unit_rows(matrix: Any) -> Any:
    """A matrix with rows of length 1, but for those without any term."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return (sparse.diags(1 / lengths) @ matrix).tocsr()


def similarities(matrix: Any, first: Any, second: Any) -> Any:
    """The cosine similarity of pairs of rows."""
    parts = [
        np.asarray(matrix[first[n : n + PAIRS]].multiply(matrix[second[n : n + PAIRS]]).sum(axis=1)).ravel()
        for n in range(0, len(first), PAIRS)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def heaviest(matrix: Any, most: int) -> Any:
    """A matrix with no more than so many terms of each row, the heaviest."""
    kept = matrix.copy()
    for row in range(matrix.shape[0]):
        start, end = matrix.indptr[row], matrix.indptr[row + 1]
        if end - start > most:
            own = kept.data[start:end]
            own[np.argsort(-own, kind="stable")[most:]] = 0
    kept.eliminate_zeros()
    return kept
