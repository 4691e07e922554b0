"""News items in JSON: IPTC ninjs, versions 1 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, non_empty, numbered
from factdiff.reader.encodings import decoded
from factdiff.reader.fields import author_names
from factdiff.reader.markup import paragraphs

ENDINGS = (".json", ".ninjs")
LARGEST = 20_000_000
#: the names of the text of an item in version 1, the best first
TEXTS = ("body_text", "body_xhtml", "body_html", "body")
#: the names of the day of publication, the best first
PUBLISHED = ("published", "firstcreated", "contentcreated", "versioncreated")
#: the names of those who wrote an item, the best first
AUTHORS = ("by", "byline", "contributors", "authors")


def recognises(data: bytes) -> bool:
    """Whether some bytes are a news item, or a list of them."""
    if len(data) > LARGEST or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return False
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    first = found[0] if isinstance(found, list) and found else found
    return isinstance(first, dict) and "uri" in first and bool({*TEXTS[:3], "bodies", "versioncreated"} & first.keys())


def read(data: bytes) -> Iterator[Article]:
    """The article of a news item, or those of a list of them."""
    text, notes = decoded(data)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"it is no JSON that can be read ({error}): save it again") from error
    for item in found if isinstance(found, list) else [found]:
        if not isinstance(item, dict):
            raise ReadError("it is no ninjs, which holds an object for each news item: name its columns for a table")
        yield Article(
            paragraphs=numbered(paragraphs(item_text(item))),
            title=member(item, "headlines") or said(item.get("headline")) or said(item.get("title")),
            published=next(non_empty(*map(item.get, PUBLISHED)), None),
            modified=item.get("versioncreated") if item.get("firstcreated") or item.get("published") else None,
            publisher=publisher(item),
            url=said(item.get("canonicalurl")) or said(item.get("uri")),
            lang=said(item.get("language")),
            authors=next(filter(None, (author_names(item.get(name)) for name in AUTHORS)), None),
            notes=notes,
        )


def item_text(item: Mapping[str, Any]) -> str:
    """The text of an item, which may be HTML."""
    return member(item, "bodies") or next(non_empty(*(item.get(name) for name in TEXTS)), "")


def member(item: Mapping[str, Any], name: str) -> str | None:
    """The value of the main one of some members: that of the role ``main``, or else the longest."""
    given = item.get(name)
    members = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    main = [one for one in members if one.get("role") == "main"] or members
    return max(non_empty(*(one.get("value") for one in main)), key=len, default=None)


def publisher(item: Mapping[str, Any]) -> str | None:
    """Who published an item: its source of copyright, or its service."""
    services = item.get("infosources") or item.get("infosource")
    first = services[0] if isinstance(services, list) and services else services
    named = said(first.get("name")) if isinstance(first, dict) else None
    return named or said(item.get("source")) or said(item.get("copyrightholder"))


def said(value: object) -> str | None:
    """A text that is one and not empty, or None."""
    return next(non_empty(value), None)
