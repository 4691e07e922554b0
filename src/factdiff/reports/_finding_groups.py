"""Groups of findings that rest on the same doubtful word, which the formats for people show together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from attrs import frozen

from factdiff.records import Evidence, Finding

_WORD = re.compile(r"\w+(?:[.,]\w+)*|\W")


@frozen
class FindingGroup:
    """Findings that rest on one doubtful word; ``first`` is the gravest of the open ones."""

    first: Finding
    others: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the group, the first one first."""
        return (self.first, *self.others)

    def evidence(self) -> Iterator[tuple[Finding, tuple[Evidence, ...]]]:
        """Each finding with the evidence that no finding before it has."""
        seen: set[tuple[str, int, int]] = set()
        for finding in self.findings:
            yield finding, tuple(e for e in finding.evidence if (e.source, e.start, e.end) not in seen)
            seen.update((e.source, e.start, e.end) for e in finding.evidence)


def finding_groups(findings: Iterable[Finding]) -> Iterator[FindingGroup]:
    """The groups of findings that are sorted by severity, the gravest first; the order stays.

    A finding joins the group of the first finding before it that shares a doubtful word with it, unless that finding
    joined another one. An open finding never joins one that is known or accepted.
    """
    ordered = list(findings)
    first_by_word: dict[tuple[str, int], int] = {}
    groups: defaultdict[int, list[Finding]] = defaultdict(list)
    for number in sorted(range(len(ordered)), key=lambda n: not ordered[n].is_open):
        words = list(doubtful_words(ordered[number]))
        first = min((first_by_word[word] for word in words if word in first_by_word), default=number)
        if first == number:
            first_by_word.update((word, number) for word in words if word not in first_by_word)
        groups[first].append(ordered[number])
    for _, (gravest, *others) in sorted(groups.items()):
        yield FindingGroup(gravest, tuple(others))


def doubtful_words(finding: Finding) -> Iterator[tuple[str, int]]:
    """The source and offset of each word that may be wrong: those that distinguish the sides, but not on the side that
    most sources are on; where no word distinguishes them, as in two days called "Tuesday", all words.
    """
    distinct, majority = distinguishing_words(finding), majority_side(finding)
    for evidence in finding.evidence:
        if evidence.side != majority:
            offset = evidence.start
            for word in tokens(evidence.surface):
                if word[0].isalnum() and (word.casefold() in distinct[evidence.side] or not any(distinct.values())):
                    yield evidence.source, offset
                offset += len(word)


def majority_side(finding: Finding) -> str | None:
    """The side that more sources are on than on any other, if there is one."""
    side_and_source = {(evidence.side, evidence.source) for evidence in finding.evidence}
    (side, most), *rest = Counter(side for side, _ in side_and_source).most_common(2)
    return side if rest and most > rest[0][1] else None


def distinguishing_words(finding: Finding) -> Mapping[str, Set[str]]:
    """For each side the words that no other side has, in small letters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for evidence in finding.evidence:
        found[evidence.side].update(word.casefold() for word in tokens(evidence.surface) if word[0].isalnum())
    sides = Counter(word for words in found.values() for word in words)
    return {side: {word for word in words if sides[word] == 1} for side, words in found.items()}


def tokens(text: str) -> list[str]:
    """The words, figures and signs of a text, with the blanks between them.

    >>> tokens("January 2, 2024")
    ['January', ' ', '2', ',', ' ', '2024']
    """
    return _WORD.findall(text)
