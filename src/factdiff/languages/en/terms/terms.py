"""Graded terms, read where their surroundings show their scale ("short-range" of a missile, "charged" with a crime).

How English writes the grades is told in the tables of ``scales``; each reading of them is one rule here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.head_nouns import singular_of
from factdiff.tables import read_table
from factdiff.text.patterns import uncompiled
from factdiff.text.triggers import openings
from factdiff.values.terms.term import Term

#: the tables of readings, in the order that decides between equal ones
TOPICS = ("war", "weather", "law", "health", "politics", "business", "sport")
#: how far before a grade its conditions look, and how far beside it, in characters
BEFORE, BESIDE = 64, 160

_STOP = re.compile(r"[.;:!?]\s|\n")
_GAP = r"(?:[\s,-][\w'-]{1,20})"


def choice(words: Iterable[str]) -> str:
    """A group that matches any of the words; a star at the end of one stands for any ending.

    >>> bool(re.fullmatch(choice(["fire*", "put out"]), "firefighters"))
    True
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\*", r"\w{0,12}").replace(r"\ ", " ") for word in ordered) + ")"


def spaced(body: str) -> re.Pattern[str]:
    """A pattern without groups of its own for blanks: they match any one blank."""
    return re.compile(body.replace(" ", r"\s"), re.IGNORECASE)


_WORDS = read_table("factdiff.languages.en.terms", "terms.toml")["unreal"]["words"]
_UNREAL = spaced(rf"\b{choice(_WORDS)}(?: [\w'-]{{1,20}}){{0,3}} $")


@frozen
class Conditions:
    """What must stand around a grade for it to be read as one, as patterns; None asks for nothing."""

    before: re.Pattern[str] | None
    never_before: re.Pattern[str] | None
    never_after: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    later: re.Pattern[str] | None
    real: bool
    far: bool

    def hold(self, text: str, start: int, end: int) -> bool:
        """Whether they hold for the grade at an offset."""
        low = max(0, start - BEFORE)
        if self.before is not None and not self.before.search(text, low, start):
            return False
        if self.never_before is not None and self.never_before.search(text, low, start):
            return False
        if self.never_after is not None and self.never_after.match(text, end):
            return False
        if self.real and _UNREAL.search(text, low, start):
            return False
        return self.about(text, start, end)

    def about(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence speaks of what it must, and of no later grade of the same thing."""
        if self.beside is None and self.later is None:
            return True
        first, last = (max(0, start - BESIDE), end + BESIDE) if self.far else sentence(text, start, end)
        words = self.beside
        if words is not None and not (words.search(text, first, start) or words.search(text, end, last)):
            return False
        return self.later is None or not self.later.search(text, end, last)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a span begins and ends, as far as is looked."""
    first, last = max(0, start - BESIDE), min(len(text), end + BESIDE)
    stops = [stop.end() for stop in _STOP.finditer(text, first, start)]
    stop = _STOP.search(text, end, last)
    return (stops[-1] if stops else first), (stop.start() if stop else last)


def conditions(entry: Mapping[str, Any]) -> Conditions:
    """The conditions of a reading."""

    def named(name: str, body: Callable[[str], str]) -> re.Pattern[str] | None:
        return spaced(body(choice(entry[name]))) if name in entry else None

    back = entry.get("back", 1) - 1
    return Conditions(
        before=named("before", lambda words: rf"\b{words}(?:[\s,-][\w'-]{{1,20}}){{0,{back}}}[ \"'-]{{1,2}}$"),
        never_before=named("never_before", lambda words: rf"\b{words}[ \"'-]{{1,2}}$"),
        never_after=named("never_after", lambda words: rf"[ -]{words}\b"),
        beside=named("beside", lambda words: rf"\b{words}\b"),
        later=named("later", lambda words: rf"\b{words}\b"),
        real=entry.get("real", False),
        far=entry.get("far", False),
    )


def reading(scale: str, number: int, entry: Mapping[str, Any]) -> Rule:
    """The rule of one reading of a scale."""
    forms = {form.lower(): label for label, written in entry["grades"].items() for form in written}
    named = {form: kind for kind, written in entry.get("of", {}).items() for form in written}
    lead = rf"(?P<of>{choice(named)})(?:-| )" if named else ""
    after = ""
    if "after" in entry:
        after = rf"(?={_GAP}{{0,{entry.get('reach', 1) - 1}}}[\s-](?P<noun>{choice(entry['after'])})\b)"
    asked = conditions(entry)

    def grade(match: re.Match[str], setting: Setting) -> Built:
        if not asked.hold(setting.text, match.start(), match.end()):
            return None
        term = Term.grade(scale, forms[written(match["term"])])
        if named:
            return evolve(term, of=named[written(match["of"])])
        return evolve(term, of=singular_of(match["noun"].lower())) if entry.get("of_noun") else term

    return Rule(
        f"term-{scale}" + (f"-{number}" if number else ""),
        frozenset().union(*map(triggers, named or forms)),
        uncompiled(rf"\b{lead}(?P<term>{choice(forms)})(?!\w){after}"),
        grade,
    )


def written(form: str) -> str:
    """A form as the table writes it."""
    return " ".join(form.lower().split())


def triggers(form: str) -> frozenset[str]:
    """The triggers of a form; behind a part of a word anything can follow."""
    return frozenset({re.split(r"[^a-z0-9]", form.lower())[0]}) if "*" in form else openings([form])


RULES = tuple(
    reading(scale, number, entry)
    for topic in TOPICS
    for scale, entries in read_table("factdiff.languages.en.terms.scales", f"{topic}.toml").items()
    for number, entry in enumerate(entries)
)
