"""Toponym resolution: which names of a text are places, and which place each of them means.

Names that mean the same place in every text are resolved first. All others are resolved in the light of these: a name
that often means something else, or that only a small town has, needs a sign that it is a place here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from factdiff.gazetteer import Entry, Named
from factdiff.languages.en.places.candidates import Candidate, candidates
from factdiff.languages.en.places.named_places import NamedPlaces
from factdiff.languages.en.places.toponyms import GUARDED_SHORT, NAMES, SHORT, TABLE, Toponym, is_large, prominence
from factdiff.tables import read_table

#: countries that are surnames as well ("Michael Jordan")
SURNAMES = frozenset(TABLE["surnames"])
#: from so many inhabitants on, a town is meant wherever its name stands in a text that names its country
TOWN_INHABITANTS = 15_000
#: from so many on, the only town of its name is meant behind "from" or "at" in a text that does not name its country
LEAST_INHABITANTS = 5_000
#: evidence that settles the sense of a name in the whole text
STRONG_EVIDENCE = frozenset({"container", "dateline", "kind", "inside"})
#: how much a capital outweighs small towns of its name: more than one other town of their area can
SEAT = 4.0
#: the countries on the shores of waters, by id
SHORES: dict[str, list[str]] = read_table("factdiff.languages.en", "lexicon.toml")["shores"]
#: what can stand between a place and its container: "Paris, Texas"
JOINTS = frozenset({", ", " in ", " (", ",\n", " "})
LONGEST_JOINT = max(map(len, JOINTS))


@frozen(slots=False)
class Reading:
    """The sense chosen for a name, None where it means no place, and ``why``: the evidence for or against."""

    name: Candidate
    chosen: Named | None
    why: str


@lru_cache(maxsize=8)
def readings(text: str, home: str | None = None) -> tuple[Reading, ...]:
    """The readings of the names of a text, in its order; ``home`` is the country of its publisher, if known.

    >>> found = readings("In Paris, Texas, and by Jack London.")
    >>> [(one.name.toponym.surface, one.chosen and one.chosen.entry.country, one.why) for one in found]
    [('Paris', 'US', 'container'), ('Texas', 'US', 'inside'), ('Jack', None, 'given'), ('London', None, 'family')]
    """
    names = tuple(candidates(text))
    neighbours = ((name, behind) for name, behind in pairwise(names) if behind.start - name.end <= LONGEST_JOINT)
    inside = {name.start: one for name, behind in neighbours if (one := sense_inside(text, name, behind))}
    beside = [(inside[name.start], behind) for name, behind in pairwise(names) if name.start in inside]
    holders = {behind.start: holder for one, behind in beside if (holder := holder_of(one, behind))}
    qualified = {name.toponym.surface: inside[name.start] for name in reversed(names) if name.start in inside}
    first_readings = [
        certain_reading(name, inside.get(name.start), qualified)
        or (Reading(name, holders[name.start], "inside") if name.start in holders else None)
        for name in names
    ]
    counts = Counter((one.name.toponym, one.chosen) for one in first_readings if one and one.chosen)
    context = NamedPlaces(countries=Counter([home, None] if home else []))
    for (toponym, chosen), times in counts.items():
        context.add(toponym.surface, chosen.entry, times)
    persons = {name.toponym.surface for name in names if name.part == "family"}
    doubtful = [name for name, reading in zip(names, first_readings, strict=True) if reading is None]
    for name in sorted(doubtful, key=lambda name: len(name.toponym.named)):
        if guess := reading_in_context(name, context, persons).chosen:
            context.add(name.toponym.surface, guess.entry)
    nearby_towns = {key: town for key in counts if (town := nearby_town(*key, context))}
    if nearby_towns:
        first_readings = [one and as_nearby_town(one, nearby_towns) for one in first_readings]
    return one_sense_per_text(
        [one or reading_in_context(name, context, persons) for name, one in zip(names, first_readings, strict=True)]
    )


def as_nearby_town(reading: Reading, nearby_towns: Mapping[tuple[Toponym, Named], Named]) -> Reading:
    """A reading with the nearby town as its sense, if its name means one in this text; else as it is."""
    if reading.chosen is None or reading.why == "container":
        return reading
    town = nearby_towns.get((reading.name.toponym, reading.chosen))
    return Reading(reading.name, town, "neighbour") if town else reading


def one_sense_per_text(found: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings in which a name has one sense per text: where strong evidence shows a place, it is one throughout."""
    places = {one.name.toponym.surface: one.chosen for one in found if one.why in STRONG_EVIDENCE and one.chosen}
    return tuple(
        [
            Reading(one.name, places[one.name.toponym.surface], "same name")
            if one.chosen is None and not one.name.part and one.name.toponym.surface in places
            else one
            for one in found
        ]
    )


def certain_reading(name: Candidate, inside: Named | None, qualified: Mapping[str, Named]) -> Reading | None:
    """The reading of a name that needs no other names, or None.

    ``inside`` is its sense in the container right behind it; ``qualified`` holds the names that have one elsewhere.
    """
    toponym, part = name.toponym, name.part
    if inside is not None and part != "family":
        return Reading(name, inside, "container")
    if part and (part == "name" or not is_place_beside_capitals(toponym)):
        return Reading(name, None, part)
    if toponym.surface in qualified:
        return Reading(name, qualified[toponym.surface], name.evidence or "known")
    return Reading(name, toponym.named[0], name.evidence or "known") if toponym.sure else None


