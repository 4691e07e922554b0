"""MON502: the same figure in another currency."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from factdiff.check import SIDES, Check, Example, Story, evidence, finding
from factdiff.context.currencies import possible_currencies
from factdiff.records import Finding, Mention
from factdiff.values.amounts.money import Money

#: how many characters of the text before and behind a sum are compared
REACH = 160
#: how many longer words the texts around two sums share when they are about one thing
SHARED = 3
_WORD = re.compile(r"[^\W\d_]{5,}")


def find(story: Story) -> Iterator[Finding]:
    """A finding for each figure of two digits or more that sources give in different currencies in similar texts."""
    texts = {source.id or "": source.text for source in story.sources}
    for sums in same_figures(story):
        sides = sorted(by_currency(sums), key=len)
        sources = [{m.source for m in side} for side in sides]
        if len(sides) > 1 and not set.intersection(*sources) and tell_of_one_thing(texts, sides[0][0], sides[-1]):
            said = " against ".join(
                f"“{side[0].surface}” ({', '.join(sorted({m.source or '' for m in side}))})" for side in sides
            )
            message = f"The same figure in another currency: {said}; the contract or filing settles it"
            yield finding("error", message, [evidence(m, SIDES[n]) for n, side in enumerate(sides) for m in side])


def same_figures(story: Story) -> Iterator[list[Mention]]:
    """The bare sums of a story that are no conversions, by their figure, where it is distinctive."""
    restated = {mention for pair in story.glosses for mention in pair}
    found: defaultdict[tuple[float, str | None], list[Mention]] = defaultdict(list)
    for mention in story.of_kind("money"):
        value = mention.value
        if not isinstance(value, Money) or not value.is_point or mention in restated:
            continue
        if value.currency and value.figure is not None and value.figure.significant > 1:
            found[value.figure.stated, value.per].append(mention)
    yield from found.values()


def by_currency(sums: list[Mention]) -> Iterator[list[Mention]]:
    """Some sums by their currency; a sum whose sign several currencies share stands with one of these, if it can."""
    groups: list[tuple[frozenset[str], list[Mention]]] = []
    for mention in sorted(sums, key=lambda mention: len(possible_currencies(mention))):
        possible = possible_currencies(mention)
        fitting = [group for group in groups if not group[0].isdisjoint(possible)]
        own = [group for group in fitting if currency(mention) in group[0]]
        if fitting:
            (own or fitting)[0][1].append(mention)
        else:
            groups.append((possible, [mention]))
    yield from (mentions for _, mentions in groups)


def currency(mention: Mention) -> str:
    """The currency of a sum as it was read."""
    return (mention.value.currency or "") if isinstance(mention.value, Money) else ""


def tell_of_one_thing(texts: dict[str, str], one: Mention, others: list[Mention]) -> bool:
    """Whether the words around a sum are those around one of the others."""
    words = nearby_words(texts, one)
    return any(len(words & nearby_words(texts, other)) >= SHARED for other in others)


def nearby_words(texts: dict[str, str], mention: Mention) -> set[str]:
    """The longer words around a mention, in lower case and cut to five letters, so that their forms are equal."""
    text = texts[mention.source or ""]
    near = text[max(0, mention.start - REACH) : mention.start] + " " + text[mention.end : mention.end + REACH]
    return {word.lower()[:5] for word in _WORD.findall(near)}


CHECK = Check(
    code="MON502",
    name="currency-mismatch",
    severity="error",
    summary="Sources give one sum with the same figure in different currencies; a bare “$” may be that of any dollar.",
    why="A sum keeps its figure and loses its currency when it is copied: C$480 million are not US$480 million.",
    fires=Example(
        (
            "Halcyon Seafoods, a salmon farmer in Nova Scotia, was sold to a Norwegian rival for C$480 million.",
            "A Norwegian rival bought the salmon farmer Halcyon Seafoods of Nova Scotia for US$480 million.",
        ),
    ),
    quiet=Example(
        (
            "Halcyon Seafoods, a salmon farmer in Nova Scotia, was sold to a Norwegian rival for C$480 million.",
            "The salmon farmer Halcyon Seafoods of Nova Scotia went to a Norwegian rival for $480 million.",
        ),
    ),
    find=find,
)
