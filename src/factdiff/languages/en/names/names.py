"""Names of persons and organisations, without a trained model: runs of capitalised words and what stands beside them.

A run is a person's where an office, a title, a given name, an age or a verb of saying shows it, or where its last word
stands alone elsewhere in the text, as surnames do. Lone surnames are read where the text, or the table of office
holders, knows their bearer, or where they differ by a letter or two from a surname that the text knows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from attrs import evolve

from factdiff.language.rules import Entity, Overlaid, Spanned
from factdiff.languages.en.calendar.calendar_words import MONTHS
from factdiff.languages.en.headlines.casing import ended, in_headline, ordinary
from factdiff.languages.en.lexicon import IRREGULAR_FORMS
from factdiff.languages.en.names.cue_words import last_word
from factdiff.tables import read_table
from factdiff.text.memo import Memo
from factdiff.values.calendar.date import WEEKDAYS
from factdiff.values.names.name import MIN_LENGTH, Name, SpellingIndex, folded
from factdiff.values.places.place import Place

_HERE = "factdiff.languages.en.names"
_TABLE = read_table(_HERE, "offices.toml")
_WORDS = _TABLE["words"]
ORGANISATIONS, THINGS, TITLES = (frozenset(_WORDS[name]) for name in ("organisations", "things", "titles"))
SAYING = frozenset(_WORDS["saying"])
#: the nouns of offices, in lower case -> the office
OFFICES: dict[str, str] = {noun: office for office, nouns in _TABLE["offices"].items() for noun in nouns}
#: words that stand before a name and are no part of it: "of the Interior Ana Duarte", "Producers Ana Duarte and"
LEADING = frozenset(OFFICES) | {word for words in _TABLE["fields"].values() for word in words}
#: whether a word before a name shows that it is a person's: an office, or a title
SHOWING = Memo(lambda word: word.lower() in OFFICES or word.rstrip(".") in TITLES)
NO_PERSONS = ORGANISATIONS | THINGS
GIVEN = frozenset(files(_HERE).joinpath("given_names.txt").read_text(encoding="utf-8").split())
_LEXICON = read_table("factdiff.languages.en", "lexicon.toml")
#: capitalised words that are no part of a name: those that start sentences, and those of the calendar
STOP = frozenset(
    word.capitalize()
    for word in (
        *_LEXICON["stop"], *WEEKDAYS, *MONTHS, *IRREGULAR_FORMS, *_WORDS["starters"],
    )
) - TITLES - {"May"}  # fmt: skip

#: whether a word can end a name: one of the above, or in a headline a plain word, or a verb behind two others
ENDING = Memo(
    lambda word: (
        word not in TITLES and (word in STOP or ordinary(word.lower()) or (len(word) > 5 and word[-2:] == "ed"))
    )
)
#: whether a word that stands alone can be a surname
LONE = Memo(
    lambda word: (word not in STOP or word in GIVEN) and word not in ORGANISATIONS and word.lower() not in OFFICES
)

UPPER = "A-Z" + "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_ABBREVIATED = (
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Sen", "Rep", "Gov", "Rev", "St", "Jr",
)  # fmt: skip
_TITLE = "|".join(f"(?<={title[0]}){title[1:]}" for title in _ABBREVIATED)
#: what follows the first letter of a capitalised word: a plain word, which is quickly told, a title, initials, any word
_REST = (
    rf"(?:[a-z]*+(?![\w.'-])|(?:{_TITLE})\.|\.(?:[{UPPER}]\.){{0,2}}(?=\s?[{UPPER}])"
    r"|[^\W\d_]*(?:(?:-|'(?!s\b))[^\W\d_]+){0,3})"
)
_SMALL = r"(?:(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|zu|af|av) ){0,2}"
_NEXT = rf"{_SMALL}(?:(?:al|el|ul|as|ad|ar|an|ash|at|az)-)?[{UPPER}]{_REST}"
_RUN = re.compile(rf"[{UPPER}](?<![\w@#].)(?<!\w['-].){_REST}(?: {_NEXT}){{0,11}}", re.DOTALL)
_PART = re.compile(_NEXT)
_AGE = re.compile(r",? (?i:aged )?\(?[1-9][0-9]\b[,).]?|, (?i:who|whose|from)\b")
_AFTER = re.compile(r",?\"? ([a-z]+)", re.IGNORECASE)
_BEFORE = re.compile(r"([^\W\d_]+),? $")
_OF = re.compile(rf" (?i:of|for) (?i:the )?([{UPPER}][\w'-]*(?: (?i:and |of )?[{UPPER}][\w'-]*){{0,5}})")
#: nouns of callings by their endings, right before a name: "geneticist Ana Duarte"
_AGENT = re.compile(r"[a-z]{3,}(?:ist|ian|eer|man|woman|person|master)")


class Segment(NamedTuple):
    """A run of capitalised words between words that are part of no name: each with its offsets."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    end: int

    def after(self, count: int) -> Segment:
        """The segment without its first words."""
        return Segment(self.words[count:], self.starts[count:], self.end) if count else self


