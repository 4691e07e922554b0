"""Figures in English: digits, number words, scales, fractions, ranges and vague amounts, as fields of an Amount."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypedDict

from factdiff.language import DIGIT, either, read_table
from factdiff.languages.en.numerals import numeral
from factdiff.values.figure import Figure

_TABLE = read_table("factdiff.languages.en", "figures.toml")
ONES: list[str] = _TABLE["ones"]
TENS: list[str] = _TABLE["tens"]
#: scale word -> factor; the short ones stand right behind digits
SCALES: dict[str, int] = _TABLE["scales"]
SHORT_SCALES: dict[str, int] = _TABLE["short"]
#: number word -> its value, for all below one hundred that are one word
SMALL: dict[str, int] = {
    **dict.fromkeys(_TABLE["zero"], 0),
    **{word: number for number, word in enumerate(ONES, 1)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    "a": 1,
    "an": 1,
}
#: ordinal word -> its number, for all that are one word; "third" is a denominator as well
ORDINALS: dict[str, int] = {
    **{f"{word}th": number for word, number in SMALL.items() if 3 < number < 20 and word not in ("five", "eight")},
    **{f"{word[:-1]}ieth": number for word, number in SMALL.items() if number >= 20},
    **{f"{scale}th": factor for scale, factor in SCALES.items()},
    **_TABLE["ordinals"],
}
DENOMINATORS: dict[str, int] = {**{w: n for w, n in ORDINALS.items() if n > 2}, **_TABLE["denominators"]}
#: signs such as ½
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_PLURALS = [f"{scale}s" for scale in SCALES if scale != "hundred"]


def vague_words() -> dict[str, tuple[str, int]]:
    """Vague words -> class in Tolerances.vague, and scale."""
    table = _TABLE["vague"]
    found = {word: (name, 1) for word, name in table["alone"].items()}
    scales = {**SCALES, "dozen": 12}
    for word, name in table["scaled"].items():
        found |= {f"{word} {scale}": (name, factor) for scale, factor in scales.items()}
    for word, name in table["of"].items():
        found |= {f"{word} of {scale}s": (name, factor) for scale, factor in SCALES.items()}
    for name in ("thousands", "millions", "billions"):
        found[f"hundreds of {name}"] = ("hundreds", SCALES[name[:-1]])
    return found


VAGUE = vague_words()

_DIGITS = either(["hundred", *SCALES, *_PLURALS])
_SHORT = rf"(?i:{either(SHORT_SCALES)})\b"
_LONG_SHORT = rf"(?i:{either(word for word in SHORT_SCALES if len(word) > 1)})\b"
#: plain digits with their separators; what they say, :func:`numeral` tells
NUMERAL = (
    r"(?>[1-9][0-9]{0,2}(?:\x20[0-9]{3}){1,4}(?:[.,][0-9]{1,2})?(?!\x20?[0-9])"
    r"|[0-9]{1,18}(?:[.,'][0-9]{1,12}){0,6}|\.[0-9]{1,6})(?![0-9])"
)
_FRACTION = r"(?:1/[2-9]|[2-7]/[3-9]|[0-9]{1,3}/(?:8|12|16|20|32|64|100|1000))(?![/\w]|[.,][0-9])"
_TEN = r"\s?[×x]\s?10"
_POWER = (
    rf"(?:[eE][+-]?[0-9]{{1,3}}(?!\w)|(?:{_TEN})?\^[+-]?[0-9]{{1,3}}"
    rf"|{_TEN}(?:[-+]?[0-9]{{1,2}}(?!\w)|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}}))"
)
#: digits, with a fraction, a power of ten or a scale
DIGITS = rf"(?:{_FRACTION}|[{VULGAR}]|{NUMERAL}(?:-?[{VULGAR}]|[\x20-]{{1,2}}{_FRACTION}|{_POWER})?)"
SCALE = rf"(?:[-\s]?{_DIGITS}\b(?: crore\b)?|\s{_LONG_SHORT}|{_SHORT})"
_NINE, _TEENS, _TENS = either(ONES[:9]), either(ONES[9:]), either(TENS)
_BELOW = rf"(?:{_TENS}(?:(?:[-\s]|\s-\s)?{_NINE}\b)?|{_TEENS}|{_NINE})\b"
_ZERO = either(_TABLE["zero"])
_POINT = rf"(?:[-\s]point(?:[-\s](?:{_BELOW}|{_ZERO}|oh|[0-9]{{1,6}}\b)){{1,6}})"
_TERM = rf"(?:{_BELOW}{_POINT}?|{NUMERAL})"
_SCALES = rf"(?:[-\s]{_DIGITS}\b){{1,2}}"
_BIGS = rf"(?:[-\s]{either([*(scale for scale in SCALES if scale != 'hundred'), *_PLURALS])}\b){{1,2}}"
#: "and" joins a number below one hundred to hundreds
_DIGITS_BELOW = r"(?<=and\s)[0-9]{1,2}\b(?![.,][0-9])"
_HUNDRED = rf"[-\s]hundreds?\b(?:[-\s](?:and )?(?:{_BELOW}|{_DIGITS_BELOW})(?!-(?!year)[a-z]|[-\s]hundred))?"
_GROUP = rf"{_TERM}(?:{_HUNDRED})?"
#: thousands and more, with what may follow: "5 million two hundred thousand and six"; "and" leads to thousands or less
_CHAIN = rf"(?:[-\s](?:and (?={_GROUP}[-\s]thousand\b))?{_GROUP}{_BIGS}){{0,4}}"
_THOUSANDS = rf"{_BIGS}{_CHAIN}(?:[-\s](?:and )?(?![0-9]){_GROUP}(?!-(?!year)[a-z]))?"
_PARTS = rf"(?:(?:a|one)[-\s]{either(DENOMINATORS)}|{_NINE}[-\s]{either(f'{word}s' for word in DENOMINATORS)})\b"
_HALVED = either(("hundred", "thousand", "million", "billion", "trillion"))
_DOZEN = r"(?:dozens?|dzs?)\b"
_AND = rf"and {_PARTS}(?: {_HALVED}\b)?"
#: digits with what may follow them: "4 thousand 3 hundred and 21", "3 and a half million", "2 dozen"
DIGITAL = (
    rf"(?>{DIGITS}(?:{_HUNDRED}{_BIGS}?|{SCALE}(?:(?<=[a-z]){_CHAIN}(?:[-\s]{_TERM}{_HUNDRED})?)?"
    rf"|(?<=[0-9])(?=\s[adAD])(?: {_AND}| {_DOZEN}))?)"
)
#: what may follow a number word; the look ahead sorts out most words that do not
_AFTER = (
    r"(?=[-\s]{1,2}[htmlcbqpadHTMLCBQPAD])"
    rf"(?:(?:{_HUNDRED}(?:{_THOUSANDS})?|{_THOUSANDS}){_POINT}?(?: {_DOZEN})?"
    rf"|{_POINT}{_SCALES}?| {_AND}| {_DOZEN}|[-\s]quarters of an? {_HALVED}\b)"
)
#: number words; "and" joins only behind a scale word, so that "five and six" are two
WORDS = (
    rf"\b(?>{_BELOW}(?:{_AFTER})?|an? {_DOZEN}|an?(?:{_HUNDRED}(?:{_THOUSANDS})?|{_THOUSANDS})|{_ZERO}"
    rf"|(?:a )?(?:half|quarter)(?: of)?(?: an?)? (?:{_HALVED}|dozen)\b)(?!\w)"
)
#: one figure: digits with or without a scale, or words
POINT = rf"(?>(?=[0-9.{VULGAR}]){DIGITAL}|(?![0-9]){WORDS})"
#: two figures that bound a range
RANGE = rf"(?:between {POINT} and {POINT}|{POINT}(?: to | or | ?- ?){POINT})"
VAGUE_WORDS = rf"(?:{either([*VAGUE, *(f'{words} of' for words in VAGUE if words.endswith('s'))])}\b)"
AMOUNT = rf"(?:{RANGE}|{POINT}|{VAGUE_WORDS})"

#: what stands before no amount, and a look ahead that sorts out most articles, since they are so frequent
START = (
    r"(?<![\w.,:/$£€#@-])"
    r"(?!an? (?!hundred|thousand|million|billion|trillion|lakh|crore|dozen|few|handful|couple|half|quarter|number of))"
)
#: what can start a vague amount, and an amount in words
VAGUE_TRIGGERS = frozenset(words.split()[0] for words in VAGUE)
WORD_TRIGGERS = frozenset({"a", "an", "half", "quarter", *ONES, *TENS, *_TABLE["zero"]})
#: what can start an amount
TRIGGERS = WORD_TRIGGERS | VAGUE_TRIGGERS | {DIGIT, "between", *VULGAR}


class Fields(TypedDict, total=False):
    """The fields of an Amount that a text gives."""

    figure: Figure
    upper: Figure
    vague: str
    scale: float


_SCALED = re.compile(rf"({DIGITS})({SCALE})?$", re.IGNORECASE)
_BETWEEN = re.compile(r"between\s+(.*)\s+and\s+(.*)$", re.IGNORECASE | re.DOTALL)
_TO = re.compile(r"(.*?)(?:\s+(?:to|or)\s+|\s?-\s?)(.*)$", re.IGNORECASE | re.DOTALL)
_HALVES = re.compile(r"(?:a )?(half|quarter|three[- ]quarters)(?: of)?(?: an?)? (\w+)$")
_MIXED = re.compile(r"(.+?) and ([a-z]+)[- ]?([a-z]+)(?: ([a-z]+))?$")
_BASE = re.compile(r"(.+?)(\s?[×x]\s?10\^?|e|\^)([-+⁻⁰¹²³⁴⁵⁶⁷⁸⁹0-9]+)$")
_OLD_FRACTION = re.compile(r"(?:(.+?)[\x20-]{1,2})?([0-9]+)/([0-9]+)$")


def read_amount(text: str) -> Fields | None:
    """The fields of an Amount for a text that the patterns above matched, or None where it is none after all.

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
    """The fields of one figure or vague amount in lower case."""
    known = VAGUE.get(words) or VAGUE.get(words.removesuffix(" of"))
    if known:
        return {"vague": known[0], "scale": float(known[1])}
    figure = read_figure(words)
    return None if figure is None else {"figure": figure}


