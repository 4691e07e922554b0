"""Pieces of amounts: a figure with what stands behind it, and the second figure of a range."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import evolve

from factdiff.language import either, pattern
from factdiff.languages.en.counting import labelled
from factdiff.languages.en.evidence import is_mass, is_metres, ranges_from
from factdiff.languages.en.figures import POINT
from factdiff.languages.en.numerals import comma_decimals
from factdiff.languages.en.readings import Fields, read_figure, read_point, shared_scale
from factdiff.languages.en.tails import SIGNS, Tail, tail_at
from factdiff.values.figure import Figure
from factdiff.values.units import unit

SIGN = either(SIGNS)
FIGURE = pattern(POINT)
#: a figure of more than this takes the words of currencies that mean other things as well
LARGE = 1000

#: lines of a screen, which no pence are: "720p"
RESOLUTIONS = frozenset({"144", "240", "360", "480", "540", "576", "720", "1080", "1440", "2160"})

_JOINT = re.compile(
    r"-?[ \n](to|or|through|and)[ \n](?:(?:about|around|some|nearly|almost)[ \n])?|\s?(-)\s?(?=[^\s-])", re.IGNORECASE
)
_SIGNED = re.compile(rf"{SIGN} ?")


class Piece(NamedTuple):
    """One figure with its tail: its ``words`` in lower case, where it starts, where the figure and where all ends."""

    fields: Fields
    tail: Tail | None
    words: str
    start: int
    middle: int
    end: int

    @property
    def money(self) -> bool:
        """Whether the tail is a currency."""
        return self.tail is not None and self.tail.kind == "money"


def piece_at(text: str, start: int, end: int, *, sign: Tail | None = None) -> Piece | None:
    """The figure in ``text[start:end]``, behind the ``sign`` of a currency or with what follows it; None where it is no
    figure after all.
    """
    words = text[start:end].lower()
    if not words.isalnum():
        words = " ".join(words.split())
    if sign is not None and text[end : end + 2] == "MM" and not text[end + 2 : end + 3].isalnum():
        words, end = f"{words}m", end + 2
    comma = words[0].isdigit() and ("," in words or "." in words) and comma_decimals(text)
    figure = read_figure(words, comma=True) if comma else None
    fields: Fields | None = {"figure": figure} if figure else read_point(words)
    if fields is None:
        return None
    if sign is not None:
        return Piece(fields, sign, words, start, end, end)
    if words[-1] == "m" and words[0].isdigit() and text[end - 2].isdigit() and is_metres(text, start, end):
        metres = read_figure(words[:-1])
        return (
            None
            if metres is None
            else Piece({"figure": metres}, Tail("quantity", "metre"), words[:-1], start, end, end)
        )
    figure = fields.get("figure")
    behind = tail_at(text, end, part="/" in words, large=figure is None or figure.stated >= LARGE)
    if behind is None:
        return Piece(fields, None, words, start, end, end)
    tail, last = behind
    if tail.where == "attached" and (labelled(text, start) or (tail.form == "p" and words in RESOLUTIONS)):
        return Piece(fields, None, words, start, end, end)
    if tail.form in ("pound", "pounds") and is_mass(text, start, end, last):
        tail = Tail("quantity", "pound")
    return Piece(fields, tail, words, start, end, last)


def second_at(text: str, first: Piece, *, between: bool = False) -> Piece | None:
    """The second figure of a range, if one follows that makes a range with the first; "and" joins behind "between"."""
    join = _JOINT.match(text, first.end)
    if join is None or "figure" not in first.fields:
        return None
    joint = (join[1] or join[2]).lower()
    if (joint == "and") != between and (between is False or joint not in "-to"):
        return None
    position, sign = join.end(), None
    if first.money:
        signed = _SIGNED.match(text, position)
        position = signed.end() if signed else position
        sign = first.tail if first.end == first.middle else None
    minus = first.fields["figure"].stated < 0 and text[position] == "-"
    figure = FIGURE.match(text, position + minus)
    second = piece_at(text, *figure.span(), sign=sign) if figure else None
    if second is not None and minus and "figure" in second.fields:
        second.fields["figure"] = below_zero(second.fields["figure"])
    return second if second is not None and fits(text, first, second, joint) else None


def below_zero(figure: Figure) -> Figure:
    """A figure with the other sign."""
    return evolve(figure, stated=-figure.stated)


def fits(text: str, first: Piece, second: Piece, joint: str) -> bool:
    """Whether two figures bound a range: the lower first, and tails of one kind."""
    low, high = lower(first, second), second.fields.get("figure")
    if low is None or high is None or not alike(first.tail, second.tail):
        return False
    if joint == "or" and high.stated > 4 * low.stated:
        return False
    if joint == "to" and not ranges_from(text, first.start):
        return False
    if first.tail and second.tail and first.tail.name != second.tail.name:
        return True
    return low.stated < high.stated or (low.stated < 0 and joint == "to")


def lower(first: Piece, second: Piece) -> Figure | None:
    """The first figure of a range, with the scale that the second lends it."""
    scale = shared_scale(first.words, second.words)
    return (read_figure(first.words + scale) if scale else None) or first.fields.get("figure")


def alike(one: Tail | None, two: Tail | None) -> bool:
    """Whether the tails of two figures let them bound one range."""
    if one is None:
        return True
    if two is None or one.kind != two.kind:
        return False
    return one.name == two.name or (one.kind == "quantity" and dimension(one) == dimension(two))


def dimension(tail: Tail) -> str:
    """What the unit of a tail measures."""
    return unit(tail.name or "").dimension
