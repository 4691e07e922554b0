"""English."""

from __future__ import annotations

from factdiff.language import Language
from factdiff.languages.en import (
    ages,
    amounts,
    dates,
    guards,
    numbers,
    ordinals,
    percents,
    places,
    ranks,
    relative,
    terms,
    victims,
)
from factdiff.languages.en.datelines import month_first, published
from factdiff.languages.en.hedges import hedge
from factdiff.languages.en.lexicon import lexicon
from factdiff.languages.en.overlay import overlay

LANGUAGE = Language(
    code="en",
    rules=(
        *dates.RULES,
        *relative.RULES,
        *guards.RULES,
        *ages.RULES,
        *percents.RULES,
        *terms.RULES,
        *victims.RULES,
        *ranks.RULES,
        *amounts.RULES,
        *numbers.RULES,
        *ordinals.RULES,
        *places.RULES,
    ),
    lexicon=lexicon(),
    finish=hedge,
    published=published,
    month_first=month_first,
    overlay=overlay,
)
