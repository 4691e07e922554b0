"""A written figure: what its digits say, and how exactly.

The widths come from VALUES: whole numbers that are not round are exact, bare round ones stand for half a step of
their second digit, scaled and decimal ones for half a step of the last digit that counts.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

#: the scale words that canonical wording uses, largest first
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@frozen
class Figure:
    """A figure as written: its value ``stated``, the worth ``digit`` of its last digit that counts, whether it is
    ``exact``, and how many digits are ``significant``.
    """

    stated: float
    digit: float
    exact: bool
    significant: int

    @classmethod
    def read(cls, mantissa: str, scale: int = 1) -> Figure:
        """The figure written ``mantissa`` (plain decimal digits) times ``scale``; whole hundreds and thousands are
        read as digits.

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
        """A figure that is exact by its wording: "a dozen", "two thirds"."""
        return cls(stated, 1.0, True, max(len(f"{stated:g}".replace(".", "").strip("0")), 1))

    def __str__(self) -> str:
        """The canonical digits: the same value and the same digits that count.

        >>> str(Figure.read("2.50", 10**9)), str(Figure.read("1237")), str(Figure.read("5", 10**6))
        ('2.50 billion', '1,237', '5 million')
        """
        for scale, word in SCALES:
            if abs(self.stated) >= scale and not self.exact:
                return f"{decimal(self.stated / scale, self.digit / scale)} {word}"
        return decimal(self.stated, 0.0 if self.exact else self.digit)


def decimal(stated: float, digit: float) -> str:
    """``stated`` with as many decimals as ``digit`` shows (all it has when ``digit`` is 0) and grouped thousands."""
    if digit >= 1 or (float(stated).is_integer() and not digit):
        return f"{stated:,.0f}"
    if not digit:
        return f"{Decimal(repr(float(stated))):,f}"
    return f"{stated:,.{max(0, -Decimal(repr(digit)).adjusted())}f}"
