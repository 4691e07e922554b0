"""The registration of factdiff's types for ``st.from_type``, which the entry point ``hypothesis`` runs.

Hypothesis runs it at import, so it loads the classes of values alone; strategies are loaded at first use.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

#: module -> its types, each with the strategy for it
TYPES = {
    "records": {"Source": "sources", "Mention": "mentions"},
    "values.amounts.figure": {"Figure": "figures"},
    "values.amounts.number": {"Number": "numbers"},
    "values.amounts.quantity": {"Quantity": "quantities"},
    "values.amounts.money": {"Money": "money"},
    "values.amounts.percent": {"Percent": "percents"},
    "values.calendar.duration": {"Duration": "durations"},
    "values.amounts.age": {"Age": "ages"},
    "values.amounts.ordinal": {"Ordinal": "ordinals"},
    "values.calendar.date": {"Date": "dates"},
    "values.places.place": {"Place": "places"},
    "values.terms.term": {"Term": "terms"},
    "values.calendar.time": {"Time": "times"},
    "values.calendar.recurrence": {"Recurrence": "recurrences"},
    "values.names.name": {"Name": "names"},
    "values.names.role": {"Role": "roles"},
    "values.names.quote": {"Quote": "quotes"},
    "values.names.stance": {"Stance": "stances"},
}


def register() -> None:
    """Make factdiff's types known to Hypothesis."""
    from hypothesis import strategies as st

    for module, types in TYPES.items():
        home = import_module(f"factdiff.{module}")
        for name, strategy in types.items():
            st.register_type_strategy(getattr(home, name), partial(strategy_of, strategy))


def strategy_of(name: str, _: object) -> Any:
    """The strategy of a name."""
    return getattr(import_module("factdiff.testing.strategies"), name)()
