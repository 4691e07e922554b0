"""The levels of a comparison: each looks at two mentions in their contexts and names what it sees."""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from importlib.resources import files
from itertools import product, repeat
from typing import NamedTuple

from attrs import frozen

from factdiff.align.rarity import Rarity
from factdiff.context import Context, Scene
from factdiff.records import Level, Mention
from factdiff.values.amount import Amount
from factdiff.values.consensus import bare
from factdiff.values.date import Date
from factdiff.values.duration import Duration
from factdiff.values.number import Number
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity
from factdiff.values.relation import Relation, Value, relate
from factdiff.values.units import unit


class Steps(NamedTuple):
    """A scale in steps: where each but the first begins, and what they are called."""

    bounds: tuple[float, ...]
    labels: tuple[str, ...]


#: shares of common words, by weight
LIKENESS = Steps((0.0001, 0.1, 0.22, 0.35, 0.5, 0.7), ("none", "little", "some", "akin", "alike", "close", "same"))
#: how many times as large one of two unlike amounts is as the other, and how many days lie between two unlike days
RATIOS = Steps((1.3, 2.0, 4.0, 20.0), ("near", "double", "several", "tens", "far"))
DAYS = Steps((3, 8, 41), ("near", "week", "month", "far"))
#: how many sentences stand before a mention
DEPTHS = Steps((3, 8), ("head", "middle", "deep"))
#: the label for two of them, that which stands first before the other
DEEP = {(x, y): " and ".join(sorted((x, y), key=DEPTHS.labels.index)) for x, y in product(DEPTHS.labels, repeat=2)}
#: how many powers of ten a slip of the pen can move a figure: from a thousand to a million
POWERS = 3
#: how many dates of a sentence are looked at
DATES = 3
#: sections that tell the main facts of a story
TOP = frozenset({"headline", "lead"})
#: what a label without a weight weighs
NOTHING = repeat(0.0)
#: amounts with a unit
MEASURED = (Quantity, Duration)
#: kinds of which events are weighed apart; all others are amounts
GROUPS = {"date": "date", "time": "date", "place": "place", "term": "term"}


@frozen(eq=False)
class Item:
    """A mention in its scene: ``number`` counts in the story, ``place`` in the scene, ``value`` is the bare one, and
    ``depth`` tells how far down its text it stands: what is told first is what a story is about.
    """

    number: int
    scene: Scene
    place: int
    mention: Mention
    value: Value
    depth: str

    @cached_property
    def context(self) -> Context:
        """What surrounds the mention."""
        return self.scene.context(self.place)


def bare_values(scene: Scene) -> tuple[Value, ...]:
    """The values of a scene as facts compare them."""
    return tuple(bare(mention.value) for mention in scene.mentions)


def depths(scene: Scene) -> tuple[str, ...]:
    """How far down its text each mention of a scene stands."""
    return tuple(step(DEPTHS, scene.depth(place)) for place in range(len(scene.mentions)))


def items_of(stage: Iterable[Scene]) -> list[Item]:
    """The items of some scenes, in their order.

    Values that are equal are one object, if places are named in one way as well, since their relations hang on that.
    """
    found: list[Item] = []
    values: dict[tuple[Value, str | None], Value] = {}
    for scene in stage:
        own = zip(scene.mentions, scene.once(bare_values), scene.once(depths), strict=True)
        for place, (mention, value, depth) in enumerate(own):
            form = value.form if isinstance(value, Place) else None
            same = values.setdefault((value, form), value)
            found.append(Item(len(found), scene, place, mention, same, depth))
    return found


@cache
def weights(question: str) -> tuple[float, Mapping[tuple[str, str], float]]:
    """The bar to pass for a question (agree, conflict, claim), and the match weights by level and label."""
    table = tomllib.loads(files("factdiff.align").joinpath("weights.toml").read_text(encoding="utf-8"))
    levels = table[question]
    bar = table["threshold"][question] - levels.pop("prior")["all"]
    return bar, {(level, label): weight for level, labels in levels.items() for label, weight in labels.items()}


