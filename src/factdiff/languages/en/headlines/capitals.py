"""Lines in capitals, which are read as headlines."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff.tables import read_table

_MONEY = read_table("factdiff.languages.en.amounts.units", "currencies.toml")


def abbreviations() -> frozenset[str]:
    """What is written in capitals everywhere: the codes of currencies that are no words, their signs, units, zones."""
    codes = {code for code in _MONEY["codes"]["known"].split() if code not in _MONEY["codes"]["words"].split()}
    signs = re.findall("[A-Z]{2,}", " ".join(filter(str.isupper, _MONEY["signs"])))
    lines = read_table("factdiff.languages.en.amounts.units", "units.toml").values()
    units = {form for line in lines for sort in ("forms", "attached") for form in line.get(sort, ())}
    upper = (unit for unit in units if unit.isupper() and unit.lower() not in units)
    zones = read_table("factdiff.languages.en.calendar", "timezones.toml")
    written = read_table("factdiff.languages.en", "lexicon.toml")["abbreviations"]
    zoned = (*zones["offsets"], *zones["floating"])
    return frozenset((*codes, *(f"M{code}" for code in codes), *signs, *upper, *zoned, *written))


#: a word of a line in capitals, and what keeps them there
_SHOUTED = re.compile(r"(?<=[0-9])([^\W\d_]{2,})|(?<![^\W_])[^\W\d_]{2,}(?:'[^\W\d_]+)*")
_KEPT = abbreviations()


@lru_cache(maxsize=8)
def calmed(text: str) -> str:
    """The text with every line that is all in capitals as a headline, of the same length.

    Codes of currencies, zones and states keep their capitals; units right behind a figure do not.

    >>> calmed("SIX US MEN FLEW 900KM TO KYIV'S QUAY FOR EUR 5 MILLION")
    "Six US Men Flew 900km To Kyiv's Quay For EUR 5 Million"
    """
    lines = text.split("\n")
    if not any(map(str.isupper, lines)):
        return text
    return "\n".join(_SHOUTED.sub(as_word, line) if line.isupper() and not line.isalpha() else line for line in lines)


def as_word(match: re.Match[str]) -> str:
    """A word of a line in capitals as a headline has it."""
    word = match[0]
    calm = word.lower() if match[1] else word[0] + word[1:].lower()
    return word if word in _KEPT or len(calm) != len(word) else calm
