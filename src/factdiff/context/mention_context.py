"""The context of one mention: the words near it and in its clause, and the events, roles and places they give it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import frozen

from factdiff.context.sentences import Sentence, place_keys
from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import Amount
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.percent import Percent
from factdiff.values.calendar.date import Date
from factdiff.values.places.place import Place

#: how many words at either side are near; how far behind a mention its place of origin can stand, in characters
NEAR, ORIGIN_REACH = 8, 48
#: how far a clause reaches on either side of a mention, in characters
REACH = 120
#: the class of persons, and how many words behind an age are searched for its bearer
PERSON, AGE_NOUNS = "person", 2
#: how many words before a date are searched for a verb of statement
STATEMENT_WORDS = 3
#: how many words on either side of a change are searched for its direction
DIRECTION_WORDS = 3
EMPTY: frozenset[str] = frozenset()

_BREAK = re.compile(r"[,;:.()]")
_WORD = re.compile(r"[^\W\d_]+")
#: the signs around the dates of a life in brackets
_OPENING = re.compile(r"\((?:[^()]{0,90}[;,:]\s?)?\s?$")
_CLOSING = re.compile(r"\s{0,3}\)")
_LIVED = re.compile(r"\s?-{1,2}\s?(?=[^()0-9]{0,12}[0-9][^()]{0,30}\))")
_LIFE = re.compile(r"\([^()]{0,110}[0-9]{3,4}\s?-{1,2}\s?$")


@frozen(eq=False)
class Context:
    """The context of one mention.

    ``near`` are the stems and places close to it, and ``clause`` and ``places`` those of its clause. ``events`` are the
    classes of the events in the clause (of an amount, only the nearest), ``roles`` the nearest class that says what a
    count is a count of, and ``properties`` what is measured or paid. ``origins`` is the place that its noun belongs to
    ("missiles from Iran"). ``aspect`` names the words beside it that make it a bound (until, from), a part of another
    figure or an earlier one. ``reported`` says that a date is the day of a statement, ``negated`` that its clause is
    denied, and ``quoted`` that it stands in a quotation. ``bearer`` is the class of that which has an age. ``subject``
    is the surname of the person named last before it, as it sounds. ``direction`` of a percentage is 1 for a gain, -1
    for a loss, and 0 where neither is said.
    """

    sentence: Sentence
    near: frozenset[str]
    clause: frozenset[str]
    events: frozenset[str]
    roles: frozenset[str]
    properties: frozenset[str]
    origins: frozenset[str]
    places: frozenset[str]
    aspect: str
    reported: bool
    bearer: str = ""
    negated: bool = False
    quoted: bool = False
    subject: frozenset[str] = frozenset()
    direction: int = 0


def mention_context(
    text: str,
    lower: str,
    mention: Mention,
    after: Sequence[Mention],
    sentence: Sentence,
    lexicon: Lexicon,
    *,
    part: bool,
    quoted: bool,
    subject: frozenset[str],
) -> Context:
    """The context of one mention.

    ``lower`` is the text in lower case, and ``after`` are the mentions that follow closely. The document knows whether
    the mention is a part of a total or is quoted, and its subject.
    """
    low, high = clause_span(lower, mention, sentence, lexicon)
    starts, stems = sentence.starts, sentence.stems
    first, at = bisect_left(starts, low), bisect_left(starts, mention.start)
    end, last = bisect_left(starts, mention.end), bisect_left(starts, high)
    value, behind = mention.value, stems[end:last]
    counted = value.counted if isinstance(value, Number) else None
    if counted and (lexicon.lemma(counted) in behind[:1] or not names_role(behind[:1], lexicon)):
        behind = behind[1:]  # the counted noun is nearer than any event, and is none
    found = interleaved(behind, stems[first:at][::-1])
    words = frozenset(found)
    events = [*filter(None, map(lexicon.events.get, found))]
    dated = isinstance(value, Date)
    if dated and (life := lifespan_event(text, mention)):
        events.append(life)
    return Context(
        sentence=sentence,
        near=frozenset((*stems[max(0, at - NEAR) : at], *stems[end : end + NEAR])),
        clause=words,
        events=united(events[:1] if isinstance(value, Amount) else events),
        roles=nearest_role(events, lexicon.roles),
        properties=next(filter(None, map(lexicon.properties.get, found)), EMPTY),
        origins=places_of_origin(text, mention, after, lexicon),
        places=frozenset([word for word in words if word[0] == "="]) or EMPTY,
        aspect="part" if part else aspect(lower, mention, lexicon),
        reported=dated and is_statement_date(text, mention, sentence, lexicon),
        bearer=bearer(text, mention, lexicon) if isinstance(value, Age) else "",
        negated=lexicon.negation is not None and lexicon.negation.search(lower, low, mention.start) is not None,
        quoted=quoted,
        subject=subject,
        direction=change_direction(lower, mention, sentence, lexicon) if isinstance(value, Percent) else 0,
    )


def united(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """The union of sets; of one set, itself."""
    return EMPTY.union(*sets) if len(sets) > 1 else sets[0] if sets else EMPTY


def nearest_role(events: Iterable[frozenset[str]], roles: frozenset[str]) -> frozenset[str]:
    """The classes of the first event that say what a count is a count of."""
    found = next((event for event in events if not event.isdisjoint(roles)), EMPTY)
    return found if found <= roles else found & roles


def interleaved(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The words of two sides by turns, and then the rest of the longer side.

    >>> interleaved("ace", "b")
    ['a', 'b', 'c', 'e']
    """
    both = min(len(one), len(other))
    found = [*one[:both], *other[:both]]
    found[::2], found[1::2] = one[:both], other[:both]
    return [*found, *one[both:], *other[both:]]


