"""The cards: one for each slip, with what differs as its title, and its findings with their evidence by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from attrs import frozen

from factdiff.records import Evidence, Fact, Finding
from factdiff.reports._excerpt import Excerpt, by_side, excerpt, few, one_line
from factdiff.reports._lines import Lines
from factdiff.reports._page.view import View
from factdiff.reports._page.why import Why, why
from factdiff.reports._slips import Slip, cut, telling_words

#: how many pieces of evidence of one side a card shows in full
MOST_SPANS = 6


@frozen
class Title:
    """What differs: the words ``about`` the value, and for each side its words and its sources; where the finding has
    no such words, its whole message and no sides.
    """

    about: str
    sides: tuple[tuple[str, str], ...] = ()


@frozen
class Span:
    """A piece of evidence as a card shows it; ``words`` are cut into (text, whether it tells the sides apart)."""

    evidence: Evidence
    anchor: str
    place: str
    shown: Excerpt
    words: tuple[tuple[str, bool], ...]


@frozen
class Told:
    """A finding on a card: its evidence by side, and the fact that tells why its values were compared.

    A side has a label, the pieces of evidence that are shown in full, and the anchors and sources of the others.
    Evidence and facts that the card has shown before are left out.
    """

    finding: Finding
    title: Title
    sides: tuple[tuple[str, tuple[Span, ...], tuple[tuple[str, str], ...]], ...]
    fact: Fact | None
    why: Why | None


@frozen
class Card:
    """A slip: its first finding and the others, under one anchor."""

    anchor: str
    slip: Slip
    told: tuple[Told, ...]

    @property
    def severities(self) -> tuple[str, ...]:
        """The severities of its findings, each once."""
        return tuple(dict.fromkeys(finding.severity for finding in self.slip.findings))


def cards(view: View) -> Iterator[Card]:
    """The slips of a report, the gravest first."""
    facts = {fact.id: fact for fact in view.report.facts}
    lines = {source.id or "": Lines(source.text) for source in view.report.sources}
    for number, slip in enumerate(view.slips, 1):
        left, told = dict(facts), []
        for finding, spans in slip.evidence():
            fact = left.pop(finding.fact or "", None)
            sides = tuple(shown(finding, spans, lines, view))
            told.append(Told(finding, title(finding), sides, fact, why(fact) if fact else None))
        yield Card(view.finding_anchor(number), slip, tuple(told))


def title(finding: Finding) -> Title:
    """What differs in a finding."""
    about = one_line(finding.about).strip("… ")
    if not about:
        return Title(one_line(finding.message))
    sides = []
    for _, spans in by_side(finding.evidence):
        words = dict.fromkeys(one_line(span.surface) for span in spans)
        sources = dict.fromkeys(one_line(span.source) for span in spans)
        sides.append((few(list(words), " / "), few(list(sources))))
    return Title(about, tuple(sides))


def shown(
    finding: Finding, spans: Iterable[Evidence], lines: Mapping[str, Lines], view: View
) -> Iterator[tuple[str, tuple[Span, ...], tuple[tuple[str, str], ...]]]:
    """The evidence of a finding by side."""
    telling = telling_words(finding)
    for side, own in by_side(spans):
        full = (
            Span(
                e,
                view.spot(e.source, e.start),
                lines[e.source].place(e.start),
                excerpt(lines[e.source].text, e),
                marked(e.surface, telling[side]),
            )
            for e in own[:MOST_SPANS]
        )
        yield side, tuple(full), tuple((view.spot(e.source, e.start), e.source) for e in own[MOST_SPANS:])


def marked(surface: str, telling: Set[str]) -> tuple[tuple[str, bool], ...]:
    """Words cut into stretches, each with whether it tells the sides apart; a blank between two such words does too.

    >>> marked("2 May 2024", {"2", "may"})
    (('2 May', True), (' 2024', False))
    """
    found: list[tuple[str, bool]] = []
    for word in cut(one_line(surface)):
        differs = word.casefold() in telling
        if found and found[-1][1] == differs:
            found[-1] = (found[-1][0] + word, differs)
        elif differs and len(found) > 1 and not found[-1][0].strip():
            blank, _ = found.pop()
            found[-1] = (found[-1][0] + blank + word, True)
        else:
            found.append((word, differs))
    return tuple(found)
