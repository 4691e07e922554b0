"""The age that a bare figure is by the word or sign before it: "is 67", "died at 87", "(81)", ", six,", "4, 6 and 9".

Figures are many and ages few, so that these readings are tried at figures alone, and only behind one of their cues.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factdiff.language.rules import Found, Rule, Setting
from factdiff.languages.en.amounts.ages import appositions, predicates, several
from factdiff.languages.en.amounts.ages.patterns import TABLE
from factdiff.text.tokens import TOKEN, kind

#: words that may stand between a cue and its figure
_BETWEEN = frozenset(word for words in (*TABLE["adverbs"], *TABLE["hedges"]) for word in words.split())
#: the most of these words
MAX_BETWEEN = 3


def rules_by_cue() -> Mapping[str, tuple[Rule, ...]]:
    """Cue -> the rules that it begins."""
    rules = (*several.CUED, *appositions.CUED, *predicates.CUED)
    return {cue: tuple(rule for rule in rules if cue in rule.triggers) for rule in rules for cue in rule.triggers}


_RULES = rules_by_cue()
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]+|[(,&])\s?$")


def age_by_cue(setting: Setting, start: int) -> Found | None:
    """The age whose figure starts at an offset, by the cue before it, or None."""
    text, end = setting.text, start
    for _ in range(MAX_BETWEEN):
        word = _WORD_BEFORE.search(text, max(0, end - 16), end)
        if word is None:
            return None
        cue = kind(TOKEN.match(word[0])[0])  # type: ignore[index]
        for rule in _RULES.get(cue, ()):
            match = rule.pattern.match(text, word.start())
            built = rule.build(match, setting) if match and match.start("amount") == start else None
            if isinstance(built, Found):
                return Found(built.value, built.start, built.end, rule.name)
        if cue not in _BETWEEN:
            return None
        end = word.start()
    return None
