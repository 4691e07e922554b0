"""Anniversaries and the dates that they count from: "its 75th anniversary", "founded in 1959"."""

from __future__ import annotations

from attrs import evolve

from factdiff.language.rules import Found, Setting
from factdiff.text.patterns import pattern
from factdiff.values.calendar.date import Date

#: the kinds of values that can mark an anniversary, or the day that one counts from
MARKED = frozenset({"date", "duration", "ordinal"})
#: how far back the words before a date or an amount can start, in characters
REACH = 40
_YEAR = pattern(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_FOUNDED = pattern(
    r"\b(?:founded|established|opened|launched|created|formed|inaugurated|born|built|incorporated)"
    r"(?: (?:here|there|by [^.,;:!?\n]{2,24}))? (?:in|on) (?:the )?$"
)
_MARKING = pattern(r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing))(?: (?:its|their|his|her|the|over|nearly))? $")
_ACTIVITIES = "business|service|operation|trading|existence|publication|broadcasting"
#: an anniversary "of" or "since" something is not counted from the founding date, unless it is of an activity
_OF_NOTHING_ELSE = pattern(r"(?! (?:of|since|after|from)\b(?! (?:{again})\b))", again=_ACTIVITIES)
_ANNIVERSARY = pattern(r"(?:-| )(?:anniversary|jubilee)\b")


def mark_anniversary(found: Found, setting: Setting, floor: int) -> Found:
    """The value with a rule name of its own where it is the date of a founding, or an anniversary or years celebrated.

    Other values are returned as they are.
    """
    text, value, kind = setting.text, found.value, found.value.kind
    if kind not in MARKED:
        return found
    before = (text, max(floor, found.start - REACH), found.start)
    if isinstance(value, Date):
        near = text[found.start - 3 : found.start].lower() in ("in ", "on ", "he ")
        dated = near and value.earliest and not value.is_range and _YEAR.search(text, found.start, found.end)
        begun = dated and _FOUNDED.search(*before)
        return evolve(found, rule="date-begun") if begun else found
    if kind == "duration":
        marked = _MARKING.search(*before) and _OF_NOTHING_ELSE.match(text, found.end)
        return evolve(found, rule="duration-marked") if marked else found
    if kind == "ordinal":
        match = _ANNIVERSARY.match(text, found.end)
        return (
            evolve(found, rule="ordinal-anniversary") if match and _OF_NOTHING_ELSE.match(text, match.end()) else found
        )
    return found
