"""Ordinals: "the third attempt", "21st", "twenty-fifth"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import BELOW_HUNDRED, ONES, ORDINALS, SCALES, TENS
from factdiff.languages.en.amounts.head_nouns import counted_noun
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
_BEFORE = late(r"\b(?:the|a|an|his|her|its|their|our|my|your|this|that|'s|s') $", re.IGNORECASE)
_DETERMINER = late(r"(?:\b(?:the|a|an|his|her|its|their|our|my|your)|'s|s')\s$", re.IGNORECASE)
_FIRST = late(r"[- \n]\"?([^\W\d_]+)")
#: nouns of which an ordinal is no rank
_UNRANKED_NOUNS = frozenset("time half place hand class degree person world party minister lady name".split())


def ordinal(match: re.Match[str], setting: Setting) -> Built:
    """The ordinal, with the noun that it ranks."""
    written = "-".join(match[0].lower().replace("—", "-").split())
    digits = re.match(r"[0-9,]+", written)
    rank = int(digits[0].replace(",", "")) if digits else rank_of_words(written)
    ranked = ranked_noun(setting.text, match.end())
    if written in ("first", "second") and (
        ranked is None or not _BEFORE.search(setting.text, max(0, match.start() - 8), match.start())
    ):
        return None
    return Found(Ordinal(rank=rank, counted=ranked), *match.span()) if rank else None


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
    word = counted_noun(text, end, one=True)
    return None if word is None or word in _UNRANKED_NOUNS else word


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
