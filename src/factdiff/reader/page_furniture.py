"""What stands around the article of a page: buttons, headlines of others, comments, and what a house asks for."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Any

from factdiff.tables import read_table

#: the attribute of an element that is no part of the article
MARK = "data-page-furniture"
#: the elements that are marked, as an XPath
MARKED = f".//*[@{MARK}]"
#: how many letters a label in front of a linked headline has at most, as in "Read more:"
LABEL = 30
#: how many words a headline behind a label has at least; fewer are a name, as in "Photo: Anna Brun"
HEADLINE = 4
#: how many letters a headline of another article has at most, with the lines below it
TEASER = 600
#: how many elements the block of such a headline holds at most
SMALL = 200
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)]*\Z")
#: elements whose lines are as they are meant to be
KEPT = ("pre", "script", "style", "textarea")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@cache
def names(kind: str) -> frozenset[str]:
    """The words of one kind in the table beside this file."""
    return frozenset(read_table("factdiff.reader", "page_furniture.toml")[kind])


def unwrap(tree: Any) -> None:
    """Put a blank for each end of a line in the words of a page, since it ends no paragraph."""
    for element in tree.iter():
        if element.tag not in KEPT and element.text and "\n" in element.text:
            element.text = element.text.replace("\n", " ")
        if element.tail and "\n" in element.tail and (element.getparent() is None or element.getparent().tag != "pre"):
            element.tail = element.tail.replace("\n", " ")


def mark(tree: Any) -> None:
    """Give each element of a page that is no part of its article the attribute ``MARK``."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start",))
    for _, element in walk:
        if element.tag in names("whole") and is_named(element) and not holds_body(element):
            element.set(MARK, "")
            walk.skip_subtree()
        elif element.tag in names("blocks") and is_link(element):
            teaser(element).set(MARK, "")
    for element in tree.iter(*names("blocks")):
        if is_label(element):
            element.set(MARK, "")


def is_named(element: Any) -> bool:
    """Whether the class or the id of an element says that it is no part of an article."""
    words = _WORD.findall(f"{element.get('class', '')} {element.get('id', '')}")
    return not names("names").isdisjoint(map(str.lower, words))


def holds_body(element: Any) -> bool:
    """Whether an element holds the article, or its headline."""
    inner = element.iter(*names("body"))
    return next(inner, None) is not None or bool(element.xpath(".//@itemprop[contains(., 'articleBody')]"))


def is_link(element: Any) -> bool:
    """Whether an element is the headline of another article: a link to its page, or a label in front of one."""
    if not is_small(element) or len(words := text_of(element)) > TEASER:
        return False
    links = [link for link in element.iter("a") if not link.get("href", "#").startswith("#")]
    linked = " ".join(filter(None, map(text_of, links)))
    if not linked or _SENTENCE.search(linked):
        return False
    label = words.removesuffix(linked).strip()
    if not label:
        return True
    if label == words or len(label) > LABEL:
        return False
    return element.tag in HEADINGS or (label.endswith(":") and len(linked.split()) >= HEADLINE)


def is_label(element: Any) -> bool:
    """Whether an element is what stands above things that are left out, as "Read more:" does."""
    below = element.getnext()
    if below is None or below.get(MARK) is None or (words := text_of(element)) == "" or len(words) > LABEL:
        return False
    return element.tag in HEADINGS or words.endswith(":")


def teaser(element: Any) -> Any:
    """What is left out with a linked headline: the short block that it heads, or else the headline alone."""
    parent = element.getparent()
    if element.tag not in HEADINGS or parent is None or parent.tag not in ("article", "div", "li", "section"):
        return element
    if any(text_of(before) for before in element.itersiblings("*", preceding=True)) or not is_small(parent):
        return element
    return parent if len(text_of(parent)) <= TEASER and parent.find(".//h1") is None else element


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
