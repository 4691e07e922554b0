"""Whether a clause speaks of the future or the past: "will", "starts on", "is due to", "until Friday"; "fell", "was".

The verb that stands nearest before a date governs it. News tells of what has happened in the past tense, so verbs of
what goes by a timetable, or has been arranged, speak of what is to come where they stand in the present.
"""

from __future__ import annotations

import re

from factdiff.languages.en.calendar.schedules import (
    HAPPENED,
    PAST_EVENT,
    SCHEDULED_EVENT,
    first_ahead,
    is_on,
    last_arranged,
    last_auxiliary,
    looks_later,
)
from factdiff.languages.en.headlines.casing import as_prose
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, pattern

_TABLE = read_table("factdiff.languages.en.calendar", "tense.toml")
_BOUND = late(
    r"\b(until|till|by|before|from|as of|not before|no later than|"
    r"(?<!months\s)(?<!weeks\s)(?<!year\s)(?<!years\s)(?<!quarter\s)(?:through|thru))(?: at least)?"
    r"(?: the (?:end|beginning|middle|start) of| the| early| late)?[ -](?:mid-)?$",
    re.IGNORECASE,
)
#: the last words of such a bound, by which most dates are rejected at once, and the longest in characters
_BOUND_ENDS = (
    "until", "till", "by", "before", "from", "of", "than", "through", "thru", "least", "the", "early", "late", "mid",
)  # fmt: skip
LONGEST_END = 7
_WOULD = late(r"\b(?:would|could|might)\b", re.IGNORECASE)
_LASTED = late(
    r"\b(?:was|were|had|(?<!have )(?<!has )been|lasted|ran|stayed|remained|continued|lived|worked|served|held|kept|"
    r"waited)\b",
    re.IGNORECASE,
)
#: signs that what began in the past goes on until the day that follows
_STILL_BOUND = pattern(rf"\b(?:has|have|'ve|is|are|{either(_TABLE['binding'])})\b")
_SPOKEN = late(r"\b(?:said|told|announced|was|were)\b", re.IGNORECASE)
_IRREGULAR, _NO_PAST = frozenset(_TABLE["past"]), frozenset(_TABLE["no_past"])
_WORD = late(r"[a-z]{2,20}")
#: a word in "-ed" behind an article or a preposition: "the proposed merger"
_PARTICIPLE = late(r"\b(?:the|an?|its|their|his|her|of|for|as|than|in|with|new|once|'s) $", re.IGNORECASE)
#: what can stand before a date at the beginning of a clause
_OPENING = late(
    r"^\W*(?:(?:and|but|then|late|early|later|earlier|only|on|in|from|that|starting|since)\W+)*$", re.IGNORECASE
)
#: the ends of clauses; each alternative starts with a fixed character, which is found fast
_STOP = late(
    r"\.(?<!\b[A-Za-z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)\s|!\s|\?\s|;\s|\n\s?"
    r"|, (?:and|but|which|who|while|when|where)\b"
    r"|w(?<!\w.)(?:hich|ho|hile)\b|a(?<!\w.)fter\b|b(?<!\w.)efore\b"
)
#: a participle behind a comma that leaves the tense as it was: "on Wednesday, followed by the House on Thursday"
_JOINED = late(r",\s[a-z]{3,12}ed\sby\b")
_EVENT_BEHIND = pattern(rf" (?:[a-z-]{{1,20}} ){{0,2}}?{SCHEDULED_EVENT.pattern}")
_EVENT_BEFORE = pattern(rf"{SCHEDULED_EVENT.pattern} (?:on|of|for) (?:the )?$")
#: longer words in "-ed" are forms of the past
SHORTEST = 4
#: the greatest distance at which "before" and "after" belong to a date, in characters
NEAR = 12
#: how far a clause is read before and behind a date, and how far "until" and similar words may stand before it
REACH, BOUND = 90, 48
#: the longest noun phrase behind a date in the possessive, in characters
PHRASE = 40


