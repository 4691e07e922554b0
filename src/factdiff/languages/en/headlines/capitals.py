"""Lines in capitals, rewritten as headlines in title case."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff.tables import read_table
from factdiff.text.patterns import late

_MONEY = read_table("factdiff.languages.en.amounts.units", "currencies.toml")


def abbreviations() -> frozenset[str]:
    """What keeps its capitals in any line: codes and signs of currencies, units, time zones and abbreviations."""
    codes = {code for code in _MONEY["codes"]["known"].split() if code not in _MONEY["codes"]["words"].split()}
    signs = re.findall("[A-Z]{2,}", " ".join(filter(str.isupper, _MONEY["signs"])))
    lines = read_table("factdiff.languages.en.amounts.units", "units.toml").values()
    units = {form for line in lines for sort in ("forms", "attached") for form in line.get(sort, ())}
    upper = (unit for unit in units if unit.isupper() and unit.lower() not in units)
    zones = read_table("factdiff.languages.en.calendar", "timezones.toml")
    listed = read_table("factdiff.languages.en", "lexicon.toml")["abbreviations"]
    zone_names = (*zones["offsets"], *zones["floating"])
    return frozenset((*codes, *(f"M{code}" for code in codes), *signs, *upper, *zone_names, *listed))


#: a word of a line in capitals; its first group is a unit right behind a figure
_CAPITAL_WORD = late(r"(?<=[0-9])([^\W\d_]{2,})|(?<![^\W_])[^\W\d_]{2,}(?:'[^\W\d_]+)*")
_ABBREVIATIONS = abbreviations()


@lru_cache(maxsize=8)
def in_headline_case(text: str) -> str:
    """The text with each line that is all in capitals put into title case; its length stays the same.

    Codes of currencies, zones and states keep their capitals; units right behind a figure do not.

    >>> in_headline_case("SIX US MEN FLEW 900KM TO KYIV'S QUAY FOR EUR 5 MILLION")
    "Six US Men Flew 900km To Kyiv's Quay For EUR 5 Million"
    """
    lines = text.split("\n")
    if not any(map(str.isupper, lines)):
        return text
    return "\n".join(
        _CAPITAL_WORD.sub(headline_word, line) if line.isupper() and not line.isalpha() else line for line in lines
    )


def headline_word(match: re.Match[str]) -> str:
    """A word of a line in capitals as it stands in a headline in title case."""
    word = match[0]
    lowered_word = word.lower() if match[1] else word[0] + word[1:].lower()
    return word if word in _ABBREVIATIONS or len(lowered_word) != len(word) else lowered_word
