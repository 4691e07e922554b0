"""The names of a text that can be places, and what their surroundings say for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import frozen

from factdiff import gazetteer
from factdiff.gazetteer import Named
from factdiff.language import read_table
from factdiff.languages.en.words import last_word
from factdiff.patterns import either

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")["places"]
_STOP = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["stop"])
#: capitalised words that may follow a town without making a person or a company of it, and that may stand before it
OFFICES, BEFORE, TITLES = (frozenset(_TABLE[name]) for name in ("offices", "before", "titles"))
#: institutions that are called after a place
INSTITUTIONS = frozenset(_TABLE["institutions"])
#: words with a capital that are no place by themselves
WORDS = OFFICES | BEFORE | INSTITUTIONS | frozenset(_TABLE["words"])
#: words before a name that show it to be a place
INSIDE, LOCATIVE = frozenset(_TABLE["inside"]), frozenset(_TABLE["locative"])

#: forms of a name that are no demonym or metonym
NAMES = frozenset({"name", "variant", "alternate", "abbreviation"})
#: a town of so many inhabitants is a place wherever its name stands
LARGE = 100_000
#: where a name can start
START = re.compile(r"[A-Z](?<![\w@#.].)(?<!\W-.)(?<![0-9]-.)", re.DOTALL)
_ONE = r"(?:[A-Z]\.){2,6}|[^\W\d_]+(?:['-][^\W\d_]+){0,5}\.?"
_WORD = re.compile(_ONE)
_PREVIOUS = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(\.?)[-\s]$")
#: "the city of", "a town called", "aged 39, of"
_OF = re.compile(rf"(?:\b{either(_TABLE['kinds'])} (?:of|called|named)|[0-9], (?:of|from)) (?:the )?$")
_OF_PLACE = re.compile(r"\sof\s(?:the\s)?(?=[A-Z])")
KINDS = frozenset(_TABLE["kinds"])
OF = frozenset({"of", "called", "named", "from"})
_BEHIND = re.compile(rf"(?:-based|-area|-born)\b|(?:'s)? {either(_TABLE['behind'])}\b")
_NEXT = re.compile(r"\s[A-Z][\w-]*\.?(?:\s(?:(?:of|and|for|the) ){0,2}[A-Z][\w-]*\.?){0,5}")
_LINK = re.compile(r"(?:, (?:and |or )?| and | or )(?:the )?")
_INSTITUTION = re.compile(rf"\b{either(INSTITUTIONS)} of (?:the )?$")
_CALLED = re.compile(rf"\s{either(_TABLE['called'])}\b", re.IGNORECASE)
#: "Toul des Lilas", "the Lincoln and Jackson administrations": a town's name that goes on, or that of a president
_GOES_ON = re.compile(
    rf"\s(?:{either(_TABLE['particles'])}\s[A-Z]|(?:and\s[A-Z][\w-]{{2,20}}\s)?{either(_TABLE['governments'])}\b)"
)
#: what may follow the place of a dateline: what holds it, the agency, the day, and a dash
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?(?:,? \([^()\n]{2,30}\))?(?:, [A-Z][a-z]{2,8}\.? [0-9]{1,2})? ?(?:--?|\u2014) "
)


@frozen(slots=False)  # which is made in half the time
class Candidate:
    """A name that stands in a text, the places that it can mean, and what shows that it means one.

    ``part`` says that it is rather part of a longer name, ``evidence`` is dateline, inside ("in"), locative ("from"),
    kind ("the city of"), list (beside a place) or None; ``peers`` tells of the names that it stands in a list with
    which are countries, and which divisions of what country.
    """

    start: int
    end: int
    surface: str
    named: tuple[Named, ...]
    part: str | None = None
    evidence: str | None = None
    peers: frozenset[tuple[str, str | None]] = frozenset()


def candidates(text: str) -> Iterator[Candidate]:
    """The names of a text that are in the gazetteer, the longest where several start together, in their order."""
    names = tuple(named_spans(text))
    last = peer = None
    for name, following in zip(names, (*names[1:], None), strict=False):
        linked = following if following and _LINK.fullmatch(text, name.end, following.start) else None
        peers = frozenset(filter(None, map(level, filter(None, (peer, linked))))) if peer or linked else frozenset()
        last = Candidate(
            name.start,
            name.end,
            name.surface,
            name.named,
            part_of_name(text, name, last),
            evidence(text, name, peer),
            peers,
        )
        peer = last if linked else None
        yield last


def level(name: Candidate) -> tuple[str, str | None] | None:
    """What a name that is known to be a country or a first-order division says of its peers: what it is, and where."""
    top = name.named[0]
    if top.guarded or top.form not in NAMES or top.entry.feature not in ("country", "district") or not large(top):
        return None
    return top.entry.feature, top.entry.country if top.entry.feature == "district" else None


def named_spans(text: str) -> Iterator[Candidate]:
    """The names of a text, before anything is known of what stands around them."""
    taken = 0
    for match in START.finditer(text):
        start = match.start()
        if start < taken or (text[start - 1 : start] == "-" and not after_place(text, start)):
            continue
        end, named = name_at(text, start)
        if named and not word(text[start:end], named):
            taken = end
            yield Candidate(start, end, text[start:end], named)


def word(surface: str, named: tuple[Named, ...]) -> bool:
    """Whether a name is a common word with a capital, or an acronym that a village is called like."""
    if surface in WORDS or (surface.lower() in _STOP and not surface.isupper()):
        return True
    return surface.isupper() and named[0].form in ("name", "alternate") and not large(named[0])


def after_place(text: str, start: int) -> bool:
    """Whether the word before a hyphen is a place: "the US-Mexico border"."""
    previous = _PREVIOUS.search(text, last_word(text, start), start)
    return previous is not None and known(previous[1])


def name_at(text: str, start: int) -> tuple[int, tuple[Named, ...]]:
    """Where the longest name that starts here ends, and its places; the offset itself and none where there is none.

    >>> text = "South Korea's president met the U.S. envoy in St. Petersburg."
    >>> [text[start : name_at(text, start)[0]] for start in (0, 32, 46)]
    ['South Korea', 'U.S.', 'St. Petersburg']
    """
    words = _WORD.match(text, start)
    reach = longest_from(words.group()) if words else 0
    if reach > 1:
        words = up_to(reach).match(text, start)
    length, named = longest(words.group().replace("\n", " ")) if words and reach else (0, ())
    return start + length, named


@cache
def up_to(most: int) -> re.Pattern[str]:
    """A pattern of up to so many words."""
    return re.compile(rf"(?:{_ONE})(?:[ \n](?:{_ONE})){{0,{most - 1}}}")


@lru_cache(maxsize=1 << 14)
def longest(phrase: str) -> tuple[int, tuple[Named, ...]]:
    """How many characters the longest name takes that a phrase starts with, and its places.

    >>> longest("South Korea's president")[0], longest("Nobody")
    (11, (0, ()))
    """
    words = phrase.split(" ")
    while words:
        *before, last = words
        for ending in endings(last):
            name = " ".join((*before, ending))
            if named := gazetteer.lookup(name):
                return len(name), named
        words = before
    return 0, ()


@lru_cache(maxsize=1 << 14)
def longest_from(word: str) -> int:
    """Of how many words the longest name is that starts with a word, whatever may stand at its end."""
    return max(map(gazetteer.reach, endings(word)))


@lru_cache(maxsize=1 << 14)
def endings(word: str) -> tuple[str, ...]:
    """A word as it stands, and without what may be no part of a name at its end.

    >>> endings("Russia's"), endings("Ill."), endings("Paris-based")
    (("Russia's", 'Russia'), ('Ill.', 'Ill'), ('Paris-based', 'Paris'))
    """
    found = [word]
    if word.endswith("'s"):
        found.append(word[:-2])
    elif word.endswith("."):
        found.append(word[:-1])
    first, hyphen, rest = word.partition("-")
    if hyphen and (rest[:1].islower() or known(rest)):
        found.append(first)
    return tuple(found)


def part_of_name(text: str, name: Candidate, last: Candidate | None) -> str | None:
    """Whether a name is rather part of the name of a person, "Jack London", or of something else, "Paris Hilton".

    >>> text = "The writer Jack London met Paris Hilton and President Lincoln in Boston on Monday."
    >>> [(one.surface, one.part) for one in candidates(text)]  # doctest: +NORMALIZE_WHITESPACE
    [('Jack', 'given'), ('London', 'family'), ('Paris', 'given'), ('Hilton', 'family'), ('Lincoln', 'family'),
     ('Boston', None)]
    """
    previous = _PREVIOUS.search(text, last_word(text, name.start), name.start)
    before = previous[1] if previous and not previous[2] else ""
    if (previous and previous[1] + previous[2] in TITLES) or (
        last and last.part == "given" and last.end + 1 == name.start and town(last.named[0])
    ):
        return "family"
    if before[:1].isupper() and not opening(before) and not known(before):
        return "family"
    if _CALLED.match(text, name.end):
        return "name"
    if before in ("of", "the") and _INSTITUTION.search(text, max(0, name.start - 24), name.start):
        return "name"
    if town(name.named[0]) and _GOES_ON.match(text, name.end):
        return "name"
    of = _OF_PLACE.match(text, name.end)
    if of and name.surface.rpartition(" ")[2].lower() in KINDS and not contained(text, name, of.end()):
        return "name"  # "the Southern Province of Sicily" is Sicily
    follows = _NEXT.match(text, name.end)
    if follows is None or name.surface.endswith("."):  # an abbreviation may end the sentence
        return None
    words = frozenset(follows.group().split())
    if words & INSTITUTIONS:
        return "name"
    return "given" if words.isdisjoint(OFFICES) and not contained(text, name, name.end + 1) else None


def opening(word: str) -> bool:
    """Whether a capitalised word says nothing of the name behind it: the first of a sentence, or a direction."""
    return word in BEFORE or word.lower() in _STOP or word.lower() in LOCATIVE


@lru_cache(maxsize=1 << 14)
def known(word: str) -> bool:
    """Whether a word is a place wherever it stands."""
    return any(large(named) and not named.guarded for named in gazetteer.lookup(word))


def town(named: Named) -> bool:
    """Whether a name is that of a town or a division, as persons and companies bear them."""
    return named.form in NAMES and named.entry.feature in ("city", "county", "district")


def large(named: Named) -> bool:
    """Whether a place is known without more: all but small towns and second-order divisions."""
    entry = named.entry
    if named.form == "alternate":
        return False
    least = {"city": LARGE, "county": 5 * LARGE, "district": LARGE // 5}.get(entry.feature, 0)
    return entry.population >= least


def contained(text: str, name: Candidate, start: int) -> bool:
    """Whether the name at an offset is a place that holds one of those that a name can mean."""
    outer = {one.entry.id for one in name_at(text, start)[1]}
    return any(outer.intersection(one.entry.within) for one in name.named)


def evidence(text: str, name: Candidate, peer: Candidate | None) -> str | None:
    """What stands around a name and shows it to be a place; ``peer`` is the name before it in a list."""
    line = text[name.start - 1 : name.start]
    if line in ("", "\n") and _DATELINE.match(text, name.end):
        return "dateline"
    if peer is not None:
        if known(peer.surface) and peer.evidence in (None, "locative"):
            return "list"
        if peer.evidence:
            return peer.evidence
    before = text[max(0, name.start - 40) : name.start]
    words = before.rsplit(None, 2)
    if before[-1:].isspace() and words:
        nearest = words[-1].lower()
        if nearest == "the" and len(words) > 1:
            nearest = words[-2].lower()
        if nearest in INSIDE:
            return "inside"
        if nearest in LOCATIVE and words[-2:-1] != ["according"]:
            return "locative"
        if nearest in OF and _OF.search(before):
            return "kind"
    return "kind" if _BEHIND.match(text, name.end) else None
