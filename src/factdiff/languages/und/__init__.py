"""Any language without a folder of its own: ISO dates, and a marked day, month word and year read by dateparser."""

from __future__ import annotations

from factdiff.language import Language, Lexicon
from factdiff.languages.und import dates

LANGUAGE = Language(
    code="und",
    rules=dates.RULES,
    lexicon=Lexicon(
        lemma=str.lower,
        stop=frozenset(),
        events={},
        things={},
        boilerplate=None,
        locative=frozenset(),
        linking=frozenset(),
    ),
    finish=lambda found, setting, floor: found,
    published=lambda text: None,
    month_first=lambda text: None,
)