def shared_scale(low: str, high: str) -> str:
    """The scale that the second figure of a range lends to the first: "5-10 million".

    >>> shared_scale("5", "10 million"), shared_scale("5m", "10m"), shared_scale("500", "two thousand")
    (' million', '', '')
    """
    match = _SCALED.match(high)
    if match and match[2]:
        return match[2] if low.replace(",", "").replace(".", "").isdigit() else ""
    head, _, last = high.rpartition(" ")
    return f" {last}" if last in SCALES and last != "hundred" and head in SMALL and low in SMALL else ""


@lru_cache(maxsize=4096)
def read_figure(words: str, *, comma: bool = False) -> Figure | None:
    """One figure from lower-case words or digits; ``comma`` says that decimals stand behind a comma.

    >>> read_figure("two hundred and fifty").stated, read_figure("half a million").digit, read_figure("1,237").exact
    (250.0, 100000.0, True)
    >>> read_figure("12 lakh").stated, read_figure("three and a half million").stated, read_figure("10 1/2").stated
    (1200000.0, 3500000.0, 10.5)
    """
    if words.isdecimal():
        return Figure.read(words)
    match = _SCALED.match(words)
    if match:
        return digital(match[1], match[2], comma)
    head, _, last = words.rpartition(" ")
    if last.rstrip("s") in ("dozen", "dz"):
        number = Figure.exactly(0.5) if head == "half a" else read_figure(head)
        return number and Figure.exactly(12 * number.stated)
    halves = _HALVES.match(words)
    if halves and halves[2] in SCALES:
        return Figure.read({"half": "0.5", "quarter": "0.25"}.get(halves[1], "0.75"), SCALES[halves[2]])
    mixed = _MIXED.match(words)
    if mixed and mixed[3].rstrip("s") in DENOMINATORS and (mixed[4] is None or mixed[4] in SCALES):
        return with_fraction(mixed[1], mixed[2], mixed[3], SCALES.get(mixed[4] or "", 1))
    return spelled(words)


