"""What a check is, and the story it looks at."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, combinations, groupby, pairwise
from string import ascii_lowercase
from typing import Any, TypeVar

from attrs import evolve, frozen

from factdiff import _variants
from factdiff.config import Config
from factdiff.context import Document, clause_with_gap, restatements
from factdiff.errors import UnknownNameError
from factdiff.fact_sheet import SheetRow
from factdiff.records import Evidence, Fact, Finding, Mention, Source, SuspectPair
from factdiff.values.consensus import comparable_value, contradicts, sides
from factdiff.values.precision import precisions
from factdiff.values.relation import Value
from factdiff.values.severity import Severity

#: how many words are enough to show what a value is said of
ENOUGH = 4
#: up to how many sentences a source is no article
BRIEF = 8
#: the check whose findings are suspects, which are ranked and reported apart
SUSPECT = "suspect"
#: the labels of sides, in the order in which they are given out
SIDES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen
class Story:
    """All that a check may look at: the sources without their copies, their mentions and the facts.

    ``published`` is when each source was published, as far as it is known. ``glosses`` are the pairs of mentions of
    which the second restates the first, and ``documents`` hold the context of the mentions. ``draft`` is the id of the
    text that is checked against the others, if there is one, and ``sheet`` are its rows, before what the checks find.
    ``suspect_pairs`` are ranked, the best first.
    """

    sources: tuple[Source, ...]
    published: Mapping[str, date | None]
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    glosses: tuple[tuple[Mention, Mention], ...]
    config: Config
    documents: tuple[Document, ...] = ()
    draft: str | None = None
    suspect_pairs: tuple[SuspectPair, ...] = ()
    sheet: tuple[SheetRow, ...] = ()

    @classmethod
    def of(
        cls,
        documents: Sequence[Document],
        mentions: Mapping[Source, Sequence[Mention]],
        facts: tuple[Fact, ...],
        config: Config,
        draft: str | None,
        suspect_pairs: tuple[SuspectPair, ...] = (),
        sheet: tuple[SheetRow, ...] = (),
    ) -> Story:
        """The story of documents, given all mentions of each source, the facts, the suspect pairs and the sheet."""
        return cls(
            sources=tuple(document.source for document in documents),
            published={document.source.id or "": document.published for document in documents},
            mentions=tuple(mention for document in documents for mention in mentions[document.source]),
            facts=facts,
            glosses=tuple(pair for document in documents for pair in document.cached(restatements)),
            config=config,
            documents=tuple(documents),
            draft=draft,
            suspect_pairs=suspect_pairs,
            sheet=sheet,
        )

    @cached_property
    def mentions_by_source(self) -> Mapping[str | None, tuple[Mention, ...]]:
        """The mentions of each source by its id."""
        return {id: tuple(mentions) for id, mentions in groupby(self.mentions, key=lambda mention: mention.source)}

    def of_kind(self, kind: str) -> Sequence[Mention]:
        """The mentions of a kind, in their order."""
        return self._mentions.get(kind, ())

    def about(self, kind: str) -> Sequence[Fact]:
        """The facts of a kind, in their order."""
        return self._facts.get(kind, ())

    def disputes(self, kind: str) -> Sequence[Dispute]:
        """The facts of a kind that have sides."""
        return self._disputes.get(kind, ())

    @cached_property
    def _mentions(self) -> Mapping[str, Sequence[Mention]]:
        return by_kind(self.mentions)

    @cached_property
    def _facts(self) -> Mapping[str, Sequence[Fact]]:
        return by_kind(self.facts)

    @cached_property
    def _disputes(self) -> Mapping[str, Sequence[Dispute]]:
        return by_kind(disputes_of(self))


Kind = TypeVar("Kind", Mention, Fact, "Dispute")


def by_kind(items: Iterable[Kind]) -> Mapping[str, Sequence[Kind]]:
    """The mentions, facts or disputes of each kind, in their order."""
    found: defaultdict[str, list[Kind]] = defaultdict(list)
    for item in items:
        found[item.kind].append(item)
    return found


@frozen
class Example:
    """A small story: the texts, and the day on which all were published, or a day for each.

    The first text is a ``draft`` that is held against the others, where the check is about drafts.
    """

    texts: tuple[str, ...]
    published: str | tuple[str, ...] | None = None
    draft: bool = False

    def sources(self) -> tuple[Source, ...]:
        """The texts as sources, named a, b, c..."""
        days = self.published if isinstance(self.published, tuple) else (self.published,) * len(self.texts)
        named = zip(ascii_lowercase, self.texts, days, strict=False)
        return tuple(Source(text, id=id, published=day) for id, text, day in named)

    def when(self) -> str:
        """The days of publication in words; an empty string where there are none."""
        if isinstance(self.published, tuple):
            return f"published on {', '.join(self.published)}"
        return f"all published on {self.published}" if self.published else ""


@frozen(kw_only=True)
class Check:
    """A check: what it catches and why it matters, an example of each kind, and ``find``, which looks at a story.

    Findings come without code, name and fingerprint; :func:`run` puts them in.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    fires: Example
    quiet: Example
    find: Callable[[Story], Iterable[Finding]]


