"""Scales of graded terms: one TOML file each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen


@frozen
class Scale:
    """A scale: ``grades`` map a label to its half-open interval (an open end is None), ``loose`` holds the pairs of
    labels that need not exclude each other.
    """

    name: str
    axis: str
    unit: str
    grades: dict[str, tuple[float, float | None]]
    loose: frozenset[frozenset[str]]


@cache
def scale(name: str) -> Scale:
    """The scale of this name; FileNotFoundError where there is none.

    >>> scale("missile-range").grades["short-range"]
    (300000, 1000000)
    """
    data = tomllib.loads(files("factdiff.values.scales").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return Scale(
        name=data["name"],
        axis=data["axis"],
        unit=data["unit"],
        grades={label: (grade["low"], grade.get("high")) for label, grade in data["grades"].items()},
        loose=frozenset(frozenset(pair) for pair in data["loose"]),
    )
