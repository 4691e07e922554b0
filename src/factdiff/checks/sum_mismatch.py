"""NUM307: parts that do not add up to their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdiff.check import Check, Example, Story, evidence, finding
from factdiff.checks._common.sentences import Sentence, all_exact, digit, measure, sentences, stated
from factdiff.context import counts_repeatedly
from factdiff.records import Finding, Mention
from factdiff.values.amounts.figure import format_decimal
from factdiff.values.amounts.number import Number

#: how far the sum may lie from the total and still be meant for it, as a share of the total
FURTHEST = 0.25
#: the fewest parts of a total; so few must all name the thing that they count
FEWEST = 2
#: how many amounts behind a total are looked at
MOST = 60
_COLON = re.compile(r"[^.:;()\n]{0,60}:\s")


def find(story: Story) -> Iterator[Finding]:
    """A finding for each total before a colon whose parts behind it add up to something else."""
    for sentence in sentences(story):
        for total, parts in totals(sentence):
            if is_wrong(total, parts):
                added = format_decimal(round(sum(map(stated, parts)), 6), 0.0)
                words = ", ".join(f"“{m.surface}”" for m in parts)
                message = (
                    f"{words} make {added}, the text says “{total.surface}”; a new count settles which figure is wrong"
                )
                yield finding("error", message, [*(evidence(m, "A") for m in parts), evidence(total, "B")])


def totals(sentence: Sentence) -> Iterator[tuple[Mention, list[Mention]]]:
    """The totals of a sentence with their parts: "90 places: 35 for strings, 25 for winds and 30 for singers"."""
    text = sentence.source.text
    for place, total in enumerate(sentence.amounts):
        colon = _COLON.match(text, total.end, sentence.end)
        if not colon:
            continue
        rest = [m for m in sentence.amounts[place + 1 : place + 1 + MOST] if m.start >= colon.end()]
        if rest and all_exact((total,)) and not counts_repeatedly(sentence.document, sentence.start, sentence.end):
            parts = list(listed(text, colon.end(), rest, measure(total)))
            if len(parts) >= FEWEST and (len(parts) > FEWEST or all(map(is_counted, parts))) and all_exact(parts):
                yield total, parts


def is_counted(mention: Mention) -> bool:
    """Whether a part names the thing that it counts: two such parts can be the whole ("seven men and four women")."""
    return isinstance(mention.value, Number) and mention.value.counted is not None


def listed(text: str, start: int, amounts: Sequence[Mention], unit: tuple[str, ...] | None) -> Iterator[Mention]:
    """The amounts that begin the items of a list; the last item may hold two, joined by a word."""
    last = None
    alike = [mention for mention in amounts if measure(mention) == unit]
    for mention in alike:
        before = text[start : mention.start]
        if not before.strip() or re.search(r"[,;]\s(?:[^\W\d_]{1,3}\s)?$", before):
            yield mention
            last = mention
        elif mention is alike[-1] and last is not None:
            joined = re.search(r"\s[^\W\d_]{1,3}\s$", before) and "," not in text[last.end : mention.start]
            if joined:
                yield mention


def is_wrong(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the sum of the parts is near the total, but further off than rounding explains."""
    off = abs(sum(map(stated, parts)) - stated(total))
    room = (digit(total) if stated(total) % 10 == 0 and digit(total) > 1 else 0.0) / 2 + sum(
        digit(m) / 2 for m in parts if digit(m) != 1.0
    )
    return room < off <= FURTHEST * stated(total) and max(map(stated, parts)) < stated(total)


CHECK = Check(
    code="NUM307",
    name="sum-mismatch",
    severity="error",
    summary="A total is stated before its parts, and they add up to something else.",
    why="One of the figures is wrong, and it is seldom clear which.",
    fires=Example(
        ("The summer school has 90 places: 35 for strings, 25 for winds, 20 for singers and 15 for pianists.",)
    ),
    quiet=Example(
        ("The summer school has 95 places: 35 for strings, 25 for winds, 20 for singers and 15 for pianists.",)
    ),
    find=find,
)
