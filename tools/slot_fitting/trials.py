"""What held-out stories give: the errors found and the false pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from factdiff.align.slots.boosted_scores import BoostedScores
from slot_fitting.fitting import fit, unlike_rows
from slot_fitting.labelled import Labelled


@frozen
class Trial:
    """What held-out stories give: for each error its best score, whether that pair can be a finding, its kind, and how
    many pairs of the clean story are likelier; and for each false pair its score, and whether it can be a finding.
    """

    stories: int
    errors: int
    best: tuple[tuple[float, bool, str, int], ...]
    false: tuple[tuple[float, bool], ...]


def tried(stories: Sequence[Labelled], same: BoostedScores, unlike: BoostedScores) -> Trial:
    """How stories come out by scores that were estimated from others."""
    best, false, errors = [], [], 0
    for story in stories:
        clean = [(unlike.score(levels), pair, finding) for finding, pair, levels, _ in unlike_rows(story.clean, same)]
        used: set[int] = set()
        own = []
        for score, pair, finding in sorted(clean, reverse=True):
            if used.isdisjoint(pair):
                used |= set(pair)
                own.append(score)
                false.append((score, finding))
        errors += len(story.errors)
        for found, kind in zip(story.errors, story.kinds, strict=True):
            if found is not None:
                scored = [(unlike.score(levels), finding) for finding, _, levels, _ in unlike_rows(found, same)]
                if scored:
                    score, finding = max(scored)
                    best.append((score, finding, kind, sum(other > score for other in own)))
    return Trial(len(stories), errors, tuple(best), tuple(false))


def joined(trials: Sequence[Trial]) -> Trial:
    """Trials as one."""
    return Trial(
        sum(t.stories for t in trials),
        sum(t.errors for t in trials),
        tuple(b for t in trials for b in t.best),
        tuple(f for t in trials for f in t.false),
    )


def threshold(trial: Trial, false: float, suspects: bool) -> float:
    """The score that so many false pairs a story exceed."""
    scores = sorted((score for score, finding in trial.false if suspects or finding), reverse=True)
    return float(scores[min(len(scores) - 1, int(false * trial.stories))])


def figures(trial: Trial) -> dict[str, float]:
    """The share of the errors found at so many false pairs a story, and among the ten likeliest pairs, in per cent."""
    found = {}
    for false in (0.1, 0.2, 0.3, 0.5, 1.0):
        least = threshold(trial, false, suspects=False)
        hits = sum(score > least and finding for score, finding, _, _ in trial.best)
        found[f"at {false} false a story"] = round(100 * hits / trial.errors, 1)
    found["among ten"] = round(100 * sum(rank < 10 for *_, rank in trial.best) / trial.errors, 1)
    return found


def by_kind(trial: Trial, false: float) -> str:
    """The errors found by kind."""
    least = threshold(trial, false, suspects=False)
    hits = Counter(kind for score, finding, kind, _ in trial.best if score > least and finding)
    read = Counter(kind for *_, kind, _ in trial.best)
    return ", ".join(f"{kind} {hits[kind]} of {count}" for kind, count in sorted(read.items()))


def cross_validated(stories: Sequence[Labelled], folds: int = 4, share: float = 1.0) -> Trial:
    """What the stories of each author give by step functions that a share of the other authors gave."""
    authors = sorted({story.author for story in stories})
    trials = []
    for fold in range(folds):
        out = authors[fold::folds]
        others = [author for author in authors if author not in out]
        known = others[: round(share * len(others))]
        same, unlike = fit([story for story in stories if story.author in known])
        trials.append(tried([story for story in stories if story.author in out], same, unlike))
    return joined(trials)


def learning_curve(stories: Sequence[Labelled]) -> Iterator[tuple[float, dict[str, float]]]:
    """The figures with a quarter and with half of the authors."""
    for share in (0.25, 0.5):
        yield share, figures(cross_validated(stories, share=share))