def nearby_town(toponym: Toponym, chosen: Named, context: NamedPlaces) -> Named | None:
    """The town beside two other towns of the text that a name means, where its first sense lies far from all of them
    (Lebanon, Pennsylvania); else None.
    """
    towns, surface, entry = toponym.towns, toponym.surface, chosen.entry
    if not towns or entry.feature not in ("country", "city") or chosen.form not in NAMES:
        return None
    if context.closeness(surface, entry) > 0:
        return None
    beside = next((one for one in towns if context.closeness(surface, one.entry) == 3), None)
    if beside is None or context.country_share(surface, entry.country) > context.country_share(
        surface, beside.entry.country
    ):
        return None
    return None if entry.feature == "country" and context.country_share(surface, entry.country) > 0 else beside


def is_place_beside_capitals(name: Toponym) -> bool:
    """Whether a name means a place even beside other capitalised words, as countries and demonyms do."""
    top = name.named[0]
    if name.surface in SHORT and name.surface not in GUARDED_SHORT and len(SHORT[name.surface]) == 1:
        return True
    return not name.town and (top.form not in NAMES or top.entry.name not in SURNAMES)


def sense_inside(text: str, name: Candidate, following: Candidate) -> Named | None:
    """The sense that lies in the place named right behind: "Paris, Texas", "Aleppo in Syria", "Springfield (Ohio)".

    Names of countries and of divisions also stand in lists of their like, and only Peru, Indiana, lies in a division.
    Which towns lie in a county is not known, so that "Boston, Lincolnshire" is the Boston of England.
    """
    between, top = text[name.end : following.start], name.toponym.named[0].entry.feature
    if between.lower() not in JOINTS or (between == " " and top != "city"):
        return None
    kinds = {"country": ("district",), "district": ("country",)}.get(top)
    holders = following.toponym.named
    outer = {one.entry.id for one in holders if one.form in NAMES and (not kinds or one.entry.feature in kinds)}
    same = {one.entry.id for one in holders if one.form == "abbreviation"}  # "Washington, D.C."
    if between == ", " and top == "city":
        outer.update(one.entry.within[0] for one in holders if one.form in NAMES and is_county(one.entry))
    return next(
        (one for one in name.toponym.named if outer.intersection(one.entry.within) or one.entry.id in same), None
    )


def is_county(entry: Entry) -> bool:
    """Whether a place is a part of a division of a country."""
    return entry.feature in ("district", "region") and len(entry.within) > 1 and entry.admin1 is None


def holder_of(inner: Named, container: Candidate) -> Named | None:
    """The sense of a container in which the place named before it lies: "Launceston, Tas"; None for any other."""
    return next((one for one in container.toponym.named if one.entry.id in inner.entry.within), None)


def likeliest_sense(name: Candidate, context: NamedPlaces) -> Named:
    """The sense of a name with the highest score among the other places of the text."""
    toponym = name.toponym
    surface, named = toponym.surface, toponym.named

    below_capital = named[0].entry.capital

    def score(pair: tuple[int, Named]) -> float:
        order, one = pair
        entry = one.entry
        total = prominence(one) + (0.8 if order == 0 else 0.0) + 2.5 * context.country_share(surface, entry.country)
        total += 1.0 if context.is_named(surface, entry.id) else 0.0
        total += 3.0 if (entry.feature, entry.country if entry.feature == "district" else None) in name.peers else 0.0
        total += 1.5 if context.is_named(surface, entry.division) else 0.0
        if order and below_capital and entry.feature == "city" and not is_large(one):
            total -= SEAT
        if entry.feature == "water" and entry.id in SHORES:
            total += 2.5 * sum(context.country_share(surface, shore) for shore in SHORES[entry.id])
        return total + (context.closeness(surface, entry) if entry.feature in ("city", "county") else 0.0)

    return max(enumerate(named), key=score)[1] if len(named) > 1 else named[0]


def reading_in_context(name: Candidate, context: NamedPlaces, persons: set[str]) -> Reading:
    """The reading of a name that means a place only where there is evidence."""
    surface = name.toponym.surface
    is_person, is_strong = surface in persons, name.evidence in STRONG_EVIDENCE
    if is_person and not is_strong:
        return Reading(name, None, "person")
    chosen = likeliest_sense(name, context)
    entry = chosen.entry
    if name.evidence and is_strong and (name.evidence == "dateline" or not (is_person and is_small(chosen))):
        return Reading(name, chosen, name.evidence)
    if is_person:
        return Reading(name, None, "person")
    closeness = context.closeness(surface, entry)
    is_near = closeness >= 2
    is_known_country = context.country_share(surface, entry.country) > 0 or not context.count_others(surface)
    is_only_one = len(name.toponym.named) == 1 and entry.population >= LEAST_INHABITANTS
    if name.evidence and (
        is_near
        or (not is_small(chosen) and (is_known_country or name.evidence == "list" or is_only_one or entry.capital))
    ):
        return Reading(name, chosen, name.evidence)
    if not chosen.guarded and is_large(chosen):
        return Reading(name, chosen, "known")
    is_town = entry.population >= TOWN_INHABITANTS
    if (is_known_country and (is_town or is_near)) if not chosen.guarded else (is_town and closeness == 3):
        return Reading(name, chosen, "neighbour")
    return Reading(name, None, "no evidence")


def is_small(named: Named) -> bool:
    """Whether a sense is a small place with a guarded name, for which a preposition is too little evidence."""
    return named.guarded and not is_large(named)