def digital(digits: str, scale: str | None, comma: bool) -> Figure | None:
    """A figure in digits, with its fraction or power and its scale."""
    names = (scale or "").replace("-", " ").split()
    factor = 1
    for name in names:
        factor *= SCALES.get(name) or SCALES.get(name.rstrip("s")) or SHORT_SCALES.get(name, 1)
    if digits[-1] in VULGAR:
        whole = numeral(digits[:-1].rstrip("-") or "0", comma=comma)
        return None if whole is None else fraction(float(whole) + unicodedata.numeric(digits[-1]), factor)
    match = _OLD_FRACTION.match(digits)
    if match:
        whole = numeral(match[1] or "0", comma=comma)
        return None if whole is None else fraction(float(whole) + int(match[2]) / int(match[3]), factor)
    match = _BASE.match(digits)
    if match:
        return powered(match[1], times=match[2] != "^", exponent=match[3])
    mantissa = numeral(digits, comma=comma)
    return None if mantissa is None else Figure.read(mantissa, factor)


def powered(base: str, *, times: bool, exponent: str) -> Figure | None:
    """A figure times a power of ten, or to a power."""
    mantissa, plain = numeral(base), unicodedata.normalize("NFKC", exponent).replace("\u2212", "-")
    if mantissa is None:
        return None
    if not times:
        return Figure.exactly(float(mantissa) ** int(plain))
    figure, factor = Figure.read(mantissa), 10.0 ** int(plain)
    return Figure(figure.stated * factor, figure.digit * factor, False, figure.significant)


