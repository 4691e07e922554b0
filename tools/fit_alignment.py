"""Estimate the match weights of alignment from labelled stories and pairs of texts, and write
``align/thresholds_and_weights.toml``.

    python tools/fit_alignment.py LABELLED... [--output FILE]

A labelled file is JSON Lines, with rows of three forms:

- A story with ``sources`` and groups of evidence spans. The mentions of an ``agree`` or ``expected`` group are of one
  fact, those of an ``unrelated`` group of two. A mention with a partner in a source matches no other mention there.
- A story without groups. ``fixtures/alignment/judged.tsv`` has the judgements of its pairs of unlike values.
- A pair of texts with ``text_a``, ``text_b`` and a ``label`` (contradiction, consistent, neutral). If two texts
  contradict each other in a single conflict, that is one fact.

Three questions have weights of their own: are two mentions of one fact if their values agree, if their values
contradict each other, and if they do so and one of the texts is a single sentence? Each is a regularised logistic
regression on the labels of the comparison levels, whose coefficients are log-odds. The figures in the file are
cross-validated by story.
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
from factdiff.align.alignment import link_agreeing
from factdiff.align.assignment import conflicting_links, link_above_threshold
from factdiff.align.candidates.story_candidates import Candidates
from factdiff.align.clusters import Clusters
from factdiff.align.comparison.comparison_levels import match_weights
from factdiff.align.comparison.inverse_document_frequency import InverseDocumentFrequency
from factdiff.align.pairs import Link, Pair
from factdiff.align.syndication import NearCopies
from factdiff.documents import read_documents
from factdiff.records import Mention

OUTPUT = Path(__file__).parent.parent / "src" / "factdiff" / "align" / "thresholds_and_weights.toml"
#: the weight of a pair of texts, where a pair of mentions that a person has labelled has one of 1
TEXTS_WEIGHT = 0.1
#: the weight of a pair of mentions of two stories
STRANGERS_WEIGHT = 0.3
#: the weight of a pair of mentions that was judged by its values
JUDGED_WEIGHT = 0.3
#: the weight of a claim that another text neither supports nor contradicts, since most claims are such
NEUTRAL_WEIGHT = 3.0
#: the judgements of pairs of unlike values in stories without groups
JUDGED = Path(__file__).parent.parent / "fixtures" / "alignment" / "judged.tsv"
#: the folds of the cross-validation, and how often the stories are shuffled, since each shuffle moves a threshold
FOLDS, SHUFFLES = 5, 10
#: the weight of twin sentences, set by hand: more than all other levels together
TWIN = 12.0
#: the least precision of the joined pairs of mentions at a threshold
PRECISION = {"agree": 0.92, "conflict": 0.83, "claim": 0.86}
#: the offsets of the precisions whose thresholds are averaged by their median
NEARBY = (-0.03, -0.02, -0.01, 0.0, 0.01, 0.02, 0.03)
#: the tables of questions that are not fitted yet
EMPTY = {q: {"table": {"prior": {"all": 0.0}}, "threshold": 0.0, "figures": {}} for q in ("conflict", "claim")}


@frozen
class Example:
    """The comparison labels of one pair, whether its mentions are of one fact, its story, and its weight."""

    labels: Mapping[str, str]
    same: bool
    story: str
    weight: float


def examples(path: Path, question: str) -> Iterator[Example]:
    """The examples of a file for one question."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for number, case in enumerate(cases):
        read = (
            pairs_of_texts if "sources" not in case else pairs_of_story if "expected" in case else pairs_of_judged_story
        )
        for labels, same, weight in read(case, question):
            yield Example(labels, same, f"{path.stem} {case['id']}", weight)
        if "expected" in case and question == "conflict":
            for labels in pairs_of_strangers(case, cases[number - 1]):
                yield Example(labels, False, f"{path.stem} {case['id']}", STRANGERS_WEIGHT)


def pairs_of_story(case: Mapping[str, Any], question: str) -> Iterator[tuple[Mapping[str, str], bool, float]]:
    """The labelled pairs of a story, and its unlabelled conflicts, which are not of one fact."""
    fields = ("text", "id", "published", "lang")
    sources = [Source(**{name: source[name] for name in fields if name in source}) for source in case["sources"]]
    for pair, labels in pairs_of(sources, question):
        same = label(case, pair.a.mention, pair.b.mention)
        if same is not None or pair.conflict:
            yield labels, bool(same), 1.0


def pairs_of_judged_story(case: Mapping[str, Any], question: str) -> Iterator[tuple[Mapping[str, str], bool, float]]:
    """The conflicts of a story without groups that have a judgement."""
    if question == "conflict":
        sources = [Source(source["text"], id=source["id"]) for source in case["sources"]]
        for pair, labels in pairs_of(sources, question):
            same = judgements().get((case["id"], *judgement_key(pair)))
            if same is not None:
                yield labels, same, JUDGED_WEIGHT


def judgement_key(pair: Pair) -> tuple[str, str, str]:
    """The key of a pair in the table of judgements: its kind, and its values, sorted."""
    one, two = sorted((str(pair.a.value), str(pair.b.value)))
    return pair.a.mention.kind, one, two


@cache
def judgements() -> Mapping[tuple[str, ...], bool]:
    """The table of judgements: story, kind and two values -> whether they are of one fact."""
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {tuple(key): same == "1" for *key, same in rows}


