"""Names of persons and organisations, found without a trained model in runs of capitalised words.

A run is a person's name where an office, a title, a given name, an age or a verb of saying stands in it or beside it,
or where its last word stands alone elsewhere in the text, as surnames do. A lone surname is a name where the text or
the table of office holders knows its bearer, or where it differs by a letter or two from a surname of the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from factdiff.language.rules import Entity, Overlaid, Spanned
from factdiff.languages.en.headlines.casing import in_headline, name_end
from factdiff.languages.en.names.capitalised_runs import (
    ENDS_NAME,
    GIVEN,
    MAY_BE_SURNAME,
    OFFICES,
    ORGANISATIONS,
    PARTY_ADJECTIVES,
    PARTY_NOUNS,
    PREFIXES,
    SAYING,
    STOP,
    THINGS,
    TITLES,
    UPPER,
    Segment,
    Spans,
    is_office,
    runs,
    segments,
)
from factdiff.languages.en.names.cue_words import last_word_start
from factdiff.languages.en.names.named_things import named_things
from factdiff.languages.en.names.trades import TRADES, names_person_before, stands_as_trade
from factdiff.tables import read_table
from factdiff.text.memo import Memo
from factdiff.text.patterns import either, late
from factdiff.values.names.name import MIN_LENGTH, Name, SpellingIndex, folded
from factdiff.values.places.place import Place

#: words before a name that are no part of it: "of the Interior Ana Duarte", "Producers Ana Duarte and"
LEADING = frozenset(OFFICES) | {
    word for words in read_table("factdiff.languages.en.names", "offices.toml")["fields"].values() for word in words
}
#: words before the surname of an office that are no given name
NO_GIVEN = LEADING | PREFIXES
#: whether a word is an office or a title, which show that the name behind it is a person's
IS_PERSON_CUE = Memo(lambda word: is_office(word) or word.rstrip(".") in TITLES)
_WORDS = read_table("factdiff.languages.en.names", "offices.toml")["words"]
#: offices that are surnames as well, and what stands behind a surname
SURNAME_OFFICES, SUFFIXES = frozenset(_WORDS["surnames"]), frozenset(_WORDS["suffixes"])
NOT_IN_PERSONS = ORGANISATIONS | THINGS
_AGE = late(r",? (?i:aged )?\(?[1-9][0-9]\b[,).]?|, (?i:who|whose|from)\b|, (?i:an?|the) [1-9][0-9]-(?i:year-old)\b")
#: the end of a line behind a capitalised word that follows one in small letters, before another that one follows
_BREAK = late(r"(?<=[a-z,] )([A-Z][a-z]+)\n(?=[A-Z][\w'-]+(?:[,.]| [a-z]))")
#: the same with less before it, which is found faster
_BROKEN = late(r"\n(?<=[a-z]\n)(?=[A-Z])")
#: a party or an office with its organisation right before a name: "Congress's ", "The editor of the Dundalk Herald, "
_PARTY_OF = late(rf"\b{either(_WORDS['parties'])}'s $")
_OFFICE_OF = late(
    r"\b([a-z]+) (?:of|for|at) (?:the )?[^\W\d_][\w'-]*(?: (?:(?:of|and|for|the) )?[^\W\d_][\w'-]*){0,4}, $",
    re.IGNORECASE,
)
_APPOSED = late(
    r"(?:, | ?\u2014 ?)(?:(?:the|an?|its|their|his|her|our|then|now) )?(?:[^\W\d_][\w'-]* ){0,4}?"
    r"(?:[^\W\d_]+-)?([^\W\d_]+)"
    r"(?:,| (?:of|for|at|who|and|from|in|with|whose)\b|\.)",
    re.IGNORECASE,
)
_WORD_AFTER = late(r",?\"? ([a-z]+)", re.IGNORECASE)
_WORD_BEFORE = late(r"([^\W\d_]+),? $")
_OF = late(rf" (?i:of|for) (?i:the )?([{UPPER}][\w'-]*(?: (?i:and |of )?[{UPPER}][\w'-]*){{0,5}})")
#: nouns of professions by their endings, right before a name: "geneticist Ana Duarte"
_AGENT = late(r"[a-z]{3,}(?:ist|ian|eer|man|woman|person|master)")


#: how far before a name its party or its office is looked for, in characters
REACH = 80


def names(
    text: str, found: Sequence[Spanned], holders: Iterable[str] = (), entities: Iterable[Entity] = ()
) -> list[Overlaid]:
    """The names of a text.

    ``found`` holds the values that rules found in it, ``holders`` surnames that are always known, and ``entities`` the
    names that a trained model found.
    """
    text, places = without_breaks(text), Spans((f.start, f.end) for f in found if isinstance(f.value, Place))
    named: list[Overlaid] = []
    undecided: list[Segment] = []
    beside_verb: list[Segment] = []
    capitalised_runs = runs(text)
    lone = [
        Segment((run,), (start,), start + len(run))
        for run, start in capitalised_runs
        if " " not in run and (MAY_BE_SURNAME[run] or may_be_office_surname(text, run, start))
    ]
    for segment in segments([run for run in capitalised_runs if " " in run[0] or run[0] in ORGANISATIONS], text):
        if len(segment.words) == 1 and segment.words[0] not in ORGANISATIONS:
            if MAY_BE_SURNAME[segment.words[0]] or may_be_office_surname(text, segment.words[0], segment.starts[0]):
                lone.append(segment)
            continue
        organisation = as_organisation(text, segment, places)
        if organisation:
            named.append(organisation)
        rest, has_cue = person_part(text, segment, places)
        if not rest.words or (organisation and rest.starts[0] < organisation.end):
            continue
        if len(rest.words) == 1 and not has_cue:
            lone.append(rest)
        elif has_cue or has_person_cue(text, rest):
            named.append(person(rest))
        elif beside_saying_verb(text, rest):
            beside_verb.append(rest)
        elif 1 < len(rest.words) < 5:
            undecided.append(rest)
    ends = {segment.words[-1] for segment in (*undecided, *beside_verb)}
    surnames_alone = {s.words[0] for s in lone if s.words[0] in ends and not follows_article(text, s.starts[0])}
    named += [
        person(segment) for segment in undecided if segment.words[-1] in surnames_alone and plain_words(segment, places)
    ]
    named += [
        person(segment) if segment.words[-1] in surnames_alone else unknown_name(segment) for segment in beside_verb
    ]
    if entities:
        named = with_entities(text, named, entities, places)
        lone = [segment for segment in lone if not any(n.start <= segment.starts[0] < n.end for n in named)]
    taken = Spans((name.start, name.end) for name in named)
    things = [thing for thing in named_things(text, capitalised_runs, places) if not taken.cover(thing.start)]
    return named + things + list(surnames(text, lone, named, places, frozenset(holders)))


def without_breaks(text: str) -> str:
    r"""The text with a blank for each end of a line inside a person's name: behind a given name in the middle of prose.

    >>> without_breaks("Police said Marie\nDelacroix was there.")
    'Police said Marie Delacroix was there.'
    """
    if not _BROKEN.search(text):
        return text
    return _BREAK.sub(lambda match: f"{match[1]} " if match[1] in GIVEN else match[0], text)


def may_be_office_surname(text: str, word: str, start: int) -> bool:
    """Whether a lone word that is an office can be the surname of a person whom the text names in full."""
    return word.lower() in SURNAME_OFFICES and word.istitle() and not follows_article(text, start)


def follows_article(text: str, start: int) -> bool:
    """Whether an article stands right before an offset."""
    return text[max(0, start - 4) : start].lower() == "the "


def with_entities(text: str, named: list[Overlaid], entities: Iterable[Entity], places: Spans) -> list[Overlaid]:
    """The names of the rules with those that only a trained model found; the model also decides on "other" names.

    Elsewhere the rules win, since they see titles and offices; a model confuses places with persons and organisations.
    """
    added = [name for entity in entities if (name := as_name(text, entity, places)) is not None]
    sure = [name for name in named if getattr(name.value, "category", None) != "other"]
    added = [name for name in added if not any(overlap(name, known) for known in sure)]
    return [*(name for name in named if name in sure or not any(overlap(name, new) for new in added)), *added]


def as_name(text: str, entity: Entity, places: Spans) -> Overlaid | None:
    """The name in an entity of a trained model, without titles and other words around it; None for a place."""
    own = text[entity.start : entity.end]
    for run in segments(runs(own), own):
        segment = Segment(run.words, tuple(entity.start + start for start in run.starts), entity.start + run.end)
        if entity.category == "person":
            segment, _ = person_part(text, segment, places)
        if segment.words and not all(places.cover(start) for start in segment.starts):
            full = text[segment.starts[0] : segment.end]
            value = Name(category="organisation", full=full)
            name = (
                person(segment) if entity.category == "person" else Overlaid(value, segment.starts[0], segment.end, "")
            )
            return evolve(name, rule="name-trained")
    return None


def overlap(a: Overlaid, b: Overlaid) -> bool:
    """Whether two names share words."""
    return a.start < b.end and b.start < a.end


def plain_words(segment: Segment, places: Spans) -> bool:
    """Whether no word of a segment is in capitals or in a place."""
    return not any(
        word.isupper() or places.cover(start) for word, start in zip(segment.words, segment.starts, strict=True)
    )


def as_organisation(text: str, segment: Segment, places: Spans) -> Overlaid | None:
    """The organisation that a segment names, with a name behind "of": "Bank of Scotland"; None where it names none."""
    if ORGANISATIONS.isdisjoint(segment.words):
        return None
    heads = [n for n, word in enumerate(segment.words) if word in ORGANISATIONS]
    offices = [n for n, word in enumerate(segment.words) if word.lower() in OFFICES]
    if offices and offices[0] < heads[0]:
        return None
    last = heads[-1] if not offices else max((n for n in heads if n < offices[0]), default=heads[-1])
    start = segment.starts[0]
    end = segment.end if last + 1 == len(segment.words) else segment.starts[last] + len(segment.words[last])
    match = _OF.match(text, end)
    if match:
        end = name_end(text, match.start(1), match.end())
    elif last == 0:
        return None
    return Overlaid(Name(category="organisation", full=text[start:end]), start, end, "name-organisation")


def party_words(segment: Segment) -> int:
    """The number of the words for a member of a party at the beginning of a segment: "Democrat", "Lib Dem"."""
    words = segment.words
    for n, (word, behind) in enumerate(zip(words, (*words[1:], ""), strict=True)):
        before_member = word in PARTY_ADJECTIVES and (behind in PARTY_NOUNS or behind in GIVEN)
        if word not in PARTY_NOUNS and not before_member:
            return n
    return len(words)


def is_member(segment: Segment, places: Spans) -> bool:
    """Whether a word for a member of a party stands before a person's name: "Democrat Ana Duarte"."""
    count = party_words(segment)
    rest = segment.after(count)
    if not count or not 1 < len(rest.words) < 5 or any(word in NOT_IN_PERSONS or word.isupper() for word in rest.words):
        return False
    if any(map(ENDS_NAME.__getitem__, rest.words)):
        return False
    return not places.cover(rest.starts[0]) or rest.words[0] in GIVEN


