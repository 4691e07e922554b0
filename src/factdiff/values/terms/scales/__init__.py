"""Scales of graded terms: one TOML file each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen


@frozen
class Scale:
    """A scale: ``grades`` map a label to its half-open interval (an open end is None).

    ``loose`` holds the pairs of labels that need not exclude each other. On a scale that ``passes``, things come from
    lower grades to higher ones in time, but not from one of the ``ends``; one that is ``crowded`` has grades of many
    things in one story.
    """

    name: str
    title: str
    axis: str
    unit: str
    grades: dict[str, tuple[float, float | None]]
    loose: frozenset[frozenset[str]]
    passes: bool
    ends: frozenset[str]
    crowded: bool


@cache
def scale(name: str) -> Scale:
    """The scale of this name; FileNotFoundError where there is none.

    >>> scale("missile-range").grades["short-range"]
    (300000, 1000000)
    """
    data = tomllib.loads(files("factdiff.values.terms.scales").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return Scale(
        name=data["name"],
        title=data["title"],
        axis=data["axis"],
        unit=data.get("unit", ""),
        grades={label: interval(bounds) for label, bounds in data["grades"].items()},
        loose=frozenset(frozenset(pair) for pair in data.get("loose", ())),
        passes=data.get("passes", False),
        ends=frozenset(data.get("ends", ())),
        crowded=data.get("crowded", False),
    )


def interval(bounds: list[float]) -> tuple[float, float | None]:
    """The interval of a grade: ``[low, high]``, or ``[low]`` where it is open above."""
    low, *high = bounds
    return low, high[0] if high else None


def names() -> tuple[str, ...]:
    """The names of all scales."""
    return tuple(
        sorted(f.name[:-5] for f in files("factdiff.values.terms.scales").iterdir() if f.name.endswith(".toml"))
    )
