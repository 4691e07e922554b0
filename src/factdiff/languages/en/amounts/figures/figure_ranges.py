"""Pieces of amounts: a figure with what stands behind it, and the second figure of a range."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import evolve

from factdiff.languages.en.amounts.figures.numerals import comma_decimals
from factdiff.languages.en.amounts.figures.patterns import POINT
from factdiff.languages.en.amounts.figures.readings import Fields, read_figure, read_point, shared_scale
from factdiff.languages.en.amounts.head_nouns import labelled
from factdiff.languages.en.amounts.units.ambiguity import (
    changes_by,
    has_cents,
    is_kelvin,
    is_mass,
    is_metres,
    ranges_from,
)
from factdiff.languages.en.amounts.units.unit_words import CODES, SIGNS, Tail, tail_at
from factdiff.text.patterns import either, pattern, uncompiled
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.units import unit

SIGN = either(SIGNS)
FIGURE = uncompiled(POINT)
#: a figure of more than this takes the words of currencies that mean other things as well
LARGE = 1000

#: a change of a sum is at most one in so many of the sum it leads to; other two sums are a range
CHANGE = 3
#: how far before an inch sign the beginning of a quotation is looked for that it may end, in characters
QUOTED = 600
#: lines of a screen, which no pence are: "720p"
RESOLUTIONS = frozenset({"144", "240", "360", "480", "540", "576", "720", "1080", "1440", "2160"})

_JOINT = re.compile(
    r"-?[ \n](to|or|through|and)[ \n](?:(?:about|around|some|nearly|almost)[ \n])?|\s?(-)\s?(?=[^\s-])", re.IGNORECASE
)
#: the scale that some write behind the code of a currency: "75 EUR million"
_SCALE = pattern(r" (thousand|million|billion|trillion|mn|bn)\b")
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
    if sign is not None and text[end : end + 2].upper() == "MM" and not text[end + 2 : end + 3].isalnum():
        words, end = f"{words}m", end + 2
    comma = words[0].isdigit() and ("," in words or "." in words) and comma_decimals(text)
    figure = read_figure(words, comma=True) if comma else None
    fields: Fields | None = {"figure": figure} if figure else read_point(words)
    if fields is None:
        return None
    if sign is not None:
        return Piece(fields, sign, words, start, end, end)
    symbol = letter_unit(text, words, start, end)
    if symbol is not None:
        return symbol
    figure = fields.get("figure")
    behind = tail_at(text, end, part="/" in words, large=figure is None or figure.stated >= LARGE)
    if behind is None:
        return Piece(fields, None, words, start, end, end)
    tail, last = behind
    if tail.where == "attached" and not_attached(text, words, tail, start):
        return Piece(fields, None, words, start, end, end)
    if tail.form in CODES:
        scale = _SCALE.match(text, last)
        scaled = read_figure(f"{words} {scale[1].lower()}") if scale else None
        if scale and scaled:
            return Piece({"figure": scaled}, tail, words, start, end, scale.end())
    if tail.form in ("pound", "pounds") and is_mass(text, start, end, last):
        tail = Tail("quantity", "pound")
    return Piece(fields, tail, words, start, end, last)


def letter_unit(text: str, words: str, start: int, end: int) -> Piece | None:
    """The figure in ``text[start:end]`` whose last letter is a unit and no scale, "5m" or "4K", or None."""
    if words[-1] not in "mk" or not words[0].isdigit() or not text[end - 2].isdigit():
        return None
    if words[-1] == "m":
        name = "metre" if is_metres(text, start, end) else None
    else:
        name = "kelvin" if text[end - 1] == "K" and is_kelvin(text, start, end) else None
    figure = read_figure(words[:-1]) if name else None
    return Piece({"figure": figure}, Tail("quantity", name), words[:-1], start, end, end) if figure else None


def not_attached(text: str, words: str, tail: Tail, start: int) -> bool:
    """Whether the letters right behind a figure are no unit: "Section 5c", lines of a screen, "43c" without cents."""
    if tail.form == '"':
        return (
            text.count('"', max(0, text.rfind("\n", 0, start), start - QUOTED), start) % 2 == 1
        )  # it ends a quotation
    return (
        (tail.form == "p" and words in RESOLUTIONS)
        or (tail.form == "c" and not has_cents(text))
        or labelled(text, start)
    )


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
    minus = first.fields["figure"].stated < 0 and text.startswith("-", position)
    figure = FIGURE.match(text, position + minus)
    second = piece_at(text, *figure.span(), sign=sign) if figure else None
    if second is not None and minus and "figure" in second.fields:
        second.fields["figure"] = below_zero(second.fields["figure"])
    return second if second is not None and fits(text, first, second, joint) else None


def lent(text: str, first: Piece) -> Piece:
    """The first figure of a change with the scale and unit that only the second one has: "from 4 to 5 million tons"."""
    joint = _JOINT.match(text, first.end) if first.tail is None and "figure" in first.fields else None
    if joint is None or (joint[1] or "").lower() != "to" or ranges_from(text, first.start):
        return first
    figure = FIGURE.match(text, joint.end())
    second = piece_at(text, *figure.span()) if figure else None
    low = lower(first, second) if second else None
    return first if second is None or low is None else first._replace(fields={"figure": low}, tail=second.tail)


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
    if joint == "to":
        start = signed_start(text, first)
        if not ranges_from(text, start):
            return False
        if first.money and high.stated > CHANGE * low.stated and changes_by(text, start):
            return False
    if first.tail and second.tail and first.tail.name != second.tail.name:
        return True
    return low.stated < high.stated or (low.stated < 0 and joint == "to")


def signed_start(text: str, piece: Piece) -> int:
    """Where a piece starts with the sign of its currency."""
    if not piece.money or piece.tail is None or piece.end != piece.middle:
        return piece.start
    return piece.start - (text[piece.start - 1] in " \n") - len(piece.tail.form)


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
