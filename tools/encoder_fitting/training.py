"""Training of the encoder on the fact tables of clean stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch
from attrs import frozen
from torch import Tensor, nn
from torch.nn import functional

from encoder_fitting.encoder import FROZEN, Encoder
from encoder_fitting.masked_sentences import LEFT_OUT, masked_sentence
from slot_fitting.labelled import Labelled

EPOCHS, RATE = 3, 6e-5
#: about how many mentions a batch has, what share of their tokens is hidden, and the weight of a pair of one fact
MENTIONS, HIDDEN, POSITIVE = 72, 0.15, 2.0


@frozen(eq=False)
class Batch:
    """Blocks of a story: lower states of masked sentences, pairs of them by number, and which pairs are of one fact.

    ``groups`` numbers, for each pair and once for either of its mentions, the mentions of a source that one mention
    could be paired with.
    """

    states: Tensor
    seen: Tensor
    masks: Tensor
    one: Tensor
    two: Tensor
    same: Tensor
    groups: Tensor


def trained(stories: Sequence[Labelled], model: Path, numbers: Callable[[str], list[int]], seed: int) -> Encoder:
    """The encoder, trained on the clean stories."""
    encoder, random, draws = Encoder(model, seed), Random(seed), torch.Generator().manual_seed(seed)
    encoder.eval()
    data = [batch for story in stories for batch in batches(story, encoder, numbers)]
    upper = [*encoder.layers[FROZEN:].parameters()]
    rates: list[dict[str, Any]] = [
        {"params": upper, "lr": RATE},
        {"params": [encoder.joined.weight], "lr": 2 * RATE},
        {"params": [encoder.scale, encoder.bias], "lr": 1e-2},
    ]
    optimizer, steps = torch.optim.AdamW(rates, weight_decay=0.05), EPOCHS * len(data)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.0, (steps - step) / (0.9 * steps)))
    )
    encoder.train()
    for _ in range(EPOCHS):
        random.shuffle(data)
        for batch in data:
            optimizer.zero_grad()
            loss(encoder, batch, draws).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(upper, 1.0)
            optimizer.step()
            schedule.step()
    return encoder.eval()


def batches(story: Labelled, encoder: Encoder, numbers: Callable[[str], list[int]]) -> Iterator[Batch]:
    """The batches of a story, each of whole blocks."""
    blocks: list[Any] = []
    for scores in sorted(story.clean.scores, key=lambda scores: -len(scores.items)):
        if next(iter(scores.items.values())).mention.kind in LEFT_OUT:
            continue
        if blocks and sum(len(block.items) for block in [*blocks, scores]) > MENTIONS:
            yield from batch_of(story, blocks, encoder, numbers)
            blocks = []
        blocks.append(scores)
    if blocks:
        yield from batch_of(story, blocks, encoder, numbers)


def batch_of(
    story: Labelled, blocks: Sequence[Any], encoder: Encoder, numbers: Callable[[str], list[int]]
) -> Iterator[Batch]:
    """The batch of some blocks of a story, if two of their mentions are of one fact."""
    rows = story.clean.rows
    mentions: dict[int, int] = {}
    groups: dict[object, int] = {}
    sentences: list[tuple[int, ...]] = []
    pairs: list[tuple[int, int, float]] = []
    first: list[int] = []
    second: list[int] = []
    for number, scores in enumerate(blocks):
        for a, b in scores.levels:
            if rows.get(a) is None and rows.get(b) is None:
                continue
            for item in (a, b):
                if item not in mentions:
                    mentions[item] = len(sentences)
                    sentences.append(masked_sentence(scores.items[item], numbers))
            pairs.append((mentions[a], mentions[b], float(rows.get(a) == rows.get(b))))
            first.append(groups.setdefault((number, a, scores.items[b].mention.source), len(groups)))
            second.append(groups.setdefault((number, b, scores.items[a].mention.source), len(groups)))
    if any(same for *_, same in pairs):
        one, two, same = map(torch.tensor, zip(*pairs, strict=True))
        yield Batch(*encoder.lower(sentences), one, two, same, torch.tensor([*first, *second]))


def loss(encoder: Encoder, batch: Batch, draws: torch.Generator) -> Tensor:
    """The loss of a batch: of each pair by itself, and of the right mention among all of its source."""
    shown = torch.rand(batch.seen.shape, generator=draws) > HIDDEN
    shown[:, 0] = shown[torch.arange(len(shown)), batch.masks] = True
    vectors = encoder.upper(batch.states, batch.seen & shown, batch.masks)
    cosines = (vectors[batch.one] * vectors[batch.two]).sum(-1)
    each = functional.binary_cross_entropy_with_logits(
        encoder.log_odds(cosines), batch.same, pos_weight=torch.tensor(POSITIVE)
    )
    share = (encoder.scale.exp() * (cosines - 1)).exp().repeat(2)
    zeros = torch.zeros(int(batch.groups.max()) + 1)
    everything = zeros.index_add(0, batch.groups, share)
    right = zeros.index_add(0, batch.groups, share * batch.same.repeat(2))
    told = right > 0
    return 4 * each - 0.5 * (right[told] / everything[told]).log().mean()
