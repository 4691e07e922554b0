"""Typographic signs: texts with plain quotes, hyphens and blanks, of the same length."""

from __future__ import annotations

import re
from functools import lru_cache

#: plain sign -> the typographic ones that stand for it, one for one, so that offsets hold
TYPOGRAPHY = {
    "'": "‘’‛ʼ′`´",
    '"': "“”„‟«»″",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    "\n": "\r\v\f\x85\u2028\u2029",
}
_PLAIN = {sign: plain for plain, signs in TYPOGRAPHY.items() for sign in signs}
#: lone surrogates, which no tokenizer takes
_SURROGATE = re.compile("[\ud800-\udfff]")
#: what a tokenized text sets apart from the word before it
_APART = re.compile(r" (,|'s)(?= )")
#: brackets and quotes as treebanks write them
TREEBANK = {"-LRB-": "    (", "-RRB-": ")    ", "``": ' "', "''": '" '}
_TREEBANK = re.compile("|".join(TREEBANK))


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    r"""The text with plain quotes, hyphens and spaces, of the same length.

    Of a tokenized text, the signs that it sets apart go back to the word before them.

    >>> plain("“5–10\u00a0km”"), plain("in Paris , France")
    ('"5-10 km"', 'in Paris,  France')
    """
    for sign, simple in _PLAIN.items():
        if sign in text:
            text = text.replace(sign, simple)
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    if " , " in text or " 's " in text:
        text = _APART.sub(r"\1 ", _TREEBANK.sub(lambda match: TREEBANK[match.group()], text))
    return text


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """The text in lower case, of the same length: of the dotted capital I, which has no such lower case, an i is made.

    >>> lowered("In İzmir, Turkey")
    'in izmir, turkey'
    """
    return text.replace("İ", "i").lower()
