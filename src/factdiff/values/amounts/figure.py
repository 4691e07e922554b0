"""Written figures: the number that is stated, and its precision.

A whole number that is not round is exact. A round one is read to half a unit of its second digit, one with decimals
or a scale ("2.5 billion") to half a unit of its last significant digit.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

#: the scale words that canonical wording uses, largest first
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@frozen
class Figure:
    """A figure as written: the number ``stated``, the place value ``digit`` of its last significant digit, whether it
    is ``exact``, and the number of ``significant`` digits.
    """

    stated: float
    digit: float
    exact: bool
    significant: int

    @classmethod
    def read(cls, mantissa: str, scale: int = 1) -> Figure:
        """The figure written as ``mantissa`` (plain decimal digits) and ``scale``; "5 hundred" and "5 thousand" are
        read like "500" and "5000".

        >>> Figure.read("1000")
        Figure(stated=1000.0, digit=100.0, exact=False, significant=1)
        >>> Figure.read("1237").exact, Figure.read("410").exact, Figure.read("12").exact
        (True, True, True)
        >>> Figure.read("2.5", 10**9).digit
        100000000.0
        """
        number = Decimal(mantissa)
        whole, _, decimals = mantissa.lstrip("-+").partition(".")
        if scale in (100, 1000) and not decimals:
            number, whole, scale = number * scale, whole + f"{scale}"[1:], 1
        stated = float(number * scale)
        if decimals:
            shown = (whole + decimals).lstrip("0")
            return cls(stated, float(Decimal(scale).scaleb(-len(decimals))), False, len(shown) or 1)
        digits = whole.lstrip("0")
        if not digits:
            return cls(0.0, 1.0, True, 1)
        significant = len(digits.rstrip("0")) or 1
        zeros = len(digits) - significant
        step = 10 ** min(zeros, max(len(digits) - 2, 0))
        if scale == 1 and zeros < 2:
            return cls(stated, 1.0, True, significant)
        return cls(stated, float(step * scale), False, significant)

    @classmethod
    def exactly(cls, stated: float) -> Figure:
        """The figure of a wording that is exact: "a dozen", "two thirds"."""
        return cls(stated, 1.0, True, max(len(f"{stated:g}".replace(".", "").strip("0")), 1))

    def __str__(self) -> str:
        """The canonical digits: the same number with the same significant digits.

        >>> str(Figure.read("2.50", 10**9)), str(Figure.read("1237")), str(Figure.read("5", 10**6))
        ('2.50 billion', '1,237', '5 million')
        """
        for scale, word in SCALES:
            if abs(self.stated) >= scale and not self.exact:
                return f"{format_decimal(self.stated / scale, self.digit / scale)} {word}"
        return format_decimal(self.stated, 0.0 if self.exact else self.digit)


def format_decimal(stated: float, digit: float) -> str:
    """``stated`` with grouped thousands and the decimals down to the place value ``digit``, or all where that is 0."""
    if digit >= 1 or (float(stated).is_integer() and not digit):
        return f"{stated:,.0f}"
    if not digit:
        return f"{Decimal(repr(float(stated))):,f}"
    return f"{stated:,.{max(0, -Decimal(repr(digit)).adjusted())}f}"
