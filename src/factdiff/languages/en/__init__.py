"""English."""

from __future__ import annotations

from factdiff.language import Language
from factdiff.languages.en import dates, guards, money, numbers, places, quantities, ranks, relative, terms, victims
from factdiff.languages.en.datelines import month_first, published
from factdiff.languages.en.hedges import hedge
from factdiff.languages.en.lexicon import lexicon

LANGUAGE = Language(
    code="en",
    rules=(
        *dates.RULES,
        *relative.RULES,
        *guards.RULES,
        *quantities.RULES,
        *money.RULES,
        *terms.RULES,
        *victims.RULES,
        *ranks.RULES,
        *numbers.RULES,
        *places.RULES,
    ),
    lexicon=lexicon(),
    finish=hedge,
    published=published,
    month_first=month_first,
)
