"""The names that stand in a text, and what their surroundings say for and against their being places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from attrs import frozen

from factdiff.languages.en.headlines.casing import ended, in_headline
from factdiff.languages.en.places.toponyms import (
    BEFORE,
    INSTITUTIONS,
    OFFICES,
    STOP,
    TABLE,
    Toponym,
    known,
    name_at,
    named_spans,
    word_before,
)
from factdiff.text.patterns import either

#: words before the name of a person
TITLES = frozenset(TABLE["titles"])
#: words before a name that show it to be a place
INSIDE, LOCATIVE = frozenset(TABLE["inside"]), frozenset(TABLE["locative"])
#: "the city of", "a town called", "aged 39, of"
_OF = re.compile(rf"(?:\b{either(TABLE['kinds'])} (?:of|called|named)|[0-9], (?:of|from)) (?:the )?$")
_OF_PLACE = re.compile(r"\sof\s(?:the\s)?(?=[A-Z])")
KINDS = frozenset(TABLE["kinds"])
OF = frozenset({"of", "called", "named", "from"})
_BEHIND = re.compile(rf"(?:-based|-area|-born)\b|(?:'s)? {either(TABLE['behind'])}\b")
_FOLLOWING = re.compile(r"\s(\w+)")
_NEXT = re.compile(r"\s[A-Z][\w-]*\.?(?:\s(?:(?:of|and|for|the) ){0,2}[A-Z][\w-]*\.?){0,5}")
_LINK = re.compile(r"(?:, (?:and |or )?| and | or )(?:the )?")
LONGEST_LINK = len(", and the ")
NO_PEERS: frozenset[tuple[str, str | None]] = frozenset()
_INSTITUTION = re.compile(rf"\b{either(INSTITUTIONS)} of (?:the )?$")
#: what is called after a place and is none, and the words that what shows a place behind its name starts with
CALLED, BEHIND = frozenset(TABLE["called"]), frozenset(words.split()[0] for words in TABLE["behind"])
#: "Toul des Lilas", "the Lincoln and Jackson administrations": a town's name that goes on, or that of a president
_GOES_ON = re.compile(
    rf"\s(?:{either(TABLE['particles'])}\s[A-Z]|(?:and\s[A-Z][\w-]{{2,20}}\s)?{either(TABLE['governments'])}\b)"
)
GOING_ON = frozenset(words.split()[0] for words in ("and", *TABLE["particles"], *TABLE["governments"]))
#: what stands behind no word, and how far before a name is looked, in characters
NO_WORD, REACH = ",;:()\"'", 40
#: what may follow the place of a dateline: what holds it, the agency, the day, and a dash
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?(?:,? \([^()\n]{2,30}\))?(?:, [A-Z][a-z]{2,8}\.? [0-9]{1,2})? ?(?:--?|\u2014) "
)


class Spot(NamedTuple):
    """A name where it stands in a text: its offsets, up to three pieces of what stands ``before`` it, cut at blanks,
    the word right before it, with its full stop, and the one right behind it.
    """

    start: int
    end: int
    toponym: Toponym
    before: list[str]
    previous: str
    following: str


@frozen(slots=False)  # which is made in half the time
class Candidate:
    """A name that stands in a text, and what shows that it means a place.

    ``part`` says that it is rather part of a longer name, ``evidence`` is dateline, inside ("in"), locative ("from"),
    kind ("the city of"), list (beside a place) or None; ``peers`` tells of the names that it stands in a list with
    which are countries, and which divisions of what country.
    """

    start: int
    end: int
    toponym: Toponym
    part: str | None = None
    evidence: str | None = None
    peers: frozenset[tuple[str, str | None]] = frozenset()


def candidates(text: str) -> Iterator[Candidate]:
    """The names of a text that are in the gazetteer, the longest where several start together, in their order."""
    spots = (spot(text, start, toponym) for start, toponym in named_spans(text))
    last = peer = None
    for name, following in pairwise(chain(spots, (None,))):
        assert name is not None
        gap = following.start - name.end if following else len(text)
        linked = following if gap <= LONGEST_LINK and _LINK.fullmatch(text, name.end, name.end + gap) else None
        peers = NO_PEERS
        if peer or linked:
            peers = frozenset(level for one in (peer, linked) if one and (level := one.toponym.level))
        part = part_of_name(text, name, last)
        last = Candidate(name.start, name.end, name.toponym, part, evidence(text, name, peer), peers)
        peer = last if linked else None
        yield last


def spot(text: str, start: int, toponym: Toponym) -> Spot:
    """A name with the words beside it."""
    end = start + len(toponym.surface)
    before = text[max(0, start - REACH) : start].rsplit(None, 2)
    following = _FOLLOWING.match(text, end)
    return Spot(start, end, toponym, before, right_before(text, start, before), following[1] if following else "")


def right_before(text: str, start: int, before: list[str]) -> str:
    """The word right before a name, by what stands there."""
    last = before[-1] if before else ""
    if last[-1:] in NO_WORD:
        return ""
    if last.isalpha() and text[start - 1].isspace() and not text[start - 2].isspace():
        return last
    return word_before(text, start)


def part_of_name(text: str, name: Spot, last: Candidate | None) -> str | None:
    """Whether a name is rather part of the name of a person, "Jack London", or of something else, "Paris Hilton".

    >>> text = "The writer Jack London met Paris Hilton and President Lincoln in Boston on Monday."
    >>> [(one.toponym.surface, one.part) for one in candidates(text)]  # doctest: +NORMALIZE_WHITESPACE
    [('Jack', 'given'), ('London', 'family'), ('Paris', 'given'), ('Hilton', 'family'), ('Lincoln', 'family'),
     ('Boston', None)]
    """
    previous = name.previous
    if previous in TITLES or (last and last.part == "given" and last.end + 1 == name.start and last.toponym.town):
        return "family"
    if previous[:1].isupper() and not (previous[-1] == "." or opening(previous) or known(previous)):
        return "family"
    if previous in ("of", "the") and _INSTITUTION.search(text, max(0, name.start - 24), name.start):
        return "name"
    return goes_on(text, name) if name.following else None


def goes_on(text: str, name: Spot) -> str | None:
    """The same by what follows a name."""
    following, toponym = name.following, name.toponym
    if following.lower() in CALLED or (toponym.town and following in GOING_ON and _GOES_ON.match(text, name.end)):
        return "name"
    of = _OF_PLACE.match(text, name.end) if following == "of" else None
    if of and toponym.surface.rpartition(" ")[2].lower() in KINDS and not contained(text, toponym, of.end()):
        return "name"  # "the Southern Province of Sicily" is Sicily
    follows = _NEXT.match(text, name.end)
    if follows is None or toponym.surface.endswith("."):  # an abbreviation may end the sentence
        return None
    words = frozenset(text[name.end : ended(text, name.end, follows.end())].split())
    if not words:  # of a headline, in which a common word with another behind it is no place
        return "name" if toponym.named[0].guarded else None
    if words & INSTITUTIONS:
        return "name"
    return "given" if words.isdisjoint(OFFICES) and not contained(text, toponym, name.end + 1) else None


def opening(word: str) -> bool:
    """Whether a capitalised word says nothing of the name behind it: the first of a sentence, or a direction."""
    return word in BEFORE or word.lower() in STOP or word.lower() in LOCATIVE


def contained(text: str, name: Toponym, start: int) -> bool:
    """Whether the name at an offset is a place that holds one of those that a name can mean."""
    holder = name_at(text, start)
    outer = {one.entry.id for one in holder.named} if holder else set()
    return any(outer.intersection(one.entry.within) for one in name.named)


def evidence(text: str, name: Spot, peer: Candidate | None) -> str | None:
    """What stands around a name and shows it to be a place; ``peer`` is the name before it in a list."""
    beside = text[name.start - 1 : name.start]
    if beside in ("", "\n") and _DATELINE.match(text, name.end):
        return "dateline"
    if peer is not None:
        if peer.evidence in (None, "locative") and known(peer.toponym.surface):
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
