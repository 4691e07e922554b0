"""Modifiers beside a date: "early March", "circa 1860", "Tuesday night"."""

from __future__ import annotations

from attrs import evolve

from factdiff.language.rules import Found, Setting
from factdiff.text.patterns import either, late, pattern
from factdiff.values.calendar.date import Date

#: words before a date -> the third of its days that they mean
THIRDS = {
    "early": 0, "early in": 0, "early the": 0, "the beginning of": 0, "the start of": 0, "beginning of": 0,
    "start of": 0, "the early": 0, "the very beginning of": 0, "the early part of": 0, "the first days of": 0,
    "mid": 1, "mid-": 1, "the middle of": 1, "the mid-": 1, "the mid": 1, "middle of": 1, "in the middle of": 1,
    "late": 2, "late in": 2, "the end of": 2, "the late": 2, "end of": 2, "the close of": 2, "the latter part of": 2,
    "the last days of": 2, "the very end of": 2, "end-": 2, "the tail end of": 2,
}  # fmt: skip
APPROXIMATE = (
    "about",
    "around",
    "circa",
    "approximately",
    "roughly",
    "c.",
    "ca.",
    "c",
    "ca",
    "some time in",
    "sometime in",
)
#: words that belong to the mention but do not change the date: "later on Thursday"
NEUTRAL = ("earlier", "earlier on", "later", "later on", "late on", "early on", "later in", "earlier in", "late")
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_BEHIND = pattern(r",? \(?(?:approx\.?|approximately)\)?(?!\w| \w)")
_PART = pattern(r" (?:in the |at )?(?P<part>morning|afternoon|evening|night)\b(?!-)")
_PART_OF = pattern(r"\b(?:the )?(?:early |late )?(?P<part>morning|afternoon|evening|night)(?: hours)? of $")
#: how far before a date a modifier can start, in characters
REACH = 24
#: the pattern of all modifiers
MODIFIERS = either((*THIRDS, *APPROXIMATE, *NEUTRAL))
_PHRASES = frozenset((*THIRDS, *APPROXIMATE, *NEUTRAL))
_FIRST_WORDS = frozenset(words.split()[0] for words in _PHRASES)
_WORDS = late(r"[^\W\d_]+[.-]?")


def apply_modifier(found: Found, setting: Setting, floor: int) -> Found:
    """The date with the modifier beside it: a third of it, a part of the day, or an approximate date."""
    value = found.value
    if not isinstance(value, Date) or value.timex3.endswith("_REF"):
        return found
    if value.granularity == "day" and "T" not in value.timex3 and not value.edtf.count("/"):
        found = apply_part_of_day(found, value, setting.text, floor)
        value = found.value
        assert isinstance(value, Date)
    words, start = modifier_before(setting.text, max(floor, found.start - REACH), found.start)
    if words is None:
        behind = _BEHIND.match(setting.text, found.end)
        return evolve(found, value=value.about(), end=behind.end()) if behind else found
    if words in ("about", "around") and setting.text[found.end : found.end + 2] == "'s":
        return found  # "details about last month's raid"
    if words in APPROXIMATE:
        return evolve(found, value=value.about(), start=start)
    if words in THIRDS:
        return evolve(found, value=value.third(THIRDS[words]), start=start)
    return evolve(found, start=start) if value.granularity != "century" else found


def modifier_before(text: str, low: int, end: int) -> tuple[str | None, int]:
    """The longest modifier right before a date, in lower case, and its start; None and ``end`` where there is none.

    >>> modifier_before("in the early 1860s", 0, 13), modifier_before("nearly 1860", 0, 7)
    (('the early', 3), (None, 7))
    """
    if end == low or (not text[end - 1].isspace() and text[end - 1] not in "-.cC"):
        return None, end
    for word in _WORDS.finditer(text, low, end):
        start = word.start()
        if word[0].lower() not in _FIRST_WORDS:
            continue
        if start and (text[start - 1].isalnum() or text[start - 1] in ".-_"):
            continue
        phrase = " ".join(text[start:end].lower().split())
        phrase = phrase if phrase in _PHRASES else phrase.removesuffix(" the")
        if phrase in _PHRASES and (text[end - 1] not in "cC" or phrase == "c"):
            return phrase, start
    return None, end


def apply_part_of_day(found: Found, value: Date, text: str, floor: int) -> Found:
    """The day with the part of it that is named beside it: "Tuesday night", "the morning of 3 May"."""
    match = _PART.match(text, found.end)
    if match:
        return evolve(found, value=value.part_of_day(PARTS_OF_DAY[match["part"].lower()]), end=match.end())
    of = text[found.start - 3 : found.start - 1].lower() == "of"
    match = _PART_OF.search(text, max(floor, found.start - 2 * REACH), found.start) if of else None
    if match:
        return evolve(found, value=value.part_of_day(PARTS_OF_DAY[match["part"].lower()]), start=match.start())
    return found
