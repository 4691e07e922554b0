"""Figures with their units, and the second figure of a range."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import evolve

from factdiff.languages.en.amounts.figures.numerals import comma_decimals
from factdiff.languages.en.amounts.figures.patterns import POINT, POINT_AHEAD, SHORT_POINT
from factdiff.languages.en.amounts.figures.readings import Fields, read_figure, read_point, shared_scale
from factdiff.languages.en.amounts.head_nouns import attributive_noun, is_labelled
from factdiff.languages.en.amounts.units.ambiguity import (
    has_cents,
    is_change_by,
    is_kelvin,
    is_knots,
    is_metres,
    is_race,
    is_range_to,
    is_weight,
)
from factdiff.languages.en.amounts.units.unit_words import CODES, SIGNS, UnitForm, unit_form_at
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, pattern, staged
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.units import unit

SIGN = either(SIGNS)
FIGURE = staged(POINT, simple=SHORT_POINT, ahead=POINT_AHEAD)
#: currencies of which sums are written in lakhs: "Rs 20L"
RUPEES = frozenset({"INR", "PKR", "NPR", "LKR", "BDT"})
#: from this figure on, ambiguous words are read as currencies ("won")
LARGE_FIGURE = 1000

#: the most that the upper sum of a range can be of the lower one, where the two may be a change and its result
MAX_RANGE_RATIO = 3
#: how far before an inch sign the quotation that it may close can start, in characters
QUOTATION_REACH = 600
#: the most figures that share one unit in a list
MAX_LISTED = 6
#: the signs behind a figure that others may follow: " and", " or", " to", a comma or a hyphen
LEADS_ON = frozenset((" a", " o", " t", "\na", "\no", "\nt", ", ", ",\n", "- "))
#: the first signs of joints behind a blank
FIRST_OF_JOINTS = frozenset("aotAOT-")
#: how often the first figure of a range or a change can hold the second
SHARED_RATIO = 1000
#: numbers of lines of a screen, which are no pence: "720p"
RESOLUTIONS = frozenset({"144", "240", "360", "480", "540", "576", "720", "1080", "1440", "2160"})

_JOINT = late(
    r"-?[ \n](to|or|through|and)[ \n](?:(?:about|around|some|nearly|almost)[ \n])?|-(to|or)-|\s?(-)\s?(?=[^\s-])",
    re.IGNORECASE,
)
#: an adjective between a figure and a unit in letters: "90 rushing yards", "ten more miles"
_ADJECTIVES: list[str] = read_table("factdiff.languages.en", "lexicon.toml")["counting"]["before_unit"]
_BEFORE_UNIT = late(rf"[ \n]{either(_ADJECTIVES)}(?= )", re.IGNORECASE)
_FIRST_OF = frozenset(sign for word in _ADJECTIVES for sign in (word[0], word[0].upper()))
#: the shortest of such units with the blank before it, in characters
SHORTEST_UNIT = 4
#: what joins a part of one to its unit: "0.3 of a percentage point"
_OF_ONE = late(r"[ \n]of[ \n](?:an?|1|one)(?=[ \n%])", re.IGNORECASE)
#: a scale behind the code of a currency: "75 EUR million"
_SCALE = pattern(r" (thousand|million|billion|trillion|mn|bn)\b")
#: a sum with a point before its thousands, since none has three zeros behind a decimal point: "120.000 USD"
_THOUSANDS = late(r"[1-9][0-9]{0,2}\.000")
_LAKHS = late(r" ?L(?!\w)")
_MINUS = late(r"-|minus[ \n]", re.IGNORECASE)
_PLUS = late(r"\+|plus[ \n]", re.IGNORECASE)
#: the text behind the first range of a change: "from 5 to 7 percent to 3 to 5 percent"
_TO_ANOTHER = late(
    r"[ \n]to[ \n](?:about[ \n]|around[ \n])?[£$€]?[0-9.]+ ?%?[ \n]?(?:to|-)[ \n]?[£$€]?[0-9]", re.IGNORECASE
)
_LISTED = late(r"(?:,?[ \n](and)|[ \n](or))[ \n]|,[ \n](?=[0-9])", re.IGNORECASE)
_SIGNED = late(rf"{SIGN} ?")


class UnitFigure(NamedTuple):
    """A figure with its unit: its ``words`` in lower case, its start, the end of the figure and the end of the unit."""

    fields: Fields
    unit: UnitForm | None
    words: str
    start: int
    figure_end: int
    end: int

    @property
    def money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit is not None and self.unit.kind == "money"


def unit_figure_at(text: str, start: int, end: int, *, sign: UnitForm | None = None) -> UnitFigure | None:
    """The figure in ``text[start:end]`` with the ``sign`` of a currency before it or the unit behind it; None where the
    text is no figure.
    """
    words = text[start:end].lower()
    if not words.isalnum():
        words = " ".join(words.split())
    if sign is not None:
        words, end = with_scale_of_sum(text, words, end, sign)
    comma = words[0].isdigit() and ("," in words or "." in words) and decimals_behind_comma(text, words, end, sign)
    figure = read_figure(words, comma=True) if comma else None
    fields: Fields | None = {"figure": figure} if figure else read_point(words)
    if fields is None:
        return None
    if sign is not None:
        return UnitFigure(fields, sign, words, start, end, end)
    symbol = letter_unit(text, words, start, end)
    if symbol is not None:
        return symbol
    figure = fields.get("figure")
    behind = unit_form_at(text, end, fraction="/" in words, large=figure is None or figure.stated >= LARGE_FIGURE)
    if behind is None and figure is not None and 0 < figure.stated < 1:
        of_one = _OF_ONE.match(text, end)
        behind = unit_form_at(text, of_one.end()) if of_one else None
    if behind is None and text[end + 1 : end + 2] in _FIRST_OF and (adjective := _BEFORE_UNIT.match(text, end)):
        behind = unit_form_at(text, adjective.end())
        if behind is not None and (behind[0].kind != "quantity" or behind[1] - adjective.end() < SHORTEST_UNIT):
            behind = None
    if behind is not None and is_year(words) and is_surname(text, end, behind[1]):
        behind = None
    if behind is None:
        return UnitFigure(fields, None, words, start, end, end)
    return with_unit(text, UnitFigure(fields, None, words, start, end, end), *behind)


def decimals_behind_comma(text: str, words: str, end: int, sign: UnitForm | None) -> bool:
    """Whether a figure is written as in a text with decimals behind commas: by its text, or as the sum "120.000"."""
    if words.endswith(".000") and _THOUSANDS.fullmatch(words) and (sign is not None or is_money_at(text, end)):
        return True
    return comma_decimals(text)


def is_money_at(text: str, end: int) -> bool:
    """Whether a currency follows the figure that ends at an offset."""
    behind = unit_form_at(text, end)
    return behind is not None and behind[0].kind == "money"


def is_surname(text: str, start: int, end: int) -> bool:
    """Whether the word of a unit has a capital in prose, so that it is a name: "in 2016 Stone spoke"."""
    word = text[start:end].strip()
    return len(word) > 2 and word.istitle() and not in_headline(text, start)


def with_scale_of_sum(text: str, words: str, end: int, sign: UnitForm) -> tuple[str, int]:
    """The words of a sum with a scale that only sums have, "$5MM" or "Rs 20L", and their end."""
    if text[end : end + 2].upper() == "MM" and not text[end + 2 : end + 3].isalnum():
        return f"{words}m", end + 2
    lakhs = _LAKHS.match(text, end) if sign.name in RUPEES else None
    return (f"{words} lakh", lakhs.end()) if lakhs else (words, end)


def with_unit(text: str, bare: UnitFigure, unit_form: UnitForm, last: int) -> UnitFigure:
    """A bare figure with the unit behind it, which ends at ``last``; the text tells what ambiguous units mean."""
    fields, words, start, end = bare.fields, bare.words, bare.start, bare.end
    if unit_form.position == "attached" and is_no_unit(text, words, unit_form, start):
        return UnitFigure(fields, None, words, start, end, end)
    if unit_form.form in CODES:
        scale = _SCALE.match(text, last)
        scaled = read_figure(f"{words} {scale[1].lower()}") if scale else None
        if scale and scaled:
            return UnitFigure({"figure": scaled}, unit_form, words, start, end, scale.end())
    if unit_form.form in ("pound", "pounds") and is_weight(text, start, end, last):
        unit_form = UnitForm("quantity", "pound")
    if unit_form.form == "kt" and is_knots(text, start, last):
        unit_form = UnitForm("quantity", "knot")
    return UnitFigure(fields, unit_form, words, start, end, last)


def letter_unit(text: str, words: str, start: int, end: int) -> UnitFigure | None:
    """The figure in ``text[start:end]`` if its last letter is a unit and no scale, "5m", "4K" or "3t", or None."""
    if words[-1] not in "mkt" or not words[0].isdigit() or not text[end - 2].isdigit():
        return None
    name = None
    if words[-1] == "m":
        name = "metre" if is_metres(text, start, end) else None
    elif words[-1] == "t":
        behind = unit_form_at(text, end) if text[end - 1] == "t" else None
        money = behind is not None and behind[0].kind == "money"
        name = "tonne" if text[end - 1] == "t" and not money and not is_labelled(text, start) else None
    elif text[end - 1] == "K" and is_kelvin(text, start, end):
        name = "kelvin"
    elif text[end - 1] == "K" and is_race(text, words[:-1], start, end):
        name = "kilometre"
    figure = read_figure(words[:-1]) if name else None
    return UnitFigure({"figure": figure}, UnitForm("quantity", name), words[:-1], start, end, end) if figure else None


def is_no_unit(text: str, words: str, unit_form: UnitForm, start: int) -> bool:
    """Whether the letters right behind a figure are no unit: "Section 5c", lines of a screen, "43c" without cents."""
    if unit_form.form == '"':  # which may close a quotation
        return text.count('"', max(0, text.rfind("\n", 0, start), start - QUOTATION_REACH), start) % 2 == 1
    return (
        (unit_form.form == "p" and words in RESOLUTIONS)
        or (unit_form.form == "c" and not has_cents(text))
        or is_labelled(text, start)
    )


def range_end_at(text: str, first: UnitFigure, *, between: bool = False) -> UnitFigure | None:
    """The second figure of a range that starts with the first, or None; "and" joins the two behind "between"."""
    if text[first.end : first.end + 1] != "-" and text[first.end + 1 : first.end + 2] not in FIRST_OF_JOINTS:
        return None
    join = _JOINT.match(text, first.end)
    if join is None or "figure" not in first.fields:
        return None
    joint = (join[1] or join[2] or join[3]).lower()
    if (joint == "and") != between and (between is False or joint not in "-to"):
        return None
    position, sign = join.end(), None
    if first.money:
        signed = _SIGNED.match(text, position)
        if signed and not is_same_sign(first.unit, signed[0].strip()):
            return None
        position = signed.end() if signed else position
        sign = first.unit if first.end == first.figure_end else None
    minus = _MINUS.match(text, position) if first.fields["figure"].stated < 0 else None
    sign_of_figure = minus or (_PLUS.match(text, position) if first.fields["figure"].stated < 0 else None)
    figure = FIGURE.match(text, sign_of_figure.end() if sign_of_figure else position)
    second = unit_figure_at(text, *figure.span(), sign=sign) if figure else None
    if second is not None and join[2] and second.unit is None and attributive_noun(text, second.end) is None:
        return None  # "a 5-to-4 ruling"
    if second is not None and minus and "figure" in second.fields:
        second.fields["figure"] = negated(second.fields["figure"])
    return second if second is not None and is_range(text, first, second, joint) else None


def is_same_sign(unit_form: UnitForm | None, sign: str) -> bool:
    """Whether a sign can be of the currency of a sum before it; a bare "$" can be of any dollar.

    >>> is_same_sign(UnitForm("money", "AUD", form="A$"), "$"), is_same_sign(UnitForm("money", "USD", form="US$"), "S$")
    (True, False)
    """
    if unit_form is None or sign == "$" or unit_form.form == "$":
        return unit_form is None or "$" in unit_form.form or SIGNS.get(sign) == unit_form.name
    return SIGNS.get(sign) == unit_form.name


def with_shared_unit(text: str, first: UnitFigure) -> UnitFigure:
    """The first figure of a change or a list, with the scale and unit that only the last has: "from 4 to 5 million
    tons", "5 and 6 kg", "10, 20 and 30 miles".
    """
    if text[first.end : first.end + 2].lower() not in LEADS_ON or "figure" not in first.fields:
        return first
    joint = _JOINT.match(text, first.end)
    if first.money and first.end == first.figure_end and joint is not None and joint[1]:
        return with_shared_scale(text, first, joint)
    if first.unit is not None:
        return first
    if joint is not None and (joint[1] or "").lower() == "to" and not is_range_to(text, first.start):
        second = figure_at(text, joint.end())
        low = lower_figure(first, second) if second else None
        return first if second is None or low is None else first._replace(fields={"figure": low}, unit=second.unit)
    shared = unit_of_list(text, first)
    return first if shared is None else first._replace(unit=shared)


def with_shared_scale(text: str, first: UnitFigure, joint: re.Match[str]) -> UnitFigure:
    """The first sum of a change with the scale that only the second has: "from $10 to $15 billion"."""
    signed = _SIGNED.match(text, joint.end())
    if signed is None or joint[1].lower() != "to":
        return first
    second = figure_at(text, signed.end(), sign=first.unit)
    low = lower_figure(first, second) if second else None
    return first if low is None else first._replace(fields={"figure": low})


def figure_at(text: str, start: int, *, sign: UnitForm | None = None) -> UnitFigure | None:
    """The figure that starts at an offset, with its unit, or None."""
    figure = FIGURE.match(text, start)
    return unit_figure_at(text, *figure.span(), sign=sign) if figure else None


def unit_of_list(text: str, first: UnitFigure) -> UnitForm | None:
    """The unit of measure behind the last of some bare figures that begin with the first, or None: "5, 6 and 7 kg"."""
    if is_year(first.words) or (first.words[0].isdigit() and first.words[-1].isalpha()):
        return None
    last, end = first, first.end
    for _ in range(MAX_LISTED):
        joint = _LISTED.match(text, end)
        further = figure_at(text, joint.end()) if joint else None
        if joint is None or further is None or "figure" not in further.fields:
            return None
        last, end = further, further.end
        if joint[1] or joint[2]:
            break
    measured = last.unit is not None and last.unit.kind in ("quantity", "percent") and not last.unit.position
    return last.unit if measured else None


def is_year(words: str) -> bool:
    """Whether digits may be a year."""
    return len(words) == 4 and words.isdigit() and "1500" < words < "2100"


def negated(figure: Figure) -> Figure:
    """The figure with the opposite sign."""
    return evolve(figure, stated=-figure.stated)


def is_range(text: str, first: UnitFigure, second: UnitFigure, joint: str) -> bool:
    """Whether two figures are a range: the lower one is first, and their units are compatible."""
    low, high = lower_figure(first, second), second.fields.get("figure")
    if low is None or high is None or not are_compatible(first.unit, second.unit):
        return False
    if joint == "or" and (high.stated > 4 * low.stated or is_restated(first.unit, second.unit)):
        return False
    if joint == "to":
        start = start_with_sign(text, first)
        if not is_range_to(text, start) and not _TO_ANOTHER.match(text, second.end):
            return False
        if first.money and high.stated > MAX_RANGE_RATIO * low.stated and is_change_by(text, start):
            return False
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return True
    return low.stated < high.stated or (low.stated < 0 and joint in ("to", "and"))


def is_restated(one: UnitForm | None, two: UnitForm | None) -> bool:
    """Whether two units tell that the second figure states the first again: "10kg or 22lb"."""
    return one is not None and two is not None and one.name != two.name


def start_with_sign(text: str, unit_figure: UnitFigure) -> int:
    """The start of a figure, or of the sign of a currency before it."""
    if not unit_figure.money or unit_figure.unit is None or unit_figure.end != unit_figure.figure_end:
        return unit_figure.start
    return unit_figure.start - (text[unit_figure.start - 1] in " \n") - len(unit_figure.unit.form)


def lower_figure(first: UnitFigure, second: UnitFigure) -> Figure | None:
    """The first figure of a range, with the scale of the second where it has none: "5 to 10 million", but not "370,000
    to 5.5 million".
    """
    scale, high = shared_scale(first.words, second.words), second.fields.get("figure")
    scaled = read_figure(first.words + scale) if scale else None
    return scaled if scaled and high and scaled.stated < SHARED_RATIO * high.stated else first.fields.get("figure")


def are_compatible(one: UnitForm | None, two: UnitForm | None) -> bool:
    """Whether the units of two figures allow that these are one range."""
    if one is None:
        return True
    if two is None or one.kind != two.kind:
        return False
    return one.name == two.name or (one.kind == "quantity" and dimension(one) == dimension(two))


def dimension(unit_form: UnitForm) -> str:
    """The dimension of a unit."""
    return unit(unit_form.name or "").dimension
