"""Invented events: the values that they can have, and the sentences in which newspapers would report them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from attrs import frozen

from factdiff.gazetteer import lookup
from factdiff.tables import read_table
from factdiff.testing.slips import in_case, table
from factdiff.testing.written_forms import MONTHS, SHORT, written_forms
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.percent import Percent
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.places.place import Place
from factdiff.values.relation import Value

#: how many days before its publication an event can lie
DAYS = 5


@frozen
class Event:
    """An event: the ``choices`` of each of its values, and for each sentence the wordings that mean the same."""

    name: str
    headlines: tuple[str, ...]
    choices: Mapping[str, Mapping[str, object]]
    sentences: tuple[tuple[str, ...], ...]


@cache
def events() -> tuple[Event, ...]:
    """All events."""
    found = read_table("factdiff.testing", "stories.toml")["events"]
    return tuple(Event(e["name"], tuple(e["headlines"]), e["values"], tuple(map(tuple, e["sentences"]))) for e in found)


@cache
def place(name: str) -> Place:
    """The likeliest place of a name that the gazetteer knows."""
    known = lookup(name)[0].entry
    return Place(
        id=known.id,
        name=known.name,
        feature=known.feature,
        country=known.country,
        admin1=known.admin1,
        lat=known.lat,
        lon=known.lon,
        within=known.within,
    )


#: kind of a choice -> the value of one number of it, on a day of publication
VALUE_OF: Mapping[str, Callable[[int, date], Value]] = {
    "count": lambda n, _: Number(figure=Figure.read(str(n))),
    "hedged": lambda n, _: Number(figure=Figure.read(str(n)), modifier="more-than"),
    "money": lambda n, _: Money(figure=Figure.read(str(n), 10**6), currency="EUR"),
    "distance": lambda n, _: Quantity(figure=Figure.read(str(n)), unit="kilometre"),
    "share": lambda n, _: Percent(figure=Figure.read(str(n))),
    "day": lambda n, published: Date.day(published - timedelta(n)),
    "city": lambda n, _: place(table()["places"]["city"][n]),
}


def bounds(choice: Mapping[str, object]) -> tuple[str, int, int]:
    """The kind of a choice and the numbers that it takes."""
    ((kind, limits),) = choice.items()
    if kind == "day":
        return kind, 0, DAYS
    if kind == "city":
        return kind, 0, len(table()["places"]["city"]) - 1
    assert isinstance(limits, Sequence)
    return kind, int(limits[0]), int(limits[1])


@lru_cache(maxsize=1 << 12)
def written_forms_on(kind: str, number: int, published: date) -> tuple[str, ...]:
    """The ways in which a newspaper of that day would write a value."""
    value = VALUE_OF[kind](number, published)
    if isinstance(value, Date) and value.earliest:
        day = value.earliest
        short = f"{SHORT[day.month - 1]} {day.day}"
        full = f"{day.day} {MONTHS[day.month - 1]}"
        return (f"{full} {day.year}", full, short, f"{short}, {day.year}", WEEKDAYS[day.weekday()].title())
    return written_forms(value)


def filled_in(wording: str, words: Mapping[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """A sentence with words in its braces, and where each of them stands.

    >>> filled_in("{dead} people died.", {"dead": "nine"})
    ('Nine people died.', {'dead': (0, 4)})
    """
    text, spans = "", {}
    for part in wording.split("{"):
        name, brace, rest = part.partition("}")
        if brace:
            said = words[name] if text else in_case(words[name], "A")
            spans[name] = (len(text), len(text) + len(said))
            text += said + rest
        else:
            text += part
    return text, spans
