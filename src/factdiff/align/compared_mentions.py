"""Items: the mentions of a story in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from attrs import frozen

from factdiff.align.comparison.binning import Bins, bin_label
from factdiff.context import Context, Document
from factdiff.records import Mention
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.calendar.time import Time
from factdiff.values.consensus import comparable_value
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, RelationCache, Value

#: bins of how many sentences stand before a mention
DEPTHS = Bins((3, 8), ("head", "middle", "deep"))


@frozen(eq=False)
class Item:
    """A mention of a document of the story.

    ``number`` is its number in the story and ``index`` its index in the document. ``value`` is its value as facts
    compare it, and ``depth`` the label for how far down the text it stands: what a story is about stands at its head.
    """

    number: int
    document: Document
    index: int
    mention: Mention
    value: Value
    depth: str

    @cached_property
    def context(self) -> Context:
        """The context of the mention."""
        return self.document.context(self.index)

    @cached_property
    def counted_class(self) -> str:
        """The class of the things that a count counts, or an empty string."""
        return self.document.counted_class(self.index)


def item_relation(a: Item, b: Item, relations: RelationCache) -> Relation:
    """The relation of the values of two items; none of prices per unlike units, ordinals of unlike things, and times of
    unlike days, from whose values those are left out.
    """
    if isinstance(a.value, Money | Ordinal | Time):
        whole = relations(a.mention.value, b.mention.value)
        if whole is Relation.INCOMPARABLE:
            return whole
    return relations(a.value, b.value)


def bare_values(document: Document) -> tuple[Value, ...]:
    """The values of a document as facts compare them."""
    return tuple(comparable_value(mention.value) for mention in document.mentions)


def depths(document: Document) -> tuple[str, ...]:
    """The label for how far down the text each mention of a document stands."""
    return tuple(bin_label(DEPTHS, document.sentence_index(index)) for index in range(len(document.mentions)))


def items_of(documents: Iterable[Document]) -> list[Item]:
    """The items of documents, in their order.

    Equal values become one object; equal places only if their names have one form, which their relations depend on.
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
