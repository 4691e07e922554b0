"""Rows of values: dates, times, amounts, places and terms, which the slots of the draft and its sources decide on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from factdiff.align.candidates.contradiction import can_contradict
from factdiff.align.compared_mentions import Item
from factdiff.align.slots.explanation import reasons
from factdiff.align.slots.slot_scores import SlotScores
from factdiff.align.slots.unlike_pairs import UnlikePair, unlike_levels
from factdiff.align.slots.unlike_scores import unlike_values
from factdiff.align.support.support_levels import SUPPORT_LEVELS, SupportLevels
from factdiff.align.support.support_relations import BEARS_OUT, OTHER, SAME
from factdiff.align.support.support_scores import RELATION, support, support_table
from factdiff.fact_sheet import NEAREST, Candidate, SheetRow
from factdiff.levels import reasons_in_words
from factdiff.records import Mention
from factdiff.sheet.draft_story import DraftStory, one_a_source
from factdiff.sheet.same_figures import same_figures
from factdiff.values.amounts.amount import Amount

#: the kinds of which one passage has many that are not at odds: only those contradict each other that can
MANY_OF_ONE_SORT = frozenset({"place", "term", "time"})
#: how much likelier than one that bears a value out one that only allows it must be to be of its slot, in log-odds
SURER = 1.0
#: the significant digits of a figure that is hardly given of two things
MANY_DIGITS = 3
DIGITS = SUPPORT_LEVELS.index("digits")


@frozen(eq=False)
class Comparable:
    """What the slots say of a value of the draft: what agrees, the likeliest of one slot first, and what does not."""

    agreeing: tuple[tuple[Item, tuple[float, ...], float], ...]
    unlike: tuple[UnlikePair, ...]

    @property
    def has_same(self) -> bool:
        """Whether a source has a value that bears it out, or allows it, in whatever slot."""
        return any(levels[RELATION] > OTHER for _, levels, _ in self.agreeing)


def comparable_values(scores: Iterable[SlotScores], drafts: Collection[str]) -> Mapping[Mention, Comparable]:
    """What the slots say of each mention of some sources, given by their ids."""
    found: dict[Mention, Comparable] = {}
    for block in scores:
        own = {number for number, item in block.items.items() if item.mention.source in drafts}
        agreeing: defaultdict[int, list[tuple[Item, tuple[float, ...], float]]] = defaultdict(list)
        unlike: defaultdict[int, list[UnlikePair]] = defaultdict(list)
        for draft in dict.fromkeys(block.items[number].mention.source or "" for number in sorted(own)):
            for a, b, levels in SupportLevels(block, draft).pairs():
                agreeing[a.number].append((b, levels, support().score(levels)))
        for a, b, levels in unlike_levels(block, own):
            score = unlike_values().score(levels)
            for one, two in ((a, b), (b, a)):
                if one.number in own:
                    unlike[one.number].append(UnlikePair(one, two, levels, score))
        for number in own:
            found[block.items[number].mention] = Comparable(
                tuple(sorted(agreeing[number], key=lambda pair: (-pair[2], pair[0].number))),
                tuple(sorted(unlike[number], key=lambda pair: (-pair.score, pair.b.number))),
            )
    return found


def value_row(story: DraftStory, mention: Mention, comparable: Comparable | None) -> SheetRow:
    """The row of a value, given what the slots say of it."""
    if comparable is None:
        return story.row(mention, (), same_figures(story, mention))
    least = support_table()["threshold"]
    agreeing = [pair for pair in comparable.agreeing if pair[2] >= least["support"] and pair[1][RELATION] > OTHER]
    bearing = [pair for pair in agreeing if pair[1][RELATION] >= BEARS_OUT]
    nearest = nearest_of(story, comparable)
    contradicted = is_contradicted(comparable)
    sure = [pair for pair in agreeing if pair[1][RELATION] < BEARS_OUT and pair[2] >= least["support"] + SURER]
    allowing = candidates(story, sure)
    if not bearing and not contradicted and not allowing:
        allowing = exact_figures(story, comparable)
    if not bearing and not contradicted:
        scored = {pair[0].mention for pair in comparable.agreeing}
        allowing = allowing or same_figures(story, mention, scored)
    return story.row(mention, candidates(story, bearing), () if contradicted else allowing, nearest)


def exact_figures(story: DraftStory, comparable: Comparable) -> Sequence[Candidate]:
    """The mentions with the figure of a value and so many digits that they hardly are of something else."""
    same = (
        (other, levels, score)
        for other, levels, score in comparable.agreeing
        if levels[RELATION] == SAME and levels[DIGITS] >= MANY_DIGITS and isinstance(other.mention.value, Amount)
    )
    return [evolve(one, why=("the figures are the same",)) for one in candidates(story, same)]


def is_contradicted(comparable: Comparable) -> bool:
    """Whether a value is so likely of one slot with an unlike one that one of the two must be wrong."""
    if not comparable.unlike or comparable.unlike[0].score < support_table()["threshold"]["contradiction"]:
        return False
    pair = comparable.unlike[0]
    return pair.a.mention.kind not in MANY_OF_ONE_SORT or can_contradict(pair.a, pair.b)


def nearest_of(story: DraftStory, comparable: Comparable | None) -> Callable[[], tuple[Sequence[Candidate], bool]]:
    """A function that gives the nearest candidates of a value, unlike ones first, and whether they contradict it."""

    def nearest() -> tuple[Sequence[Candidate], bool]:
        if comparable is None:
            return (), False
        others = [pair for pair in comparable.agreeing if pair[1][RELATION] == OTHER]
        unlike = [unlike_candidate(story, pair) for pair in distinct(comparable.unlike)]
        return [*unlike, *candidates(story, others)][:NEAREST], is_contradicted(comparable)

    return nearest


def candidates(story: DraftStory, pairs: Iterable[tuple[Item, tuple[float, ...], float]]) -> Sequence[Candidate]:
    """The mentions that agree with a value as candidates, the likeliest of each source."""
    return one_a_source(story.candidate(other.mention, weight=score) for other, _, score in pairs)


def distinct(pairs: Iterable[UnlikePair]) -> Iterator[UnlikePair]:
    """The first few pairs with unlike values of the sources."""
    seen: list[object] = []
    for pair in pairs:
        if len(seen) < NEAREST and pair.b.value not in seen:
            seen.append(pair.b.value)
            yield pair


def unlike_candidate(story: DraftStory, pair: UnlikePair) -> Candidate:
    """The candidate of an unlike pair, with what is alike."""
    return story.candidate(pair.b.mention, *reasons_in_words(reasons(pair)), weight=pair.score)
