"""Speakers: the persons, offices, organisations and states of a text that can speak, and its verbs of saying."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import evolve, frozen

from factdiff import gazetteer
from factdiff.language.rules import Overlaid, Spanned
from factdiff.languages.en.headlines.casing import as_prose
from factdiff.languages.en.names.capitalised_runs import SAYING, UPPER
from factdiff.languages.en.names.cue_words import CueWords
from factdiff.tables import read_table
from factdiff.text.patterns import either, late
from factdiff.values import relation
from factdiff.values.names.name import Name, folded
from factdiff.values.names.role import Role
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation

#: how many characters a verb of saying can stand away from its subject
REACH = 90
#: relations of a person's office to a mention of an office alone that may mean that person
SAME_OFFICE = (Relation.EQUAL, Relation.INSIDE)
_TABLE = read_table("factdiff.languages.en.names", "offices.toml")
#: towns whose names stand for a government as well
CAPITALS = frozenset(_TABLE["words"]["capitals"])
#: cue words beside which a speaker is named
SAYING_CUES = SAYING | {"according"}
#: an offset behind every text
BEHIND_ALL = 1 << 60
#: the least length of a pronoun with the blank behind it
PRONOUN_LENGTH = 3
#: the sorts of actors that "he" can mean, and how many actors can overlap at one place
HUMAN, OVERLAPPING = frozenset({"person", "office"}), 8
#: how many sentences back the antecedent of a pronoun is looked for
ANTECEDENT_SENTENCES = 5

#: an organ of a state behind its name: "Peru's foreign ministry", "the Peruvian government"
_ORGAN = late(
    rf"(?:'s)? (?:{either(word for words in _TABLE['fields'].values() for word in words)} )?"
    rf"{either(_TABLE['words']['organs'])}\b"
)
_END = late(
    r"[.!?\n](?:(?<!\n)(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)[\"')\]]{0,2}"
    rf"\s+(?=[\"'(]?[{UPPER}0-9])|(?<=\n)\n*)"
)
#: a pronoun, which is looked for by its first letter
_PRONOUN = late(r"([hsitHSIT](?<!\w.)(?i:(?<=h)e|(?<=s)he|(?<=i)t|(?<=t)hey))(?i:'s|'d)?(?: \w+){0,3} $", re.DOTALL)
_INVERTED = late(r"(?:^|[\"'],?|,) ?$")
_BEFORE_SUBJECT = late(r" (?:the |a |an |his |her |their |its |one |former )?(?:[a-z]+ ){0,2}")
_INTERRUPTION = late('[,"]')
#: a subject of its own behind the end of a clause: "; the firm declined", ", but the board denied"
_OTHER_SUBJECT = late(
    r"(?:;|, (?:and|but|while|whereas|though|although)) (?:the|an?|its|their|his|her|our|some|most|both) "
    r"(?:[\w'-]+ ){1,4}$",
    re.IGNORECASE,
)
_TO = late(r" to (?:the )?", re.IGNORECASE)


class Actor(NamedTuple):
    """Someone who can speak: the span of its name, its full name or office as ``key``, its ``sort``, and ``lead``, the
    start of an office before the name, or of the name itself.
    """

    start: int
    end: int
    key: str
    sort: str
    lead: int


@frozen
class Saying:
    """A verb of saying, or "according to", with its speaker."""

    start: int
    end: int
    verb: str
    actor: Actor


class Speech:
    """The actors and the verbs of saying of a text, in its order."""

    def __init__(
        self, words: CueWords, found: Sequence[Spanned], names: Iterable[Overlaid], offices: Sequence[Overlaid]
    ) -> None:
        self.words, self.text = words, words.text
        text = self.text
        self.ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
        able_to_speak = [actor for actor in actors(text, found, names, offices) if not text.startswith("'s", actor.end)]
        self.actors = sorted(able_to_speak, key=lambda actor: (actor.lead, -actor.end))
        self._starts = [actor.lead for actor in self.actors]
        numbers = range(len(self.actors))
        self._every: Sequence[int] = numbers
        self._human = [number for number in numbers if self.actors[number].sort in HUMAN]
        self._other = [number for number in numbers if self.actors[number].sort not in HUMAN]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The start and end of the sentence around an offset."""
        number = bisect_right(self.ends, offset)
        return self.ends[number - 1], self.ends[min(number, len(self.ends) - 1)]

    def last_before(self, offset: int, floor: int, *, persons: bool = False) -> Actor | None:
        """The last actor that ends before an offset and starts at or behind ``floor``; only persons if asked."""
        fitting = self._human if persons else self._every
        last = bisect_left(fitting, bisect_left(self._starts, offset))
        for number in reversed(fitting[max(0, last - OVERLAPPING) : last]):
            actor = self.actors[number]
            if actor.lead >= floor and actor.end <= offset:
                return actor
        return None

    def first_behind(self, offset: int, ceiling: int) -> Actor | None:
        """The first actor that starts at or behind an offset and before ``ceiling``."""
        number = bisect_left(self._starts, offset)
        return self.actors[number] if number < len(self.actors) and self._starts[number] < ceiling else None

    def antecedent(self, start: int, end: int, pronoun: str) -> Actor | None:
        """The antecedent of a pronoun, at the pronoun: the first fitting actor of its sentence, or of one before it."""
        fitting = self._human if pronoun in ("he", "she") else self._other
        number = bisect_right(self.ends, start) - 1
        for back in range(number, max(-1, number - ANTECEDENT_SENTENCES), -1):
            low, high = self.ends[back], min(start, self.ends[back + 1])
            first = bisect_left(fitting, bisect_left(self._starts, low))
            if first < len(fitting) and (actor := self.actors[fitting[first]]).lead < high:
                return Actor(start, end, actor.key, actor.sort, start)
        return None

    @cached_property
    def sayings(self) -> list[Saying]:
        """The verbs of saying whose actor is known, in their order."""
        return list(self._sayings())

    @cached_property
    def marks(self) -> list[int]:
        """Where the double quotation marks stand."""
        return [match.start() for match in re.finditer('"', self.text)]

    def marks_between(self, start: int, end: int) -> int:
        """How many double quotation marks stand between two offsets."""
        return max(0, bisect_left(self.marks, end) - bisect_left(self.marks, start))

    @cached_property
    def saying_starts(self) -> list[int]:
        """The starts of the verbs of saying."""
        return [saying.start for saying in self.sayings]

    def _sayings(self) -> Iterator[Saying]:
        for _, start, end, verb in self.words.among(SAYING_CUES):
            if verb != "according":
                actor = self.subject(start, end)
            elif to := _TO.match(self.text, end):
                actor = self.first_behind(to.start(), to.end() + 60)
            else:
                continue
            if actor is not None:
                yield Saying(start, end, verb, actor)

    def subject(self, start: int, end: int) -> Actor | None:
        """The subject of the verb at an offset: the actor or pronoun before it, or behind it in inverted order."""
        text = self.text
        low = max(self.sentence(start)[0], start - REACH)
        if _INVERTED.search(text, max(0, start - 3), start) and (
            before_subject := _BEFORE_SUBJECT.match(as_prose(text, end), end)
        ):
            actor = self.first_behind(end, before_subject.end() + 12)
            if actor is not None and not _INTERRUPTION.search(text, end, actor.lead):
                return actor
        nearest = self.last_before(start, low)
        if nearest is not None and start - nearest.end < PRONOUN_LENGTH:
            return nearest
        pronoun = _PRONOUN.search(text, low, start)
        if pronoun and (nearest is None or nearest.end <= pronoun.start(1)):
            return self.antecedent(*pronoun.span(1), pronoun[1].lower())
        if nearest is not None and _OTHER_SUBJECT.search(text, nearest.end, start):
            return None
        return nearest


