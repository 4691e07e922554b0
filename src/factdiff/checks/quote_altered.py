"""QUO801: other words inside one quotation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factdiff.align.connected_components import connected_components
from factdiff.check import SIDES, Check, Dispute, Example, Story
from factdiff.records import Fact, Finding
from factdiff.values.consensus import contradicts, sides
from factdiff.values.names.quote import Quote
from factdiff.values.severity import Severity

SETTLES = "a recording or the full text settles it"


def find(story: Story) -> Iterator[Finding]:
    """A finding for each utterance that is quoted in different words."""
    for fact in story.about(Quote.kind):
        if fact.verdict == "conflicting":
            for dispute in altered_wordings(fact):
                yield dispute.finding(severity(dispute), f"Quoted words differ ({differing(dispute)})", SETTLES)


def altered_wordings(fact: Fact) -> Iterator[Dispute]:
    """The disputes over the words of an utterance: one for each group of quotations that contradict each other."""
    altered = [(a, b) for a, b in combinations(range(len(fact.mentions)), 2) if is_altered(fact, a, b)]
    for group in connected_components(len(fact.mentions), altered):
        if len(group) > 1:
            own = [fact.mentions[n] for n in group]
            groups = sides([mention.value for mention in own])[: len(SIDES)]
            yield Dispute(fact, tuple(tuple(own[n] for n in side) for side in groups))


def is_altered(fact: Fact, a: int, b: int) -> bool:
    """Whether the words of two quotations differ; a heading may leave words out of what the body quotes."""
    one, two = fact.mentions[a], fact.mentions[b]
    if not contradicts(one.value, two.value) or not isinstance(one.value, Quote) or not isinstance(two.value, Quote):
        return False
    stretch = one.value.stretch_shared_with(two.value)
    return one.source != two.source or stretch is None or any(x.one and x.two for x in stretch.alterations)


def severity(dispute: Dispute) -> Severity:
    """A warning for a heading against its body and for single words, an error for all else."""
    mentions = [mention for side in dispute.sides for mention in side]
    single = all(isinstance(m.value, Quote) and len(m.value.plain) == 1 for m in mentions)
    return "warning" if single or len({m.source for m in mentions}) == 1 else "error"


def differing(dispute: Dispute) -> str:
    """The words that each of the first two sides has and the other lacks."""
    one, two = (side[0].value for side in dispute.sides[:2])
    if not isinstance(one, Quote) or not isinstance(two, Quote):
        return ""
    return " against ".join(f"“{lacking(a, b)}”" for a, b in ((one, two), (two, one)))


def lacking(a: Quote, b: Quote) -> str:
    """The words of one quotation that another lacks, with dots for those that it has.

    >>> lacking(Quote(words="he chose to carry on"), Quote(words="he decided to carry on"))
    '… chose …'
    """
    from rapidfuzz.distance import LCSseq

    kept = {
        n
        for block in LCSseq.opcodes(list(a.plain), list(b.plain))
        if block.tag == "equal"
        for n in range(block.src_start, block.src_end)
    }
    shown = ["…" if n in kept else word for n, word in enumerate(a.written)]
    return " ".join(word for n, word in enumerate(shown) if word != "…" or n == 0 or shown[n - 1] != "…")


CHECK = Check(
    code="QUO801",
    name="quote-altered",
    severity="error",
    summary="One utterance is quoted in different words; a warning for single words, and for headings.",
    why="Words between quotation marks are those that were said, or the marks are not earned.",
    fires=Example(
        (
            "“We lost the harbour, and we will rebuild the harbour,” mayor Ana Duarte said.",
            "“We lost the harbour, and we will replace the harbour,” mayor Ana Duarte told the crowd.",
        ),
    ),
    quiet=Example(
        (
            "“We lost the harbour, and we will rebuild the harbour,” mayor Ana Duarte said.",
            "Mayor Ana Duarte told the crowd that “we will rebuild the harbor”.",
        ),
    ),
    find=find,
)
