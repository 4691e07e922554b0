"""Inverse document frequency: how rare words are in a story, and how similar that makes texts that share them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import TypeVar

from factdiff.context import Document, Sentence

T = TypeVar("T", bound=Hashable)


class InverseDocumentFrequency:
    """The inverse document frequency of the stems of a story, with its sentences as documents.

    ``weight`` gives the sum of the weights of stems, and ``total`` the same with a cache, for sets that are asked for
    often. ``similarity`` gives the cosine similarity of two sets of stems by weight, 0 to 1; ``passage_similarity`` is
    the same with a cache, for the stems of passages. Sentences that near copies have ``repeated`` do not count.
    """

    def __init__(self, documents: Iterable[Document], repeated: Collection[Sentence] = ()) -> None:
        every = [sentence.bag for document in documents for sentence in document.sentences if sentence not in repeated]
        counts = Counter(chain.from_iterable(every))
        for sentence in repeated:
            counts.update(sentence.bag - counts.keys())
        weight, total, similarity = weighting(counts, len(every))
        self.weight: Callable[[frozenset[str]], float] = weight
        self.total: Callable[[frozenset[str]], float] = total
        self.similarity: Callable[[frozenset[str], frozenset[str]], float] = similarity
        self.passage_similarity: Callable[[frozenset[str], frozenset[str]], float] = cache(similarity)
        self._sentences: dict[tuple[Sentence, Sentence], float] = {}

    def sentence_similarity(self, one: Sentence, two: Sentence) -> float:
        """The similarity of two sentences."""
        found = self._sentences.get((one, two))
        if found is None:
            found = self._sentences[one, two] = self.similarity(one.bag, two.bag)
        return found


def weighting(
    counts: Mapping[T, int], size: int
) -> tuple[
    Callable[[frozenset[T]], float], Callable[[frozenset[T]], float], Callable[[frozenset[T], frozenset[T]], float]
]:
    """The weight of a set, the same with a cache, and the cosine similarity of two sets, where ``counts`` tells how
    many of so many (``size``) sets have each element.

    >>> weight, total, similarity = weighting({"a": 1, "b": 2}, 2)
    >>> weight(frozenset("a")) > weight(frozenset("b")), similarity(frozenset("a"), frozenset("b"))
    (True, 0.0)
    """
    weight_of = {element: math.log1p(size / count) for element, count in counts.items()}.__getitem__
    summed, root = math.fsum, math.sqrt  # fsum: the order of a set must not matter

    def weight(elements: frozenset[T]) -> float:
        return summed(map(weight_of, elements))

    total = cache(weight)

    def similarity(one: frozenset[T], two: frozenset[T]) -> float:
        if one.isdisjoint(two):
            return 0.0 if one or two else 1.0
        return summed(map(weight_of, one & two)) / root(total(one) * total(two))

    return weight, total, similarity