def actors(
    text: str, found: Sequence[Spanned], names: Iterable[Overlaid], offices: Sequence[Overlaid]
) -> Iterator[Actor]:
    """All actors of a text: persons by their full names, offices by their holders, organisations and states."""
    named = [(item, item.value) for item in names if isinstance(item.value, Name)]
    people = [(item, name) for item, name in named if name.category == "person"]
    full: dict[str, str] = {}
    for _, name in people:
        if name.given and name.family:
            full.setdefault(folded(name.family), name.full)
    known: list[tuple[Role, str]] = []
    leads: dict[int, int] = {}
    for item in offices:
        role = item.value
        if isinstance(role, Role) and role.holder:
            known.append((role, full.get(folded(role.holder), role.holder)))
            leads[item.parts[0][1]] = min(item.start, item.parts[0][1])
        elif isinstance(role, Role):
            yield Actor(item.start, item.end, known_holder(role, known) or str(role), "office", item.start)
    for item, name in people:
        key = name.full if name.given else full.get(folded(name.family or ""), name.full)
        yield Actor(item.start, item.end, key, "person", leads.get(item.start, item.start))
    spans = sorted([(office.start, office.end) for office in offices])
    for item, name in named:
        if name.category != "person" and is_outside(item.start, spans):
            yield Actor(item.start, item.end, name.full, "organisation", item.start)
    yield from states(text, found, spans)


def states(text: str, found: Sequence[Spanned], offices: Sequence[tuple[int, int]]) -> Iterator[Actor]:
    """The states that can speak, each with its organ if one is named; places inside the words of an office do not."""
    for place in found:
        if isinstance(place.value, Place) and is_outside(place.start, offices):
            organ = _ORGAN.match(text, place.end) if place.value.feature == "country" else None
            if organ or stands_for_state(place.value):
                end = organ.end() if organ else place.end
                yield Actor(place.start, end, country_name(place.value), "state", place.start)


def is_outside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in none of the spans, which are sorted."""
    number = bisect_right(spans, (offset, BEHIND_ALL)) - 1
    return number < 0 or spans[number][1] <= offset


def known_holder(role: Role, known: Sequence[tuple[Role, str]]) -> str | None:
    """The last named holder of an office that is mentioned alone: "the spokesman"."""
    for other, holder in reversed(known):
        if other.office == role.office and relation.compare(evolve(other, holder=None), role).relation in SAME_OFFICE:
            return holder
    return None


def country_name(place: Place) -> str:
    """The name of the country of a place."""
    if place.feature == "country" or not place.within:
        return place.name
    countries = [entry for entry in map(gazetteer.entry, place.within) if entry.feature == "country"]
    return countries[0].name if countries else place.name


def stands_for_state(place: Place) -> bool:
    """Whether a place can speak as a state: a country, a metonym of its government, or a capital."""
    if place.country is None or place.form == "demonym":
        return False
    return place.feature == "country" or place.form == "metonym" or place.name in CAPITALS
