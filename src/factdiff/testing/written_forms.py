"""Written forms: the ways in which a text can express one value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any

from attrs import evolve

from factdiff.errors import NormalizationError, UnknownNameError
from factdiff.finder import normalize
from factdiff.gazetteer import entry
from factdiff.records import Mention
from factdiff.tables import read_table
from factdiff.testing.slips import in_case, scale_entries, table
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.figure import SCALES, Figure, format_decimal
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.amounts.percent import Percent
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.calendar.date import WEEKDAYS, Date
from factdiff.values.calendar.duration import Duration
from factdiff.values.calendar.recurrence import Recurrence
from factdiff.values.calendar.time import Time
from factdiff.values.consensus import comparable_value
from factdiff.values.names.name import Name
from factdiff.values.names.role import Role
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, Value, compare
from factdiff.values.terms.term import Term

#: the languages that have written forms
LANGUAGES = ("en",)
_EN = "factdiff.languages.en.amounts"
#: how many hedges of one modifier, and forms of one unit, are used
HEDGES, FORMS = 4, 6
#: months in full and short, as newspapers write them
MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
#: ISO 8601 period -> its unit, and the adverb for once in it
PERIODS = {"P1D": ("day", "daily"), "P1W": ("week", "weekly"), "P1M": ("month", "monthly"), "P1Y": ("year", "annually")}
_SCALED = re.compile(r"(.+) (million|billion|trillion)")
SHORT_SCALES = {"million": "m", "billion": "bn", "trillion": "tn"}


def written_forms(value: Value, lang: str = "en") -> tuple[str, ...]:
    """The written forms of a value, each of which reads back as one equal to it; () where the language has no words.

    Raises UnknownNameError for a language without forms.

    >>> from factdiff import normalize
    >>> forms = written_forms(normalize("$2.5 million"))
    >>> "$2.5m" in forms, "2.5 million US dollars" in forms
    (True, True)
    """
    if lang not in LANGUAGES:
        raise UnknownNameError("language", lang, LANGUAGES)
    return tuple(form for form in dict.fromkeys(forms(value)) if reads_back(form, value))


def reads_back(form: str, value: Value) -> bool:
    """Whether a form is read as a value equal to one."""
    try:
        again = normalize(form, kind=value.kind)
    except NormalizationError:
        return False
    return compare(again, value).relation is Relation.EQUAL


def rewordings(mention: Mention) -> Iterator[str]:
    """The surfaces that can replace a mention without a contradiction: other forms of its value, and of values that
    contain it.
    """
    value, surface = mention.value, mention.surface
    for form in (form for near in (comparable_value(value), *containing_values(value)) for form in forms(near)):
        yield in_case(form, surface) if surface[:1].isupper() else form
    if isinstance(value, Date) and mention.rule == "date-weekday" and value.earliest:
        yield f"{surface}, {MONTHS[value.earliest.month - 1]} {value.earliest.day}"


def containing_values(value: Value) -> Iterator[Value]:
    """Values that contain a value: a figure under a hedge, the country of a town."""
    if isinstance(value, Amount) and value.is_point:
        yield from (evolve(value, modifier=modifier) for modifier in ("approximate", "at-least", "at-most"))
    if isinstance(value, Place) and value.form == "name" and value.id:
        for id in value.within[-2:-1]:
            container = entry(id)
            yield evolve(value, name=container.name, id=container.id)


def forms(value: Value) -> Iterable[str]:
    """The English forms of a value, not yet checked by reading them back."""
    return WRITERS[type(value)](value) if type(value) in WRITERS else ()


def figures(figure: Figure) -> Iterator[str]:
    """A figure in digits, in words where newspapers would, and with short scale words."""
    canonical = str(figure)
    yield canonical
    if "," in canonical:
        yield canonical.replace(",", "")
    if scaled := _SCALED.fullmatch(canonical):
        yield f"{scaled[1]}{SHORT_SCALES[scaled[2]]}"
        scale = next(size for size, word in SCALES if word == scaled[2])
        if float(figure.stated).is_integer() and figure.stated < 1000 * scale:
            yield format_decimal(figure.stated, 0.0)
    if figure.exact and float(figure.stated).is_integer() and 0 < figure.stated < 100:
        yield in_words(int(figure.stated))


def in_words(number: int) -> str:
    """A whole number from 1 to 99 in words.

    >>> in_words(9), in_words(40), in_words(61)
    ('nine', 'forty', 'sixty-one')
    """
    words = read_table(f"{_EN}.figures", "figures.toml")
    ones, tens = words["ones"], words["tens"]
    if number <= len(ones):
        return str(ones[number - 1])
    ten, one = divmod(number, 10)
    return f"{tens[ten - 2]}-{ones[one - 1]}" if one else str(tens[ten - 2])


def amounts(value: Amount) -> Iterator[str]:
    """The wordings of an amount without its unit."""
    if value.figure is None:
        yield value.wording()
    elif value.upper is not None:
        yield value.wording()
        yield f"{value.figure} to {value.upper}"
    else:
        hedges = read_table(_EN, "hedges.toml")["before"].get(value.modifier, ())[:HEDGES] if value.modifier else ("",)
        yield from (f"{hedge} {figure}".strip() for hedge, figure in product(hedges, figures(value.figure)))


def with_unit(wordings: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """Amounts with their units behind; symbols stand with a blank and without."""
    for amount, name in product(wordings, tuple(names)):
        yield f"{amount} {name}"
        if len(name) <= 2 and amount[-1].isdigit():
            yield f"{amount}{name}"


def units(name: str) -> tuple[str, ...]:
    """How a unit is written."""
    entry = read_table(f"{_EN}.units", "units.toml").get(name, {})
    return tuple(entry.get("forms", ()))[:FORMS]


def numbers(value: Number) -> Iterator[str]:
    """A number with its counted noun, in the plural where there are several."""
    noun = str(evolve(value, figure=None, upper=None, modifier=None, vague="many")).partition(" ")[2]
    for amount in amounts(value):
        yield f"{amount} {value.counted if value.stated == 1 else noun}" if value.counted else amount


def shares(value: Percent) -> Iterator[str]:
    """A percentage with its sign or word."""
    names = {"percent": ("%", " per cent", " percent"), "percentage_point": (" percentage points", " points")}
    yield from (f"{amount}{name}" for amount in amounts(value) for name in names.get(value.unit, (" basis points",)))


def ages(value: Age) -> Iterator[str]:
    """An age behind its bearer's name."""
    yield from (form for amount in amounts(value) for form in (f"{amount} years old", f"aged {amount}"))


