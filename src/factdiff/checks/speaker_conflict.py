"""QUO802: one quotation, two speakers."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain

from factdiff.check import SIDES, Check, Example, Story, finding
from factdiff.records import Evidence, Fact, Finding, Mention
from factdiff.values.names.name import Name, same_speaker
from factdiff.values.names.quote import Quote

#: how far from a quotation another speaker who is named leaves it open who spoke, in characters
BESIDE = 250
#: how many letters a title has at most: "Cr Bettany"
TITLE = 3
SETTLES = "a recording or a witness settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each utterance that sources give to two persons."""
    texts = {source.id or "": source.text for source in story.sources}
    names = story.of_kind("name")
    named = {(m.source, m.start) for m in names if isinstance(m.value, Name) and m.value.category == "person"}
    for fact in story.about("quote"):
        sides = by_speaker(fact, named)
        if any(is_told_beside(mention, speaker(side[0]), texts) for side in sides for mention in chain(*sides)):
            continue
        if 1 < len(sides) <= len(SIDES):
            ordered = sorted(sides, key=len)
            spans = [speaker_evidence(m, texts, SIDES[n]) for n, side in enumerate(ordered) for m in side]
            yield finding("error", message(sides, spans), spans, fact)


def is_told_beside(mention: Mention, other: str | None, texts: dict[str, str]) -> bool:
    """Whether the text around a quotation names another speaker than its own, who may be the true one."""
    if other is None or same_speaker(speaker(mention), other) is not False:
        return False
    text, family = texts[mention.source or ""], other.rsplit(" ", 1)[-1]
    if (speaker(mention) or "").endswith(family):
        return False
    return family in text[max(0, mention.start - BESIDE) : mention.end + BESIDE]


def by_speaker(fact: Fact, named: Set[tuple[str | None, int]]) -> list[list[Mention]]:
    """The mentions of a quotation by its speaker, without those whose speaker may be one or another.

    Only a speaker who is named makes a side; one whom a pronoun means can be on it.
    """
    sides: list[list[Mention]] = []
    spoken = [m for m in fact.mentions if speaker(m) and m.parts]
    for mention in sorted(spoken, key=lambda m: not is_named(m, named)):
        same = [same_speaker(speaker(side[0]), speaker(mention)) for side in sides]
        if True in same:
            sides[same.index(True)].append(mention)
        elif None not in same and is_named(mention, named):
            sides.append([mention])
    return sides


def is_named(mention: Mention, named: Set[tuple[str | None, int]]) -> bool:
    """Whether the speaker of a quotation is named where it stands: by a person's name, or by two words like one."""
    part = mention.parts[0]
    words = (speaker(mention) or "").split()
    full = len(words) > 1 and all(word[0].isupper() for word in words) and len(words[0]) > TITLE
    return (mention.source, part.start) in named or (full and part.end - part.start >= len(words[-1]) + len(words[0]))


def speaker(mention: Mention) -> str | None:
    """The speaker of a quotation."""
    return mention.value.speaker if isinstance(mention.value, Quote) else None


def speaker_evidence(mention: Mention, texts: dict[str, str], side: str) -> Evidence:
    """The evidence for the speaker of a quotation: the span where the speaker is named."""
    part, source = mention.parts[0], mention.source or ""
    return Evidence(source, part.start, part.end, texts[source][part.start : part.end], mention.value, side)


def message(sides: list[list[Mention]], spans: list[Evidence]) -> str:
    """One sentence with the quotation and all its speakers."""
    named = " against ".join(
        f"{speaker(side[0])} ({', '.join(sorted({m.source or '' for m in side}))})" for side in sides
    )
    surfaces = ", ".join(dict.fromkeys(f"“{' '.join(span.surface.split())}”" for span in spans))
    return f"“{sides[0][0].value}” is given to {named}, named as {surfaces}; {SETTLES}"


CHECK = Check(
    code="QUO802",
    name="speaker-conflict",
    severity="error",
    summary="Sources give one quotation to two persons.",
    why="Words put into another's mouth are the error that is never forgiven.",
    fires=Example(
        (
            "“The lake has given back what it took,” said fisherman Pavel Orlik.",
            "“The lake has given back what it took,” said Jana Benda, who runs the museum.",
        ),
    ),
    quiet=Example(
        (
            "“The lake has given back what it took,” said fisherman Pavel Orlik.",
            "“The lake has given back what it took,” a fisherman said.",
        ),
    ),
    find=find,
)
