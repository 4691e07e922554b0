"""Figures that are no values: scores, versions, telephone numbers, addresses.

These rules claim their span, so that no other rule reads a part of it.
"""

from __future__ import annotations

import re

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs

STREET_WORDS = (
    "Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Square", "Place", "Boulevard", "Blvd",
)  # fmt: skip
#: words before a zero that is no number, before a page number, and behind the resolution of a screen
BEFORE_ZERO = ("ground", "net", "patient", "day", "year")
PAGE_WORDS = ("page", "photo", "image", "slide", "picture", "figure", "part")
SCREEN_WORDS = (
    "TV",
    "TVs",
    "video",
    "videos",
    "resolution",
    "screen",
    "display",
    "content",
    "camera",
    "footage",
    "stream",
)
#: nouns behind an emergency number
EMERGENCY_CALLS = (
    "call",
    "calls",
    "caller",
    "callers",
    "dispatcher",
    "dispatchers",
    "operator",
    "operators",
    "tape",
    "tapes",
)
#: nouns behind the number of a model of aircraft
AIRCRAFT = ("aircraft", "jet", "jets", "jetliner", "jetliners", "plane", "planes", "airliner", "airliners", "freighter")
#: units of two letters, before which "5-3" is a range and no score
SHORT_UNITS = r"(?:[kmc]?[gm]|m?l|ft|in|lb|oz|bn|mn|[GMk]W)\b"
#: grouped digits, which are one figure: "1 234 567", "1.234.567"
GROUPED = r"[1-9][0-9]{0,2}(?:(?:\x20[0-9]{3}){2,4}|(?:\.[0-9]{3}){2,4}(?:,[0-9]{1,2})?)(?![\w.]|[\s/-]?[0-9])"


#: further numbers that are no values: a short telephone number, an emergency call, a street, the pixels of a screen,
#: a date with blanks, a block of a street, the resolution of a screen, a model of aircraft
NUMBERS_OF = (
    rf"[2-9][0-9]{{2}}-[0-9]{{4}}(?![\w%°-]| ?(?:[a-z£$€]|[%°]|{SHORT_UNITS}))",
    r"0[0-9]{2,4} [0-9]{5,8}(?!\w)",
    rf"(?:911|999|112) (?i:{either(EMERGENCY_CALLS)})\b",
    rf"[0-9]{{1,3}}(?:st|nd|rd|th) {either(STREET_WORDS)}\b",
    r"[0-9]{3,4} ?[xX×] ?[0-9]{3,4}(?!\w|[.,][0-9])(?! ?(?:mm|cm|m|feet|ft)\b)",
    r"[0-9]{1,2} / [0-9]{1,2} / [0-9]{2,4}(?!\w)",
    r"[0-9]{1,5} (?i:block of)\b",
    rf"[48]K(?= (?i:{either(SCREEN_WORDS)}))",
    rf"7[0-8]7(?=(?:-[1-9]00\w{{0,2}})? (?:(?i:{either(AIRCRAFT)})\b|Dreamliners?\b|M(?:ax|AX)\b))",
)


#: the tokens behind the first digits of these numbers
BEHIND_NUMBERS = (
    DIGIT,
    "-",
    "/",
    "x",
    "×",
    "k",
    "st",
    "nd",
    "rd",
    "th",
    "block",
    "dreamliner",
    "dreamliners",
    "max",
    *AIRCRAFT,
    *EMERGENCY_CALLS,
)


def claim(_: re.Match[str], __: Setting) -> Built:
    """The claim of the span, in which there is no value."""
    return CLAIM


def score(match: re.Match[str], setting: Setting) -> Built:
    """The claim of a score; None where it may be a range with a counted noun in a headline: "5-10 Missiles"."""
    counts = setting.text[match.end() : match.end() + 2].strip().isupper() and in_headline(setting.text, match.start())
    return None if counts else CLAIM


def claiming_rule(name: str, body: str, *triggers: str) -> Rule:
    """A rule that claims its matches; its pattern is case-sensitive."""
    return Rule(name, triggers or {DIGIT}, uncompiled(body, cased=True), claim)


RULES = (
    Rule(
        "score",
        pairs(DIGIT, "-"),
        uncompiled(
            rf"[0-9]{{1,3}}-[0-9]{{1,3}}(?:-[0-9]{{1,3}}){{0,5}}(?![\w%°]| ?(?:[a-z]{{3}}|[%°]|{SHORT_UNITS}))",
            cased=True,
        ),
        score,
    ),
    claiming_rule("version", rf"(?!{GROUPED})[0-9]{{1,5}}(?:\.[0-9]{{1,5}}){{2,6}}(?!\w)", *pairs(DIGIT, ".")),
    claiming_rule(
        "telephone",
        rf"(?!{GROUPED})\+?[0-9]{{2,5}}(?:[\s/-][0-9]{{2,8}}){{2,5}}(?!\w)",
        *pairs(DIGIT, DIGIT, "/", "-"),
        "+",
    ),
    claiming_rule("number-of", "|".join(NUMBERS_OF), *pairs(DIGIT, *BEHIND_NUMBERS)),
    claiming_rule(
        "decade",
        r"(?i:(?:eighteen|nineteen) (?:ten|twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b",
        "eighteen",
        "nineteen",
    ),
    claiming_rule("address", rf"[0-9]{{1,5}}[a-z]? (?:[A-Z][\w'-]{{1,20}} ){{1,3}}{either(STREET_WORDS)}\b"),
    claiming_rule(
        "zero", rf"(?i:{either(BEFORE_ZERO)} zero|zero (?:tolerance|hour|emissions?|carbon))\b", *BEFORE_ZERO, "zero"
    ),
    claiming_rule(
        "calibre", r"\.[0-9]{2,3}[-\s](?i:calib|rifle|pistol|gun|handgun|revolver|round|magnum)", *pairs(".", DIGIT)
    ),
    claiming_rule(
        "page", rf"(?i:{either(PAGE_WORDS)}) [0-9]{{1,3}} (?:(?i:of)|/) [0-9]{{1,3}}(?![\w,.:]?[0-9])", *PAGE_WORDS
    ),
    claiming_rule("covid", r"(?i:covid ?-? ?19)(?!\w)", "covid"),
    claiming_rule(
        "year-on-year",
        r"(?i:(?P<unit>year|quarter|month|week|day)[\s-](?:over|on|by|after)[\s-](?P=unit))\b",
        *pairs(("year", "quarter", "month", "week", "day"), "over", "on", "by", "after", "-"),
    ),
    claiming_rule("zip-code", r"[0-9]{5} (?i:zip code|postcode)", *pairs(DIGIT, "zip", "postcode")),
    claiming_rule("not-one", r"(?i:one (?:by|another|or more of))\b", *pairs("one", "by", "another", "or")),
)
