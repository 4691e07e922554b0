"""Ordinals: "the third attempt", "21st", "twenty-fifth"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import BELOW_HUNDRED, ONES, ORDINALS, SCALES, TENS
from factdiff.languages.en.amounts.head_nouns import counted_noun, is_participle
from factdiff.text.patterns import either, late, uncompiled
from factdiff.text.tokens import DIGIT
from factdiff.text.triggers import pairs
from factdiff.values.amounts.ordinal import Ordinal

#: ordinals in one word, "twentyfifth" -> their number
_SOLID_ORDINALS = {
    f"{ten}{word}": 10 * n + ORDINALS[word] for n, ten in enumerate(TENS, 2) for word in ORDINALS if ORDINALS[word] < 10
}
_UNITS = [word for word, number in ORDINALS.items() if number < 10]
#: words that are always ordinals; "first" and "second" need a noun behind them
_UNAMBIGUOUS = [word for word in ORDINALS if word not in ("first", "second") and ORDINALS[word] < 100]
_ONE_WORD = either([*_UNAMBIGUOUS, *_SOLID_ORDINALS, "first", "second"])
_BEFORE = late(r"\b(?:the|a|an|his|her|its|their|our|my|your|this|that|'s|s'|becomes?|became) $", re.IGNORECASE)
_DETERMINER = late(r"(?:\b(?:the|a|an|his|her|its|their|our|my|your)|'s|s')\s$", re.IGNORECASE)
_FIRST = late(r"[- \n]\"?([^\W\d_]+)")
#: what stands before and behind "first" and "second" without a noun: "was the second in", "the second and larger of"
_IS_THE = late(r"\b(?:is|was|were|be|been|became|becomes|become|as|only)\sthe\s$", re.IGNORECASE)
_AMONG = late(r"\s(?:of|in|since|to)\b|\stime\s(?:that\s|since\s|in\s|an?\s|the\s)", re.IGNORECASE)
_AND_MORE = late(r"\sand\s[a-z]{3,10}er\sof\b", re.IGNORECASE)
#: the same of places in a contest: "finished second", "in first place"
_PLACED = late(r"\b(?:finish(?:ed|es|ing)?|ended|placed|came|coming|ranked|was)\s$", re.IGNORECASE)
_PLACED_END = late(r"[.,;:)\n]|$|\s(?:in|on|at|behind|with|overall|for)\b", re.IGNORECASE)
_PLACE = late(r"\splace\b", re.IGNORECASE)
_IN = late(r"\b(?:in|into|to|took|takes|taking|for)\s$", re.IGNORECASE)
#: nouns of which an ordinal is no rank
_UNRANKED_NOUNS = frozenset("time half place hand class degree person world party minister lady name".split())


def ordinal(match: re.Match[str], setting: Setting) -> Built:
    """The ordinal, with the noun that it ranks."""
    written = "-".join(match[0].lower().replace("—", "-").split())
    digits = re.match(r"[0-9,]+", written)
    rank = int(digits[0].replace(",", "")) if digits else rank_of_words(written)
    ranked = ranked_noun(setting.text, match.end())
    if written in ("first", "second") and not (
        (ranked is not None and _BEFORE.search(setting.text, max(0, match.start() - 8), match.start()))
        or is_rank_alone(setting.text, *match.span())
    ):
        return None
    return Found(Ordinal(rank=rank, counted=ranked), *match.span()) if rank else None


def is_rank_alone(text: str, start: int, end: int) -> bool:
    """Whether the "first" or "second" in ``text[start:end]`` is a rank without a noun behind it.

    >>> is_rank_alone("It was the second in May.", 11, 17), is_rank_alone("He came second.", 8, 14)
    (True, True)
    >>> is_rank_alone("He paused a second in May.", 12, 18)
    False
    """
    low = max(0, start - 16)
    if _IN.search(text, low, start) and _PLACE.match(text, end):
        return True
    if _PLACED.search(text, low, start) and _PLACED_END.match(text, end):
        return text[start].lower() == "s" or not text[low:start].lower().endswith(("came ", "was "))
    if text[max(0, start - 4) : start].lower() != "the ":
        return False
    return bool((_IS_THE.search(text, low, start) and _AMONG.match(text, end)) or _AND_MORE.match(text, end))


def rank_of_words(written: str) -> int:
    """The rank that number words with hyphens spell.

    >>> [rank_of_words(words) for words in ("third", "twenty-first", "one-hundred-and-fiftieth", "two-thousandth")]
    [3, 21, 150, 2000]
    """
    rank = 0
    for word in written.split("-"):
        number = BELOW_HUNDRED.get(word) or SCALES.get(word) or ORDINALS.get(word) or _SOLID_ORDINALS.get(word, 0)
        rank = max(rank, 1) * number if number >= 100 else rank + number
    return rank


def large_ordinal(match: re.Match[str], setting: Setting) -> Built:
    """The ordinal from one hundred on in words: "the hundredth customer"."""
    if not _DETERMINER.search(setting.text, max(0, match.start() - 8), match.start()):
        return None
    written = "-".join(match["written"].lower().replace("-", " ").split())
    return Found(
        Ordinal(rank=rank_of_words(written), counted=ranked_noun(setting.text, match.end())), *match.span("written")
    )


def ranked_noun(text: str, end: int) -> str | None:
    """The singular noun behind an ordinal and its modifiers, or None where there is no certain one."""
    first = _FIRST.match(text, end)
    if first is None or first[1].lower() == "time":
        return None
    if first[1].lower() == "such":
        end = first.end()
    word = counted_noun(text, end, one=True)
    if (
        word is None
        or word in _UNRANKED_NOUNS
        or (word == first[1].lower() and word.endswith("ed") and is_participle(word))
    ):
        return None
    return word


_TO_99 = rf"(?:{either(TENS)}(?:-{either(ONES[:9])})?|{either(ONES)})"
_ORDINAL_TO_99 = rf"(?:{either(TENS)}-{either(_UNITS)}|{either(_UNAMBIGUOUS)})"
_SCALES = ("hundred", "thousand", "million", "billion")

RULES = (
    Rule(
        "ordinal-large",
        {
            *(f"{scale}th" for scale in _SCALES),
            *pairs(_SCALES, "and", "-"),
            *pairs((*ONES, *TENS), "-", *_SCALES, *(f"{scale}th" for scale in _SCALES)),
        },
        uncompiled(
            rf"(?P<written>(?:{_TO_99}[\s-])?{either(_SCALES)}"
            rf"(?:th|[\s-]and[\s-](?:first|{_ORDINAL_TO_99})|[\s-]{_ORDINAL_TO_99}))(?![\w-]| of\b)"
        ),
        large_ordinal,
    ),
    Rule(
        "ordinal-digits",
        pairs(DIGIT, ",", "st", "nd", "rd", "th"),
        uncompiled(r"(?<![\w.,/-])[0-9]{1,3}(?:,[0-9]{3})?(?:st|nd|rd|th)(?!\w|-(?:[0-9]|and))"),
        ordinal,
    ),
    Rule(
        "ordinal",
        {*_UNAMBIGUOUS, *_SOLID_ORDINALS, "first", "second", *TENS},
        uncompiled(rf"(?<![\w-])(?:{either(TENS)}[-—\s]{either(_UNITS)}|{_ONE_WORD})(?![\w-])"),
        ordinal,
    ),
)
