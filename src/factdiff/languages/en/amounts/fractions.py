"""Fractions in words: "two-thirds of voters", "a third", "three twenty-fifths", "one over 20"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.amounts import amount_value, under_rule_name
from factdiff.languages.en.amounts.figures.figure_ranges import UnitFigure
from factdiff.languages.en.amounts.figures.number_words import BELOW_HUNDRED, DENOMINATORS, ONES, ORDINALS, TENS
from factdiff.languages.en.amounts.figures.patterns import AMOUNT_START, NUMBER_WORD_CONTINUATIONS, POINT, WORDS
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.hedges import hedge_before
from factdiff.languages.en.amounts.units.ambiguity import is_about_percents
from factdiff.languages.en.amounts.units.unit_words import unit_form_at
from factdiff.languages.en.names.cue_words import sign_before
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.percent import Percent

#: the last word of "twenty-fifth"; "thirty seconds" is a duration
_UNIT_ORDINALS = [word for word, number in ORDINALS.items() if number < 10 and word != "second"]
#: a denominator in the singular or plural; the lookahead rejects most other words at once
_PART = (
    r"(?=(?:[a-z]{5,7}[-\s])?[a-z]{0,12}(?:ths?|rds?|firsts?|half|halves|quarters?)\b)"
    rf"(?:{either(TENS)}[-\s]{either(_UNIT_ORDINALS)}|{either(DENOMINATORS)})s?"
)
#: the text behind a fraction that is a share: "of" or the determiner of the whole
_SHARE = late(r"[ \n]of\b|[ \n](?:the|their|its|his|her|our|all)\b", re.IGNORECASE)
#: the state that a share of something has reached: "four-fifths complete"
_STATE = late(
    r"[ \n](?:complete|completed|finished|full|built|rebuilt|empty|done|paid|sold|unsold|funded|owned|immersed|"
    r"submerged|constructed|repaid|filled|occupied|vacant|loaded|grown|covered|demolished|underwater|men|women|male|female|foreign|"
    r"privately|publicly|state-owned|way)\b",
    re.IGNORECASE,
)
#: the verbs behind a share of persons or things: "a third were hurt"
_VERB = late(
    r"[ \n](?:are|were|have|had|said|say|says|do|did|will|would|live|want|think|believe|voted|came|remain)\b",
    re.IGNORECASE,
)
#: the text behind a fraction by which something is more or less
_COMPARED = late(
    r"[ \n](?:more|less|fewer|higher|lower|larger|smaller|bigger|cheaper|dearer|faster|slower|longer|shorter|heavier|"
    r"lighter|up|down|above|below)\b(?![ \n](?:of|serious|recent)\b)",
    re.IGNORECASE,
)
#: the text before a fraction that is the size of a change: "fell by a third", "up two-fifths"
_CHANGED = late(
    r"\b(?:by|up|down|rose|risen|rises?|fell|fallen|falls?|grew|grown|grows?|shrank|shrunk|shrinks?|jumped|jumps?|dropped|"
    r"drops?|climbed|climbs?|declined|declines?|gained|gains?|lost|loses?|slumped|slumps?|surged|surges?|soared|plunged|slid)"
    r"(?:[ \n](?:another|a further|only|just|as much as))?[ \n]$",
    re.IGNORECASE,
)
_DETERMINED = late(r"(?:\b(?:the|his|her|its|their|our|my|your)|'s)\s$", re.IGNORECASE)
_MULTIPLIED = late(r"\b(?:multipl\w+|divid\w+)[ \n]by[ \n]$", re.IGNORECASE)
#: a second fraction that has the whole of both: "one-fifth and four-fifths of firms"
_AND_SHARE = late(
    rf"(?:,[ \n]|,?[ \n](?:and|or|to)[ \n])(?:an?|{either(ONES[:9])})[ \n-]{_PART}(?=[ \n]of\b)",
    re.IGNORECASE,
)
#: the text behind an ordinal that is no fraction: a noun ("a third attempt")
_NOUN = late(
    r"[ \n-](?!(?:of|in|on|at|to|and|or|but|from|by|for|as|than|more|less|higher|lower|fewer|larger|smaller|said|"
    r"are|is|were|was|had|have|has|were|with|who|that|this|over|the|since|while|after|before|between|last|"
    r"yesterday|today|this|next|compared|amid|because|despite|during|against|then|when|if|year-on-year|annually|on|about|to|"
    r"million|billion|trillion)\b)[^\W\d_]",
    re.IGNORECASE,
)
#: the text before "a third" where it is a fraction and not the third one
_BEFORE_FRACTION = late(
    r"(?:^|\b(?:by|to|than|about|around|nearly|almost|over|under|least|most|roughly|only|just|is|was|of|and|or|up|down))\s*$",
    re.IGNORECASE,
)
_OF_ONE = late(r"[ \n]of[ \n]an?(?=[ \n])", re.IGNORECASE)
_OF_ONE_PERCENT = late(
    r"[ \n]of[ \n](?:1|one)(?=[ \n]?(?:%|per[ \n]?cent\b|pct\b|percentage[ \n]point\b))", re.IGNORECASE
)
_OF_A_POINT = late(r"[ \n]of[ \n]a[ \n](?:full[ \n])?point\b", re.IGNORECASE)
#: words before quarters that are quarters of a year
_PERIODS = late(r"\b(?:first|last|past|previous|next|other|for|consecutive|straight|successive)\s$", re.IGNORECASE)
_IN_A_ROW = late(r"\s(?:in a row|running|of (?:growth|decline|contraction|losses|profits?))\b", re.IGNORECASE)
#: the text before a quotient: "the ratio is one over 20"
_RATIO = late(r"(?:^|\n|=|\b(?:is|equals?|equal to|of|times|ratio))\s?$", re.IGNORECASE)


def share_of(figure: float) -> Percent:
    """The share of a fraction in words, to a percentage point on either side, or to a tenth of a small share."""
    return Percent(unit="percent", figure=Figure(100 * figure, min(2.0, 20 * figure), False, 2))


def quotient(some: float, over: float) -> Number:
    """The number of a fraction in words, with the precision of a share."""
    return Number(figure=Figure(some / over, min(0.02, abs(some) / over / 5), False, 2))


def denominator(part: str) -> tuple[int, bool]:
    """The denominator that a word names, and whether the word is in the singular.

    >>> denominator("thirds"), denominator("half"), denominator("twenty-firsts")
    ((3, False), (2, True), (21, False))
    """
    ten, _, last = part.lower().replace("-", " ").rpartition(" ")
    known = ORDINALS if ten else DENOMINATORS
    singular = last if last in known else last[:-1]
    return known[singular] + (BELOW_HUNDRED[ten] if ten else 0), singular == last


def fraction(match: re.Match[str], setting: Setting) -> Built:
    """The share or number of a fraction in words; None where it is an ordinal: "a third attempt", "hurt a third"."""
    text, count = setting.text, match["count"].lower()
    over, singular = denominator(match["part"])
    figure = Figure.exactly(BELOW_HUNDRED[count]) if count in BELOW_HUNDRED else read_figure(" ".join(count.split()))
    if figure is None or (figure.stated == 1) is not singular or text[match.end() : match.end() + 1] == "-":
        return None
    some = figure.stated
    if over >= 100 and _DETERMINED.search(text, max(0, match.start() - 8), match.start()):
        return None  # "the one hundredth customer"
    if (some >= over and over < 5) or (over == 4 and is_quarters_of_year(text, *match.span())):
        return None
    if match["minus"]:
        return Found(quotient(-some, over), *match.span())
    of_one = part_of_unit(text, some / over, *match.span()) or part_of_points(text, some / over, *match.span())
    if of_one is not None:
        return of_one
    reached = count not in ("a", "an") and _STATE.match(text, match.end())
    if some < over and (reached or is_share(text, *match.span())):
        return Found(share_of(some / over), *match.span())
    if some == 1 and (
        _NOUN.match(text, match.end())
        or (count != "one" and not _BEFORE_FRACTION.search(text, max(0, match.start() - 12), match.start()))
    ):
        return None
    return Found(quotient(some, over), *match.span())


def is_share(text: str, start: int, end: int) -> bool:
    """Whether the fraction in ``text[start:end]`` is a share of something, or the size of a change.

    >>> is_share("sales fell by a third", 14, 21), is_share("a third lower", 0, 7), is_share("It is a third.", 6, 13)
    (True, True, False)
    """
    if any(behind.match(text, end) for behind in (_SHARE, _COMPARED, _AND_SHARE)):
        return True
    start = hedge_before(text, start, 0)[0]
    if _VERB.match(text, end) and sign_before(text, start) in ("", ".", ",", "\n", ";"):
        return True
    low = max(0, start - 40)
    return (
        not _NOUN.match(text, end)
        and _CHANGED.search(text, low, start) is not None
        and not _MULTIPLIED.search(text, low, start)
    )


def part_of_unit(text: str, part: float, start: int, end: int) -> Built:
    """The amount that is a part of one unit, "three quarters of a mile", "half of 1%", or None."""
    joint = _OF_ONE.match(text, end) or _OF_ONE_PERCENT.match(text, end)
    behind = unit_form_at(text, joint.end()) if joint else None
    if joint is None or behind is None:
        return None
    figure = Figure(round(part, 4), min(0.02, part / 5), False, 2)
    return under_rule_name(
        amount_value(text, UnitFigure({"figure": figure}, behind[0], "", start, end, behind[1]), None, start)
    )


def part_of_points(text: str, part: float, start: int, end: int) -> Built:
    """The part of a percentage point in "a quarter of a point" of a rate or a poll, or None."""
    point = _OF_A_POINT.match(text, end)
    if point is None or not is_about_percents(text, start, point.end()):
        return None
    return Found(Percent(unit="percentage_point", figure=Figure.read(f"{round(part, 4):g}")), start, point.end())


def fraction_in_digits(match: re.Match[str], setting: Setting) -> Built:
    """The share or the part of a unit in digits before "of": "2/3 of voters", "3/4 of a mile"."""
    some, over = int(match["some"]), int(match["over"])
    if some >= over:
        return None
    return part_of_unit(setting.text, some / over, *match.span()) or share_of(some / over)


def is_quarters_of_year(text: str, start: int, end: int) -> bool:
    """Whether the quarters in ``text[start:end]`` are quarters of a year.

    >>> is_quarters_of_year("for three quarters", 4, 18), is_quarters_of_year("two quarters", 0, 12)
    (True, False)
    >>> is_quarters_of_year("three quarters of growth", 0, 14)
    True
    """
    return _IN_A_ROW.match(text, end) is not None or _PERIODS.search(text, max(0, start - 12), start) is not None


def spoken_quotient(match: re.Match[str], setting: Setting) -> Built:
    """The number of a quotient in words: "one over 20"."""
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
            *pairs((*ONES, *TENS), *NUMBER_WORD_CONTINUATIONS, *DENOMINATORS, *(f"{word}s" for word in DENOMINATORS)),
            *("minus", "negative"),
        },
        uncompiled(rf"(?<![\w.,/$£€#@-]){_MINUS}(?P<count>an?\b|{WORDS})[\s-](?P<part>{_PART})(?!\w)"),
        fraction,
    ),
    Rule(
        "fraction-digits",
        pairs(DIGIT, "/"),
        uncompiled(rf"{AMOUNT_START}(?P<some>[1-9])/(?P<over>[2-9]|10)(?= of )"),
        fraction_in_digits,
    ),
    Rule(
        "fraction-over",
        {*pairs((DIGIT, *ONES), "over"), "minus", "negative"},
        uncompiled(rf"{AMOUNT_START}{_MINUS}(?P<some>{either(ONES)}|[0-9]{{1,5}}) over (?P<every>{POINT}){_STOP}"),
        spoken_quotient,
    ),
)
