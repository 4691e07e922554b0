"""Graded terms, found where the words around them show the scale ("short-range" of a missile, "charged" with a crime).

The tables in ``scales`` hold the English words for the grades; each of their entries becomes one rule here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.head_nouns import singular_of
from factdiff.tables import read_table
from factdiff.text.patterns import Body, either, late, uncompiled
from factdiff.text.triggers import openings
from factdiff.values.terms.term import Term

#: the tables of grades; of two equal matches that of the earlier table wins
TOPICS = ("war", "weather", "law", "health", "politics", "business", "sport")
#: how far before a grade its conditions look, and how far beside it, in characters
BEFORE, BESIDE = 64, 160
#: how far before a grade "from" and the words that deny it can start: "without any "
RIGHT_BEFORE = 16

#: how many words at most stand between a noun and its grade where the noun comes first
NOUN_BEFORE = 8
_STOP = late(r"[.;:!?]\s|\n")
_GAP = r"(?:[\s,-][\w'-]{1,20})"


def alternatives(words: Iterable[str]) -> str:
    """A pattern group that matches any of the words; a star at the end of a word stands for any ending.

    >>> bool(re.fullmatch(alternatives(["fire*", "put out"]), "firefighters"))
    True
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\*", r"\w{0,12}").replace(r"\ ", " ") for word in ordered) + ")"


def with_blanks(body: str) -> Body:
    """The pattern, in which a blank matches any one white space character."""
    return Body(body.replace(" ", r"\s"), re.IGNORECASE)


_TABLE = read_table("factdiff.languages.en.terms", "terms.toml")
_LINKS, _BETWEEN = (alternatives(_TABLE["links"][name]) for name in ("words", "between"))
_LINK = rf"(?:,?\s[\w'-]{{1,20}}(?=[\s,])){{0,{NOUN_BEFORE}}},?\s{_LINKS}(?: {_BETWEEN}){{0,2}} "
_HYPOTHETICAL = with_blanks(rf"\b{alternatives(_TABLE['unreal']['words'])}(?: [\w'-]{{1,20}}){{0,3}} $")
#: where something changed from a grade to another, that grade is past
_FROM, _TO = with_blanks(r"\bfrom (?:an? |the |its )?[\"'“‘]?$"), with_blanks(r"[^.;:!?\n]{0,40}\bto\b")
#: before a grade that is denied or may be another one, and behind one that may be another one
_DENIAL = with_blanks(r"(?:\b(?:no|nor|or|neither|without any|whether|not|not an?)|n['’]t) [\"'“‘]?$")
_OR = with_blanks(r"[\"'”’]? or (?!more\b)[\w'-]")
#: what follows a grade that stands apart from its sentence, behind a comma or a colon
_CLOSED = late(r"\s*(?:[,.;)”’\"'\n]|$)")


