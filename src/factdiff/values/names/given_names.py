"""Given names: which forms of them one person can go by."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from factdiff.tables import read_table

#: how many letters a form has at least that begins another one
SHORTEST = 3


@lru_cache(maxsize=1)
def short_forms() -> dict[str, frozenset[int]]:
    """Form of a given name, in lower case -> the numbers of the names that it is a form of."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(read_table("factdiff.values.names", "short_forms.toml")["forms"]):
        for form in line.split():
            found[form].add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def is_short_form(one: str, two: str) -> bool:
    """Whether two folded given names can be forms of one name: an initial, its beginning, or a short form.

    >>> is_short_form("tim", "timothy"), is_short_form("bill", "william"), is_short_form("j", "jane")
    (True, True, True)
    >>> is_short_form("denny", "dennis")
    True
    >>> is_short_form("helen", "hannah")
    False
    """
    short, long = sorted((one, two), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) >= SHORTEST):
        return True
    begun = short.removesuffix("ie").removesuffix("y")
    if len(begun) < len(short) and len(begun) >= SHORTEST and long.startswith(begun):
        return True
    forms = short_forms()
    return not forms.get(one, frozenset()).isdisjoint(forms.get(two, frozenset()))
