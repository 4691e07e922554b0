"""The denominators of rates: "a day", "/barrel", "per 100,000 people"."""

from __future__ import annotations

import re

from factdiff.tables import read_table
from factdiff.text.patterns import late

_TABLE = read_table("factdiff.languages.en.amounts.units", "units.toml")["rates"]
#: written form -> the unit in the denominator of a quantity
RATE_UNITS: dict[str, str] = {form: name for name, forms in _TABLE["units"].items() for form in forms}
#: the nouns in the denominator of a price or a count
RATE_NOUNS: frozenset[str] = frozenset(_TABLE["things"]) | frozenset(RATE_UNITS)
#: the same without hyphens -> as written in the table
WORDS = {form.replace("-", " "): form for form in RATE_NOUNS}

_JOINT = late(r" ?(/) ?|[ \n](per|an?|each|every)[ \n]|-(per|an?)-", re.IGNORECASE)
#: the denominator; "a year earlier" is none
_UNDER = late(
    r"(100,000|10,000|1,000|million|(?:kilo|mega)?watt[ -]hour|(?:cubic|square)[ -][^\W\d_]{4,10}|sq\.? ?[a-z]{1,4}"
    r"|[ck]?m[23²³]|[^\W\d_]{1,14})(?!\w|-[a-z]| (?:before|earlier|ago|later|after|on)\b)",
    re.IGNORECASE,
)


def rate_unit_at(text: str, end: int) -> tuple[str, int] | None:
    """The denominator of a rate that starts at ``end``, in lower case, and its end; None where there is no rate.

    >>> rate_unit_at("cost $80 a barrel", 8), rate_unit_at("12 per 100,000 people", 2), rate_unit_at("12 a side", 2)
    (('barrel', 17), ('100,000', 14), None)
    >>> rate_unit_at("25 µg/m3 of dust", 5), rate_unit_at("$80 per sq. ft", 3)
    (('m3', 8), ('sq ft', 14))
    """
    joint = _JOINT.match(text, end)
    under = _UNDER.match(text, joint.end()) if joint else None
    if joint is None or under is None:
        return None
    word = under[1].lower()
    word = WORDS.get(" ".join(word.replace("-", " ").replace(".", "").split()), word)
    if word[0].isdigit() or word == "million":
        return (word, under.end()) if joint[2] and joint[2].lower() == "per" else None
    return (word, under.end()) if word in RATE_NOUNS else None
