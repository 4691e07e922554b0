"""The sentence of a mention as tokens, with the mention masked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tokenizers import Tokenizer

from factdiff.align.compared_mentions import Item

#: the numbers of the tokens that stand for a mention, and for the start and the end of a text
MASK, START, END = 103, 101, 102
#: how many tokens before and behind a mention are read
SIDE = 28
#: what stands behind the mask, so that the kind is known; a count is told by the noun that follows, a quantity by its
#: unit
KIND_WORDS = {"quantity": "", "number": ""}
#: the kinds that are not compared: the words around a place say little of which place it is
LEFT_OUT = frozenset({"place"})


def token_numbers(model: Path) -> Callable[[str], list[int]]:
    """The function that gives the numbers of the tokens of a text for the model in a folder."""
    tokenizer = Tokenizer.from_file(str(next(model.glob("tokenizer.*"))))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def numbers(text: str) -> list[int]:
        found: list[int] = tokenizer.encode(text, add_special_tokens=False).ids
        return found

    return numbers


def masked_sentence(item: Item, numbers: Callable[[str], list[int]]) -> tuple[int, ...]:
    """The tokens of the sentence of an item, with a mask and the word of its kind in place of the mention."""
    text, mention, sentence = item.document.text, item.mention, item.document.sentence(item.index)
    before, behind = text[sentence.start : mention.start], text[mention.end : sentence.end]
    kind = KIND_WORDS.get(mention.kind, mention.kind) or getattr(mention.value, "unit", None) or ""
    return (START, *numbers(before)[-SIDE:], MASK, *numbers(kind), *numbers(behind)[:SIDE], END)