def member_part(segment: Segment, places: Spans) -> Segment | None:
    """The name of a member of a party behind the word for one, which other words may stand before: "Ulster Unionist
    Trevor Hale"; or None.
    """
    if PARTY_NOUNS.isdisjoint(segment.words) and PARTY_ADJECTIVES.isdisjoint(segment.words[:1]):
        return None
    for n, word in enumerate(segment.words):
        member = segment.after(n)
        if (n == 0 or word in PARTY_NOUNS) and is_member(member, places):
            return member.after(party_words(member))
    return None


def last_name(segment: Segment) -> int:
    """The number of the last word of a segment before "Jr." and the like."""
    last = len(segment.words) - 1
    return last - 1 if last > 1 and segment.words[last].rstrip(".") in SUFFIXES else last


def is_surname(text: str, segment: Segment, first: int, places: Spans) -> bool:
    """Whether the last word of a segment, which can be an office, is the surname of the name that starts at a word."""
    word, start = segment.words[first], segment.starts[first]
    if word in GIVEN:
        return True
    return (
        segment.words[last_name(segment)].lower() in SURNAME_OFFICES
        and not (places.cover(start) or word in NOT_IN_PERSONS or word in STOP or word.lower() in NO_GIVEN)
        and not (follows_article(text, start) or in_headline(text, start))
        and len(word) > 2
    )


