"""Inverse document frequency: how rare words are in a story, and how similar that makes texts that share them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import cache
from itertools import chain

from factdiff.context import Document, Sentence


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
        weight_of = {stem: math.log1p(len(every) / count) for stem, count in counts.items()}.__getitem__
        summed, root = math.fsum, math.sqrt  # fsum: the order of a set must not matter

        def weight(stems: frozenset[str]) -> float:
            return summed(map(weight_of, stems))

        total = cache(weight)

        def similarity(one: frozenset[str], two: frozenset[str]) -> float:
            if one.isdisjoint(two):
                return 0.0 if one or two else 1.0
            return summed(map(weight_of, one & two)) / root(total(one) * total(two))

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
