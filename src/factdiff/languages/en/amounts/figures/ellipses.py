"""The unit or noun of a bare figure that is compared with an amount before it: "27 students, down from 31"."""

from __future__ import annotations

import re
from typing import NamedTuple

from factdiff.languages.en.amounts.figures.figure_ranges import SIGN, UnitFigure, figure_at, is_year
from factdiff.languages.en.amounts.figures.number_words import ONES, TENS
from factdiff.languages.en.amounts.head_nouns import attributive_noun, counted_noun
from factdiff.languages.en.amounts.money import currency_before
from factdiff.languages.en.amounts.units.unit_words import UnitForm
from factdiff.tables import read_table
from factdiff.text.patterns import either, late

#: how far before a figure the words that compare it, and the amount that it is compared with, can stand, in characters
LEAD, REACH = 48, 140
#: the most that one of two amounts that are compared can be of the other
MAX_RATIO = 20
TABLE = read_table("factdiff.languages.en.amounts.figures", "ellipses.toml")
#: how the words before a figure end, by which most figures are rejected at once
ENDINGS = frozenset(f"{word[-2:]}{blank}" for words in TABLE["before"].values() for word in words for blank in " \n")
_HEDGE = rf"(?:{either(TABLE['before']['hedges'])}\s)?"
_THE = rf"(?:{either(TABLE['before']['determiners'])}\s(?:{either(TABLE['before']['adjectives'])}\s)?)?"
_LEADS = late(rf"\b(?P<cue>{either(TABLE['before']['cues'])})\s{_THE}{_HEDGE}$".replace(" ", r"\s"), re.IGNORECASE)
#: the text behind a figure that counts nothing itself
_ENDS = late(rf"[.,;:!?)\"']|\s*$|\n|\s{either(TABLE['behind'])}\b".replace(" ", r"\s"), re.IGNORECASE)
_SENTENCE = late(r"[.!?;][\s\"')]|\n")
_CANDIDATE = late(rf"(?<![\w$.,:/-])(?:(?P<sign>{SIGN}) ?)?(?=[0-9]|(?i:{either((*ONES, *TENS))})\b)")
_BEHIND_FROM = late(rf"\bfrom\s{_THE}{_HEDGE}$", re.IGNORECASE)
_BEHIND_FOR = late(rf"\bfor\s{_HEDGE}$", re.IGNORECASE)
#: what stands behind "than" before a figure that is compared, and does not only bound: "than the 14"
DEFINITE = ("the", "its", "their", "last", "THE", "ITS")
#: what joins some of several to all of them: "12 of the 40 km"
_OF_ALL = late(r"[ \n]of[ \n](?:the|its|their|his|her|our|these|those|all)[ \n](?=[0-9a-z])", re.IGNORECASE)


class Compared(NamedTuple):
    """What an amount is measured in: its unit, or the noun that it counts."""

    unit: UnitForm | None
    counted: str | None


def amount_of_all(text: str, bare: UnitFigure) -> Compared | None:
    """The unit or noun of the whole amount behind a bare figure: "five of the nine miles", "three of the 12 men"; or
    None.
    """
    joint = _OF_ALL.match(text, bare.end) if text[bare.end + 1 : bare.end + 2] in "oO" else None
    whole = figure_at(text, joint.end()) if joint and "figure" in bare.fields else None
    if whole is None or "figure" not in whole.fields or whole.fields["figure"].stated < bare.fields["figure"].stated:
        return None
    if whole.unit is not None:
        return Compared(whole.unit, None) if whole.unit.kind in ("quantity", "duration") else None
    noun = attributive_noun(text, whole.end) or counted_noun(text, whole.end)
    return Compared(None, noun) if noun else None


def compared_amount(text: str, bare: UnitFigure) -> Compared | None:
    """The unit or the noun of the amount that a bare figure is compared with, in the same sentence, or None."""
    start = bare.start
    if text[start - 3 : start].lower() not in ENDINGS or "figure" not in bare.fields or is_year(bare.words):
        return None
    lead = _LEADS.search(text, max(0, start - LEAD), start)
    if lead is None or not _ENDS.match(text, bare.end):
        return None
    low = max(0, lead.start() - REACH)
    for stop in _SENTENCE.finditer(text, low, lead.start()):
        low = stop.end()
    found = None
    for match in _CANDIDATE.finditer(text, low, lead.start()):
        found = measured_at(text, match, lead, bare.fields["figure"].stated) or found
    return found


def measured_at(text: str, match: re.Match[str], lead: re.Match[str], figure: float) -> Compared | None:
    """The unit or noun of the amount that starts at a match, where the cue behind it can compare the two, or None."""
    sign = currency_before(match["sign"]) if match["sign"] else None
    amount = figure_at(text, match.end(), sign=sign)
    if amount is None or amount.end > lead.start() or is_year(amount.words) or "figure" not in amount.fields:
        return None
    if not amount.fields["figure"].stated / MAX_RATIO <= figure <= amount.fields["figure"].stated * MAX_RATIO:
        return None
    cue = lead["cue"].lower()
    if cue == "than" and not text[lead.end("cue") + 1 :].startswith(DEFINITE):
        return None
    before = {"to": _BEHIND_FROM, "for": _BEHIND_FOR}.get(cue)
    if before is not None and not before.search(text, max(0, match.start() - LEAD), match.start()):
        return None
    if amount.unit is not None:
        return Compared(amount.unit, None) if cue != "for" or amount.unit.kind == "duration" else None
    noun = counted_noun(text, amount.end) if cue != "for" else None
    return Compared(None, noun) if noun else None
