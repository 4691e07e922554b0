"""Rank claims: of what a rank is one, among what it is counted, and by which measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from factdiff.context.document import Document
from factdiff.context.mention_context import PERSON
from factdiff.context.ranks.nouns import owner_of, phrase_head, subject_noun, superlative_measure, with_alike
from factdiff.language import load
from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.amounts.units import unit
from factdiff.values.calendar.days import calendar_day
from factdiff.values.calendar.duration import Duration
from factdiff.values.terms.term import RANK, Term

#: how far behind a rank the words can stand that say among what it is counted, before it those that say of what it is
#: told, and around it those that tell what it is about, in characters
BEHIND, BEFORE, AROUND = 80, 60, 120

_CLAUSE_END = re.compile(r"[.;:\n]")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@frozen(eq=False)
class RankClaim:
    """A rank in its document, and what is said of it.

    ``noun`` is the noun of the ranked thing, where there is one, and ``kin`` are the nouns that are used of such a
    thing, with its own and that of the subject ("The collapse was the second failure"). ``measure`` and ``rankings``
    are the same of the measure of a superlative. ``scopes`` are the words that say what it is counted among, by
    the name of that ("year", "row"), and ``years`` the years that those name, each with the name of its scope.

    ``placed`` says that it is a place in a table ("ranks third"), ``times`` that it counts how often something was done
    ("for the third time"), ``predicated`` that it is said of something ("The fire was the third"), ``anaphoric`` that
    this was told before ("It was the third try") and ``indefinite`` that an indefinite article stands before it.
    ``named`` says that its noun phrase is a name or that of a thing of which there is one at a time (a term),
    ``several`` that articles tell of more than one such thing (days, rounds, persons), and ``person`` that a person is
    ranked.

    ``span`` is the length of the time in which it is counted, in seconds, where the text gives one. ``owner`` is the
    name right before it, by the place that it is where it is one. ``around`` are the stems of its sentence, ``stem`` is
    that of the noun, and ``kin_stems`` are those of its kin. ``published`` is the day of its document.
    """

    mention: Mention
    rank: int
    noun: str | None
    kin: frozenset[str]
    measure: str | None
    rankings: frozenset[str]
    scopes: Mapping[str, str]
    years: frozenset[tuple[str, str]]
    placed: bool
    times: bool
    predicated: bool
    anaphoric: bool
    indefinite: bool
    named: bool
    several: bool
    person: bool
    span: float | None
    owner: str | None
    around: frozenset[str]
    stem: str | None
    kin_stems: frozenset[str]
    published: date | None


def rank_claims(document: Document) -> tuple[RankClaim, ...]:
    """The rank claims of a document outside boilerplate, in their order.

    >>> from factdiff import Source, find_mentions
    >>> source = Source("It was the company's third try this year.")
    >>> [claim] = rank_claims(Document(source, find_mentions(source, kinds=["ordinal"])))
    >>> claim.rank, claim.noun, sorted(claim.scopes), claim.anaphoric
    (3, 'try', ['year'], True)
    """
    return tuple(found_claims(document))


def found_claims(document: Document) -> Iterator[RankClaim]:
    """The rank claims of a document, one by one."""
    lexicon = load(document.source.lang).lexicon
    for mention in document.mentions:
        value = mention.value
        if document.sentence_at(mention.start).section == "boilerplate":
            continue
        if isinstance(value, Ordinal):
            yield rank_claim(document, mention, value.rank, value.counted, None, lexicon)
        elif isinstance(value, Term) and value.scale == RANK and value.high == value.low + 1:
            yield rank_claim(document, mention, int(value.low), None, value.of, lexicon)


def rank_claim(
    document: Document, mention: Mention, rank: int, counted: str | None, measure: str | None, lexicon: Lexicon
) -> RankClaim:
    """The claim that a rank makes, given its noun and measure as far as its value has them."""
    text, words, sentence = document.lower, lexicon.ranks, document.sentence_at(mention.start)
    before = text[max(sentence.start, mention.start - BEFORE) : mention.start]
    behind = _CLAUSE_END.split(text[mention.end : min(sentence.end, mention.end + BEHIND)], maxsplit=1)[0]
    measure = measure or superlative_measure(mention.surface.lower(), words.measures)
    noun = counted or (phrase_head(behind, lexicon) if measure else None)
    subject = subject_noun(before, lexicon)
    times = found(words.times, behind)
    around = sentence.surroundings(mention.start, mention.end, AROUND)
    scopes = {name: match[0] for name, pattern in words.scopes.items() if (match := pattern.search(behind))}
    kin = with_alike(filter(None, (noun, subject)), words.alike)
    head = noun or (None if times else subject)
    person = head is not None and lexicon.things.get(head) == PERSON
    return RankClaim(
        mention=mention,
        rank=rank,
        noun=head,
        kin=kin,
        measure=measure,
        rankings=with_alike(filter(None, [measure]), words.rankings),
        scopes=scopes,
        years=frozenset((name, year) for name, scope in scopes.items() for year in _YEAR.findall(scope)),
        placed=head is None and (found(words.placed, before) or found(words.placed_behind, behind)),
        times=times,
        predicated=found(words.predicated, before),
        anaphoric=found(words.anaphoric, before),
        indefinite=found(lexicon.indefinite, before),
        named=head in words.single or document.text[mention.end + 1 : mention.end + 2].isupper(),
        several=person or head in words.several,
        person=person,
        span=span_behind(document, mention, behind) if scopes else None,
        owner=owner_of(document, mention, lexicon),
        around=around,
        stem=lexicon.lemma(head) if head else None,
        kin_stems=frozenset(map(lexicon.lemma, kin)),
        published=calendar_day(document.published),
    )


def found(pattern: re.Pattern[str] | None, text: str) -> bool:
    """Whether a language has a pattern that a text holds."""
    return pattern is not None and pattern.search(text) is not None


def span_behind(document: Document, mention: Mention, behind: str) -> float | None:
    """The length of the first span of time in the words behind a rank, in seconds; None where there is none."""
    values = (m.value for m in document.mentions_between(mention.end, mention.end + len(behind)))
    return next((unit(v.unit).to_si(v.stated) for v in values if isinstance(v, Duration) and v.stated), None)
