"""Syndication: finds the sources that are copies of others, or near copies: a wire report cut short, or with a line
added. Copies and near copies are not counted as sources of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import evolve

from factdiff.align.connected_components import connected_components
from factdiff.context import Document, Sentence
from factdiff.records import Fact, Mention, Source

#: which share of the shorter of two near copies stands in sentences that both have, and how many characters these have
SHARED, FEWEST = 0.8, 40
#: a sentence in more sources than this is boilerplate, and makes no near copies
PRINTED = 40


def group_copies(sources: Iterable[Source], *, draft: str | None = None) -> dict[Source, tuple[Source, ...]]:
    """The sources without the copies, each with its copies: texts that differ in blanks alone.

    The source with the id ``draft`` is never a copy.

    >>> one, two = Source("Nine died.", id="a"), Source("Nine  died.", id="b")
    >>> [(original.id, [copy.id for copy in copies]) for original, copies in group_copies([one, two]).items()]
    [('a', ['b'])]
    """
    every = tuple(sources)
    if len(every) == 1:
        return {every[0]: ()}
    by_words: dict[tuple[str, str, bool], list[Source]] = {}
    for source in every:
        key = (" ".join(source.text.split()), source.lang, draft is not None and source.id == draft)
        by_words.setdefault(key, []).append(source)
    return {group[0]: tuple(group[1:]) for group in by_words.values()}


class NearCopies:
    """The near copies among the sources of a story, and the sentences and mentions that they repeat.

    ``originals`` gives for the id of each source that of the first source that it is a near copy of, or its own.
    ``sentences`` are those that near copies repeat; ``mentions`` maps a mention in them, by document and index, to the
    one it repeats, if their values are equal: "Tuesday" is another day in a later copy. Near copies still contradict
    each other where they differ; they do not count as two sources where they agree. A ``draft``, given by its id, is
    no copy of its sources.

    >>> from factdiff import Source
    >>> wire = "The lake rose by two metres. Nine people left. A road broke."
    >>> documents = [Document(Source(text, id=id), ()) for id, text in zip("ab", (wire, wire + " Read more."))]
    >>> copies = NearCopies(documents)
    >>> copies.originals, len(copies.sentences)
    ({'a': 'a', 'b': 'a'}, 3)
    """

    def __init__(self, documents: Sequence[Document], draft: str | None = None) -> None:
        ids = [document.source.id or "" for document in documents]
        pairs = [pair for pair in near_copies(documents) if draft not in (ids[pair[0]], ids[pair[1]])]
        alike = (
            connected_components(len(documents), pairs) if len(documents) > 1 else [[n] for n in range(len(documents))]
        )
        self.originals = {ids[n]: ids[group[0]] for group in alike for n in group}
        self.sentences: set[Sentence] = set()
        self.mentions: dict[tuple[Document, int], tuple[Document, int]] = {}
        for first, *others in alike:
            for number in others:
                self._repeat(documents[number], documents[first])

    def _repeat(self, copy: Document, original: Document) -> None:
        """Note the sentences and mentions that a near copy repeats."""
        known = original.cached(sentences_by_text)
        for line, sentence in copy.cached(sentences_by_text).items():
            if line in known:
                self.sentences.add(sentence)
                here, there = (
                    x.mention_indices(s.start, s.end) for x, s in ((copy, sentence), (original, known[line]))
                )
                for one, two in zip(here, there, strict=False):
                    if copy.mentions[one].value == original.mentions[two].value:
                        self.mentions[copy, one] = original, two


def near_copies(documents: Sequence[Document]) -> Iterator[tuple[int, int]]:
    """The pairs of sources of which one is a near copy of the other."""
    printed: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for line in document.cached(sentences_by_text):
            printed[line].append(number)
    common: Counter[tuple[int, int]] = Counter()
    for line, numbers in printed.items():
        for pair in combinations(numbers, 2) if len(numbers) <= PRINTED else ():
            common[pair] += len(line)
    lengths = [sum(map(len, document.cached(sentences_by_text))) for document in documents]
    for (a, b), length in common.items():
        if length >= max(FEWEST, SHARED * min(lengths[a], lengths[b])):
            yield a, b


def sentences_by_text(document: Document) -> dict[str, Sentence]:
    """The sentences of a source by their text with single blanks; of equal ones the first."""
    found: dict[str, Sentence] = {}
    for sentence in document.sentences:
        found.setdefault(" ".join(document.text[sentence.start : sentence.end].split()), sentence)
    return found


def repeated_mentions(
    copies: Mapping[Source, tuple[Source, ...]], mentions: Mapping[Source, Sequence[Mention]]
) -> dict[Mention, list[Mention]]:
    """The mentions of originals -> those of their copies that repeat them.

    ``copies`` are the originals with their copies, and ``mentions`` those of each source.
    """
    found: dict[Mention, list[Mention]] = {}
    for original, others in copies.items():
        for copy in others:
            for mine, theirs in zip(mentions[original], mentions[copy], strict=False):
                found.setdefault(mine, []).append(theirs)
    return found


def with_copies(facts: Sequence[Fact], repetitions: Mapping[Mention, Sequence[Mention]]) -> tuple[Fact, ...]:
    """The facts with the mentions of copies beside those that they repeat."""
    if not repetitions:
        return tuple(facts)
    return tuple(
        evolve(fact, mentions=tuple(m for mention in fact.mentions for m in (mention, *repetitions.get(mention, ()))))
        for fact in facts
    )
