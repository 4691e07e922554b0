"""Any language without a folder of its own: ISO dates, and dates in the words that dateparser has of it."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from factdiff.language import Language
from factdiff.language.lexicon import Lexicon
from factdiff.languages import _iso_8601
from factdiff.languages.und import identification
from factdiff.languages.und.calendar import dates
from factdiff.languages.und.calendar.word_forms import rules_of

#: which language a text is plainly in
unlike = identification.unlike

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
    """What is read in a language by its code: the words for dates that dateparser has of it, or ISO dates alone."""
    own = rules_of(code)
    return evolve(LANGUAGE, rules=(*own, *LANGUAGE.rules)) if own else LANGUAGE
