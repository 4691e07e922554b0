"""Quotations: the words between quotation marks, and who said them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: what an editor put in or left out: a remark in brackets, an ellipsis
_EDITED = re.compile(r"[\[(][^\])]{0,80}[\])]|\.(?: ?\.){2,}|…")
#: short forms and what they stand for
_SHORT = (
    (re.compile(r"\bcan't\b"), "cannot"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\b(i)'m\b"), r"\1 am"),
    (re.compile(r"\b(we|you|they)'re\b"), r"\1 are"),
    (re.compile(r"\b(i|we|you|they)'ve\b"), r"\1 have"),
    (re.compile(r"\b(i|we|you|they|he|she|it|that)'ll\b"), r"\1 will"),
    (re.compile(r"\b(it|that|he|she|there|what|who)'s\b"), r"\1 is"),
)
#: a letter before a hyphen, which may be written without: "e-mail"
_LETTER = re.compile(r"\b([a-z])-(?=[a-z])")
#: British writings and the American ones they are compared as
_SPELLINGS = (
    (re.compile(r"is(e[sdr]?|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e[sdr]?|ing)$"), r"yz\1"),
    (re.compile(r"([a-z]{2})our(s|ed|ing|ite|ites|able|ful)?$"), r"\1or\2"),
    (re.compile(r"([^aeiou])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"([aeiou])ll(ed|ing|er|ers)$"), r"\1l\2"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"mme(s)?$"), r"m\1"),
)


#: numbers that one paper writes as words and another in figures, whoever said them
FIGURES = {
    word: f"{n}{ending}"
    for first, ending, words in (
        (2, "", "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                "seventeen eighteen nineteen twenty"),
        (4, "th", "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
    )
    for n, word in enumerate(words.split(), first)
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def spelled(word: str) -> str:
    """A lower-case word in one of its British and American spellings, a small number in figures, for comparison alone.

    >>> spelled("organise") == spelled("organize"), spelled("centre") == spelled("center"), spelled("eleventh")
    (True, True, '11th')
    """
    word = word.replace("’", "'")
    if word in FIGURES:
        return FIGURES[word]
    if len(word) > 4:
        for written, other in _SPELLINGS:
            word, changed = written.subn(other, word)
            if changed:
                break
    return word


def passages(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a quotation in lower case, by the passages that ellipses and brackets leave.

    Short forms count as what they stand for.

    >>> passages("We'll ... defend [our] harbour")
    (('we', 'will'), ('defend',), ('harbour',))
    """
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if "-" in plain:
        plain = _LETTER.sub(r"\1", plain)
    parts = [_WORD.findall(part) for part in _EDITED.split(plain)]
    if "'" in plain:
        parts = [[*chain.from_iterable(map(whole, part))] for part in parts]
    return tuple([tuple(part) for part in parts if part])


@lru_cache(maxsize=1 << 14)
def whole(written: str) -> tuple[str, ...]:
    """The words that a lower-case one stands for.

    >>> whole("we'll"), whole("harbour")
    (('we', 'will'), ('harbour',))
    """
    if "'" in written:
        for short, words in _SHORT:
            written = short.sub(words, written)
    return tuple(written.split())


def same_words(a: Quote, b: Quote, _: Tolerances) -> Answer | None:
    """The same words, whatever their case, spelling and punctuation."""
    if a.passages == b.passages or (a.holds(b) and b.holds(a)):
        return Answer(Relation.EQUAL, "same words", "both quote “{a}”")
    return None


def contained(a: Quote, b: Quote, _: Tolerances) -> Answer | None:
    """One quotes a part of the other, or leaves something out and shows it."""
    for one, two, relation in ((a, b, Relation.INSIDE), (b, a, Relation.CONTAINS)):
        if two.holds(one):
            return Answer(relation, "partial quotation", "one quotes a part of the other")
    if a.edited or b.edited:
        return Answer(Relation.OVERLAPPING, "edited quotation", "what was left out may hold the difference")
    return None


def altered(a: Quote, b: Quote, _: Tolerances) -> Answer:
    """Other words."""
    return Answer(Relation.DISJOINT, "other words", "the words differ: {a.words!r}, {b.words!r}")


@frozen(kw_only=True)
class Quote:
    """Quoted ``words`` as they stand, the full name or the office of the ``speaker`` (None where the text does not
    tell), and whether they are a part of a sentence of the text (``partial``).
    """

    kind: ClassVar[str] = "quote"
    ladder: ClassVar[Ladder] = (same_words, contained, altered)
    words: str
    speaker: str | None = field(default=None, eq=False)
    partial: bool = field(default=False, eq=False)
    passages: tuple[tuple[str, ...], ...] = field(init=False, eq=False, repr=False)

    @passages.default
    def _passages(self) -> tuple[tuple[str, ...], ...]:
        return tuple([tuple(map(spelled, passage)) for passage in passages(self.words)])

    @property
    def edited(self) -> bool:
        """Whether an ellipsis or a bracket shows that something was left out or put in."""
        return _EDITED.search(self.words) is not None

    @property
    def plain(self) -> tuple[str, ...]:
        """All words, in one case and spelling."""
        return tuple(word for passage in self.passages for word in passage)

    @property
    def written(self) -> tuple[str, ...]:
        """The words of ``plain``, each as it is spelled here."""
        return tuple(word for passage in passages(self.words) for word in passage)

    def holds(self, other: Quote) -> bool:
        """Whether every passage of another quotation stands in one of this one."""
        whole = " | ".join(f" {' '.join(passage)} " for passage in self.passages)
        return all(f" {' '.join(passage)} " in whole for passage in other.passages)

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        words = " ".join(self.words.split())
        return {"type": self.kind, "words": words, "speaker": self.speaker, "partial": self.partial}

    def __str__(self) -> str:
        return " ".join(self.words.split())