def person_part(text: str, segment: Segment, places: Spans) -> tuple[Segment, bool]:
    """The part of a segment that can name a person, and whether an office or a title stands before it."""
    first, last = 0, last_name(segment)
    for n, word in enumerate(segment.words[: last + 1]):
        if IS_PERSON_CUE[word] and not (n == last and n > first and is_surname(text, segment, first, places)):
            first = n + 1
    rest, has_cue = segment.after(first), first > 0
    if not has_cue and len(rest.words) > 2 and stands_as_trade(text, rest):
        return rest.after(1), True
    if not has_cue and (member := member_part(rest, places)) is not None:
        return member, True
    if not has_cue:
        while rest.words and places.cover(rest.starts[0]):
            rest = rest.after(1)
        if not NOT_IN_PERSONS.isdisjoint(rest.words):
            return rest.after(len(rest.words)), False
    while len(rest.words) > 2 and rest.words[0] not in GIVEN and rest.words[0].lower().removesuffix("s") in LEADING:
        rest = rest.after(1)
    if rest.words and (rest.words[0] in ORGANISATIONS or (places.cover(rest.starts[0]) and rest.words[0] not in GIVEN)):
        return rest.after(len(rest.words)), False
    return (rest, has_cue) if len(rest.words) <= 5 else (rest.after(len(rest.words)), False)


