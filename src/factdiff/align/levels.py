"""The levels of a comparison: each looks at two mentions in their contexts and names what it sees."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from factdiff.context import Context, Sentence
from factdiff.records import Level, Mention
from factdiff.values.amount import Amount
from factdiff.values.consensus import bare
from factdiff.values.date import Date
from factdiff.values.number import Number
from factdiff.values.relation import Comparison, Relation, Value, compare

#: shares of common words from which two wordings are the same, close, alike, or have something in common
WORDING = ((0.75, "same"), (0.5, "close"), (0.32, "alike"), (0.16, "some"))
#: sections that tell the main facts of a story
TOP = frozenset({"headline", "lead"})


@frozen(eq=False)
class Item:
    """A mention with its context and its number in the story."""

    number: int
    mention: Mention
    context: Context

    @property
    def value(self) -> Value:
        """The value as facts compare it."""
        return bare(self.mention.value)


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The table of match weights: level -> label -> weight."""
    return tomllib.loads(files("factdiff.align").joinpath("weights.toml").read_text(encoding="utf-8"))


class Rarity:
    """How rare words are in a story: the weight of a word falls with the number of sentences that hold it."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        unique = {id(sentence): sentence for sentence in sentences}.values()
        counts = Counter(stem for sentence in unique for stem in sentence.bag)
        self._weights = {stem: math.log1p(len(unique) / count) for stem, count in counts.items()}

    def total(self, stems: Iterable[str]) -> float:
        """The weight of some words together."""
        weights = self._weights
        return sum(weights.get(stem, 0.0) for stem in stems)

    def likeness(self, one: frozenset[str], two: frozenset[str]) -> float:
        """The share of common words, 0 to 1, by weight."""
        if not one or not two:
            return float(one == two)
        return self.total(one & two) / math.sqrt((self.total(one) or 1.0) * (self.total(two) or 1.0))


def compared(a: Item, b: Item, rarity: Rarity, comparison: Comparison, *, alone: bool) -> tuple[Level, ...]:
    """All levels of a pair with their weights; ``alone`` says that neither has a rival in its source."""
    table = weights()
    labels = {
        "thing": thing(a, b),
        "event": event(a.context, b.context),
        "wording": wording(a.context, b.context, rarity),
        "tied": shared(a.context.tied, b.context.tied),
        "when": when(a, b),
        "position": "top" if {a.context.sentence.section, b.context.sentence.section} <= TOP else "mixed",
        "value": likeness(a.value, b.value, comparison),
        "rivals": "none" if alone else "some",
    }
    found = [Level("start", table["start"][a.mention.kind])]
    found += [Level(f"{name}: {label}", table[name][label]) for name, label in labels.items() if label]
    return tuple(found)


def total(levels: Iterable[Level]) -> float:
    """The match weight of a pair."""
    return sum(level.weight for level in levels)


def thing(a: Item, b: Item) -> str | None:
    """Whether two counts count the same."""
    if not isinstance(a.mention.value, Number) or not isinstance(b.mention.value, Number):
        return None
    one, two = a.mention.value.counted, b.mention.value.counted
    if one is None or two is None:
        return "unknown"
    return "same" if one == two else "class"


def event(a: Context, b: Context) -> str:
    """Whether the words near the mentions tell of one class of events."""
    return shared(a.events, b.events)


def shared(one: frozenset[str], two: frozenset[str]) -> str:
    """The label for two sets that ought to meet."""
    if not one or not two:
        return "unknown"
    return "same" if one & two else "other"


def wording(a: Context, b: Context, rarity: Rarity) -> str:
    """How alike the clauses and sentences are."""
    share = (rarity.likeness(a.near, b.near) + rarity.likeness(a.sentence.bag, b.sentence.bag)) / 2
    return next((label for least, label in WORDING if share >= least), "none")


def when(a: Item, b: Item) -> str | None:
    """Whether the sentences give one date to what they tell; for dates themselves there is no such level."""
    if isinstance(a.mention.value, Date):
        return None
    one, two = a.context.sentence.dates[:3], b.context.sentence.dates[:3]
    relations = {compare(x, y).relation for x in one for y in two} - {Relation.INCOMPARABLE}
    if not relations:
        return "unknown"
    return "other" if relations == {Relation.DISJOINT} else "same"


def likeness(a: Value, b: Value, comparison: Comparison) -> str:
    """What two values say for the mentions being of one fact."""
    if comparison.relation is Relation.EQUAL:
        return "distinctive" if distinctive(a) and distinctive(b) else "equal"
    if comparison.relation is Relation.DISJOINT:
        return "slip" if slip(a, b) else "different"
    return "compatible"


def distinctive(value: Value) -> bool:
    """Whether a value would hardly be met twice by chance: a day, or a figure of three digits or more."""
    if isinstance(value, Date):
        return value.granularity == "day"
    if isinstance(value, Amount):
        figure = value.figure
        return figure is not None and (figure.significant >= 3 or (value.kind == "money" and figure.significant >= 2))
    return False


def slip(a: Value, b: Value) -> bool:
    """Whether one value is the other with a slip of the pen: another year, two digits swapped, another power of ten."""
    if isinstance(a, Date) and isinstance(b, Date):
        if a.earliest is None or b.earliest is None or a.granularity != b.granularity:
            return False
        return a.granularity == "day" and (a.earliest.month, a.earliest.day) == (b.earliest.month, b.earliest.day)
    if isinstance(a, Amount) and isinstance(b, Amount) and a.stated and b.stated:
        one, two = (f"{abs(x.stated or 0.0):.6e}".split("e") for x in (a, b))
        digits = [mantissa.replace(".", "").rstrip("0") for mantissa in (one[0], two[0])]
        same = digits[0] == digits[1]
        return len(digits[0]) > 1 and sorted(digits[0]) == sorted(digits[1]) and (not same or one[1] != two[1])
    return False
