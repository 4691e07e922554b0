"""Estimate the step functions of slots from stories with planted errors, and write their thresholds and weights.

    python tools/fit_slots.py fixtures/alignment/*/ [--try FOLDER...] [--curve] [--output FOLDER]

The folders are of the form that ``fixtures/alignment/README.md`` tells: articles, fact tables and planted errors, one
folder an author. Folders to ``--try`` are held out.

Two questions are asked apart. The first looks at contexts alone: are two mentions of one row of a fact table? The
second is asked of unlike values: is one of the two a planted error for the other? Each is a sum of step functions that
boosting of stumps estimates (LightGBM; Friedman 2001), to which boosted trees add what levels say together, for the
pairs that the step functions leave likely. In training of the second, the first is always scored by stories of other
authors than those it was estimated from. The figures in the file are cross-validated by author.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from factdiff.align.slots.boosted_scores import TREES
from factdiff.align.slots.step_functions import StepFunctions
from slot_fitting.fitting import fit
from slot_fitting.planted_stories import labelled_stories
from slot_fitting.trials import by_kind, cross_validated, figures, learning_curve, threshold, tried
from slot_fitting.written import as_lines, trees_as_toml

ROOT = Path(__file__).parent.parent
OUTPUT = ROOT / "src" / "factdiff" / "align" / "slots"
#: how many false pairs a story the thresholds let through
FALSE = {"finding": 0.4, "suspect": 6.0}


def as_toml(
    same: StepFunctions,
    unlike: StepFunctions,
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
    text += [*as_lines("same_slot", same), *as_lines("unlike", unlike)]
    return "\n".join(text) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories, fit, print the figures, and write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--try", nargs="*", type=Path, default=[], dest="trial", help="stories that are only tried")
    parser.add_argument("--curve", action="store_true", help="figures with half and a quarter of the authors as well")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the folder of the files")
    options = parser.parse_args(arguments)
    stories = [story for folder in options.stories for story in labelled_stories(folder)]
    trial = cross_validated(stories)
    print("cross-validated", figures(trial), by_kind(trial, 0.3), sep="\n")
    if options.curve:
        for share, found in learning_curve(stories):
            print(f"{share:.0%} of the other authors", found, sep="\n")
    same, unlike = fit(stories)
    for folder in options.trial:
        held_out = tried([*labelled_stories(folder)], same, unlike)
        print(folder.name, figures(held_out), by_kind(held_out, 0.3), sep="\n")
    thresholds = {name: threshold(trial, false, suspects=name == "suspect") for name, false in FALSE.items()}
    (options.output / "slot_thresholds_and_weights.toml").write_text(
        as_toml(same.steps, unlike.steps, thresholds, figures(trial)), encoding="utf-8"
    )
    for name, scores, question in (("same_slot", same, "contexts"), ("unlike", unlike, "unlike values")):
        text = trees_as_toml(scores, question, "fit_slots.py")
        (options.output / TREES[name]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
