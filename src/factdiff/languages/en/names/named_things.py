"""Names of storms and of ships, found behind the word for what they are: "Cyclone Vesna", "the trawler Grey Heron"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdiff.language.rules import Overlaid
from factdiff.languages.en.headlines.casing import in_headline, is_ordinary_word
from factdiff.languages.en.names.capitalised_runs import ORGANISATIONS, STOP, THINGS, Spans
from factdiff.tables import read_table
from factdiff.text.patterns import either
from factdiff.values.names.name import Name

_WORDS = read_table("factdiff.languages.en.names", "offices.toml")["named"]
_NAME = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}"
_STORMS: tuple[str, ...] = tuple(form for word in _WORDS["storms"] for form in (word, word.title(), word.capitalize()))
_SHIPS: tuple[str, ...] = (*_WORDS["ships"], *_WORDS["prefixes"])
#: the last words of those before a name, with the blank behind them, and the pattern of the words and the name
_KINDS = (
    (
        frozenset(f"{word.split()[-1]} " for word in _STORMS),
        re.compile(rf"\b(?:{either(_STORMS)})\s(?P<name>[A-Z][a-z]{{2,}})\b"),
    ),
    (
        frozenset(f"{word.split()[-1]} " for word in _SHIPS),
        re.compile(
            rf"\b(?:{either(_WORDS['ships'])}(?:\sthe)?|{either(_WORDS['prefixes'])})\s(?P<name>{_NAME})(?![\w'-])"
        ),
    ),
)


def named_things(text: str, places: Spans) -> Iterator[Overlaid]:
    """The names of the storms and ships of a text, wherever they stand in it."""
    found = dict.fromkeys(
        match["name"]
        for words, pattern in _KINDS
        if any(word in text for word in words)
        for match in pattern.finditer(text)
        if can_name(text, match.start("name"), match["name"], places)
    )
    for name in found:
        for match in re.finditer(rf"(?<![\w'-]){re.escape(name)}(?![\w-]|\s[A-Z])", text):
            yield Overlaid(Name(category="other", full=name), *match.span(), "name-thing")


def can_name(text: str, start: int, name: str, places: Spans) -> bool:
    """Whether capitalised words can be the name of a storm or a ship: no names of other things, no ordinary word."""
    words = name.split()
    if any(word in STOP or word in ORGANISATIONS or word in THINGS for word in words) or places.cover(start):
        return False
    plain = [is_ordinary_word(word.lower()) for word in words]
    return not (all(plain) if len(words) == 1 or not in_headline(text, start) else any(plain))
