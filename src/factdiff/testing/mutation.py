"""Mutation: an article with one of its values changed, beyond tolerance or within it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from random import Random

from attrs import evolve, frozen

from factdiff.config import Config
from factdiff.errors import InputError, UnknownNameError
from factdiff.finder import PLAIN, find_mentions
from factdiff.records import Mention, Source
from factdiff.testing.slips import slips
from factdiff.testing.written import rewordings
from factdiff.values.consensus import bare
from factdiff.values.relation import Relation, compare
from factdiff.values.tolerances import Tolerances

#: how many ways to change a mention are tried
TRIES = 40
#: relations of values of which not both can be meant, or of which nothing is known
APART = (Relation.DISJOINT, Relation.INCOMPARABLE)


@frozen(kw_only=True)
class Mutation:
    """A changed copy of an article: ``before`` is the mention in the article, ``after`` that in ``source``, the copy.

    The copy has the id of the article with ``-changed`` behind it, so that both can stand in one story.
    """

    source: Source
    before: Mention
    after: Mention
    within: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where the changed value stands in the copy."""
        return self.after.start, self.after.end

    def __str__(self) -> str:
        return f"{self.before.kind}: “{self.before.surface}” → “{self.after.surface}”"


def mutate(
    source: Source | str, *, seed: int, kind: str | None = None, within: bool = False, config: Config | None = None
) -> Mutation:
    """An article with one value changed: one of ``kind``, or any, chosen by ``seed``.

    The change is one slip that makes the value contradict what it was, or ``within`` the tolerances of ``config``
    another wording that does not; no other value comes to contradict what it was. The same arguments give the same
    mutation. Raises UnknownNameError for an unknown kind and InputError where the article holds nothing that can be
    changed so.

    >>> changed = mutate("Nine people were hurt on 4 March 2024.", seed=1, kind="date")
    >>> start, end = changed.span
    >>> changed.source.text[start:end] == changed.after.surface != "4 March 2024"
    True
    """
    if kind is not None and kind not in PLAIN:
        raise UnknownNameError("kind", kind, sorted(PLAIN))
    article = Source(source) if isinstance(source, str) else source
    kinds = PLAIN if kind is None else (kind,)
    for mutation in mutations(article, seed=seed, kinds=kinds, within=within, config=config):
        return mutation
    way = "said otherwise" if within else "changed"
    raise InputError(f"the source holds no {kind or 'value'} that can be {way}: give a text with a {kind or 'value'}")


def mutations(
    source: Source,
    *,
    seed: int,
    kinds: Collection[str] = PLAIN,
    within: bool = False,
    config: Config | None = None,
) -> Iterator[Mutation]:
    """A mutation of every mention of some kinds that can be changed, in an order that the seed gives."""
    tolerances = (config or Config()).tolerances
    chance = Random(seed)
    known = find_mentions(source, kinds=PLAIN)
    chosen = [mention for mention in known if mention.kind in kinds]
    chance.shuffle(chosen)
    for mention in chosen:
        ways = list(dict.fromkeys(rewordings(mention) if within else slips(mention)))
        chance.shuffle(ways)
        for words in ways[:TRIES]:
            after = changed(source, mention, words, known, within, tolerances)
            if after is not None:
                yield after
                break


def changed(
    source: Source, before: Mention, words: str, known: tuple[Mention, ...], within: bool, tolerances: Tolerances
) -> Mutation | None:
    """The mutation that puts ``words`` in the place of a mention, or None where it is not what was asked for."""
    text = source.text[: before.start] + words + source.text[before.end :]
    copy = evolve(source, text=text, id=None if source.id is None else f"{source.id}-changed")
    found = find_mentions(copy, kinds=PLAIN)
    if words == before.surface or len(found) != len(known):
        return None
    shift, after = len(words) - len(before.surface), None
    for old, new in zip(known, found, strict=True):
        if old is before:
            after = new
        elif new.start != old.start + (shift if old.start > before.start else 0) or contradict(old, new, tolerances):
            return None
    if after is None or (after.start, after.end, after.kind) != (before.start, before.end + shift, before.kind):
        return None
    relation = compare(bare(before.value), bare(after.value), tolerances).relation
    fits = relation not in APART if within else relation is Relation.DISJOINT
    return Mutation(source=copy, before=before, after=after, within=within) if fits else None


def contradict(one: Mention, two: Mention, tolerances: Tolerances) -> bool:
    """Whether two mentions are of different kinds, or cannot both be meant."""
    return one.kind != two.kind or compare(one.value, two.value, tolerances).relation is Relation.DISJOINT
