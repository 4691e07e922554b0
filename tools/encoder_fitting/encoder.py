"""MiniLM as an encoder of mentions: one vector for each masked sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from encoder_fitting.masked_sentences import MASK

WIDTH, INNER, HEADS, LAYERS = 384, 1536, 12, 6
#: how many lower layers stay as they are, and how many tokens beside the mask are near it
FROZEN, NEAR = 4, 8
#: the weights of the vector at the mask, of the mean of those near it, and of the mean of all
PARTS = (0.5, 1.0, 0.7)
#: our names of the parts of a layer, and those in the file
NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


class Layer(nn.Module):
    """A layer of a transformer."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attended_norm, self.outer_norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(0.15)

    def forward(self, states: Tensor, seen: Tensor) -> Tensor:
        """The states after the layer."""
        rows, length, _ = states.shape
        query, key, value = (
            part(states).view(rows, length, HEADS, -1).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen[:, None, None])
        attended = self.attended(attended.transpose(1, 2).reshape(rows, length, WIDTH))
        states = self.attended_norm(states + self.dropout(attended))
        outer: Tensor = self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))
        return outer


class Encoder(nn.Module):
    """The encoder: vectors of masked sentences, and the scale and the bias that make log-odds of their cosines."""

    def __init__(self, model: Path, seed: int) -> None:
        super().__init__()
        torch.manual_seed(seed)
        weights = load_file(model / "model.safetensors")
        start = "embeddings."
        self.words = nn.Embedding.from_pretrained(weights[f"{start}word_embeddings.weight"])  # type: ignore[no-untyped-call]
        self.places = nn.Embedding.from_pretrained(weights[f"{start}position_embeddings.weight"])  # type: ignore[no-untyped-call]
        self.register_buffer("kind", weights[f"{start}token_type_embeddings.weight"][0])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.load_state_dict({name: weights[f"{start}LayerNorm.{name}"] for name in ("weight", "bias")})
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            head = f"encoder.layer.{number}."
            layer.load_state_dict(
                {
                    f"{own}.{name}": weights[f"{head}{other}.{name}"]
                    for own, other in NAMES.items()
                    for name in ("weight", "bias")
                }
            )
        self.joined = nn.Linear(len(PARTS) * WIDTH, WIDTH, bias=False)
        nn.init.orthogonal_(self.joined.weight)
        self.scale, self.bias = nn.Parameter(torch.tensor(math.log(12.0))), nn.Parameter(torch.tensor(-9.0))

    @torch.no_grad()
    def lower(self, sentences: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor, Tensor]:
        """The states of sentences after the layers that stay, which tokens there are, and where the masks stand."""
        length = max(map(len, sentences))
        tokens = torch.tensor([[*sentence, *[0] * (length - len(sentence))] for sentence in sentences])
        seen = torch.arange(length)[None] < torch.tensor([len(sentence) for sentence in sentences])[:, None]
        with torch.autocast("cpu", torch.bfloat16):
            states = self.norm(self.words(tokens) + self.places(torch.arange(length)) + self.kind)
            for layer in self.layers[:FROZEN]:
                states = layer(states, seen)
        return states.bfloat16(), seen, torch.tensor([list(sentence).index(MASK) for sentence in sentences])

    def upper(self, states: Tensor, seen: Tensor, masks: Tensor) -> Tensor:
        """The vectors, of length 1, of sentences whose lower states are given."""
        with torch.autocast("cpu", torch.bfloat16):
            for layer in self.layers[FROZEN:]:
                states = layer(states, seen)
        states = states.float()
        near = (torch.arange(states.shape[1])[None] - masks[:, None]).abs() <= NEAR
        parts = (states[torch.arange(len(states)), masks], mean(states, seen & near), mean(states, seen))
        joined = torch.cat(
            [weight * functional.normalize(part, dim=-1) for weight, part in zip(PARTS, parts, strict=True)], -1
        )
        return functional.normalize(self.joined(joined), dim=-1)

    def log_odds(self, cosines: Tensor) -> Tensor:
        """The log-odds that mentions are of one fact, by the cosines of their vectors."""
        return self.scale.exp() * cosines + self.bias


def mean(states: Tensor, seen: Tensor) -> Tensor:
    """The mean of the states of each row that are seen."""
    weights = seen[:, :, None].float()
    return (states * weights).sum(1) / weights.sum(1)
