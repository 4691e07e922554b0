"""Errors of magnitude: figures with the same digits and different powers of ten."""

from __future__ import annotations

from factdiff.values.amounts.amount import Amount
from factdiff.values.relation import Value


def powers_of_ten_between(a: Value, b: Value) -> int:
    """The number of powers of ten between two figures with the same digits; 0 where the digits differ.

    >>> from factdiff.values.amounts.figure import Figure
    >>> from factdiff.values.amounts.number import Number
    >>> one, two = Number(figure=Figure.read("3.4", 10**9)), Number(figure=Figure.read("3.4", 10**6))
    >>> powers_of_ten_between(one, two), powers_of_ten_between(one, one)
    (3, 0)
    """
    if not isinstance(a, Amount) or not isinstance(b, Amount) or not a.stated or not b.stated:
        return 0
    (one, exponent), (two, other) = (f"{abs(x.stated or 0.0):.9e}".split("e") for x in (a, b))
    return abs(int(exponent) - int(other)) if one == two else 0
