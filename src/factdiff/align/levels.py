"""The levels of a comparison: each looks at two mentions in their contexts and names what it sees."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from factdiff.context import Context, Scene, Sentence
from factdiff.records import Level, Mention
from factdiff.values.amount import Amount
from factdiff.values.consensus import bare
from factdiff.values.date import Date
from factdiff.values.number import Number
from factdiff.values.relation import Comparison, Relation, Value, compare

#: shares of common words from which two wordings are the same, close, alike, or have something in common
WORDING = ((0.75, "same"), (0.5, "close"), (0.32, "alike"), (0.16, "some"))
#: how many dates of a sentence are looked at
DATES = 3
#: sections that tell the main facts of a story
TOP = frozenset({"headline", "lead"})


@frozen(eq=False)
class Item:
    """A mention in its scene: ``number`` counts in the story, ``place`` in the scene, ``value`` is the bare one."""

    number: int
    scene: Scene
    place: int
    mention: Mention
    value: Value

    @property
    def context(self) -> Context:
        """What surrounds the mention."""
        return self.scene.context(self.place)


def items_of(stage: Iterable[Scene]) -> list[Item]:
    """The items of some scenes, in their order."""
    mentions = [(scene, place, mention) for scene in stage for place, mention in enumerate(scene.mentions)]
    return [Item(number, *mention, bare(mention[2].value)) for number, mention in enumerate(mentions)]


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The table of match weights: level -> label -> weight."""
    return tomllib.loads(files("factdiff.align").joinpath("weights.toml").read_text(encoding="utf-8"))


class Rarity:
    """How rare words are in a story: the weight of a word falls with the number of sentences that hold it."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        every = tuple(sentences)
        counts = Counter(stem for sentence in every for stem in sentence.bag)
        self._weights = {stem: math.log1p(len(every) / count) for stem, count in counts.items()}
        self._totals: dict[frozenset[str], float] = {}
        self._sentences: dict[tuple[Sentence, Sentence], float] = {}

    def total(self, stems: frozenset[str]) -> float:
        """The weight of some words together."""
        found = self._totals.get(stems)
        if found is None:
            found = self._totals[stems] = self._sum(stems)
        return found

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(map(self._weights.__getitem__, stems))

    def likeness(self, one: frozenset[str], two: frozenset[str]) -> float:
        """The share of common words, 0 to 1, by weight."""
        if not one or not two:
            return float(one == two)
        return self._sum(one & two) / math.sqrt(self.total(one) * self.total(two))

    def sentences(self, one: Sentence, two: Sentence) -> float:
        """The likeness of two sentences."""
        found = self._sentences.get((one, two))
        if found is None:
            found = self._sentences[one, two] = self.likeness(one.bag, two.bag)
        return found


def compared(a: Item, b: Item, rarity: Rarity, comparison: Comparison, *, alone: bool) -> dict[str, str]:
    """The label of every level of a pair; ``alone`` says that neither has a rival in its source."""
    one, two = a.context, b.context
    labels = {
        "start": a.mention.kind,
        "event": shared(one.events, two.events),
        "wording": wording(one, two, rarity),
        "tied": shared(one.tied, two.tied),
        "position": "top" if one.sentence.section in TOP and two.sentence.section in TOP else "mixed",
        "value": likeness(a.value, b.value, comparison),
        "rivals": "none" if alone else "some",
    }
    if isinstance(a.mention.value, Number) and isinstance(b.mention.value, Number):
        labels["thing"] = thing(a.mention.value.counted, b.mention.value.counted)
    if not isinstance(a.mention.value, Date):
        labels["when"] = when(one.sentence.dates, two.sentence.dates)
    return labels


def total(labels: Mapping[str, str]) -> float:
    """The match weight of a pair."""
    table = weights()
    return sum(table[level][label] for level, label in labels.items())


def explained(labels: Mapping[str, str]) -> tuple[Level, ...]:
    """The levels of a pair with their weights, as a report shows them."""
    table = weights()
    return tuple(Level(f"{level}: {label}", table[level][label]) for level, label in labels.items())


def thing(one: str | None, two: str | None) -> str:
    """Whether two counts count the same."""
    if one is None or two is None:
        return "unknown"
    return "same" if one == two else "class"


def shared(one: frozenset[str], two: frozenset[str]) -> str:
    """The label for two sets that ought to meet."""
    if not one or not two:
        return "unknown"
    return "other" if one.isdisjoint(two) else "same"


def wording(a: Context, b: Context, rarity: Rarity) -> str:
    """How alike the clauses and sentences are."""
    share = (rarity.likeness(a.near, b.near) + rarity.sentences(a.sentence, b.sentence)) / 2
    return next((label for least, label in WORDING if share >= least), "none")


def when(one: tuple[Date, ...], two: tuple[Date, ...]) -> str:
    """Whether the sentences give one date to what they tell, as far as their first dates say."""
    relations = {compare(x, y).relation for x in one[:DATES] for y in two[:DATES]} - {Relation.INCOMPARABLE}
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
