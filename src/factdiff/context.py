"""What surrounds a mention: its sentence, the words near it, events, participants, and what it is tied to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from factdiff.language import Lexicon, load, plain
from factdiff.records import Mention, Source
from factdiff.values.date import Date
from factdiff.values.money import Money
from factdiff.values.number import Number
from factdiff.values.place import Place
from factdiff.values.quantity import Quantity

#: how many words at either side are near; how far behind a mention what it is tied to can stand, in characters
NEAR, TIED = 8, 48
#: a line longer than this is a paragraph, whatever ends it
LINE = 140

_LINE = re.compile(r"[^\n]+(?:\n(?=[a-z])[^\n]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ENDS = re.compile(r"[.!?:][\"')\]]*\s*$")
_BREAK = re.compile(r"[,;:.()]")
_BRACKET = re.compile(r"\s?[(\[]")
_QUOTE = re.compile('"')
_PREVIOUS = re.compile(r"([^\W\d_]+)\s(?:the\s)?$")


@frozen
class Sentence:
    """A sentence: where it stands, its ``section`` (headline, lead, body or boilerplate), its words as pairs of offset
    and stem (a place by its id), what it holds of dates, and where its quotation marks are.
    """

    start: int
    end: int
    section: str
    starts: tuple[int, ...]
    stems: tuple[str, ...]
    bag: frozenset[str]
    dates: tuple[Date, ...]
    quotes: tuple[int, ...]


@frozen
class Context:
    """What surrounds one mention.

    ``near`` are the stems and places close to it, ``events`` the classes of events they tell of, ``thing`` the class
    of what it counts, ``tied`` the places that its noun belongs to ("missiles from Iran"), ``preposition`` the word
    before it, ``quoted`` whether it stands in quotation marks.
    """

    sentence: Sentence
    near: frozenset[str]
    events: frozenset[str]
    thing: str | None
    tied: frozenset[str]
    preposition: str | None
    quoted: bool


def describe(source: Source, mentions: Sequence[Mention]) -> tuple[Context, ...]:
    """The context of each mention of a source, in their order."""
    text, lexicon = plain(source.text), load(source.lang).lexicon
    found = list(sentences(text, lexicon, mentions))
    starts = [mention.start for mention in mentions]
    contexts = []
    at = 0
    for number, mention in enumerate(mentions):
        while at + 1 < len(found) and found[at + 1].start <= mention.start:
            at += 1
        after = mentions[number + 1 : bisect_left(starts, mention.end + TIED)]
        contexts.append(around(text, mention, after, found[at], lexicon))
    return tuple(contexts)


def sentences(text: str, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """The sentences of a text with their sections; a line that no full stop ends is a headline."""
    from sentencex import segment

    places = {m.start: m for m in mentions if isinstance(m.value, Place)}
    dated = [m for m in mentions if isinstance(m.value, Date)]
    date_starts = [m.start for m in dated]
    lead = True
    tail = False
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        short = len(line.group()) <= LINE
        junk = short and lexicon.boilerplate is not None and bool(lexicon.boilerplate.match(line.group()))
        whole = bool(_ENDS.search(line.group())) or not short
        tail = (tail or (junk and line.start() > len(text) // 2)) and not (whole and not short)
        section = "boilerplate" if junk or tail else "headline" if not whole else "lead" if lead else "body"
        start = line.start()
        for part in segment("en", line.group()):
            end = start + len(part)
            if part.strip():
                held = dated[bisect_left(date_starts, start) : bisect_left(date_starts, end)]
                yield sentence(text, start, end, section, lexicon, places, [m.value for m in held])  # type: ignore[misc]
                if section == "lead":
                    section, lead = "body", False
            start = end


def sentence(
    text: str, start: int, end: int, section: str, lexicon: Lexicon, places: Mapping[int, Mention], dates: list[Date]
) -> Sentence:
    """One sentence with its stems; words of a place become its id, so that Moscow and the Kremlin meet in Russia."""
    starts: list[int] = []
    stems: list[str] = []
    taken = 0
    for word in _WORD.finditer(text, start, end):
        place = places.get(word.start())
        if place is not None:
            taken = place.end
            starts.append(word.start())
            stems.append(place_key(place.value))  # type: ignore[arg-type]
        elif word.start() >= taken:
            lower = word.group().lower().removesuffix("'s")
            if lower not in lexicon.stop:
                starts.append(word.start())
                stems.append(lexicon.lemma(lower))
    quotes = tuple(mark.start() for mark in _QUOTE.finditer(text, start, end))
    return Sentence(start, end, section, tuple(starts), tuple(stems), frozenset(stems), tuple(dates), quotes)


def place_key(place: Place) -> str:
    """What a place counts as among words: its country where the name stands for it, else itself."""
    if place.form != "name" and place.country:
        return f"={place.country}"
    return f"={place.country if place.feature == 'country' else place.id or place.name}"


def around(text: str, mention: Mention, after: Sequence[Mention], sentence: Sentence, lexicon: Lexicon) -> Context:
    """The context of one mention."""
    at = bisect_left(sentence.starts, mention.start)
    end = bisect_left(sentence.starts, mention.end)
    near = (*sentence.stems[max(0, at - NEAR) : at], *sentence.stems[end : end + NEAR])
    previous = _PREVIOUS.search(text, max(0, mention.start - 24), mention.start)
    counted = mention.value.counted if isinstance(mention.value, Number) else None
    return Context(
        sentence=sentence,
        near=frozenset(near),
        events=frozenset().union(*(lexicon.events.get(stem, ()) for stem in near)),
        thing=counted and lexicon.things.get(counted, counted),
        tied=tied(text, mention, after, lexicon),
        preposition=previous[1].lower() if previous else None,
        quoted=bisect_left(sentence.quotes, mention.start) % 2 == 1,
    )


def tied(text: str, mention: Mention, after: Sequence[Mention], lexicon: Lexicon) -> frozenset[str]:
    """The places that the noun behind a mention belongs to: "from Iran" behind it, or "Iranian" within it."""
    keys = set()
    for other in after:
        between = text[mention.end : other.start]
        if _BREAK.search(between):
            break
        if isinstance(other.value, Place):
            words = between.lower().split()
            if (other.value.form == "demonym" and len(words) <= 2) or (words and words[-1] in lexicon.linking):
                keys.add(place_key(other.value))
                break
    return frozenset(keys)


def restatements(source: Source, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of one kind of which the second, in brackets, says the first again: "900km (500 miles)"."""
    text = plain(source.text)
    for first, second in pairwise(mentions):
        if first.kind == second.kind and _BRACKET.fullmatch(text, first.end, second.start) and restates(first, second):
            yield first, second


def restates(first: Mention, second: Mention) -> bool:
    """Whether a mention in brackets can be the one before it said again: dates, amounts of one dimension, money."""
    a, b = first.value, second.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.measure.dimension == b.measure.dimension and a.unit != b.unit
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency != b.currency
    return isinstance(a, Date)
