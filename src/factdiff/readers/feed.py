"""Feeds, RSS and Atom: an article for each item, as long as the feed has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, non_empty, numbered
from factdiff.reader.markup import paragraphs
from factdiff.reader.xml import children, find, parse, text

ENDINGS = (".rss", ".atom", ".xml")
LARGEST = 20_000_000
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
#: the elements with the text of an item, the whole one first
TEXTS = ("encoded", "content", "description", "summary")


def recognises(data: bytes) -> bool:
    """Whether some bytes are a feed."""
    return _ROOT.search(data, 0, 2_000) is not None


def read(data: bytes) -> Iterator[Article]:
    """The articles of a feed, in its order."""
    root = parse(data)
    channel = find(root, "channel") or root
    items = [*children(channel, "item", "entry"), *(children(root, "item") if channel is not root else ())]
    if not items:
        raise ReadError("the feed has no items: give one with articles in it")
    publisher = text(find(channel, "title"))
    lang = text(find(channel, "language")) or root.get("lang")
    for item in items:
        yield Article(
            paragraphs=numbered(paragraphs(item_text(item))),
            title=text(find(item, "title")),
            published=first(item, "published", "pubDate", "date", "issued"),
            modified=first(item, "updated", "modified"),
            publisher=text(find(item, "source")) or publisher,
            url=link(item),
            lang=lang,
            authors=writers(item) or writers(channel),
        )


def writers(element: Element) -> list[str]:
    """The names of those who wrote an item, or a feed."""
    return list(non_empty(*(text(find(one, "name")) or text(one) for one in children(element, "author", "creator"))))


def first(item: Element, *names: str) -> str | None:
    """The text of the first of some elements that an item has."""
    return next(non_empty(*(text(find(item, name)) for name in names)), None)


def item_text(item: Element) -> str:
    """The longest text that an item has of its article, which may be HTML."""
    return max(non_empty(*(markup_text(child) for child in children(item, *TEXTS))), key=len, default="")


def markup_text(element: Element) -> str:
    """The text of an element; of XHTML in it the blocks, parted by blank lines."""
    if not len(element):
        return element.text or ""
    return "\n\n".join(non_empty(*("".join(part.itertext()) for part in leaves(element))))


def leaves(element: Element) -> Iterator[Element]:
    """The innermost blocks of XHTML."""
    inner = [child for child in element if child.tag in ("div", "p", "ul", "ol", "li", "blockquote", "section")]
    for child in inner:
        yield from leaves(child)
    if not inner:
        yield element


def link(item: Element) -> str | None:
    """The address of the article of an item."""
    for element in children(item, "link"):
        if element.get("rel", "alternate") == "alternate" and (found := element.get("href") or text(element)):
            return found
    return None
