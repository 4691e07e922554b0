"""Stances: which stances and outcomes of a story are on one matter and exclude each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product, takewhile

from attrs import frozen

from factdiff.align.candidates.source_blocking import ALL_PAIRS
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.connected_components import connected_components
from factdiff.align.names.sentence_lookup import part_span, stems_between
from factdiff.align.weighed_items import BRIEF
from factdiff.context import Document, Sentence
from factdiff.language import load
from factdiff.records import Mention
from factdiff.values.names.name import same_speaker
from factdiff.values.names.stance import Stance
from factdiff.values.places.place import Place
from factdiff.values.relation import Relation, relate

#: how similar the sentences of two outcomes must be
OUTCOMES = 0.2
#: outcomes of which a person has one: whether the athlete plays, the minister goes, the accused pleads guilty
PERSONAL = frozenset({"appearance", "resignation", "plea"})
#: outcomes of which a story has one, so that any two articles tell of the same
SINGULAR = frozenset({"appeal", "sale", "refund", "candidacy", "extradition", "offer"})
#: how many stances of one sort of a source are compared
CAP = 12


@frozen(eq=False)
class StanceInContext:
    """A stance in its context; ``matter`` are the stems of its sentence without its own and its holder's.

    ``holder`` are the words of its holder without prepositions of belonging, and ``of_state`` says that it is a place,
    whose government speaks. ``in_article`` says that its source is no brief text.
    """

    mention: Mention
    value: Stance
    sentence: Sentence
    matter: frozenset[str]
    holder: frozenset[str]
    of_state: bool
    in_article: bool


def stance_clusters(documents: Iterable[Document], idf: InverseDocumentFrequency) -> Iterator[list[Mention]]:
    """The mentions of the stances on each matter."""
    stances = [stance for document in documents for stance in document.cached(stances_of)]
    links = [*stance_links(stances), *outcome_links(stances, idf)]
    for group in connected_components(len(stances), links):
        yield [stances[n].mention for n in group]


def stances_of(document: Document) -> list[StanceInContext]:
    """The stances of a source."""
    named = [mention for mention in document.overlay if mention.kind in ("name", "role")]
    return [to_stance_in_context(document, m, m.value, named) for m in document.overlay if isinstance(m.value, Stance)]


def to_stance_in_context(
    document: Document, mention: Mention, value: Stance, named: Sequence[Mention]
) -> StanceInContext:
    """A stance in its context; ``named`` are the names and offices of its source, in order."""
    sentence, own = document.sentence_at(mention.start), {*stems_between(document, mention.start, mention.end)}
    first = bisect_left(named, sentence.start, key=lambda m: m.start)
    for other in takewhile(lambda m: m.start < sentence.end, islice(named, first, None)):
        own.update(stems_between(document, other.start, other.end))
    holder = part_span(mention, "holder")
    if holder:
        own.update(stems_between(document, *holder))
    linking = load(document.source.lang).lexicon.linking
    places = document.mentions_between(*holder) if holder else ()
    of_state = any(isinstance(mention.value, Place) for mention in places)
    words, in_article = frozenset((value.holder or "").split()) - linking, len(document.sentences) > BRIEF
    return StanceInContext(mention, value, sentence, sentence.bag - own, words, of_state, in_article)


def stance_links(stances: Sequence[StanceInContext]) -> Iterator[tuple[int, int]]:
    """The links of stances of one holder that exclude each other, on matters with common stems.

    Silence without a matter excludes what a government says elsewhere, but not what others say: a person who has
    nothing to say to one outlet may have spoken to another, or in court.
    """
    for one, two in pairs_across_sources(
        [n for n, p in enumerate(stances) if p.value.spoken and p.value.holder], stances
    ):
        a, b = stances[one], stances[two]
        if same_holder(a, b) and relate(a.value, b.value) is Relation.DISJOINT:
            verbs = {a.value.verb, b.value.verb}
            least = 2 if verbs == {"confirm", "no-comment"} else 1
            bare = "no-comment" in verbs and min(len(a.matter), len(b.matter)) <= 1 and a.of_state and b.of_state
            if bare or len(a.matter & b.matter) >= least:
                yield one, two


def same_holder(a: StanceInContext, b: StanceInContext) -> bool:
    """Whether two holders are the same: one name, or one office with more and less detail."""
    one, two = a.value.holder, b.value.holder
    if same_speaker(one, two):
        return True
    if one is None or two is None or one[:1].isupper() or two[:1].isupper():
        return False
    return a.holder <= b.holder or b.holder <= a.holder


def outcome_links(stances: Sequence[StanceInContext], idf: InverseDocumentFrequency) -> Iterator[tuple[int, int]]:
    """The links of outcomes of one sort that exclude each other, of one holder or in similar sentences.

    Where one source has both outcomes, as of two bills, they are two matters.
    """
    polarities: defaultdict[tuple[str | None, str], set[int]] = defaultdict(set)
    for stance in stances:
        if not stance.value.spoken:
            polarities[stance.mention.source, stance.value.verb].add(stance.value.polarity)
    outcomes = [
        n for n, p in enumerate(stances) if not p.value.spoken and len(polarities[p.mention.source, p.value.verb]) == 1
    ]
    for one, two in pairs_across_sources(outcomes, stances):
        a, b = stances[one], stances[two]
        if relate(a.value, b.value) is Relation.DISJOINT:
            shared = a.matter & b.matter
            alike = idf.sentence_similarity(a.sentence, b.sentence)
            person = same_speaker(a.value.holder, b.value.holder)
            if person is False:
                continue
            alone = a.value.verb in SINGULAR and (bool(shared) or (a.in_article and b.in_article))
            if alone or (person and (shared or a.value.verb in PERSONAL)) or (len(shared) >= 2 and alike >= OUTCOMES):
                yield one, two


def pairs_across_sources(numbers: Sequence[int], stances: Sequence[StanceInContext]) -> Iterator[tuple[int, int]]:
    """The pairs of stances of two sources, of the first few stances of each; each source meets the next ones."""
    by_source: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        source = stances[number].mention.source or ""
        if len(by_source[source]) < CAP:
            by_source[source].append(number)
    sources = sorted(by_source)
    for n, one in enumerate(sources):
        for two in sources[n + 1 : n + 1 + ALL_PAIRS]:
            yield from product(by_source[one], by_source[two])
