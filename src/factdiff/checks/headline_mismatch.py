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
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.days import calendar_day
from factdiff.values.consensus import comparable_value, contradicts
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, relate
from factdiff.values.terms.term import Term

SETTLES = "whoever wrote the body knows which is right"
#: kinds of values that are compared
KINDS = frozenset({"number", "money", "percent", "quantity", "duration", "place", "term"})
BODY = frozenset({"lead", "body"})
#: the longest headline, and the signs at the end of a line that is none
LINE, ENDS = 140, ".!?:\"')]"
#: how many days before publication a date in the sentence of a value lies at least where it tells of another event
PAST = 366
#: how many words near both values must be the same where their kind does not say what they are values of
SHARED = 2


def find(story: Story) -> Iterator[Finding]:
    """A finding for each value of a headline for which the body of its source gives another one."""
    for document in story.documents:
        end = headline_end(document.source.text)
        if end is not None:
            mentions = document.mentions
            numbers = [n for n, m in enumerate(mentions) if m.start < end and m.kind in KINDS]
            contradicted = [n for n in numbers if is_contradicted(document, n, end, story)]
            if contradicted:
                yield from mismatches(document, contradicted, story)


def headline_end(text: str) -> int | None:
    r"""The end of the first line, if it is a headline, else None; lines below it may belong to the headline as well.

    >>> headline_end("Bridge shut\n\nThe bridge was shut."), headline_end("The bridge was shut.\nIt is old.")
    (11, None)
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start:end].rstrip()
    return end if end > 0 and len(line) <= LINE and line[-1] not in ENDS else None


def is_contradicted(document: Document, number: int, end: int, story: Story) -> bool:
    """Whether a value below the headline contradicts one of it, and none there agrees with it."""
    value, kind, behind = document.cached(bare_values)[number], document.mentions[number].kind, number + 1
    below = zip(document.mentions[behind:], document.cached(bare_values)[behind:], strict=True)
    others = [other for mention, other in below if mention.kind == kind and mention.start > end]
    if value in others:
        return False
    relations = {relate(value, other, story.config.tolerances) for other in others}
    return Relation.DISJOINT in relations and relations <= {Relation.DISJOINT, Relation.INCOMPARABLE}


def mismatches(document: Document, numbers: Sequence[int], story: Story) -> Iterator[Finding]:
    """The findings in one source for the mentions of its headline with these numbers."""
    sections = [document.sentence(number).section for number in range(len(document.mentions))]
    body = [n for n, section in enumerate(sections) if section in BODY]
    for number in numbers:
        head = document.mentions[number]
        against = [n for n in body if contradicts_headline(document, number, n, story)]
        others = [document.mentions[n] for n in against]
        present = [document.mentions[n] for n in against if not tells_of_past(document, n)]
        if sections[number] != "headline" or not present:
            continue
        if not any(
            contradicts(comparable_value(others[0].value), comparable_value(other.value), story.config.tolerances)
            for other in others[1:]
        ):
            spans = (evidence(head, "A"), *(evidence(other, "B") for other in present))
            yield finding("error", message(head, present[0]), spans)


def message(head: Mention, other: Mention) -> str:
    """The message: the words of the headline and of the body."""
    one, two = (" ".join(m.surface.split()) for m in (head, other))
    return f"The headline of {head.source} says “{one}”, its body “{two}”; {SETTLES}"


def contradicts_headline(document: Document, number: int, other: int, story: Story) -> bool:
    """Whether a mention of the body gives another value for the same thing as one of the headline."""
    head, body = document.mentions[number], document.mentions[other]
    if head.kind != body.kind or not contradicts(
        comparable_value(head.value), comparable_value(body.value), story.config.tolerances
    ):
        return False
    if isinstance(head.value, Term) and isinstance(body.value, Term):
        counted = head.value.of and body.value.of and head.value.of != body.value.of
        return not counted and not body.value.follows(head.value)
    slip = is_slip(head.value, body.value)
    if not slip and not events_of(document, number) & events_of(document, other):
        return False
    if isinstance(head.value, Number):
        if has_parts(document, number):
            return False
        return bool(document.counted_class(number)) and document.counted_class(number) == document.counted_class(other)
    if isinstance(head.value, Place) and not (document.follows_locative(number) and document.follows_locative(other)):
        return False
    shared = document.context(number).near & document.context(other).near
    in_lead = (
        document.sentence(other).section == "lead"
        and is_only_of_kind(document, number)
        and is_only_of_kind(document, other)
    )
    return in_lead and (slip or len(shared) >= SHARED)


def tells_of_past(document: Document, number: int) -> bool:
    """Whether a date long before publication stands in the sentence of a mention."""
    sentence, published = document.sentence(number), calendar_day(document.published)
    dates = (m.value for m in document.mentions_between(sentence.start, sentence.end) if isinstance(m.value, Date))
    latest = (value.latest for value in dates if value.latest is not None)
    return published is not None and any((published - day).days >= PAST for day in latest)


def has_parts(document: Document, number: int) -> bool:
    """Whether a count stands beside others in its line, as parts of a total: "2 adults, 1 child dead"."""
    sentence = document.sentence(number)
    counts = [m for m in document.mentions_between(sentence.start, sentence.end) if isinstance(m.value, Number)]
    return sum(m.value.counted is not None for m in counts if isinstance(m.value, Number)) > 1


def events_of(document: Document, number: int) -> frozenset[str]:
    """The fate of the victims that a mention counts, or else the classes of the events of its clause."""
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


def is_only_of_kind(document: Document, number: int) -> bool:
    """Whether a mention is the only one of its kind in its sentence."""
    return document.cached(kinds_by_sentence)[document.sentence_index(number), document.mentions[number].kind] == 1


def kinds_by_sentence(document: Document) -> Counter[tuple[int, str]]:
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
