"""What an English sentence denies, "was not known", and whether a sentence plainly affirms what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdiff.language.clauses import Denial
from factdiff.tables import read_table
from factdiff.text.patterns import either
from factdiff.text.typography import lowered

_TABLE = read_table("factdiff.languages.en.clauses", "denials.toml")
#: the patterns are for text in lower case
_NOT = r"n' ?t"
_FOCUS = rf"(?!{either(_TABLE['focus'])}\b)"
_AUXILIARY = either(_TABLE["auxiliaries"])
_NONE = rf"no (?!{either(_TABLE['certain'])}\b)[a-z]{{3,20}}(?: [a-z]{{3,20}})? {_AUXILIARY}"
_NEITHER = rf"nor {_AUXILIARY}(?: the)? [a-z]{{2,20}}"
_LED = rf"{_AUXILIARY}(?: not|{_NOT})|cannot|ca{_NOT}|wo{_NOT}|{either(_TABLE['failing'])} to|{_NONE}|{_NEITHER}"
_DENIAL = re.compile(
    rf"\b(?:(?P<led>{_LED})|never|not)(?: {_FOCUS}(?:{either(_TABLE['between'])}|[a-z]{{2,20}}ly)){{0,3}}"
    rf"(?P<named> an?| the)? {_FOCUS}(?P<verb>[a-z]{{3,30}})\b"
)


def said(words: str, beginnings: str) -> str:
    """A pattern of the words of one list of the table, and of those that begin like those of another."""
    return rf"\b(?:{either(_TABLE[words])}|{either(_TABLE[beginnings])}[a-z]{{0,10}})\b"


_NEGATIVE = re.compile(rf"{_NOT}\b|{said('negative', 'beginnings')}")
_OPEN = re.compile(rf"\b{either(_TABLE['open'])}\b|\?")
_MODAL = re.compile(said("modal", "modal_beginnings"))


#: how far before a verb, in its clause, and how far behind it what denies or weakens it can stand, in characters
BEFORE, BEHIND = 48, 12
_BREAK = re.compile(r"[.!?,;:()\u2014\"]")


def denials(text: str, start: int, end: int) -> Iterator[Denial]:
    """The verbs that a sentence between two offsets of a text with plain quotes denies.

    >>> text = "The quay was not known, and the mayor did not only resign."
    >>> [text[denial.start : denial.end] for denial in denials(text, 0, len(text))]
    ['was not known']
    """
    lower = lowered(text)
    if signed(lower[start:end]) and not _OPEN.search(lower, start, end):
        for match in _DENIAL.finditer(lower, start, end):
            modality = modal(lower, *window(lower, start, match.end(), end))
            yield Denial(*match.span(), match["verb"], match["led"] is None or match["named"] is not None, modality)


def signed(sentence: str) -> bool:
    """Whether a sentence in lower case can deny anything: asked of all, so by the beginnings of words."""
    return (
        "not" in sentence or "n'" in sentence or "never" in sentence or " no " in sentence or "nor " in sentence
        or "fail" in sentence or "refuse" in sentence or "decline" in sentence or "unable" in sentence
    )  # fmt: skip


def affirms(text: str, start: int, at: int, end: int) -> str:
    """The modality, asserted or planned, of a verb at an offset of a sentence that does not deny it; else nothing.

    >>> text = "The mayor, who has no deputy, has signed the lease."
    >>> affirms(text, 0, text.index("signed"), len(text)), affirms(text, 0, text.index("deputy"), len(text))
    ('asserted', '')
    """
    lower = lowered(text)
    low, high = window(lower, start, at, end)
    return "" if _NEGATIVE.search(lower, low, high) or _OPEN.search(lower, start, end) else modal(lower, low, high)


def window(lower: str, start: int, at: int, end: int) -> tuple[int, int]:
    """What stands close around a verb in its clause."""
    low, high = max(start, at - BEFORE), min(end, at + BEHIND)
    breaks = [match.end() for match in _BREAK.finditer(lower, low, at)]
    return (breaks[-1] if breaks else low), high


def modal(lower: str, low: int, high: int) -> str:
    """Whether a clause asserts what it tells, or tells what may be."""
    return "planned" if _MODAL.search(lower, low, high) else "asserted"
