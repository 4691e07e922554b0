"""TRM901: two grades of one scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, product

from factdiff.align.pair_verdicts import are_of_other_times, publication_day
from factdiff.align.weighed_items import BRIEF
from factdiff.check import Check, Dispute, Example, Story
from factdiff.checks._common.rival_mentions import MentionInPlace, contradict, pair_finding, rival_mentions, shared
from factdiff.context import Document
from factdiff.records import Finding, Mention
from factdiff.values.amounts.amount import Amount
from factdiff.values.relation import Relation, relate
from factdiff.values.severity import Severity
from factdiff.values.terms.term import RANK, Term

#: severities, the gravest first
GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")
#: the scales of many persons whose grades are of one person where both sources give the same figure beside them ("three
#: counts of")
COUNTED = frozenset({"homicide"})
#: how many stems and figures the surroundings of two grades must share where their sources give no other grade
ALIKE = 1
WHAT = "Grades of one thing differ"
SETTLES = "the official designation settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each thing that sources put in different grades of one scale."""
    told: set[Mention] = set()
    for dispute, term in grade_disputes(story):
        told.update(mention for side in dispute.sides for mention in side)
        if term.scale != RANK:
            what = f"Grades of {term.table.title} differ"
            yield dispute.finding(severity(dispute, story), what, SETTLES)
    documents = {document.source.id: document for document in story.documents}
    articles = {id for id, document in documents.items() if len(document.sentences) > BRIEF}
    terms = [(m, m.value) for m in story.of_kind(Term.kind) if isinstance(m.value, Term)]
    grades = [m for m, v in terms if v.scale != RANK and (m.source not in articles or not v.table.many_persons)]
    counted = [m for m, v in terms if m.source in articles and v.scale in COUNTED]
    for some, likeness, explained in (
        (grades, contradict, may_follow),
        (only_grades(grades), may_be_of_one_thing, partial(may_be_news, documents)),
        (only_grades(counted), have_one_figure, may_follow),
    ):
        for pair in rival_mentions(story, some, likeness):
            if told.isdisjoint(pair) and not explained(*pair):
                told.update(pair)
                yield pair_finding(pair, WHAT, SETTLES)


def only_grades(grades: Sequence[Mention]) -> list[Mention]:
    """The grades of scales of which their source gives no other grade, or none of the same measure."""
    labels: defaultdict[tuple[str | None, str, str | None], set[str]] = defaultdict(set)
    terms = [(m, m.value) for m in grades if isinstance(m.value, Term)]
    for mention, term in terms:
        labels[mention.source, term.scale, term.of].add(term.label)
    return [mention for mention, term in terms if len(labels[mention.source, term.scale, term.of]) == 1]


def may_be_of_one_thing(a: MentionInPlace, b: MentionInPlace) -> bool:
    """Whether two grades contradict each other, and something around them is alike where a story may have several."""
    one, two = a.mention.value, b.mention.value
    designation = isinstance(one, Term) and one.table.designation
    return (designation or shared(a, b) >= ALIKE) and relate(one, two) is Relation.DISJOINT


def have_one_figure(a: MentionInPlace, b: MentionInPlace) -> bool:
    """Whether two grades contradict each other, and the same figure stands beside both."""
    figures = (x for x in a.surroundings & b.surroundings if isinstance(x, Amount))
    return any(figures) and relate(a.mention.value, b.mention.value) is Relation.DISJOINT


def may_be_news(documents: Mapping[str | None, Document], a: Mention, b: Mention) -> bool:
    """Whether two grades may both be true: the later report tells what became of the thing, one grade is of a time long
    past, or loose usage lets one include the other.

    Of the many persons of a case the earlier report may have the later grade.
    """
    one, two, first, second = a.value, b.value, documents[a.source], documents[b.source]
    if are_of_other_times(first, a, second, b):
        return True
    if not isinstance(one, Term) or not isinstance(two, Term) or not may_follow(a, b):
        return False
    if one.is_loosely_same(two) and not (one.of and one.of == two.of):
        return True
    days = publication_day(first), publication_day(second)
    if one.table.many_persons or days[0] is None or days[1] is None:
        return True
    return (two.follows(one) and days[0] < days[1]) or (one.follows(two) and days[1] < days[0])


def may_follow(a: Mention, b: Mention) -> bool:
    """Whether a thing may pass from one grade to the other, or loose usage lets one include the other."""
    one, two = a.value, b.value
    if not isinstance(one, Term) or not isinstance(two, Term):
        return False
    return one.follows(two) or two.follows(one) or one.is_loosely_same(two)


def grade_disputes(story: Story) -> Iterator[tuple[Dispute, Term]]:
    """The disputes over grades, each with one of its terms."""
    for dispute in story.disputes("term"):
        term = dispute.sides[0][0].value
        if isinstance(term, Term):
            yield dispute, term


def mention_pairs(dispute: Dispute) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions of different sides."""
    for one, two in combinations(dispute.sides, 2):
        yield from product(one, two)


def severity(dispute: Dispute, story: Story) -> Severity:
    """An error where grades exclude each other; a warning where in loose usage one includes the other; a note where a
    thing may have passed from one grade to the other, and the days of publication are not known.
    """
    severities: set[Severity] = set()
    for a, b in mention_pairs(dispute):
        if isinstance(a.value, Term) and isinstance(b.value, Term):
            may_change = a.value.follows(b.value) or b.value.follows(a.value)
            unknown = may_change and not (story.published.get(a.source or "") and story.published.get(b.source or ""))
            severities.add("info" if unknown else "warning" if a.value.is_loosely_same(b.value) else "error")
    return next(grave for grave in GRAVEST_FIRST if grave in severities)


CHECK = Check(
    code="TRM901",
    name="term-conflict",
    severity="error",
    summary="Sources put one thing in different grades of a scale; a warning where usage lets one include the other.",
    why="Graded terms are figures in disguise: a close-range missile flies up to 300 km, a short-range one farther.",
    fires=Example(
        (
            "Russia wants to buy short-range ballistic missiles from Iran, officials said.",
            "Russia wants to buy close-range ballistic missiles from Iran, officials said.",
        ),
    ),
    quiet=Example(
        (
            "Russia wants to buy short-range ballistic missiles from Iran, officials said.",
            "Russia wants to buy ballistic missiles from Iran, officials said.",
        ),
    ),
    find=find,
)
