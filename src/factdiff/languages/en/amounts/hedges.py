"""Hedges around a found amount: "more than 1,000", "12 or more"."""

from __future__ import annotations

import re

from attrs import evolve

from factdiff.language.rules import Found, Setting
from factdiff.languages.en.amounts.figures.figure_ranges import FIGURE, piece_at
from factdiff.languages.en.amounts.head_nouns import counted
from factdiff.tables import read_table
from factdiff.text.patterns import either, pattern
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number

_TABLE = read_table("factdiff.languages.en.amounts", "hedges.toml")
#: words before a figure -> modifier
BEFORE: dict[str, str] = {words: name for name, all_words in _TABLE["before"].items() for words in all_words}
#: words behind a figure -> modifier
BEHIND: dict[str, str] = {words: name for name, all_words in _TABLE["behind"].items() for words in all_words}
#: how far back a hedge can start, in characters and in words
REACH, WORDS = 40, 6
#: the words that end a hedge, which sort out most figures
_LAST = frozenset(words.split()[-1] for words in BEFORE)

#: bound -> those that make a range with it
OPPOSITE = {
    **dict.fromkeys(("more-than", "at-least"), ("less-than", "at-most")),
    **dict.fromkeys(("less-than", "at-most"), ("more-than", "at-least")),
}
_BOUND = pattern(rf" (?:and|but) ({either(words for words, name in BEFORE.items() if name in OPPOSITE)}) ?(?=\S)")
_PART = re.compile(r"[^\W\d_]+\.?|[<>~≈≥≤=]+")
_BEHIND = re.compile(rf" ?({either(BEHIND)})(?!\w| than)".replace(" ", r"\s"), re.IGNORECASE)
#: what "plus" adds to an amount, where it is no bound: a sum, a thing with an article
_ADDED = re.compile(r"\s(?:[£$€¥]|(?:an?|the|its)\s)", re.IGNORECASE)
_WORD = re.compile(r"\s[^\W\d_]")


def hedge(found: Found, setting: Setting, floor: int) -> Found:
    """What was found with the hedge beside it, if it is an amount that can bear one."""
    value = found.value
    if not isinstance(value, Amount) or value.figure is None:
        return found
    start, modifier = before(setting.text, found.start, floor)
    if modifier == "exact":
        return Found(evolve(value, figure=evolve(value.figure, exact=True)), start, found.end, found.rule)
    end = found.end
    if modifier in (None, "approximate") and value.upper is None:
        match = _BEHIND.match(setting.text, end)
        if match and not (match[1].lower() == "plus" and adds(setting.text, match.end(), value)):
            end, modifier = match.end(), BEHIND[" ".join(match[1].lower().split())]
    if modifier is None or (value.upper is not None and modifier != "approximate"):
        return found
    if modifier in OPPOSITE and isinstance(value, Number):
        range_ = bounded(setting.text, value, modifier, end)
        if range_ is not None:
            return Found(range_[0], start, range_[1], found.rule)
    value = evolve(value, modifier=modifier)
    if isinstance(value, Number) and value.counted is None and end > found.end:
        value = evolve(value, counted=counted(setting.text, end))
    return Found(value, start, end, found.rule)


def adds(text: str, end: int, value: Amount) -> bool:
    """Whether the "plus" that ends here adds to an amount: "£30m plus £5m", "£30m plus add-ons", "11 plus two"."""
    more = _ADDED.match(text, end) or FIGURE.match(text, end + 1)
    return more is not None or (isinstance(value, Money) and _WORD.match(text, end) is not None)


def bounded(text: str, value: Number, modifier: str, end: int) -> tuple[Number, int] | None:
    """The range of a bound and an opposite one behind it, "more than 10 but fewer than 20", and where it ends."""
    joint = _BOUND.match(text, end)
    if joint is None or BEFORE[" ".join(joint[1].lower().split())] not in OPPOSITE[modifier]:
        return None
    match = FIGURE.match(text, joint.end())
    other = piece_at(text, *match.span()) if match else None
    if other is None or other.tail is not None or "figure" not in other.fields or value.figure is None:
        return None
    low, high = value.figure, other.fields["figure"]
    if modifier in ("less-than", "at-most"):
        low, high = high, low
    if low.stated >= high.stated:
        return None
    things = value.counted or counted(text, other.end)
    return evolve(value, figure=low, upper=high, counted=things), other.end


def before(text: str, start: int, floor: int) -> tuple[int, str | None]:
    """Where the hedge before an offset starts, and its modifier; the offset itself and None where there is none.

    >>> before("it killed at least 12", 19, 0)
    (10, 'at-least')
    """
    low = max(floor, start - REACH)
    tail = text[low:start]
    last = tail.rsplit(None, 1)[-1:]
    if not last or (last[0].lower().lstrip("(['\"") not in _LAST and last[0][-1] not in "<>~≈≥≤="):
        return start, None
    found = [word for word in _PART.finditer(tail) if low == floor or word.start()]
    for word in found[-WORDS:]:
        words = " ".join(tail[word.start() :].lower().split())
        if words in BEFORE:
            return low + word.start(), BEFORE[words]
    return start, None
