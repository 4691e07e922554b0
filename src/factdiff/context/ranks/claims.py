"""Rank claims: of what a rank is one, among what it is counted, and by which measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from factdiff.context.document import Document
from factdiff.context.mention_context import PERSON
from factdiff.context.ranks.nouns import owner_of, phrase_head, subject_noun, superlative_measure, with_alike
from factdiff.language import load
from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention
from factdiff.values.amounts.ordinal import Ordinal
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
    are the same of the measure of a superlative. ``scopes`` are the names of what it is counted among ("year", "row"),
    and ``years`` the years that those name, each with the name of its scope.

    ``placed`` says that it is a place in a table ("ranks third"), ``times`` that it counts how often something was done
    ("for the third time"), ``anaphoric`` that it is said of what was told before ("It was the third try"),
    ``indefinite`` that an indefinite article stands before it ("a third man"), and ``person`` that a person is ranked.
    ``owner`` is the name right before it, by the place that it is where it is one. ``around`` are the stems of its
    sentence, ``stem`` is that of the noun, and ``kin_stems`` are those of its kin. ``events`` are the classes of events
    that the kin names, and ``events_around`` those of the sentence.
    """

    mention: Mention
    rank: int
    noun: str | None
    kin: frozenset[str]
    measure: str | None
    rankings: frozenset[str]
    scopes: frozenset[str]
    years: frozenset[tuple[str, str]]
    placed: bool
    times: bool
    anaphoric: bool
    indefinite: bool
    person: bool
    owner: str | None
    around: frozenset[str]
    stem: str | None
    kin_stems: frozenset[str]
    events: frozenset[str]
    events_around: frozenset[str]


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
    times = words.times is not None and words.times.match(behind) is not None
    around = sentence.surroundings(mention.start, mention.end, AROUND)
    scopes = {name: match[0] for name, pattern in words.scopes.items() if (match := pattern.search(behind))}
    kin = with_alike(filter(None, (noun, subject)), words.alike)
    kin_stems = frozenset(map(lexicon.lemma, kin))
    head = noun or (None if times else subject)
    return RankClaim(
        mention=mention,
        rank=rank,
        noun=head,
        kin=kin,
        measure=measure,
        rankings=with_alike(filter(None, [measure]), words.rankings),
        scopes=frozenset(scopes),
        years=frozenset((name, year) for name, scope in scopes.items() for year in _YEAR.findall(scope)),
        placed=head is None and words.placed is not None and words.placed.search(before) is not None,
        times=times,
        anaphoric=words.anaphoric is not None and words.anaphoric.search(before) is not None,
        indefinite=lexicon.indefinite is not None and lexicon.indefinite.search(before) is not None,
        person=head is not None and lexicon.things.get(head) == PERSON,
        owner=owner_of(document, mention, lexicon),
        around=around,
        stem=lexicon.lemma(head) if head else None,
        kin_stems=kin_stems,
        events=event_classes(kin_stems, lexicon),
        events_around=event_classes(around, lexicon),
    )


def event_classes(stems: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The classes of the events that some stems name."""
    return frozenset(name for stem in stems for name in lexicon.events.get(stem, ()))
