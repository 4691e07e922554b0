"""Estimate the weights that group articles into stories, from clusters of articles that are known to be on one story.

    python tools/fit_grouping.py CLUSTERS.jsonl...

Each line of a file is an object with ``sources``, a list of objects with a ``text`` and, where it is known, a date
``published``. Prints the weights as they stand in ``src/factdiff/archive/grouping/thresholds_and_weights.toml``. Needs
scikit-learn.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from factdiff import Source
from factdiff.archive.grouping.article_terms import ArticleTerms, article_terms
from factdiff.archive.grouping.candidates import Candidates, candidates
from factdiff.archive.grouping.pair_levels import levels

#: how many days apart articles are compared, the default of ``group_stories``
DAYS = 3
#: how strongly weights are drawn towards 0, as the inverse, and the size from which on clusters weigh no less
STRENGTH, LARGE = 1.0, 20


def labelled(clusters: Iterable[Sequence[Source]]) -> tuple[list[ArticleTerms], list[int]]:
    """The terms of the articles of clusters, in the order that grouping has them in, and the cluster of each."""
    found = [(article_terms(source), number) for number, cluster in enumerate(clusters) for source in cluster]
    found.sort(key=lambda pair: (pair[0].given is None, pair[0].given or 0))
    return [terms for terms, _ in found], [number for _, number in found]


def fit(articles: Sequence[ArticleTerms], clusters: Sequence[int], pairs: Candidates) -> dict[str, Any]:
    """The prior and the weight of each level, from pairs of which it is known whether they are of one cluster.

    A pair weighs less the more pairs its clusters have, so that few large clusters do not settle it.
    """
    found = levels(articles, pairs, DAYS)
    sizes = Counter(clusters)
    own = np.array([min(sizes[cluster], LARGE) for cluster in clusters])
    label = np.array(clusters)
    same = label[pairs.first] == label[pairs.second]
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    weight = 1 / np.sqrt(own[pairs.first] * own[pairs.second])
    model.fit(np.column_stack(list(found.values())), same, sample_weight=weight)
    weights = {name: round(float(value), 2) for name, value in zip(found, model.coef_[0], strict=True)}
    return {"prior": round(float(model.intercept_[0]), 2), "weights": weights}


def main(paths: Sequence[str]) -> None:
    """Print the weights that the clusters of some files give."""
    lines = [line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    clusters = [
        [
            Source(one["text"], published=(one.get("published") or "")[:10] or None)
            for one in json.loads(line)["sources"]
        ]
        for line in lines
    ]
    articles, numbers = labelled(clusters)
    table = fit(articles, numbers, candidates(articles, DAYS))
    print(f"prior = {table['prior']}\n\n[weights]")
    print("\n".join(f"{name} = {weight}" for name, weight in table["weights"].items()))


if __name__ == "__main__":
    main(sys.argv[1:])
