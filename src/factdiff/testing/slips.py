"""Slips of the pen: the wrong words that a writer in a hurry could give for a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from factdiff.records import Mention
from factdiff.tables import read_table
from factdiff.values.amounts.amount import Amount
from factdiff.values.places.place import Place
from factdiff.values.terms.term import Term

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORD = re.compile(r"[A-Za-z]+")


def slips(mention: Mention) -> Iterator[str]:
    """The surfaces that one slip can make of a mention. The caller has to find out whether such a surface is still a
    value, and how far it differs from the first.

    >>> from factdiff import find_mentions
    >>> (mention,) = find_mentions("It happened in June.", published="2024-01-04")
    >>> "in October" in list(slips(mention)) or "October" in list(slips(mention))
    True
    """
    value, surface = mention.value, mention.surface
    if isinstance(value, Place):
        yield from (name for name in table()["places"].get(value.feature, ()) if value.form == "name")
        return
    if isinstance(value, Term):
        yield from other_grades(surface, value)
        return
    for match in _FIGURE.finditer(surface):
        for figure in misread(match.group(), shifted=isinstance(value, Amount)):
            yield surface[: match.start()] + figure + surface[match.end() :]
    rows = table()["rows"].get("amount" if isinstance(value, Amount) else mention.kind, ())
    for match in _WORD.finditer(surface):
        word = match.group().lower()
        for other in (other for row in rows if word in row for other in row if other != word):
            yield surface[: match.start()] + in_case(other, match.group()) + surface[match.end() :]


def misread(figure: str, *, shifted: bool = False) -> Iterator[str]:
    """A figure with one digit misread, with two neighbours swapped, or (``shifted``) ten times as large or small.

    >>> sorted(misread("21"))[:4], "210" in misread("21", shifted=True)
    (['11', '12', '20', '22'], True)
    """
    digits = figure.replace(",", "")
    whole, point, decimals = digits.partition(".")
    for place, digit in enumerate(digits):
        yield from (
            regrouped(digits[:place] + other + digits[place + 1 :], figure)
            for other in "0123456789"
            if digit != point and other != digit and not (other == "0" and place == 0)
        )
        behind = digits[place + 1 : place + 2]
        if behind.isdigit() and digit.isdigit() and behind != digit and (place or behind != "0"):
            yield regrouped(digits[:place] + behind + digit + digits[place + 2 :], figure)
    if shifted:
        yield regrouped(whole + decimals[:1] + point + decimals[1:] if decimals[1:] else digits + "0", figure)
        if len(whole) > 1 and not decimals and whole.endswith("0"):
            yield regrouped(whole[:-1], figure)


def regrouped(digits: str, like: str) -> str:
    """Digits with thousands grouped as another figure has them."""
    whole, point, decimals = digits.partition(".")
    return (f"{int(whole):,}" if "," in like and whole else whole) + point + decimals


def other_grades(surface: str, term: Term) -> Iterator[str]:
    """The surface of a graded term with the words of every other grade of its scale."""
    for reading in scale_entries().get(term.scale, ()):
        grades: dict[str, list[str]] = reading["grades"]
        for form in sorted(grades.get(term.label, ()), key=len, reverse=True):
            start = surface.lower().find(form)
            if start >= 0:
                number, end = grades[term.label].index(form), start + len(form)
                for label, forms in grades.items():
                    if label != term.label:
                        other = in_case(forms[min(number, len(forms) - 1)], surface[start:end])
                        yield surface[:start] + other + surface[end:]
                break


def in_case(word: str, like: str) -> str:
    """A word in the case of another: with a capital, in capitals, or as it is."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


@cache
def table() -> dict[str, Any]:
    """The table of English words that are taken for each other."""
    return read_table("factdiff.testing", "en.toml")


@cache
def scale_entries() -> dict[str, list[dict[str, Any]]]:
    """Scale -> the entries of its English table, each with the forms of its grades."""
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted(files("factdiff.languages.en.terms.scales").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for scale, entries in read_table("factdiff.languages.en.terms.scales", file.name).items():
                found.setdefault(scale, []).extend(entries)
    return found
