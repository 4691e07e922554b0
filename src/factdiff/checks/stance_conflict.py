"""STA951: denied, confirmed, or no comment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from factdiff.check import Check, Dispute, Example, Story, evidence, finding, quoted_words
from factdiff.records import Finding, Mention
from factdiff.values.names.name import same_speaker
from factdiff.values.names.stance import Stance
from factdiff.values.severity import Severity

WHAT = "Stances on one matter differ"
SETTLES = "the statement itself, and its time, settle it"
#: how long a line of a summary is at most, in characters
SUMMARY = 100

_MATTER = re.compile(r"[^.,;:!?\n]{3,80}")


def find(story: Story) -> Iterator[Finding]:
    """A finding for each matter on which sources give one holder stances that exclude each other."""
    for dispute in story.disputes("stance"):
        if all(isinstance(m.value, Stance) and m.value.spoken for side in dispute.sides for m in side):
            yield dispute.finding(severity(dispute), WHAT, SETTLES)
    for source in story.sources:
        own = [m for m in story.mentions_by_source.get(source.id, ()) if isinstance(m.value, Stance) and m.value.spoken]
        yield from summary_against_body(source.text, own)


def summary_against_body(text: str, own: list[Mention]) -> Iterator[Finding]:
    """A finding for each stance that a summary line gives to one holder and the body, in the same words, to another."""
    by_matter: defaultdict[tuple[str, str], list[tuple[Mention, str]]] = defaultdict(list)
    last_starts: dict[str, int] = {}
    for mention in own:
        value = mention.value
        if isinstance(value, Stance) and value.holder:
            by_matter[str(value), matter(text, mention)].append((mention, value.holder))
            last_starts[value.holder] = mention.start
    for (_, about), stances in by_matter.items():
        (a, one), (b, two) = stances[0], stances[-1]
        other = same_speaker(one, two) is not True and last_starts[one] == a.start
        if about and other and is_summary_line(text, a) and not is_summary_line(text, b):
            said = f"{quoted_words([a])} ({one}) against {quoted_words([b])} ({two})"
            message = f"The summary gives to one what the body gives to another: {said} in {a.source}; {SETTLES}"
            yield finding("warning", message, [evidence(a, "A"), evidence(b, "B")])


def matter(text: str, mention: Mention) -> str:
    """The words behind a stance up to the next sign."""
    found = _MATTER.match(text, mention.end)
    return found[0].strip().lower() if found else ""


def is_summary_line(text: str, mention: Mention) -> bool:
    """Whether a stance stands in a short line of its own."""
    start, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    return end >= 0 and end - start <= SUMMARY


def severity(dispute: Dispute) -> Severity:
    """A warning where one of the stances is silence, which may have ended since; an error for all else."""
    verbs = {m.value.verb for side in dispute.sides for m in side if isinstance(m.value, Stance)}
    return "warning" if "no-comment" in verbs else "error"


CHECK = Check(
    code="STA951",
    name="stance-conflict",
    severity="error",
    summary="Sources say of one person or state that it confirmed a matter, that it denied it, or that it was silent.",
    why="A denial is a statement, and silence on a matter is none: readers judge by which of them there was.",
    fires=Example(
        (
            "Treasurer Olav Nyberg denied on Monday that the payments had been hidden.",
            "Treasurer Olav Nyberg admitted on Monday that he had hidden the payments.",
        ),
    ),
    quiet=Example(
        (
            "Treasurer Olav Nyberg denied on Monday that the payments had been hidden.",
            "Treasurer Olav Nyberg confirmed on Monday that the bank would move to Bergen.",
        ),
    ),
    find=find,
)
