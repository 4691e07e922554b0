"""Number lines: the amounts that sources give for one fact on one axis, in the unit that most of them use.

Values are read by the fields of their dictionary form: any kind with ``low``, ``high`` and ``stated`` has its line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from factdiff.records import Fact, Mention
from factdiff.reports._excerpt import abbreviated
from factdiff.reports._page.axis import Axis, Interval
from factdiff.reports._page.ticks import Tick
from factdiff.reports._page.wording import currency, units
from factdiff.values.amounts.amount import without_float_noise
from factdiff.values.amounts.units import unit

#: how many bars a number line draws
MOST_BARS = 12
#: the kinds of which the ticks are whole numbers
WHOLE = frozenset({"number", "ordinal", "age"})
#: verdict -> its place in the order of the number lines
ORDER = {"conflicting": 0, "disputed": 1, "updated": 2}


@frozen
class Bar:
    """One value on a number line: its interval and its figure in per cent, and its sources."""

    left: float
    right: float
    point: float | None
    open_left: bool
    open_right: bool
    label: str
    sources: str
    outlier: bool


@frozen
class NumberLine:
    """The values of a fact on one axis; ``left_out`` counts those of another unit and those without room."""

    fact: Fact
    unit: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    left_out: int


def number_lines(facts: Iterable[Fact]) -> Iterator[NumberLine]:
    """A number line for each fact whose values are amounts, the contradicted first."""
    for fact in sorted(facts, key=lambda fact: ORDER.get(fact.verdict, len(ORDER))):
        line = number_line(fact)
        if line:
            yield line


def number_line(fact: Fact) -> NumberLine | None:
    """The number line of a fact, or None where its values are no amounts."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in fact.mentions:
        groups[str(m.value)].append(m)
    values = {label: group[0].value.to_dict() for label, group in groups.items()}
    used = Counter(value.get("unit") or "" for label, value in values.items() for _ in groups[label])
    target = used.most_common(1)[0][0]
    intervals = {label: interval_of(value, target) for label, value in values.items()}
    known = {label: interval for label, interval in intervals.items() if interval is not None and interval.is_drawable}
    if not known:
        return None
    shared = next(iter(known.values())).unit
    drawn = dict([(label, interval) for label, interval in known.items() if interval.unit == shared][:MOST_BARS])
    axis = Axis.of(drawn.values(), whole=fact.kind in WHOLE)
    bars = tuple(bar(label, interval, groups[label], axis, fact.outliers) for label, interval in drawn.items())
    counted = dict.fromkeys(units(values[label].get("counted") or "") for label in drawn)
    names = axis.scale[1], " / ".join(filter(None, counted)), shared
    return NumberLine(fact, " ".join(filter(None, names)), axis.ticks(), bars, len(groups) - len(bars))


def interval_of(value: Mapping[str, Any], target: str) -> Interval | None:
    """The interval of a value with its unit in words; in the unit ``target`` where the dimension is the same."""
    if "stated" not in value or "low" not in value:
        return None
    stated = value.get("unit") or ""
    bounds = "second" if value["type"] == "duration" else stated  # a duration has its bounds in seconds
    shown = target if dimension(stated) == dimension(target) else stated
    low, high = (converted(value[name], bounds, shown) for name in ("low", "high"))
    per = f" per {value['per']}" if value.get("per") else ""
    name = units(shown) or currency(value.get("currency") or "")
    return Interval(low, high, converted(value["stated"], stated, shown), f"{name}{per}".strip())


def dimension(name: str) -> str:
    """The dimension of a unit; that of one that is not in the table is its own."""
    try:
        return unit(name).dimension
    except KeyError:
        return name


def converted(amount: float | None, own: str, shown: str) -> float | None:
    """An amount of one unit in another."""
    return (
        amount if amount is None or own == shown else without_float_noise(unit(shown).from_si(unit(own).to_si(amount)))
    )


def bar(label: str, interval: Interval, mentions: list[Mention], axis: Axis, outliers: tuple[str, ...]) -> Bar:
    """The bar of one value."""
    names = list(dict.fromkeys(m.source or "" for m in mentions))
    return Bar(
        left=0.0 if interval.low is None else axis.at(interval.low),
        right=100.0 if interval.high is None else axis.at(interval.high),
        point=None if interval.point is None else axis.at(interval.point),
        open_left=interval.low is None,
        open_right=interval.high is None,
        label=label,
        sources=abbreviated(names),
        outlier=bool(set(names) & set(outliers)),
    )
