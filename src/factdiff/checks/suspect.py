"""SUS981: two unlike values that may be of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from factdiff.check import SUSPECT, Check, Dispute, Example, Story, words_around
from factdiff.levels import reasons_in_words
from factdiff.records import Fact, Finding, Mention, SuspectPair
from factdiff.values.consensus import comparable_value, contradicts

WHAT = "Unlike values may be of one thing"
REMARK = "they may be of one thing"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each suspect pair, in their order; pairs with the same two sides make one."""
    sides_of = side_finder(story)
    documents = {document.source.id: document for document in story.documents}
    seen = set()
    for pair in story.suspect_pairs:
        sides = sides_of(pair)
        if sides not in seen:
            seen.add(sides)
            fact = Fact("", pair.a.kind, "single-source", (*sides[0], *sides[1]))
            dispute = Dispute(fact, sides, words_around(sides, documents))
            found = dispute.finding("info", WHAT, REMARK)
            yield evolve(found, fact=None, why=reasons_in_words(pair.why))


def side_finder(story: Story) -> Callable[[SuspectPair], tuple[tuple[Mention, ...], tuple[Mention, ...]]]:
    """A function that gives the two sides of a pair: all mentions of the facts of both that bear out one of its values
    and contradict the other; the larger side first.
    """
    fact_of = {mention: fact for fact in story.facts for mention in fact.mentions}
    restated = {b for a, b in story.glosses if a.kind != "date"}

    def contradict(one: Mention, two: Mention) -> bool:
        values = comparable_value(one.value), comparable_value(two.value)
        return contradicts(*values, story.config.tolerances)

    def side(own: Mention, other: Mention) -> tuple[Mention, ...]:
        told = fact_of[own].mentions if own in fact_of else (own,)
        return tuple(
            m for m in told if m == own or (m not in restated and not contradict(m, own) and contradict(m, other))
        )

    def sides(pair: SuspectPair) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        one, two = sorted(
            (side(pair.a, pair.b), side(pair.b, pair.a)), key=lambda found: (-len(found), place(found[0]))
        )
        return one, two

    return sides


def place(mention: Mention) -> tuple[str, int]:
    """Where a mention stands."""
    return mention.source or "", mention.start


CHECK = Check(
    code="SUS981",
    name=SUSPECT,
    severity="info",
    summary="Sources give unlike values that may be of one thing: worth a look. Ranked, and told apart from findings.",
    why="An editor often sees at a glance whether two values are of one thing. They never change the exit status.",
    fires=Example(
        (
            "The storm tore the roof off the school in Dingle. The school has 340 pupils. Rain fell all night.",
            "A storm took the roof off Dingle's school. It is small; some 210 children go to the school. It rained.",
        ),
    ),
    quiet=Example(
        (
            "The storm tore the roof off the school in Dingle. The school has 340 pupils. Rain fell all night.",
            "A storm took the roof off Dingle's school. It felled 12 masts as well. It rained.",
        ),
    ),
    find=find,
)
