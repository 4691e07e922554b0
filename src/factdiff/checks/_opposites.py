"""What one source says with a word, and another with its opposite in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from factdiff.checks._likeness import BOTH, SHARE, in_common, likeness
from factdiff.checks._said import shown, span
from factdiff.context import Opposed, Scene, opposed, opposites
from factdiff.records import Evidence
from factdiff.values.stance import Stance

#: how many sentences a summary has at most
BRIEF = 3


@frozen(eq=False)
class Opposition:
    """A word, and its opposite in other sources, in the likest sentence of each."""

    one: Opposed
    others: tuple[Opposed, ...]

    def evidence(self) -> Iterator[Evidence]:
        """The words of both sides."""
        yield span(self.one, stance(self.one), "A")
        yield from (span(other, stance(other), "B") for other in self.others)

    def shown(self) -> str:
        """What both sides say, with their sources."""
        return shown((self.one,), self.others)


def stance(one: Opposed) -> Stance:
    """The value of a word: what it is about, and on which side."""
    return Stance(verb=one.matter, polarity=one.side, spoken=False, modality=one.modality)


def oppositions(scenes: Sequence[Scene]) -> Iterator[Opposition]:
    """What sources say with opposite words, each word once."""
    sides = dict.fromkeys(key for scene in scenes for key in scene.once(opposites))
    for matter, side in sides:
        if side > 0 and (matter, -side) in sides:
            some, against = ([x for scene in scenes for x in opposed(scene, matter, s)] for s in (side, -side))
            yield from held(some, against)


def held(some: Sequence[Opposed], against: Sequence[Opposed]) -> Iterator[Opposition]:
    """The words of one side of a matter, each with those of the other side that contradict it in the likest sentences.

    A source that says both, at one time and another or of two things, settles nothing.
    """
    used: set[Opposed] = set()
    for one in some:
        best: dict[Scene, tuple[float, Opposed]] = {}
        for other in against:
            share = 0.0 if other in used else compared(one, other)
            if share >= SHARE and share > best.get(other.scene, (0.0,))[0]:
                best[other.scene] = share, other
        others = (other for _, other in best.values())
        if found := tuple(x for x in others if not told(one, x, some) and not told(x, one, against)):
            used.update(found)
            yield Opposition(one, found)


def compared(one: Opposed, other: Opposed) -> float:
    """How alike what two sources say beside a word and its opposite is; nothing where it is said of two things.

    Between articles, all that stands beside both words must be in both sentences, and what one says to be so is not
    held against what another says may be.
    """
    brief = min(len(x.scene.sentences) for x in (one, other)) <= BRIEF
    enough = any if brief else all
    if one.scene is other.scene or one.sentence.bag.isdisjoint(other.sentence.bag):
        return 0.0
    if not (enough(beside(one, other)) and enough(beside(other, one))):
        return 0.0
    if not one.modality or not other.modality or (one.modality != other.modality and not brief):
        return 0.0
    return likeness(one, other, frozenset({one.stem, other.stem}))


def beside(one: Opposed, other: Opposed) -> Iterator[bool]:
    """Whether what stands before and behind a word is in the sentence of its opposite as well."""
    return (stem in other.sentence.bag for stem in one.beside if stem)


def told(one: Opposed, other: Opposed, some: Sequence[Opposed]) -> bool:
    """Whether the source of another word says of the same matter what a word does as well, in words half as alike."""
    own = frozenset({one.stem, other.stem})
    enough = max(BOTH, in_common(one, other, own) / 2)
    return any(x.scene is other.scene and in_common(x, other, own | {x.stem}) >= enough for x in some)
