"""Person nouns: the common nouns for persons right beside the name of one, which are not read as an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdiff.context.document import Document
from factdiff.context.mention_context import PERSON
from factdiff.context.proper_names import covering_spans
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.names.role import Role

#: how many words an apposition has at most
MOST = 6

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: the last word or two capitalised words right before a name; a comma and a title can stand between
_BEFORE = re.compile(
    r"(?:(?<![\w-])[^\W\d_a-z][^\W\d_]+ (?=[^\W\d_a-z]))?(?<![\w-])([^\W\d_]{4,})"
    r"(?=,? (?:[^\W\d_a-z][^\W\d_]{1,8}\.? )?$)"
)
#: the age behind a name
_AGE = re.compile(r", [0-9]{1,3}(?=, )")


def person_nouns(document: Document, persons: Sequence[Mention]) -> Iterator[Mention]:
    """The nouns for persons in apposition to names or right before them, as offices of which no more is known.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("The harbour master, Ana Duarte, rang Tom Hale, her agent, on Monday.")
    >>> overlay = find_mentions(source, kinds=["name"])
    >>> [noun.surface for noun in person_nouns(Document(source, (), over=overlay), overlay)]
    ['master', 'agent']
    """
    things = load(document.source.lang).lexicon.things
    known = document.cached(covering_spans)
    for person in persons:
        for start, end, noun in (*nouns_before(document, person), *nouns_behind(document, person)):
            word = noun.lower()
            covered = any(at(offset) for at in (known.name_at, known.office_at) for offset in (start, end - 1))
            if things.get(word) == PERSON and not covered:
                surface = document.source.text[start:end]
                yield Mention(start, end, surface, "role", Role(office=word), "", document.source.id)


def nouns_before(document: Document, person: Mention) -> Iterator[tuple[int, int, str]]:
    """The span of the word right before a name, with a capitalised one before it, and that word."""
    low = max(document.sentence_at(person.start).start, person.start - 40)
    match = _BEFORE.search(document.text[low : person.start])
    if match:
        yield low + match.start(), low + match.end(), match[1]


def nouns_behind(document: Document, person: Mention) -> Iterator[tuple[int, int, str]]:
    """The span of the last word of an apposition behind a name, with a capitalised one before it, and that word."""
    text, stop = document.text, load(document.source.lang).lexicon.stop
    age = _AGE.match(text, person.end)
    end = age.end() if age else person.end
    at, words = end + 2, list[re.Match[str]]()
    while text.startswith(", ", end) and len(words) < MOST and (word := _WORD.match(text, at)):
        if word[0].lower() in stop and words:
            break
        if word[0].lower() not in stop:
            words.append(word)
        at = word.end() + 1
        if not text.startswith(" ", word.end()):
            break
    if words:
        noun, capital = words[-1], len(words) > 1 and words[-1][0].istitle() and words[-2][0].istitle()
        yield (words[-2] if capital else noun).start(), noun.end(), noun[0]
