"""Which of the names of a text are places, and which place of several that share a name.

First the names that are a place wherever they stand; then all others, in the light of these: a name that is often
something else, or that only a small town has, needs a sign that it is a place here.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product

from attrs import field, frozen

from factdiff.gazetteer import Entry, Named
from factdiff.languages.en.places.candidates import Candidate, candidates
from factdiff.languages.en.places.toponyms import NAMES, TABLE, Toponym, large, weight

#: countries that are surnames as well ("Michael Jordan")
SURNAMES = frozenset(TABLE["surnames"])
#: a town of so many inhabitants is a place wherever its name stands in a text that names its country
TOWN = 15_000
#: and the only one of a name needs so many to be meant behind "from" or "at" where nothing else of its country is named
LEAST = 5_000
#: evidence that holds for the same name in the rest of the text as well
STRONG = frozenset({"container", "dateline", "kind", "inside"})
#: how far places of one text lie from each other when the one is a sign for the other, in kilometres
NEAR, AROUND = 60, 250
#: what can stand between a place and what holds it
JOINTS = frozenset({", ", " in ", " (", ",\n", " "})
LONGEST_JOINT = max(map(len, JOINTS))
#: of a degree of latitude
KILOMETRES = 111.2


@frozen(slots=False)
class Reading:
    """What a name means, or None where it is no place, and ``why``: the evidence, or what speaks against it."""

    name: Candidate
    chosen: Named | None
    why: str


@frozen
class Surroundings:
    """The places that a text names, as far as they are known: how often each country, and which towns lie in a square
    of the map or in the next.

    What a name itself has put here is no evidence for it, so that each is asked by its surface.
    """

    countries: Counter[str | None] = field(factory=Counter)
    own: defaultdict[tuple[str, str | None], int] = field(factory=lambda: defaultdict(int))
    keys: defaultdict[str, set[str]] = field(factory=lambda: defaultdict(set))
    cells: defaultdict[tuple[int, int], dict[tuple[str, str], Entry]] = field(factory=lambda: defaultdict(dict))
    measured: dict[tuple[str, str], float] = field(factory=dict)

    def add(self, surface: str, entry: Entry, times: int = 1) -> None:
        """A place that is named so many times: its country, and by their keys itself and all that it lies in."""
        if entry.country:
            self.countries[entry.country] += times
            self.countries[None] += times
            self.own[surface, entry.country] += times
            self.own[surface, None] += times
        for key in (entry.id, *entry.within, entry.division):
            self.keys[key].add(surface)
        if entry.feature in ("city", "county"):
            row, column = cell(entry)
            for spot in product((row - 1, row, row + 1), (column - 1, column, column + 1)):
                self.cells[spot][surface, entry.id] = entry
            self.measured.clear()

    def share(self, surface: str, country: str | None) -> float:
        """Of how many of the other places a country is the one, from 0 to 1."""
        times = self.countries.get(country, 0) if country else 0
        others = self.others(surface) if times else 0
        return (times - self.own.get((surface, country), 0)) / others if others else 0.0

    def others(self, surface: str) -> int:
        """How many other places with a country there are."""
        return self.countries.get(None, 0) - self.own.get((surface, None), 0)

    def has(self, surface: str, key: str) -> bool:
        """Whether another name has brought a key."""
        names = self.keys.get(key)
        return names is not None and (len(names) > 1 or surface not in names)

    def closeness(self, surface: str, entry: Entry) -> float:
        """3 for a town beside two others, 2 for one beside one, 1 for one in the same area, 0 for one far from all."""
        key = surface, entry.id
        found = self.measured.get(key)
        if found is None:
            found = self.measured[key] = self._measure(surface, entry)
        return found

    def _measure(self, surface: str, entry: Entry) -> float:
        near, area = 0, False
        for (name, ident), other in self.cells.get(cell(entry), {}).items():
            if name != surface and ident != entry.id and (distance := kilometres(entry, other)) <= AROUND:
                area, near = True, near + (distance <= NEAR)
                if near == 2:
                    return 3.0
        return 2.0 if near else float(area)


def cell(entry: Entry) -> tuple[int, int]:
    """The square of the map that a place lies in, 2.5 degrees wide: what is ``AROUND`` it lies in this or the next."""
    return int(entry.lat // 2.5), int(entry.lon // 2.5)


def kilometres(a: Entry, b: Entry) -> float:
    """The distance of two places, flat: good enough to tell what is near."""
    east = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return KILOMETRES * math.hypot(a.lat - b.lat, east)


@lru_cache(maxsize=8)
def readings(text: str, home: str | None = None) -> tuple[Reading, ...]:
    """What the names of a text mean, in their order; ``home`` is the country of its publisher, where that is known.

    >>> found = readings("In Paris, Texas, and by Jack London.")
    >>> [(one.name.toponym.surface, one.chosen and one.chosen.entry.country, one.why) for one in found]
    [('Paris', 'US', 'container'), ('Texas', 'US', 'inside'), ('Jack', None, 'given'), ('London', None, 'family')]
    """
    names = tuple(candidates(text))
    beside = ((name, behind) for name, behind in pairwise(names) if behind.start - name.end <= LONGEST_JOINT)
    inside = {name.start: one for name, behind in beside if (one := held(text, name, behind))}
    told = {name.toponym.surface: inside[name.start] for name in reversed(names) if name.start in inside}
    certain = [sure(name, inside.get(name.start), told) for name in names]
    read = Counter((one.name.toponym, one.chosen) for one in certain if one and one.chosen)
    around = Surroundings(countries=Counter([home, None] if home else []))
    for (toponym, chosen), times in read.items():
        around.add(toponym.surface, chosen.entry, times)
    persons = {name.toponym.surface for name in names if name.part == "family"}
    doubtful = [name for name, first in zip(names, certain, strict=True) if first is None]
    for name in sorted(doubtful, key=lambda name: len(name.toponym.named)):
        if guess := shown(name, around, persons).chosen:
            around.add(name.toponym.surface, guess.entry)
    nearer = {key: town for key in read if (town := local(*key, around))}
    if nearer:
        certain = [one and moved(one, nearer) for one in certain]
    return again([one or shown(name, around, persons) for name, one in zip(names, certain, strict=True)])


def moved(reading: Reading, nearer: Mapping[tuple[Toponym, Named], Named]) -> Reading:
    """A reading, or that as the town which its name rather means in this text."""
    if reading.chosen is None or reading.why == "container":
        return reading
    town = nearer.get((reading.name.toponym, reading.chosen))
    return Reading(reading.name, town, "neighbour") if town else reading


def again(found: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings, where a name that is shown to be a place is one wherever it stands by itself."""
    places = {one.name.toponym.surface: one.chosen for one in found if one.why in STRONG and one.chosen}
    return tuple(
        [
            Reading(one.name, places[one.name.toponym.surface], "same name")
            if one.chosen is None and not one.name.part and one.name.toponym.surface in places
            else one
            for one in found
        ]
    )


