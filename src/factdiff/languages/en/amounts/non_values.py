"""What looks like a value and is none: scores, versions, telephone numbers, addresses.

These rules claim their span, so that no other rule reads a part of it.
"""

from __future__ import annotations

import re

from factdiff.language.rules import CLAIM, Built, Rule, Setting
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.text.patterns import either, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs

STREETS = (
    "Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Square", "Place", "Boulevard", "Blvd",
)  # fmt: skip
#: what stands before a zero that is no number, before a page of so many, and behind the lines of a screen
ZERO_OF = ("ground", "net", "patient", "day", "year")
PAGES = ("page", "photo", "image", "slide", "picture", "figure", "part")
SCREENS = ("TV", "TVs", "video", "videos", "resolution", "screen", "display", "content", "camera", "footage", "stream")
#: what is made to an emergency number
CALLS = ("call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "operators", "tape", "tapes")
#: units of two letters, before which "5-3" is a range and no score
UNITS = r"(?:[kmc]?[gm]|m?l|ft|in|lb|oz|bn|mn|[GMk]W)\b"
#: grouped digits, which are one figure: "1 234 567", "1.234.567"
GROUPED = r"[1-9][0-9]{0,2}(?:(?:\x20[0-9]{3}){2,4}|(?:\.[0-9]{3}){2,4}(?:,[0-9]{1,2})?)(?![\w.]|[\s/-]?[0-9])"


#: what figures are numbers of, without a separator that other guards know: a short telephone number, an emergency
#: call, a street, the pixels of a screen, a date with blanks, a block of a street
NUMBERS_OF = (
    rf"[2-9][0-9]{{2}}-[0-9]{{4}}(?![\w%°-]| ?(?:[a-z£$€]|[%°]|{UNITS}))",
    r"0[0-9]{2,4} [0-9]{5,8}(?!\w)",
    rf"(?:911|999|112) (?i:{either(CALLS)})\b",
    rf"[0-9]{{1,3}}(?:st|nd|rd|th) {either(STREETS)}\b",
    r"[0-9]{3,4} ?[xX×] ?[0-9]{3,4}(?!\w|[.,][0-9])(?! ?(?:mm|cm|m|feet|ft)\b)",
    r"[0-9]{1,2} / [0-9]{1,2} / [0-9]{2,4}(?!\w)",
    r"[0-9]{1,5} (?i:block of)\b",
    rf"[48]K(?= (?i:{either(SCREENS)}))",
)


#: what can stand behind these figures
BEHIND_NUMBERS = (DIGIT, "-", "/", "x", "×", "k", "st", "nd", "rd", "th", "block", *CALLS)


def nothing(_: re.Match[str], __: Setting) -> Built:
    """The span is taken, and no value is in it."""
    return CLAIM


def score(match: re.Match[str], setting: Setting) -> Built:
    """The goals of a match, unless it may be a range before what it counts, in a headline: "5-10 Missiles"."""
    counts = setting.text[match.end() : match.end() + 2].strip().isupper() and in_headline(setting.text, match.start())
    return None if counts else CLAIM


def guard(name: str, body: str, *triggers: str) -> Rule:
    """A rule that claims what it matches; letters count with their case."""
    return Rule(name, triggers or {DIGIT}, uncompiled(body, cased=True), nothing)


RULES = (
    Rule(
        "score",
        pairs(DIGIT, "-"),
        uncompiled(
            rf"[0-9]{{1,3}}-[0-9]{{1,3}}(?:-[0-9]{{1,3}}){{0,5}}(?![\w%°]| ?(?:[a-z]{{3}}|[%°]|{UNITS}))", cased=True
        ),
        score,
    ),
    guard("version", rf"(?!{GROUPED})[0-9]{{1,5}}(?:\.[0-9]{{1,5}}){{2,6}}(?!\w)", *pairs(DIGIT, ".")),
    guard(
        "telephone",
        rf"(?!{GROUPED})\+?[0-9]{{2,5}}(?:[\s/-][0-9]{{2,8}}){{2,5}}(?!\w)",
        *pairs(DIGIT, DIGIT, "/", "-"),
        "+",
    ),
    guard("number-of", "|".join(NUMBERS_OF), *pairs(DIGIT, *BEHIND_NUMBERS)),
    guard(
        "decade",
        r"(?i:(?:eighteen|nineteen) (?:ten|twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b",
        "eighteen",
        "nineteen",
    ),
    guard("address", rf"[0-9]{{1,5}}[a-z]? (?:[A-Z][\w'-]{{1,20}} ){{1,3}}{either(STREETS)}\b"),
    guard("zero", rf"(?i:{either(ZERO_OF)} zero|zero (?:tolerance|hour|emissions?|carbon))\b", *ZERO_OF, "zero"),
    guard("calibre", r"\.[0-9]{2,3}[-\s](?i:calib|rifle|pistol|gun|handgun|revolver|round|magnum)", *pairs(".", DIGIT)),
    guard("page", rf"(?i:{either(PAGES)}) [0-9]{{1,3}} (?:(?i:of)|/) [0-9]{{1,3}}(?![\w,.:]?[0-9])", *PAGES),
    guard("not-one", r"(?i:one (?:by|another|or more of))\b", *pairs("one", "by", "another", "or")),
)
