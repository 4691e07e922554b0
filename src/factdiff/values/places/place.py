"""Places: nodes of a tree, each with the places that contain it."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: ids of the continents (GeoNames)
CONTINENTS = frozenset(f"geonames:{number}" for number in range(6255146, 6255153))
#: features whose borders the tree does not have, at least not for all towns, so that no place surely lies outside them
WITHOUT_BORDERS = frozenset({"county", "region", "water", "continent", "facility"})
EARTH_KM = 6371.0
#: the form of a place whose name stands for something else
METONYM = "metonym"


def inside_unknown(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Inside or containing, where a place that no gazetteer has lies in the other: "Clontarf in Dublin"."""
    if a.id is None and b.id is not None and b.id in a.within:
        return Answer(Relation.INSIDE, "lies in", "{a} lies in {b}")
    if b.id is None and a.id is not None and a.id in b.within:
        return Answer(Relation.CONTAINS, "lies in", "{b} lies in {a}")
    return None


def unknown_place(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Incomparable, where no gazetteer has one of the places."""
    if a.id is None or b.id is None:
        return Answer(Relation.INCOMPARABLE, "unknown place", f"no gazetteer knows {a if a.id is None else b}")
    return None


def same_place(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Equal, where the ids are the same."""
    if a.id == b.id:
        return Answer(Relation.EQUAL, "same place", "both are {a}")
    return None


def containment(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Inside or containing, where one place lies in the other."""
    if b.id in a.within:
        return Answer(Relation.INSIDE, "lies in", "{a} lies in {b}")
    if a.id in b.within:
        return Answer(Relation.CONTAINS, "lies in", "{b} lies in {a}")
    return None


def capital_for_state(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Equal, inside or containing, where a capital stands for its state: in "Moscow denied", but not in "in Moscow"."""
    if a.form != METONYM and b.form != METONYM:
        return None
    for one, other, relation in ((a, b, Relation.CONTAINS), (b, a, Relation.INSIDE)):
        if stands_for_state(one) and other.country == one.country:
            if other.feature == "country" or stands_for_state(other):
                return Answer(Relation.EQUAL, "seat of the state", f"{one} stands for its state")
            return Answer(relation, "seat of the state", f"{one} stands for its state, and {other} lies in it")
    return None


def namesakes(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Incomparable, where two places have one name: Georgia and Georgia, of which a text may mean either."""
    if a.name == b.name:
        return Answer(Relation.INCOMPARABLE, "namesakes", f"there is more than one {a.name}")
    return None


def other_continent(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Disjoint, where a place without known borders lies on another continent than the other place."""
    if a.feature not in WITHOUT_BORDERS and b.feature not in WITHOUT_BORDERS:
        return None
    one, two = (CONTINENTS.intersection((place.id, *place.within)) for place in (a, b))
    if one and two and one.isdisjoint(two):
        return Answer(Relation.DISJOINT, "other continent", "{a} and {b} lie on different continents")
    return None


def unknown_borders(a: Place, b: Place, _: Tolerances) -> Answer | None:
    """Incomparable, where the borders of one of the places are not known."""
    if a.feature in WITHOUT_BORDERS or b.feature in WITHOUT_BORDERS:
        one = a if a.feature in WITHOUT_BORDERS else b
        return Answer(Relation.INCOMPARABLE, "loose borders", f"the borders of {one} are not known")
    return None


def neighbours(a: Place, b: Place, tolerances: Tolerances) -> Answer | None:
    """Overlapping, where two towns lie near each other."""
    if a.feature != "city" or b.feature != "city" or None in (a.lat, b.lat):
        return None
    distance = kilometres(a, b)
    if distance <= tolerances.near_km:
        return Answer(Relation.OVERLAPPING, "neighbours", f"{{a}} and {{b}} are {distance:.0f} km apart")
    return None


def elsewhere(a: Place, b: Place, _: Tolerances) -> Answer:
    """Disjoint, since neither place lies in the other."""
    return Answer(Relation.DISJOINT, "elsewhere", "neither {a} nor {b} lies in the other")


def stands_for_state(place: Place) -> bool:
    """Whether a place is a capital whose name stands for its state."""
    return place.feature == "city" and place.form == METONYM and place.country is not None


@frozen(kw_only=True)
class Place:
    """A place; ``within`` holds the ids of the places that contain it, the smallest first.

    ``form`` is the form of its name in the text (name, demonym, metonym), on which equality does not depend.
    """

    kind: ClassVar[str] = "place"
    ladder: ClassVar[Ladder] = (
        inside_unknown, unknown_place, same_place, capital_for_state, containment, namesakes, other_continent,
        unknown_borders, neighbours, elsewhere,
    )  # fmt: skip
    id: str | None
    name: str
    feature: str = "city"
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    within: tuple[str, ...] = ()
    form: str = field(default="name", eq=False)

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        return {
            "type": self.kind,
            "id": self.id,
            "name": self.name,
            "feature": self.feature,
            "country": self.country,
            "admin1": self.admin1,
            "lat": self.lat,
            "lon": self.lon,
            "within": list(self.within),
            "form": self.form,
        }

    def __str__(self) -> str:
        return self.name


def kilometres(a: Place, b: Place) -> float:
    """The distance of two places in kilometres on the sphere (haversine)."""
    lat1, lon1, lat2, lon2 = (math.radians(x or 0.0) for x in (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))
