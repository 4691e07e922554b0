"""Real clusters of articles, with errors planted in values that agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from factdiff import Source
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.testing.mutation import mutations
from slot_fitting.labelled import Labelled, Version, lines, version, with_error

#: the weight of a pair of a real cluster, whose labels are guessed from its values
REAL = {"same_slot": 0.05, "unlike": 0.3}
#: how many articles of a cluster are read, how long, and how many errors are planted in it
ARTICLES, LENGTH, PLANTS = 4, 9000, 8


def labelled_clusters(path: Path, without: Iterable[Path]) -> Iterator[Labelled]:
    """Real clusters with errors planted in values that agree, each as a story by an author of its own."""
    taken = {text[:200] for other in without for case in lines(other) for text in texts_in(case)}
    for number, case in enumerate(lines(path)):
        given = case["sources"][:ARTICLES]
        if len(given) < 2 or any(source["text"][:200] in taken for source in given):
            continue
        sources = [
            Source(s["text"][:LENGTH], id=str(n), published=s.get("published") or None) for n, s in enumerate(given)
        ]
        clean, items = version(sources)
        clean.rows = guessed_rows(clean)
        by_place = {(item.mention.source, item.mention.start): item for item in items if item.number in clean.rows}
        errors, kinds = [], []
        for own in sources[:2]:
            for mutation in mutations(own, seed=number):
                old = by_place.get((own.id, mutation.before.start))
                if old is not None and len(errors) < PLANTS:
                    changed = Source(mutation.source.text, id=own.id, published=own.published)
                    others = [source for source in sources if source is not own]
                    span = own.id or "", *mutation.span
                    errors.append(with_error([*others, changed], span, [old], items, clean.rows))
                    kinds.append(mutation.before.kind)
        yield Labelled(case["id"], case["id"], clean, tuple(errors), tuple(kinds), REAL, tried=False)


def texts_in(case: Mapping[str, Any]) -> Iterator[str]:
    """The articles of a case, of whatever form."""
    yield from (source["text"] for source in (*case.get("sources", ()), case.get("a"), case.get("b")) if source)


def guessed_rows(clean: Version) -> dict[int, int]:
    """Rows of values that are equal in contexts that share something, since a real cluster has no fact table."""
    near, sentence = SLOT_LEVELS.index("near"), SLOT_LEVELS.index("sentence")
    pairs = [
        (-levels[near] - levels[sentence], a, b)
        for scores in clean.scores
        for (a, b), levels in scores.levels.items()
        if levels[near] + levels[sentence] > 0.25 and scores.items[a].value == scores.items[b].value
    ]
    found: dict[int, int] = {}
    for number, (_, a, b) in enumerate(sorted(pairs)):
        row = found.get(a, found.get(b, number))
        found.setdefault(a, row)
        found.setdefault(b, row)
    return found
