"""Who speaks: the persons, offices, organisations and states of a text that can, and where it says that they do."""

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
from factdiff.languages.en.names.cue_words import Words
from factdiff.languages.en.names.names import SAYING, UPPER
from factdiff.tables import read_table
from factdiff.text.patterns import either
from factdiff.values import relation
from factdiff.values.names.name import Name, folded
from factdiff.values.names.role import Role
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation

#: how far a verb of saying can stand from who says it, in characters
REACH = 90
#: how the office of a person lies to a mention of it alone: the same, or told in less detail
SAME = (Relation.EQUAL, Relation.INSIDE)
_TABLE = read_table("factdiff.languages.en.names", "offices.toml")
#: towns whose names stand for a government as well
CAPITALS = frozenset(_TABLE["words"]["capitals"])
#: what tells who says something
SAID = SAYING | {"according"}
#: an offset behind every text
LAST = 1 << 60
#: how long a pronoun and the blank behind it are at least
SHORTEST = 3
#: actors that a "he" can mean, and how many can lie over each other
HUMAN, OVERLAPPING = frozenset({"person", "office"}), 8
#: in how many sentences back a pronoun finds whom it means
BACK = 5

#: what speaks for a state, behind its name: "Peru's foreign ministry", "the Peruvian government"
_ORGAN = re.compile(
    rf"(?:'s)? (?:{either(word for words in _TABLE['fields'].values() for word in words)} )?"
    rf"{either(_TABLE['words']['organs'])}\b"
)
_END = re.compile(
    r"[.!?\n](?:(?<!\n)(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)[\"')\]]{0,2}"
    rf"\s+(?=[\"'(]?[{UPPER}0-9])|(?<=\n)\n*)"
)
#: a pronoun, which is looked for by its first letter
_PRONOUN = re.compile(
    r"([hsitHSIT](?<!\w.)(?i:(?<=h)e|(?<=s)he|(?<=i)t|(?<=t)hey))(?i:'s|'d)?(?: \w+){0,3} $", re.DOTALL
)
_INVERTED = re.compile(r"(?:^|[\"'],?|,) ?$")
_GLUE = re.compile(r" (?:the |a |an |his |her |their |its |one |former )?(?:[a-z]+ ){0,2}")
_ASIDE = re.compile('[,"]')
_THEN = re.compile(r"[\"']?,? (he|she|they|it)\b", re.IGNORECASE)
_TO = re.compile(r" to (?:the )?", re.IGNORECASE)


class Actor(NamedTuple):
    """Who can speak: where it is named, ``lead``, where its office before that starts, and ``key``, the full name."""

    start: int
    end: int
    key: str
    sort: str
    lead: int


@frozen
class Saying:
    """A verb of saying, or "according to", with who says it."""

    start: int
    end: int
    verb: str
    actor: Actor


