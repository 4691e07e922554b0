"""What one source denies in nearly the words in which another says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import frozen

from factdiff.checks._common.quoted_words import shown, span
from factdiff.checks._common.sentence_likeness import BOTH, MOST, SHARE, in_common
from factdiff.checks._common.sentence_likeness import likeness as shared
from factdiff.context import AffirmedVerb, DeniedVerb, Document, Sentence, affirmations, affirmations_in, denials
from factdiff.records import Evidence
from factdiff.values.names.stance import Stance


@frozen(eq=False)
class Contradiction:
    """A denial, and where other sources say that it is so, the likest sentence of each."""

    denied: DeniedVerb
    affirmed: tuple[AffirmedVerb, ...]

    def evidence(self) -> Iterator[Evidence]:
        """The words of both sides."""
        verb = self.denied.verb
        yield span(self.denied, Stance(verb=verb, polarity=-1, spoken=False, modality=self.denied.modality), "B")
        for one in self.affirmed:
            yield span(one, Stance(verb=verb, polarity=1, spoken=False, modality=self.denied.modality), "A")

    def shown(self) -> str:
        """What both sides say, with their sources."""
        return shown(self.affirmed, (self.denied,))


def contradictions(documents: Sequence[Document]) -> Iterator[Contradiction]:
    """What some sources deny and others say, each denial of the same words once.

    A source that says both, at one time and another or of two things, settles nothing.
    """
    denied = [one for document in documents for one in document.cached(denials)]
    holding = holders(documents, denied)
    used: set[tuple[Document, int]] = set()
    for one in denied:
        if any(common(one, other) >= BOTH for other in affirmations(one.document, one)):
            continue
        found = [best for best in likest(one, holding) if (best.document, best.start) not in used]
        if found:
            used |= {(best.document, best.start) for best in found}
            yield Contradiction(one, tuple(found))


def holders(
    documents: Sequence[Document], denied: Iterable[DeniedVerb]
) -> Mapping[tuple[str, str], list[tuple[Document, Sentence]]]:
    """The sentences that hold a verb which some source denies, by that verb, and by that verb and a stem beside it."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for one in denied:
        wanted[one.verb] |= {"", one.before, one.behind}
    found: defaultdict[tuple[str, str], list[tuple[Document, Sentence]]] = defaultdict(list)
    for document in documents if wanted else ():
        for sentence in document.content_sentences:
            for verb in wanted.keys() & sentence.bag:
                for stem in wanted[verb] & {"", *sentence.bag}:
                    found[verb, stem].append((document, sentence))
    return found


def tells(document: Document, one: DeniedVerb) -> bool:
    """Whether a source denies the same."""
    return any(other.verb == one.verb and common(one, other) >= BOTH for other in document.cached(denials))


def common(denied: DeniedVerb, other: DeniedVerb | AffirmedVerb) -> int:
    """How much two sentences share beside the verb."""
    return in_common(denied, other, frozenset({denied.verb}))


def likest(
    denied: DeniedVerb, holding: Mapping[tuple[str, str], Sequence[tuple[Document, Sentence]]]
) -> Iterator[AffirmedVerb]:
    """Where each other source says what one denies in the likest words, unless it denies the same."""
    beside = {denied.before, denied.behind} - {""} or {""}
    sentences = min((holding.get((denied.verb, stem), ()) for stem in sorted(beside)), key=len)
    best: dict[Document, tuple[float, AffirmedVerb]] = {}
    for document, sentence in islice(sentences, MOST):
        if document is not denied.document:
            for one in affirmations_in(document, sentence, denied):
                share = likeness(denied, one)
                if share >= SHARE and share > best.get(document, (0.0,))[0]:
                    best[document] = share, one
    return (one for document, (_, one) in best.items() if not tells(document, denied))


def likeness(denied: DeniedVerb, affirmed: AffirmedVerb) -> float:
    """How alike two sentences are beside a verb; nothing where they say it of two things."""
    there = affirmed.sentence.bag - {denied.verb}
    if not all(stem in there for stem in (denied.before, denied.behind) if stem):
        return 0.0
    return shared(denied, affirmed, frozenset({denied.verb}))
