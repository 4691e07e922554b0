"""English."""

from __future__ import annotations

from factdiff.language import Language
from factdiff.language.rules import Found, Setting
from factdiff.languages import _iso_8601
from factdiff.languages.en.amounts import (
    ages,
    amounts,
    casualties,
    counts,
    fractions,
    multiples,
    non_values,
    ordinals,
    percents,
    quantities,
    ranks,
)
from factdiff.languages.en.amounts.hedges import apply_hedge
from factdiff.languages.en.amounts.units import parts_of_units
from factdiff.languages.en.calendar import clock_ranges, day_parts, durations, holidays, recurrence, times
from factdiff.languages.en.calendar.anniversaries import mark_anniversary
from factdiff.languages.en.calendar.datelines import is_narrative, publication_date
from factdiff.languages.en.calendar.dates import (
    absolute,
    anaphora,
    fiscal,
    lists,
    nights,
    ordinal,
    periods,
    ranges,
    relative,
    spelled_out,
    years,
)
from factdiff.languages.en.calendar.dates.bounds import join_range
from factdiff.languages.en.calendar.dates.modifiers import apply_modifier
from factdiff.languages.en.calendar.day_month_order import month_first
from factdiff.languages.en.clauses.denials import affirms, denials
from factdiff.languages.en.clauses.event_order import orders
from factdiff.languages.en.headlines.capitals import in_headline_case
from factdiff.languages.en.lexicon import lexicon
from factdiff.languages.en.names.overlay import overlay
from factdiff.languages.en.places import places
from factdiff.languages.en.terms import terms
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.calendar.date import Date


def finish(found: Found, setting: Setting, floor: int) -> Found:
    """A found date or amount with the words beside it taken in: hedges, parts of a period ("early"), bounds."""
    if isinstance(found.value, Date):
        return mark_anniversary(join_range(apply_modifier(found, setting, floor), setting, floor), setting, floor)
    return (
        mark_anniversary(apply_hedge(found, setting, floor), setting, floor)
        if isinstance(found.value, (Amount, Ordinal))
        else found
    )


LANGUAGE = Language(
    code="en",
    rules=(
        *lists.RULES,
        *absolute.RULES,
        *spelled_out.RULES,
        *ranges.RULES,
        *years.RULES,
        *fiscal.RULES,
        *relative.RULES,
        *holidays.RULES,
        *ordinal.RULES,
        *periods.RULES,
        *nights.RULES,
        *anaphora.RULES,
        *clock_ranges.RULES,
        *times.RULES,
        *day_parts.RULES,
        *durations.RULES,
        *recurrence.RULES,
        *_iso_8601.RULES,
        *non_values.RULES,
        *ages.RULES,
        *percents.RULES,
        *fractions.RULES,
        *multiples.RULES,
        *terms.RULES,
        *casualties.RULES,
        *ranks.RULES,
        *quantities.RULES,
        *amounts.RULES,
        *parts_of_units.RULES,
        *counts.RULES,
        *ordinals.RULES,
        *places.RULES,
    ),
    lexicon=lexicon(),
    finish=finish,
    published=publication_date,
    month_first=month_first,
    overlay=overlay,
    named=places.places,
    orders=orders,
    denials=denials,
    affirms=affirms,
    narrative=is_narrative,
    truecased=in_headline_case,
)
