"""News items in XML: IPTC NewsML-G2, alone or in a message, with their text as HTML, NITF or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, non_empty, numbered
from factdiff.reader.markup import paragraphs
from factdiff.reader.xml import children, find, parse, text

ENDINGS = (".xml", ".newsml")
LARGEST = 20_000_000
_ROOT = re.compile(rb"<(?:\w+:)?(?:newsItem|newsMessage)[\s>]")
#: elements of HTML and NITF that are paragraphs
BLOCKS = frozenset("p h1 h2 h3 h4 li td th pre hedline hl1 hl2 byline dateline".split())


def recognises(data: bytes) -> bool:
    """Whether some bytes are news items of NewsML-G2."""
    return _ROOT.search(data, 0, 2_000) is not None


def read(data: bytes) -> Iterator[Article]:
    """The articles of the items that have a text, in their order."""
    root = parse(data)
    items = [root] if root.tag == "newsItem" else [*root.iter("newsItem")]
    articles = [article(item) for item in items]
    found = [one for one in articles if one.paragraphs]
    if not found:
        raise ReadError("no news item in it has a text: give one that has its text in inlineXML or inlineData")
    yield from found


def article(item: Element) -> Article:
    """The article of a news item."""
    meta, content = find(item, "itemMeta"), find(item, "contentMeta")
    first = text(find(meta, "firstCreated")) or text(find(content, "contentCreated"))
    version = text(find(meta, "versionCreated"))
    language = find(content, "language")
    provider = find(meta, "provider")
    return Article(
        paragraphs=numbered(item_paragraphs(item)),
        title=text(find(content, "headline")) or text(find(meta, "title")),
        published=first or version,
        modified=(text(find(content, "contentModified")) or version) if first else None,
        publisher=text(find(provider, "name")) or (provider.get("literal") if provider is not None else None),
        url=link(meta) or item.get("guid"),
        lang=language.get("tag") if language is not None else item.get("lang"),
        authors=creators(content) or text(find(content, "by")),
    )


def creators(content: Element | None) -> list[str]:
    """The names of those who made an item."""
    return list(non_empty(*(text(find(one, "name")) or one.get("literal") for one in children(content, "creator"))))


def item_paragraphs(item: Element) -> list[str]:
    """The paragraphs of an item."""
    found: list[str] = []
    for content in children(find(item, "contentSet"), "inlineXML", "inlineData"):
        if content.tag == "inlineData":
            found += paragraphs(content.text or "")
        else:
            body = next(content.iter("body"), content)
            found += ["".join(block.itertext()) for block in blocks(body)]
    return [words for words in found if words.strip()]


def blocks(element: Element) -> Iterator[Element]:
    """The paragraphs in an element, in their order; one in another counts as part of it."""
    for child in element:
        if child.tag in BLOCKS:
            yield child
        else:
            yield from blocks(child)


def link(meta: Element | None) -> str | None:
    """The address of the page of an item."""
    return next(non_empty(*(element.get("href") for element in children(meta, "link"))), None)
