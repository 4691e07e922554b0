"""Twin sentences: two sources have the same words, but for the values in them.

Edited wire copy: what stands in the same place of twin sentences speaks of one fact, whatever else the sources say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factdiff.align.levels import Item, total
from factdiff.align.rivals import Link, Pair
from factdiff.values.relation import Relation, relate
from factdiff.values.tolerances import Tolerances

#: how many words twin sentences must have in common beside their values
WORDS = 5
#: the only level that is looked at
LABELS = {"sentence": "twin"}
#: kinds of mentions that are words of the sentence rather than values in it
WORDED = frozenset({"name", "quote", "stance"})


def twins(items: Sequence[Item], tolerances: Tolerances) -> Iterator[Link]:
    """The links between the values of twin sentences of two sources, in their order."""
    by_words: defaultdict[str, defaultdict[str, list[list[Item]]]] = defaultdict(lambda: defaultdict(list))
    for together in sentences(items):
        by_words[masked(together)][together[0].mention.source or ""].append(together)
    for words, sources in by_words.items():
        if len(sources) > 1 and len(words.split()) - words.count(MASK) >= WORDS:
            once = [said[0] for said in sources.values() if len(said) == 1]
            for one, two in combinations(once, 2):
                yield from linked(one, two, tolerances)


def sentences(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The values of each sentence."""
    by_sentence: defaultdict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in items:
        if item.mention.kind not in WORDED:
            by_sentence[item.mention.source or "", item.scene.sentence(item.place).start].append(item)
    yield from by_sentence.values()


#: what stands for a value
MASK = "\u25a1"


def masked(items: Sequence[Item]) -> str:
    """The words of a sentence, with a mask for each value."""
    scene, sentence = items[0].scene, items[0].scene.sentence(items[0].place)
    text, position, parts = scene.source.text, sentence.start, []
    for item in items:
        parts += [text[position : item.mention.start], f" {MASK} "]
        position = max(position, item.mention.end)
    return " ".join("".join([*parts, text[position : sentence.end]]).casefold().split())


def linked(one: Sequence[Item], two: Sequence[Item], tolerances: Tolerances) -> Iterator[Link]:
    """The links of the values of two twin sentences."""
    weights = {conflict: total(question, LABELS) for conflict, question in ((False, "agree"), (True, "conflict"))}
    for a, b in zip(one, two, strict=True):
        relation = relate(a.value, b.value, tolerances)
        if relation is not Relation.INCOMPARABLE:
            pair = Pair(a, b, relation, 2.0)
            yield Link(pair, LABELS, weights[pair.conflict])
