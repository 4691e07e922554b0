"""One slip is told once: findings that rest on one doubtful word go together in the formats that people read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from attrs import frozen

from factdiff.records import Evidence, Finding

_WORD = re.compile(r"\w+(?:[.,]\w+)*|\W")


@frozen
class Slip:
    """Findings that rest on one doubtful word: the gravest of those that are open comes ``first``."""

    first: Finding
    others: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the slip, the first one first."""
        return (self.first, *self.others)

    def evidence(self) -> Iterator[tuple[Finding, tuple[Evidence, ...]]]:
        """Each finding with those pieces of its evidence that no finding before it rests on."""
        shown: set[tuple[str, int, int]] = set()
        for finding in self.findings:
            yield finding, tuple(e for e in finding.evidence if (e.source, e.start, e.end) not in shown)
            shown.update((e.source, e.start, e.end) for e in finding.evidence)


def slips(findings: Iterable[Finding]) -> Iterator[Slip]:
    """The slips of a report whose findings come the gravest first, in their order.

    A finding goes with the first one before it that has a doubtful word in common with it, unless that one goes with
    another itself; what is open never goes with what is known or accepted.
    """
    ordered = list(findings)
    first_on: dict[tuple[str, int], int] = {}
    groups: defaultdict[int, list[Finding]] = defaultdict(list)
    for number in sorted(range(len(ordered)), key=lambda n: not ordered[n].is_open):
        words = list(doubtful(ordered[number]))
        first = min((first_on[word] for word in words if word in first_on), default=number)
        if first == number:
            first_on.update((word, number) for word in words if word not in first_on)
        groups[first].append(ordered[number])
    for _, (gravest, *others) in sorted(groups.items()):
        yield Slip(gravest, tuple(others))


def doubtful(finding: Finding) -> Iterator[tuple[str, int]]:
    """The source and offset of each word that may be wrong: what tells the sides apart, on all sides but one that most
    sources are on; every word where nothing does, as in two days called "Tuesday".
    """
    telling, trusted = telling_words(finding), borne_out(finding)
    for evidence in finding.evidence:
        if evidence.side != trusted:
            place = evidence.start
            for word in cut(evidence.surface):
                if word[0].isalnum() and (word.casefold() in telling[evidence.side] or not any(telling.values())):
                    yield evidence.source, place
                place += len(word)


def borne_out(finding: Finding) -> str | None:
    """The side that more sources are on than on any other, if there is one."""
    told = {(evidence.side, evidence.source) for evidence in finding.evidence}
    (side, most), *rest = Counter(side for side, _ in told).most_common(2)
    return side if rest and most > rest[0][1] else None


def telling_words(finding: Finding) -> Mapping[str, Set[str]]:
    """For each side the words that no other side has, in small letters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for evidence in finding.evidence:
        found[evidence.side].update(word.casefold() for word in cut(evidence.surface) if word[0].isalnum())
    sides = Counter(word for words in found.values() for word in words)
    return {side: {word for word in words if sides[word] == 1} for side, words in found.items()}


def cut(text: str) -> list[str]:
    """The words, figures and signs of a text, with the blanks between them.

    >>> cut("January 2, 2024")
    ['January', ' ', '2', ',', ' ', '2024']
    """
    return _WORD.findall(text)
