"""Ages as attributes: "37-year-old", "aged 36", "aged just 19", "six months old", "between the ages of 18 and 24"."""

from __future__ import annotations

import re

from attrs import evolve

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.ages.patterns import ADVERBS, AFTER_FIRST, FIRST, MAX_AGE, POINT, RANGE, UNIT
from factdiff.languages.en.amounts.ages.persons import person_beside
from factdiff.languages.en.amounts.figures.patterns import AMOUNT_START
from factdiff.languages.en.amounts.figures.readings import Fields, read_amount
from factdiff.languages.en.amounts.hedges import BEFORE
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.triggers import pairs
from factdiff.values.amounts.age import UNIT_YEARS, Age
from factdiff.values.amounts.figure import Figure


def age(match: re.Match[str], setting: Setting) -> Built:
    """The age in any unit, in years."""
    named = match.groupdict()
    words = match["amount"].lower().replace(" through ", " to ")
    fields = read_amount(f"between {words}" if named.get("between") and " to " not in words else words)
    size = UNIT_YEARS[(named.get("unit") or "year").lower().rstrip("s")]
    if fields is None or (named.get("lead") and "figure" in fields and fields["figure"].stated > MAX_AGE):
        return None
    hedge = " ".join((named.get("hedge") or "").lower().split())
    modifier = BEFORE.get(hedge) if "upper" not in fields else None
    value = Age(
        person=person_beside(setting.text, *match.span()),
        modifier=None if modifier == "exact" else modifier,
        **fields_in_years(fields, size),
    )
    before = (
        _OVER_THE.search(setting.text, max(0, match.start() - 12), match.start()) if value.modifier is None else None
    )
    if before and "upper" not in fields and match["amount"] != match[0]:
        return Found(evolve(value, modifier=BEFORE[before[1].lower()]), before.start(), match.end())
    return Found(value, *match.span())


def bounded_age(match: re.Match[str], _: Setting) -> Built:
    """The age that is the least or the most: "anyone 18 or younger", "60 and older"."""
    fields = read_amount(match["amount"].lower())
    if fields is None or "figure" not in fields or fields["figure"].stated > MAX_AGE:
        return None
    return Age(modifier="at-most" if match["bound"].lower() == "younger" else "at-least", **fields)


def fields_in_years(fields: Fields, size: float) -> Fields:
    """The fields of an age, converted from units of ``size`` years."""
    found = fields.copy()
    if "figure" in fields and size != 1.0:
        figure = fields["figure"]
        found["figure"] = Figure(figure.stated * size, size, False, figure.significant)
    if "upper" in fields and size != 1.0:
        figure = fields["upper"]
        found["upper"] = Figure(figure.stated * size, size, False, figure.significant)
    return found


#: a bound before "the age of": "over the age of six"
_OVER_THE = late(r"\b(over|above|under|below)\s(?:the\s)?$", re.IGNORECASE)
_HEDGE = rf"(?:{ADVERBS} )?(?:(?P<hedge>{either(BEFORE)}) )?"
_UNIT_BEHIND = rf"(?: (?P<unit>{UNIT})(?: old)?(?!\w))?(?![-\w%]|[.,:][0-9])"

RULES = (
    Rule(
        "age-attribute",
        {*pairs(FIRST, *AFTER_FIRST), *pairs("a", "hundred")},
        uncompiled(
            rf"(?:{AMOUNT_START}|(?<=now-))(?P<amount>{RANGE})"
            rf"[-\s]?(?:(?P<unit>{UNIT})(?:[-\s]olds?| of age)|yo|y\.o\.|y/o)(?!\w)"
        ),
        age,
    ),
    Rule(
        "age-bounded",
        pairs(FIRST, "or", "and", "years"),
        uncompiled(
            rf"{AMOUNT_START}(?P<amount>{POINT})(?: (?:years|years old|years of age))? (?:or|and) "
            r"(?P<bound>younger|older)\b"
        ),
        bounded_age,
    ),
    Rule(
        "age-aged",
        {"aged", "age", "ages"},
        uncompiled(rf"(?P<lead>age(?:[ds]?| of)) {_HEDGE}(?P<amount>{RANGE}){_UNIT_BEHIND}"),
        age,
    ),
    Rule(
        "age-between",
        {
            *pairs(("aged", "ages", "age"), "between", "from", "ranging", "range"),
            *pairs("between", "the", "ages", "age"),
        },
        uncompiled(
            r"(?P<lead>(?:between(?: the)? ages?(?: of)?|age[ds]?,? (?:(?:ranging |ranged |range )?from|between))) "
            rf"(?P<amount>(?P<between>{POINT}) (?:and|to) {POINT}){_UNIT_BEHIND}"
        ),
        age,
    ),
)
