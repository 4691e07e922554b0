"""Articles -> candidates -> originals -> probabilities -> stories: the grouping on one screen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factdiff.archive.grouping.article_terms import article_terms
from factdiff.archive.grouping.candidates import NO_DAY, candidates
from factdiff.archive.grouping.linkage import Linkage
from factdiff.archive.grouping.near_copies import near_copies
from factdiff.archive.grouping.pair_levels import probabilities
from factdiff.records import Source
from factdiff.tables import read_table


def stories_of(sources: Sequence[Source], days: int) -> tuple[list[tuple[Source, ...]], dict[str, str]]:
    """The stories of some articles, and for the id of each near copy, which is in none, that of its original."""
    articles = {source: article_terms(source) for source in sources}
    ordered = sorted(sources, key=lambda s: (articles[s].given is None, articles[s].given or 0, s.id or ""))
    terms = [articles[source] for source in ordered]
    pairs = candidates(terms, days)
    copies = near_copies(ordered, terms, pairs)
    kept = np.array([number not in copies for number in range(len(ordered))])
    pairs = pairs.among(kept)
    likely = probabilities(terms, pairs, days)
    given = np.array([NO_DAY if one.given is None else one.given for one in terms])
    linkage = Linkage(**read_table("factdiff.archive.grouping", "thresholds_and_weights.toml")["linkage"])
    groups = linkage.groups(len(ordered), pairs.first, pairs.second, likely, given, days)
    stories = [tuple(ordered[n] for n in group) for group in groups if kept[group[0]]]
    return stories, {ordered[c].id or "": ordered[o].id or "" for c, o in copies.items()}
