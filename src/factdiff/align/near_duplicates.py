"""Near-duplicate sentences: sentences of two sources with the same words but for the values in them.

They are edited wire copy: values in the same position of near-duplicate sentences speak of one fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, combinations, pairwise

from factdiff.align.candidates.contradiction import is_zone_shift
from factdiff.align.compared_mentions import Item, item_relation
from factdiff.align.comparison.comparison_levels import match_weight
from factdiff.align.pairs import Link, Pair
from factdiff.context import Document, comparable_mentions
from factdiff.values.relation import Relation, RelationCache

#: how many words near-duplicate sentences must have in common beside their values
WORDS = 5
#: the labels of a link between near-duplicate sentences
NEAR_DUPLICATE = {"sentence": "twin"}
#: up to how many different values in one position are compared pair by pair; of more, each with the next
MOST_UNLIKE = 64
#: the kinds of mentions that count as words of the sentence rather than values in it
WORD_KINDS = frozenset({"name", "quote", "stance"})
#: the sign that stands for a value
MASK = "\u25a1"


class NearDuplicates:
    """The near-duplicate sentences of a story, given its items by document and index.

    ``links`` join the values in one position: of the items with one value, the first with each of the others, and with
    the first of the items with another value.
    """

    def __init__(self, items: Mapping[Document, Mapping[int, Item]], relations: RelationCache) -> None:
        self.links: list[Link] = []
        self._sources: dict[int, Collection[str | None]] = {}
        self._relations = relations
        self._weights = {question: match_weight(question, NEAR_DUPLICATE) for question in ("agree", "conflict")}
        by_words: defaultdict[tuple[str, int], list[list[Item]]] = defaultdict(list)
        for document, own in items.items():
            for words, indices in document.cached(sentences_by_words).items():
                if own.keys() >= set(indices):  # a near copy's repetitions are joined elsewhere
                    by_words[words].append([own[index] for index in indices])
        for column in chain.from_iterable(zip(*same, strict=True) for same in by_words.values() if len(same) > 1):
            self._join(column)

    def unmatched(self, items: Sequence[Item], source: str) -> list[Item]:
        """The items that are in no sentence with a near duplicate in a source."""
        return [item for item in items if source not in self._sources.get(item.number, ())]

    def _join(self, items: Sequence[Item]) -> None:
        """Link the items in one position of near-duplicate sentences."""
        by_value: dict[int, list[Item]] = {}
        for item in items:
            by_value.setdefault(id(item.value), []).append(item)
        sources = {value: {item.mention.source for item in same} for value, same in by_value.items()}
        few = len(by_value) <= MOST_UNLIKE
        everyone = set[str | None]() if few else set().union(*sources.values())
        known = {value: set(own) if few else everyone for value, own in sources.items()}
        for first, *others in by_value.values():
            for other in others:
                if item_relation(first, other, self._relations) is Relation.EQUAL:
                    self._link(first, other, Relation.EQUAL)
        for one, two in combinations(by_value, 2) if few else pairwise(by_value):
            a, b = by_value[one][0], by_value[two][0]
            relation = item_relation(a, b, self._relations)
            apart = relation is Relation.DISJOINT and is_zone_shift(a, b)
            if relation is not Relation.INCOMPARABLE and not apart:
                self._link(a, b, relation)
                known[one] |= sources[two]
                known[two] |= sources[one]
        self._sources.update((item.number, known[id(item.value)]) for item in items)

    def _link(self, a: Item, b: Item, relation: Relation) -> None:
        pair = Pair(a, b, relation, 2.0)
        question = "conflict" if pair.conflict else "agree"
        self.links.append(Link(question, pair, NEAR_DUPLICATE, self._weights[question]))


def sentences_by_words(document: Document) -> Mapping[tuple[str, int], Sequence[int]]:
    """The sentences that can have near duplicates: their words and number of values -> the indices of the values.

    A sentence that stands twice in the document is left out.
    """
    by_sentence: defaultdict[int, list[int]] = defaultdict(list)
    for index in document.cached(comparable_mentions):
        if document.mentions[index].kind not in WORD_KINDS:
            by_sentence[document.sentence_index(index)].append(index)
    found: dict[tuple[str, int], Sequence[int]] = {}
    twice = set()
    for number, indices in by_sentence.items():
        key = masked_words(document, number, indices), len(indices)
        if found.setdefault(key, indices) is not indices:
            twice.add(key)
    return {key: tuple(indices) for key, indices in found.items() if key not in twice and word_count(key[0]) >= WORDS}


def masked_words(document: Document, number: int, indices: Iterable[int]) -> str:
    """The words of a sentence with a mask for each value; before a short sentence, those of the one before it."""
    text, sentence, parts = document.source.text, document.sentences[number], []
    position = sentence.start
    for index in indices:
        mention = document.mentions[index]
        parts.append(text[position : mention.start])
        position = max(position, mention.end)
    parts.append(text[position : sentence.end])
    words = " ".join(f" {MASK} ".join(parts).casefold().split())
    if word_count(words) >= WORDS or not number:
        return words
    before = document.sentences[number - 1]
    return " ".join(f"{text[before.start : before.end]} {words}".casefold().split())


def word_count(words: str) -> int:
    """The number of words beside the masks, of words with one blank between."""
    return words.count(" ") + 1 - words.count(MASK)
