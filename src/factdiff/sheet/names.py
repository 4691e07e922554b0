"""Rows of names: of persons, of organisations, and of all else that is written with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factdiff.context import Document
from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory
from factdiff.sheet.word_index import phrase_of
from factdiff.values.names.name import Name, folded, is_misspelling, phonetic_key

#: how alike the letters of two names, from 0 to 1, or the sentences of two names must be for one to come near the other
LETTERS, SENTENCES = 0.6, 0.12
#: the rule of names that no other rule reads: words with capitals
CAPITALS = "capitalised-words"
_CAPITALS = re.compile(r"\b[^\W\d_a-z][^\W\d_]+(?:(?:[ -]| (?:d[aeiou]s?|de la|v[ao]n) )[^\W\d_a-z][^\W\d_]+)*")
#: the figure of a thing that has one for a name: "Class 3"
_NUMBERED = re.compile(r" \d{1,4}\b(?![.,:]\d|%)")
#: a few capitals, as those of a time zone or a unit, say little
ACRONYM = re.compile(r"[A-Z]{2,3}")
#: headlines in which more than this share of the words has a capital say nothing of names
TITLE_CASE = 0.5


def name_row(story: DraftStory, mention: Mention, value: Name) -> SheetRow:
    """The row of a name: borne out by its words in a source.

    A name that sounds alike is compatible with it, and so is a surname alone where no source has more.
    """
    support = list(story.standing(mention, value.full))
    compatible = [] if support else [*sounding_alike(story, value), *surname_alone(story, mention, value)]
    return story.row(mention, support, compatible, lambda: nearest_names(story, mention, value))


def sounding_alike(story: DraftStory, value: Name) -> Iterator[Candidate]:
    """The full names in sources that are other transliterations of a name: they sound the same."""
    for other, name in names_in(story.overlay):
        if name.given and folded(name.full) != folded(value.full) and is_transliteration(name.full, value.full):
            yield story.candidate(other, "the names sound alike")


def is_transliteration(one: str, two: str) -> bool:
    """Whether two names sound alike and have the same beginning."""
    return phonetic_key(one) == phonetic_key(two) and folded(one)[:1] == folded(two)[:1]


def surname_alone(story: DraftStory, mention: Mention, value: Name) -> Iterator[Candidate]:
    """Where sources that never give a given name have the surname of a full name."""
    if value.given and value.family:
        family = folded(value.family)
        if not any(name.given and folded(name.family or "") == family for _, name in names_in(story.overlay)):
            yield from story.standing(mention, value.family, "they have the surname alone")


def names_in(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Name]]:
    """The names among mentions, each with its value."""
    return ((mention, mention.value) for mention in mentions if isinstance(mention.value, Name))


def nearest_names(story: DraftStory, mention: Mention, value: Name) -> tuple[Sequence[Candidate], bool]:
    """The names of sources that come nearest to one that none of them has, and whether one must be meant by it.

    One must if it is a misspelling, or shares the given name, and if the draft does not have it as well.
    """
    own = {folded(name.full) for _, name in names_in(story.draft.overlay)}
    found: list[tuple[float, Mention, Sequence[str]]] = []
    meant = False
    for other, name in names_in(story.overlay):
        if name.category == value.category and folded(name.full) not in own:
            likeness, why = likeness_of_names(value, name)
            sentences = story.similarity(mention, other)
            if likeness >= LETTERS or sentences >= SENTENCES:
                said = [*why, *(["their sentences have something in common"] if sentences >= SENTENCES else [])]
                found.append((likeness + sentences, other, said))
                meant = meant or bool(why)
    return story.nearest(mention, found), meant


def likeness_of_names(a: Name, b: Name) -> tuple[float, Sequence[str]]:
    """How alike the letters of two names are, from 0 to 1, and what says that one is meant by the other."""
    from rapidfuzz.fuzz import ratio

    one, two = folded(a.family or a.full), folded(b.family or b.full)
    likeness = ratio(folded(a.full), folded(b.full)) / 100
    if one != two and is_misspelling(one, two):
        return 1 + likeness, ["the names differ in a letter or two"]
    if a.given and b.given and folded(a.given) == folded(b.given):
        return 1 + likeness, ["the given names are the same"]
    if a.role and b.role and a.given and b.given and a.role == b.role:
        return 1 + likeness, ["the offices are the same"]
    if a.given and b.given and one == two and is_misspelling(folded(a.given), folded(b.given)):
        return 1 + likeness, ["the given names differ in a letter or two"]
    return likeness, []


def capitalised_words(document: Document, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The words with capitals inside sentences that are in no mention: names that no rule reads."""
    spans = [(m.start, m.end) for m in taken if m.kind not in ("quote", "stance")]
    for sentence in document.content_sentences:
        words = document.text[sentence.start : sentence.end].split()
        if sum(word[:1].isupper() for word in words) > TITLE_CASE * len(words):
            continue
        first = sentence.start + len(words[0]) if words else sentence.end
        for match in _CAPITALS.finditer(document.text, first, sentence.end):
            start, end = match.span()
            numbered = _NUMBERED.match(document.text, end, sentence.end)
            if numbered and not any(a < numbered.end() and start < b for a, b in spans):
                end = numbered.end()
            surface = document.source.text[start:end]
            inside = document.text[:start].rstrip(" ")[-1:] not in "\"'.?!:\n(" and surface[0].isupper()
            if inside and not ACRONYM.fullmatch(surface) and not any(a < end and start < b for a, b in spans):
                yield Mention(
                    start, end, surface, "name", Name(category="other", full=surface), CAPITALS, document.source.id
                )


def capitals_row(story: DraftStory, mention: Mention) -> SheetRow:
    """The row of words with capitals: borne out where they stand in a source, together or one by one."""
    support = list(story.standing(mention, mention.surface))
    if not support and mention.surface[-1].isalpha() and len(phrase_of(mention.surface)) > 1:
        parts = [list(story.standing(mention, word)) for word in phrase_of(mention.surface)]
        support = parts[0] if all(parts) else []
    return story.row(mention, support)
