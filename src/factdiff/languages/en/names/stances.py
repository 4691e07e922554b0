"""Stances and outcomes: who confirms, denies or declines to comment, and what was done or not done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from attrs import frozen

from factdiff.language.rules import Overlaid
from factdiff.languages.en.headlines.casing import as_prose
from factdiff.languages.en.names.speakers import Actor, Speech
from factdiff.tables import read_table
from factdiff.text.patterns import late
from factdiff.values.names.stance import Stance

_TABLE = read_table("factdiff.languages.en.names", "stances.toml")
NEGATION, PLANNED, ALLEGED = (frozenset(_TABLE["words"][name]) for name in ("negation", "planned", "alleged"))
#: how many words before a phrase its negation, and a word of its modality, can stand
NEGATION_REACH, MODALITY_REACH = 3, 4
#: adverbs that may stand inside a phrase, beside those in -ly
ADVERBS = NEGATION | {"also", "now", "still", "once", "already", "again", "since", "immediately", "yet", "even"}

_BY = late(r" (?:[a-z]+ ){0,2}?by ")
_PASSIVE = late(r"\b(?:is|are|was|were|been|being|be) (?:[a-z]+ly )?$")
_NEXT_HOLDER = late(r",? (?:or|nor|and) |, ", re.IGNORECASE)
_FROM = late(r" (?:either )?(?:the )?", re.IGNORECASE)


@frozen
class Phrase:
    """The words of a stance or an outcome: its class, its polarity, and whether it is a stance that someone speaks."""

    words: tuple[str, ...]
    verb: str
    polarity: int
    spoken: bool

    @cached_property
    def second(self) -> str:
        """The second word, or an empty string."""
        return self.words[1] if len(self.words) > 1 else ""


def phrases() -> dict[str, list[Phrase]]:
    """First word -> the phrases that it begins, longest first."""
    by_first_word: defaultdict[str, list[Phrase]] = defaultdict(list)
    for verb, every in _TABLE["spoken"].items():
        for words in every:
            by_first_word[words.split()[0]].append(Phrase(tuple(words.split()), verb, 1, True))
    for verb, sides in _TABLE["outcomes"].items():
        for polarity, side in ((1, "positive"), (-1, "negative")):
            for words in sides[side]:
                by_first_word[words.split()[0]].append(Phrase(tuple(words.split()), verb, polarity, False))
    return {first: sorted(some, key=lambda phrase: -len(phrase.words)) for first, some in by_first_word.items()}


PHRASES = phrases()
#: first word of phrases -> the words that can follow it; nothing for a phrase of one word
SECOND_WORDS = {first: frozenset(phrase.second for phrase in some) for first, some in PHRASES.items()}


def stances(speech: Speech) -> Iterator[Overlaid]:
    """The stances of a text."""
    taken, words = 0, speech.words
    for word in words.starting_phrases(SECOND_WORDS, is_adverb):
        if word.start < taken:
            continue
        behind = [*islice(words.words_behind(word), len(PHRASES[word.lower][0].words))]
        following = [word.lower for word in behind]
        seconds = ("", *following[:2])
        for phrase in PHRASES[word.lower]:
            if phrase.second in seconds and (count := words_matched(following, phrase.words)) >= 0:
                taken = behind[count - 1].end if count else word.end
                inside = [word for word in following[: max(0, count - 1)] if word not in phrase.words]
                before = [*inside, *[word.lower for word in islice(words.words_before(word), MODALITY_REACH)]]
                yield from stances_of(speech, phrase, word.start, taken, before)
                break


def words_matched(following: Sequence[str], phrase: tuple[str, ...]) -> int:
    """The number of words behind the first one that a phrase takes up; -1 where the words are not those of the phrase.

    At most one adverb stands between its words: "will not play", "has flatly denied".
    """
    at, skipped = 0, False
    for wanted in phrase[1:]:
        if not skipped and at + 1 < len(following) and following[at] != wanted and is_adverb(following[at]):
            at, skipped = at + 1, True
        if at == len(following) or following[at] != wanted:
            return -1
        at += 1
    return at


def is_adverb(word: str) -> bool:
    """Whether a word may stand inside a phrase."""
    return word in ADVERBS or word.endswith("ly")


def stances_of(speech: Speech, phrase: Phrase, start: int, end: int, before: list[str]) -> Iterator[Overlaid]:
    """The stances that a phrase expresses: one for each holder, or one without a holder."""
    negated = not NEGATION.isdisjoint(before[:NEGATION_REACH])
    modality = (
        "planned" if not PLANNED.isdisjoint(before) else "alleged" if not ALLEGED.isdisjoint(before[:2]) else "asserted"
    )
    polarity = -phrase.polarity if negated else phrase.polarity
    if phrase.verb == "no-comment":
        polarity = 1
    actors: list[Actor | None] = [*holders(speech, phrase, start, end)] or [None]
    for actor in actors:
        value = Stance(
            verb=phrase.verb,
            polarity=polarity,
            spoken=phrase.spoken,
            modality=modality,
            holder=actor.key if actor else None,
        )
        parts = (("holder", actor.start, actor.end),) if actor else ()
        yield Overlaid(value, start, end, f"stance-{phrase.verb}", parts)


def holders(speech: Speech, phrase: Phrase, start: int, end: int) -> list[Actor]:
    """The holders of a stance: the subject of the verb, the actor behind "by" in the passive, or all behind "from"."""
    text = speech.text
    if phrase.words[-1] == "from":
        found = []
        at = end
        while (before_holder := _FROM.match(text, at)) and (
            actor := speech.first_behind(at, before_holder.end() + 1)
        ) is not None:
            found.append(actor)
            more = _NEXT_HOLDER.match(text, actor.end)
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
