"""Counts and other bare numbers."""

from __future__ import annotations

import re

from factdiff.language.rules import CLAIM, Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.readings import Fields
from factdiff.languages.en.amounts.head_nouns import attributive, counted, labelled, numbered, suffered, told
from factdiff.languages.en.amounts.hedges import before
from factdiff.languages.en.amounts.multiples import TIMES_AS, ratio
from factdiff.languages.en.amounts.units.rates import per
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import TIMES, Number

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")["counting"]
#: "one" is no count before these ("one another", "one day")
NOT_ONE = frozenset(_TABLE["not_one"])
#: "many" is no count behind these ("how many")
NOT_MANY = frozenset(_TABLE["not_many"])
#: noun for so many persons -> how many
GROUPS: dict[str, float] = read_table("factdiff.languages.en.amounts.figures", "figures.toml")["groups"]
PERSONS = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["things"]["person"])
#: what no bare figure runs on into
_RUNS_ON = re.compile(r"(?!(?i:ish\b|-(?:odd|plus|ish|some)\b))(?:[\w%/]|[.:,-][0-9]|-[A-Za-z])")
#: two years, which other rules read or which are none of ours
YEARS = re.compile(
    r"(?:between )?1[5-9][0-9]{2}\W[^0-9]*(?:1[5-9]|20)[0-9]{2}|(?:between )?20[0-9]{2}\W[^0-9]*20[0-9]{2}", re.I
)
#: a scale in capitals, which metres have not: "1.2M"
_MILLIONS = re.compile(r"\.[0-9]+[MB]$")
#: a year before a name: "the 2005 Tony Awards"
_YEAR_OF = re.compile(r"(?!(?:19|20)00)(?:19|20)[0-9]{2} (?![A-Z]{2,4}\b)[A-Z]")
_SCORE = re.compile(r"[0-9]{1,2}\s?-\s?[0-9]{1,2}$")
_NEXT = re.compile(r"[ -]([^\W\d_]+)")
_PREVIOUS = re.compile(r"([^\W\d_]+) $")


def number(text: str, fields: Fields, words: str, start: int, end: int, *, single: bool) -> Built:
    """The number in ``text[start:end]``, whose first figure is written ``words``, if it is one at all; ``single`` says
    that it is no range.
    """
    digits = words[0].isdigit() or words[0] == "."
    things = attributive(text, end)
    if things is None:
        if _RUNS_ON.match(text, end) or text[max(0, start - 4) : start].lower() == "per ":
            return CLAIM if digits else None
        if digits and not single and YEARS.fullmatch(text, start, end):
            return CLAIM
        if words[0] == "0" and len(words) > 1 and words.isdigit():
            return CLAIM
        surface = words if single else ""
        things = counted(text, end, one=surface in ("one", "1"))
        if text[start:end].lower() in ("one", "many") and not counts(text, surface, things, start, end):
            return None
        things = things or told(text, start) or suffered(text, end)
        if digits and _YEAR_OF.match(text, start):
            return CLAIM
        if (
            digits
            and labelled(text, start)
            and (
                things is None
                or words == "1"  # writers count one in words: "the Ligue 1 leaders"
                or "." in words
                or numbered(text, start)
                or unsure(words, text[start:end])
            )
        ):
            return CLAIM
        if not digits and things is None and labelled(text, start, by_case=False):
            return None
        if digits and things is None and unsure(words, text[start:end]) and not _MILLIONS.search(text, start, end):
            return CLAIM
    if things == TIMES and "figure" in fields and single:
        much = TIMES_AS.match(text, end)
        if much is not None:
            return Found(ratio(fields["figure"].stated), start, much.end("times"))
    return Found(Number(counted=things, per=rate(text, things, end), **fields), start, end)


def group(match: re.Match[str], setting: Setting) -> Built:
    """A noun for so many persons: "a trio of burglars"."""
    things = counted(setting.text, match.end())
    if things not in PERSONS:
        return None
    many = Figure.exactly(GROUPS[match["group"].lower()])
    return Found(Number(figure=many, counted=things), *match.span("group"))


def unsure(words: str, surface: str) -> bool:
    """Whether a figure is a count only where a counted thing follows: scores (5-3), and metres or minutes (5m)."""
    return (words[-1] in "mbt" and words[-2:-1].isdigit()) or _SCORE.match(surface) is not None


def counts(text: str, surface: str, things: str | None, start: int, end: int) -> bool:
    """Whether "one" or "many" counts something here: not as a pronoun or in an idiom."""
    if surface == "many":
        word = _PREVIOUS.search(text, max(0, start - 12), start)
        return things is not None and not (word and word[1].lower() in NOT_MANY)
    word = _NEXT.match(text, end)
    if things is None:
        return before(text, start, 0)[1] is not None
    return word is None or word[1].lower() not in NOT_ONE


def rate(text: str, things: str | None, end: int) -> str | None:
    """What a count is per: "12 cases per 100,000"."""
    if things is None:
        return None
    behind = _COUNTED.match(text, end)
    found = per(text, behind.end()) if behind else None
    return found[0] if found else None


#: up to three words that are counted
_COUNTED = re.compile(
    r"(?:[ -][^\W\d_]{1,20}){1,3}?(?=(?: per | an? (?:day|week|month|year|hour|minute)\b|/))", re.IGNORECASE
)


RULES = (Rule("number-group", GROUPS, uncompiled(rf"(?<![\w-])(?P<group>{either(GROUPS)}) of(?= [a-z])"), group),)
