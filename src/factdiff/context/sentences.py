"""The sentences of a text, with their sections and the stems of their content words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import chain, compress, pairwise

from attrs import frozen

from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention
from factdiff.text.tokens import Tokens, tokens
from factdiff.text.typography import lowered
from factdiff.values.calendar.date import Date
from factdiff.values.calendar.time import Time
from factdiff.values.places.place import Place
from factdiff.values.terms.term import Term

#: a line longer than this is a paragraph, whatever ends it
LONGEST_HEADLINE = 140
#: a paragraph longer than this is split into sentences in chunks
LONGEST_PARAGRAPH = 10_000

_LINE = re.compile(r"[^\n]+(?:\n(?=[a-z])[^\n]+)*+")
_ENDS = re.compile(r"[.!?:](?: ?[\"')\]]){0,4}\s*$")

#: which share of the stems of two sentences that were told twice is common to them
SAME_WORDS = 0.9


@frozen(eq=False)
class Sentence:
    """A sentence with its offsets, its ``section`` (headline, lead, body or boilerplate) and its ``dates``.

    ``starts`` and ``stems`` are the offsets and stems of its content words, where a place counts as its keys; ``bag``
    holds each stem once.
    """

    start: int
    end: int
    section: str
    starts: tuple[int, ...]
    stems: tuple[str, ...]
    bag: frozenset[str]
    dates: tuple[Date, ...]

    def has_words_of(self, other: Sentence) -> bool:
        """Whether two sentences are nearly the same words."""
        return len(self.bag & other.bag) >= SAME_WORDS * len(self.bag | other.bag)

    def adjacent_stems(self, start: int, end: int) -> tuple[str, str]:
        """The stems right before and right behind a span; empty strings where there is none."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.stems[first - 1] if first else "", (*self.stems[last : last + 1], "")[0]

    def surroundings(self, start: int, end: int, reach: int) -> frozenset[str]:
        """The stems that stand at most some characters before or behind a span, without those inside it."""
        low, first, last, high = (bisect_left(self.starts, at) for at in (start - reach, start, end, end + reach))
        return frozenset(self.stems[low:first] + self.stems[last:high])


def sentences(text: str, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """The sentences of a text in their order; blank lines are in none."""
    taken = [m for m in mentions if not isinstance(m.value, Term)]
    starts, split = [mention.start for mention in taken], tokens(text)
    for start, end, section in sections(text, lexicon, frozenset(inside_times(text, taken))):
        values = taken[bisect_left(starts, start) : bisect_left(starts, end)]
        dates = tuple([m.value for m in values if isinstance(m.value, Date) and not m.value.is_unresolved])
        words, stems = stems_of(split, start, end, lexicon, values)
        yield Sentence(start, end, section, words, stems, frozenset(stems), dates)


def inside_times(text: str, mentions: Sequence[Mention]) -> Iterator[int]:
    """Where the full stop of a time seems to end a sentence: before a zone or a day ("9 p.m. EST", "9 p.m. Friday")."""
    for one, two in pairwise((*mentions, None)):
        if one is not None and isinstance(one.value, Time):
            yield from (one.start + stop.end() for stop in re.finditer(r"\. ", one.surface))
            if two is not None and isinstance(two.value, Date) and text[one.end : two.start] == " ":
                yield two.start


def sections(text: str, lexicon: Lexicon, inside: Container[int] = ()) -> Iterator[tuple[int, int, str]]:
    """The start, end and section of each sentence, of which none starts where it is said to be ``inside`` another.

    A line without a full stop at its end is a headline; the first sentence under it is the lead. Boilerplate are the
    lines that the language knows as such, and the headlines that follow them in the second half of the text.
    """
    from sentencex import segment

    lead, tail, lower = True, False, lowered(text)
    for line in _LINE.finditer(text):
        words, (start, end) = line[0], line.span()
        junk = headline = False
        if end - start <= LONGEST_HEADLINE:
            junk = lexicon.boilerplate is not None and lexicon.boilerplate.match(lower, start, end) is not None
            headline = not _ENDS.search(words)
        tail = (tail or (junk and start > len(text) // 2)) and (junk or headline)
        section = "boilerplate" if junk or tail else "headline" if headline else "lead" if lead else "body"
        if lexicon.no_abbreviation is not None:
            words = lexicon.no_abbreviation.sub(filler, words)
        split, end = chunks(words) if len(words) > LONGEST_PARAGRAPH else (words,), start
        for part in chain.from_iterable(segment(lexicon.segmentation, piece) for piece in split):
            end += len(part)
            if end in inside:
                continue
            if not text[start:end].isspace():
                yield start, end, section
                if section == "lead":
                    section, lead = "body", False
            start = end


def filler(match: re.Match[str]) -> str:
    """A word of the length of a match that is no abbreviation."""
    return "Z" + "z" * (len(match[0]) - 1)


def chunks(line: str) -> Iterator[str]:
    """A paragraph in chunks: the time of sentencex grows with the square of the number of quotation marks.

    >>> [len(piece) for piece in chunks(f"{'a' * 9000}. {'b' * 9000}.")]
    [9002, 9001]
    """
    start = 0
    while len(line) - start > LONGEST_PARAGRAPH:
        stop = line.rfind(". ", start, start + LONGEST_PARAGRAPH)
        end = start + LONGEST_PARAGRAPH if stop < 0 else stop + 2
        yield line[start:end]
        start = end
    yield line[start:]


def stems_of(
    split: Tokens, start: int, end: int, lexicon: Lexicon, values: Sequence[Mention]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The offsets and stems of the content words between two offsets.

    A place counts as its keys, so that Moscow and the Kremlin have Russia in common. The words of other values are
    left out, so that values do not count twice.
    """
    first, last = bisect_left(split.offsets, start), bisect_left(split.offsets, end)
    starts, words = [*split.offsets[first:last]], [*split.kinds[first:last]]
    if "'" in words:
        join_apostrophes(starts, words)
    stems = [*map(lexicon.stems.__getitem__, words)]
    for value in values:
        low = bisect_left(starts, value.start)
        high = bisect_left(starts, value.end, low)
        if low < high:
            leads = starts[low] == value.start and value.surface[0].isalpha()
            keys = place_keys(value.value) if leads and isinstance(value.value, Place) else ()
            starts[low:high], stems[low:high] = [value.start] * len(keys), keys
    return tuple(compress(starts, stems)), tuple(filter(None, stems))


def join_apostrophes(starts: list[int], words: list[str]) -> None:
    """Join the words on both sides of an apostrophe into one.

    >>> starts, words = [0, 3, 6, 7, 8], ["we", "don", "'", "t", "."]
    >>> join_apostrophes(starts, words)
    >>> starts, words
    ([0, 3, 8], ['we', "don't", '.'])
    """
    number = 1
    while True:
        try:
            number = words.index("'", number, -1)
        except ValueError:
            return
        before, behind = words[number - 1], words[number + 1]
        whole = starts[number + 1] - starts[number - 1] == len(before) + 1 and starts[number + 1] - starts[number] == 1
        if whole and before.isalpha() and behind.isalpha():
            words[number - 1 : number + 2] = [f"{before}'{behind}"]
            del starts[number : number + 2]
        number += 1


def place_keys(place: Place) -> tuple[str, ...]:
    """The keys of a place among stems: the place, unless its name stands for its country, and its country last."""
    country = f"={place.country}"
    if place.country and (place.form != "name" or place.feature == "country"):
        return (country,)
    itself = f"={place.id or place.name}"
    return (itself, country) if place.country else (itself,)
