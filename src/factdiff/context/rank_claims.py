"""Rank claims: of what a rank is one, among what it is counted, and by which measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from factdiff.context.document import Document
from factdiff.context.mention_context import PERSON
from factdiff.language import load
from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention
from factdiff.values.amounts.ordinal import Ordinal
from factdiff.values.places.place import Place
from factdiff.values.terms.term import RANK, Term

#: how far behind a rank the words can stand that say among what it is counted, before it those that say of what it is
#: told, and around it those that tell what it is about, in characters
BEHIND, BEFORE, AROUND = 80, 60, 120
#: how many words a noun phrase has at most behind a rank
LONGEST_PHRASE = 4
#: how long the name before a rank is at most, in characters
LONGEST_NAME = 24
#: how the stem of a place begins
PLACE_KEY = "="

_CLAUSE_END = re.compile(r"[.;:\n]")
_WORD = re.compile(r"[ -]?([^\W\d_]+(?:-[^\W\d_]+)*)")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@frozen(eq=False)
class RankClaim:
    """A rank in its document, and what is said of it.

    ``noun`` is the noun of the ranked thing, where there is one, and ``kin`` are the nouns that are used of such a
    thing, with its own. ``measure`` and ``rankings`` are the same of the measure of a superlative. ``scopes`` are the
    names of what it is counted among ("year", "row"), and ``years`` the years that those name. ``placed`` says that it is a
    place in a table ("ranks third"), ``anaphoric`` that it is said of what was told before ("It was the third try"),
    ``indefinite`` that an indefinite article stands before it ("a third man"), and ``person`` that a person is ranked.
    ``owner`` is the name right before it, by the place that it is where it is one. ``around`` are the stems of its
    sentence without places, ``stem`` is that of the noun, and ``kin_stems`` are those of its kin.
    """

    mention: Mention
    rank: int
    noun: str | None
    kin: frozenset[str]
    measure: str | None
    rankings: frozenset[str]
    scopes: frozenset[str]
    years: frozenset[str]
    placed: bool
    anaphoric: bool
    indefinite: bool
    person: bool
    owner: str | None
    around: frozenset[str]
    stem: str | None
    kin_stems: frozenset[str]


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
    document: Document, mention: Mention, rank: int, noun: str | None, measure: str | None, lexicon: Lexicon
) -> RankClaim:
    """The claim that a rank makes, given its noun and measure as far as its value has them."""
    text, words, sentence = document.lower, lexicon.ranks, document.sentence_at(mention.start)
    before = text[max(sentence.start, mention.start - BEFORE) : mention.start]
    behind = _CLAUSE_END.split(text[mention.end : min(sentence.end, mention.end + BEHIND)], maxsplit=1)[0]
    measure = measure or superlative_measure(mention.surface.lower(), words.measures)
    if noun is None and measure is not None:
        noun = phrase_head(behind, lexicon)
    around = sentence.surroundings(mention.start, mention.end, AROUND)
    scopes = {name: match[0] for name, pattern in words.scopes.items() if (match := pattern.search(behind))}
    kin = with_alike(noun, words.alike)
    return RankClaim(
        mention=mention,
        rank=rank,
        noun=noun,
        kin=kin,
        measure=measure,
        rankings=with_alike(measure, words.rankings),
        scopes=frozenset(scopes),
        years=frozenset(year for scope in scopes.values() for year in _YEAR.findall(scope)),
        placed=noun is None and words.placed is not None and words.placed.search(before) is not None,
        anaphoric=words.anaphoric is not None and words.anaphoric.search(before) is not None,
        indefinite=lexicon.indefinite is not None and lexicon.indefinite.search(before) is not None,
        person=noun is not None and lexicon.things.get(noun) == PERSON,
        owner=owner_of(document, mention, lexicon),
        around=frozenset(stem for stem in around if not stem.startswith(PLACE_KEY)),
        stem=lexicon.lemma(noun) if noun else None,
        kin_stems=frozenset(map(lexicon.lemma, kin)),
    )


def owner_of(document: Document, mention: Mention, lexicon: Lexicon) -> str | None:
    """The name in the genitive right before a mention: the id of a place, or the word in small letters; else None."""
    end = mention.start - 1 - len(lexicon.genitive)
    if not lexicon.genitive or document.lower[end : mention.start - 1] != lexicon.genitive:
        return None
    word = document.text[max(0, end - LONGEST_NAME) : end].split()[-1:]
    if not word or not word[0][0].isupper() or word[0].lower() in lexicon.weekdays:
        return None
    start = end - len(word[0])
    places = (m.value.id for m in document.mentions_between(start, end) if isinstance(m.value, Place))
    return next(places, None) or word[0].lower()


def with_alike(word: str | None, alike: frozenset[tuple[str, str]]) -> frozenset[str]:
    """A word with those that are used of the same thing; nothing where there is no word."""
    return frozenset() if word is None else frozenset({word, *(two for one, two in alike if one == word)})


def superlative_measure(surface: str, measures: Mapping[str, str]) -> str | None:
    """The measure of the superlative that ends a rank, "second-largest"; None where there is none."""
    words = surface.replace("-", " ").split()
    return next((measures[last] for n in range(1, len(words)) if (last := " ".join(words[n:])) in measures), None)


def phrase_head(behind: str, lexicon: Lexicon) -> str | None:
    """The last noun of the phrase right behind a superlative, in small letters; None where there is none."""
    last, at = None, 0
    for _ in range(LONGEST_PHRASE):
        match = _WORD.match(behind, at)
        if match is None or match[1] in lexicon.stop or match[1] in lexicon.locative:
            break
        last, at = match[1], match.end()
    return last
