"""Hypothesis strategies for values, the texts that say them, mentions, sources and stories (extra ``hypothesis``).

``st.from_type`` knows them as well: ``st.from_type(factdiff.Source)`` is :func:`sources`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from factdiff.errors import InputError, MissingExtraError
from factdiff.finder import find_mentions
from factdiff.pipeline import check_consistency
from factdiff.records import Mention, Source
from factdiff.testing.events import VALUE_OF, Event, bounds, events, filled_in, place, written_forms_on
from factdiff.testing.people import names, quotes, roles, stances
from factdiff.testing.slips import table
from factdiff.testing.written_forms import written_forms
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import MODIFIERS, VAGUE_SCALES
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.amounts.percent import UNIT_POINTS, Percent
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.amounts.units import units
from factdiff.values.calendar.date import SEASONS, WEEKDAYS, Date
from factdiff.values.calendar.duration import ISO_LETTERS, Duration
from factdiff.values.calendar.recurrence import Recurrence
from factdiff.values.calendar.time import Time
from factdiff.values.places.place import Place
from factdiff.values.relation import Value
from factdiff.values.terms.scales import scale
from factdiff.values.terms.scales import scale_names as scales
from factdiff.values.terms.term import Term
from factdiff.values.tolerances import VAGUE

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError("the strategies of factdiff.testing", "hypothesis") from error

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

#: texts that make a check load all it can: every kind of rule, the tables of places and of exchange rates
_WARM_UP_SOURCES = (
    Source(
        "Two people, aged 31, were charged in Oslo on 4 March 2024. The road cost $40 million (£31 million), 5% of the "
        "total, and after a third attempt in three days it is 900 km (560 miles) long.",
        published="2024-03-05",
    ),
    Source("Two people were charged in Oslo on 4 March.", published="2024-03-05"),
)
_FIRST, _LAST = date(1990, 1, 1), date(2039, 12, 31)


@cache
def warm_up() -> None:
    """Run a check that loads all tables, so that the first example of a test meets its deadline."""
    check_consistency(_WARM_UP_SOURCES)


def after_warm_up(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """A strategy that calls ``warm_up`` before it is first used."""

    def ready() -> SearchStrategy[Any]:
        warm_up()
        return strategy

    return st.deferred(ready)


def figures() -> SearchStrategy[Figure]:
    """Written figures: small and large whole numbers, decimals, and scaled ones."""
    mantissas = st.one_of(
        st.integers(0, 999).map(str),
        st.integers(0, 9_999_999).map(str),
        st.decimals(0, 9999, places=2).map(str),
        st.sampled_from(["1000", "900", "500", "12500", "2.5", "1.26", "1.3"]),
    )
    return st.builds(Figure.read, mantissas, st.sampled_from([1, 1, 10**6, 10**9]))


@st.composite
def amounts(draw: st.DrawFn, *, bare: bool = False) -> dict[str, Any]:
    """The fields of an amount: a ``bare`` figure, or one under a hedge, a range, or a vague word."""
    form = "bare" if bare else draw(st.sampled_from(["bare", "bare", "hedged", "range", "vague"]))
    if form == "vague":
        return {"vague": draw(st.sampled_from(sorted(VAGUE))), "scale": draw(st.sampled_from([1.0, *VAGUE_SCALES]))}
    if form == "range":
        low, high = sorted((draw(figures()), draw(figures())), key=lambda figure: figure.stated)
        return {"figure": low, "upper": high}
    return {
        "figure": draw(figures()),
        "modifier": draw(st.sampled_from(sorted(MODIFIERS))) if form == "hedged" else None,
    }


def numbers(*, bare: bool = False) -> SearchStrategy[Number]:
    """Counts of people, of containers, and of nothing that is named."""
    counted = st.sampled_from([None, "person", "container"])
    return st.builds(lambda fields, noun: Number(counted=noun, **fields), amounts(bare=bare), counted)


def quantities(
    *, dimensions: tuple[str, ...] = ("length", "mass", "temperature"), bare: bool = False
) -> SearchStrategy[Quantity]:
    """Amounts of the units of some dimensions."""
    known = sorted(name for name, unit in units().items() if unit.dimension in dimensions)
    return st.builds(lambda fields, unit: Quantity(unit=unit, **fields), amounts(bare=bare), st.sampled_from(known))


def money(*, currencies: tuple[str | None, ...] = ("EUR", "USD", None), bare: bool = False) -> SearchStrategy[Money]:
    """Sums of some currencies; None is one that the sign leaves open."""
    return st.builds(
        lambda fields, code: Money(currency=code, **fields), amounts(bare=bare), st.sampled_from(currencies)
    )


def percents(*, bare: bool = False) -> SearchStrategy[Percent]:
    """Percentages, percentage points and basis points."""
    return st.builds(
        lambda fields, unit: Percent(unit=unit, **fields), amounts(bare=bare), st.sampled_from(sorted(UNIT_POINTS))
    )


def durations(*, bare: bool = False) -> SearchStrategy[Duration]:
    """Spans of time, from seconds to years."""
    return st.builds(
        lambda fields, unit: Duration(unit=unit, **fields), amounts(bare=bare), st.sampled_from(sorted(ISO_LETTERS))
    )


def ages(*, bare: bool = False) -> SearchStrategy[Age]:
    """Ages in years."""
    if bare:
        return st.integers(1, 110).map(lambda years: Age(figure=Figure.read(str(years))))
    return amounts().map(lambda fields: Age(**fields))


def ordinals() -> SearchStrategy[Ordinal]:
    """Ranks from the first on."""
    return st.builds(
        lambda rank, noun: Ordinal(rank=rank, counted=noun), st.integers(1, 40), st.sampled_from([None, "attempt"])
    )


def dates(first: date = date(2023, 11, 1), last: date = date(2024, 3, 1)) -> SearchStrategy[Date]:
    """Days, weeks, months, seasons, years, decades and spans around those from ``first`` to ``last``, dates of unknown
    years, and dates that nothing resolves.
    """
    days = st.dates(first, last)
    years = st.integers(first.year, last.year)
    return st.one_of(
        days.map(Date.day),
        days.map(lambda day: Date.month(day.year, day.month)),
        years.map(Date.year),
        days.map(Date.week),
        st.builds(Date.day, days, approximate=st.booleans(), weekday=st.sampled_from([None, *WEEKDAYS])),
        st.builds(Date.season, years, st.sampled_from(sorted(SEASONS))),
        years.map(lambda year: Date.decade(year // 10 * 10)),
        days.map(lambda day: Date.any_year(day.month, day.day)),
        st.integers(1, 12).map(Date.any_year),
        st.tuples(days, days).map(lambda pair: Date.span(*sorted(pair))),
        days.map(lambda day: Date.span(day, None)),
        days.map(lambda day: Date.span(None, day)),
        st.sampled_from(["PAST_REF", "XXXX-WXX-2"]).map(Date.unknown),
    )


def times() -> SearchStrategy[Time]:
    """Clock times, to the minute or the hour, local or in a zone, with their day or without."""
    zones = st.sampled_from([(None, None), ("GMT", 0), ("CET", 60)])
    return st.builds(
        lambda minute, hourly, zone, day, about: Time(
            minute=minute // 60 * 60 if hourly else minute,
            precision="hour" if hourly else "minute",
            zone=zone[0],
            offset=zone[1],
            day=day,
            assumed=day is None,
            approximate=about,
        ),
        st.integers(0, 24 * 60 - 1),
        st.booleans(),
        zones,
        st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2024, 1, 9))),
        st.booleans(),
    )


def recurrences() -> SearchStrategy[Recurrence]:
    """Recurring times: weekdays, and so many times a day, week, month or year."""
    return st.one_of(
        st.integers(1, 7).map(lambda day: Recurrence(timex3=f"XXXX-WXX-{day}", period="P1W")),
        st.builds(
            lambda period, count: Recurrence(timex3=period, period=period, count=count),
            st.sampled_from(["P1D", "P1W", "P1M", "P1Y"]),
            st.one_of(st.none(), st.integers(2, 6)),
        ),
    )


def places() -> SearchStrategy[Place]:
    """Well-known towns and countries of the gazetteer, and what they lie in."""
    return st.deferred(lambda: st.sampled_from([place(name) for row in table()["places"].values() for name in row]))


def terms() -> SearchStrategy[Term]:
    """Grades of all scales, and ranks."""
    graded = [(name, label) for name in scales() for label in sorted(scale(name).grades)]
    things = st.sampled_from([None, "heat", "flood"])
    ranks = st.builds(
        lambda low, size, of, among: Term.rank(low, low + size, of=of, among=among),
        st.integers(1, 4),
        st.sampled_from([1, 1, 3, 20]),
        things,
        st.sampled_from([None, "world"]),
    )
    return st.one_of(st.builds(lambda grade, of: Term.grade(*grade, of=of), st.sampled_from(graded), things), ranks)


def values(*, bare: bool = False) -> SearchStrategy[Value]:
    """Canonical values of every kind; ``bare`` amounts have no hedge."""
    makers = (numbers, quantities, money, percents, durations, ages)
    others = (ordinals, dates, times, recurrences, places, terms, names, roles, quotes, stances)
    return st.one_of(*(maker(bare=bare) for maker in makers), *(maker() for maker in others))


def texts_for(value: Value, lang: str = "en") -> SearchStrategy[str]:
    """The written forms of a value, the plainest first. Raises InputError where the language has no words for it, and
    UnknownNameError for a language that strategies cannot write.

    >>> from factdiff import normalize
    >>> from hypothesis import find
    >>> find(texts_for(normalize("900 km")), lambda text: text.endswith("metres"))
    '900 kilometres'
    """
    forms = written_forms(value, lang)
    if not forms:
        raise InputError(f"{value} has no written form in {lang!r}: give another value")
    return st.sampled_from(forms)


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    """Mentions as they are found in a text that says one value and nothing else."""
    warm_up()
    value = draw(values(bare=True).filter(written_forms))
    text = draw(texts_for(value))
    return find_mentions(text, kinds=[value.kind])[0]


@frozen
class Contradiction:
    """A story with one planted disagreement: ``source`` is the id of the source that has ``surface`` at ``start`` to
    ``end`` of its text, where all others tell another value of this ``kind``, one of them in the same words.
    """

    sources: tuple[Source, ...]
    source: str
    start: int
    end: int
    surface: str
    kind: str


@st.composite
def _stories(draw: st.DrawFn, low: int, high: int, planted: bool) -> Contradiction:
    """A story, and the value of its last source that was planted."""
    event = draw(st.sampled_from(events()))
    published = draw(st.dates(_FIRST, _LAST))
    choices = {name: bounds(choice) for name, choice in event.choices.items()}
    facts = {name: draw(st.integers(least, most)) for name, (_, least, most) in choices.items()}
    wrong = draw(st.sampled_from(sorted(name for name in facts if choices[name][0] != "hedged")))
    count = draw(st.integers(low, high))
    sources: list[Source] = []
    wordings: list[str] = []
    for number in range(1, count + 1):
        facts_told, previous = facts, wordings
        wordings = [draw(st.sampled_from(ways)) for ways in event.sentences]
        if planted and number == count:
            _, least, most = choices[wrong]
            # a middle of the bounds away, so that no rounding bridges the two
            facts_told = facts | {wrong: least + (facts[wrong] - least + (most - least + 1) // 2) % (most - least + 1)}
            # in the words of the source before, so that nobody can doubt that both tell of one thing
            wordings = [one if f"{{{wrong}}}" in one else other for one, other in zip(previous, wordings, strict=True)]
        text, spans = draw(_articles(event, wordings, choices, facts_told, published))
        sources.append(Source(text, id=f"source-{number}", published=published))
    start, end = spans[wrong]
    kind = VALUE_OF[choices[wrong][0]](facts[wrong], published).kind
    return Contradiction(tuple(sources), f"source-{count}", start, end, text[start:end], kind)


@st.composite
def _articles(
    draw: st.DrawFn,
    event: Event,
    wordings: Sequence[str],
    choices: dict[str, tuple[str, int, int]],
    facts: dict[str, int],
    published: date,
) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text of one source on an event, in some wordings of its sentences, and where its values stand."""
    text = draw(st.sampled_from(event.headlines)) + "\n\n"
    spans: dict[str, tuple[int, int]] = {}
    for wording in wordings:
        words = {
            name: draw(st.sampled_from(written_forms_on(choices[name][0], fact, published)))
            for name, fact in facts.items()
            if f"{{{name}}}" in wording
        }
        said, here = filled_in(wording, words)
        spans |= {name: (len(text) + start, len(text) + end) for name, (start, end) in here.items()}
        text += said + " "
    return text.rstrip(), spans


def stories(*, min_size: int = 2, max_size: int = 6) -> SearchStrategy[tuple[Source, ...]]:
    """Stories of some sources that agree on made-up facts, each in words of its own.

    Without anything changed, :func:`factdiff.testing.assert_consistent` passes on each of them.
    """
    return after_warm_up(_stories(min_size, max_size, False).map(lambda story: story.sources))


def contradictions(*, min_size: int = 2, max_size: int = 6) -> SearchStrategy[Contradiction]:
    """Stories in which the last source contradicts the others in one value, and only in that.

    It tells the value in the words of another source, the others may tell it in words of their own. A check with the
    default configuration has a finding at warning or error on that value, and none on any other.
    """
    return after_warm_up(_stories(min_size, max_size, True))


def sources() -> SearchStrategy[Source]:
    """Single sources: news texts with values of many kinds."""
    return stories(min_size=1, max_size=1).map(lambda story: story[0])