def with_fraction(whole: str, count: str, part: str, scale: int) -> Figure | None:
    """A mixed number in words: "three and a half"."""
    figure = read_figure(whole)
    over = DENOMINATORS[part.rstrip("s") if part != "halves" else "half"]
    if figure is None or count not in SMALL or figure.stated > 100:
        return None
    return fraction(figure.stated + SMALL[count] / over, scale)


def fraction(number: float, scale: int = 1) -> Figure:
    """The figure of a fraction or mixed number, which is read as coarsely as it is spoken: to a tenth of its part.

    >>> fraction(2.5, 10**6).stated, fraction(2.5).digit
    (2500000.0, 0.1)
    """
    shown = f"{number:.2f}".rstrip("0").rstrip(".")
    if abs(float(shown) - number) < 1e-9:
        return Figure.read(shown, scale)
    return Figure(number * scale, 0.01 * scale, False, 2)


def spelled(words: str) -> Figure | None:
    """A figure in number words, which digits may stand among; None where the words are no one number ("five six").

    >>> spelled("twenty-one trillion three hundred").stated, spelled("4 thousand 3 hundred and 21").stated
    (21000000000300.0, 4321.0)
    >>> spelled("one point five million").stated
    1500000.0
    """
    total, group, scales = 0.0, None, []
    tokens = words.replace("-", " ").split()
    for place, token in enumerate(tokens):
        name = token if token in SCALES else token.rstrip("s")
        if name in SCALES:
            scales.append((place, SCALES[name]))
            if name == "hundred":
                group = 100.0 * (1.0 if group is None else group)
            elif group is None:
                total = (total or 1.0) * SCALES[name]
            else:
                total, group = total + group * SCALES[name], None
        elif token == "point":
            return pointed(tokens, place)
        elif token != "and":
            if group is not None and not follows(tokens[place - 1], token):
                return None
            digits = str(SMALL[token]) if token in SMALL else numeral(token)
            if digits is None:
                return None
            group = (group or 0.0) + float(digits)
    total += group or 0.0
    if len(scales) == 1 and scales[0][0] == len(tokens) - 1 and scales[0][1] >= 10**5:
        return Figure.read(f"{total / scales[0][1]:g}", scales[0][1])
    return Figure.read(f"{total:.0f}" if total.is_integer() else f"{total:g}")


def follows(last: str, token: str) -> bool:
    """Whether a number word can stand behind another one: ones behind tens, anything behind a scale word or "and".

    >>> follows("twenty", "five"), follows("five", "six"), follows("18", "25")
    (True, False, False)
    """
    if last in SMALL:
        return SMALL[last] >= 20 and 0 < SMALL.get(token, 0) < 10
    return not last.isdigit()


def pointed(tokens: list[str], place: int) -> Figure | None:
    """A figure with spoken decimals: "one point five million"."""
    whole = spelled(" ".join(tokens[:place]))
    decimals, factor = "", 1
    for token in tokens[place + 1 :]:
        if token.rstrip("s") in SCALES:
            factor *= SCALES[token.rstrip("s")]
        else:
            decimals = joined(decimals, token)
    return whole and Figure.read(f"{whole.stated:.0f}.{decimals or 0}", factor)


def joined(decimals: str, token: str) -> str:
    """The decimals with one more token: "seventy-one" are two digits, "seven one" as well."""
    number = token if token.isdigit() else str(SMALL.get(token, 0))
    if decimals.endswith("0") and decimals != "0" and len(number) == 1 and len(decimals) % 2 == 0:
        return decimals[:-1] + number
    return decimals + number