def has_person_cue(text: str, segment: Segment) -> bool:
    """Whether a given name, initials, an age, an office or a profession shows that a segment names a person."""
    first, end = segment.words[0], segment.end
    if any(word.isupper() and len(word.replace(".", "")) > 3 for word in segment.words):
        return False
    if first in GIVEN or first.split("-")[0] in GIVEN or (first.endswith(".") and len(segment.words) > 1):
        return True
    if _AGE.match(text, end) or is_followed_by_office(text, segment):
        return True
    start = segment.starts[0]
    if len(segment.words) > 1 and text[max(0, start - 2) : start] in (", ", "s "):
        low = max(0, start - REACH)
        office = _OFFICE_OF.search(text, low, start)
        if _PARTY_OF.search(text, low, start) or (office and office[1].lower() in OFFICES):
            return True
    before = _WORD_BEFORE.search(text, last_word_start(text, start), start)
    if before is not None and (before[1].lower() in OFFICES or _AGENT.fullmatch(before[1]) is not None):
        return True
    if len(segment.words) == 1:
        return False
    return (before is not None and before[1] in TRADES) or names_person_before(text, start, end)


def is_followed_by_office(text: str, segment: Segment) -> bool:
    """Whether an office in apposition follows a segment of two words or more: "Zvonimir Hrast, the acting mayor,"."""
    match = _APPOSED.match(text, segment.end) if len(segment.words) > 1 else None
    if match is None:
        return False
    noun = match[1].lower()
    return noun in OFFICES or noun in TRADES or _AGENT.fullmatch(noun) is not None


def beside_saying_verb(text: str, segment: Segment) -> bool:
    """Whether a verb of saying stands beside a segment of several words, so that it names a person or a firm."""
    after, before = (
        _WORD_AFTER.match(text, segment.end),
        _WORD_BEFORE.search(text, last_word_start(text, segment.starts[0]), segment.starts[0]),
    )
    has_verb = any(word is not None and word[1].lower() in SAYING for word in (after, before))
    return (
        has_verb and 1 < len(segment.words) < 5 and not any(len(word) > 3 and word.isupper() for word in segment.words)
    )


def person(segment: Segment) -> Overlaid:
    """The name of a person that a segment spells."""
    words = tuple(word.replace("-\n", "") for word in segment.words)
    last = last_name(segment)
    given, family = (" ".join(words[:last]), words[last]) if last else (None, words[0])
    value = Name(category="person", full=" ".join(words), given=given, family=family)
    return Overlaid(value, segment.starts[0], segment.end, "name-person")


def unknown_name(segment: Segment) -> Overlaid:
    """The name of a speaker that may be a person or an organisation."""
    return Overlaid(Name(category="other", full=" ".join(segment.words)), segment.starts[0], segment.end, "name-other")


def surnames(
    text: str, lone: Iterable[Segment], named: Sequence[Overlaid], places: Spans, holders: frozenset[str]
) -> Iterator[Overlaid]:
    """The lone words that are surnames of known persons, or misspellings of one."""
    families = {folded(item.value.family) for item in named if isinstance(item.value, Name) and item.value.family}
    by_letter: defaultdict[str, set[str]] = defaultdict(set)
    for family in families:
        by_letter[family[:1]].add(family)
    spellings = {letter: SpellingIndex(sorted(spelling_set)) for letter, spelling_set in by_letter.items()}
    for segment in lone:
        word = segment.words[0]
        key = folded(word)
        known = key in families or key in holders
        if word.lower() in OFFICES and key not in families:
            continue
        if not known and (len(key) < MIN_LENGTH or key[0] not in spellings or "." in word):
            continue
        if word.isupper() or places.cover(segment.starts[0]):
            continue
        if known or (stands_as_person(text, segment) and spellings[key[0]].misspellings_of(key)):
            yield person(segment)


def stands_as_person(text: str, segment: Segment) -> bool:
    """Whether a lone word stands where a person's name can: beside a verb of saying, or inside a sentence."""
    after = _WORD_AFTER.match(text, segment.end)
    before = _WORD_BEFORE.search(text, last_word_start(text, segment.starts[0]), segment.starts[0])
    return (after is not None and after[1].lower() in SAYING) or (before is not None and before[1].islower())
