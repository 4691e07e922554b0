"""Short staged stories whose findings and agreeing mentions are labelled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factdiff import Source
from slot_fitting.labelled import Labelled, lines, meets, version

#: the weight of a short story in each question
SHORT = {"same_slot": 0.3, "unlike": 0.5}


def labelled_short_stories(path: Path) -> Iterator[Labelled]:
    """Short staged stories whose expected findings and agreeing mentions are labelled."""
    for case in lines(path):
        fields = ("text", "id", "published", "lang")
        sources = [Source(**{name: given[name] for name in fields if name in given}) for given in case["sources"]]
        clean, items = version(sources)
        rows, sides = {}, {}
        for row, group in enumerate([*case["expected"], *case["agree"]]):
            for span in group["evidence"]:
                for item in items:
                    if meets(item, span["source"], span["start"], span["end"]):
                        rows.setdefault(item.number, row)
                        sides.setdefault(item.number, (row, span.get("side", "A")))
        right = {
            (a, b)
            for scores in clean.scores
            for a, b in scores.levels
            if a in sides and b in sides and sides[a][0] == sides[b][0] and sides[a][1] != sides[b][1]
        }
        clean.rows, clean.right = rows, frozenset(right)
        yield Labelled(case["id"], case["id"], clean, (), (), SHORT, tried=False)
