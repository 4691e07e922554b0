"""Holders of high offices, from the table ``office_holders.tsv`` beside this module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from attrs import frozen

from factdiff.values.names.name import folded


@frozen
class Holder:
    """Who held an office: ``country`` is ISO 3166-1 alpha-2, ``field`` may be empty, ``since`` and
    ``until`` are first days of months; ``until`` is None where it is not known.
    """

    country: str
    office: str
    rank: str | None
    field: str
    name: str
    since: date
    until: date | None

    @property
    def family(self) -> str:
        """The surname, folded."""
        return folded(self.name.split()[-1])


@cache
def holders() -> tuple[Holder, ...]:
    """All holders of the table, in its order.

    >>> [h.name for h in holders() if (h.country, h.field, h.since.year) == ("GB", "defence", 2023)]
    ['Grant Shapps']
    """
    lines = files("factdiff.values.names").joinpath("office_holders.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_holder(*line.split("\t")) for line in lines if line[:1] != "#")


@cache
def by_office() -> Mapping[tuple[str | None, str, str | None], Sequence[Holder]]:
    """The holders of each office: by country, office and rank."""
    found: defaultdict[tuple[str | None, str, str | None], list[Holder]] = defaultdict(list)
    for holder in holders():
        found[holder.country, holder.office, holder.rank].append(holder)
    return dict(found)


def _holder(country: str, office: str, field: str, name: str, since: str, until: str) -> Holder:
    rank, _, bare = office.rpartition(" ") if office.startswith("vice ") else ("", "", office)
    first, last = (date.fromisoformat(f"{month}-01") if month else None for month in (since, until))
    return Holder(country, bare, "deputy" if rank else None, field, name, first or date.min, last)
