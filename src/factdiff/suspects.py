"""Suspects: the disagreements that are worth a look, and what a user's judge says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from attrs import evolve

from factdiff.check import SUSPECT, Story, checks, found_by, in_order, selected
from factdiff.errors import InputError
from factdiff.records import Evidence, Fact, Finding, Judge

#: the id of the fact that the two sides of a suspect would make
ONE_FACT = "judged"
#: the check whose findings rest on the scores that suspects have, so that a judge is asked about them as well
UNJUDGED = "draft-conflict"


def suspects_of(story: Story, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The suspects of a story, ranked, without those whose two sides one of its findings sets apart already.

    A finding that the score of a suspect alone makes sets nothing apart.
    """
    every = chain.from_iterable(found_by(check, story) for check in selected(story.config) if check.name == SUSPECT)
    settled = [finding for finding in findings if finding.check != UNJUDGED]
    return tuple(islice(without_findings(every, settled), story.config.max_suspects))


def judged(
    story: Story, findings: Sequence[Finding], suspects: Sequence[Finding], judge: Judge | None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings and the suspects of a story after a judge, if there is one, was asked about each suspect.

    What the judge holds to be real is a finding, what it holds to be none is left out. Raises InputError for an answer
    that is none of True, False and None.
    """
    shown = story.config.shows("info")
    if judge is None:
        return tuple(findings), tuple(suspects) if shown else ()
    if not callable(judge):
        raise InputError(f"judge is a {type(judge).__name__}: give a function that takes a suspect")
    answers = [(suspect, asked(judge, suspect)) for suspect in suspects]
    real = [as_finding(story, suspect, name_of(judge)) for suspect, answer in answers if answer]
    wanted = [f for f in real if story.config.wants(f.code, f.check) and story.config.shows(f.severity)]
    still_open = (suspect for suspect, answer in answers if answer is None and shown)
    return in_order(story, [*findings, *wanted]), tuple(without_findings(still_open, real))


def asked(judge: Judge, suspect: Finding) -> bool | None:
    """What a judge says of a suspect."""
    answer = judge(suspect)
    if answer is True or answer is False or answer is None:
        return answer
    raise InputError(f"{name_of(judge)} says {answer!r} of a suspect: let it return True, False or None")


def name_of(judge: Judge) -> str:
    """The name of a function, or that of the class of another callable object."""
    return str(getattr(judge, "__name__", type(judge).__name__))


def as_finding(story: Story, suspect: Finding, name: str) -> Finding:
    """The finding, of severity warning, that a suspect makes which the judge of some name holds to be real.

    It is that of the check that fits its values; where none does, it stays one of suspects.
    """
    found = next(conflicts(story, suspect), suspect)
    words = f"judged real by {name}"
    return evolve(
        found,
        severity="warning",
        message=f"{found.message}; {words}",
        remark=f"{found.remark}; {words}" if found.remark else "",
        fact=None,
        why=suspect.why,
    )


def conflicts(story: Story, suspect: Finding) -> Iterator[Finding]:
    """What the checks find where the two sides of a suspect are one conflicting fact, and all there is in the story."""
    places = {(e.source, e.start, e.end, e.value.kind) for e in suspect.evidence}
    mentions = tuple(m for m in story.mentions if (m.source, m.start, m.end, m.kind) in places)
    fact = Fact(ONE_FACT, mentions[0].kind, "conflicting", mentions)
    alone = evolve(story, mentions=mentions, facts=(fact,), glosses=(), suspect_pairs=())
    for check in checks():
        for finding in found_by(check, alone):
            if finding.fact == ONE_FACT and len({e.side for e in finding.evidence}) > 1:
                yield finding


def without_findings(suspects: Iterator[Finding], findings: Sequence[Finding]) -> Iterator[Finding]:
    """The suspects without those whose two sides a finding sets apart already."""
    return (suspect for suspect in suspects if not any(sets_apart(finding, suspect) for finding in findings))


def sets_apart(finding: Finding, suspect: Finding) -> bool:
    """Whether two sides of a finding lie on the two sides of a suspect."""
    touching = [(own.side, other.side) for own in suspect.evidence for other in finding.evidence if overlap(own, other)]
    return any(one[0] != two[0] and one[1] != two[1] for one in touching for two in touching)


def overlap(one: Evidence, two: Evidence) -> bool:
    """Whether two pieces of evidence have characters in common."""
    return one.source == two.source and one.start < two.end and two.start < one.end