def sure(name: Candidate, inside: Named | None, told: Mapping[str, Named]) -> Reading | None:
    """The reading of a name that needs no others, or None; a name that the text once told means the same again."""
    toponym, part = name.toponym, name.part
    if inside is not None and part != "family":
        return Reading(name, inside, "container")
    if part and (part == "name" or not proof(toponym)):
        return Reading(name, None, part)
    if toponym.surface in told:
        return Reading(name, told[toponym.surface], name.evidence or "known")
    return Reading(name, toponym.named[0], name.evidence or "known") if toponym.sure else None


def local(toponym: Toponym, chosen: Named, around: Surroundings) -> Named | None:
    """The town beside two others of the text where what a name was read as lies far from all that this names: Lebanon,
    Pennsylvania.
    """
    towns, surface, entry = toponym.towns, toponym.surface, chosen.entry
    if not towns or entry.feature not in ("country", "city") or chosen.form not in NAMES:
        return None
    if around.closeness(surface, entry) > 0:
        return None
    beside = next((one for one in towns if around.closeness(surface, one.entry) == 3), None)
    if beside is None or around.share(surface, entry.country) > around.share(surface, beside.entry.country):
        return None
    return None if entry.feature == "country" and around.share(surface, entry.country) > 0 else beside


def proof(name: Toponym) -> bool:
    """Whether a name is the place itself even beside other capitalised words: a country, a demonym."""
    top = name.named[0]
    return not name.town and (top.form not in NAMES or top.entry.name not in SURNAMES)


