"""The candidates of a story: all items, and what of them is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from factdiff.align.candidates.blocking import blocks
from factdiff.align.candidates.candidate_pairs import comparable_pairs
from factdiff.align.candidates.source_blocking import compared_sources
from factdiff.align.compared_mentions import Item, items_of
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.comparison.neighbouring_values import Key, value_similarity
from factdiff.align.near_duplicates import NearDuplicates
from factdiff.align.pairs import Pair
from factdiff.align.syndication import NearCopies
from factdiff.align.weighed_items import may_be_weighed
from factdiff.context import Document, comparable_mentions, restatements
from factdiff.records import Mention
from factdiff.values.relation import RelationCache
from factdiff.values.tolerances import DEFAULT, Tolerances


class Candidates:
    """The ``items`` of documents, the weights of stems, the near copies among them and the relations of values.

    ``partners`` are the sources that each source is compared with, and ``compared`` the items that are compared, by
    document and index.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        idf: InverseDocumentFrequency,
        copies: NearCopies,
        tolerances: Tolerances = DEFAULT,
        draft: str | None = None,
    ) -> None:
        self.items, self.relations = items_of(documents), RelationCache(tolerances)
        self.idf, self.copies = idf, copies
        self.restatement_pairs = {pair for document in documents for pair in document.cached(restatements)}
        counts = accumulate((len(document.mentions) for document in documents), initial=0)
        self._offsets = dict(zip(documents, counts, strict=False))
        self.partners: Mapping[str, Sequence[str]] = (
            compared_sources(documents, idf, copies.originals, draft) if len(documents) > 1 else {}
        )
        self.compared = {
            document: {
                index: self.item(document, index)
                for index in document.cached(comparable_mentions)
                if (document, index) not in copies.mentions
            }
            for document in documents
        }

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Candidates:
        """The candidates of documents."""
        copies = NearCopies(documents)
        return cls(documents, InverseDocumentFrequency(documents, copies.sentences), copies)

    def item(self, document: Document, index: int) -> Item:
        """The item of a mention."""
        return self.items[self._offsets[document] + index]

    @property
    def restated(self) -> set[Mention]:
        """The mentions that restate an amount before them."""
        return {second for first, second in self.restatement_pairs if first.kind != "date"}

    @cached_property
    def near_duplicates(self) -> NearDuplicates:
        """The near-duplicate sentences."""
        return NearDuplicates(self.compared, self.relations)

    @cached_property
    def blocks(self) -> list[dict[str, list[Item]]]:
        """The blocks of the items that are compared, each as source -> its items."""
        return [*blocks(self.compared)]

    @cached_property
    def value_similarity(self) -> Callable[[frozenset[Key], frozenset[Key]], float]:
        """How similar two sets of told values are."""
        return value_similarity(self._offsets)

    def passage(self, item: Item) -> frozenset[str]:
        """The stems of the sentence of an item and of the two beside it."""
        return self._passages[item.document][item.document.sentence_index(item.index)]

    @cached_property
    def _passages(self) -> Mapping[Document, Sequence[frozenset[str]]]:
        """The stems of each sentence of each document and of those beside it."""
        return {document: passages(document) for document in self._offsets}

    @cached_property
    def weighed_pairs(self) -> list[list[Pair]]:
        """The comparable pairs on which match weights may decide, of each two sources and each block together."""
        unmatched = self.near_duplicates.unmatched
        return [
            comparable_pairs(unmatched(sources[one], two), unmatched(sources[two], one), self.idf, self.relations)
            for sources in self.blocks
            for one in sources
            for two in self.partners.get(one, ())
            if two in sources and may_be_weighed(sources[one][0], sources[two][0])
        ]


def passages(document: Document) -> Sequence[frozenset[str]]:
    """The stems of each sentence and of those beside it."""
    bags = [sentence.bag for sentence in document.sentences]
    return [frozenset().union(*bags[max(0, number - 1) : number + 2]) for number in range(len(bags))]
