"""Stance: who confirms, denies or does not comment, and what is said to be done or not done, with negation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from factdiff.language.rules import Overlaid
from factdiff.languages.en.headlines.casing import as_prose
from factdiff.languages.en.names.speakers import Actor, Speech
from factdiff.tables import read_table
from factdiff.values.names.stance import Stance

_TABLE = read_table("factdiff.languages.en.names", "stances.toml")
NEGATION, PLANNED, ALLEGED = (frozenset(_TABLE["words"][name]) for name in ("negation", "planned", "alleged"))
#: how far before a phrase its negation, and a word that hedges it, can stand, in words
NEGATED, HEDGED = 3, 4
#: adverbs that may stand inside a phrase, beside those in -ly
ADVERBS = NEGATION | {"also", "now", "still", "once", "already", "again", "since", "immediately", "yet", "even"}

_BY = re.compile(r" (?:[a-z]+ ){0,2}?by ")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be) (?:[a-z]+ly )?$")
_OR = re.compile(r",? (?:or|nor|and) |, ", re.IGNORECASE)
_FROM = re.compile(r" (?:either )?(?:the )?", re.IGNORECASE)


@frozen
class Phrase:
    """The words of a stance: its verb class or sort of outcome, its polarity, and whether it is what someone says."""

    words: tuple[str, ...]
    verb: str
    polarity: int
    spoken: bool


def phrases() -> dict[str, list[Phrase]]:
    """First word -> the phrases that it starts, the longest first."""
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    for verb, every in _TABLE["spoken"].items():
        for words in every:
            found[words.split()[0]].append(Phrase(tuple(words.split()), verb, 1, True))
    for verb, sides in _TABLE["outcomes"].items():
        for polarity, side in ((1, "positive"), (-1, "negative")):
            for words in sides[side]:
                found[words.split()[0]].append(Phrase(tuple(words.split()), verb, polarity, False))
    return {first: sorted(some, key=lambda phrase: -len(phrase.words)) for first, some in found.items()}


PHRASES = phrases()
#: first word of phrases -> the words that can follow it; nothing for a phrase of one word
SECOND = {
    first: {phrase.words[1] if len(phrase.words) > 1 else "" for phrase in some} for first, some in PHRASES.items()
}


def stances(speech: Speech) -> Iterator[Overlaid]:
    """The stances of a text."""
    taken, words = 0, speech.words
    for word in words.led(PHRASES, begins):
        if word.start < taken:
            continue
        behind = [*islice(words.behind(word), len(PHRASES[word.lower][0].words))]
        following = [word.lower for word in behind]
        for phrase in PHRASES[word.lower]:
            if (count := matches(following, phrase.words)) >= 0:
                taken = behind[count - 1].end if count else word.end
                inside = [word for word in following[: max(0, count - 1)] if word not in phrase.words]
                before = [*inside, *[word.lower for word in islice(words.before(word), HEDGED)]]
                yield from read(speech, phrase, word.start, taken, before)
                break


def begins(first: str, second: str) -> bool:
    """Whether the word behind one that can start a phrase lets it go on."""
    seconds = SECOND[first]
    return second in seconds or "" in seconds or adverb(second)


def matches(following: Sequence[str], phrase: tuple[str, ...]) -> int:
    """How many words behind its first one a phrase takes, of those that follow; -1 where it does not stand there.

    At most one adverb stands between its words: "will not play", "has flatly denied".
    """
    if len(phrase) > 1 and phrase[1] not in following[:2]:
        return -1
    at, skipped = 0, False
    for wanted in phrase[1:]:
        if not skipped and at + 1 < len(following) and following[at] != wanted and adverb(following[at]):
            at, skipped = at + 1, True
        if at == len(following) or following[at] != wanted:
            return -1
        at += 1
    return at


def adverb(word: str) -> bool:
    """Whether a word may stand inside a phrase."""
    return word in ADVERBS or word.endswith("ly")


def read(speech: Speech, phrase: Phrase, start: int, end: int, before: list[str]) -> Iterator[Overlaid]:
    """The stances that a phrase tells: one for each who takes it."""
    negated = not NEGATION.isdisjoint(before[:NEGATED])
    hedged = (
        "planned" if not PLANNED.isdisjoint(before) else "alleged" if not ALLEGED.isdisjoint(before[:2]) else "asserted"
    )
    polarity = -phrase.polarity if negated else phrase.polarity
    if phrase.verb == "no-comment":
        polarity = 1
    holders: list[Actor | None] = [*takers(speech, phrase, start, end)] or [None]
    for actor in holders:
        value = Stance(
            verb=phrase.verb,
            polarity=polarity,
            spoken=phrase.spoken,
            modality=hedged,
            holder=actor.key if actor else None,
        )
        parts = (("holder", actor.start, actor.end),) if actor else ()
        yield Overlaid(value, start, end, f"stance-{phrase.verb}", parts)


def takers(speech: Speech, phrase: Phrase, start: int, end: int) -> list[Actor]:
    """Who takes a stance: the subject of the verb, who follows "by" in the passive, or all who follow "from"."""
    text = speech.text
    if phrase.words[-1] == "from":
        found = []
        at = end
        while (glue := _FROM.match(text, at)) and (actor := speech.first_behind(at, glue.end() + 1)) is not None:
            found.append(actor)
            more = _OR.match(text, actor.end)
            if not more:
                break
            at = more.end() - 1
        return found
    text = as_prose(text, start)
    by = _BY.match(text, end)
    if by and _PASSIVE.search(text, max(0, start - 30), start):
        actor = speech.first_behind(by.end() - 1, by.end() + 24)
        return [actor] if actor else []
    subject = speech.subject(start, end)
    return [subject] if subject else []
