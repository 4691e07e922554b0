"""Counts and other bare numbers."""

from __future__ import annotations

import re

from factdiff.language import CLAIM, Built, Rule, Setting, pattern, read_table
from factdiff.languages.en.counting import counted, labelled
from factdiff.languages.en.figures import AMOUNT, START, TRIGGERS, read_amount
from factdiff.values.number import Number

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")["counting"]
#: "one" is no count before these ("one another", "one day")
NOT_ONE = frozenset(_TABLE["not_one"])
#: figures that are counts only where a counted thing follows: scores (5-3), and metres or minutes (5m)
UNSURE = re.compile(r"-|[0-9][mb]$")
_NEXT = re.compile(r"[ -]([^\W\d_]+)")


def number(match: re.Match[str], setting: Setting) -> Built:
    """A figure with what it counts, if it is one at all."""
    text, surface = setting.text, match["amount"].lower()
    fields = read_amount(surface)
    if fields is None:
        return CLAIM if surface[0].isdigit() else None
    one = surface in ("one", "1")
    things = counted(text, match.end(), one=one)
    if surface == "one" and (things is None or not_one(text, match.end())):
        return None
    if things is None and surface[0].isdigit() and (UNSURE.search(surface) or labelled(text, match.start())):
        return CLAIM
    return Number(counted=things, **fields)


def not_one(text: str, end: int) -> bool:
    """Whether "one" before this offset is a pronoun or part of an idiom."""
    word = _NEXT.match(text, end)
    return word is not None and word[1].lower() in NOT_ONE


RULES = (
    Rule(
        "number",
        TRIGGERS,
        pattern(START + r"(?P<amount>{amount})(?![\w%/]|[.:,-][0-9]|-[A-Za-z])", amount=AMOUNT),
        number,
    ),
)
