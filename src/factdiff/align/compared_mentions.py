"""Items: the mentions of a story as they are compared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from attrs import frozen

from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.context import Context, Document
from factdiff.records import Mention
from factdiff.values.consensus import bare
from factdiff.values.places.place import Place
from factdiff.values.relation import Value

#: how many sentences stand before a mention
DEPTHS = Bins((3, 8), ("head", "middle", "deep"))


@frozen(eq=False)
class Item:
    """A mention in its scene: ``number`` counts in the story, ``index`` in the scene, ``value`` is the bare one, and
    ``sentence_index`` tells how far down its text it stands: what is told first is what a story is about.
    """

    number: int
    document: Document
    index: int
    mention: Mention
    value: Value
    depth: str

    @cached_property
    def context(self) -> Context:
        """What surrounds the mention."""
        return self.document.context(self.index)


def bare_values(document: Document) -> tuple[Value, ...]:
    """The values of a scene as facts compare them."""
    return tuple(bare(mention.value) for mention in document.mentions)


def depths(document: Document) -> tuple[str, ...]:
    """How far down its text each mention of a scene stands."""
    return tuple(bin_label(DEPTHS, document.sentence_index(index)) for index in range(len(document.mentions)))


def items_of(documents: Iterable[Document]) -> list[Item]:
    """The items of some scenes, in their order.

    Values that are equal are one object, if places are named in one way as well, since their relations hang on that.
    """
    found: list[Item] = []
    values: dict[tuple[Value, str | None], Value] = {}
    known: dict[int, Value] = {}  # by the object, as most values of a story are met more than once
    for document in documents:
        own = zip(document.mentions, document.cached(bare_values), document.cached(depths), strict=True)
        for index, (mention, value, depth) in enumerate(own):
            same = known.get(id(value))
            if same is None:
                form = value.form if isinstance(value, Place) else None
                same = known[id(value)] = values.setdefault((value, form), value)
            found.append(Item(len(found), document, index, mention, same, depth))
    return found
