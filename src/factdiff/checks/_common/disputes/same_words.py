"""Same words: whether the sides of a dispute stand in one sentence that was told twice."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from factdiff.check import Dispute
from factdiff.context import Document, Sentence
from factdiff.records import Mention


def is_in_same_words(dispute: Dispute, documents: Mapping[str | None, Document]) -> bool:
    """Whether a value of either side stands in nearly the same words, which then explain no difference."""

    def sentence(mention: Mention) -> Sentence:
        return documents[mention.source].sentence_at(mention.start)

    return any(sentence(a).has_words_of(sentence(b)) for a, b in product(*dispute.sides[:2]))
