"""The elements of a page: their words, how many they hold, and whether the article is among these."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Any

from factdiff.tables import read_table

#: the attribute of an element that is no part of the article
MARK = "data-page-furniture"
#: how many letters a headline of another article has at most, with the lines below it
TEASER = 600
#: how many elements the block of such a headline holds at most
SMALL = 200


@cache
def names(kind: str) -> tuple[str, ...]:
    """The words of one kind in the table beside this file."""
    return tuple(read_table("factdiff.reader.pages", "page_furniture.toml")[kind])


def holds_body(element: Any) -> bool:
    """Whether an element holds the article, or its headline."""
    inner = element.iter(*names("body"))
    return next(inner, None) is not None or bool(element.xpath(".//@itemprop[contains(., 'articleBody')]"))


def is_small(element: Any) -> bool:
    """Whether an element holds few others, so that looking at each of them costs little."""
    return next(islice(element.iter(), SMALL, None), None) is None


def text_of(element: Any) -> str:
    """The words of an element, with single blanks; of a long text its beginning, which is longer than ``TEASER``."""
    pieces: list[str] = []
    letters = 0
    for text in element.itertext():
        words = text.split()
        pieces += words
        letters += sum(map(len, words))
        if letters > TEASER:
            break
    return " ".join(pieces)
