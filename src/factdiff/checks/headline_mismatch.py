"""HDL961: the headline of a source says another figure, place or grade than its body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factdiff.align.compared_mentions import bare_values
from factdiff.align.comparison.value_distance import is_slip
from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.context import Document
from factdiff.records import Finding, Mention
from factdiff.values.amounts.number import Number
from factdiff.values.consensus import comparable_value, contradicts
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, relate
from factdiff.values.terms.term import Term

SETTLES = "whoever wrote the body knows which is right"
#: kinds that a headline is held to
KINDS = frozenset({"number", "money", "percent", "quantity", "duration", "place", "term"})
TOLD = frozenset({"lead", "body"})
#: how long a headline can be, and what ends a line that is none
LINE, ENDS = 140, ".!?:\"')]"
#: how many words near both must be the same where the kind of value does not say what it is a value of
SHARED = 2


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a headline that the body of its source replaces by another one."""
    for document in story.documents:
        end = headline_end(document.source.text)
        if end is not None:
            mentions = document.mentions
            numbers = [n for n, m in enumerate(mentions) if m.start < end and m.kind in KINDS]
            bare_of_support = [n for n in numbers if challenged(document, n, end, story)]
            if bare_of_support:
                yield from mismatches(document, bare_of_support, story)


def headline_end(text: str) -> int | None:
    r"""Where the first line ends, if it is a headline; the lines below it may be kickers and decks.

    >>> headline_end("Bridge shut\n\nThe bridge was shut."), headline_end("The bridge was shut.\nIt is old.")
    (11, None)
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start:end].rstrip()
    return end if end > 0 and len(line) <= LINE and line[-1] not in ENDS else None


def challenged(document: Document, number: int, end: int, story: Story) -> bool:
    """Whether something below the headline contradicts a value of it, and nothing there bears it out."""
    value, kind, behind = document.cached(bare_values)[number], document.mentions[number].kind, number + 1
    below = zip(document.mentions[behind:], document.cached(bare_values)[behind:], strict=True)
    told = [other for mention, other in below if mention.kind == kind and mention.start > end]
    if value in told:
        return False
    relations = {relate(value, other, story.config.tolerances) for other in told}
    return Relation.DISJOINT in relations and relations <= {Relation.DISJOINT, Relation.INCOMPARABLE}


def mismatches(document: Document, numbers: Sequence[int], story: Story) -> Iterator[Finding]:
    """The findings in one source, of the mentions in its headline with these numbers."""
    sections = [document.sentence(number).section for number in range(len(document.mentions))]
    body = [n for n, section in enumerate(sections) if section in TOLD]
    for number in numbers:
        head = document.mentions[number]
        others = [document.mentions[n] for n in body if rival(document, number, n, story)]
        if sections[number] != "headline" or not others:
            continue
        if not any(
            contradicts(comparable_value(others[0].value), comparable_value(other.value), story.config.tolerances)
            for other in others[1:]
        ):
            spans = (evidence(head, "A"), *(evidence(other, "B") for other in others))
            yield finding("error", message(head, others[0]), spans)


def message(head: Mention, other: Mention) -> str:
    """What the headline says, and what the body says."""
    one, two = (" ".join(m.surface.split()) for m in (head, other))
    return f"The headline of {head.source} says “{one}”, its body “{two}”; {SETTLES}"


def rival(document: Document, number: int, other: int, story: Story) -> bool:
    """Whether a mention of the body tells the same thing as one of the headline, and tells it otherwise."""
    head, told = document.mentions[number], document.mentions[other]
    if head.kind != told.kind or not contradicts(
        comparable_value(head.value), comparable_value(told.value), story.config.tolerances
    ):
        return False
    if isinstance(head.value, Term) and isinstance(told.value, Term):
        return not told.value.follows(head.value)
    alike = is_slip(head.value, told.value)
    if not alike and not tells(document, number) & tells(document, other):
        return False
    if isinstance(head.value, Number):
        return bool(document.counted_class(number)) and document.counted_class(number) == document.counted_class(other)
    if isinstance(head.value, Place) and not (document.follows_locative(number) and document.follows_locative(other)):
        return False
    shared = document.context(number).near & document.context(other).near
    in_lead = document.sentence(other).section == "lead" and alone(document, number) and alone(document, other)
    return in_lead and (alike or len(shared) >= SHARED)


def tells(document: Document, number: int) -> frozenset[str]:
    """What a mention tells of: the fate of the victims that it counts, or else the events of its clause."""
    value = document.mentions[number].value
    figure = value.figure if isinstance(value, Number) else None
    count = f"{figure.stated:g}" if figure else None
    return document.cached(fates).get((document.sentence_index(number), count)) or document.context(number).events


def fates(document: Document) -> Mapping[tuple[int, str | None], frozenset[str]]:
    """The fates of victims by the number of the sentence and how many of them it counts."""
    found: defaultdict[tuple[int, str | None], set[str]] = defaultdict(set)
    for number, mention in enumerate(document.mentions):
        if isinstance(mention.value, Term) and mention.value.of:
            found[document.sentence_index(number), mention.value.of].add(mention.value.label)
    return {key: frozenset(labels) for key, labels in found.items()}


def alone(document: Document, number: int) -> bool:
    """Whether a mention is the only one of its kind in its sentence."""
    return document.cached(kinds)[document.sentence_index(number), document.mentions[number].kind] == 1


def kinds(document: Document) -> Counter[tuple[int, str]]:
    """How many mentions of each kind each sentence holds, by its number."""
    return Counter((document.sentence_index(number), mention.kind) for number, mention in enumerate(document.mentions))


CHECK = Check(
    code="HDL961",
    name="headline-mismatch",
    severity="error",
    summary="The headline of a source says another figure, place or grade than its body.",
    why="Many read no more than the headline; it is written last, often by somebody else, and checked least.",
    fires=Example(
        (
            "Two killed in quarry blast near Lindholm\n\nThree people were killed on Monday when a charge went off too "
            "early in a quarry, the police said.",
        ),
    ),
    quiet=Example(
        (
            "Three killed in quarry blast near Lindholm\n\nThree people were killed and two injured on Monday when a "
            "charge went off too early in a quarry, the police said.",
        ),
    ),
    find=find,
)
