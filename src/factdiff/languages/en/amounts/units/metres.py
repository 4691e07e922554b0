"""Whether "8.2m" stands for metres by the words of its sentence, or since its text gives the figure in metres."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff.tables import read_table
from factdiff.text.patterns import late, uncompiled

#: how far the words of the sentence are read before a figure and behind it, in characters
BEFORE, BEHIND = 80, 60
#: a figure with more digits before its point is none of metres
MAX_DIGITS = 3
#: how metres begin behind a figure
WRITTEN_OUT = (" met", "-met", " Met", "-Met")

_TABLE = read_table("factdiff.languages.en.amounts.units", "metres.toml")


def group(name: str) -> str:
    """The pattern of the words of one list of the table; a star stands for any ending."""
    return "(?:" + "|".join(_TABLE[name]).replace("*", r"\w*") + ")"


_HEDGE = r"(?:(?:about|around|some|nearly|almost|just|over|up to|more than|a|an) )?"
_MEASURED = uncompiled(rf"\b(?:{group('measured')}\b.*\b{group('joints')}|{group('verbs')}) {_HEDGE}$")
_BEHIND = uncompiled(rf"(?:(?:-| )(?:\w{{1,12}} )?|, \w{{1,8}}-\w{{1,10}} ){group('behind')}\b")
_COUNTING = uncompiled(rf"[$£€₹]|\b{group('counting')}\b")
_METRES = late(r"[0-9](?:[ -]|-?[ -])?(?:metre|meter)s?\b", re.IGNORECASE)
#: the text behind a length, which counts nothing
_ENDS = late(
    r"[.,;:!?)]|\s*$|\n|\s(?:and|or|but|of it|at|in|on|by|for|from|when|while|was|is|were|above|below|wait|long)\b",
    re.IGNORECASE,
)
_STOP = late(r"[.;!?]\s|\n")


def is_measured(text: str, start: int, end: int) -> bool:
    """Whether the figure with an "m" in ``text[start:end]`` is a length: by the words of its sentence, none of which
    shows a count or a sum, or since the text gives the same figure in metres.

    >>> is_measured("The river peaked at 8.2m at noon.", 20, 24), is_measured("The audience peaked at 8.2m.", 23, 27)
    (True, False)
    >>> is_measured("The creek is 12 metres wide. It rose to 8.43m.", 40, 45)
    True
    >>> is_measured("It rose to 8.2m. They put it at 8.2 metres.", 11, 15)
    True
    """
    figure = text[start : end - 1]
    if len(figure.partition(".")[0]) > MAX_DIGITS:
        return False
    if any(f"{figure}{unit}" in text for unit in WRITTEN_OUT):
        return True
    first, last = sentence(text, start, end)
    if _COUNTING.compiled.search(text, first, start):
        return False
    if _BEHIND.match(text, end) or ("." in figure and has_metres(text) and _ENDS.match(text, end)):
        return True
    return bool(_MEASURED.compiled.search(text, first, start)) and not _COUNTING.compiled.search(text, end, last)


@lru_cache(maxsize=8)
def has_metres(text: str) -> bool:
    """Whether a text gives a figure in metres."""
    return _METRES.search(text) is not None


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a span, as far as it is read."""
    first, last = max(0, start - BEFORE), min(len(text), end + BEHIND)
    stops = [stop.end() for stop in _STOP.finditer(text, first, start)]
    stop = _STOP.search(text, end, last)
    return (stops[-1] if stops else first), (stop.start() if stop else last)
