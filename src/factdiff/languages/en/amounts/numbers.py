"""Counts and other bare numbers."""

from __future__ import annotations

import re

from factdiff.language.rules import CLAIM, Built, Found
from factdiff.languages.en.amounts.figures.readings import Fields
from factdiff.languages.en.amounts.head_nouns import (
    attributive_noun,
    counted_casualties,
    counted_noun,
    counted_noun_before,
    counted_points,
    is_capital_label,
    is_labelled,
    noun_of_pair,
)
from factdiff.languages.en.amounts.hedges import hedge_before
from factdiff.languages.en.amounts.multiples import TIMES_AS, multiple
from factdiff.languages.en.amounts.units.rates import rate_unit_at
from factdiff.tables import read_table
from factdiff.text.patterns import late
from factdiff.values.amounts.number import TIMES, Number

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")["counting"]
#: words before which "one" is no count ("one another", "one day")
NOUNS_AFTER_PRONOUN_ONE = frozenset(_TABLE["not_one"])
#: words behind which "many" is no count ("how many")
WORDS_BEFORE_PRONOUN_MANY = frozenset(_TABLE["not_many"])
#: abbreviation -> the counted noun and the denominator
ABBREVIATIONS: dict[str, list[str]] = _TABLE["abbreviations"]
_ABBREVIATED = late(rf" ((?i:{'|'.join(filter(str.islower, ABBREVIATIONS))})|{'|'.join(ABBREVIATIONS)})(?![\w'-])")
_FIRST_OF_ABBREVIATED = frozenset(sign for word in ABBREVIATIONS for sign in (word[0], word[0].upper()))
#: the first year of a span before the second: "between A.D. 1000 and"
_SECOND_YEAR = late(r"\bA\.?D\.? [0-9]{1,4} (?:and|to) $", re.IGNORECASE)
#: the text right behind digits that are no number
_RUNS_ON = late(r"(?!(?i:ish\b|-(?:odd|plus|ish|some)\b))(?:[\w%/]|[.:,-][0-9]|-[A-Za-z])")
#: a range of years, which is no range of numbers
_YEARS = late(
    r"(?:between )?1[5-9][0-9]{2}\W[^0-9]*(?:1[5-9]|20)[0-9]{2}|(?:between )?20[0-9]{2}\W[^0-9]*20[0-9]{2}", re.I
)
#: a scale in a capital, which is never a unit: "1.2M"
_MILLIONS = late(r"\.[0-9]+[MB]$")
#: a year before a name: "the 2005 Tony Awards"
_YEAR_OF = late(r"(?!(?:19|20)00)(?:19|20)[0-9]{2} (?![A-Z]{2,4}\b)[A-Z]")
_SCORE = late(r"[0-9]{1,2}\s?-\s?[0-9]{1,2}$")
_NEXT = late(r"[ -]([^\W\d_]+)")
_PREVIOUS = late(r"([^\W\d_]+) $")


def number_value(text: str, fields: Fields, words: str, start: int, end: int, *, single: bool) -> Built:
    """The number in ``text[start:end]``, or a claim or None where the figure is no number.

    ``words`` is the first figure as written; ``single`` says that it is the only one, and no range.
    """
    digits = words[0].isdigit() or words[0] == "."
    if digits and text[end + 1 : end + 2] in _FIRST_OF_ABBREVIATED and (short := _ABBREVIATED.match(text, end)):
        counted, *per = ABBREVIATIONS.get(short[1]) or ABBREVIATIONS[short[1].lower()]
        return Found(Number(counted=counted, per=per[0] if per else None, **fields), start, short.end())
    noun = attributive_noun(text, end)
    if noun is None:
        if _RUNS_ON.match(text, end) or text[max(0, start - 4) : start].lower() == "per ":
            return CLAIM if digits else None
        if digits and not single and _YEARS.fullmatch(text, start, end):
            return CLAIM
        if digits and is_no_number(text, words, start):
            return CLAIM
        surface = words if single else ""
        noun = counted_noun(text, end, one=surface in ("one", "1"))
        if text[start:end].lower() in ("one", "many") and not is_count(text, surface, noun, start, end):
            return None
        noun = noun or noun_beside(text, start, end)
        if (
            digits
            and is_labelled(text, start)
            and (
                noun is None
                or words == "1"  # writers count one in words: "the Ligue 1 leaders"
                or "." in words
                or is_capital_label(text, start)
                or needs_noun(words, text[start:end])
            )
        ):
            return CLAIM
        if not digits and noun is None and is_labelled(text, start, by_case=False):
            return None
        if digits and noun is None and needs_noun(words, text[start:end]) and not _MILLIONS.search(text, start, end):
            return CLAIM
    if noun == TIMES and "figure" in fields and single:
        times = TIMES_AS.match(text, end)
        if times is not None:
            return Found(multiple(fields["figure"].stated), start, times.end("times"))
    return Found(Number(counted=noun, per=rate_of_count(text, noun, end), **fields), start, end)


def is_no_number(text: str, words: str, start: int) -> bool:
    """Whether digits are an account ("007"), or the year of an event or of a span ("A.D. 1000 and 1260")."""
    if (words[0] == "0" and len(words) > 1 and words.isdigit()) or _YEAR_OF.match(text, start):
        return True
    joined = text[max(0, start - 4) : start].lower().endswith(("and ", "to "))
    return joined and _SECOND_YEAR.search(text, max(0, start - 20), start) is not None


def noun_beside(text: str, start: int, end: int) -> str | None:
    """The counted noun of a figure by the words before it, or by the verb or the change behind it; None without one."""
    before = counted_noun_before(text, start) or counted_casualties(text, end)
    return before or counted_points(text, start, end) or noun_of_pair(text, start)


def needs_noun(words: str, surface: str) -> bool:
    """Whether a figure is a count only before a counted noun, since it may be a score (5-3) or metres (5m)."""
    return (words[-1] in "mbt" and words[-2:-1].isdigit()) or _SCORE.match(surface) is not None


def is_count(text: str, surface: str, noun: str | None, start: int, end: int) -> bool:
    """Whether "one" or "many" in ``text[start:end]`` is a count, and not a pronoun or part of an idiom."""
    if surface == "many":
        word = _PREVIOUS.search(text, max(0, start - 12), start)
        return noun is not None and not (word and word[1].lower() in WORDS_BEFORE_PRONOUN_MANY)
    word = _NEXT.match(text, end)
    if noun is None:
        return hedge_before(text, start, 0)[1] is not None
    return word is None or word[1].lower() not in NOUNS_AFTER_PRONOUN_ONE


def rate_of_count(text: str, noun: str | None, end: int) -> str | None:
    """The denominator of a count, "12 cases per 100,000", or None."""
    if noun is None:
        return None
    behind = _COUNTED.match(text, end)
    found = rate_unit_at(text, behind.end()) if behind else None
    return found[0] if found else None


#: up to three words of a counted noun before the denominator
_COUNTED = late(
    r"(?:[ -][^\W\d_]{1,20}){1,3}?(?=(?: per | an? (?:day|week|month|year|hour|minute)\b|/))", re.IGNORECASE
)
