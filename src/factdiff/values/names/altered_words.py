"""Altered words: where two quotations of one utterance differ, inside the stretch of words that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

#: how many words can stand between two shared runs of one stretch, if the runs have no more words, and at the ends of
#: two quotations that both begin or end there
GAP, EDGE = 4, 2
#: the signs between two sentences
SENTENCE_END = r"[.!?][\"'”’)]*\s+"
#: the fewest shared words of a stretch of short passages and of long ones, which share of its words is shared, and how
#: many of them stand side by side
FEWEST, MOST, SHARE, RUN = 3, 5, 0.6, 2
#: how many words two passages share at least where one ends as the other begins
OVERLAP = 4
#: how many words that are left out count as one that is altered
OMITTED = 4
#: how many letters an abbreviation has at least and at most
ABBREVIATION = 3, 5


@frozen
class Alteration:
    """Words of one quotation, and those that another has in their place; one of the two may be empty."""

    one: tuple[str, ...]
    two: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many words are altered; of words that one quotation leaves out, one and a quarter of the others."""
        most = max(len(self.one), len(self.two))
        return most if self.one and self.two else 1 + most // OMITTED


@frozen
class Stretch:
    """The longest stretch that two quotations share: how many words, and the ``alterations`` inside it.

    ``one`` and ``two`` are the words of the stretch in each of the quotations.
    """

    shared: int
    alterations: tuple[Alteration, ...]
    one: tuple[str, ...]
    two: tuple[str, ...]

    @property
    def altered(self) -> int:
        """How many words are altered."""
        return sum(change.size for change in self.alterations)

    @property
    def converse(self) -> Stretch:
        """The same stretch, seen from the other quotation."""
        changes = tuple([Alteration(change.two, change.one) for change in self.alterations])
        return Stretch(self.shared, changes, self.two, self.one)

    @property
    def share(self) -> float:
        """Which share of the words of the stretch is shared."""
        return self.shared / (self.shared + self.altered)


Block = tuple[int, int, int, int]
Words = tuple[str, ...]
Passages = tuple[Words, ...]


@lru_cache(maxsize=1 << 12)
def shared_stretch(one: Passages, two: Passages, texts: tuple[str, str]) -> Stretch | None:
    """The longest stretch that the passages of two quotations share, or None where they share too little.

    ``texts`` are the quotations as they stand. What an ellipsis leaves out is no alteration.

    >>> shared_stretch((("it", "can", "never", "work"),), (("but", "it", "can", "hardly", "work"),), ("", ""))
    ... # doctest: +NORMALIZE_WHITESPACE
    Stretch(shared=3, alterations=(Alteration(one=('never',), two=('hardly',)),),
            one=('it', 'can', 'never', 'work'), two=('it', 'can', 'hardly', 'work'))
    """
    if (two, texts[1]) < (one, texts[0]):  # both orders must give one answer
        other = shared_stretch(two, one, (texts[1], texts[0]))
        return other and other.converse
    found = [stretch for a in one for b in two for stretch in stretches(a, b, texts)]
    return max(found, key=lambda stretch: stretch.shared, default=None)


