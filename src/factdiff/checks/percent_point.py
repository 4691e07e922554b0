"""NUM306: per cent taken for percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.sentences import Sentence, all_exact, digit, sentences, stated
from factdiff.records import Finding, Mention
from factdiff.values.amounts.percent import Percent

#: the text between two levels of one share, and between the second level and the change
_LEVELS, _CHANGE = re.compile(r"[^,.;:()\n]{2,32}"), re.compile(r"[^.;:()\n]*,[^.;:()\n]{1,40}|[^,.;:()\n]{1,40}")
#: three shares that add up to about this are parts of one whole
WHOLE = 100.0


def find(story: Story) -> Iterator[Finding]:
    """A finding for each change in per cent that is the difference of two shares, and for each one that another source
    gives in points.
    """
    for sentence in sentences(story):
        for low, high, change in slips(sentence):
            message = (
                f"“{change.surface}” is the difference of “{low.surface}” and “{high.surface}”: those are points; "
                f"in per cent it is {100 * abs(stated(high) / stated(low) - 1):.1f}; the two levels settle it"
            )
            yield finding("error", message, (evidence(change, "A"), evidence(low, "B"), evidence(high, "B")))
    yield from across_sources(story)


def slips(sentence: Sentence) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Two levels of a share and a change in per cent that is their difference: "from 34 to 38 percent, a rise of 4"."""
    shares = [m for m in sentence.amounts if isinstance(m.value, Percent) and m.value.unit == "percent"]
    for a, b, c in zip(shares, shares[1:], shares[2:], strict=False):
        if not all_exact((a, b, c)):
            continue
        gap, total = abs(stated(b) - stated(a)), stated(a) + stated(b) + stated(c)
        if (
            stated(a)
            and abs(gap - stated(c)) < digit(c) / 1000
            and abs(total - WHOLE) > 1
            and abs(100 * gap / stated(a) - stated(c)) > digit(c) / 2
            and _LEVELS.fullmatch(sentence.between(a, b))
            and _CHANGE.fullmatch(sentence.between(b, c))
        ):
            yield a, b, c


def across_sources(story: Story) -> Iterator[Finding]:
    """A finding for each figure of two digits or more that is in points in one source and in per cent in another."""
    shares: dict[tuple[float, str], dict[str, Mention]] = {}
    for mention in story.of_kind("percent"):
        value = mention.value
        if isinstance(value, Percent) and value.is_point and value.figure is not None and value.figure.significant > 1:
            by_source = shares.setdefault((value.figure.stated, value.unit), {})
            by_source.setdefault(mention.source or "", mention)
    for (figure, unit), in_points in sorted(shares.items()):
        if unit == "percentage_point":
            others = shares.get((figure, "percent"), {})
            if others and not set(others) & set(in_points):
                spans = [(m, "A") for m in in_points.values()] + [(m, "B") for m in others.values()]
                said = " against ".join(f"“{m.surface}” ({m.source})" for m, _ in spans)
                message = f"Percentage points or per cent: {said}; the two levels settle it"
                yield finding("warning", message, [evidence(m, side) for m, side in spans])


CHECK = Check(
    code="NUM306",
    name="percent-point",
    severity="error",
    summary="A difference of percentages is given in per cent, or in points by one source and in per cent by another.",
    why="From 34 to 38 percent is a rise of 4 points, and of 12 per cent.",
    fires=Example(("Trust in the parliament has climbed from 34 percent to 38 percent, an increase of 4 percent.",)),
    quiet=Example(
        ("Trust in the parliament has climbed from 34 percent to 38 percent, a rise of 4 percentage points.",)
    ),
    find=find,
)
