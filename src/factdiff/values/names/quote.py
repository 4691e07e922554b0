"""Quotations: the words between quotation marks, and their speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.names.altered_words import Stretch, shared_stretch
from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

#: how many words the shorter and the longer of two quotations have at most that are told apart as mere phrases, though
#: they share no stretch
FEW, PHRASE = 4, 6
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: an editor's change: a remark in brackets, or an ellipsis
_EDITED = re.compile(r"[\[(][^\])]{0,80}[\])]|\.(?: ?\.){2,}|…")
#: a letter before a hyphen, which may be written without: "e-mail"
_LETTER = re.compile(r"\b([a-z])-(?=[a-z])")


def passages(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a quotation in lower case, by the passages that ellipses and brackets leave.

    >>> passages("We will ... defend [our] harbour")
    (('we', 'will'), ('defend',), ('harbour',))
    """
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if "-" in plain:
        plain = _LETTER.sub(r"\1", plain)
    parts = (_WORD.findall(part) for part in _EDITED.split(plain))
    return tuple([tuple(part) for part in parts if part])


def same_words(a: Quote, b: Quote, _: Tolerances) -> Answer | None:
    """Equal, where the words differ in case, spelling and punctuation at most."""
    if a.passages == b.passages or (a.contains(b) and b.contains(a)):
        return Answer(Relation.EQUAL, "same words", "both quote “{a}”")
    return None


def partial_quotation(a: Quote, b: Quote, _: Tolerances) -> Answer | None:
    """Inside or containing, where one quotes a part of the other; overlapping, where one marks an omission."""
    for one, two, relation in ((a, b, Relation.INSIDE), (b, a, Relation.CONTAINS)):
        if two.contains(one):
            return Answer(relation, "partial quotation", "one quotes a part of the other")
    if a.edited or b.edited:
        return Answer(Relation.OVERLAPPING, "edited quotation", "what was left out may hold the difference")
    return None


def other_passage(a: Quote, b: Quote, _: Tolerances) -> Answer | None:
    """Incomparable, where the quotations share no words; overlapping, where they agree in all words that they share."""
    stretch = a.stretch_shared_with(b)
    if stretch is None and not are_phrases(a.plain, b.plain):
        return Answer(Relation.INCOMPARABLE, "other passage", "the two are different passages")
    if stretch is not None and not stretch.alterations:
        return Answer(Relation.OVERLAPPING, "shared words", "they agree in all words that they share")
    return None


def are_phrases(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two quotations are so short that they are told apart though they share no stretch: both are mere phrases,
    or one is, and a third of its words are in the other.
    """
    short, long = sorted((one, two), key=len)
    return len(long) <= PHRASE or (len(short) <= FEW and len({*short} & {*long}) * 3 >= len(short))


def other_words(a: Quote, b: Quote, _: Tolerances) -> Answer:
    """Disjoint, since the words differ."""
    return Answer(Relation.DISJOINT, "other words", "the words differ: {a.words!r}, {b.words!r}")


@frozen(kw_only=True)
class Quote:
    """Quoted ``words`` as they stand, the full name or the office of the ``speaker`` (None where the text does not
    tell), and whether they are a part of a sentence of the text (``partial``).

    A language can give the words by passages in a form of its own: ``expanded``, with every contraction in full, and
    ``passages``, as they are compared, in one spelling.
    """

    kind: ClassVar[str] = "quote"
    ladder: ClassVar[Ladder] = (same_words, partial_quotation, other_passage, other_words)
    words: str
    speaker: str | None = field(default=None, eq=False)
    partial: bool = field(default=False, eq=False)
    expanded: tuple[tuple[str, ...], ...] = field(eq=False, repr=False)
    passages: tuple[tuple[str, ...], ...] = field(eq=False, repr=False)

    @expanded.default
    def _expanded(self) -> tuple[tuple[str, ...], ...]:
        return passages(self.words)

    @passages.default
    def _passages(self) -> tuple[tuple[str, ...], ...]:
        return self.expanded

    @property
    def edited(self) -> bool:
        """Whether an ellipsis or a bracket marks an editor's change."""
        return _EDITED.search(self.words) is not None

    @property
    def plain(self) -> tuple[str, ...]:
        """All words in the form in which they are compared."""
        return tuple(word for passage in self.passages for word in passage)

    @property
    def written(self) -> tuple[str, ...]:
        """The words of ``plain``, each as it is spelled here."""
        return tuple(word for passage in self.expanded for word in passage)

    def contains(self, other: Quote) -> bool:
        """Whether every passage of another quotation is a part of a passage of this one."""
        whole = " | ".join(f" {' '.join(passage)} " for passage in self.passages)
        return all(f" {' '.join(passage)} " in whole for passage in other.passages)

    def stretch_shared_with(self, other: Quote) -> Stretch | None:
        """The longest stretch of words that this quotation shares with another, or None."""
        return shared_stretch(self.passages, other.passages, (self.words, other.words))

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        words = " ".join(self.words.split())
        return {"type": self.kind, "words": words, "speaker": self.speaker, "partial": self.partial}

    def __str__(self) -> str:
        return " ".join(self.words.split())
