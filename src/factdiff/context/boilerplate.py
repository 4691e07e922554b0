"""Boilerplate: the datelines of a text, and the days and times of publication at the head of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention

#: "ATHENS, Sept. 15 (Reuters) -"
_DATELINE = re.compile(
    r"[A-Z][A-Z .'/]{2,40},?[^\n.?!]{0,20}(?:\.[^\n.?!]{0,20})?(?:\([^)\n]{1,30}\)\s?)?\s[-\u2014]{1,2}\s"
)
#: up to which offset the stamps of a page stand
HEAD = 300
_YEAR = re.compile(r"[12][0-9]{3}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}$")
_LAST = re.compile(r"([^\W\d_]+)\W*$")
_OUTSIDE = re.compile(r"\s*(?:$|\n|[|@(-]|[A-Z][a-z])")
_AT = re.compile(r"@\s{0,2}$")
#: a sentence or a field of its own begins
_NEXT = re.compile(r"\s*\||[ \n]\s*[A-Z]")
#: how far around a date is looked, in characters
REACH = 120


def datelines(text: str) -> list[tuple[int, int]]:
    r"""The spans of the datelines of reports, which stand at the head of a line.

    >>> datelines("Storm\nATHENS, Sept. 15 (Reuters) - A storm")
    [(6, 35)]
    """
    starts = accumulate([len(line) + 1 for line in text.split("\n")], initial=0)
    return [line.span() for start in starts if (line := _DATELINE.match(text, start))]


def is_publication_stamp(text: str, mentions: Sequence[Mention], number: int, lexicon: Lexicon) -> bool:
    """Whether a mention is the day of publication at the head of a page, or a time beside that day."""
    mention = mentions[number]
    if mention.start > HEAD or mention.kind not in ("date", "time"):
        return False
    if mention.kind == "date":
        return is_publication_day(text, mention, lexicon)
    if follows_publishing_word(text, mention.start, lexicon) or _AT.search(
        text, max(0, mention.start - 3), mention.start
    ):
        return True
    beside = [mentions[n] for n in (number - 1, number + 1) if 0 <= n < len(mentions) and mentions[n].kind == "date"]
    return any(
        is_publication_day(text, day, lexicon)
        and lexicon.stamp_gap.fullmatch(text[min(mention.end, day.end) : max(mention.start, day.start)]) is not None
        for day in beside
    )


def follows_publishing_word(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a word for publishing stands before an offset: "Updated 7:40 PM"."""
    return lexicon.publishing is not None and lexicon.publishing.search(text, max(0, start - REACH), start) is not None


def is_publication_day(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a full date stands outside any sentence: "Storm hits coast May 3, 2013 A storm has ...".

    At the very head of the text it needs no year.
    """
    head = not text[: mention.start].strip() and _NEXT.match(text, mention.end) is not None
    if getattr(mention.value, "granularity", "") != "day" or not (head or _YEAR.search(mention.surface)):
        return False
    before = text[max(0, mention.start - REACH) : mention.start]
    if before.count("(") > before.count(")"):
        return False
    if follows_publishing_word(text, mention.start, lexicon):
        return True
    led = lexicon.date_introducing is not None and lexicon.date_introducing.search(before) is not None
    clock = lexicon.stamp_time.match(text, mention.end)
    if clock is not None:
        return not led or _NEXT.match(text, clock.end()) is not None
    last = _LAST.search(before)
    inside = last is not None and last[1].islower()
    return not led and (_NEXT if inside else _OUTSIDE).match(text, mention.end) is not None