class Speech:
    """The actors of a text, in its order, and its verbs of saying."""

    def __init__(
        self, words: Words, found: Sequence[Spanned], names: Iterable[Overlaid], offices: Sequence[Overlaid]
    ) -> None:
        self.words, self.text = words, words.text
        text = self.text
        self.ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
        everyone = [actor for actor in actors(text, found, names, offices) if not text.startswith("'s", actor.end)]
        self.actors = sorted(everyone, key=lambda actor: (actor.lead, -actor.end))
        self._starts = [actor.lead for actor in self.actors]
        every = range(len(self.actors))
        self._every: Sequence[int] = every
        self._human = [number for number in every if self.actors[number].sort in HUMAN]
        self._other = [number for number in every if self.actors[number].sort not in HUMAN]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Where the sentence around an offset starts and ends."""
        number = bisect_right(self.ends, offset)
        return self.ends[number - 1], self.ends[min(number, len(self.ends) - 1)]

    def last_before(self, offset: int, floor: int, *, persons: bool = False) -> Actor | None:
        """The last actor that ends before an offset and starts behind a floor."""
        able = self._human if persons else self._every
        last = bisect_left(able, bisect_left(self._starts, offset))
        for number in reversed(able[max(0, last - OVERLAPPING) : last]):
            actor = self.actors[number]
            if actor.lead >= floor and actor.end <= offset:
                return actor
        return None

    def first_behind(self, offset: int, ceiling: int) -> Actor | None:
        """The first actor that starts at or behind an offset, below a ceiling."""
        number = bisect_left(self._starts, offset)
        return self.actors[number] if number < len(self.actors) and self._starts[number] < ceiling else None

    def antecedent(self, start: int, end: int, pronoun: str) -> Actor | None:
        """Whom a pronoun means: the first that fits in its sentence before it, or in the last sentence that has one."""
        able = self._human if pronoun in ("he", "she") else self._other
        number = bisect_right(self.ends, start) - 1
        for back in range(number, max(-1, number - BACK), -1):
            low, high = self.ends[back], min(start, self.ends[back + 1])
            first = bisect_left(able, bisect_left(self._starts, low))
            if first < len(able) and (actor := self.actors[able[first]]).lead < high:
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

    def marked(self, start: int, end: int) -> int:
        """How many double quotation marks stand between two offsets."""
        return max(0, bisect_left(self.marks, end) - bisect_left(self.marks, start))

    @cached_property
    def said(self) -> list[int]:
        """Where these start."""
        return [saying.start for saying in self.sayings]

    def _sayings(self) -> Iterator[Saying]:
        for _, start, end, verb in self.words.among(SAID):
            if verb != "according":
                actor = self.subject(start, end)
            elif to := _TO.match(self.text, end):
                actor = self.first_behind(to.start(), to.end() + 60)
            else:
                continue
            if actor is not None:
                yield Saying(start, end, verb, actor)

    def subject(self, start: int, end: int) -> Actor | None:
        """Who does what the verb at an offset says: named or a pronoun before it, or behind it where it is inverted."""
        text = self.text
        low = max(self.sentence(start)[0], start - REACH)
        if _INVERTED.search(text, max(0, start - 3), start) and (glue := _GLUE.match(as_prose(text, end), end)):
            actor = self.first_behind(end, glue.end() + 12)
            if actor is not None and not _ASIDE.search(text, end, actor.lead):
                return actor
        near = self.last_before(start, low)
        if near is not None and start - near.end < SHORTEST:
            return near
        pronoun = _PRONOUN.search(text, low, start)
        if pronoun and (near is None or near.end <= pronoun.start(1)):
            return self.antecedent(*pronoun.span(1), pronoun[1].lower())
        return near


def actors(
    text: str, found: Sequence[Spanned], names: Iterable[Overlaid], offices: Sequence[Overlaid]
) -> Iterator[Actor]:
    """All actors: persons by their full names, offices by who is known to hold them, organisations and states."""
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
            yield Actor(item.start, item.end, holder_of(role, known) or str(role), "office", item.start)
    for item, name in people:
        key = name.full if name.given else full.get(folded(name.family or ""), name.full)
        yield Actor(item.start, item.end, key, "person", leads.get(item.start, item.start))
    spans = sorted([(office.start, office.end) for office in offices])
    for item, name in named:
        if name.category != "person" and outside(item.start, spans):
            yield Actor(item.start, item.end, name.full, "organisation", item.start)
    yield from states(text, found, spans)


def states(text: str, found: Sequence[Spanned], offices: Sequence[tuple[int, int]]) -> Iterator[Actor]:
    """The states that can speak, each with what of it speaks: none that belongs to an office."""
    for place in found:
        if isinstance(place.value, Place) and outside(place.start, offices):
            organ = _ORGAN.match(text, place.end) if place.value.feature == "country" else None
            if organ or stands_for_state(place.value):
                end = organ.end() if organ else place.end
                yield Actor(place.start, end, state(place.value), "state", place.start)


def outside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in none of some spans, which are in order."""
    number = bisect_right(spans, (offset, LAST)) - 1
    return number < 0 or spans[number][1] <= offset


def holder_of(role: Role, known: Sequence[tuple[Role, str]]) -> str | None:
    """The last person known to hold an office that is named without more detail: "the spokesman"."""
    for other, holder in reversed(known):
        if other.office == role.office and relation.compare(evolve(other, holder=None), role).relation in SAME:
            return holder
    return None


def state(place: Place) -> str:
    """The name of the country of a place."""
    if place.feature == "country" or not place.within:
        return place.name
    countries = [entry for entry in map(gazetteer.entry, place.within) if entry.feature == "country"]
    return countries[0].name if countries else place.name


def stands_for_state(place: Place) -> bool:
    """Whether a place can speak: a country, or what stands for its government."""
    if place.country is None or place.form == "demonym":
        return False
    return place.feature == "country" or place.form == "metonym" or place.name in CAPITALS
