"""The words for dates of a language, from the tables of dateparser: months, weekdays, relative phrases."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import Any

from attrs import field, frozen

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = ("day", "week", "month", "year")
#: words for tomorrow that are also words for the morning
AMBIGUOUS_PHRASES = frozenset({"mañana", "morgen", "mañá", "demà"})
_SHIFT = re.compile(r"(?:(?P<ahead>in )?(?P<count>[0-9]) (?P<unit>day|week|month|year)(?: ago)?)")
_NUMBER = re.compile(r"\(\\d[^)]*\)")


@frozen
class DateWords:
    """The words for dates of one language, in lower case.

    ``months`` maps the name of a month to its number; ``full`` holds the names that are not abbreviated, ``weekdays``
    those of weekdays. ``phrases`` maps a phrase such as "last month" to its unit and its distance in units. ``counted``
    holds pairs of a unit and a pattern of "five days ago", in which the count is the only group. ``day_first`` says
    whether numeric dates write the day first, and is None where that is not known.
    """

    months: dict[str, int] = field(factory=dict)
    full: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    phrases: dict[str, tuple[str, int]] = field(factory=dict)
    counted: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None


@lru_cache(maxsize=64)
def date_words(lang: str) -> DateWords:
    """The words of the language with this code; empty where dateparser has no table of it.

    >>> date_words("fr").months["août"], date_words("fr").phrases["hier"], date_words("tlh").months
    (8, ('day', -1), {})
    """
    if not re.fullmatch(r"[a-z]{2,3}", lang):
        return DateWords()
    try:
        table: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{lang}").info
    except ModuleNotFoundError:
        return DateWords()
    names = {name: [word.lower() for word in table.get(name, ())] for name in (*MONTHS, *WEEKDAYS)}
    order = table.get("date_order")
    return DateWords(
        months={word: number for number, name in enumerate(MONTHS, 1) for word in names[name]},
        full=frozenset(
            word for name in MONTHS for word in names[name] if len(word) >= min(4, longest_length(names[name]))
        ),
        weekdays=frozenset(word for name in WEEKDAYS for word in names[name]),
        phrases=relative_phrases(table.get("relative-type", {})),
        counted=tuple(
            (unit, _NUMBER.sub("([0-9]{1,3})", body))
            for unit in UNITS
            for body in table.get("relative-type-regex", {}).get(rf"\1 {unit} ago", ())
            if len(max(re.findall(r"[^\W\d_]+", _NUMBER.sub("", body)), key=len, default="")) > 2
        ),
        day_first=None if order is None else order.startswith("D"),
    )


def longest_length(words: list[str]) -> int:
    """The length of the longest word, or 0."""
    return max(map(len, words), default=0)


def relative_phrases(table: dict[str, list[str]]) -> dict[str, tuple[str, int]]:
    """Phrase -> its unit and its distance in units, without ambiguous phrases."""
    found = {}
    for key, written in table.items():
        match = _SHIFT.fullmatch(key)
        if match:
            shift = int(match["count"]) * (1 if match["ahead"] else -1)
            found.update({word.lower(): (match["unit"], shift) for word in written if len(word) > 3})
    return {word: place for word, place in found.items() if word not in AMBIGUOUS_PHRASES}
