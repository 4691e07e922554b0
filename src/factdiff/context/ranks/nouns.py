"""The nouns of a rank claim: what is ranked, and what is said to be ranked so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factdiff.context.document import Document
from factdiff.language.lexicon import Lexicon
from factdiff.records import Mention
from factdiff.values.places.place import Place

#: how many words a noun phrase has at most behind a rank
LONGEST_PHRASE = 4
#: how long the name before a rank is at most, in characters
LONGEST_NAME = 24

_WORD = re.compile(r"[ -]?([^\W\d_]+(?:-[^\W\d_]+)*)")


def phrase_head(behind: str, lexicon: Lexicon) -> str | None:
    """The last word of the noun phrase right behind a superlative, in small letters; None where there is none."""
    last, at = None, 0
    for _ in range(LONGEST_PHRASE):
        match = _WORD.match(behind, at)
        if match is None or match[1] in lexicon.stop or match[1] in lexicon.locative:
            break
        last, at = match[1], match.end()
    return last


def subject_noun(before: str, lexicon: Lexicon) -> str | None:
    """The noun of which a rank is said behind it, "The derailment is the third"; None where there is none."""
    match = lexicon.ranks.subject and lexicon.ranks.subject.search(before)
    return match[1] if match and match[1] not in lexicon.stop else None


def superlative_measure(surface: str, measures: Mapping[str, str]) -> str | None:
    """The measure of the superlative that ends a rank, "second-largest"; None where there is none."""
    words = surface.replace("-", " ").split()
    return next((measures[last] for n in range(1, len(words)) if (last := " ".join(words[n:])) in measures), None)


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


def with_alike(words: Iterable[str], alike: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Some words with those that are used of the same things."""
    return frozenset().union(*({word} | alike.get(word, frozenset()) for word in words))
