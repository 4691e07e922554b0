"""The age that a bare figure is by the word or sign before it: "is 67", "died at 87", "(81)", ", six,", "4, 6 and 9".

Figures are many and ages few, so that these readings are tried at figures alone, and only behind one of their cues.
"""

from __future__ import annotations

from collections.abc import Mapping

from factdiff.language.rules import Found, Rule, Setting
from factdiff.languages.en.amounts.ages import appositions, nouns, predicates, several
from factdiff.languages.en.amounts.ages.patterns import TABLE, UNITS
from factdiff.languages.en.amounts.ages.persons import AGED
from factdiff.languages.en.amounts.figures.number_words import BELOW_HUNDRED

#: words that may stand between a cue and its figure
_BETWEEN = frozenset(word for words in (*TABLE["adverbs"], *TABLE["hedges"]) for word in words.split())
#: the most of these words
MAX_BETWEEN = 3
#: how long a cue can be, in characters
LONGEST = 16


def rules_by_cue() -> Mapping[str, tuple[Rule, ...]]:
    """Cue -> the rules that it begins."""
    rules = (*several.CUED, *appositions.CUED, *predicates.CUED, *nouns.CUED)
    return {cue: tuple(rule for rule in rules if cue in rule.triggers) for rule in rules for cue in rule.triggers}


_RULES = rules_by_cue()
#: the last two characters of cues and their blank, by which most figures are rejected at once
_ENDINGS = {word[-2:] for word in (*_RULES, *_BETWEEN) if len(word) > 1} | {"'s", "'m"}
BEFORE_AGES = frozenset(f"{cased(ending)} " for ending in _ENDINGS for cased in (str.lower, str.upper, str.title))
#: the sign before an age and its blank
SIGNS_BEFORE_AGES = frozenset((", ", "& ", ",\n"))
#: cue -> the words of which one, or a figure in digits, stands before it
_OF_LIST = frozenset(word for words in (BELOW_HUNDRED, UNITS) for word in words)
_LED_BY = {"of": AGED, "as": frozenset(("young", "old")), **dict.fromkeys(("and", "or", "&"), _OF_LIST)}


def may_follow_cue(text: str, start: int) -> bool:
    """Whether the characters before a figure are those of a cue, which they rarely are."""
    before = text[start - 3 : start]
    return before in BEFORE_AGES or before[1:] in SIGNS_BEFORE_AGES or before[2:] == "(" or before[2:] == "\n"


def age_by_cue(setting: Setting, start: int) -> Found | None:
    """The age whose figure starts at an offset, by the cue before it, or None."""
    text, end = setting.text, start
    for _ in range(MAX_BETWEEN):
        cue, begin = cue_before(text, end)
        if cue in _LED_BY and not is_led_by(text, begin, _LED_BY[cue]):
            return None
        for rule in _RULES.get(cue, ()):
            match = rule.match(text, begin)
            built = rule.build(match, setting) if match and match.start("amount") == start else None
            if isinstance(built, Found):
                return Found(built.value, built.start, built.end, rule.name)
        if cue not in _BETWEEN:
            return None
        end = begin
    return None


def is_led_by(text: str, begin: int, words: frozenset[str]) -> bool:
    """Whether the word before a cue is a figure in digits or one of some words."""
    word = cue_before(text, begin)[0].rpartition("-")[2]
    return word in words or word == "," or word[-1:].isdigit()


def cue_before(text: str, end: int) -> tuple[str, int]:
    """The word or sign before an offset, in lower case, and where it starts.

    >>> cue_before("She is 67", 7), cue_before("Ana Duarte (67)", 12), cue_before("Ana, 67,", 5)
    (('is', 4), ('(', 11), (',', 3))
    """
    if text[end - 1 : end] == "(":
        return "(", end - 1
    last = end - 1
    if last <= 0 or text[last] not in " \n":
        return "", end
    if text[last - 1] in ",&":
        return text[last - 1], last - 1
    low = max(0, last - LONGEST)
    begin = max(text.rfind(" ", low, last), text.rfind("\n", low, last), low - 1) + 1
    word = text[begin:last].lower()
    return (word[-1], last - 1) if word.endswith(("'s", "'m")) else (word, begin)
