"""Estimate the step functions of slots from stories with planted errors, and write their thresholds and weights.

    python tools/fit_slots.py STORIES... [--clusters FILE] [--output FILE] [--cross-validate]

STORIES are folders of the form that ``fixtures/alignment/README.md`` tells: articles, fact tables and planted errors,
one folder an author. ``--short`` adds short staged stories with labelled findings. ``--clusters`` adds a JSON Lines
file of real clusters of articles (``sources``), in which values that agree are planted with errors; those that share an
article with ``--without`` files are left out. Stories to ``--try`` are held out.

Two questions are asked apart. The first looks at contexts alone: are two mentions of one row of a fact table? The
second is asked of unlike values: is one of the two a planted error for the other? Each is a sum of step functions that
boosting of stumps estimates (LightGBM; Friedman 2001). The first is always scored by stories of other authors than
those it was estimated from. The figures in the file are cross-validated by author.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from attrs import define, field, frozen

from factdiff import Source
from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from factdiff.align.slots.slot_scores import SlotScores, slot_scores
from factdiff.align.slots.step_functions import StepFunctions
from factdiff.align.slots.unlike_pairs import GROUPS, UNLIKE_LEVELS, unlike_levels
from factdiff.documents import read_documents
from factdiff.testing.mutation import mutations

ROOT = Path(__file__).parent.parent
OUTPUT = ROOT / "src" / "factdiff" / "align" / "slots" / "slot_thresholds_and_weights.toml"
#: stumps, whose sum is a step function of each level; few steps, so that a reader can follow them
STUMPS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 2, "min_data_in_leaf": 30, "lambda_l2": 8.0,
    "max_bin": 63, "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "verbose": -1,
    "num_threads": 2, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
ROUNDS = {"same_slot": 400, "unlike": 250}
#: the weight of a pair of a real cluster, whose labels are guessed from its values, and of a short staged story
REAL = {"same_slot": 0.05, "unlike": 0.3}
WHOLE = {"same_slot": 1.0, "unlike": 1.0}
SHORT = {"same_slot": 0.3, "unlike": 0.5}
#: the weight of an unlike pair of a planted error that is not the right one
BESIDE = 0.3
#: how many false pairs a story the thresholds let through, and of which groups findings are made
FALSE = {"finding": 0.2, "suspect": 6.0}
#: how many articles of a cluster are read, how long, and how many errors are planted in it
ARTICLES, LENGTH, PLANTS = 4, 9000, 8


@define(eq=False)
class Version:
    """A story, clean or with one planted error: the slot scores of its blocks, and which pairs are labelled.

    ``rows`` are the rows of the fact table by item; ``planted`` are the items with the error, and ``right`` the pairs
    of an item with the error and one that is right.
    """

    scores: list[SlotScores]
    matrices: list[Any]
    rows: Mapping[int, int] = field(factory=dict)
    planted: frozenset[int] = frozenset()
    right: frozenset[tuple[int, int]] = frozenset()


@frozen(eq=False)
class Labelled:
    """A clean story and its versions with errors, by its author.

    ``share`` is its weight in each question, and ``tried`` says that it counts in the figures.
    """

    name: str
    author: str
    clean: Version
    errors: tuple[Version | None, ...]
    kinds: tuple[str, ...]
    share: Mapping[str, float] = WHOLE
    tried: bool = True


def version(sources: Sequence[Source]) -> tuple[Version, list[Any]]:
    """A version of a story, without labels, and its items."""
    story = sorted(sources, key=lambda source: source.id or "")
    candidates = Candidates.of(read_documents(story, story))
    scores = list(slot_scores(candidates))
    return Version(scores, [np.array(list(s.levels.values()), np.float32) for s in scores]), candidates.items


def labelled_stories(folder: Path) -> Iterator[Labelled]:
    """The stories of an author."""
    plants, facts = (lines(folder / f"{name}.jsonl") for name in ("plants", "facts"))
    for home in sorted(path for path in folder.iterdir() if path.is_dir()):
        sources = articles(home)
        clean, items = version(list(sources.values()))
        clean.rows = rows_of(items, [fact for fact in facts if fact["story"] == home.name], sources)
        own = [plant for plant in plants if plant["story"] == home.name]
        errors = tuple(planted_version(plant, sources, items, clean.rows) for plant in own)
        yield Labelled(home.name, folder.name, clean, errors, tuple(plant["kind"] for plant in own))


def articles(home: Path) -> dict[str, Source]:
    """The articles of a story by id."""
    table = tomllib.loads((home / "sources.toml").read_text(encoding="utf-8"))
    return {
        path.stem: Source(
            path.read_text(encoding="utf-8"),
            id=path.stem,
            published=str(table[path.stem]["published"]).replace(" ", "T"),
            publisher=table[path.stem].get("publisher"),
        )
        for path in sorted(home.glob("*.txt"))
    }


def rows_of(items: Iterable[Any], facts: Iterable[Mapping[str, Any]], sources: Mapping[str, Source]) -> dict[int, int]:
    """The rows of the fact table by the numbers of the items."""
    found: dict[int, int] = {}
    for row, fact in enumerate(facts):
        for mention in fact["mentions"]:
            text, at = sources[mention["file"]].text, -1
            for _ in range(mention.get("nth", 1)):
                at = text.index(mention["text"], at + 1)
            start = at + mention["text"].index(mention["value"])
            span = mention["file"], start, start + len(mention["value"])
            for item in items:
                if meets(item, *span):
                    found.setdefault(item.number, row)
    return found


def meets(item: Any, source: str, start: int, end: int) -> bool:
    """Whether the mention of an item overlaps a span."""
    return item.mention.source == source and item.mention.start < end and start < item.mention.end


def planted_version(
    plant: Mapping[str, Any], sources: Mapping[str, Source], items: Sequence[Any], rows: Mapping[int, int]
) -> Version | None:
    """The story with a planted error, or None where the error is not read."""
    own = sources[plant["file"]]
    at, old, new = own.text.index(plant["old"]), plant["old"], plant["new"]
    head = common_start(old, new)
    tail = common_start(old[head:][::-1], new[head:][::-1])
    changed = Source(
        own.text[:at] + new + own.text[at + len(old) :], id=own.id, published=own.published, publisher=own.publisher
    )
    before = [item for item in items if meets(item, plant["file"], at, at + len(old))]
    span = plant["file"], at + head, at + max(len(new) - tail, head + 1)
    return with_error([*(s for s in sources.values() if s is not own), changed], span, before, items, rows)


def common_start(one: str, two: str) -> int:
    """How many characters two texts have in common at their start."""
    return next((n for n, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))


def with_error(
    sources: Sequence[Source],
    span: tuple[str, int, int],
    before: Sequence[Any],
    items: Sequence[Any],
    rows: Mapping[int, int],
) -> Version | None:
    """A version with an error in a span; right are the mentions of the row of what stood there ``before``, or, where
    that stands in no row, those of an equal value.
    """
    found, changed = version(sources)
    wrong = [item for item in changed if meets(item, *span)]
    if not wrong:
        return None
    clean = {(item.mention.source, item.mention.start): item for item in items}
    pairs = set()
    for item in changed:
        known = clean.get((item.mention.source, item.mention.start))
        if known is None or item.mention.source == span[0]:
            continue
        for old in before:
            row = rows.get(old.number)
            if (row is not None and row == rows.get(known.number)) or (row is None and old.value == known.value):
                pairs |= {(min(w.number, item.number), max(w.number, item.number)) for w in wrong}
    found.planted, found.right = frozenset(item.number for item in wrong), frozenset(pairs)
    return found


def labelled_clusters(path: Path, without: Iterable[Path]) -> Iterator[Labelled]:
    """Real clusters with errors planted in values that agree, each as a story by an author of its own."""
    taken = {text[:200] for other in without for case in lines(other) for text in texts_in(case)}
    for number, case in enumerate(lines(path)):
        given = case["sources"][:ARTICLES]
        if len(given) < 2 or any(source["text"][:200] in taken for source in given):
            continue
        sources = [
            Source(s["text"][:LENGTH], id=str(n), published=s.get("published") or None) for n, s in enumerate(given)
        ]
        clean, items = version(sources)
        clean.rows = guessed_rows(clean)
        by_place = {(item.mention.source, item.mention.start): item for item in items if item.number in clean.rows}
        errors, kinds = [], []
        for own in sources[:2]:
            for mutation in mutations(own, seed=number):
                old = by_place.get((own.id, mutation.before.start))
                if old is not None and len(errors) < PLANTS:
                    changed = Source(mutation.source.text, id=own.id, published=own.published)
                    others = [source for source in sources if source is not own]
                    span = own.id or "", *mutation.span
                    errors.append(with_error([*others, changed], span, [old], items, clean.rows))
                    kinds.append(mutation.before.kind)
        yield Labelled(case["id"], case["id"], clean, tuple(errors), tuple(kinds), REAL, tried=False)


def labelled_short_stories(path: Path) -> Iterator[Labelled]:
    """Short staged stories whose expected findings and agreeing mentions are labelled."""
    for case in lines(path):
        fields = ("text", "id", "published", "lang")
        sources = [Source(**{name: given[name] for name in fields if name in given}) for given in case["sources"]]
        clean, items = version(sources)
        rows, sides = {}, {}
        for row, group in enumerate([*case["expected"], *case["agree"]]):
            for span in group["evidence"]:
                for item in items:
                    if meets(item, span["source"], span["start"], span["end"]):
                        rows.setdefault(item.number, row)
                        sides.setdefault(item.number, (row, span.get("side", "A")))
        right = {
            (a, b)
            for scores in clean.scores
            for a, b in scores.levels
            if a in sides and b in sides and sides[a][0] == sides[b][0] and sides[a][1] != sides[b][1]
        }
        clean.rows, clean.right = rows, frozenset(right)
        yield Labelled(case["id"], case["id"], clean, (), (), SHORT, tried=False)


def texts_in(case: Mapping[str, Any]) -> Iterator[str]:
    """The articles of a case, of whatever form."""
    yield from (source["text"] for source in (*case.get("sources", ()), case.get("a"), case.get("b")) if source)


def guessed_rows(clean: Version) -> dict[int, int]:
    """Rows of values that are equal in contexts that share something, since a real cluster has no fact table."""
    near, sentence = SLOT_LEVELS.index("near"), SLOT_LEVELS.index("sentence")
    pairs = [
        (-levels[near] - levels[sentence], a, b)
        for scores in clean.scores
        for (a, b), levels in scores.levels.items()
        if levels[near] + levels[sentence] > 0.25 and scores.items[a].value == scores.items[b].value
    ]
    found: dict[int, int] = {}
    for number, (_, a, b) in enumerate(sorted(pairs)):
        row = found.get(a, found.get(b, number))
        found.setdefault(a, row)
        found.setdefault(b, row)
    return found


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def boosted(levels: tuple[str, ...], rows: Any, answers: Any, weights: Any, rounds: int) -> StepFunctions:
    """The step functions that boosted stumps make of labelled rows of levels."""
    data = lightgbm.Dataset(rows, answers, weight=weights, feature_name=list(levels))
    model = lightgbm.train(STUMPS, data, rounds)
    cuts: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    prior = 0.0
    for tree in model.dump_model()["tree_info"]:
        root = tree["tree_structure"]
        if "leaf_value" in root:
            prior += root["leaf_value"]
            continue
        below, above = root["left_child"]["leaf_value"], root["right_child"]["leaf_value"]
        cuts[levels[root["split_feature"]]].append((float(root["threshold"]), below, above))
    steps = {}
    for level, found in cuts.items():
        bounds = sorted({round(bound, 4) for bound, _, _ in found})
        values = [
            sum(low if n <= bounds.index(round(at, 4)) else high for at, low, high in found)
            for n in range(len(bounds) + 1)
        ]
        least = min(values, key=abs)
        prior += least
        steps[level] = (tuple(bounds), tuple(round(value - least, 3) for value in values))
    return StepFunctions(round(prior, 3), steps, levels)


def summed(functions: StepFunctions, rows: Any) -> Any:
    """The scores of rows of levels."""
    total = np.full(len(rows), functions.prior)
    for column, level in enumerate(functions.levels):
        if level in functions.steps:
            bounds, weights = functions.steps[level]
            total += np.array(weights)[np.searchsorted(np.array(bounds), rows[:, column].astype(float), side="left")]
    return total


def fit_same_slot(stories: Sequence[Labelled]) -> StepFunctions:
    """The first question, from the clean stories."""
    rows, answers, weights = [], [], []
    for story in stories:
        for scores, matrix in zip(story.clean.scores, story.clean.matrices, strict=True):
            known = [(story.clean.rows.get(a), story.clean.rows.get(b)) for a, b in scores.levels]
            used = [n for n, pair in enumerate(known) if pair != (None, None)]
            rows.append(matrix[used])
            answers += [known[n][0] == known[n][1] for n in used]
            weights += [story.share["same_slot"]] * len(used)
    return boosted(SLOT_LEVELS, np.vstack(rows), np.array(answers, float), np.array(weights), ROUNDS["same_slot"])


def unlike_rows(
    found: Version, functions: StepFunctions
) -> Iterator[tuple[str, tuple[int, int], tuple[float, ...], bool]]:
    """The unlike pairs of a version, scored by the first question: group, items, levels and whether it is right."""
    for scores, matrix in zip(found.scores, found.matrices, strict=True):
        if found.planted and found.planted.isdisjoint(scores.items):
            continue
        for (a, b), score in zip(scores.levels, summed(functions, matrix).tolist(), strict=True):
            scores.scores[a][b] = scores.scores[b][a] = score
        for a, b, levels in unlike_levels(scores, found.planted or None):
            pair = min(a.number, b.number), max(a.number, b.number)
            yield GROUPS[a.mention.kind], pair, levels, pair in found.right


@define
class Rows:
    """Labelled rows of levels of one group."""

    rows: list[tuple[float, ...]] = field(factory=list)
    answers: list[bool] = field(factory=list)
    weights: list[float] = field(factory=list)


def fit_unlike(stories: Sequence[Labelled], first: Mapping[str, StepFunctions]) -> dict[str, StepFunctions]:
    """The second question for each group; ``first`` gives the step functions that score the slots of an author."""
    by_group: defaultdict[str, Rows] = defaultdict(Rows)
    for story in stories:
        share = story.share["unlike"]
        for found in (story.clean, *filter(None, story.errors)):
            for group, _, levels, right in unlike_rows(found, first[story.author]):
                own = by_group[group]
                own.rows.append(levels)
                own.answers.append(right)
                own.weights.append(share * (BESIDE if found.planted and not right else 1.0))
    return {
        group: boosted(
            UNLIKE_LEVELS,
            np.array(own.rows, np.float32),
            np.array(own.answers, float),
            np.array(own.weights),
            ROUNDS["unlike"],
        )
        for group, own in sorted(by_group.items())
    }


def halves(stories: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """The stories of every other author, and those of the others."""
    authors = sorted({story.author for story in stories})
    even = set(authors[::2])
    return [s for s in stories if s.author in even], [s for s in stories if s.author not in even]


def fit(stories: Sequence[Labelled]) -> tuple[StepFunctions, dict[str, StepFunctions]]:
    """Both questions; the second on slots scored by the other half of the authors."""
    one, two = halves(stories)
    first = {
        story.author: functions
        for functions, others in ((fit_same_slot(one), two), (fit_same_slot(two), one))
        for story in others
    }
    return fit_same_slot(stories), fit_unlike(stories, first)


@frozen
class Trial:
    """What held-out stories give: for each error its best score, group and kind, and the false pairs by group."""

    stories: int
    errors: int
    best: tuple[tuple[float, str, str, int], ...]
    false: tuple[tuple[float, str], ...]


def tried(stories: Sequence[Labelled], same: StepFunctions, unlike: Mapping[str, StepFunctions]) -> Trial:
    """How stories come out by step functions that were estimated from others."""
    best, false, errors = [], [], 0
    for story in stories:
        clean = [
            (summed(unlike[g], np.array([levels], np.float32))[0], pair, g)
            for g, pair, levels, _ in unlike_rows(story.clean, same)
        ]
        used: set[int] = set()
        own = []
        for score, pair, group in sorted(clean, reverse=True):
            if used.isdisjoint(pair):
                used |= set(pair)
                own.append(score)
                false.append((score, group))
        errors += len(story.errors)
        for found, kind in zip(story.errors, story.kinds, strict=True):
            if found is not None:
                scored = [
                    (summed(unlike[g], np.array([levels], np.float32))[0], g)
                    for g, _, levels, _ in unlike_rows(found, same)
                ]
                if scored:
                    score, group = max(scored)
                    best.append((score, group, kind, sum(other > score for other in own)))
    return Trial(len(stories), errors, tuple(best), tuple(false))


def joined(trials: Sequence[Trial]) -> Trial:
    """Trials as one."""
    return Trial(
        sum(t.stories for t in trials),
        sum(t.errors for t in trials),
        tuple(b for t in trials for b in t.best),
        tuple(f for t in trials for f in t.false),
    )


def threshold(trial: Trial, false: float, words: bool) -> float:
    """The score that so many false pairs a story exceed."""
    scores = sorted((score for score, group in trial.false if words or group != "word"), reverse=True)
    return float(scores[min(len(scores) - 1, int(false * trial.stories))])


def figures(trial: Trial) -> dict[str, float]:
    """The share of the errors found at so many false pairs a story, and among the ten likeliest pairs, in per cent."""
    found = {}
    for false in (0.1, 0.2, 0.3, 0.5, 1.0):
        least = threshold(trial, false, words=False)
        hits = sum(score > least for score, group, _, _ in trial.best if group != "word")
        found[f"at {false} false a story"] = round(100 * hits / trial.errors, 1)
    found["among ten"] = round(100 * sum(rank < 10 for *_, rank in trial.best) / trial.errors, 1)
    return found


def by_kind(trial: Trial, false: float) -> str:
    """The errors found by kind."""
    least = threshold(trial, false, words=False)
    hits = Counter(kind for score, group, kind, _ in trial.best if score > least and group != "word")
    read = Counter(kind for *_, kind, _ in trial.best)
    return ", ".join(f"{kind} {hits[kind]} of {count}" for kind, count in sorted(read.items()))


def cross_validated(stories: Sequence[Labelled], folds: int = 4) -> Trial:
    """What the stories of each author give when the step functions are estimated without them."""
    authors = sorted({story.author for story in stories if story.tried})
    trials = []
    for fold in range(folds):
        out = set(authors[fold::folds])
        same, unlike = fit([story for story in stories if story.author not in out])
        trials.append(tried([story for story in stories if story.author in out], same, unlike))
    return joined(trials)


def as_toml(
    same: StepFunctions,
    unlike: Mapping[str, StepFunctions],
    thresholds: Mapping[str, float],
    found: Mapping[str, float],
) -> str:
    """The text of the file."""
    text = [
        "# Thresholds and weights of slots: log-odds for each step of a level. Estimated by tools/fit_slots.py, which",
        "# tells how; not to be edited here. A value up to the first bound has the first weight.",
        "",
        "# a pair of unlike values with a higher score is a finding, or a suspect",
        "[threshold]",
        *(f"{name} = {value:.2f}" for name, value in thresholds.items()),
        "",
        "# per cent of planted errors, cross-validated by author",
        "[figures]",
        *(f'"{name}" = {value}' for name, value in found.items()),
    ]
    for head, functions in (("same_slot", same), *((f"unlike.{group}", f) for group, f in unlike.items())):
        text += ["", f"[{head}]", f"prior = {functions.prior}"]
        for level in functions.levels:
            if level in functions.steps:
                bounds, weights = functions.steps[level]
                text += [f"{level} = {{ bounds = {list(bounds)}, weights = {list(weights)} }}"]
    return "\n".join(text) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories, fit, print the figures, and write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--clusters", type=Path)
    parser.add_argument("--short", nargs="*", type=Path, default=[])
    parser.add_argument("--without", nargs="*", type=Path, default=[])
    parser.add_argument("--try", nargs="*", type=Path, default=[], dest="trial", help="stories that are only tried")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument(
        "--quick", action="store_true", help="without cross-validation, with the thresholds as they are"
    )
    options = parser.parse_args(arguments)
    stories = [story for folder in options.stories for story in labelled_stories(folder)]
    print(f"{len(stories)} stories", file=sys.stderr)
    stories += [story for path in options.short for story in labelled_short_stories(path)]
    if options.clusters:
        stories += labelled_clusters(options.clusters, options.without)
        print(f"{len(stories)} stories and clusters", file=sys.stderr)
    same, unlike = fit(stories)
    for folder in options.trial:
        trial = tried(list(labelled_stories(folder)), same, unlike)
        print(folder.name, figures(trial), by_kind(trial, 0.3), sep="\n")
    if options.quick:
        table = tomllib.loads(options.output.read_text(encoding="utf-8"))
        thresholds, found = table["threshold"], table["figures"]
    else:
        trial = cross_validated(stories)
        thresholds = {name: threshold(trial, false, words=name == "suspect") for name, false in FALSE.items()}
        found = figures(trial)
        print("cross-validated", found, by_kind(trial, 0.3), sep="\n")
    options.output.write_text(as_toml(same, unlike, thresholds, found), encoding="utf-8")


if __name__ == "__main__":
    main()
