"""NUM308: a percentage change that its two figures do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.sentences import Sentence, all_exact, digit, measure, sentences, stated
from factdiff.records import Finding, Mention
from factdiff.values.amounts.number import TIMES, Number
from factdiff.values.amounts.percent import Percent

#: by which factor a stated change and that of the figures may differ and still be meant as the same change
NEAR = 3.0
#: words between two figures of one change: few, and without a sign ("to X from Y")
_FROM = re.compile(r"[^\S\n][^\W\d_A-Z]{1,5}[^\S\n](?:[^\W\d_A-Z]{1,4}[^\S\n])?")
#: the text between the percentage and the figure it goes with: words without a sign, or a comma and one word
_WITH = re.compile(r"[^,.;:()\n]{1,24}|,?[^\S\n][^\W\d_A-Z]{1,5}[^\S\n]")


def find(story: Story) -> Iterator[Finding]:
    """A finding for each percentage beside two figures whose change is another one."""
    for sentence in sentences(story):
        for share, old, new in changes(sentence):
            if not any(is_given_by(share, a, b) for a, b in ((old, new), (new, old))):
                spans = (evidence(share, "A"), evidence(old, "B"), evidence(new, "B"))
                yield finding("error", message(share, old, new), spans)


def changes(sentence: Sentence) -> Iterator[tuple[Mention, Mention, Mention]]:
    """The stated changes of a sentence, each with its two figures, the smaller figure first."""
    for trio in zip(sentence.amounts, sentence.amounts[1:], sentence.amounts[2:], strict=False):
        shares = [m for m in trio if percent_change(m)]
        if len(shares) != 1:
            continue
        one, two = (m for m in trio if m is not shares[0])
        if (
            all_exact(trio)
            and measure(one) == measure(two)
            and measure(one) is not None
            and stand_together(sentence, trio, shares[0])
        ):
            low, high = sorted((one, two), key=stated)
            grown = 100 * (stated(high) / stated(low) - 1) if stated(low) > 0 else 0.0
            if grown and 1 / NEAR < percent_change(shares[0]) / grown < NEAR:
                yield shares[0], low, high


def percent_change(mention: Mention) -> float:
    """The change in per cent that an amount states, without its sign: 100 for "doubled"; 0 where it states none."""
    value = mention.value
    if isinstance(value, Percent):
        return abs(stated(mention)) if value.unit == "percent" else 0.0
    if isinstance(value, Number) and value.counted == TIMES and value.is_point:
        return 100 * abs(stated(mention) - 1)
    return 0.0


def stand_together(sentence: Sentence, trio: tuple[Mention, ...], share: Mention) -> bool:
    """Whether the figures and the percentage stand as closely as in "5 percent, to X from Y", "X, 5 percent more than
    Y" or "from X to Y, a rise of 5 percent".
    """
    between = [sentence.between(trio[0], trio[1]), sentence.between(trio[1], trio[2])]
    if share is trio[0]:
        return bool(re.fullmatch(_WITH, between[0]) and re.fullmatch(_FROM, between[1]))
    if share is trio[1]:
        return bool(re.fullmatch(r"[^.;:()\n]{1,60}", between[0]) and re.fullmatch(r"[^,.;:()\n]{1,24}", between[1]))
    return bool(re.fullmatch(_FROM, between[0]) and re.fullmatch(r"[^.;:()\n]{1,24}", between[1]))


def is_given_by(share: Mention, base: Mention, other: Mention) -> bool:
    """Whether the change from one figure to the other rounds to the percentage, with all digits that may be hidden."""
    slack = [digit(m) / 2 for m in (base, other)]
    ratios = [
        100 * abs((stated(other) + x * slack[1]) / (stated(base) + y * slack[0]) - 1)
        for x, y in product((-1, 1), (-1, 1))
        if stated(base) + y * slack[0]
    ]
    room = max(digit(share), 0.1) if isinstance(share.value, Percent) else 50 * digit(share)
    return min(ratios) - room <= percent_change(share) <= max(ratios) + room


def message(share: Mention, low: Mention, high: Mention) -> str:
    """The message: the three figures, and the change that the two give."""
    up, down = 100 * (stated(high) / stated(low) - 1), 100 * (1 - stated(low) / stated(high))
    return (
        f"“{share.surface}” does not go with “{low.surface}” and “{high.surface}”: they lie {up:.1f} percent of "
        f"the smaller apart, or {down:.1f} of the larger; the report they come from settles which of the three is wrong"
    )


CHECK = Check(
    code="NUM308",
    name="change-mismatch",
    severity="error",
    summary="A percentage change is stated beside the two figures, and they do not give it.",
    why="Readers can do this sum, and some do.",
    fires=Example(("Sales in the third quarter fell by 5 percent, to £418 million from £452 million a year before.",)),
    quiet=Example(
        ("Sales in the third quarter fell by 7.5 percent, to £418 million from £452 million a year before.",)
    ),
    find=find,
)
