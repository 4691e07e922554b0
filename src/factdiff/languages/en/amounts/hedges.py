"""Hedges beside an amount: "more than 1,000", "12 or more"."""

from __future__ import annotations

import re

from attrs import evolve

from factdiff.language.rules import Found, Setting
from factdiff.languages.en.amounts.figures.figure_ranges import FIGURE, unit_figure_at
from factdiff.languages.en.amounts.head_nouns import counted_noun
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, pattern
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number

_TABLE = read_table("factdiff.languages.en.amounts", "hedges.toml")
#: words before a figure -> modifier
BEFORE: dict[str, str] = {words: name for name, all_words in _TABLE["before"].items() for words in all_words}
#: words behind a figure -> modifier
BEHIND: dict[str, str] = {words: name for name, all_words in _TABLE["behind"].items() for words in all_words}
#: how far before an amount a hedge can start, in characters and in words
REACH, MAX_WORDS = 40, 6
#: the last words of hedges, by which most figures are rejected at once
_LAST_WORDS = frozenset(words.split()[-1] for words in BEFORE)
_ENDINGS = frozenset(words[-2:] for words in _LAST_WORDS)

#: modifier -> those that make a range with it
OPPOSITE = {
    **dict.fromkeys(("more-than", "at-least"), ("less-than", "at-most")),
    **dict.fromkeys(("less-than", "at-most"), ("more-than", "at-least")),
}
_BOUND = pattern(rf" (?:and|but) ({either(words for words, name in BEFORE.items() if name in OPPOSITE)}) ?(?=\S)")
_PART = late(r"[^\W\d_]+\.?|[<>~≈≥≤=]+")
_BEHIND = late(rf" ?({either(BEHIND)})(?!\w| than)".replace(" ", r"\s"), re.IGNORECASE)
_FIRST_BEHIND = frozenset(sign for words in BEHIND for sign in (words[0], words[0].upper()))
#: the text behind a "plus" that adds to an amount: a sum, or a noun with an article
_ADDED = late(r"\s(?:[£$€¥]|(?:an?|the|its)\s)", re.IGNORECASE)
_WORD = late(r"\s[^\W\d_]")


def apply_hedge(found: Found, setting: Setting, floor: int) -> Found:
    """The amount with the hedge beside it; other values, and amounts without a hedge, are returned as they are."""
    value = found.value
    if not isinstance(value, Amount) or value.figure is None:
        return found
    start, modifier = hedge_before(setting.text, found.start, floor)
    if modifier == "exact":
        return Found(evolve(value, figure=evolve(value.figure, exact=True)), start, found.end, found.rule)
    end = found.end
    if modifier in (None, "approximate") and value.upper is None and may_be_hedged(setting.text, end):
        match = _BEHIND.match(setting.text, end)
        if match and not (match[1].lower() == "plus" and is_addition(setting.text, match.end(), value)):
            end, modifier = match.end(), BEHIND[" ".join(match[1].lower().split())]
    if modifier is None or (value.upper is not None and modifier != "approximate"):
        return found
    if modifier in OPPOSITE and isinstance(value, Number):
        range_ = range_of_bounds(setting.text, value, modifier, end)
        if range_ is not None:
            return Found(range_[0], start, range_[1], found.rule)
    value = evolve(value, modifier=modifier)
    if isinstance(value, Number) and value.counted is None and end > found.end:
        value = evolve(value, counted=counted_noun(setting.text, end))
    return Found(value, start, end, found.rule)


def may_be_hedged(text: str, end: int) -> bool:
    """Whether the signs behind an amount can begin a hedge, which they rarely do."""
    return text[end : end + 1] in _FIRST_BEHIND or (
        text[end : end + 1] in " \n" and text[end + 1 : end + 2] in _FIRST_BEHIND
    )


def is_addition(text: str, end: int, value: Amount) -> bool:
    """Whether the "plus" that ends at ``end`` is an addition: "£30m plus £5m", "£30m plus add-ons", "11 plus two"."""
    more = _ADDED.match(text, end) or FIGURE.match(text, end + 1)
    return more is not None or (isinstance(value, Money) and _WORD.match(text, end) is not None)


def range_of_bounds(text: str, value: Number, modifier: str, end: int) -> tuple[Number, int] | None:
    """The range of two opposite bounds, "more than 10 but fewer than 20", and its end; None without a second bound."""
    joint = _BOUND.match(text, end)
    if joint is None or BEFORE[" ".join(joint[1].lower().split())] not in OPPOSITE[modifier]:
        return None
    match = FIGURE.match(text, joint.end())
    other = unit_figure_at(text, *match.span()) if match else None
    if other is None or other.unit is not None or "figure" not in other.fields or value.figure is None:
        return None
    low, high = value.figure, other.fields["figure"]
    if modifier in ("less-than", "at-most"):
        low, high = high, low
    if low.stated >= high.stated:
        return None
    noun = value.counted or counted_noun(text, other.end)
    return evolve(value, figure=low, upper=high, counted=noun), other.end


def hedge_before(text: str, start: int, floor: int) -> tuple[int, str | None]:
    """The start of the hedge before an offset, and its modifier; the offset itself and None where there is none.

    >>> hedge_before("it killed at least 12", 19, 0)
    (10, 'at-least')
    """
    ending = text[start - 3 : start - 1]
    if ending.isalpha() and text[start - 1] == " " and ending.lower() not in _ENDINGS:
        return start, None
    low = max(floor, start - REACH)
    tail = text[low:start]
    last = tail.rsplit(None, 1)[-1:]
    if not last or (last[0].lower().lstrip("(['\"") not in _LAST_WORDS and last[0][-1] not in "<>~≈≥≤="):
        return start, None
    found = [word for word in _PART.finditer(tail) if low == floor or word.start()]
    for word in found[-MAX_WORDS:]:
        words = " ".join(tail[word.start() :].lower().split())
        if words in BEFORE:
            return low + word.start(), BEFORE[words]
    return start, None
