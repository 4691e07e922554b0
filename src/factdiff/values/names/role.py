"""Roles: an office with its field, rank, organisation and country ("deputy defence minister of France")."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances


def other_country(a: Role, b: Role, _: Tolerances) -> Answer | None:
    """Incomparable, where the offices are of two countries."""
    if a.country and b.country and a.country != b.country:
        return Answer(Relation.INCOMPARABLE, "other country", "{a} and {b} belong to two countries")
    return None


def other_time(a: Role, b: Role, _: Tolerances) -> Answer | None:
    """Incomparable, where one office is a former one and the other is not."""
    if a.former != b.former:
        return Answer(Relation.INCOMPARABLE, "other time", "one of {a} and {b} is a former office")
    return None


def other_family(a: Role, b: Role, _: Tolerances) -> Answer | None:
    """Incomparable, where the offices do not exclude each other: a team leader can be a biologist and a mother."""
    if a.office != b.office and (a.family is None or a.family != b.family):
        return Answer(Relation.INCOMPARABLE, "other office", "one person can be both {a} and {b}")
    return None


def other_office(a: Role, b: Role, _: Tolerances) -> Answer | None:
    """Disjoint, where the two offices are held by different persons."""
    if a.office != b.office:
        return Answer(Relation.DISJOINT, "exclusive offices", "nobody is both {a} and {b}")
    return None


def other_field(a: Role, b: Role, _: Tolerances) -> Answer | None:
    """Disjoint, where one office is in two fields: commissioner for energy, commissioner for climate."""
    if a.fields and b.fields and a.family is not None and a.fields.isdisjoint(b.fields):
        return Answer(Relation.DISJOINT, "other field", "the fields of {a} and {b} differ")
    return None


def other_rank(a: Role, b: Role, _: Tolerances) -> Answer | None:
    """Disjoint, where one is the office itself and the other that of a deputy."""
    if a.rank != b.rank:
        return Answer(Relation.DISJOINT, "other rank", "{a} and {b} differ in rank")
    return None


def same_office(a: Role, b: Role, _: Tolerances) -> Answer:
    """Equal, inside, containing or overlapping, by the details that the two texts give of one office."""
    if (a.fields, a.organisation, a.country) == (b.fields, b.organisation, b.country):
        return Answer(Relation.EQUAL, "same office", "both say {a}")
    for one, two, relation in ((a, b, Relation.INSIDE), (b, a, Relation.CONTAINS)):
        if all(y in (None, frozenset(), x) for x, y in zip(one.details(), two.details(), strict=True)):
            return Answer(relation, "more detail", "{a} and {b} are one office")
    return Answer(Relation.OVERLAPPING, "one office", "{a} and {b} can be one office")


@frozen(kw_only=True)
class Role:
    """An office: ``office`` is its canonical name (minister), ``fields`` what it is for (defence), ``rank`` deputy,
    acting, vice or None, ``country`` an ISO 3166-1 alpha-2 code; offices of one ``family`` exclude each other.

    ``holder`` is the full name of who holds it in the text, or None.
    """

    kind: ClassVar[str] = "role"
    ladder: ClassVar[Ladder] = (
        other_country,
        other_time,
        other_family,
        other_office,
        other_field,
        other_rank,
        same_office,
    )
    office: str
    fields: frozenset[str] = frozenset()
    rank: str | None = None
    former: bool = False
    organisation: str | None = None
    country: str | None = None
    family: str | None = None
    holder: str | None = None

    def details(self) -> tuple[object, ...]:
        """The details that a text may leave out."""
        return self.fields, self.organisation, self.country

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {
            "type": self.kind,
            "office": self.office,
            "fields": sorted(self.fields),
            "rank": self.rank,
            "former": self.former,
            "organisation": self.organisation,
            "country": self.country,
            "holder": self.holder,
        }

    def __str__(self) -> str:
        words = ["former" if self.former else "", self.rank or "", *sorted(self.fields), self.office]
        where = self.organisation or self.country
        return " ".join(word for word in words if word) + (f" of {where}" if where else "")
