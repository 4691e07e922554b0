"""Estimate the match weights of alignment from labelled stories and pairs of texts, and write
``align/comparison/match_weights.toml``.

    python tools/fit_alignment.py LABELLED... [--output FILE]

A labelled file is JSON Lines, of three forms. A story has ``sources`` and groups of evidence spans: ``agree`` and
``expected`` groups speak of one fact, ``unrelated`` ones of two, and a mention that has a partner in one source does
not speak of the same thing as any other mention there. A story without groups is one of which
``fixtures/alignment/judged.tsv`` tells: its unlike values were judged by eye, and stand there without its texts. A pair
of texts has ``text_a``, ``text_b`` and a ``label`` (contradiction, consistent, neutral); the only unsettled conflict of
two texts that contradict each other is one fact.

Three questions are asked apart, since what tells them differs: do two mentions whose values agree speak of one fact, do
two whose values contradict each other, and do these where one of the texts is a single sentence? Each is a logistic
regression on the labels of the comparison levels (regularised; its coefficients are log-odds). The figures in the file
are cross-validated by story, never by pair.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from factdiff import Source
from factdiff.align.alignment import link_mentions
from factdiff.align.assignment import link_above_threshold
from factdiff.align.clusters import Clusters
from factdiff.align.compared_mentions import items_of
from factdiff.align.comparison.comparison_levels import match_weights
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.pairs import Link, Pair
from factdiff.align.syndication import NearCopies
from factdiff.documents import read_documents
from factdiff.records import Mention
from factdiff.values.relation import RelationCache

OUTPUT = Path(__file__).parent.parent / "src" / "factdiff" / "align" / "comparison" / "match_weights.toml"
#: how much a pair of texts counts beside a pair of mentions that a person has labelled
WEAK = 0.1
#: how much a pair of two stories counts
STRANGE = 0.3
#: how much an unlike pair of one of the large stories counts that were judged by what their values are
BY_EYE = 0.3
#: how much more a claim that another text neither bears out nor denies counts: such are the most there are
NEUTRAL = 3.0
#: unlike values of stories that have no groups, judged by eye
JUDGED = Path(__file__).parent.parent / "fixtures" / "alignment" / "judged.tsv"
#: into how many parts the stories are cut for the figures, and in how many ways, since each way moves a threshold
FOLDS, TURNS = 5, 10
#: the weight of twin sentences, set by hand: more than all other levels together
TWIN = 12.0
#: the share of joined pairs of mentions that are right, below which no threshold is set
PRECISION = {"agree": 0.92, "conflict": 0.83, "claim": 0.86}
#: how far apart the precisions are whose thresholds are taken together
NEARBY = (-0.03, -0.02, -0.01, 0.0, 0.01, 0.02, 0.03)
#: what stands in the file for a question that is not answered yet
EMPTY = {q: {"table": {"prior": {"all": 0.0}}, "threshold": 0.0, "figures": {}} for q in ("conflict", "claim")}


@frozen
class Example:
    """The labels of one pair, whether its mentions speak of one fact, the story it is of, and its weight."""

    labels: Mapping[str, str]
    same: bool
    story: str
    weight: float


def examples(path: Path, question: str) -> Iterator[Example]:
    """The labelled pairs of a file that answer a question."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for number, case in enumerate(cases):
        read = of_texts if "sources" not in case else of_story if "expected" in case else of_cluster
        for labels, same, weight in read(case, question):
            yield Example(labels, same, f"{path.stem} {case['id']}", weight)
        if "expected" in case and question == "conflict":
            for labels in of_strangers(case, cases[number - 1]):
                yield Example(labels, False, f"{path.stem} {case['id']}", STRANGE)


def of_story(case: Mapping[str, Any], question: str) -> Iterator[tuple[Mapping[str, str], bool, float]]:
    """The pairs of a story whose label is known; no pair that contradicts each other unlabelled is one fact."""
    fields = ("text", "id", "published", "lang")
    sources = [Source(**{name: source[name] for name in fields if name in source}) for source in case["sources"]]
    for pair, labels in asked(sources, question):
        same = label(case, pair.a.mention, pair.b.mention)
        if same is not None or pair.conflict:
            yield labels, bool(same), 1.0