def held(text: str, name: Candidate, following: Candidate) -> Named | None:
    """The place that lies in the one that follows: "Paris, Texas", "Aleppo in Syria", "Springfield (Ohio)".

    Names of countries and of divisions also stand in lists of their like, and only Peru, Indiana, lies in a division.
    """
    between, top = text[name.end : following.start], name.toponym.named[0].entry.feature
    if between not in JOINTS or (between == " " and top != "city"):
        return None
    kinds = {"country": ("district",), "district": ("country",)}.get(top)
    holders = following.toponym.named
    outer = {one.entry.id for one in holders if one.form in NAMES and (not kinds or one.entry.feature in kinds)}
    same = {one.entry.id for one in holders if one.form == "abbreviation"}  # "Washington, D.C."
    return next(
        (one for one in name.toponym.named if outer.intersection(one.entry.within) or one.entry.id in same), None
    )


def likeliest(name: Candidate, around: Surroundings) -> Named:
    """The place that a name means among the other places of the text."""
    toponym = name.toponym
    surface, named = toponym.surface, toponym.named

    def score(pair: tuple[int, Named]) -> float:
        order, one = pair
        entry = one.entry
        total = weight(one) + (0.8 if order == 0 else 0.0) + 2.5 * around.share(surface, entry.country)
        total += 1.0 if around.has(surface, entry.id) else 0.0
        total += 3.0 if (entry.feature, entry.country if entry.feature == "district" else None) in name.peers else 0.0
        total += 1.5 if around.has(surface, entry.division) else 0.0
        return total + (around.closeness(surface, entry) if entry.feature in ("city", "county") else 0.0)

    return max(enumerate(named), key=score)[1] if len(named) > 1 else named[0]


def shown(name: Candidate, around: Surroundings, persons: set[str]) -> Reading:
    """The reading of a name that is a place only where something shows it."""
    surface = name.toponym.surface
    person, strong = surface in persons, name.evidence in STRONG
    if person and not strong:
        return Reading(name, None, "person")
    chosen = likeliest(name, around)
    entry = chosen.entry
    if name.evidence and strong and (name.evidence == "dateline" or not (person and small(chosen))):
        return Reading(name, chosen, name.evidence)
    if person:
        return Reading(name, None, "person")
    closeness = around.closeness(surface, entry)
    beside = closeness >= 2
    known = around.share(surface, entry.country) > 0 or not around.others(surface)
    alone = len(name.toponym.named) == 1 and entry.population >= LEAST
    if name.evidence and (beside or (not small(chosen) and (known or name.evidence == "list" or alone))):
        return Reading(name, chosen, name.evidence)
    if not chosen.guarded and large(chosen):
        return Reading(name, chosen, "known")
    settled = entry.population >= TOWN
    if (known and (settled or beside)) if not chosen.guarded else (settled and closeness == 3):
        return Reading(name, chosen, "neighbour")
    return Reading(name, None, "no evidence")


def small(named: Named) -> bool:
    """Whether only a small place has the name, which needs more than a preposition when it is guarded."""
    return named.guarded and not large(named)
