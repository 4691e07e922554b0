"""Items: the mentions of a story as they are compared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from attrs import frozen

from factdiff.align.comparison.binning import Steps, step
from factdiff.context import Context, Scene
from factdiff.records import Mention
from factdiff.values.consensus import comparable_value
from factdiff.values.places.place import Place
from factdiff.values.relation import Value

#: how many sentences stand before a mention
DEPTHS = Steps((3, 8), ("head", "middle", "deep"))


@frozen(eq=False)
class Item:
    """A mention in its scene: ``number`` counts in the story, ``place`` in the scene, ``value`` is the bare one, and
    ``depth`` tells how far down its text it stands: what is told first is what a story is about.
    """

    number: int
    scene: Scene
    place: int
    mention: Mention
    value: Value
    depth: str

    @cached_property
    def context(self) -> Context:
        """What surrounds the mention."""
        return self.scene.context(self.place)


def bare_values(scene: Scene) -> tuple[Value, ...]:
    """The values of a scene as facts compare them."""
    return tuple(comparable_value(mention.value) for mention in scene.mentions)


def depths(scene: Scene) -> tuple[str, ...]:
    """How far down its text each mention of a scene stands."""
    return tuple(step(DEPTHS, scene.depth(place)) for place in range(len(scene.mentions)))


def items_of(stage: Iterable[Scene]) -> list[Item]:
    """The items of some scenes, in their order.

    Values that are equal are one object, if places are named in one way as well, since their relations hang on that.
    """
    found: list[Item] = []
    values: dict[tuple[Value, str | None], Value] = {}
    known: dict[int, Value] = {}  # by the object, as most values of a story are met more than once
    for scene in stage:
        own = zip(scene.mentions, scene.once(bare_values), scene.once(depths), strict=True)
        for place, (mention, value, depth) in enumerate(own):
            same = known.get(id(value))
            if same is None:
                form = value.form if isinstance(value, Place) else None
                same = known[id(value)] = values.setdefault((value, form), value)
            found.append(Item(len(found), scene, place, mention, same, depth))
    return found
