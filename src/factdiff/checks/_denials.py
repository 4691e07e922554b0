"""What one source denies in nearly the words in which another says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from factdiff.checks._likeness import BOTH, SHARE, in_common
from factdiff.checks._likeness import likeness as shared
from factdiff.checks._said import shown, span
from factdiff.context import Affirmed, Denied, Scene, affirmations, denials
from factdiff.records import Evidence
from factdiff.values.stance import Stance


@frozen(eq=False)
class Contradiction:
    """A denial, and where other sources say that it is so, the likest sentence of each."""

    denied: Denied
    affirmed: tuple[Affirmed, ...]

    def evidence(self) -> Iterator[Evidence]:
        """The words of both sides."""
        verb = self.denied.verb
        yield span(self.denied, Stance(verb=verb, polarity=-1, spoken=False, modality=self.denied.modality), "B")
        for one in self.affirmed:
            yield span(one, Stance(verb=verb, polarity=1, spoken=False, modality=self.denied.modality), "A")

    def shown(self) -> str:
        """What both sides say, with their sources."""
        return shown(self.affirmed, (self.denied,))


def contradictions(scenes: Sequence[Scene]) -> Iterator[Contradiction]:
    """What some sources deny and others say, each denial of the same words once.

    A source that says both, at one time and another or of two things, settles nothing.
    """
    denied = [one for scene in scenes for one in scene.once(denials)]
    used: set[tuple[Scene, int]] = set()
    for one in denied:
        if any(common(one, other) >= BOTH for other in affirmations(one.scene, one)):
            continue
        others = [scene for scene in scenes if scene is not one.scene and not tells(scene, one)]
        found = [best for scene in others if (best := likest(one, scene)) and (scene, best.start) not in used]
        if found:
            used |= {(affirmed.scene, affirmed.start) for affirmed in found}
            yield Contradiction(one, tuple(found))


def tells(scene: Scene, one: Denied) -> bool:
    """Whether a source denies the same."""
    return any(other.verb == one.verb and common(one, other) >= BOTH for other in scene.once(denials))


def common(denied: Denied, other: Denied | Affirmed) -> int:
    """How much two sentences share beside the verb."""
    return in_common(denied, other, frozenset({denied.verb}))


def likest(denied: Denied, scene: Scene) -> Affirmed | None:
    """Where a source says what another denies in the likest words."""
    found = [(share, one) for one in affirmations(scene, denied) if (share := likeness(denied, one)) >= SHARE]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def likeness(denied: Denied, affirmed: Affirmed) -> float:
    """How alike two sentences are beside a verb; nothing where they say it of two things."""
    there = affirmed.sentence.bag - {denied.verb}
    if not all(stem in there for stem in (denied.before, denied.behind) if stem):
        return 0.0
    return shared(denied, affirmed, frozenset({denied.verb}))