@frozen
class Conditions:
    """The conditions on the text around a grade, as patterns; None is no condition."""

    noun_first: Body | None
    noun_behind: Body | None
    before: Body | None
    never_before: Body | None
    never_after: Body | None
    beside: Body | None
    later: Body | None
    real: bool
    far: bool

    def are_met(self, text: str, start: int, end: int) -> bool:
        """Whether they hold for the grade at an offset."""
        low = max(0, start - BEFORE)
        if self.before is not None and not self.before.compiled.search(text, low, start):
            return False
        if self.never_before is not None and self.never_before.compiled.search(text, low, start):
            return False
        if self.never_after is not None and self.never_after.match(text, end):
            return False
        if self.real and _HYPOTHETICAL.compiled.search(text, low, start):
            return False
        near = max(0, start - RIGHT_BEFORE)
        if _FROM.compiled.search(text, near, start) and _TO.match(text, end):
            return False
        if _DENIAL.compiled.search(text, near, start) or _OR.match(text, end):
            return False
        return self.fit_sentence(text, start, end)

    def noun(self, text: str, start: int, end: int) -> str | None:
        """The noun that the grade at an offset is of, behind it or before it."""
        if self.noun_behind is not None and (match := self.noun_behind.match(text, end)):
            return match["noun"]
        if self.noun_first is not None:
            match = self.noun_first.compiled.search(text, max(0, start - BESIDE), start)
            if match and (match["linked"] or _CLOSED.match(text, end)):
                return match["noun"]
        return None

    def fit_sentence(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence holds the words that it must, and behind the grade no later grade of the same thing."""
        if self.beside is None and self.later is None:
            return True
        first, last = (max(0, start - BESIDE), end + BESIDE) if self.far else sentence_bounds(text, start, end)
        words = self.beside
        if words is not None and not (
            words.compiled.search(text, first, start) or words.compiled.search(text, end, last)
        ):
            return False
        return self.later is None or not self.later.compiled.search(text, end, last)


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The start and end of the sentence around a span, at most ``BESIDE`` characters away."""
    first, last = max(0, start - BESIDE), min(len(text), end + BESIDE)
    stops = [stop.end() for stop in _STOP.finditer(text, first, start)]
    stop = _STOP.search(text, end, last)
    return (stops[-1] if stops else first), (stop.start() if stop else last)


def conditions(entry: Mapping[str, Any]) -> Conditions:
    """The conditions of an entry of a scale's table."""

    def named(name: str, body: Callable[[str], str]) -> Body | None:
        return with_blanks(body(alternatives(entry[name]))) if name in entry else None

    back = entry.get("back", 1) - 1
    quote = r"[\"'“‘]?"
    reach = entry.get("reach", 1) - 1
    return Conditions(
        noun_first=named("nouns", lambda words: rf"\b(?P<noun>{words})(?:(?P<linked>{_LINK})|[,:] | \(){quote}$"),
        noun_behind=named("nouns", lambda words: rf"[\"'”’]?{_GAP}{{0,{reach}}}[\s-](?P<noun>{words})\b"),
        before=named("before", lambda words: rf"\b{words}(?:[\s,-][\w'-]{{1,20}}){{0,{back}}}[ \"'-]{{1,2}}$"),
        never_before=named("never_before", lambda words: rf"\b{words}[ \"'-]{{1,2}}$"),
        never_after=named("never_after", lambda words: rf"[ -]{words}\b"),
        beside=named("beside", lambda words: rf"\b{words}\b"),
        later=named("later", lambda words: rf"\b{words}\b"),
        real=entry.get("real", False),
        far=entry.get("far", False),
    )


def grade_rule(scale: str, number: int, entry: Mapping[str, Any]) -> Rule:
    """The rule of one entry of a scale's table."""
    forms = {normal_form(form): label for label, written in entry["grades"].items() for form in written}
    named = {form: kind for kind, written in entry.get("of", {}).items() for form in written}
    lead = rf"(?P<of>{alternatives(named)})(?:-| )" if named else ""
    after = ""
    if "after" in entry:
        after = rf"(?={_GAP}{{0,{entry.get('reach', 1) - 1}}}[\s-](?P<noun>{alternatives(entry['after'])})\b)"
    required = conditions(entry)

    def grade(match: re.Match[str], setting: Setting) -> Built:
        if not required.are_met(setting.text, match.start(), match.end()):
            return None
        term = Term.grade(scale, forms[normal_form(match["term"])])
        if named:
            return evolve(term, of=named[normal_form(match["of"])])
        noun = match["noun"] if after else required.noun(setting.text, match.start(), match.end())
        if noun is None and "nouns" in entry:
            return None
        return evolve(term, of=singular_of(noun.lower())) if noun and entry.get("of_noun") else term

    return Rule(
        f"term-{scale}" + (f"-{number}" if number else ""),
        frozenset().union(*map(triggers, named or {form for written in entry["grades"].values() for form in written})),
        uncompiled(rf"\b{lead}(?P<term>{hyphenated(entry['grades'])})(?!\w){after}"),
        grade,
    )


def hyphenated(grades: Mapping[str, Iterable[str]]) -> str:
    """A pattern group that matches any form of the grades, with blanks or hyphens between its words.

    >>> bool(re.fullmatch(hyphenated({"category-4": ["category four"]}), "category-four"))
    True
    """
    forms = {form for written in grades.values() for form in written}
    return either(forms).replace(" ", r"[\s-]")


def normal_form(form: str) -> str:
    """A form as it is looked up: in lower case, with single blanks and without hyphens between its words."""
    return " ".join(form.lower().replace("-", " ").split())


def triggers(form: str) -> frozenset[str]:
    """The triggers of a form, with blanks or hyphens between its words."""
    return openings([form, form.replace(" ", "-")])


RULES = tuple(
    grade_rule(scale, number, entry)
    for topic in TOPICS
    for scale, entries in read_table("factdiff.languages.en.terms.scales", f"{topic}.toml").items()
    for number, entry in enumerate(entries)
)