def pairs_of_strangers(case: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """The conflicts between the first texts of two stories, none of which is of one fact."""
    texts = [story["sources"][0]["text"] for story in (case, other)]
    yield from (
        labels
        for _, labels in pairs_of([Source(text, id=id) for text, id in zip(texts, "ab", strict=True)], "conflict")
    )


def pairs_of_texts(case: Mapping[str, Any], question: str) -> Iterator[tuple[Mapping[str, str], bool, float]]:
    """The conflicts of two texts: the only one, where the texts contradict each other, else all."""
    if question == "agree":
        return
    sources = [Source(case[f"text_{side}"], id=side, published=case.get(f"published_{side}")) for side in "ab"]
    conflicts = pairs_of(sources, question)
    contradicts = case["label"] == "contradiction"
    if question == "claim" and contradicts:
        conflicts = sorted(conflicts, key=lambda c: -c[0].similarity)[:1]
    if not contradicts or len(conflicts) == 1:
        weight = TEXTS_WEIGHT if question == "conflict" else NEUTRAL_WEIGHT if case["label"] == "neutral" else 1.0
        yield from ((labels, contradicts, weight) for _, labels in conflicts)


def pairs_of(sources: Sequence[Source], question: str) -> list[tuple[Pair, Mapping[str, str]]]:
    """The pairs of a story that belong to a question, with their comparison labels."""
    story = sorted(sources, key=lambda source: source.id or "")
    documents = read_documents(story, story)
    found = []

    def decide(now: str, pair: Pair, labels: Mapping[str, str]) -> Link | None:
        if now == question:
            found.append((pair, labels))
        return link_above_threshold(now, pair, labels)

    candidates = Candidates(documents, InverseDocumentFrequency(documents), NearCopies(documents))
    clusters = Clusters(candidates.items, set(), candidates.relations)
    link_agreeing(clusters, candidates, (), decide)
    for pairs in candidates.weighed_pairs if question != "agree" else ():
        conflicting_links(pairs, candidates.idf, decide, clusters.backing_sources())
    return found


def label(case: Mapping[str, Any], a: Mention, b: Mention) -> bool | None:
    """Whether two mentions are of one fact by the groups of a story; None where the groups do not decide."""
    joined = [group["evidence"] for key in ("expected", "agree") for group in case.get(key, ())]
    for group in joined:
        if overlaps_one(a, group) and overlaps_one(b, group):
            return True
    if any(
        overlaps_one(a, group["evidence"]) and overlaps_one(b, group["evidence"]) for group in case.get("unrelated", ())
    ):
        return False
    for group in joined:
        for one, two in ((a, b), (b, a)):
            if overlaps_one(one, group) and any(span["source"] == two.source for span in group):
                return False
    return None


def overlaps_one(mention: Mention, group: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a mention overlaps one of the spans of a group."""
    return any(s["source"] == mention.source and s["start"] < mention.end and mention.start < s["end"] for s in group)


@threadpool_limits.wrap(limits=1)  # the vectors are so short that threads would only wait for each other
def fit(examples: Sequence[Example], precision: float) -> dict[str, Any]:
    """The weights of one question, its threshold, and the cross-validated figures."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{f"{level}: {value}": 1 for level, value in e.labels.items()} for e in examples])
    same = np.array([e.same for e in examples])
    shares = np.array([e.weight for e in examples])
    stories = [e.story for e in examples]
    scores = np.zeros(len(examples))
    for turn in range(SHUFFLES):
        for train, test in GroupKFold(FOLDS, shuffle=True, random_state=turn).split(matrix, same, stories):
            part = model().fit(matrix[train], same[train], shares[train])
            scores[test] += part.decision_function(matrix[test]) / SHUFFLES
    whole = model().fit(matrix, same, shares)
    table: dict[str, dict[str, float]] = defaultdict(dict)
    table["prior"]["all"] = round(float(whole.intercept_[0]), 2)
    for name, weight in zip(vectors.get_feature_names_out(), whole.coef_[0], strict=True):
        level, _, value = name.partition(": ")
        table[level][value] = round(float(weight), 2)
    table["sentence"]["twin"] = TWIN
    labelled = shares >= JUDGED_WEIGHT
    threshold, recall = threshold_at(scores[labelled], same[labelled], shares[labelled], precision)
    figures = {
        "pairs": len(examples),
        "same": int(same.sum()),
        "auc": round(float(roc_auc_score(same, scores, sample_weight=shares)), 3),
        "average_precision": round(float(average_precision_score(same, scores, sample_weight=shares)), 3),
        "precision": precision,
        "recall": round(recall, 3),
    }
    return {"table": dict(table), "threshold": round(threshold, 2), "figures": figures}


def model() -> LogisticRegression:
    """The regression, with an L2 penalty that keeps the weights of rare labels near zero."""
    return LogisticRegression(C=0.3, max_iter=5000)


def threshold_at(scores: Any, same: Any, share: Any, precision: float) -> tuple[float, float]:
    """The lowest threshold above which the pairs, by their weight, have a precision, and the recall there.

    The median of the thresholds for precisions close by, since a single story moves each of them.
    """
    order = np.argsort(-scores)
    hits = np.cumsum((same * share)[order])
    shares = hits / np.cumsum(share[order])
    lasts = [np.flatnonzero(shares >= precision + near) for near in NEARBY]
    last = int(np.median([found[-1] if len(found) else 0 for found in lasts]))
    return float(scores[order[last]]), float(hits[last] / hits[-1])


def as_toml(fits: Mapping[str, Mapping[str, Any]]) -> str:
    """The text of the file: thresholds, figures, and a table for each question and level."""
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
        fits[question] = fit(found, PRECISION[question])
        options.output.write_text(as_toml({**EMPTY, **fits}), encoding="utf-8")
        match_weights.cache_clear()
        print(question, *(f"{name} {value}" for name, value in fits[question]["figures"].items()))


if __name__ == "__main__":
    main()
