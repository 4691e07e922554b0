"""Names of storms and of ships, found behind the word for what they are: "Cyclone Vesna", "the trawler Grey Heron"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factdiff.language.rules import Overlaid
from factdiff.languages.en.headlines.casing import in_headline, is_ordinary_word
from factdiff.languages.en.names.capitalised_runs import ORGANISATIONS, STOP, THINGS, Spans
from factdiff.languages.en.names.cue_words import last_word_start, occurrences
from factdiff.tables import read_table
from factdiff.text.patterns import late
from factdiff.text.tokens import tokens
from factdiff.values.names.name import Name

_WORDS = read_table("factdiff.languages.en.names", "offices.toml")["named"]
STORMS, SHIPS, PREFIXES = (frozenset(_WORDS[name]) for name in ("storms", "ships", "prefixes"))
KINDS = STORMS | SHIPS | PREFIXES
#: those that can stand in a run of capitalised words
IN_RUNS = PREFIXES | {storm.title() for storm in STORMS}
#: the tokens with which all of these begin
FIRST_TOKENS = frozenset(tokens(words).words[0] for words in KINDS | IN_RUNS)
#: signs that join a word to another one before it
JOINS = frozenset("-_'")
_WORD = late(r"[A-Z][a-z]+")
#: the most words of the name of a ship
MOST_WORDS = 3


def named_things(text: str, runs: Iterable[tuple[str, int]], places: Spans) -> Iterator[Overlaid]:
    """The names of the storms and ships of a text, wherever they stand in it; ``runs`` are its capitalised words."""
    if FIRST_TOKENS.isdisjoint(tokens(text).words):
        return
    found = dict.fromkeys(name for run, start in runs if (name := name_in(text, run, start, places)))
    for name, start in occurrences(text, found):
        if is_whole(text, start, start + len(name)):
            yield Overlaid(Name(category="other", full=name), start, start + len(name), "name-thing")


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a name of its own, and no part of a word or of a longer name."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    if before.isalnum() or before in JOINS or behind[:1].isalnum() or behind[:1] == "-":
        return False
    return not (behind[:1] == " " and behind[1:].isupper()) or in_headline(text, start)


def name_in(text: str, run: str, start: int, places: Spans) -> str | None:
    """The name of a storm or a ship in a run of capitalised words, by the word for it before the name, or None."""
    words, kind = run.split(" "), text[last_word_start(text, start) : start - 1]
    if kind not in KINDS:
        if IN_RUNS.isdisjoint(words):
            return None
        before = next(number for number, word in enumerate(words) if word in IN_RUNS)
        start += sum(len(word) + 1 for word in words[: before + 1])
        kind, words = words[before], words[before + 1 :]
    words = words[:1] if kind.lower() in STORMS else words
    return " ".join(words) if words and can_name(text, start, words, places) else None


def can_name(text: str, start: int, words: list[str], places: Spans) -> bool:
    """Whether words can be the name of a storm or a ship: no names of other things, no ordinary words."""
    if len(words) > MOST_WORDS or places.cover(start):
        return False
    if any(not _WORD.fullmatch(word) or word in STOP or word in ORGANISATIONS or word in THINGS for word in words):
        return False
    plain = [is_ordinary_word(word.lower()) for word in words]
    return not (all(plain) if len(words) == 1 or not in_headline(text, start) else any(plain))
