"""Quotations: which quotations of a story are of one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from attrs import frozen

from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.connected_components import connected_components
from factdiff.align.names.sentence_lookup import stems_between
from factdiff.context import Document, Sentence
from factdiff.records import Mention
from factdiff.values.names.name import same_speaker
from factdiff.values.names.quote import Quote
from factdiff.values.relation import Relation, relate

#: whether two speakers are one, None where that is not known -> how many words the shorter of two quotations has at
#: least where it stands in the other
WHOLE = {True: 3, None: 5, False: 6}
#: the same -> the fewest words that two quotations share in one stretch, and which share of its words that must be
STRETCH = {True: (4, 0.65), None: (5, 0.75), False: (8, 0.8)}
#: the share where one quotation names its speaker, and the other gives an office
OPEN = 0.88
#: which share of the words of the shorter quotation the stretch must have in common, unless it has as many shared words
MOST_OF, LONG = 0.62, 9
#: for each of how many shared words a stretch can have one more alteration, and which share of its words is shared then
MANY, DENSE = 5, {True: 0.7, None: 0.85, False: 0.85}
#: how similar two sentences must be for parts of a sentence quoted in them to be one utterance
SENTENCES = 0.3
#: how similar they must be for single quoted words before the same two words
PHRASES = 0.15
#: the relations of quotations of one utterance where no word was altered
SAME = (Relation.EQUAL, Relation.INSIDE, Relation.CONTAINS)
#: of how many words a quotation is a mere phrase, and how many quotations can share a word that brings them together
FEW, CAP = 2, 60


@frozen(eq=False)
class Quotation:
    """A quotation in its context: its sentence, words and stems, and the stems right behind it.

    ``headline`` says that it is a headline's quotation behind the colon of a speaker.
    """

    mention: Mention
    value: Quote
    sentence: Sentence
    words: tuple[str, ...]
    stems: frozenset[str]
    behind: tuple[str, ...]
    headline: bool


def utterance_clusters(documents: Iterable[Document], idf: InverseDocumentFrequency) -> Iterator[list[Mention]]:
    """The mentions of each utterance."""
    quotations = [quotation for document in documents for quotation in document.cached(quotations_of)]
    links = [(a, b) for a, b in candidate_pairs(quotations) if same_utterance(quotations[a], quotations[b], idf)]
    for group in connected_components(len(quotations), list(unambiguous_links(quotations, links))):
        yield [quotations[n].mention for n in group]


def quotations_of(document: Document) -> list[Quotation]:
    """The quotations of a source."""
    return [
        to_quotation(document, mention, mention.value)
        for mention in document.overlay
        if isinstance(mention.value, Quote)
    ]


def to_quotation(document: Document, mention: Mention, value: Quote) -> Quotation:
    """A quotation in its context, from its mention."""
    sentence, words = document.sentence_at(mention.start), value.plain
    before = document.source.text[max(0, mention.start - 3) : mention.start]
    return Quotation(
        mention,
        value,
        sentence,
        words,
        frozenset(stems_between(document, mention.start, mention.end)),
        stems_between(document, mention.end, mention.end + 48)[:2],
        sentence.section == "headline" and ":" in before,
    )


def candidate_pairs(quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """The pairs of quotations with a common stem or beginning, or, of mere phrases, a common stem behind them."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(quotations):
        phrase = len(one.words) <= FEW
        for stem in (*one.stems, *((f">{one.behind[0]}",) if phrase and one.behind else ()), " ".join(one.words[:4])):
            by_word[stem].append(number)
    pairs = {pair for some in by_word.values() if len(some) <= CAP for pair in combinations(some, 2)}
    return sorted(pairs)


