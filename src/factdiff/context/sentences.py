"""The sentences of a text, with their sections and the words that say something."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from attrs import frozen

from factdiff.language import Lexicon, lowered
from factdiff.records import Mention
from factdiff.values.date import Date
from factdiff.values.place import Place
from factdiff.values.term import Term

#: a line longer than this is a paragraph, whatever ends it
LINE = 140
#: a paragraph longer than this is looked at in pieces
LONGEST = 10_000

_LINE = re.compile(r"[^\n]+(?:\n(?=[a-z])[^\n]+)*+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ENDS = re.compile(r"[.!?:](?: ?[\"')\]]){0,4}\s*$")


@frozen(eq=False)
class Sentence:
    """A sentence: where it stands, its ``section``, its words by offset and stem (a place by its keys), its ``dates``.

    The section is headline, lead, body or boilerplate.
    """

    start: int
    end: int
    section: str
    starts: array[int]
    stems: tuple[str, ...]
    dates: tuple[Date, ...]

    @cached_property
    def bag(self) -> frozenset[str]:
        """The stems, each once."""
        return frozenset(self.stems)

    @cached_property
    def places(self) -> frozenset[str]:
        """The keys of places among them."""
        return frozenset([stem for stem in self.stems if stem[0] == "="])

    def beside(self, start: int, end: int) -> tuple[str, str]:
        """The stems right before and right behind two offsets; empty where there is none."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.stems[first - 1] if first else "", (*self.stems[last : last + 1], "")[0]


def sentences(text: str, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """The sentences of a text in their order; blank lines are in none."""
    taken = [m for m in mentions if not isinstance(m.value, Term)]
    starts = [mention.start for mention in taken]
    for start, end, section in sections(text, lexicon):
        values = taken[bisect_left(starts, start) : bisect_left(starts, end)]
        dates = tuple([m.value for m in values if isinstance(m.value, Date) and not m.value.is_unresolved])
        words, stems = stemmed(text, start, end, lexicon, values)
        yield Sentence(start, end, section, words, stems, dates)


def sections(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where each sentence begins and ends, and its section.

    A line that no full stop ends is a headline; the first sentence under it is the lead. Boilerplate is what the
    language knows as such, and the headlines that follow it in the second half of the text.
    """
    from sentencex import segment

    lead, tail = True, False
    for line in _LINE.finditer(text):
        words, start = line.group(), line.start()
        short = len(words) <= LINE
        junk = short and lexicon.boilerplate is not None and bool(lexicon.boilerplate.match(words))
        headline = short and not _ENDS.search(words)
        tail = (tail or (junk and start > len(text) // 2)) and (junk or headline)
        section = "boilerplate" if junk or tail else "headline" if headline else "lead" if lead else "body"
        for part in chain.from_iterable(segment("en", piece) for piece in pieces(words)):
            end = start + len(part)
            if not part.isspace():
                yield start, end, section
                if section == "lead":
                    section, lead = "body", False
            start = end


def pieces(line: str) -> Iterator[str]:
    """A paragraph in pieces that sentencex, whose time grows with the square of its quotation marks, can take.

    >>> [len(piece) for piece in pieces(f"{'a' * 9000}. {'b' * 9000}.")]
    [9002, 9001]
    """
    start = 0
    while len(line) - start > LONGEST:
        stop = line.rfind(". ", start, start + LONGEST)
        end = start + LONGEST if stop < 0 else stop + 2
        yield line[start:end]
        start = end
    yield line[start:]


def stemmed(
    text: str, start: int, end: int, lexicon: Lexicon, values: Sequence[Mention]
) -> tuple[array[int], tuple[str, ...]]:
    """The offsets and stems of the words that say something.

    A place gives its keys, so that Moscow and the Kremlin meet in Russia; the words of other values give nothing, so
    that values do not count twice.
    """
    starts: list[int] = []
    stems: list[str] = []
    told = lexicon.told
    coming = iter(values)
    low = high = 0
    for word in _WORD.finditer(lowered(text), start, end):
        position = word.start()
        while high <= position:
            value = next(coming, None)
            low, high = (value.start, value.end) if value else (end, end)
        if position < low:
            if stem := told[word[0]]:
                starts.append(position)
                stems.append(stem)
        elif position == low and value is not None and isinstance(value.value, Place):
            keys = place_keys(value.value)
            starts += [position] * len(keys)
            stems += keys
    return array("I", starts), tuple(stems)


def place_keys(place: Place) -> tuple[str, ...]:
    """What a place counts as among words: itself, unless its name stands for the country, and its country last."""
    country = f"={place.country}"
    if place.country and (place.form != "name" or place.feature == "country"):
        return (country,)
    itself = f"={place.id or place.name}"
    return (itself, country) if place.country else (itself,)