def checks() -> tuple[Check, ...]:
    """All checks, by code."""
    found: list[Check] = [_variants.load("checks", name).CHECK for name in _variants.names("checks")]
    return tuple(sorted(found, key=lambda check: check.code))


def selected(config: Config) -> tuple[Check, ...]:
    """The checks that a configuration selects; UnknownNameError for a word of it that names none."""
    every = checks()
    for word in (*config.select, *config.ignore):
        if not any(Config(select=(word,)).wants(check.code, check.name) for check in every):
            known = [name for check in every for name in (check.code, check.name)]
            raise UnknownNameError("check", word, known)
    return tuple(check for check in every if config.wants(check.code, check.name))


def run(story: Story) -> tuple[Finding, ...]:
    """The findings of the selected checks, in order, without the suspects."""
    every = (check for check in selected(story.config) if check.name != SUSPECT)
    found = chain.from_iterable(found_by(check, story) for check in every)
    return in_order(story, (finding for finding in found if story.config.shows(finding.severity)))


def found_by(check: Check, story: Story) -> Iterator[Finding]:
    """The findings of one check with its code and name; of a draft, only those that it has a part in."""
    for finding in check.find(story):
        if story.draft is None or story.draft in {e.source for e in finding.evidence}:
            name = fingerprint(check.name, finding.evidence)
            severity = finding.severity if is_earned(check.name, finding, story) else "info"
            yield evolve(finding, code=check.code, check=check.name, fingerprint=name, severity=severity)


def is_earned(name: str, finding: Finding, story: Story) -> bool:
    """Whether a finding may be more than a note: between articles, one in the same words, or of a check that is right
    often enough.
    """
    measured = precisions().get(name)
    return measured is None or not measured.notes or is_brief_or_alike(finding, story)


def is_brief_or_alike(finding: Finding, story: Story) -> bool:
    """Whether a source of a finding is no article, or two of its sentences are nearly the same words."""
    documents = {document.source.id: document for document in story.documents}
    if any(len(documents[e.source].sentences) <= BRIEF for e in finding.evidence):
        return True
    sentences = [documents[e.source].sentence_at(e.start) for e in finding.evidence]
    return any(one is not two and one.has_words_of(two) for one, two in combinations(sentences, 2))


