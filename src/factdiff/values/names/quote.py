"""Quotations: the words between quotation marks, and their speaker."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Any, ClassVar

from attrs import field, frozen

from factdiff.values.relation import Answer, Ladder, Relation
from factdiff.values.tolerances import Tolerances

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: an editor's change: a remark in brackets, or an ellipsis
_EDITED = re.compile(r"[\[(][^\])]{0,80}[\])]|\.(?: ?\.){2,}|…")
#: pattern of a contraction -> the words that it stands for
_CONTRACTIONS = (
    (re.compile(r"\bcan't\b"), "cannot"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\b(i)'m\b"), r"\1 am"),
    (re.compile(r"\b(we|you|they)'re\b"), r"\1 are"),
    (re.compile(r"\b(i|we|you|they)'ve\b"), r"\1 have"),
    (re.compile(r"\b(i|we|you|they|he|she|it|that)'ll\b"), r"\1 will"),
    (re.compile(r"\b(it|that|he|she|there|what|who)'s\b"), r"\1 is"),
)
#: a single letter with a hyphen that may be left out: "e-mail"
_LETTER_HYPHEN = re.compile(r"\b([a-z])-(?=[a-z])")
#: pattern of a British spelling -> the American one that it is compared as
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


#: number word -> its figure, as which it is compared
NUMBER_WORDS = {
    word: f"{n}{ending}"
    for first, ending, words in (
        (2, "", "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                "seventeen eighteen nineteen twenty"),
        (4, "th", "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
    )
    for n, word in enumerate(words.split(), first)
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def comparison_spelling(word: str) -> str:
    """The form in which a lower-case word is compared: its American spelling, or the figure of a number word.

    >>> [comparison_spelling(word) for word in ("organise", "organize", "centre", "center", "eleventh")]
    ['organize', 'organize', 'center', 'center', '11th']
    """
    word = word.replace("’", "'")
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if len(word) > 4:
        for written, other in _SPELLINGS:
            word, changed = written.subn(other, word)
            if changed:
                break
    return word


def passages(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a quotation in lower case and without contractions, split into passages at ellipses and brackets.

    >>> passages("We'll ... defend [our] harbour")
    (('we', 'will'), ('defend',), ('harbour',))
    """
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if "-" in plain:
        plain = _LETTER_HYPHEN.sub(r"\1", plain)
    parts = [_WORD.findall(part) for part in _EDITED.split(plain)]
    if "'" in plain:
        parts = [[*chain.from_iterable(map(expanded_contraction, part))] for part in parts]
    return tuple([tuple(part) for part in parts if part])


@lru_cache(maxsize=1 << 14)
def expanded_contraction(written: str) -> tuple[str, ...]:
    """The words that a lower-case word stands for: several for a contraction.

    >>> expanded_contraction("we'll"), expanded_contraction("harbour")
    (('we', 'will'), ('harbour',))
    """
    if "'" in written:
        for short, words in _CONTRACTIONS:
            written = short.sub(words, written)
    return tuple(written.split())


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


def other_words(a: Quote, b: Quote, _: Tolerances) -> Answer:
    """Disjoint, since the words differ."""
    return Answer(Relation.DISJOINT, "other words", "the words differ: {a.words!r}, {b.words!r}")


@frozen(kw_only=True)
class Quote:
    """Quoted ``words`` as written, and the full name or the office of the ``speaker`` (None where it is not known).

    ``partial`` says that the quoted words are a part of a sentence of the text.
    """

    kind: ClassVar[str] = "quote"
    ladder: ClassVar[Ladder] = (same_words, partial_quotation, other_words)
    words: str
    speaker: str | None = field(default=None, eq=False)
    partial: bool = field(default=False, eq=False)
    passages: tuple[tuple[str, ...], ...] = field(init=False, eq=False, repr=False)

    @passages.default
    def _passages(self) -> tuple[tuple[str, ...], ...]:
        return tuple([tuple(map(comparison_spelling, passage)) for passage in passages(self.words)])

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
        """All words in lower case, in the spelling of this quotation."""
        return tuple(word for passage in passages(self.words) for word in passage)

    def contains(self, other: Quote) -> bool:
        """Whether every passage of another quotation is a part of a passage of this one."""
        whole = " | ".join(f" {' '.join(passage)} " for passage in self.passages)
        return all(f" {' '.join(passage)} " in whole for passage in other.passages)

    def to_dict(self) -> dict[str, Any]:
        """``type`` and the fields of VALUES."""
        words = " ".join(self.words.split())
        return {"type": self.kind, "words": words, "speaker": self.speaker, "partial": self.partial}

    def __str__(self) -> str:
        return " ".join(self.words.split())