def sums(value: Money) -> Iterator[str]:
    """A sum with the sign before and the name behind."""
    for amount, sign in product(amounts(value), signs(value.currency or "")):
        if (first := next((n for n, letter in enumerate(amount) if letter.isdigit()), None)) is not None:
            yield f"{amount[:first]}{sign}{amount[first:]}"
    for amount, word in product(amounts(value), names(value.currency or "")):
        yield f"{amount} {word}"


@cache
def signs(currency: str) -> tuple[str, ...]:
    """The signs of a currency."""
    return tuple(
        sign for sign, code in read_table(f"{_EN}.units", "currencies.toml")["signs"].items() if code == currency
    )[:FORMS]


@cache
def names(currency: str) -> tuple[str, ...]:
    """The words for a currency in the plural, its code first."""
    table = read_table(f"{_EN}.units", "currencies.toml")
    words = [word for word in table["words"].get(currency, ()) if word != currency.lower()][:FORMS]
    invariant = table["plurals"]["invariant"]
    return currency, *(word if word.split()[-1] in invariant else f"{word}s" for word in words)


def ordinals(value: Ordinal) -> Iterator[str]:
    """A rank in digits and in words."""
    yield str(value)
    (row,) = table()["rows"]["ordinal"]
    if value.rank <= len(row):
        yield f"{row[value.rank - 1]} {value.counted or ''}".rstrip()


def terms(value: Term) -> Iterator[str]:
    """The forms of a grade, with the noun that it is a grade of."""
    for reading in scale_entries().get(value.scale, ()):
        for form in reading["grades"].get(value.label, ()):
            yield f"{value.of} {form}" if value.of and "of" in reading else form


def times(value: Time) -> Iterator[str]:
    """A clock time of twelve hours and of twenty-four, with its zone; one of a known day has no form of its own."""
    hour, minute = divmod(value.minute, 60)
    about, zone = "about " * value.approximate, f" {value.zone}" if value.zone else ""
    half, shown = "p.m." if hour >= 12 else "a.m.", hour % 12 or 12
    if value.precision == "minute":
        yield f"{about}{shown}:{minute:02} {half}{zone}"
        yield f"{about}{shown}.{minute:02}{half.replace('.', '')}{zone}"
        yield f"{about}{hour:02}:{minute:02}{zone or ' local time'}"
    else:
        yield f"{about}{shown} {half}{zone}"
        yield f"{about}{shown}{half.replace('.', '')}{zone}"


def recurrences(value: Recurrence) -> Iterator[str]:
    """How often something happens in a day, week, month or year, or on which weekday."""
    if value.timex3.startswith("XXXX-WXX-"):
        yield f"every {WEEKDAYS[int(value.timex3[-1]) - 1].title()}"
        return
    unit, adverb = PERIODS.get(value.period, ("", ""))
    if value.count:
        yield from (
            f"{often} a {unit}" for often in (f"{in_words(value.count)} times", "twice" if value.count == 2 else "")
        )
    elif unit:
        yield from (f"every {unit}", adverb)


def dates(value: Date) -> Iterator[str]:
    """The ways to write a date, by its granularity."""
    ways = table()["dates"]
    if value.yearly is not None and value.yearly[1]:
        month, day = value.yearly
        yield from (way.format(**slots(1, month, day)) for way in ways["yearly_day"])
    elif value.earliest is not None and value.latest is not None and value.granularity in ways:
        first = value.earliest
        named = {"weekday": WEEKDAYS[first.weekday()].title(), **slots(first.year, first.month, first.day)}
        yield from (way.format(**named) for way in ways[value.granularity])


def slots(year: int, month: int, day: int) -> dict[str, object]:
    """The values for the braces in the ways to write a date."""
    ending = str(Ordinal(rank=day))[-2:]
    named = {"month": MONTHS[month - 1], "mon": SHORT[month - 1]}
    return {**named, "d": day, "th": ending, "y": f"{year:04}", "mm": f"{month:02}", "dd": f"{day:02}"}


def plain_form(value: Value) -> Iterator[str]:
    """The string of a value as its only form; none for a place that is not written by its name."""
    if getattr(value, "form", "name") == "name":
        yield str(value)


#: the class of a value -> its forms
WRITERS: dict[type, Callable[[Any], Iterable[str]]] = {
    Age: ages,
    Date: dates,
    Duration: lambda value: with_unit(amounts(value), (value.unit, f"{value.unit}s")),
    Money: sums,
    Name: plain_form,
    Number: numbers,
    Ordinal: ordinals,
    Percent: shares,
    Place: plain_form,
    Quantity: lambda value: with_unit(amounts(value), units(value.unit)),
    Recurrence: recurrences,
    Role: plain_form,
    Term: terms,
    Time: times,
}