def runs(text: str) -> list[tuple[str, int]]:
    """The runs of capitalised words of a text, each with where it starts."""
    return [(run[0], run.start()) for run in _RUN.finditer(text)]


def segments(runs: Iterable[tuple[str, int]], text: str) -> Iterator[Segment]:
    """The runs of capitalised words of a text, cut at words that stand in no name."""
    for run, start in runs:
        if " " in run:
            yield from cut(parts(run), start, text)
        elif run not in STOP or run in GIVEN:
            yield Segment((run,), (start,), start + len(run))


def cut(run: list[str], start: int, text: str) -> Iterator[Segment]:
    """The words of a run that starts at an offset of a text, cut at those that stand in no name."""
    starts = [*accumulate([len(word) + 1 for word in run], initial=start)]
    first = 0
    if any(map(ENDING.__getitem__, run)):
        headline = in_headline(text, start)
        for number, word in enumerate(run):
            plain = word in STOP or (headline and ENDING[word] and (number > first + 1 or ordinary(word.lower())))
            if plain and not (word in GIVEN and first == number):
                if first < number:
                    yield Segment(tuple(run[first:number]), tuple(starts[first:number]), starts[number] - 1)
                first = number + 1
    if first < len(run):
        yield Segment(tuple(run[first:]), tuple(starts[first:-1]), starts[-1] - 1)


def parts(run: str) -> list[str]:
    """The words of a run; small ones belong to what follows them.

    >>> parts("Ana Duarte"), parts("Ana de la Cruz")
    (['Ana', 'Duarte'], ['Ana', 'de la Cruz'])
    """
    return run.split(" ") if run.istitle() and run[-1] != "." else _PART.findall(run)


class Places:
    """The spans of places, by offset."""

    def __init__(self, found: Iterable[Spanned]) -> None:
        spans = sorted([(f.start, f.end) for f in found if isinstance(f.value, Place)])
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def cover(self, offset: int) -> bool:
        """Whether an offset lies in a place."""
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


def names(
    text: str, found: Sequence[Spanned], holders: Iterable[str] = (), entities: Iterable[Entity] = ()
) -> list[Overlaid]:
    """The names of a text; ``found`` is what rules found in it, ``holders`` are surnames that are known anyway, and
    ``entities`` what a trained model takes for names.
    """
    places = Places(found)
    named: list[Overlaid] = []
    pending: list[Segment] = []
    weak: list[Segment] = []
    spelled = runs(text)
    lone = [Segment((run,), (start,), start + len(run)) for run, start in spelled if " " not in run and LONE[run]]
    for segment in segments([run for run in spelled if " " in run[0] or run[0] in ORGANISATIONS], text):
        if len(segment.words) == 1 and segment.words[0] not in ORGANISATIONS:
            if LONE[segment.words[0]]:
                lone.append(segment)
            continue
        organisation = as_organisation(text, segment, places)
        if organisation:
            named.append(organisation)
        rest, shown = person_part(segment, places)
        if not rest.words or (organisation and rest.starts[0] < organisation.end):
            continue
        if len(rest.words) == 1 and not shown:
            lone.append(rest)
        elif shown or evident(text, rest):
            named.append(person(rest))
        elif speaks(text, rest):
            weak.append(rest)
        elif 1 < len(rest.words) < 5:
            pending.append(rest)
    ends = {segment.words[-1] for segment in (*pending, *weak)}
    alone = {s.words[0] for s in lone if s.words[0] in ends and not follows_article(text, s.starts[0])}
    named += [person(segment) for segment in pending if segment.words[-1] in alone and plain_words(segment, places)]
    named += [person(segment) if segment.words[-1] in alone else other(segment) for segment in weak]
    if entities:
        named = with_entities(text, named, entities, places)
        lone = [segment for segment in lone if not any(n.start <= segment.starts[0] < n.end for n in named)]
    return named + list(surnames(text, lone, named, places, frozenset(holders)))


def follows_article(text: str, start: int) -> bool:
    """Whether an article stands right before an offset."""
    return text[max(0, start - 4) : start].lower() == "the "


def with_entities(text: str, named: list[Overlaid], entities: Iterable[Entity], places: Places) -> list[Overlaid]:
    """Names with those that only a trained model found, which tells what "other" names are as well.

    What rules read stands, since they see titles and offices; a model takes places for persons, and for organisations.
    """
    added = [name for entity in entities if (name := as_name(text, entity, places)) is not None]
    sure = [name for name in named if getattr(name.value, "category", None) != "other"]
    added = [name for name in added if not any(meet(name, known) for known in sure)]
    return [*(name for name in named if name in sure or not any(meet(name, new) for new in added)), *added]


def as_name(text: str, entity: Entity, places: Places) -> Overlaid | None:
    """The name that an entity of a trained model is, without titles and what is no part of it; None for a place."""
    own = text[entity.start : entity.end]
    for run in segments(runs(own), own):
        segment = Segment(run.words, tuple(entity.start + start for start in run.starts), entity.start + run.end)
        if entity.category == "person":
            segment, _ = person_part(segment, places)
        if segment.words and not all(places.cover(start) for start in segment.starts):
            full = text[segment.starts[0] : segment.end]
            value = Name(category="organisation", full=full)
            name = (
                person(segment) if entity.category == "person" else Overlaid(value, segment.starts[0], segment.end, "")
            )
            return evolve(name, rule="name-trained")
    return None


