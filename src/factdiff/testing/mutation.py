"""Mutation: an article with one of its values changed, beyond tolerance or within it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from random import Random

from attrs import evolve, frozen

from factdiff.config import Config
from factdiff.errors import InputError, UnknownNameError
from factdiff.finder import PLAIN, find_mentions
from factdiff.records import Mention, Source
from factdiff.testing.slips import in_case, slips
from factdiff.testing.written_forms import rewordings
from factdiff.values.consensus import comparable_value
from factdiff.values.relation import Relation, compare
from factdiff.values.tolerances import Tolerances

#: how many ways to change a mention are tried
TRIES = 40
#: relations of a changed value to the original that are not within tolerance
NOT_WITHIN = (Relation.DISJOINT, Relation.INCOMPARABLE)


@frozen(kw_only=True)
class Mutation:
    """A changed copy of an article: ``before`` is the mention in the article, ``after`` that in ``source``, the copy;
    ``changed`` are all mentions that were changed, each as it was and as it is.

    The copy has the id of the article with ``-changed`` behind it, so that both can stand in one story.
    """

    source: Source
    changed: tuple[tuple[Mention, Mention], ...]
    within: bool

    @property
    def before(self) -> Mention:
        """The first changed mention, in the article."""
        return self.changed[0][0]

    @property
    def after(self) -> Mention:
        """The first changed mention, in the copy."""
        return self.changed[0][1]

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
    values: Iterable[Sequence[Mention]] | None = None,
    within: bool = False,
    config: Config | None = None,
) -> Iterator[Mutation]:
    """A mutation of every value of some kinds that can be changed, in an order that the seed gives.

    ``values`` are the mentions that are changed together; each mention alone, unless given.
    """
    tolerances = (config or Config()).tolerances
    chance = Random(seed)
    known = find_mentions(source, kinds=PLAIN)
    every = [(mention,) for mention in known] if values is None else values
    chosen = [mentions for mentions in every if mentions[0].kind in kinds]
    chance.shuffle(chosen)
    for mentions in chosen:
        plain = next((mention for mention in mentions if not mention.surface.isupper()), mentions[0])
        ways = list(dict.fromkeys(rewordings(plain) if within else slips(plain)))
        chance.shuffle(ways)
        for words in ways[:TRIES]:
            replacements = {mention: in_case_of(words, plain.surface, mention.surface) for mention in mentions}
            mutation = mutation_of(source, replacements, known, within, tolerances)
            if mutation is not None:
                yield mutation
                break


def in_case_of(words: str, surface: str, other: str) -> str:
    """Words that replace one surface, in the case that fits another surface of the same value.

    >>> in_case_of("Three", "Two", "two"), in_case_of("three", "two", "TWO")
    ('three', 'THREE')
    """
    return words if surface == other else in_case(words[:1].lower() + words[1:], other)


def mutation_of(
    source: Source,
    replacements: Mapping[Mention, str],
    before: Sequence[Mention],
    within: bool,
    tolerances: Tolerances,
) -> Mutation | None:
    """The mutation that replaces the words of some mentions, or None where it is not as asked for."""
    copy = evolve(
        source,
        text=with_replacements(source.text, replacements),
        id=None if source.id is None else f"{source.id}-changed",
        original=None,  # a changed text stands in no file, and the locators would lead to other words
    )
    after = find_mentions(copy, kinds=PLAIN)
    if copy.text == source.text or len(after) != len(before):
        return None
    shift, changed = 0, []
    for old, new in zip(before, after, strict=True):
        grown = len(replacements[old]) - len(old.surface) if old in replacements else 0
        if (new.kind, new.start) != (old.kind, old.start + shift):
            return None
        if old in replacements:
            changed.append((old, new))
            if new.end != old.end + shift + grown or not is_as_asked(old, new, within, tolerances):
                return None
        elif compare(old.value, new.value, tolerances).relation is Relation.DISJOINT:
            return None
        shift += grown
    return Mutation(source=copy, changed=tuple(changed), within=within)


def with_replacements(text: str, replacements: Mapping[Mention, str]) -> str:
    """A text with the words of some of its mentions replaced."""
    parts, position = [], 0
    for mention in sorted(replacements, key=lambda mention: mention.start):
        parts += [text[position : mention.start], replacements[mention]]
        position = mention.end
    return "".join([*parts, text[position:]])


def is_as_asked(before: Mention, after: Mention, within: bool, tolerances: Tolerances) -> bool:
    """Whether a changed value contradicts what it was, or, ``within`` tolerance, does not."""
    relation = compare(comparable_value(before.value), comparable_value(after.value), tolerances).relation
    return relation not in NOT_WITHIN if within else relation is Relation.DISJOINT