def compared(a: Item, b: Item, rarity: Rarity, relation: Relation, near: float) -> dict[str, str]:
    """The label of every level that looks at a pair alone; those that look at its rivals come in ``align.rivals``.

    ``near`` tells how alike what stands near them is.
    """
    one, two = a.context, b.context
    conflict = relation is Relation.DISJOINT
    group = GROUPS.get(a.mention.kind, "amount")
    labels = {
        "kind": a.mention.kind,
        "event": f"{group}, {shared(one.events, two.events)}",
        "near": step(LIKENESS, near),
        "clause": step(LIKENESS, rarity.likeness(one.clause, two.clause)),
        "sentence": step(LIKENESS, rarity.sentences(one.sentence, two.sentence)),
        "tied": shared(one.tied, two.tied),
        "places": shared(one.places, two.places),
        "subject": shared(one.subject, two.subject),
        "quoted": ("neither", "one", "both")[one.quoted + two.quoted],
        "position": "top" if one.sentence.section in TOP and two.sentence.section in TOP else "mixed",
        "depth": f"{group}, {DEEP[a.depth, b.depth]}",
        "denied": "same" if one.negated == two.negated else "other",
        "aspect": "same" if one.aspect == two.aspect else "other",
        "value": gap(a.value, b.value) if conflict else likeness(a.value, b.value, relation),
    }
    if isinstance(a.mention.value, Number) and isinstance(b.mention.value, Number):
        labels["thing"] = thing(a, b)
        labels["role"] = shared(one.roles, two.roles)
    if isinstance(a.value, Amount):
        labels["property"] = shared(one.properties, two.properties)
    if isinstance(a.value, Date):
        labels["statement"] = ("neither", "one", "both")[one.reported + two.reported]
        labels["tense"] = tense(a, b)
    else:
        labels["when"] = when(one.sentence.dates, two.sentence.dates)
    return labels


def total(question: str, labels: Mapping[str, str]) -> float:
    """The match weight of a pair above the threshold of a question (agree, conflict, claim)."""
    bar, table = weights(question)
    return math.fsum(map(table.get, labels.items(), NOTHING)) - bar


def explained(question: str, labels: Mapping[str, str]) -> tuple[Level, ...]:
    """The levels of a pair with their weights, as a report shows them."""
    return tuple(weighed_level(question, *level) for level in labels.items())


@cache
def weighed_level(question: str, level: str, label: str) -> Level:
    """A label of a level with its weight."""
    _, table = weights(question)
    return Level(f"{level}: {label}", table.get((level, label), 0.0))


def step(steps: Steps, size: float) -> str:
    """The label of the step that a size has reached.

    >>> step(LIKENESS, 0.5), step(DAYS, 2)
    ('close', 'near')
    """
    return steps.labels[bisect_right(steps.bounds, size)]


def thing(a: Item, b: Item) -> str:
    """Whether two counts count the same: one word, words of one class, other things, or not known of one of them."""
    first, second = a.mention.value, b.mention.value
    if not isinstance(first, Number) or not isinstance(second, Number) or None in (first.counted, second.counted):
        return "unknown"
    if first.counted == second.counted:
        return "same"
    one, two = a.scene.thing(a.place), b.scene.thing(b.place)
    if one == two:
        return "class"
    return "other" if one != first.counted and two != second.counted else "word"


def shared(one: frozenset[str], two: frozenset[str]) -> str:
    """The label for two sets that ought to meet."""
    if not one or not two:
        return "unknown"
    return "other" if one.isdisjoint(two) else "same"


def when(one: tuple[Date, ...], two: tuple[Date, ...]) -> str:
    """Whether the sentences give one date to what they tell, as far as their first dates say.

    Where one alone is dated, by no more than a month or a year, it is likely to tell of what was before.
    """
    if not one or not two:
        if not one and not two:
            return "unknown"
        return "one" if "day" in [day.granularity for day in one or two] else "one, loosely"
    found = "unknown"
    for x, y in product(one[:DATES], two[:DATES]):
        relation = relate(x, y)
        if relation is Relation.DISJOINT:
            found = "other"
        elif relation is not Relation.INCOMPARABLE:
            return "same"
    return found


