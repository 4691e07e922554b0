"""The reading of figures that the patterns match: from text to the fields of an Amount."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TypedDict

from factdiff.languages.en.amounts.figures.number_words import (
    BELOW_HUNDRED,
    DENOMINATORS,
    SCALES,
    SHORT_SCALES,
    VAGUE,
    figure_of_words,
)
from factdiff.languages.en.amounts.figures.numerals import plain_decimal
from factdiff.languages.en.amounts.figures.patterns import DIGITS, FRACTION_SIGNS, SCALE
from factdiff.text.patterns import late
from factdiff.values.amounts.figure import Figure


class Fields(TypedDict, total=False):
    """The fields of an Amount, as far as the text gives them."""

    figure: Figure
    upper: Figure
    vague: str
    scale: float


_SCALED = late(rf"({DIGITS})({SCALE})?$", re.IGNORECASE)
_BETWEEN = late(r"between\s+(.*)\s+and\s+(.*)$", re.IGNORECASE | re.DOTALL)
_TO = late(r"(.*?)(?:\s+(?:to|or)\s+|\s?-\s?)(.*)$", re.IGNORECASE | re.DOTALL)
_HALVES = late(r"(?:a )?(half|quarter|three[- ]quarters)(?: of)?(?: an?)? (\w+)$")
_MIXED = late(r"(.+?) and ([a-z]+)[- ]?([a-z]+)(?: ([a-z]+))?$")
_BASE = late(r"(.+?)(\s?[×x]\s?10\^?|e|\^)([-+⁻⁰¹²³⁴⁵⁶⁷⁸⁹0-9]+)$")
#: the range of figures that are read; others would exceed the range of floats in another unit
SMALLEST, LARGEST = 1e-60, 1e60
_SLASH_FRACTION = late(r"(?:(.+?)[\x20-]{1,2})?([0-9]+)/([0-9]+)$")


def read_amount(text: str) -> Fields | None:
    """The fields of the amount in a text that the pattern of amounts matches, or None where it is none.

    >>> read_amount("2.5bn")["figure"].stated
    2500000000.0
    >>> fields = read_amount("between five and 10")
    >>> fields["figure"].stated, fields["upper"].stated
    (5.0, 10.0)
    >>> read_amount("several hundred")
    {'vague': 'several', 'scale': 100.0}
    """
    words = " ".join(text.lower().split())
    fields = read_point(words)
    if fields is not None:
        return fields
    match = _BETWEEN.match(words) or _TO.match(words)
    if match is None:
        return None
    low, high = match.groups()
    first, second = read_figure(low + shared_scale(low, high)), read_figure(high)
    if first is None or second is None or first.stated >= second.stated:
        return None
    return {"figure": first, "upper": second}


def read_point(words: str) -> Fields | None:
    """The fields of one figure or vague amount in lower case, or None."""
    known = VAGUE.get(words) or VAGUE.get(words.removesuffix(" of"))
    if known:
        return {"vague": known[0], "scale": float(known[1])}
    figure = read_figure(words)
    return None if figure is None else {"figure": figure}


def shared_scale(low: str, high: str) -> str:
    """The scale of the second figure of a range that is also that of the first, "5-10 million", or an empty string.

    >>> shared_scale("5", "10 million"), shared_scale("5m", "10m"), shared_scale("500", "two thousand")
    (' million', '', '')
    """
    match = _SCALED.match(high)
    if match and match[2]:
        return match[2] if low.replace(",", "").replace(".", "").isdigit() else ""
    head, _, last = high.rpartition(" ")
    return f" {last}" if last in SCALES and last != "hundred" and head in BELOW_HUNDRED and low in BELOW_HUNDRED else ""


@lru_cache(maxsize=4096)
def read_figure(words: str, *, comma: bool = False) -> Figure | None:
    """The figure in lower-case words or digits; None where it is none, or beyond the range of figures that are read.

    ``comma`` says that the text writes decimals behind a comma.

    >>> read_figure("two hundred and fifty").stated, read_figure("half a million").digit, read_figure("1,237").exact
    (250.0, 100000.0, True)
    >>> read_figure("12 lakh").stated, read_figure("three and a half million").stated, read_figure("10 1/2").stated
    (1200000.0, 3500000.0, 10.5)
    >>> read_figure("10^9").stated, read_figure("10^400")
    (1000000000.0, None)
    """
    figure = unlimited_figure(words, comma)
    return figure if figure is None or not figure.stated or SMALLEST < abs(figure.stated) < LARGEST else None


def unlimited_figure(words: str, comma: bool) -> Figure | None:
    """The figure in lower-case words or digits, of any size."""
    if words.isdecimal():
        return Figure.read(words)
    match = _SCALED.match(words)
    if match:
        return figure_of_digits(match[1], match[2], comma)
    head, _, last = words.rpartition(" ")
    if last.rstrip("s") in ("dozen", "dz"):
        number = Figure.exactly(0.5) if head == "half a" else read_figure(head)
        return number and Figure.exactly(12 * number.stated)
    halves = _HALVES.match(words)
    if halves and halves[2] in SCALES:
        return Figure.read({"half": "0.5", "quarter": "0.25"}.get(halves[1], "0.75"), SCALES[halves[2]])
    mixed = _MIXED.match(words)
    if mixed and mixed[3].rstrip("s") in DENOMINATORS and (mixed[4] is None or mixed[4] in SCALES):
        return mixed_number(mixed[1], mixed[2], mixed[3], SCALES.get(mixed[4] or "", 1))
    return figure_of_words(words)


def figure_of_digits(digits: str, scale: str | None, comma: bool) -> Figure | None:
    """The figure in digits, with a fraction, a power or a scale."""
    names = (scale or "").replace("-", " ").split()
    factor = 1
    for name in names:
        factor *= SCALES.get(name) or SCALES.get(name.rstrip("s")) or SHORT_SCALES.get(name, 1)
    if digits[-1] in FRACTION_SIGNS:
        whole = plain_decimal(digits[:-1].rstrip("-") or "0", comma=comma)
        return None if whole is None else fraction_figure(float(whole) + unicodedata.numeric(digits[-1]), factor)
    match = _SLASH_FRACTION.match(digits)
    if match:
        whole = plain_decimal(match[1] or "0", comma=comma)
        return None if whole is None else fraction_figure(float(whole) + int(match[2]) / int(match[3]), factor)
    match = _BASE.match(digits)
    if match:
        return figure_of_power(match[1], times=match[2] != "^", exponent=match[3])
    mantissa = plain_decimal(digits, comma=comma)
    return None if mantissa is None else Figure.read(mantissa, factor)


def figure_of_power(base: str, *, times: bool, exponent: str) -> Figure | None:
    """The figure of a base times a power of ten, or of a base to a power."""
    mantissa, power = plain_decimal(base), int(unicodedata.normalize("NFKC", exponent).replace("\u2212", "-"))
    if mantissa is None or not float(mantissa):
        return None
    if not times:
        return Figure.exactly(float(Decimal(mantissa) ** power))
    figure = Figure.read(mantissa)
    stated, digit = (float(Decimal(x).scaleb(power)) for x in (mantissa, figure.digit))
    return Figure(stated, digit, False, figure.significant) if stated else None


def mixed_number(whole: str, count: str, part: str, scale: int) -> Figure | None:
    """The figure of a mixed number in words: "three and a half"; in "six million and a half" the half is of a million.

    >>> mixed_number("two hundred", "a", "half", 1).stated, mixed_number("six million", "a", "half", 1).stated
    (200.5, 6500000.0)
    """
    figure = read_figure(whole)
    over = DENOMINATORS[part.rstrip("s") if part != "halves" else "half"]
    if figure is None or count not in BELOW_HUNDRED or (figure.stated > 100 and whole[-1].isdigit()):
        return None
    last = SCALES.get(whole.rpartition(" ")[2], 1)
    if scale == 1 and last >= 10**6:
        scale, figure = last, Figure.exactly(figure.stated / last)
    elif 1 < scale <= last:  # "one billion and three quarters million"
        return fraction_figure(figure.stated / scale + BELOW_HUNDRED[count] / over, scale)
    return fraction_figure(figure.stated + BELOW_HUNDRED[count] / over, scale)


def fraction_figure(number: float, scale: int = 1) -> Figure:
    """The figure of a fraction or mixed number, with the precision of its decimal form.

    >>> fraction_figure(2.5, 10**6).stated, fraction_figure(2.5).digit
    (2500000.0, 0.1)
    """
    shown = f"{number:.2f}".rstrip("0").rstrip(".")
    if abs(float(shown) - number) < 1e-9:
        return Figure.read(shown, scale)
    return Figure(number * scale, 0.01 * scale, False, 2)
