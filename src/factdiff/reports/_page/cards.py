"""The cards: one for each group of findings, with the values that differ as its title, and the evidence by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from attrs import frozen

from factdiff.records import Evidence, Fact, Finding
from factdiff.reports._excerpt import Excerpt, abbreviated, by_side, excerpt, one_line
from factdiff.reports._finding_groups import FindingGroup, distinguishing_words, tokens
from factdiff.reports._page.view import View
from factdiff.reports._page.why import Why, why

#: how many pieces of evidence of one side a card shows in full
MOST_SPANS = 6


@frozen
class Title:
    """The title of a finding: what it is ``about``, and for each side its words and its sources.

    A finding without such words has its whole message as title, and no sides.
    """

    about: str
    sides: tuple[tuple[str, str], ...] = ()


@frozen
class Span:
    """A piece of evidence, or a candidate of a row, on a card, with its source, and its anchor and place there.

    ``words`` holds its text in parts, each with whether it is highlighted; ``value`` is shown where it says more, and
    ``why`` tells what is alike.
    """

    source: str
    anchor: str
    place: str
    shown: Excerpt
    words: tuple[tuple[str, bool], ...]
    value: str = ""
    why: tuple[str, ...] = ()


@frozen
class CardFinding:
    """A finding on a card: its evidence by side, and its fact with the reasons why its values were compared.

    A side has a label, the pieces of evidence shown in full, and the anchors and sources of the others. Evidence and
    facts that the card already shows are left out.
    """

    finding: Finding
    title: Title
    sides: tuple[tuple[str, tuple[Span, ...], tuple[tuple[str, str], ...]], ...]
    fact: Fact | None
    why: Why | None


@frozen
class Card:
    """A group of findings under one anchor."""

    anchor: str
    group: FindingGroup
    findings: tuple[CardFinding, ...]

    @property
    def severities(self) -> tuple[str, ...]:
        """The severities of its findings, each once."""
        return tuple(dict.fromkeys(finding.severity for finding in self.group.findings))


def cards(view: View) -> Iterator[Card]:
    """The cards of a report, the gravest first."""
    facts = {fact.id: fact for fact in view.report.facts}
    for number, group in enumerate(view.groups, 1):
        unshown_facts, findings = dict(facts), []
        for finding, spans in group.evidence():
            fact = unshown_facts.pop(finding.fact or "", None)
            sides = tuple(evidence_by_side(finding, spans, view))
            findings.append(CardFinding(finding, title(finding), sides, fact, why(fact) if fact else None))
        yield Card(view.finding_anchor(number), group, tuple(findings))


def suspect_cards(view: View) -> Iterator[Card]:
    """The cards of the suspects of a report, the likeliest first, one for each."""
    for number, suspect in enumerate(view.report.suspects, 1):
        sides = tuple(evidence_by_side(suspect, suspect.evidence, view))
        one = CardFinding(suspect, title(suspect), sides, None, None)
        yield Card(view.suspect_anchor(number), FindingGroup(suspect), (one,))


def title(finding: Finding) -> Title:
    """The title of a finding."""
    about = one_line(finding.about).strip("… ")
    if not about:
        return Title(one_line(finding.message))
    sides = []
    for _, spans in by_side(finding.evidence):
        words = dict.fromkeys(one_line(span.surface) for span in spans)
        sources = dict.fromkeys(one_line(span.source) for span in spans)
        sides.append((abbreviated(list(words), " / "), abbreviated(list(sources))))
    return Title(about, tuple(sides))


def evidence_by_side(
    finding: Finding, spans: Iterable[Evidence], view: View
) -> Iterator[tuple[str, tuple[Span, ...], tuple[tuple[str, str], ...]]]:
    """The evidence of a finding by side."""
    distinguishing = distinguishing_words(finding)
    for side, of_side in by_side(spans):
        full = (
            Span(
                e.source,
                view.text_anchor(e.source, e.start),
                view.lines[e.source].place(e.start),
                excerpt(view.lines[e.source].text, e),
                highlighted(e.surface, distinguishing[side]),
                str(e.value),
            )
            for e in of_side[:MOST_SPANS]
        )
        yield side, tuple(full), tuple((view.text_anchor(e.source, e.start), e.source) for e in of_side[MOST_SPANS:])


def highlighted(surface: str, distinguishing: Set[str]) -> tuple[tuple[str, bool], ...]:
    """A surface in parts, each with whether its words distinguish the sides; so does a blank between two such words.

    >>> highlighted("2 May 2024", {"2", "may"})
    (('2 May', True), (' 2024', False))
    """
    found: list[tuple[str, bool]] = []
    for word in tokens(one_line(surface)):
        differs = word.casefold() in distinguishing
        if found and found[-1][1] == differs:
            found[-1] = (found[-1][0] + word, differs)
        elif differs and len(found) > 1 and not found[-1][0].strip():
            blank, _ = found.pop()
            found[-1] = (found[-1][0] + blank + word, True)
        else:
            found.append((word, differs))
    return tuple(found)
