"""Figures in English: digits, number words, scales, ranges and vague amounts, read into the fields of an Amount."""

from __future__ import annotations

import re
from typing import TypedDict

from factdiff.language import DIGIT, either
from factdiff.values.figure import Figure

ONES = (
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
#: scale word -> factor; the short ones stand right behind digits
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12}
#: vague words -> (class in Tolerances.vague, scale)
VAGUE = {
    "several": ("several", 1),
    "multiple": ("multiple", 1),
    "numerous": ("multiple", 1),
    "a handful of": ("handful", 1),
    "a couple of": ("couple", 1),
    "a few": ("few", 1),
    "dozens of": ("dozens", 1),
    "dozens": ("dozens", 1),
    "scores of": ("scores", 1),
    "hundreds of": ("hundreds", 1),
    "hundreds": ("hundreds", 1),
    "thousands of": ("thousands", 1),
    "thousands": ("thousands", 1),
    "tens of thousands of": ("tens", 1_000),
    "tens of thousands": ("tens", 1_000),
    "hundreds of thousands of": ("hundreds", 1_000),
    "hundreds of thousands": ("hundreds", 1_000),
    "millions of": ("millions", 1),
    "millions": ("millions", 1),
    "tens of millions of": ("tens", 1_000_000),
    "hundreds of millions of": ("hundreds", 1_000_000),
    "several hundred": ("several", 100),
    "several thousand": ("several", 1_000),
    "several million": ("several", 1_000_000),
    "several dozen": ("several", 12),
    "a few hundred": ("few", 100),
    "a few thousand": ("few", 1_000),
    "a few dozen": ("few", 12),
    "a couple of hundred": ("couple", 100),
    "a couple of thousand": ("couple", 1_000),
}

DIGITS = r"(?>(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,6})?)(?![0-9])"
WORD = either(
    [
        *ONES,
        *TENS,
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "a hundred",
        "a thousand",
        "a million",
        "a billion",
        "a trillion",
    ]
)
#: number words; "and" joins only behind hundred, thousand, million and their like, so that "five and six" are two
WORDS = rf"\b(?>{WORD}(?:[-\s](?:(?<=(?:red|and|ion)[-\s])and )?{WORD}){{0,12}}+)(?!\w)"
DOZEN = r"(?:half a|a|an|[0-9]{1,3}|" + either(ONES) + r") dozen\b"
_HALVED = either(("million", "billion", "trillion"))
HALF = rf"half (?:a|an) {_HALVED}\b|{either(ONES[:10])} and a half(?: {_HALVED})?\b"
SCALE = rf"(?:[-\s]?{either(SCALES)}\b|(?:{either(SHORT_SCALES)})\b)"
#: one figure: digits with or without a scale, or words
POINT = rf"(?:{HALF}|{DOZEN}|{DIGITS}(?:{SCALE})?|{WORDS})"
#: two figures that bound a range
RANGE = rf"(?:between {POINT} and {POINT}|{POINT}(?: to | or | ?- ?){POINT})"
VAGUE_WORDS = rf"(?:{either(VAGUE)}\b)"
AMOUNT = rf"(?:{RANGE}|{POINT}|{VAGUE_WORDS})"

#: what stands before no amount, and a look ahead that sorts out most articles, since they are so frequent
START = r"(?<![\w.,/$£€#@-])(?!an? (?!hundred|thousand|million|billion|trillion|dozen|few|handful|couple))"

#: what can start an amount
TRIGGERS = frozenset(
    {DIGIT, "a", "an", "half", "between", "hundred", "thousand", "million", "billion", "trillion", *ONES, *TENS}
    | {words.split()[0] for words in VAGUE}
)


class Fields(TypedDict, total=False):
    """The fields of an Amount that a text gives."""

    figure: Figure
    upper: Figure
    vague: str
    scale: float


_SCALED = re.compile(rf"({DIGITS})({SCALE})?$", re.IGNORECASE)
_BETWEEN = re.compile(r"between\s+(.*)\s+and\s+(.*)$", re.IGNORECASE | re.DOTALL)
_TO = re.compile(r"(.*?)(?:\s+(?:to|or)\s+|\s?-\s?)(.*)$", re.IGNORECASE | re.DOTALL)
_HALVES = re.compile(r"(?:(\w+) and a )?half(?: an?)?(?: (\w+))?$")


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
    if words in VAGUE:
        vague, scale = VAGUE[words]
        return {"vague": vague, "scale": float(scale)}
    point = read_figure(words)
    if point is not None:
        return {"figure": point}
    match = _BETWEEN.match(words) or _TO.match(words)
    if match is None:
        return None
    low, high = match.groups()
    unit = _SCALED.match(high)
    if unit and unit[2] and low.replace(",", "").replace(".", "").isdigit():
        low += unit[2]
    first, second = read_figure(low), read_figure(high)
    if first is None or second is None or first.stated >= second.stated:
        return None
    return {"figure": first, "upper": second}


def read_figure(words: str) -> Figure | None:
    """One figure from lower-case words or digits.

    >>> read_figure("two hundred and fifty").stated, read_figure("half a million").digit, read_figure("1,237").exact
    (250.0, 100000.0, True)
    """
    match = _SCALED.match(words)
    if match:
        scale = (match[2] or "").strip(" -")
        return Figure.read(match[1].replace(",", ""), SCALES.get(scale) or SHORT_SCALES.get(scale) or 1)
    if words.endswith(" dozen"):
        count = {"a": 1.0, "an": 1.0, "half a": 0.5}.get(words[:-6])
        number = read_figure(words[:-6]) if count is None else None
        factor = number.stated if number else count
        return None if factor is None else Figure.exactly(12 * factor)
    halves = _HALVES.match(words)
    if halves:
        ones = 1 + ONES.index(halves[1]) if halves[1] in ONES else 0
        return Figure.read(f"{ones}.5", SCALES.get(halves[2] or "", 1))
    return spelled(words)


def spelled(words: str) -> Figure | None:
    """A figure in number words; None where the words are no one number ("five six")."""
    from text_to_num import text2num

    plain = re.sub(r"\b(a|an) (?=hundred|thousand|million|billion|trillion)", "one ", words)
    head, _, last = plain.replace("-", " ").rpartition(" ")
    if last in SCALES and head and not any(scale in head for scale in SCALES):
        number = spelled(head)
        return number and Figure.read(f"{number.stated:.0f}", SCALES[last])
    try:
        return Figure.read(str(text2num(plain, "en")))
    except ValueError:
        return None
