"""Texts as headlines and banners write them: in Title Case, and in capitals."""

from __future__ import annotations

import re

#: words that headlines leave small, and that stand in the middle
SMALL = frozenset("a an the and or but nor for of in on at to by from up as with into over per".split())
#: a word, but for the letters of a unit right behind its figure, whose case is part of it
_WORD = re.compile(r"(?<![0-9])(?<![\w'’])[^\W\d_]+")


def headline(text):
    """The text in Title Case; no letter is put in for another, and units behind digits keep their case.

    >>> headline("the 39-year-old flew 5km to Kyiv")
    'The 39-Year-Old Flew 5km To Kyiv'
    """
    return _WORD.sub(
        lambda match: match[0][0].upper() + match[0][1:] if len(match[0].upper()) == len(match[0]) else match[0], text
    )


def styled(text):
    """The same in the style that leaves small words small.

    >>> styled("the 39-year-old flew 5km to Kyiv")
    'The 39-Year-Old Flew 5km to Kyiv'
    """
    first = True

    def cased(match):
        nonlocal first
        small, first = match[0] in SMALL and not first, False
        return match[0] if small else headline(match[0])

    return _WORD.sub(cased, text)


def capitals(text):
    """The text in capitals, of the same length.

    >>> capitals("Straße to Kyiv")
    'STRAßE TO KYIV'
    """
    return "".join(sign.upper() if len(sign.upper()) == 1 else sign for sign in text)


#: what is done to a text, most often nothing
CASES = (str, str, str, headline, styled, capitals, str.lower, str.swapcase)
