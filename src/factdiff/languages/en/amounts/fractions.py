"""Fractions in words: "two-thirds of voters", "a third", "three twenty-fifths", "one over 20"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.amounts import named_by_rule, value
from factdiff.languages.en.amounts.figures.figure_ranges import Piece
from factdiff.languages.en.amounts.figures.number_words import DENOMINATORS, ONES, ORDINALS, SMALL, TENS
from factdiff.languages.en.amounts.figures.patterns import MORE, POINT, START, WORDS
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.units.unit_words import tail_at
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.percent import Percent

#: what ends "twenty-fifth"; "thirty seconds" is a duration
_LAST = [word for word, number in ORDINALS.items() if number < 10 and word != "second"]
#: a denominator in the singular or plural; the look ahead sorts out most words
_PART = (
    r"(?=(?:[a-z]{5,7}[-\s])?[a-z]{0,12}(?:ths?|rds?|firsts?|half|halves|quarters?)\b)"
    rf"(?:{either(TENS)}[-\s]{either(_LAST)}|{either(DENOMINATORS)})s?"
)
#: what stands behind a fraction that is a share: "of" or the article of the whole
_SHARE = re.compile(r"[ \n]of\b|[ \n](?:the|their|its|his|her|our|all)\b", re.IGNORECASE)
#: what stands behind an ordinal, which is no fraction: a noun ("a third attempt")
_NOUN = re.compile(
    r"[ \n-](?!(?:of|in|on|at|to|and|or|but|from|by|for|as|than|more|less|higher|lower|fewer|larger|smaller|said|"
    r"are|is|were|was|had|have|has|were|with|who|that|this|over|the|since|while|after|before|between|last|"
    r"million|billion|trillion)\b)[^\W\d_]",
    re.IGNORECASE,
)
#: what stands before "a third" where it is a fraction and no third one
_BY = re.compile(
    r"(?:^|\b(?:by|to|than|about|around|nearly|almost|over|under|least|most|roughly|only|just|is|was|of|and|or|up|down))\s*$",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"[ \n]of[ \n]an?(?=[ \n])", re.IGNORECASE)
#: what makes three quarters nine months
_PERIODS = re.compile(
    r"\b(?:first|last|past|previous|next|other|for|consecutive|straight|successive)\s$", re.IGNORECASE
)
_IN_A_ROW = re.compile(r"\s(?:in a row|running|of (?:growth|decline|contraction|losses|profits?))\b", re.IGNORECASE)
#: what a quotient stands behind: "the ratio is one over 20"
_RATIO = re.compile(r"(?:^|\n|=|\b(?:is|equals?|equal to|of|times|ratio))\s?$", re.IGNORECASE)


def share(figure: float) -> Percent:
    """A share that words give as a fraction: as coarse as a percentage point at either side, or as a tenth of it."""
    return Percent(unit="percent", figure=Figure(100 * figure, min(2.0, 20 * figure), False, 2))


def quotient(some: float, over: float) -> Number:
    """The number that a fraction makes."""
    return Number(figure=Figure(some / over, min(0.02, abs(some) / over / 5), False, 2))


def denominator(part: str) -> tuple[int, bool]:
    """What a part is one of so many of, and whether it is written in the singular.

    >>> denominator("thirds"), denominator("half"), denominator("twenty-firsts")
    ((3, False), (2, True), (21, False))
    """
    ten, _, last = part.lower().replace("-", " ").rpartition(" ")
    known = ORDINALS if ten else DENOMINATORS
    singular = last if last in known else last[:-1]
    return known[singular] + (SMALL[ten] if ten else 0), singular == last


def fraction(match: re.Match[str], setting: Setting) -> Built:
    """A fraction in words: a share before "of", a number otherwise; "a third attempt", "hurt a third" are neither."""
    text, count = setting.text, match["count"].lower()
    over, singular = denominator(match["part"])
    figure = Figure.exactly(SMALL[count]) if count in SMALL else read_figure(" ".join(count.split()))
    if figure is None or (figure.stated == 1) is not singular or text[match.end() : match.end() + 1] == "-":
        return None
    some = figure.stated
    if (some >= over and over < 5) or (over == 4 and is_time(text, *match.span())):
        return None
    of_one = None if match["minus"] else unit_part(text, some / over, *match.span())
    if of_one is not None:
        return of_one
    if some < over and not match["minus"] and _SHARE.match(text, match.end()):
        return Found(share(some / over), *match.span())
    if some == 1 and (
        _NOUN.match(text, match.end())
        or (count != "one" and not _BY.search(text, max(0, match.start() - 12), match.start()))
    ):
        return None
    return Found(quotient(-some if match["minus"] else some, over), *match.span())


def unit_part(text: str, part: float, start: int, end: int) -> Built:
    """A part of one unit, "three quarters of a mile", or None."""
    joint = _OF_ONE.match(text, end)
    behind = tail_at(text, joint.end()) if joint else None
    if joint is None or behind is None:
        return None
    figure = Figure(round(part, 4), min(0.02, part / 5), False, 2)
    return named_by_rule(value(text, Piece({"figure": figure}, behind[0], "", start, end, behind[1]), None, start))


def digits(match: re.Match[str], setting: Setting) -> Built:
    """A fraction in digits before "of" is a share, "2/3 of voters", or a part of a unit, "3/4 of a mile"."""
    some, over = int(match["some"]), int(match["over"])
    if some >= over:
        return None
    return unit_part(setting.text, some / over, *match.span()) or share(some / over)


def is_time(text: str, start: int, end: int) -> bool:
    """Whether the quarters in ``text[start:end]`` are quarters of a year.

    >>> is_time("for three quarters", 4, 18), is_time("three quarters of growth", 0, 14), is_time("two quarters", 0, 12)
    (True, True, False)
    """
    return _IN_A_ROW.match(text, end) is not None or _PERIODS.search(text, max(0, start - 12), start) is not None


def over(match: re.Match[str], setting: Setting) -> Built:
    """A quotient as it is spoken: "one over 20"."""
    some, every = read_figure(match["some"].lower()), read_figure(match["every"].lower())
    if some is None or every is None or not every.stated:
        return None
    if not match["minus"] and not _RATIO.search(setting.text, max(0, match.start() - 10), match.start()):
        return None
    return Found(quotient(-some.stated if match["minus"] else some.stated, every.stated), *match.span())


_STOP = r"(?=[.,;:)]?(?:\s*$|\s?\n|[.,;] ))"
_MINUS = r"(?P<minus>(?:minus|negative) )?"

RULES = (
    Rule(
        "fraction",
        {
            *pairs(("a", "an"), "-", *DENOMINATORS),
            *pairs((*ONES, *TENS), *MORE, *DENOMINATORS, *(f"{word}s" for word in DENOMINATORS)),
            *("minus", "negative"),
        },
        uncompiled(rf"(?<![\w.,/$£€#@-]){_MINUS}(?P<count>an?\b|{WORDS})[\s-](?P<part>{_PART})(?!\w)"),
        fraction,
    ),
    Rule(
        "fraction-digits",
        pairs(DIGIT, "/"),
        uncompiled(rf"{START}(?P<some>[1-9])/(?P<over>[2-9]|10)(?= of )"),
        digits,
    ),
    Rule(
        "fraction-over",
        {*pairs((DIGIT, *ONES), "over"), "minus", "negative"},
        uncompiled(rf"{START}{_MINUS}(?P<some>{either(ONES)}|[0-9]{{1,5}}) over (?P<every>{POINT}){_STOP}"),
        over,
    ),
)