def lifespan_event(text: str, mention: Mention) -> frozenset[str]:
    """The event of a date in the brackets of a life: "(3 May 1901 - 9 June 1980)"."""
    if _LIVED.match(text, mention.end) and _OPENING.search(text, max(0, mention.start - REACH), mention.start):
        return frozenset({"birth"})
    if _CLOSING.match(text, mention.end) and _LIFE.search(text, max(0, mention.start - REACH), mention.start):
        return frozenset({"kill"})
    return EMPTY


def names_role(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words name the role of a count: "nine missing", "two dead"."""
    return any(not lexicon.roles.isdisjoint(lexicon.events.get(word, ())) for word in words)


def aspect(lower: str, mention: Mention, lexicon: Lexicon) -> str:
    """The class of the words right beside a mention that make it a bound or a part; empty where there are none."""
    if isinstance(mention.value, Date) and lexicon.possessive and lexicon.possessive.match(lower, mention.end):
        return ""  # "Monday's attack" is no bound
    before = lexicon.before and lexicon.before.search(lower[max(0, mention.start - REACH // 4) : mention.start])
    match = before or (lexicon.behind and lexicon.behind.match(lower[mention.end : mention.end + REACH // 4]))
    return match.lastgroup or "" if match else ""


def is_statement_date(text: str, mention: Mention, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a verb of statement stands right beside a date: "said on Tuesday", "on Tuesday told"."""
    before = _WORD.findall(text[max(sentence.start, mention.start - REACH // 3) : mention.start])
    behind = _WORD.findall(text[mention.end : min(sentence.end, mention.end + REACH // 4)])
    return any(lexicon.lemma(word.lower()) in lexicon.reporting for word in (*before[-STATEMENT_WORDS:], *behind[:1]))


def change_direction(lower: str, mention: Mention, sentence: Sentence, lexicon: Lexicon) -> int:
    """The direction of a change by the nearest word that has one: 1 is up, -1 down, 0 unknown."""
    before = _WORD.findall(lower, max(sentence.start, mention.start - REACH // 3), mention.start)[-DIRECTION_WORDS:]
    behind = _WORD.findall(lower, mention.end, min(sentence.end, mention.end + REACH // 3))[:DIRECTION_WORDS]
    directions = (lexicon.directions.get(lexicon.lemma(word), 0) for word in interleaved(behind, before[::-1]))
    return next(filter(None, directions), 0)


def clause_span(lower: str, mention: Mention, sentence: Sentence, lexicon: Lexicon) -> tuple[int, int]:
    """The start and end of the clause of a mention, by signs and conjunctions."""
    low, high = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
    breaks = [match.end() for match in lexicon.clause_break.finditer(lower, low, mention.start)]
    after = lexicon.clause_break.search(lower, mention.end, high)
    return (breaks[-1] if breaks else low), (after.start() if after else high)


def bearer(text: str, mention: Mention, lexicon: Lexicon) -> str:
    """The class of that which has an age: of the noun behind it ("31-year-old ship"), or a person who is named."""
    if getattr(mention.value, "person", None):
        return PERSON
    words = _WORD.findall(text[mention.end : mention.end + ORIGIN_REACH])[:AGE_NOUNS]
    return next((kind for word in words if (kind := lexicon.things.get(word.lower()))), "")


def places_of_origin(text: str, mention: Mention, after: Sequence[Mention], lexicon: Lexicon) -> frozenset[str]:
    """The place that the noun behind a mention belongs to: "from Iran" behind the noun, or "Iranian" before it."""
    for other in after:
        if isinstance(other.value, Place):
            between = text[mention.end : other.start]
            if _BREAK.search(between):
                break
            words = between.lower().split()
            if (other.value.form == "demonym" and len(words) <= 2) or (words and words[-1] in lexicon.linking):
                return frozenset(place_keys(other.value)[-1:])
    return EMPTY
