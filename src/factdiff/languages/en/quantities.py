"""Quantities, durations, percentages and ages: figures with what follows them."""

from __future__ import annotations

import re

from factdiff.language import CLAIM, Built, Rule, Setting, either, pattern, read_table
from factdiff.languages.en.figures import AMOUNT, DIGITS, POINT, START, TRIGGERS, read_amount
from factdiff.values.age import Age
from factdiff.values.duration import Duration
from factdiff.values.percent import Percent
from factdiff.values.quantity import Quantity
from factdiff.values.units import unit

_UNITS = read_table("factdiff.languages.en", "units.toml")
#: written form -> canonical unit; forms of one letter case first, then in lower case
FORMS: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("forms", ())}
LOWER: dict[str, str] = {form.lower(): name for form, name in FORMS.items()}
ATTACHED: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("attached", ())}
SHARES = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent",
    "percentage point": "percentage_point", "percentage points": "percentage_point",
    "basis point": "basis_point", "basis points": "basis_point",
}  # fmt: skip
#: an age beyond this is a misreading
OLDEST = 130
#: what a unit must not run on into
END = r"(?![\w²³])"
#: 5m is five metres only before such a word, and five million otherwise
METRES = r"(?=[-\s](?:long|wide|high|tall|deep|high|above|below|away|sprint|race|relay|freestyle|hurdles|tower|wall))"


def quantity(match: re.Match[str], _: Setting) -> Built:
    """An amount and a unit of measure; time is a duration."""
    fields = read_amount(match["amount"])
    name = unit_name(match["unit"])
    if fields is None or name is None:
        return None
    if unit(name).dimension == "duration":
        return Duration(unit=name, **fields)
    return Quantity(unit=name, **fields)


def unit_name(form: str) -> str | None:
    """The canonical name of a unit as written: its letter case counts where two differ only in it."""
    form = " ".join(form.split())
    return FORMS.get(form) or LOWER.get(form.lower())


def attached(match: re.Match[str], _: Setting) -> Built:
    """Digits with a short unit right behind them."""
    fields = read_amount(match["amount"])
    name = ATTACHED.get(match["unit"], "metre" if match["unit"] == "m" else None)
    return None if fields is None or name is None else Quantity(unit=name, **fields)


def pounds(match: re.Match[str], setting: Setting) -> Built:
    """Pounds of weight: attributive ("a 31-pound bronze"), or beside a word of weight; other pounds are money."""
    fields = read_amount(match["amount"])
    around = setting.text[max(0, match.start() - 40) : match.end() + 20].lower()
    if fields is None or not (match["hyphen"] or re.search(r"\b(?:weigh|heavy|cocaine|rock|freight|cargo)", around)):
        return None
    return Quantity(unit="pound", **fields)


def percent(match: re.Match[str], _: Setting) -> Built:
    """A share, or a difference of shares."""
    fields = read_amount(match["amount"])
    return None if fields is None else Percent(unit=SHARES[" ".join(match["unit"].lower().split())], **fields)


def age(match: re.Match[str], _: Setting) -> Built:
    """An age in years."""
    fields = read_amount(match["amount"])
    if fields is None or ("figure" in fields and fields["figure"].stated > OLDEST):
        return None
    return Age(**fields)


def apposition(match: re.Match[str], setting: Setting) -> Built:
    """An age between commas behind a name: "Lindqvist, 39, was"."""
    word = re.search(r"([^\W\d_]+), $", setting.text[max(0, match.start() - 30) : match.start()])
    return age(match, setting) if word and word[1][0].isupper() else None


RULES = (
    Rule(
        "age-attribute",
        TRIGGERS,
        pattern(START + r"(?P<amount>{point})[-\s]years?[-\s]olds?\b", point=POINT),
        age,
    ),
    Rule("age-aged", {"aged", "age"}, pattern(r"aged? (?P<amount>{point})(?![-\w%]|[.,][0-9])", point=POINT), age),
    Rule(
        "age-apposition",
        "0",
        pattern(r"(?<=[a-z],\s)(?P<amount>[1-9][0-9]?)(?=, (?!(?:[0-9]|{point})))", point=POINT, cased=True),
        apposition,
    ),
    Rule(
        "percent",
        TRIGGERS,
        pattern(START + r"(?P<amount>{amount})(?: |-)?(?P<unit>{shares})(?!\w)", amount=AMOUNT, shares=either(SHARES)),
        percent,
    ),
    Rule(
        "quantity",
        TRIGGERS,
        pattern(
            START + r"(?P<amount>{amount})(?: |-)?(?P<unit>{units}){end}",
            amount=AMOUNT,
            units=either([*FORMS, *LOWER]),
            end=END,
        ),
        quantity,
    ),
    Rule(
        "quantity-attached",
        "0",
        pattern(START + rf"(?P<amount>{DIGITS})(?P<unit>{either(ATTACHED)}{END}|m{METRES})", cased=True),
        attached,
    ),
    Rule(
        "quantity-pounds",
        TRIGGERS,
        pattern(START + r"(?P<amount>{amount})(?:(?P<hyphen>-)pound| pounds)\b", amount=AMOUNT),
        pounds,
    ),
    Rule(
        "rate-not-read",
        TRIGGERS,
        pattern(START + r"{amount}(?: |-)?(?:{units})(?: an? | per |/)\w{1,12}", amount=AMOUNT, units=either(FORMS)),
        lambda match, setting: CLAIM,
    ),
)
