"""Negated verbs of English sentences ("was not known"), and whether a sentence affirms a verb."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.language.clauses import Denial
from factdiff.tables import read_table
from factdiff.text.patterns import either, late
from factdiff.text.typography import lowered

_TABLE = read_table("factdiff.languages.en.clauses", "denials.toml")
#: all patterns match text in lower case
_CONTRACTED_NOT = r"n' ?t"
_FOCUS = rf"(?!{either(_TABLE['focus'])}\b)"
_AUXILIARY = either(_TABLE["auxiliaries"])
_NONE = rf"no (?!{either(_TABLE['certain'])}\b)[a-z]{{3,20}}(?: [a-z]{{3,20}})? {_AUXILIARY}"
_NEITHER = rf"nor {_AUXILIARY}(?: the)? [a-z]{{2,20}}"
_NEGATED_AUXILIARY = (
    rf"{_AUXILIARY}(?: not|{_CONTRACTED_NOT})|cannot|ca{_CONTRACTED_NOT}|wo{_CONTRACTED_NOT}|"
    rf"{either(_TABLE['failing'])} to|{_NONE}|{_NEITHER}"
)
_DENIAL = late(
    rf"\b(?:(?P<led>{_NEGATED_AUXILIARY})|never|not)(?: {_FOCUS}(?:{either(_TABLE['between'])}|[a-z]{{2,20}}ly)){{0,3}}"
    rf"(?P<named> an?| the)? {_FOCUS}(?P<verb>[a-z]{{3,30}})\b"
)


def words_pattern(words: str, prefixes: str) -> str:
    """A pattern that matches the words of one list of the table, and any word with a prefix from another list."""
    return rf"\b(?:{either(_TABLE[words])}|{either(_TABLE[prefixes])}[a-z]{{0,10}})\b"


_NEGATIVE = late(rf"{_CONTRACTED_NOT}\b|{words_pattern('negative', 'beginnings')}")
_OPEN = late(rf"\b{either(_TABLE['open'])}\b|\?")
_MODAL = late(words_pattern("modal", "modal_beginnings"))


#: how many characters before a verb and behind it, in its clause, a negation or a modal can stand
BEFORE, BEHIND = 48, 12
_BREAK = late(r"[.!?,;:()\u2014\"]")


def denials(text: str, start: int, end: int) -> Iterator[Denial]:
    """The negated verbs of the sentence between two offsets; the quotation marks of the text are plain ones.

    >>> text = "The quay was not known, and the mayor did not only resign."
    >>> [text[denial.start : denial.end] for denial in denials(text, 0, len(text))]
    ['was not known']
    """
    lower = lowered(text)
    if may_deny(lower[start:end]) and not _OPEN.search(lower, start, end):
        for match in _DENIAL.finditer(lower, start, end):
            modality = modality_of(lower, *clause_window(lower, start, match.end(), end))
            yield Denial(*match.span(), match["verb"], match["led"] is None or match["named"] is not None, modality)


def may_deny(sentence: str) -> bool:
    """Whether a sentence in lower case holds a sign of negation. It is asked of every sentence, so it must be fast."""
    return (
        "not" in sentence or "n'" in sentence or "never" in sentence or " no " in sentence or "nor " in sentence
        or "fail" in sentence or "refuse" in sentence or "decline" in sentence or "unable" in sentence
    )  # fmt: skip


def affirms(text: str, start: int, at: int, end: int) -> str:
    """The modality of a verb at an offset, asserted or planned; an empty string where its sentence negates it.

    >>> text = "The mayor, who has no deputy, has signed the lease."
    >>> affirms(text, 0, text.index("signed"), len(text)), affirms(text, 0, text.index("deputy"), len(text))
    ('asserted', '')
    """
    lower = lowered(text)
    low, high = clause_window(lower, start, at, end)
    return (
        "" if _NEGATIVE.search(lower, low, high) or _OPEN.search(lower, start, end) else modality_of(lower, low, high)
    )


def clause_window(lower: str, start: int, at: int, end: int) -> tuple[int, int]:
    """The start and end of the part of the clause around a verb in which a negation or a modal can stand."""
    low, high = max(start, at - BEFORE), min(end, at + BEHIND)
    breaks = [match.end() for match in _BREAK.finditer(lower, low, at)]
    return (breaks[-1] if breaks else low), high


def modality_of(lower: str, low: int, high: int) -> str:
    """The modality of a clause: planned where it holds a modal such as "may", else asserted."""
    return "planned" if _MODAL.search(lower, low, high) else "asserted"
