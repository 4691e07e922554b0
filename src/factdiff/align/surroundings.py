"""What a mention of a long value lies in: its sentence, and the stems of some of its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from factdiff.align.levels import Rarity
from factdiff.context import Scene, Sentence
from factdiff.records import Mention


class Surroundings:
    """The sentences of a story around its mentions, looked up by offset."""

    def __init__(self, stage: Sequence[Scene], rarity: Rarity) -> None:
        self.rarity = rarity
        self._scenes = {scene.source.id or "": scene for scene in stage}
        self._starts = {id: [s.start for s in scene.sentences] for id, scene in self._scenes.items()}

    def sentence(self, source: str, offset: int) -> Sentence | None:
        """The sentence at an offset of a source; None where it has none."""
        sentences = self._scenes[source].sentences
        return sentences[max(0, bisect_right(self._starts[source], offset) - 1)] if sentences else None

    def text(self, source: str, start: int, end: int) -> str:
        """The text between two offsets."""
        return self._scenes[source].source.text[max(0, start) : end]

    def stems(self, source: str, start: int, end: int) -> tuple[str, ...]:
        """The stems of the words between two offsets."""
        found: list[str] = []
        sentences = self._scenes[source].sentences
        number = max(0, bisect_right(self._starts[source], start) - 1)
        while number < len(sentences) and sentences[number].start < end:
            sentence = sentences[number]
            found += sentence.stems[bisect_left(sentence.starts, start) : bisect_left(sentence.starts, end)]
            number += 1
        return tuple(found)

    def likeness(self, a: Mention, b: Mention) -> float:
        """The share of common words of the sentences of two mentions, 0 to 1."""
        one, two = (self.sentence(m.source or "", m.start) for m in (a, b))
        return self.rarity.sentences(one, two) if one and two else 0.0

    def section(self, mention: Mention) -> str | None:
        """The section of a mention's sentence."""
        sentence = self.sentence(mention.source or "", mention.start)
        return sentence.section if sentence else None


def part(mention: Mention, name: str) -> tuple[int, int] | None:
    """The span of a named part of a mention."""
    return next(((p.start, p.end) for p in mention.parts if p.name == name), None)


def groups(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below a count, those that links join together, by their first."""
    home = list(range(count))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    for a, b in links:
        one, two = sorted((root(a), root(b)))
        home[two] = one
    found: dict[int, list[int]] = {}
    for number in range(count):
        found.setdefault(root(number), []).append(number)
    return list(found.values())