def unambiguous_links(quotations: Sequence[Quotation], links: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The links without those that compete with a better one.

    Links of unaltered words come first, the longest before others, with one partner in each source. A link of altered
    words counts only if neither source has the stretch of the other as well, and to the longest in each source.
    """
    unaltered = [(a, b) for a, b in links if relate(quotations[a].value, quotations[b].value) in SAME]
    partners: dict[tuple[int, str | None], int] = {}
    for pair in sorted(unaltered, key=lambda pair: -min(len(quotations[n].words) for n in pair)):
        one, two = ((pair[0], quotations[pair[1]].mention.source), (pair[1], quotations[pair[0]].mention.source))
        if partners.setdefault(one, pair[1]) == pair[1] and partners.setdefault(two, pair[0]) == pair[0]:
            yield pair
    yield from altered_links(quotations, sorted(set(links) - set(unaltered)))


def altered_links(quotations: Sequence[Quotation], links: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of the links of altered words, the longest for each stretch, unless both sources hold the stretch of one."""
    by_source: defaultdict[str | None, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        by_source[quotation.mention.source].append(quotation)
    taken: set[tuple[int, str | None, tuple[str, ...]]] = set()
    for a, b in sorted(links, key=lambda pair: -shared_words(quotations, pair)):
        first, second = quotations[a], quotations[b]
        here, there = first.mention.source, second.mention.source
        stretch = first.value.stretch_shared_with(second.value)
        said, retold = (stretch.one, stretch.two) if stretch else (first.words, second.words)
        ends = {(a, there, said), (b, here, retold)}
        both = here != there and (says(by_source[there], said) or says(by_source[here], retold))
        if taken.isdisjoint(ends) and not both:
            taken |= ends
            yield a, b


def shared_words(quotations: Sequence[Quotation], pair: tuple[int, int]) -> int:
    """How many words the longest stretch of two quotations has in common."""
    stretch = quotations[pair[0]].value.stretch_shared_with(quotations[pair[1]].value)
    return stretch.shared if stretch else 0


def says(quotations: Iterable[Quotation], words: Sequence[str]) -> bool:
    """Whether one of the quotations holds words in their order, side by side."""
    sought = f" {' '.join(words)} "
    return any(sought in f" {' '.join(quotation.words)} " for quotation in quotations)


def same_utterance(a: Quotation, b: Quotation, idf: InverseDocumentFrequency) -> bool:
    """Whether two quotations are of one utterance, in the same words or in altered ones."""
    same = same_speaker(a.value.speaker, b.value.speaker)
    if a.mention.source == b.mention.source:
        return same is not False and a.headline != b.headline and headline_quotes(*((a, b) if a.headline else (b, a)))
    if len(a.words) <= FEW or len(b.words) <= FEW:
        return same is True and a.words != b.words and same_phrase(a, b, idf)
    if relate(a.value, b.value) in SAME and min(len(a.words), len(b.words)) >= WHOLE[same]:
        return True
    if is_altered(a, b, same=same):
        return True
    partial = a.value.partial and b.value.partial and not a.stems.isdisjoint(b.stems)
    return same is True and partial and idf.sentence_similarity(a.sentence, b.sentence) >= SENTENCES


def is_altered(a: Quotation, b: Quotation, *, same: bool | None) -> bool:
    """Whether two quotations share a stretch with few other words in it, given whether their speakers are the same."""
    stretch, (fewest, least) = a.value.stretch_shared_with(b.value), STRETCH[same]
    if stretch is None:
        return False
    changes, shorter = len(stretch.alterations), min(len(a.words), len(b.words))
    if stretch.shared < min(LONG, MOST_OF * shorter):
        return False  # two sentences of one speech that share a phrase
    whole = shorter in (len(stretch.one), len(stretch.two))
    if same is None and a.value.speaker and b.value.speaker and not whole:
        least = OPEN
    if stretch.share < least or (stretch.shared < fewest and not (whole and same is True)):
        return False
    dense = stretch.share >= max(least, DENSE[same]) and changes <= 1 + stretch.shared // MANY
    return changes == 1 or (dense and not a.stems.isdisjoint(b.stems))


def same_phrase(a: Quotation, b: Quotation, idf: InverseDocumentFrequency) -> bool:
    """Whether two single quoted words are said of the same thing: "several" and "multiple" before the same words."""
    both = len(a.words) == len(b.words) == 1
    return (
        both
        and a.behind == b.behind
        and len(a.behind) > 1
        and idf.sentence_similarity(a.sentence, b.sentence) >= PHRASES
    )


def headline_quotes(headline: Quotation, body: Quotation) -> bool:
    """Whether the quotation of a headline shortens one of the body."""
    shared = headline.stems & body.stems
    return len(headline.words) > FEW and len(shared) >= 2 and 2 * len(shared) >= len(headline.stems)