def is_future(text: str, start: int, end: int) -> bool:
    """Whether the clause around ``text[start:end]`` speaks of the future.

    >>> text = "The strike will begin on Friday, the union said."
    >>> is_future(text, 25, 31)
    True
    >>> is_future("The strike began on Friday.", 20, 26)
    False
    >>> is_future("The strike begins on Friday.", 21, 27)
    True
    """
    text = as_prose(text, start)
    before = clause_before(text, start)
    if before[-11:].lower().endswith(("earlier ", "earlier on ")):
        return False
    owned = text[end : end + 2] == "'s"
    last_word = before[-1 - LONGEST_END : -1].lower()
    bound = _BOUND.search(before, max(0, len(before) - BOUND)) if last_word.endswith(_BOUND_ENDS) else None
    if bound and owned and bound[1].lower() in ("from", "by", "through"):
        return False  # "from Monday's price"
    if bound and (_WOULD.search(before) or not has_past_verb(before, lasting=bound[1].lower() not in _POINTS)):
        return True
    if not owned and is_on(before):
        return True
    if (ahead := governs_ahead(before, owned=owned, behind=text[end + 2 * owned : end + PHRASE])) is not None:
        return ahead
    if bound:
        return False
    return opens_ahead(before, text[end : end + REACH], owned=owned)


#: the bounds that an event of the past can have: "sold by Friday"
_POINTS = ("by", "before", "from", "as of", "not before", "no later than")


def governs_ahead(before: str, *, owned: bool, behind: str) -> bool | None:
    """Whether the verb nearest before a date looks ahead; None where no verb does so at all.

    ``owned`` says that the date is a possessive, and ``behind`` is what follows it.
    """
    forward = last_auxiliary(before)
    if forward >= 0:
        comma = before.rfind(",", forward)
        left = comma >= 0 and has_finite_past(before[comma:]) and not _JOINED.search(before, comma)
        return not left and not _SPOKEN.search(before, forward) and not HAPPENED.match(behind)
    loose = last_arranged(before)
    if loose < 0:
        return True if looks_later(before) else None
    if has_past_verb(before[loose:]):
        return None
    return not owned or SCHEDULED_EVENT.search(behind) is not None


def opens_ahead(before: str, after: str, *, owned: bool) -> bool:
    """Whether a clause that a date opens, or in which it belongs to the subject, looks ahead.

    >>> opens_ahead("On ", " the court is due to rule.", owned=False)
    True
    >>> opens_ahead("On ", " the court ruled, and will meet again.", owned=False)
    False
    """
    if has_past_verb(before):
        return False
    after = _STOP.split(after, maxsplit=1)[0]
    ahead = first_ahead(after)
    if ahead < 0 or has_past_verb(after[:ahead]):
        return False
    if after[:ahead].strip() == "" and not owned:
        return not PAST_EVENT.search(before)
    if owned:
        return SCHEDULED_EVENT.search(after[:ahead]) is not None
    return _OPENING.match(before) is not None or SCHEDULED_EVENT.search(before + after[:ahead]) is not None


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
        return _LASTED.search(words) is not None or (has_finite_past(words) and not _STILL_BOUND.search(words))
    found = _WORD.findall(words)
    return not _IRREGULAR.isdisjoint(found) or any(
        len(word) > SHORTEST and word not in _NO_PAST for word in found if word[-2:] == "ed"
    )


def has_finite_past(words: str) -> bool:
    """The same, without participles before a noun: "the proposed merger".

    >>> has_finite_past("The proposed merger on "), has_finite_past("He was sentenced on ")
    (False, True)
    """
    for match in _WORD.finditer(words):
        word = match[0]
        if word in _IRREGULAR and word not in ("have", "has", "given"):
            return True
        regular = word.endswith("ed") and len(word) > SHORTEST and word not in _NO_PAST
        if regular and not _PARTICIPLE.search(words, max(0, match.start() - 8), match.start()):
            return True
    return False


def is_past(text: str, start: int, end: int, *, finite: bool = False) -> bool:
    """Whether the clause around ``text[start:end]`` speaks of the past; "opens in March" does not.

    ``finite`` leaves out participles before a noun, and dates of what is held on a day that is known beforehand.

    >>> is_past("Prices fell in March.", 15, 20), is_past("The trial opens in March.", 19, 24)
    (True, False)
    """
    text = as_prose(text, start)
    before = clause_before(text, start)
    after = _STOP.split(text[end : end + REACH], maxsplit=1)[0]
    if not finite:
        return has_past_verb(f"{before} {after}")
    if _EVENT_BEHIND.match(after) or _EVENT_BEFORE.search(before):
        return False  # "the June 3 primary", "another review on June 18"
    return has_finite_past(f"{before.rpartition(' that ')[2]} {after}")
