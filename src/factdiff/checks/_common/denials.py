"""Contradictions: a denial in one source, and an affirmation in nearly the same words in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import frozen

from factdiff.checks._common.quoted_words import as_evidence, quoted_sides
from factdiff.checks._common.sentence_likeness import BOTH, MOST, SHARE, in_common
from factdiff.checks._common.sentence_likeness import likeness as shared
from factdiff.context import AffirmedVerb, DeniedVerb, Document, Sentence, affirmations, affirmations_in, denials
from factdiff.records import Evidence
from factdiff.values.names.stance import Stance


@frozen(eq=False)
class Contradiction:
    """A denial, and the most similar affirmation of each other source that contradicts it."""

    denied: DeniedVerb
    affirmed: tuple[AffirmedVerb, ...]

    def evidence(self) -> Iterator[Evidence]:
        """The evidence of both sides."""
        verb = self.denied.verb
        yield as_evidence(self.denied, Stance(verb=verb, polarity=-1, spoken=False, modality=self.denied.modality), "B")
        for one in self.affirmed:
            yield as_evidence(one, Stance(verb=verb, polarity=1, spoken=False, modality=self.denied.modality), "A")

    def quoted(self) -> str:
        """The words of both sides with their sources, for a message."""
        return quoted_sides(self.affirmed, (self.denied,))


def contradictions(documents: Sequence[Document]) -> Iterator[Contradiction]:
    """The denials that other sources contradict; each affirmation stands in one contradiction at most.

    A source that says both, of two times or two things, contradicts nobody.
    """
    denied = [one for document in documents for one in document.cached(denials)]
    sentences = sentences_by_verb(documents, denied)
    used: set[tuple[Document, int]] = set()
    for one in denied:
        if any(words_in_common(one, other) >= BOTH for other in affirmations(one.document, one)):
            continue
        likest = [best for best in likest_affirmations(one, sentences) if (best.document, best.start) not in used]
        if likest:
            used |= {(best.document, best.start) for best in likest}
            yield Contradiction(one, tuple(likest))


def sentences_by_verb(
    documents: Sequence[Document], denied: Iterable[DeniedVerb]
) -> Mapping[tuple[str, str], list[tuple[Document, Sentence]]]:
    """Denied verb and a stem beside it, or the verb and an empty stem -> the sentences that hold them."""
    stems_by_verb: defaultdict[str, set[str]] = defaultdict(set)
    for one in denied:
        stems_by_verb[one.verb] |= {"", one.before, one.behind}
    found: defaultdict[tuple[str, str], list[tuple[Document, Sentence]]] = defaultdict(list)
    for document in documents if stems_by_verb else ():
        for sentence in document.content_sentences:
            for verb in stems_by_verb.keys() & sentence.bag:
                for stem in stems_by_verb[verb] & {"", *sentence.bag}:
                    found[verb, stem].append((document, sentence))
    return found


def denies_as_well(document: Document, one: DeniedVerb) -> bool:
    """Whether a source holds the same denial."""
    return any(other.verb == one.verb and words_in_common(one, other) >= BOTH for other in document.cached(denials))


def words_in_common(denied: DeniedVerb, other: DeniedVerb | AffirmedVerb) -> int:
    """The number of words and values that two sentences share, without the verb."""
    return in_common(denied, other, frozenset({denied.verb}))


def likest_affirmations(
    denied: DeniedVerb, by_verb: Mapping[tuple[str, str], Sequence[tuple[Document, Sentence]]]
) -> Iterator[AffirmedVerb]:
    """The most similar affirmation of each other source, unless that source holds the same denial."""
    beside = {denied.before, denied.behind} - {""} or {""}
    sentences = min((by_verb.get((denied.verb, stem), ()) for stem in sorted(beside)), key=len)
    best: dict[Document, tuple[float, AffirmedVerb]] = {}
    for document, sentence in islice(sentences, MOST):
        if document is not denied.document:
            for one in affirmations_in(document, sentence, denied):
                share = likeness(denied, one)
                if share >= SHARE and share > best.get(document, (0.0,))[0]:
                    best[document] = share, one
    return (one for document, (_, one) in best.items() if not denies_as_well(document, denied))


def likeness(denied: DeniedVerb, affirmed: AffirmedVerb) -> float:
    """The similarity of two sentences without their verb; 0 where the neighbours of the verb differ."""
    there = affirmed.sentence.bag - {denied.verb}
    if not all(stem in there for stem in (denied.before, denied.behind) if stem):
        return 0.0
    return shared(denied, affirmed, frozenset({denied.verb}))
