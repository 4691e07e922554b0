"""What stands in a text beside what it tells: datelines, and the stamps of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdiff.language import Lexicon
from factdiff.records import Mention

#: "ATHENS, Sept. 15 (Reuters) -"
_DATELINE = re.compile(
    r"[A-Z][A-Z .'/]{2,40},?[^\n.?!]{0,20}(?:\.[^\n.?!]{0,20})?(?:\([^)\n]{1,30}\)\s?)?\s[-\u2014]{1,2}\s"
)
#: up to where the stamps of a page stand, and what stands around them
HEAD = 300
_YEAR = re.compile(r"[12][0-9]{3}")
_LAST = re.compile(r"([^\W\d_]+)\W*$")
_CLOCK = re.compile(r"[\s,|@-]{0,3}(?:at )?[0-9]{1,2}[:.][0-9]{2}")
_OUTSIDE = re.compile(r"\s*(?:$|\n|[|@(-]|[A-Z][a-z])")
_STAMPED = re.compile(r"[\s,|@-]{0,4}(?:at )?")
#: how far around a date is looked, in characters
REACH = 120


def in_dateline(text: str, offset: int) -> bool:
    """Whether an offset lies in the dateline of a report: "ATHENS, Sept. 15 (Reuters) -"."""
    dateline = _DATELINE.match(text, text.rfind("\n", 0, offset) + 1)
    return dateline is not None and offset < dateline.end()


def is_stamp(text: str, mentions: Sequence[Mention], number: int, lexicon: Lexicon) -> bool:
    """Whether a mention is the day, or beside it the time, of publication at the head of a page."""
    mention = mentions[number]
    if mention.start > HEAD or mention.kind not in ("date", "time"):
        return False
    if mention.kind == "date":
        return is_stamped(text, mention, lexicon)
    beside = [mentions[n] for n in (number - 1, number + 1) if 0 <= n < len(mentions) and mentions[n].kind == "date"]
    return any(
        is_stamped(text, day, lexicon)
        and _STAMPED.fullmatch(text[min(mention.end, day.end) : max(mention.start, day.start)]) is not None
        for day in beside
    )


def is_stamped(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a full date stands outside of any sentence: "Storm hits coast May 3, 2013 A storm has ..."."""
    if not _YEAR.search(mention.surface) or getattr(mention.value, "granularity", "") != "day":
        return False
    before, behind = text[max(0, mention.start - REACH) : mention.start], text[mention.end : mention.end + REACH]
    if before.count("(") > before.count(")"):
        return False
    if lexicon.posted and lexicon.posted.search(before):
        return True
    if _CLOCK.match(behind) and not (lexicon.leading and lexicon.leading.search(before)):
        return True
    last = _LAST.search(before)
    return not (last and last[1].islower()) and _OUTSIDE.match(behind) is not None