def meet(a: Overlaid, b: Overlaid) -> bool:
    """Whether two names share words."""
    return a.start < b.end and b.start < a.end


def plain_words(segment: Segment, places: Places) -> bool:
    """Whether no word of a segment is in capitals or in a place."""
    return not any(
        word.isupper() or places.cover(start) for word, start in zip(segment.words, segment.starts, strict=True)
    )


def as_organisation(text: str, segment: Segment, places: Places) -> Overlaid | None:
    """The organisation that a segment names, with what it is of: "Bank of Scotland"."""
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
        end = ended(text, match.start(1), match.end())
    elif last == 0:
        return None
    return Overlaid(Name(category="organisation", full=text[start:end]), start, end, "name-organisation")


def person_part(segment: Segment, places: Places) -> tuple[Segment, bool]:
    """What can name a person in a segment, and whether an office or a title before it shows that it does."""
    cut, last = 0, len(segment.words) - 1
    for n, word in enumerate(segment.words):
        if SHOWING[word] and not (n == last and n > cut and segment.words[cut] in GIVEN):
            cut = n + 1
    rest, shown = segment.after(cut), cut > 0
    if not shown:
        while rest.words and places.cover(rest.starts[0]):
            rest = rest.after(1)
        if not NO_PERSONS.isdisjoint(rest.words):
            return rest.after(len(rest.words)), False
    while len(rest.words) > 2 and rest.words[0] not in GIVEN and rest.words[0].lower().removesuffix("s") in LEADING:
        rest = rest.after(1)
    if rest.words and (rest.words[0] in ORGANISATIONS or (places.cover(rest.starts[0]) and rest.words[0] not in GIVEN)):
        return rest.after(len(rest.words)), False
    return (rest, shown) if len(rest.words) <= 5 else (rest.after(len(rest.words)), False)


def evident(text: str, segment: Segment) -> bool:
    """Whether what stands in a segment or beside it shows a person's name."""
    first, end = segment.words[0], segment.end
    if any(word.isupper() and len(word.replace(".", "")) > 3 for word in segment.words):
        return False
    if first in GIVEN or first.split("-")[0] in GIVEN or (first.endswith(".") and len(segment.words) > 1):
        return True
    if _AGE.match(text, end):
        return True
    before = _BEFORE.search(text, last_word(text, segment.starts[0]), segment.starts[0])
    return before is not None and (before[1].lower() in OFFICES or _AGENT.fullmatch(before[1]) is not None)


def speaks(text: str, segment: Segment) -> bool:
    """Whether a verb of saying stands beside a segment of several words: it names a person, or a firm."""
    after, before = (
        _AFTER.match(text, segment.end),
        _BEFORE.search(text, last_word(text, segment.starts[0]), segment.starts[0]),
    )
    beside = any(word is not None and word[1].lower() in SAYING for word in (after, before))
    return beside and 1 < len(segment.words) < 5 and not any(len(word) > 3 and word.isupper() for word in segment.words)


def person(segment: Segment) -> Overlaid:
    """The name of a person that a segment spells."""
    words = segment.words
    given, family = (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (None, words[0])
    value = Name(category="person", full=" ".join(words), given=given, family=family)
    return Overlaid(value, segment.starts[0], segment.end, "name-person")


def other(segment: Segment) -> Overlaid:
    """The name of someone or something that speaks, of which the text does not tell what it is."""
    return Overlaid(Name(category="other", full=" ".join(segment.words)), segment.starts[0], segment.end, "name-other")


def surnames(
    text: str, lone: Iterable[Segment], named: Sequence[Overlaid], places: Places, holders: frozenset[str]
) -> Iterator[Overlaid]:
    """The lone words that are surnames of persons who are known, or of another spelling of one of these."""
    families = {folded(item.value.family) for item in named if isinstance(item.value, Name) and item.value.family}
    by_letter: defaultdict[str, set[str]] = defaultdict(set)
    for family in families:
        by_letter[family[:1]].add(family)
    spellings = {letter: SpellingIndex(sorted(some)) for letter, some in by_letter.items()}
    for segment in lone:
        word = segment.words[0]
        key = folded(word)
        known = key in families or key in holders
        if not known and (len(key) < MIN_LENGTH or key[0] not in spellings or "." in word):
            continue
        if word.isupper() or places.cover(segment.starts[0]):
            continue
        if known or (spoken_of(text, segment) and spellings[key[0]].misspellings_of(key)):
            yield person(segment)


def spoken_of(text: str, segment: Segment) -> bool:
    """Whether a lone word stands where a person would: beside a verb of saying, or inside a sentence."""
    after = _AFTER.match(text, segment.end)
    before = _BEFORE.search(text, last_word(text, segment.starts[0]), segment.starts[0])
    return (after is not None and after[1].lower() in SAYING) or (before is not None and before[1].islower())
