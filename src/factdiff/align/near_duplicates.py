"""Twin sentences: two sources have the same words, but for the values in them.

Edited wire copy: what stands in the same place of twin sentences speaks of one fact, whatever else the sources say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, combinations, pairwise

from factdiff.align.compared_mentions import Item
from factdiff.align.comparison.comparison_levels import total
from factdiff.align.contradiction import shifted
from factdiff.align.pairs import Link, Pair
from factdiff.context import Scene, taking_part
from factdiff.values.relation import Relation, RelationCache

#: how many words twin sentences must have in common beside their values
WORDS = 5
#: the only level that is looked at
LABELS = {"sentence": "twin"}
#: of how many unlike values in one place each is set against each other; of more, each against the next
UNLIKE = 64
#: kinds of mentions that are words of the sentence rather than values in it
WORDED = frozenset({"name", "quote", "stance"})
#: what stands for a value
MASK = "\u25a1"


class Twins:
    """The values in the same places of twin sentences, of items by scene and place.

    ``links`` joins them: of the sources that give one value, the first with each other one, and with the first of those
    that give another value.
    """

    def __init__(self, items: Mapping[Scene, Mapping[int, Item]], relations: RelationCache) -> None:
        self.links: list[Link] = []
        self._sources: dict[int, Collection[str | None]] = {}
        self._relations = relations
        self._weights = {question: total(question, LABELS) for question in ("agree", "conflict")}
        by_words: defaultdict[tuple[str, int], list[list[Item]]] = defaultdict(list)
        for scene, own in items.items():
            for words, places in scene.once(sentences).items():
                if own.keys() >= set(places):  # what a near copy repeats is joined by now
                    by_words[words].append([own[place] for place in places])
        for column in chain.from_iterable(zip(*said, strict=True) for said in by_words.values() if len(said) > 1):
            self._join(column)

    def free(self, items: Sequence[Item], source: str) -> list[Item]:
        """The items that have no twin in a source."""
        return [item for item in items if source not in self._sources.get(item.number, ())]

    def _join(self, items: Sequence[Item]) -> None:
        """Join what stands in one place of some sentences."""
        by_value: dict[int, list[Item]] = {}
        for item in items:
            by_value.setdefault(id(item.value), []).append(item)
        told = {value: {item.mention.source for item in some} for value, some in by_value.items()}
        few = len(by_value) <= UNLIKE
        everyone = set[str | None]() if few else set().union(*told.values())
        known = {value: set(sources) if few else everyone for value, sources in told.items()}
        for first, *others in by_value.values():
            for other in others:
                self._link(first, other, Relation.EQUAL)
        for one, two in combinations(by_value, 2) if few else pairwise(by_value):
            a, b = by_value[one][0], by_value[two][0]
            relation = self._relations(a.value, b.value)
            apart = relation is Relation.DISJOINT and shifted(a, b)
            if relation is not Relation.INCOMPARABLE and not apart:
                self._link(a, b, relation)
                known[one] |= told[two]
                known[two] |= told[one]
        self._sources.update((item.number, known[id(item.value)]) for item in items)

    def _link(self, a: Item, b: Item, relation: Relation) -> None:
        pair = Pair(a, b, relation, 2.0)
        question = "conflict" if pair.conflict else "agree"
        self.links.append(Link(question, pair, LABELS, self._weights[question]))


def sentences(scene: Scene) -> Mapping[tuple[str, int], Sequence[int]]:
    """The sentences that can have twins, none of which is said twice: by words and number of values, the places of
    these.
    """
    by_sentence: defaultdict[int, list[int]] = defaultdict(list)
    for place in scene.once(taking_part):
        if scene.mentions[place].kind not in WORDED:
            by_sentence[scene.depth(place)].append(place)
    found: dict[tuple[str, int], Sequence[int]] = {}
    twice = set()
    for number, places in by_sentence.items():
        key = masked(scene, number, places), len(places)
        if found.setdefault(key, places) is not places:
            twice.add(key)
    return {key: places for key, places in found.items() if key not in twice and length(key[0]) >= WORDS}


def masked(scene: Scene, number: int, places: Iterable[int]) -> str:
    """The words of a sentence, with a mask for each value; those of a short one behind the sentence before it."""
    text, sentence, parts = scene.source.text, scene.sentences[number], []
    position = sentence.start
    for place in places:
        mention = scene.mentions[place]
        parts.append(text[position : mention.start])
        position = max(position, mention.end)
    parts.append(text[position : sentence.end])
    words = " ".join(f" {MASK} ".join(parts).casefold().split())
    if length(words) >= WORDS or not number:
        return words
    before = scene.sentences[number - 1]
    return " ".join(f"{text[before.start : before.end]} {words}".casefold().split())


def length(words: str) -> int:
    """How many words there are beside the masks, of words with one blank between."""
    return words.count(" ") + 1 - words.count(MASK)
