"""Typographic signs: texts with plain quotes, hyphens and blanks, of the same length."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import lru_cache

#: plain sign -> the typographic ones that stand for it, one for one, so that offsets hold
TYPOGRAPHY = {
    "'": "‘’‛ʼ′`´",
    '"': "“”„‟«»″",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    "/": "\u2044\u2215",
    "\n": "\r\v\f\x85\u2028\u2029",
}
_PLAIN = {sign: plain for plain, signs in TYPOGRAPHY.items() for sign in signs}
#: signs that are not seen: they part no word, but for the space without width between two words
_UNSEEN = "\u00ad\u200c\u200d\u2060\ufeff"
_ANY_UNSEEN = re.compile(f"[{_UNSEEN}\u200b]")
_PARTING = re.compile(r"(?<=[A-Za-z])\u200b(?=[^\sa-z.,;:!?)])|(?<=[^\sA-Za-z])\u200b(?=[^\s.,;:!?)])")
_LINE = re.compile(r"[^\n]+")
#: a long dash between digits, which is that of a range
_DASH_OF_RANGE = re.compile("[\u2014\u2015](?<=[0-9].)(?=[0-9])")
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
    >>> plain("3\u200b% or £3 mil\u00adlion for 10—15 people")
    '3 % or £3 million for 10-15 people '
    """
    for sign, simple in _PLAIN.items():
        if sign in text:
            text = text.replace(sign, simple)
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
        if "\u2014" in text or "\u2015" in text:
            text = _DASH_OF_RANGE.sub("-", text)
        if has_unseen(text):
            text = _LINE.sub(without_unseen, _PARTING.sub(" ", text))
    if " , " in text or " 's " in text:
        text = _APART.sub(r"\1 ", _TREEBANK.sub(lambda match: TREEBANK[match.group()], text))
    return text


def has_unseen(text: str) -> bool:
    """Whether a text holds a sign that is not seen."""
    return any(sign in text for sign in (*_UNSEEN, "\u200b"))


def without_unseen(match: re.Match[str]) -> str:
    """A line without its unseen signs, with as many blanks at its end."""
    return _ANY_UNSEEN.sub("", match[0]).ljust(len(match[0]))


def written_span(text: str, start: int, end: int) -> tuple[int, int]:
    r"""The span in a text as it is written, of a span in its plain form: unseen signs move the rest of their line.

    >>> text = "Ms Lind\u00adqvist left"
    >>> start, end = written_span(text, 3, 12)
    >>> text[start:end] == "Lind\u00adqvist", written_span("Ms Lindqvist left", 3, 12)
    (True, (3, 12))
    """
    offsets = written_offsets(text)
    return (offsets[start], offsets[end - 1] + 1) if offsets and start < end else (start, end)


@lru_cache(maxsize=8)
def written_offsets(text: str) -> Sequence[int]:
    """The offset in a text of each sign of its plain form; nothing where both are the same throughout."""
    if text.isascii() or not has_unseen(text):
        return ()
    parted = _PARTING.sub(" ", text)
    offsets = array("I", range(len(text)))
    for line in filter(lambda line: has_unseen(line[0]), _LINE.finditer(parted)):
        first, last = line.span()
        seen = [place for place in range(first, last) if not _ANY_UNSEEN.match(parted, place)]
        offsets[first:last] = array("I", [*seen, *[last - 1] * (last - first - len(seen))])
    return offsets


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """The text in lower case, of the same length: of the dotted capital I, which has no such lower case, an i is made.

    >>> lowered("In İzmir, Turkey")
    'in izmir, turkey'
    """
    return text.replace("İ", "i").lower()
