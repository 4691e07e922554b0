"""Compares two values, or the values of two mentions."""

from __future__ import annotations

from factdiff.config import Config
from factdiff.errors import InputError
from factdiff.records import Mention
from factdiff.values import relation
from factdiff.values.relation import Comparison, Relation, Value


def compare(a: Value | Mention, b: Value | Mention, *, config: Config | None = None) -> Comparison:
    """The relation of two values, or of the values of two mentions, and the reason for it.

    >>> from factdiff import normalize
    >>> compare(normalize("900 km"), normalize("560 miles")).step
    'rounds to 1 significant digit'
    """
    one, two = (x.value if isinstance(x, Mention) else x for x in (a, b))
    for value in (one, two):
        if not hasattr(value, "ladder"):
            raise InputError(f"compare takes values or mentions, not a {type(value).__name__}: use normalize first")
    return relation.compare(one, two, (config or Config()).tolerances)


def relate(a: Value | Mention, b: Value | Mention, *, config: Config | None = None) -> Relation:
    """The relation of two values, or of the values of two mentions.

    >>> from factdiff import normalize
    >>> relate(normalize("2 January 2024"), normalize("January 2024"))
    <Relation.INSIDE: 'inside'>
    """
    return compare(a, b, config=config).relation
