"""Languages without a folder of their own: ISO dates, and dates in the words of dateparser's tables."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from factdiff.language import Language
from factdiff.language.lexicon import Lexicon
from factdiff.languages import _iso_8601
from factdiff.languages.und import identification
from factdiff.languages.und.calendar import dates
from factdiff.languages.und.calendar.calendar_words import date_words
from factdiff.languages.und.calendar.word_forms import date_rules

#: the language that a text is clearly in, where it is not the given one
other_language = identification.other_language
#: how long a name of a day of the week is at least, where it is not cut short
FULL = 5

LANGUAGE = Language(
    code="und",
    rules=(*dates.RULES, *_iso_8601.RULES),
    lexicon=Lexicon(
        lemma=str.lower,
        stop=frozenset(),
        events={},
        things={},
        boilerplate=None,
        locative=frozenset(),
        linking=frozenset(),
        genitive="'s",
        segmentation="en",
    ),
    finish=lambda found, setting, floor: found,
    published=lambda text: None,
    month_first=lambda text: None,
)


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The language with this code: with the words for dates of dateparser's tables, or with ISO dates alone."""
    own = date_rules(code)
    if not own:
        return LANGUAGE
    weekdays = frozenset(word for word in date_words(code).weekdays if len(word) >= FULL)
    return evolve(LANGUAGE, rules=(*own, *LANGUAGE.rules), lexicon=evolve(LANGUAGE.lexicon, weekdays=weekdays))
