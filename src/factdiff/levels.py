"""Comparison levels in words: what each saw in two mentions that were compared."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.records import Level
from factdiff.tables import read_table

#: the entry of a table for all labels that have none of their own
OTHER = "other label"
#: how many levels are told of a pair
MOST = 3


def level_in_words(name_and_label: str) -> str:
    """A comparison level and its label as a clause; a level without words is shown as it is.

    >>> level_in_words("event: amount, same"), level_in_words("hue: pale")
    ('their clauses tell of the same sort of event', 'hue: pale')
    """
    name, _, label = name_and_label.partition(": ")
    words = read_table("factdiff", "levels.toml").get(name, {})
    _, _, ungrouped = label.partition(", ")
    found = words.get(label) or words.get(ungrouped) or words.get(OTHER) or name_and_label
    return str(found).replace("{}", label)


def reasons_in_words(levels: Sequence[Level]) -> tuple[str, ...]:
    """The clauses of the first levels, in their order.

    >>> reasons_in_words([Level("event: amount, same", 0.4), Level("hue: pale", 1.5)])
    ('their clauses tell of the same sort of event', 'hue: pale')
    """
    return tuple(dict.fromkeys(level_in_words(level.level) for level in levels))[:MOST]
