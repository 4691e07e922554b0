"""Quotations: which quotations of a story are of one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from attrs import frozen
from rapidfuzz.distance import LCSseq

from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.connected_components import connected_components
from factdiff.align.names.sentence_lookup import sentence_at, stems_between
from factdiff.context import Document, Sentence
from factdiff.records import Mention
from factdiff.values.names.name import same_speaker
from factdiff.values.names.quote import Quote
from factdiff.values.relation import Relation, relate

#: from how many words on a quotation is matched by its words alone, and which share of them must be common: of another
#: speaker, of an unknown one, of the same one
WHOLE, SURE, LIKELY, ALIKE = 6, 0.9, 0.85, 0.7
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
    vocabulary: frozenset[str]
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
    sentence, words = sentence_at(document, mention.start), value.plain
    before = document.source.text[max(0, mention.start - 3) : mention.start]
    return Quotation(
        mention,
        value,
        sentence,
        words,
        frozenset(words),
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
    words counts only if neither quotation has a partner in the source of the other.
    """
    unaltered = [(a, b) for a, b in links if relate(quotations[a].value, quotations[b].value) in SAME]
    partners: dict[tuple[int, str | None], int] = {}
    for pair in sorted(unaltered, key=lambda pair: -min(len(quotations[n].words) for n in pair)):
        one, two = ((pair[0], quotations[pair[1]].mention.source), (pair[1], quotations[pair[0]].mention.source))
        if partners.setdefault(one, pair[1]) == pair[1] and partners.setdefault(two, pair[0]) == pair[0]:
            yield pair
    for a, b in sorted(set(links) - set(unaltered)):
        if (a, quotations[b].mention.source) not in partners and (b, quotations[a].mention.source) not in partners:
            yield a, b


def same_utterance(a: Quotation, b: Quotation, idf: InverseDocumentFrequency) -> bool:
    """Whether two quotations are of one utterance, in the same words or in altered ones."""
    same = same_speaker(a.value.speaker, b.value.speaker)
    if a.mention.source == b.mention.source:
        return same is not False and a.headline != b.headline and headline_quotes(*((a, b) if a.headline else (b, a)))
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if len(short.words) <= FEW:
        return same is True and short.words != long.words and same_phrase(a, b, idf)
    if same is not True:
        whole = len(short.words) >= WHOLE and (same is None or len(long.words) <= len(short.words) * 1.5)
        return whole and share_words(short, long, LIKELY if same is None else SURE)
    shared = a.stems & b.stems
    if len(shared) >= 2 and share_words(short, long, ALIKE):
        return True
    return (
        bool(shared)
        and a.value.partial
        and b.value.partial
        and idf.sentence_similarity(a.sentence, b.sentence) >= SENTENCES
    )


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


def share_words(short: Quotation, long: Quotation, least: float) -> bool:
    """Whether the longer of two quotations has at least a share of the words of the shorter, in their order."""
    count = len(short.words)
    most = count - len(short.vocabulary - long.vocabulary)
    return most / count >= least and common_words(short.words, long.words) / count >= least


def common_words(short: Sequence[str], long: Sequence[str]) -> int:
    """How many words of the shorter of two quotations stand in the longer in the same order, close to each other.

    >>> common_words("we must act now".split(), "today we have to act now or never".split())
    3
    """
    if short == long:
        return len(short)
    blocks = [b for b in LCSseq.opcodes(list(short), list(long)) if b.tag == "equal"]
    if not blocks:
        return 0
    reach = len(short) + len(short) // 2 + 1
    best = 0
    for number, first in enumerate(blocks):
        inside = [b for b in blocks[number:] if b.dest_end - first.dest_start <= reach]
        best = max(best, sum(b.dest_end - b.dest_start for b in inside))
        if number > len(short):
            break
    return best