def in_order(story: Story, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, the gravest first, then by code and place."""
    places = {source.id or "": number for number, source in enumerate(story.sources)}
    grave: dict[str, int] = {"error": 0, "warning": 1, "info": 2}

    def order(finding: Finding) -> tuple[Any, ...]:
        first = min(finding.evidence, key=lambda e: (places[e.source], e.start))
        return grave[finding.severity], finding.code, places[first.source], first.start, finding.message

    return tuple(sorted(findings, key=order))


def fingerprint(check: str, evidence: Iterable[Evidence]) -> str:
    """A name for a finding that depends on what it says, not on where it stands: 16 hexadecimal digits."""
    says = sorted([e.source, e.side, " ".join(e.surface.split()), e.value.kind] for e in evidence)
    return hashlib.sha256(json.dumps([check, says]).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def evidence(mention: Mention, side: str, *, start: int | None = None, end: int | None = None) -> Evidence:
    """The evidence that a mention, or a part of it, gives."""
    first, last = mention.start if start is None else start, mention.end if end is None else end
    surface = mention.surface[first - mention.start : last - mention.start]
    return Evidence(mention.source or "", first, last, surface, mention.value, side)


def finding(
    severity: Severity,
    message: str,
    spans: Iterable[Evidence],
    fact: Fact | None = None,
    *,
    about: str = "",
    remark: str = "",
) -> Finding:
    """A finding before its code and fingerprint are known, with its evidence by side."""
    by_side = sorted(spans, key=lambda span: span.side)
    return Finding("", "", severity, message, tuple(by_side), fact.id if fact else None, about=about, remark=remark)


@frozen
class Dispute:
    """The sides of a fact whose sources contradict each other.

    ``about`` are the words around the value in a source, with a gap for the value, where there are any.
    """

    fact: Fact
    sides: tuple[tuple[Mention, ...], ...]
    about: str = ""

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.fact.kind

    def evidence(self) -> tuple[Evidence, ...]:
        """Every mention of every side, the side with fewest mentions first: it is the likely outlier."""
        ordered = sorted(self.sides, key=len)
        return tuple(evidence(m, SIDES[n]) for n, side in enumerate(ordered) for m in side)

    def finding(self, severity: Severity, what: str, settles: str, *, why: str = "") -> Finding:
        """The finding on the dispute, with a message in one sentence.

        It says what the dispute is about, the words and sources of each side, ``why`` they differ where that says more,
        and what would settle the matter.
        """
        said = [f"{quoted_words(side)} ({', '.join(sorted({m.source or '' for m in side}))})" for side in self.sides]
        head = f"“{self.about}”" if self.about else what
        remark = "; ".join(filter(None, (why, settles)))
        message = f"{head}: {' against '.join(said)}; {remark}"
        return finding(
            severity, message, self.evidence(), self.fact, about=self.about, remark=remark * bool(self.about)
        )


def quoted_words(side: Iterable[Mention]) -> str:
    """The quoted surfaces of one side, each once."""
    return " / ".join(dict.fromkeys(f"“{' '.join(m.surface.split())}”" for m in side))


def disputes_of(story: Story) -> Iterator[Dispute]:
    """The disputes of a story: its conflicting facts with their sides. A restated amount is on no side."""
    restated = {b for a, b in story.glosses if a.kind != "date"}
    documents = {document.source.id: document for document in story.documents}
    for fact in story.facts:
        if fact.verdict == "conflicting":
            own = [m for m in fact.mentions if m not in restated]
            groups = sides([m.value for m in own], story.config.tolerances)
            if len(groups) > 1:
                named = tuple(tuple(own[i] for i in group) for group in groups[: len(SIDES)])
                yield Dispute(fact, named, words_around(named, documents))


def words_around(sides: Sequence[Sequence[Mention]], documents: Mapping[str | None, Document]) -> str:
    """The words around the first mention of the sides that has enough of them; otherwise the most words of any."""
    shown = []
    for mention in chain.from_iterable(sides):
        document = documents[mention.source]
        if mention in document.mentions:
            shown.append(clause_with_gap(document, document.index_of(mention)))
    return max(shown, key=lambda words: min(words.count(" "), ENOUGH), default="")


def changed_counts(story: Story, verdict: str) -> Iterator[tuple[Fact, Mention, Mention]]:
    """The facts of a verdict with each pair of counts that follow each other by publication and differ."""

    def age(mention: Mention) -> tuple[str, str, int]:
        published = story.published.get(mention.source or "")
        return (published.isoformat() if published else ""), mention.source or "", mention.start

    for fact in story.about("number"):
        if fact.verdict == verdict:
            for before, after in pairwise(sorted(fact.mentions, key=age)):
                if contradicts(comparable_value(before.value), comparable_value(after.value), story.config.tolerances):
                    yield fact, before, after


def value_pairs(dispute: Dispute) -> tuple[Value, Value]:
    """One value of each of the two largest sides."""
    return dispute.sides[0][0].value, dispute.sides[1][0].value
