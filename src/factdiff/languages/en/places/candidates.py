"""Candidates for places: the names of the gazetteer in a text, with the evidence for and against each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from attrs import frozen

from factdiff.languages.en.headlines.casing import in_headline, name_end
from factdiff.languages.en.places.toponyms import (
    BEFORE,
    INSTITUTIONS,
    OFFICES,
    STOP,
    TABLE,
    Toponym,
    is_known_place,
    name_at,
    named_spans,
    word_before,
)
from factdiff.text.patterns import either, late

#: words before the name of a person
TITLES = frozenset(TABLE["titles"])
#: words before a name that show a place
INSIDE, LOCATIVE = frozenset(TABLE["inside"]), frozenset(TABLE["locative"])
#: "the city of", "a town called", "aged 39, of"
_OF = late(rf"(?:\b{either(TABLE['kinds'])} (?:of|called|named)|[0-9], (?:of|from)) (?:the )?$")
_OF_PLACE = late(r"\sof\s(?:the\s)?(?=[A-Z])")
KINDS = frozenset(TABLE["kinds"])
OF = frozenset({"of", "called", "named", "from"})
_BEHIND = late(rf"(?:-based|-area|-born)\b|(?:'s)? {either(TABLE['behind'])}\b")
_FOLLOWING = late(r"\s(\w+)")
_CAPITALISED_AFTER = late(r"\s[A-Z][\w-]*\.?(?:\s(?:(?:of|and|for|the) ){0,2}[A-Z][\w-]*\.?){0,5}")
_LINK = late(r"(?:, (?:and |or )?| and | or )(?:the )?", re.IGNORECASE)
LONGEST_LINK = len(", and the ")
NOT_LISTED: frozenset[tuple[str, str | None]] = frozenset()
_INSTITUTION = late(rf"\b{either(INSTITUTIONS)} of (?:the )?$")
#: words behind a name that make it the name of something else, and the first words of phrases that show a place
NAMESAKES, BEHIND = frozenset(TABLE["called"]), frozenset(words.split()[0] for words in TABLE["behind"])
#: a name that goes on ("Toul des Lilas"), or that of a president ("the Lincoln and Jackson administrations")
_NAME_CONTINUES = late(
    rf"\s(?:{either(TABLE['particles'])}\s[A-Z]|(?:and\s[A-Z][\w-]{{2,20}}\s)?{either(TABLE['governments'])}\b)"
)
CONTINUING = frozenset(words.split()[0] for words in ("and", *TABLE["particles"], *TABLE["governments"]))
#: words of a headline that a name does not go on with
PARTING = frozenset({"In", "And", "Or", "On", "At", "To"})
#: signs that end no word, and how many characters before a name are read
NO_WORD, REACH = ",;:()\"'", 40
#: what may follow the place of a dateline: its state or country, the agency, the day, and a dash
_DATELINE = late(
    r"(?:, [A-Z][\w. ]{1,20})?(?:,? \([^()\n]{2,30}\))?(?:, [A-Z][a-z]{2,8}\.? [0-9]{1,2})? ?(?:--?|\u2014) "
)


class Occurrence(NamedTuple):
    """An occurrence of a toponym in a text: its span, up to three parts of the text ``before`` it, cut at blanks, the
    word right before it with its full stop, and the word right behind it.
    """

    start: int
    end: int
    toponym: Toponym
    before: list[str]
    previous: str
    following: str


@frozen(slots=False)  # which is made in half the time
class Candidate:
    """A toponym in a text, with the evidence that it means a place.

    ``part`` says of which longer name it is rather a part: given, family, name, or None. ``evidence`` is dateline,
    inside ("in"), locative ("from"), kind ("the city of"), list (beside a place) or None. ``peers`` holds the levels of
    the names in the same list: countries, or divisions of a country.
    """

    start: int
    end: int
    toponym: Toponym
    part: str | None = None
    evidence: str | None = None
    peers: frozenset[tuple[str, str | None]] = frozenset()


def candidates(text: str) -> Iterator[Candidate]:
    """The names of the gazetteer in a text, in its order; the longest where several start together."""
    occurrences = (occurrence(text, start, toponym) for start, toponym in named_spans(text))
    last = peer = None
    for name, following in pairwise(chain(occurrences, (None,))):
        assert name is not None
        gap = following.start - name.end if following else len(text)
        linked = following if gap <= LONGEST_LINK and _LINK.fullmatch(text, name.end, name.end + gap) else None
        peers = NOT_LISTED
        if peer or linked:
            peers = frozenset(level for one in (peer, linked) if one and (level := one.toponym.level))
        part = part_of_name(text, name, last)
        last = Candidate(name.start, name.end, name.toponym, part, evidence(text, name, peer), peers)
        peer = last if linked else None
        yield last


def occurrence(text: str, start: int, toponym: Toponym) -> Occurrence:
    """A toponym at an offset with the words beside it."""
    end = start + len(toponym.surface)
    before = text[max(0, start - REACH) : start].rsplit(None, 2)
    following = _FOLLOWING.match(text, end)
    return Occurrence(
        start, end, toponym, before, word_right_before(text, start, before), following[1] if following else ""
    )


def word_right_before(text: str, start: int, before: list[str]) -> str:
    """The word right before a name, or an empty string."""
    last = before[-1] if before else ""
    if last[-1:] in NO_WORD:
        return ""
    if last.isalpha() and text[start - 1].isspace() and not text[start - 2].isspace():
        return last
    return word_before(text, start)


def part_of_name(text: str, name: Occurrence, last: Candidate | None) -> str | None:
    """Whether a name is part of a longer name: given or family for a person's, name for any other; else None.

    >>> text = "The writer Jack London met Paris Hilton and President Lincoln in Boston on Monday."
    >>> [(one.toponym.surface, one.part) for one in candidates(text)]  # doctest: +NORMALIZE_WHITESPACE
    [('Jack', 'given'), ('London', 'family'), ('Paris', 'given'), ('Hilton', 'family'), ('Lincoln', 'family'),
     ('Boston', None)]
    """
    previous = name.previous
    if name.before[-1:] == ["&"]:
        return "name"  # "Smith & Co"
    if previous in TITLES or (last and last.part == "given" and last.end + 1 == name.start and last.toponym.town):
        return "family"
    if previous[:1].isupper() and not (previous[-1] == "." or tells_nothing(previous) or is_known_place(previous)):
        return "family"
    if previous in ("of", "the") and _INSTITUTION.search(text, max(0, name.start - 24), name.start):
        return "name"
    return part_by_following(text, name) if name.following else None


def part_by_following(text: str, name: Occurrence) -> str | None:
    """The same, judged by the words behind a name."""
    following, toponym = name.following, name.toponym
    if following.lower() in NAMESAKES or (
        toponym.town and following in CONTINUING and _NAME_CONTINUES.match(text, name.end)
    ):
        return "name"
    if following in PARTING and in_headline(text, name.start):
        return None
    of = _OF_PLACE.match(text, name.end) if following == "of" else None
    if of and toponym.surface.rpartition(" ")[2].lower() in KINDS and not is_inside_following(text, toponym, of.end()):
        return "name"  # "the Southern Province of Sicily" is Sicily
    continuation = _CAPITALISED_AFTER.match(text, name.end)
    if continuation is None or toponym.surface.endswith("."):  # an abbreviation may end the sentence
        return None
    words = frozenset(text[name.end : name_end(text, name.end, continuation.end())].split())
    if not words:  # of a headline, in which a common word with another behind it is no place
        return "name" if is_common_word(toponym) else None
    if words & INSTITUTIONS:
        return "name"
    return "given" if words.isdisjoint(OFFICES) and not is_inside_following(text, toponym, name.end + 1) else None


def is_common_word(toponym: Toponym) -> bool:
    """Whether a name often is another word, and none of a capital or of a country by several words."""
    top = toponym.named[0]
    return top.guarded and not toponym.sure and not top.entry.capital


def tells_nothing(word: str) -> bool:
    """Whether a capitalised word is no part of the name behind it: the first of a sentence, or a direction."""
    return word in BEFORE or word.lower() in STOP or word.lower() in LOCATIVE


def is_inside_following(text: str, name: Toponym, start: int) -> bool:
    """Whether the name at an offset is a place that contains one of the senses of the first name."""
    holder = name_at(text, start)
    outer = {one.entry.id for one in holder.named} if holder else set()
    return any(outer.intersection(one.entry.within) for one in name.named)


def evidence(text: str, name: Occurrence, peer: Candidate | None) -> str | None:
    """The evidence beside a name that it means a place, or None; ``peer`` is the name before it in a list."""
    beside = text[name.start - 1 : name.start]
    if beside in ("", "\n") and _DATELINE.match(text, name.end):
        return "dateline"
    if peer is not None:
        if peer.evidence in (None, "locative") and is_known_place(peer.toponym.surface):
            return "list"
        if peer.evidence:
            return peer.evidence
    words = name.before
    if words and beside.isspace():
        nearest = words[-1].lower()
        if nearest == "the" and len(words) > 1 and not in_headline(text, name.start):
            nearest = words[-2].lower()
        if nearest in INSIDE:
            return "inside"
        if nearest in LOCATIVE and words[-2:-1] != ["according"]:
            return "locative"
        if nearest in OF and _OF.search(text, max(0, name.start - REACH), name.start):
            return "kind"
    behind = name.following in BEHIND or text[name.end : name.end + 1] in ("-", "'")
    return "kind" if behind and _BEHIND.match(text, name.end) else None
