"""Patterns of the figures of ages, which are far smaller than those of all amounts."""

from __future__ import annotations

from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.figures.patterns import FRACTION_SIGNS
from factdiff.tables import read_table
from factdiff.text.patterns import either
from factdiff.text.tokens import DIGIT
from factdiff.values.amounts.age import UNIT_YEARS

TABLE = read_table("factdiff.languages.en.amounts.ages", "ages.toml")
#: the greatest age in years, and the least that is no hour of the clock
MAX_AGE, MIN_NO_HOUR = 130, 25
UNITS = (*UNIT_YEARS, *(f"{unit}s" for unit in UNIT_YEARS))
UNIT = either(UNITS)
_TO_99 = rf"(?:{either(TENS)}(?:-{either(ONES[:9])})?|{either(ONES)})"
#: an age in letters, and one with a part of a year
LETTERS = rf"(?:(?:a|one)[-\s]hundred(?:(?:[-\s]and)?[-\s]{_TO_99})?|{_TO_99})\b"
WORDS = rf"{LETTERS}(?:[-\s]and[-\s]a[-\s](?:half|quarter))?"
DIGITS = r"[0-9]{1,3}+(?:\.[0-9])?+(?![0-9])"
#: an age of any person, and an age of full years in digits or letters
POINT = rf"(?:{DIGITS}|(?![0-9]){WORDS})"
FULL_YEARS = rf"(?:1[0-3][0-9](?![0-9])|[1-9][0-9]?(?![0-9])|{LETTERS})"
_FRACTION = r"(?:[-\s]?[1-3]/[2-9]|\s?[\u00bc-\u00be])"
RANGE = (
    rf"(?:{DIGITS}(?:(?: to | or | through | ?- ?){DIGITS}|{_FRACTION})?"
    rf"|(?![0-9]){WORDS}(?:(?: to | or | through |-){WORDS})?)"
)
#: the first tokens of a figure, and the tokens that can follow the first one of an age
FIRST = (DIGIT, *ONES, *TENS)
AFTER_FIRST = (DIGIT, ".", "-", "to", "or", "through", "yo", "y", "hundred", "and", *FRACTION_SIGNS, *UNITS)
#: words between "aged" or "is" and the figure that leave the age as it is
ADVERBS = either(TABLE["adverbs"])
