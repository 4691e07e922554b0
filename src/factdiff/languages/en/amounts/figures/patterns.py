"""Patterns of figures in English: digits, words, scales, fractions, ranges and vague amounts."""

from __future__ import annotations

from factdiff.languages.en.amounts.figures.number_words import (
    DENOMINATORS,
    ONES,
    SCALES,
    SHORT_SCALES,
    TABLE,
    TENS,
    VAGUE,
)
from factdiff.text.patterns import either
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import openings, pairs

#: signs such as ½
FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_PLURALS = [f"{scale}s" for scale in SCALES if scale != "hundred"]


_DIGITS = either(["hundred", *SCALES, *_PLURALS])
_SHORT = rf"(?i:{either(SHORT_SCALES)})\b"
_LONG_SHORT = rf"(?i:{either(word for word in SHORT_SCALES if len(word) > 1)})\b"
#: plain digits with their separators, as :func:`plain_decimal` reads them
NUMERAL = (
    r"(?>[1-9][0-9]{0,2}(?:\x20[0-9]{3}){1,4}(?:[.,][0-9]{1,2})?(?!\x20?[0-9])"
    r"|[0-9]{1,18}(?:[.,'][0-9]{1,12}){0,6}|\.[0-9]{1,6})(?![0-9])"
)
_FRACTION = r"(?:1/[2-9]|[2-7]/[3-9]|[0-9]{1,3}/(?:8|12|16|20|32|64|100|128|1000))(?![/\w]|[.,][0-9])"
_TEN = r"\s?[×x]\s?10"
_POWER = (
    rf"(?:[eE][+-]?[0-9]{{1,3}}(?!\w)|(?:{_TEN})?\^[+-]?[0-9]{{1,3}}"
    rf"|{_TEN}(?:[-+]?[0-9]{{1,2}}(?!\w)|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}}))"
)
#: digits, with a fraction, a power of ten or a scale
DIGITS = rf"(?:{_FRACTION}|[{FRACTION_SIGNS}]|{NUMERAL}(?:-?[{FRACTION_SIGNS}]|[\x20-]{{1,2}}{_FRACTION}|{_POWER})?)"
SCALE = rf"(?:[-\s]?{_DIGITS}\b(?:[-\s]crore\b)?|\s{_LONG_SHORT}|{_SHORT})"
_NINE, _TEENS, _TENS = either(ONES[:9]), either(ONES[9:]), either(TENS)
_BELOW = rf"(?:{_TENS}(?:(?:[-\s]|\s-\s)?{_NINE}\b)?|{_TEENS}|{_NINE})\b"
_ZERO = either(TABLE["zero"])
_POINT = rf"(?:[-\s]point(?:[-\s](?:{_BELOW}|{_ZERO}|oh|[0-9]{{1,6}}\b)){{1,6}})"
_TERM = rf"(?:{_BELOW}{_POINT}?|{NUMERAL})"
_SCALES = rf"(?:(?:[-\s]{_DIGITS}\b){{1,2}})"
_BIGS = rf"(?:(?:[-\s]{either([*(scale for scale in SCALES if scale != 'hundred'), *_PLURALS])}\b){{1,2}})"
_PARTS = (
    rf"(?:(?:a|one)[-\s]{either(DENOMINATORS)}|{_NINE}[-\s]{either(f'{word}s' for word in DENOMINATORS)}"
    rf"|{_NINE}-(?:quarter|third|eighth)(?=[-\s][a-z]))\b"
)
#: "and" joins a number below one hundred to hundreds; a fraction is joined to the whole
_JOINED = rf"(?:and (?!{_PARTS}))?"
_DIGITS_BELOW = r"(?<=and\s)[0-9]{1,2}\b(?![.,][0-9])"
_HUNDRED = rf"[-\s]hundreds?\b(?:[-\s]\s?{_JOINED}(?:{_BELOW}|{_DIGITS_BELOW})(?!-(?!year)[a-z]|[-\s]hundred))?"
_GROUP = rf"{_TERM}(?:{_HUNDRED})?"
#: thousands and more, with what may follow: "5 million two hundred thousand and six"; "and" leads to thousands or less
_CHAIN = rf"(?:[-\s](?:and (?={_GROUP}[-\s]thousand\b))?{_GROUP}{_BIGS}){{0,4}}"
_THOUSANDS = rf"{_BIGS}{_CHAIN}(?:[-\s]{_JOINED}(?![0-9]){_GROUP}(?!-(?!year)[a-z]))?"
#: hundreds, thousands or both, as the lookahead asks
_MORE = rf"(?=[-\s](?:hundreds|{_DIGITS})\b)(?:{_HUNDRED})?(?:{_THOUSANDS})?"
_HALVED = either(("hundred", "thousand", "lakh", "million", "crore", "billion", "trillion"))
_DOZEN = r"(?:dozens?|dzs?)\b"
_AND = rf"and {_PARTS}(?: {_HALVED}\b)?"
#: digits with the number words that follow: "4 thousand 3 hundred and 21", "3 and a half million", "2 dozen"
DIGITS_WITH_WORDS = (
    rf"(?>{DIGITS}(?:{_HUNDRED}{_BIGS}?|{SCALE}(?:(?<=[a-z]){_CHAIN}(?:[-\s]{_TERM}{_HUNDRED})?)?"
    rf"|(?<=[0-9])(?=\s[adAD])(?: {_AND}| {_DOZEN}))?)"
)
#: the continuation of a number word; the lookahead rejects most other words at once
_AFTER = (
    r"(?=[-\s]{1,2}[htmlcbqpadHTMLCBQPAD])"
    rf"(?:{_MORE}{_POINT}?(?: {_DOZEN}| {_AND})?"
    rf"|{_POINT}{_SCALES}?| {_AND}| {_DOZEN}|[-\s]quarters of an? {_HALVED}\b)"
)
#: number words; "and" joins only behind a scale word, so that "five and six" are two
WORDS = (
    rf"\b(?>{_BELOW}(?:{_AFTER})?|an? {_DOZEN}|an?{_MORE}(?: {_AND})?|{_ZERO}"
    rf"|(?:a )?(?:half|quarter)(?: of)?(?: an?)? (?:{_HALVED}|dozen)\b)(?!\w)"
)
#: one figure: digits with or without a scale, or words
POINT = rf"(?>(?=[0-9.{FRACTION_SIGNS}]){DIGITS_WITH_WORDS}|(?![0-9]){WORDS})"
_CONTINUED = rf"[-\s]{{1,3}}(?:and|point|dozen|dz|quarters|{either(SCALES)})"
#: the number words that nothing continues; and what all others start with
FEW_WORDS = rf"\b(?:(?>{_BELOW})(?!{_CONTINUED})|{_ZERO})(?!\w)"
WORDS_AHEAD = rf"\b(?:{_BELOW}{_CONTINUED}|an?[-\s]{{1,3}}(?:dozen|dz|half|quarter|{either(SCALES)})|half|quarter)"
_AFTER_SCALE = rf"[-\s]{{1,3}}(?:and|[0-9.]|{either([*ONES, *TENS, *SCALES])})"
_AFTER_DIGITS = rf"[-\s]{{0,3}}(?:{either(SCALES)}|{either(SHORT_SCALES)}\b|dozen|dz|and (?:an?|{_NINE})\b)"
#: digits that no word but a scale continues; and what all others start with
FEW_DIGITS = rf"(?>{DIGITS})(?:(?>{SCALE})(?!{_AFTER_SCALE})|(?!{_AFTER_DIGITS}))"
DIGITS_AHEAD = rf"[0-9.{FRACTION_SIGNS}]"
#: a figure of such digits or number words; and what all others start with
SHORT_POINT = rf"(?>{FEW_DIGITS}|{FEW_WORDS})"
POINT_AHEAD = rf"(?:{DIGITS_AHEAD}|{WORDS_AHEAD})"
VAGUE_WORDS = rf"(?:{either([*VAGUE, *(f'{words} of' for words in VAGUE if words.endswith('s'))])}\b)"

#: the start of an amount: none of these characters stands before one
AMOUNT_START = r"(?<![\w.,:/$£€#@-])"
#: the tokens that can follow the first word of a number in words
NUMBER_WORD_CONTINUATIONS = (
    "-",
    "and",
    "point",
    "dozen",
    "dozens",
    "dz",
    "dzs",
    *ONES,
    *TENS,
    *SCALES,
    *(f"{scale}s" for scale in SCALES),
)
#: the triggers of a vague amount, and of an amount in words
VAGUE_TRIGGERS = openings(VAGUE)
WORD_TRIGGERS = frozenset(
    {*pairs(("a", "an"), "dozen", "half", "quarter", *SCALES), "half", "quarter", *ONES, *TENS, *TABLE["zero"]}
)
#: the tokens that a figure can start with
FIGURE_TRIGGERS = (DIGIT, ".", *FRACTION_SIGNS, *sorted({trigger.partition(" ")[0] for trigger in WORD_TRIGGERS}))
