"""What the entry point ``hypothesis`` runs: factdiff's types become known to ``st.from_type``.

Hypothesis runs it when it is imported, so it loads the classes of records alone; strategies come with the first use.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

#: module -> its types, each with the strategy for it
TYPES = {
    "records": {"Source": "sources", "Mention": "mentions"},
    "values.figure": {"Figure": "figures"},
    "values.number": {"Number": "numbers"},
    "values.quantity": {"Quantity": "quantities"},
    "values.money": {"Money": "money"},
    "values.percent": {"Percent": "percents"},
    "values.duration": {"Duration": "durations"},
    "values.age": {"Age": "ages"},
    "values.ordinal": {"Ordinal": "ordinals"},
    "values.date": {"Date": "dates"},
    "values.place": {"Place": "places"},
    "values.term": {"Term": "terms"},
    "values.time": {"Time": "times"},
    "values.recurrence": {"Recurrence": "recurrences"},
    "values.name": {"Name": "names"},
    "values.role": {"Role": "roles"},
    "values.quote": {"Quote": "quotes"},
    "values.stance": {"Stance": "stances"},
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
