"""English."""

from __future__ import annotations

from factdiff.language import Found, Language, Setting
from factdiff.languages import _notation
from factdiff.languages.en import (
    ages,
    amounts,
    anaphora,
    dates,
    durations,
    folds,
    fractions,
    guards,
    holidays,
    lists,
    numbers,
    ordinals,
    percents,
    periods,
    places,
    positions,
    quantities,
    ranges,
    ranks,
    relative,
    sets,
    spelt,
    terms,
    times,
    victims,
    years,
)
from factdiff.languages.en.anniversaries import anniversary
from factdiff.languages.en.capitals import calmed
from factdiff.languages.en.datelines import narrative, published
from factdiff.languages.en.denials import affirms, denials
from factdiff.languages.en.hedges import hedge
from factdiff.languages.en.joined import joined
from factdiff.languages.en.lexicon import lexicon
from factdiff.languages.en.orders import month_first
from factdiff.languages.en.overlay import overlay
from factdiff.languages.en.sequence import orders
from factdiff.languages.en.stages import stage
from factdiff.values.amount import Amount
from factdiff.values.date import Date
from factdiff.values.ordinal import Ordinal


def finish(found: Found, setting: Setting, floor: int) -> Found:
    """What was found with the words beside it that widen it or say which part of it is meant, or its end."""
    if isinstance(found.value, Date):
        return anniversary(joined(stage(found, setting, floor), setting, floor), setting, floor)
    return (
        anniversary(hedge(found, setting, floor), setting, floor)
        if isinstance(found.value, (Amount, Ordinal))
        else found
    )


LANGUAGE = Language(
    code="en",
    rules=(
        *lists.RULES,
        *dates.RULES,
        *spelt.RULES,
        *ranges.RULES,
        *years.RULES,
        *relative.RULES,
        *holidays.RULES,
        *positions.RULES,
        *periods.RULES,
        *anaphora.RULES,
        *times.RULES,
        *durations.RULES,
        *sets.RULES,
        *_notation.RULES,
        *guards.RULES,
        *ages.RULES,
        *percents.RULES,
        *fractions.RULES,
        *folds.RULES,
        *terms.RULES,
        *victims.RULES,
        *ranks.RULES,
        *quantities.RULES,
        *amounts.RULES,
        *numbers.RULES,
        *ordinals.RULES,
        *places.RULES,
    ),
    lexicon=lexicon(),
    finish=finish,
    published=published,
    month_first=month_first,
    overlay=overlay,
    named=places.places,
    orders=orders,
    denials=denials,
    affirms=affirms,
    narrative=narrative,
    spelt=calmed,
)
