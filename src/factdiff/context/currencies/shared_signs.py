"""Shared signs: which currencies a sum can be in by the sign or word that it is written with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factdiff.records import Mention
from factdiff.tables import read_table
from factdiff.values.amounts.money import Money

_TABLE = read_table("factdiff.context.currencies", "shared_signs.toml")
_FAMILIES = {form: frozenset(row["currencies"]) for row in _TABLE["families"].values() for form in row["forms"]}
#: currency -> the strongest of those that share its sign or word
STRONGEST = {
    currency: row["strongest"]
    for row in _TABLE["families"].values()
    if "strongest" in row
    for currency in row["currencies"]
}
#: the currencies that share a sign -> the one that it stands for in the papers of each country
COUNTRIES: Mapping[frozenset[str], Mapping[str, str]] = {
    frozenset(row["currencies"]): row["countries"] for row in _TABLE["families"].values() if "countries" in row
}
#: a sign with the letters that name its country, which may stand on either side of it
_SIGN = re.compile(r"(?:(?<!\w)(?:[A-Z]\.?){1,4} ?|[A-Za-z]+)?[$£¥][A-Z]*(?![a-z])")
_WORD = re.compile(r"[^\W\d_]+\.?")
_DIGIT = re.compile(r"\d")


def sharing_currencies(mention: Mention) -> frozenset[str]:
    """The currencies that share the sign or word of a sum; empty where only one has it.

    >>> from factdiff import find_mentions
    >>> [len(sharing_currencies(mention)) > 1 for mention in find_mentions("It cost A$5m, $3m and 7 shillings.")]
    [False, True, True]
    """
    shared = next((_FAMILIES[form] for form in forms(mention.surface) if form in _FAMILIES), frozenset())
    own = mention.value.currency if isinstance(mention.value, Money) else None
    return shared if own is None or (own in shared and own not in mention.surface) else frozenset()


def possible_currencies(mention: Mention) -> frozenset[str]:
    """The currencies that a sum can be in: its own alone where it is written out, else all that share its form; empty
    where its currency is open.

    >>> from factdiff import find_mentions
    >>> text = "It cost A$5m, $3m, 7 Canadian dollars and then six dollars."
    >>> [len(possible_currencies(mention)) > 1 for mention in find_mentions(text)]
    [False, True, False, True]
    """
    own = mention.value.currency if isinstance(mention.value, Money) else None
    return frozenset() if own is None else sharing_currencies(mention) or frozenset([own])


def forms(surface: str) -> Iterator[str]:
    """The sign of a sum, or else its words, but for a word behind the name of a country.

    >>> [*forms("about US$5m")], [*forms("Rs. 640 million")], [*forms("5 million Australian dollars")]
    (['US$'], ['Rs.'], ['million', 'Australian'])
    """
    sign = _SIGN.search(surface)
    if sign:
        yield sign[0]
        return
    words = _WORD.findall(surface)
    has_digits = _DIGIT.search(surface) is not None
    for number, word in enumerate(words):
        behind_name = number > 0 and words[number - 1][0].isupper() and (number > 1 or has_digits)
        if not behind_name or word[0].isupper():
            yield word