def tense(a: Item, b: Item) -> str:
    """Whether two dates lie on the same side of the days on which their sources were published."""
    sides = [ahead(item) for item in (a, b)]
    return "unknown" if None in sides else "same" if sides[0] == sides[1] else "other"


def ahead(item: Item) -> bool | None:
    """Whether a date lies ahead of the publication of its source."""
    first, published = getattr(item.value, "earliest", None), item.scene.published
    if first is None or published is None:
        return None
    return bool(first > (published.date() if isinstance(published, datetime) else published))


def likeness(a: Value, b: Value, relation: Relation) -> str:
    """What two values that agree say for the mentions being of one fact."""
    if relation is Relation.EQUAL:
        return "distinctive" if distinctive(a) and (a is b or distinctive(b)) else "equal"
    return (
        "rounded"
        if isinstance(a, Amount) and isinstance(b, Amount) and ratio(a, b) < RATIOS.bounds[0]
        else "compatible"
    )


def distinctive(value: Value) -> bool:
    """Whether a value would hardly be met twice by chance: a day, or a figure of three digits or more."""
    if isinstance(value, Date):
        return value.granularity == "day"
    if isinstance(value, Amount):
        figure = value.figure
        return figure is not None and (figure.significant >= 3 or (value.kind == "money" and figure.significant >= 2))
    return False


def gap(a: Value, b: Value) -> str:
    """How far two values that contradict each other lie apart: a slip of the pen, so many times, so many days."""
    if slip(a, b):
        return "slip"
    if isinstance(a, Date) and isinstance(b, Date):
        if a.granularity != b.granularity:
            return "other grain"
        if a.earliest is None or b.earliest is None:
            return "open"
        days = abs((a.earliest - b.earliest).days)
        return f"{step(DAYS, days)} days"
    if isinstance(a, Amount) and isinstance(b, Amount):
        return f"{step(RATIOS, ratio(a, b))} times"
    return "unlike"


def ratio(a: Amount, b: Amount) -> float:
    """How many times as large one amount is as the other, in one unit; infinite where one is open or nought."""
    one, two = abs(middle(a)), abs(middle(b))
    return max(one, two) / min(one, two) if one and two else math.inf


def middle(amount: Amount) -> float:
    """The figure of an amount in its SI unit, or 0 where it has none."""
    if not amount.stated:
        return 0.0
    return float(unit(amount.unit).to_si(amount.stated) if isinstance(amount, MEASURED) else amount.stated)


def near_years(a: date, b: date) -> bool:
    """Whether the year of one day can be a slip for that of another: the next one, or another by a single digit."""
    return abs(a.year - b.year) <= 1 or sum(x != y for x, y in zip(f"{a.year:4}", f"{b.year:4}", strict=False)) <= 1


def slip(a: Value, b: Value) -> bool:
    """Whether one value is the other with a slip of the pen: another year, two digits swapped, another power of ten."""
    if isinstance(a, Date) and isinstance(b, Date):
        if a.earliest is None or b.earliest is None or a.granularity != b.granularity:
            return False
        return (
            a.granularity == "day"
            and f"{a.earliest:%m%d}" == f"{b.earliest:%m%d}"
            and near_years(a.earliest, b.earliest)
        )
    if isinstance(a, Amount) and isinstance(b, Amount) and a.stated and b.stated:
        one, two = (f"{abs(x.stated or 0.0):.6e}".split("e") for x in (a, b))
        digits = [mantissa.replace(".", "").rstrip("0") for mantissa in (one[0], two[0])]
        same = digits[0] == digits[1]
        far = abs(int(one[1]) - int(two[1]))
        return len(digits[0]) > 1 and sorted(digits[0]) == sorted(digits[1]) and far <= POWERS and (far > 0 or not same)
    return False
