"""Scales of graded terms: one TOML file each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from attrs import frozen

from factdiff.tables import read_table


@frozen
class Scale:
    """A scale: ``grades`` maps each label to its half-open interval (an open end is None).

    ``compatible`` holds the pairs of labels that need not exclude each other. On a ``progressive`` scale a thing moves
    from lower grades to higher ones in time, but never leaves a grade that is ``final``. ``many_subjects`` says that
    one story may grade many things on the scale, ``many_persons`` that these are persons or counts of a charge, so that
    like words around two grades tell little, and ``designation`` that official bodies give its grades, of which a
    story mostly has one.
    """

    name: str
    title: str
    axis: str
    unit: str
    grades: dict[str, tuple[float, float | None]]
    compatible: frozenset[frozenset[str]]
    progressive: bool
    final: frozenset[str]
    many_subjects: bool
    many_persons: bool
    designation: bool


@cache
def scale(name: str) -> Scale:
    """The scale of this name; FileNotFoundError where there is none.

    >>> scale("missile-range").grades["short-range"]
    (300000, 1000000)
    """
    data = read_table("factdiff.values.terms.scales", f"{name}.toml")
    return Scale(
        name=data["name"],
        title=data["title"],
        axis=data["axis"],
        unit=data.get("unit", ""),
        grades={label: grade_interval(bounds) for label, bounds in data["grades"].items()},
        compatible=frozenset(frozenset(pair) for pair in data.get("compatible", ())),
        progressive=data.get("progressive", False),
        final=frozenset(data.get("final", ())),
        many_subjects=data.get("many_subjects", False),
        many_persons=data.get("many_persons", False),
        designation=data.get("designation", False),
    )


def grade_interval(bounds: list[float]) -> tuple[float, float | None]:
    """The interval of a grade, which a table gives as ``[low, high]``, or as ``[low]`` where it has no upper bound."""
    low, *high = bounds
    return low, high[0] if high else None


def scale_names() -> tuple[str, ...]:
    """The names of all scales."""
    return tuple(
        sorted(f.name[:-5] for f in files("factdiff.values.terms.scales").iterdir() if f.name.endswith(".toml"))
    )
