"""Figures in digits with separators: "1,234.5", "1 234,5", "1.234.567", "12,34,567"."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff.text.patterns import late

#: the most digits of an amount; longer numbers are of accounts or cards
MAX_DIGITS = 15

_ENGLISH = late(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_POINTS = late(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
_ONE_POINT = late(r"[0-9]+\.[0-9]+")
_ONE_COMMA = late(r"[0-9]+,[0-9]{1,2}")
_COMMA_DECIMALS = late(r"[0-9]+,[0-9]+")
_SPACED = late(r"[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]{1,2})?")
_SIGNS_OF_POINT = late(r"[0-9](?<![0-9.,].)[0-9]{0,2}(?:,[0-9]{3}(?![0-9,])|\.[0-9]{1,2}(?![0-9.,]))", re.DOTALL)
_SIGNS_OF_COMMA = late(
    r"[0-9](?<![0-9.,].)[0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]|(?:\.[0-9]{3}){2,}(?![0-9.])"
    r"|,[0-9]{1,2}(?= ?(?:%|€|per cent|percent|million|billion|m\b|bn\b|km\b|kg\b)))",
    re.DOTALL,
)
#: parts of the last, which are found faster: one or two digits behind a comma, and three between signs
_DECIMALS = late(r",(?=[0-9]{1,2}(?![0-9]))")
_GROUPS = late(r"\.(?=[0-9]{3}[.,][0-9])")


@lru_cache(maxsize=8)
def comma_decimals(text: str) -> bool:
    """Whether a text writes decimals behind a comma, at least once, and never behind a point.

    >>> comma_decimals("It rose 3,5 % to 1.250 euros."), comma_decimals("It rose 3.5% to 1,250 euros.")
    (True, False)
    """
    if not (_DECIMALS.search(text) or _GROUPS.search(text)):
        return False
    return _SIGNS_OF_COMMA.search(text) is not None and _SIGNS_OF_POINT.search(text) is None


def plain_decimal(digits: str, *, comma: bool = False) -> str | None:
    """The plain decimal digits of a written figure, or None where it is none ("3.5.2").

    ``comma`` says that the text writes decimals behind a comma.

    >>> [plain_decimal(digits) for digits in ("1,234.5", "1.234.567,8", "1 234,5", "12,34,567", "3.5.2", "1,3")]
    ['1234.5', '1234567.8', '1234.5', '1234567', None, '1.3']
    >>> plain_decimal("3.350")
    '3.350'
    >>> plain_decimal("3.350", comma=True)
    '3350'
    """
    if digits.isdigit():
        return digits if len(digits) <= MAX_DIGITS else None
    if _ENGLISH.fullmatch(digits) and not (comma and digits.count(",") == 1):
        return digits.replace(",", "")
    if _POINTS.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if digits[0] == ".":
        return f"0{digits}" if digits[1:].isdigit() else None
    if _ONE_POINT.fullmatch(digits):
        return digits.replace(".", "") if comma and len(digits.partition(".")[2]) == 3 else digits
    if _ONE_COMMA.fullmatch(digits) or (comma and _COMMA_DECIMALS.fullmatch(digits)):
        return digits.replace(",", ".")
    if _SPACED.fullmatch(digits):
        return digits.replace(" ", "").replace("'", "").replace(",", ".")
    return None
