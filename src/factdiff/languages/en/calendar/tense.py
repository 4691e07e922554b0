"""Whether a clause speaks of the future or the past: "will", "is due to", "until Friday"; "fell", "was"."""

from __future__ import annotations

import re

from factdiff.languages.en.headlines.casing import as_prose
from factdiff.tables import read_table

_FORWARD = re.compile(
    r"\b(?:will|shall|should|must|'ll|won't|to be|(?:is|are|am) (?:to|due|set|expected|scheduled|planned|likely)|"
    r"due|scheduled|"
    r"(?:plans?|expects?|hopes?|intends?) to|next|upcoming|forthcoming|tomorrow)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(until|till|by|before|from|as of|not before|no later than)(?: at least)?"
    r"(?: the (?:end|beginning|middle|start) of| the| early| late)?[ -](?:mid-)?$",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:was|were|had|been|lasted|ran|stayed|remained|continued|lived|worked|served|held|kept|waited)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:said|was|were|had|told|announced|happened|did)\b|[a-z]{3}ed\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:said|told|announced|was|were)\b", re.IGNORECASE)
_IRREGULAR = frozenset(read_table("factdiff.languages.en.calendar", "tense.toml")["past"])
_NO_PAST = frozenset(read_table("factdiff.languages.en.calendar", "tense.toml")["no_past"])
_WORD = re.compile(r"[a-z]{2,20}")
#: the ends of clauses; each alternative starts with a fixed character, which is found fast
_STOP = re.compile(
    r"\.\s|!\s|\?\s|;\s|\n\s?|, (?:and|but|which|who|while|when|where)\b"
    r"|w(?<!\w.)(?:hich|ho|hile)\b|a(?<!\w.)fter\b|b(?<!\w.)efore\b"
)
#: the greatest distance at which "before" and "after" belong to a date, in characters
NEAR = 12
#: how far a clause is read before and behind a date, and how far "until" and similar words may stand before it
REACH, BOUND = 90, 48


def is_future(text: str, start: int, end: int) -> bool:
    """Whether the clause around ``text[start:end]`` speaks of the future.

    >>> text = "The strike will begin on Friday, the union said."
    >>> is_future(text, 25, 31)
    True
    >>> is_future("The strike began on Friday.", 20, 26)
    False
    """
    text = as_prose(text, start)
    before = clause_before(text, start)
    bound = _BOUND.search(before, max(0, len(before) - BOUND))
    if bound and bound[1].lower() == "from" and text[end : end + 2] == "'s":
        return False  # "from Monday's price"
    if bound and (_WOULD.search(before) or not has_past_verb(before, lasting=bound[1].lower() in ("until", "till"))):
        return True
    forward = [match.end() for match in _FORWARD.finditer(before)]
    if forward:
        return not _SPOKEN.search(before, forward[-1])
    if bound:
        return False
    return bool(_FORWARD.match(text[end : end + 40].lstrip(" ,"))) and not _PAST.search(before)


def clause_before(text: str, start: int) -> str:
    """The part of the clause before ``start``, with a "before" or "after" right before it."""
    low = max(0, start - REACH)
    for stop in _STOP.finditer(text, low, start):
        if start - stop.end() > NEAR or not stop[0].isalpha():
            low = stop.end()
    return text[low:start]


def has_past_verb(words: str, *, lasting: bool = False) -> bool:
    """Whether a part of a clause has a verb in the past; ``lasting`` asks for one that can go on "until" a day."""
    if lasting:
        return bool(_LASTED.search(words))
    found = _WORD.findall(words)
    return any(word in _IRREGULAR or (word.endswith("ed") and len(word) > 4 and word not in _NO_PAST) for word in found)


def is_past(text: str, start: int, end: int) -> bool:
    """Whether the clause around ``text[start:end]`` speaks of the past; "opens in March" does not.

    >>> is_past("Prices fell in March.", 15, 20), is_past("The trial opens in March.", 19, 24)
    (True, False)
    """
    text = as_prose(text, start)
    before = clause_before(text, start)
    after = _STOP.split(text[end : end + REACH], maxsplit=1)[0]
    return has_past_verb(f"{before} {after}")
