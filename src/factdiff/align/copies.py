"""Copies: sources with the same words are one voice, and are not counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from factdiff.records import Fact, Mention, Source


def voices(sources: Iterable[Source], *, apart: str | None = None) -> dict[Source, tuple[Source, ...]]:
    """The sources that speak for themselves, each with its copies: texts that differ in blanks alone.

    The source with the id ``apart`` is nobody's copy.

    >>> one, two = Source("Nine died.", id="a"), Source("Nine  died.", id="b")
    >>> [(voice.id, [copy.id for copy in copies]) for voice, copies in voices([one, two]).items()]
    [('a', ['b'])]
    """
    every = tuple(sources)
    if len(every) == 1:
        return {every[0]: ()}
    by_words: dict[tuple[str, str, bool], list[Source]] = {}
    for source in every:
        key = (" ".join(source.text.split()), source.lang, apart is not None and source.id == apart)
        by_words.setdefault(key, []).append(source)
    return {group[0]: tuple(group[1:]) for group in by_words.values()}


def with_copies(facts: Sequence[Fact], twins: Mapping[Mention, Sequence[Mention]]) -> tuple[Fact, ...]:
    """The facts with the mentions of copies beside those that they repeat."""
    if not twins:
        return tuple(facts)
    return tuple(
        evolve(fact, mentions=tuple(m for mention in fact.mentions for m in (mention, *twins.get(mention, ()))))
        for fact in facts
    )
