"""Shares in words: "two in five", "one in 10", "two-thirds of voters", "half of the seats"."""

from __future__ import annotations

import re

from factdiff.language import DIGIT, Built, Found, Rule, Setting, either, pattern
from factdiff.languages.en.figures import START
from factdiff.languages.en.numberwords import DENOMINATORS, ONES, SMALL, TENS
from factdiff.languages.en.readings import read_figure
from factdiff.values.figure import Figure
from factdiff.values.number import Number
from factdiff.values.percent import Percent

_COUNT = rf"(?:an?|{either(ONES)}|{either(TENS)}(?:-{either(ONES[:9])})?)"
#: a denominator in the singular or plural; the look ahead sorts out most words
_PART = rf"(?=[a-z]{{0,12}}(?:ths?|rds?|half|halves|quarters?)\b){either(DENOMINATORS)}s?"
#: what stands behind a fraction that is a share: "of" or the article of the whole
_SHARE = re.compile(r"[ \n]of\b|[ \n](?:the|their|its|his|her|our|all)\b", re.IGNORECASE)
#: what stands behind an ordinal, which is no fraction: a noun ("a third attempt")
_NOUN = re.compile(
    r"[ \n-](?!(?:of|in|on|at|to|and|or|but|from|by|for|as|than|more|less|higher|lower|fewer|larger|smaller|said|"
    r"are|is|were|was|had|have|has|were|with|who|that|this|over|the|since|while|after|before|between|last|"
    r"million|billion|trillion)\b)[^\W\d_]",
    re.IGNORECASE,
)
_OTHER_HALF = re.compile(
    r"\b(?:first|second|other|latter|last|better|one|final|early|late|each|either|top|bottom)[ -]$", re.IGNORECASE
)


#: what "two in five" can be out of; "one in 2013" and "two in three days" are no shares
_TIME = either(f"{unit}{s}" for unit in ("day", "week", "month", "year", "hour", "minute", "second") for s in ("", "s"))
_WHOLE = rf"(?:{either([*ONES, *TENS])}\b|(?:[2-9]|10|20|50|100|1,000)(?![\w.,:/]))(?! (?:per|{_TIME}))"


#: what stands before "a third" where it is a fraction and no third one
_BY = re.compile(
    r"(?:^|\b(?:by|to|than|about|around|nearly|almost|over|under|least|most|roughly|only|just|is|was|of|and|or|up|down))\s*$",
    re.IGNORECASE,
)


def share(figure: float) -> Percent:
    """A share that words give as a fraction: as coarse as a percentage point at either side."""
    return Percent(unit="percent", figure=Figure(100 * figure, 2.0, False, 2))


def out_of(match: re.Match[str], _: Setting) -> Built:
    """So many in so many: "two in five"."""
    some, every = read_figure(match["some"].lower()), read_figure(match["every"].lower())
    if some is None or every is None or not 0 < some.stated < every.stated:
        return None
    return Found(share(some.stated / every.stated), *match.span())


def fraction(match: re.Match[str], setting: Setting) -> Built:
    """A fraction in words: a share before "of", a number otherwise; "a third attempt", "hurt a third" are neither."""
    text, word = setting.text, match["part"].lower()
    over = DENOMINATORS.get(word) or DENOMINATORS[word[:-1]]
    count = match["count"].lower()
    some = SMALL.get(count) or sum(SMALL[part] for part in count.split("-"))
    if some >= over or (some == 1) is not (word in DENOMINATORS) or text[match.end() : match.end() + 1] == "-":
        return None
    if _SHARE.match(text, match.end()):
        return Found(share(some / over), *match.span())
    if some == 1 and (
        _NOUN.match(text, match.end())
        or (count != "one" and not _BY.search(text, max(0, match.start() - 12), match.start()))
    ):
        return None
    return Found(Number(figure=Figure(some / over, 0.02, False, 2)), *match.span())


def half(match: re.Match[str], setting: Setting) -> Built:
    """Half of something; the first half of a match is none."""
    text = setting.text
    if _OTHER_HALF.search(text, max(0, match.start() - 10), match.start()):
        return None
    return Found(share(0.5), match.start(), match.start() + 4)


RULES = (
    Rule(
        "share-out-of",
        {DIGIT, *ONES},
        pattern(
            rf"{START}(?P<some>{either(ONES)}|[0-9]{{1,3}}) (?:in(?: every)?|out of(?: every)?) (?P<every>{_WHOLE})"
        ),
        out_of,
    ),
    Rule(
        "fraction",
        {"a", "an", *ONES, *TENS},
        pattern(rf"(?<![\w.,/$£€#@-])(?P<count>{_COUNT})[\s-](?P<part>{_PART})(?!\w)"),
        fraction,
    ),
    Rule(
        "share-half",
        {"half"},
        pattern(r"(?<![\w-])half(?: of)? (?:the|their|its|his|her|our|all|those|these|them)\b|(?<![\w-])half of\b"),
        half,
    ),
)