def of_cluster(case: Mapping[str, Any], question: str) -> Iterator[tuple[Mapping[str, str], bool, float]]:
    """The conflicts of a story that were judged by eye."""
    if question == "conflict":
        sources = [Source(source["text"], id=source["id"]) for source in case["sources"]]
        for pair, labels in asked(sources, question):
            same = judged().get((case["id"], *judged_as(pair)))
            if same is not None:
                yield labels, same, BY_EYE


def judged_as(pair: Pair) -> tuple[str, str, str]:
    """What a pair is judged by: its kind, and its values in order."""
    one, two = sorted((str(pair.a.value), str(pair.b.value)))
    return pair.a.mention.kind, one, two


@cache
def judged() -> Mapping[tuple[str, ...], bool]:
    """The table of unlike values that were judged by eye."""
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {tuple(key): same == "1" for *key, same in rows}


def of_strangers(case: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """The conflicts of two texts of two stories, none of which is one fact."""
    texts = [story["sources"][0]["text"] for story in (case, other)]
    yield from (
        labels for _, labels in asked([Source(text, id=id) for text, id in zip(texts, "ab", strict=True)], "conflict")
    )


def of_texts(case: Mapping[str, Any], question: str) -> Iterator[tuple[Mapping[str, str], bool, float]]:
    """The conflicts of two texts: the only one, where the texts contradict each other, else all."""
    if question == "agree":
        return
    sources = [Source(case[f"text_{side}"], id=side, published=case.get(f"published_{side}")) for side in "ab"]
    conflicts = asked(sources, question)
    contradicts = case["label"] == "contradiction"
    if question == "claim" and contradicts:
        conflicts = sorted(conflicts, key=lambda c: -c[0].similarity)[:1]
    if not contradicts or len(conflicts) == 1:
        weight = WEAK if question == "conflict" else NEUTRAL if case["label"] == "neutral" else 1.0
        yield from ((labels, contradicts, weight) for _, labels in conflicts)


def asked(sources: Sequence[Source], question: str) -> list[tuple[Pair, Mapping[str, str]]]:
    """The pairs of a story that a question is asked of, with their labels."""
    story = sorted(sources, key=lambda source: source.id or "")
    documents = read_documents(story, story)
    found = []

    def decide(now: str, pair: Pair, labels: Mapping[str, str]) -> Link | None:
        if now == question:
            found.append((pair, labels))
        return link_above_threshold(now, pair, labels)

    items, relations = items_of(documents), RelationCache()
    link_mentions(
        Clusters(items, set(), relations),
        documents,
        items,
        InverseDocumentFrequency(documents),
        relations,
        NearCopies(documents),
        decide,
    )
    return found


def label(case: Mapping[str, Any], a: Mention, b: Mention) -> bool | None:
    """Whether the groups of a story say that two mentions speak of one fact; None where they say nothing."""
    joined = [group["evidence"] for key in ("expected", "agree") for group in case.get(key, ())]
    for group in joined:
        if among(a, group) and among(b, group):
            return True
    if any(among(a, group["evidence"]) and among(b, group["evidence"]) for group in case.get("unrelated", ())):
        return False
    for group in joined:
        for one, two in ((a, b), (b, a)):
            if among(one, group) and any(span["source"] == two.source for span in group):
                return False
    return None


def among(mention: Mention, group: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a mention overlaps one of the spans of a group."""
    return any(s["source"] == mention.source and s["start"] < mention.end and mention.start < s["end"] for s in group)


@threadpool_limits.wrap(limits=1)  # the vectors are so short that threads would only wait for each other
def fitted(found: Sequence[Example], precision: float) -> dict[str, Any]:
    """The weights of one question, its threshold, and the cross-validated figures."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{f"{level}: {value}": 1 for level, value in e.labels.items()} for e in found])
    same = np.array([e.same for e in found])
    share = np.array([e.weight for e in found])
    stories = [e.story for e in found]
    scores = np.zeros(len(found))
    for turn in range(TURNS):
        for train, test in GroupKFold(FOLDS, shuffle=True, random_state=turn).split(matrix, same, stories):
            part = model().fit(matrix[train], same[train], share[train])
            scores[test] += part.decision_function(matrix[test]) / TURNS
    whole = model().fit(matrix, same, share)
    table: dict[str, dict[str, float]] = defaultdict(dict)
    table["prior"]["all"] = round(float(whole.intercept_[0]), 2)
    for name, weight in zip(vectors.get_feature_names_out(), whole.coef_[0], strict=True):
        level, _, value = name.partition(": ")
        table[level][value] = round(float(weight), 2)
    table["sentence"]["twin"] = TWIN
    labelled = share >= BY_EYE
    threshold, recall = cut(scores[labelled], same[labelled], share[labelled], precision)
    figures = {
        "pairs": len(found),
        "same": int(same.sum()),
        "auc": round(float(roc_auc_score(same, scores, sample_weight=share)), 3),
        "average_precision": round(float(average_precision_score(same, scores, sample_weight=share)), 3),
        "precision": precision,
        "recall": round(recall, 3),
    }
    return {"table": dict(table), "threshold": round(threshold, 2), "figures": figures}


def model() -> LogisticRegression:
    """The regression: an L2 penalty that keeps rare labels near nought."""
    return LogisticRegression(C=0.3, max_iter=5000)


def cut(scores: Any, same: Any, share: Any, precision: float) -> tuple[float, float]:
    """The lowest threshold above which the pairs, by their weight, have a precision, and the recall there.

    The median of the thresholds for precisions close by, since a single story moves each of them.
    """
    order = np.argsort(-scores)
    hits = np.cumsum((same * share)[order])
    shares = hits / np.cumsum(share[order])
    lasts = [np.flatnonzero(shares >= precision + near) for near in NEARBY]
    last = int(np.median([found[-1] if len(found) else 0 for found in lasts]))
    return float(scores[order[last]]), float(hits[last] / hits[-1])


def written(fits: Mapping[str, Mapping[str, Any]]) -> str:
    """The file: thresholds, figures, and a table for each question and level."""
    lines = [
        "# Match weights: what each level of a comparison adds to the log-odds that two mentions speak of one fact.",
        "# Estimated by tools/fit_alignment.py, which tells how; not to be edited here. Mentions whose values agree",
        "# and mentions whose values contradict each other are two questions; what one sentence claims is a third.",
        "",
        "[threshold]",
        *(f"{question} = {fit['threshold']}" for question, fit in fits.items()),
    ]
    for question, fit in fits.items():
        lines += ["", "# cross-validated by story", f"[figures.{question}]"]
        lines += [f"{name} = {value}" for name, value in fit["figures"].items()]
        for level, labels in sorted(fit["table"].items()):
            lines += ["", f"[{question}.{level}]", *(f"{quoted(k)} = {v}" for k, v in sorted(labels.items()))]
    return "\n".join(lines) + "\n"


def quoted(name: str) -> str:
    """A TOML key."""
    return name if name.isidentifier() and name.isascii() else json.dumps(name)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the files, fit, print the figures, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("labelled", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args(arguments)
    fits: dict[str, dict[str, Any]] = {}
    for question in ("agree", "conflict", "claim"):  # what agrees settles what can be in conflict
        found = [example for path in options.labelled for example in examples(path, question)]
        fits[question] = fitted(found, PRECISION[question])
        options.output.write_text(written({**EMPTY, **fits}), encoding="utf-8")
        match_weights.cache_clear()
        print(question, *(f"{name} {value}" for name, value in fits[question]["figures"].items()))


if __name__ == "__main__":
    main()