def stretches(one: Words, two: Words, texts: Sequence[str]) -> Iterator[Stretch]:
    """The stretches that two passages of words share; only the common words where one begins as the other ends."""
    from rapidfuzz.distance import LCSseq

    overlap = overlap_of(one, two) or overlap_of(two, one)
    if overlap:
        yield Stretch(len(overlap), (), overlap, overlap)
        return
    opcodes = LCSseq.opcodes(list(one), list(two))
    blocks = [(o.src_start, o.src_end, o.dest_start, o.dest_end) for o in opcodes if o.tag == "equal"]
    fewest = min(FEWEST + min(len(one), len(two)) // FEWEST - 1, MOST)
    for some in neighbouring_blocks(blocks):
        found = stretch_over(one, two, some, texts)
        longest = max(end - start for start, end, _, _ in some)
        if found.shared >= fewest and found.share >= SHARE and longest >= RUN:
            yield found


def overlap_of(one: Words, two: Words) -> Words:
    """The words at the end of one passage with which another begins, if they are many and neither is a part."""
    sizes = range(min(len(one), len(two)) - 1, OVERLAP - 1, -1)
    return next((one[-size:] for size in sizes if one[-size:] == two[:size]), ())


def stretch_over(one: Words, two: Words, blocks: Sequence[Block], texts: Sequence[str]) -> Stretch:
    """The stretch of two passages over some blocks of shared words."""
    first, last = blocks[0], blocks[-1]
    heads = to_start(one, first[0], texts[0]), to_start(two, first[2], texts[1])
    tails = to_end(one, last[1], texts[0]), to_end(two, last[3], texts[1])
    head = first[0] - heads[0], first[0], first[2] - heads[1], first[2]
    tail = last[1], last[1] + tails[0], last[3], last[3] + tails[1]
    gaps = [(a[1], b[0], a[3], b[2]) for a, b in pairwise(blocks)]
    spans = [*([head] if is_edge(head) else ()), *gaps, *([tail] if is_edge(tail) else ())]
    changed = [span for span in spans if not is_same(one, two, span, texts)]
    start = head if is_edge(head) else (first[0], 0, first[2], 0)
    end = tail if is_edge(tail) else (0, last[1], 0, last[3])
    return Stretch(
        sum(stop - start for start, stop, _, _ in blocks),
        tuple([Alteration(one[a:b], two[c:d]) for a, b, c, d in changed]),
        one[start[0] : end[1]],
        two[start[2] : end[3]],
    )


def neighbouring_blocks(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of shared words in groups with few words between them in both quotations, beside those they share."""
    group: list[Block] = []
    for block in blocks:
        if group:
            last = group[-1]
            beside = last[1] - last[0] + block[1] - block[0]
            if max(block[0] - last[1], block[2] - last[3]) > max(GAP, beside):
                yield group
                group = []
        group.append(block)
    if group:
        yield group


def to_end(words: Words, at: int, text: str) -> int:
    """How many words stand between one and the end of its sentence or of the passage, if they are few; else 0.

    >>> words = ("my", "wrist", "is", "fine", "my", "head", "was", "not")
    >>> to_end(words, 3, "My wrist is fine. My head was not"), to_end(words, 3, "My wrist is fine; my head was not")
    (1, 0)
    """
    for number in range(1, min(EDGE, len(words) - at) + 1):
        if at + number == len(words) or stand_together(words[at + number - 1 : at + number + 1], text, SENTENCE_END):
            return number
    return 0


def to_start(words: Words, at: int, text: str) -> int:
    """How many words stand between the beginning of a sentence or of the passage and one, if they are few; else 0."""
    for number in range(1, min(EDGE, at) + 1):
        start = at - number
        if start == 0 or stand_together(words[start - 1 : start + 1], text, SENTENCE_END):
            return number
    return 0


def is_edge(span: Block) -> bool:
    """Whether both quotations have other words where the shared ones begin or end."""
    return span[1] > span[0] and span[3] > span[2]


def is_same(one: Words, two: Words, span: Block, texts: Sequence[str]) -> bool:
    """Whether the words of a span differ in how they are written alone.

    They may differ in spaces ("any more"), by an abbreviation with its full stop ("Sen."), by an ampersand for a word,
    or by a word in the place of the sign between two sentences.
    """
    here, there = one[span[0] : span[1]], two[span[2] : span[3]]
    short, long = sorted(("".join(here), "".join(there)), key=len)
    if not short and 1 in (len(here), len(there)):
        words, at, text = (one, span[0], texts[0]) if not here else (two, span[2], texts[1])
        with_word = texts[0] if here else texts[1]
        beside = words[max(0, at - 1) : at + 1]
        joined = (*beside[:1], long, *beside[1:])
        return stand_together(beside, text, r"\W*[.;!?&]\W*") and stand_together(joined, with_word, r"[\s,]+")
    cut = ABBREVIATION[0] <= len(short) <= ABBREVIATION[1] and long.startswith(short)
    return short == long or (cut and any(f"{short}." in text.lower() for text in texts))


def stand_together(words: Sequence[str], text: str, signs: str) -> bool:
    """Whether words stand in a text with certain signs between them, which are a regular expression."""
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.search(signs.join(map(re.escape, words)), plain) is not None
