"""Saved pages (extra ``html``): the article without what stands around it, and what the page tells of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, Paragraph
from factdiff.reader.encodings import declared, decoded
from factdiff.reader.fields import author_names
from factdiff.reader.file_types import BLOCKS, markup_format
from factdiff.reader.markup import blocks, lines_of
from factdiff.reader.pages.page_furniture import MARKED, mark, marked_letters, unwrap

ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
LARGEST = 20_000_000
#: the last day that a page can be published; without it, htmldate would ask the clock
LAST = "2099-12-31"
#: the first element of a file, behind declarations and comments
_FIRST = re.compile(rb"\s*(?:<[?!][^>]*>\s*)*<([A-Za-z][A-Za-z0-9]*)[\s>]")
#: how many letters an article has at least when it is not compared with all that may be one
LONG_ENOUGH = 2_000
#: the least share of the letters that is left when what stands around an article is left out
LEFT = 0.3
#: addresses of a saved page: the comment that browsers write
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
#: properties of the head of a page with the day of its last change
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")


def recognises(data: bytes) -> bool:
    """Whether some bytes are a page, or a piece of one."""
    first = _FIRST.match(data[:2_000].removeprefix(b"\xef\xbb\xbf"))
    if first is None or first[1].decode("ascii").lower() not in BLOCKS | {"html"}:
        return False
    return markup_format(data.decode("utf-8", "replace").removeprefix("\ufeff")) == "HTML"


def read(data: bytes) -> Iterator[Article]:
    """The article of a page, each paragraph with the line of the page on which it begins."""
    from trafilatura import load_html

    text, notes = decoded(data, declared(data))
    tree = load_html(text)
    found = tree is not None and extracted(tree)
    if not found:
        yield whole(text, notes)
        return
    described = linked_data(tree)
    texts = [" ".join(part.split()) for part in found.text.split("\n") if part.strip()]
    places = lines_of(texts, text)
    yield Article(
        paragraphs=[Paragraph(t, paragraph=n, line=at) for n, (t, at) in enumerate(zip(texts, places, strict=True), 1)],
        title=found.title,
        published=with_time(found.date, described.get("datePublished")),
        modified=described.get("dateModified") or meta(tree, *MODIFIED),
        publisher=next(iter(author_names(described.get("publisher"))), None) or found.sitename,
        url=own_url(tree, text, found.url),
        authors=author_names(described.get("author")) or found.author,
        lang=language(tree),
        notes=notes,
    )


def extracted(tree: Any) -> Any:
    """The article in a page, with what the page tells of it; None where none can be told."""
    from trafilatura import bare_extraction

    dates: dict[str, Any] = {"original_date": True, "extensive_search": True, "max_date": LAST}
    options: dict[str, Any] = {"with_metadata": True, "include_comments": False, "date_extraction_params": dates}
    unwrap(tree)
    mark(tree)
    found: Any = bare_extraction(tree, prune_xpath=MARKED, **options)
    letters = len((found and found.text) or "")
    if letters < LONG_ENOUGH and letters < LEFT * (letters + marked_letters(tree)):
        unmarked: Any = bare_extraction(tree, **options)
        if unmarked and letters < LEFT * len(unmarked.text or ""):
            found = unmarked  # it was the article that was taken for what stands around one
    return found if found and found.text else None


def whole(page: str, notes: tuple[str, ...]) -> Article:
    """A page in which no article can be told from what stands around it; ReadError where it has no text at all."""
    found = blocks(page)
    if not found:
        raise ReadError("the page has no text: save the page again once it is shown, or give its text")
    said = "no article could be told from what stands around it, so that the whole page was read"
    paragraphs = [Paragraph(text, paragraph=number, line=line) for number, (text, line) in enumerate(found, 1)]
    return Article(paragraphs=paragraphs, notes=(*notes, said))


def linked_data(tree: Any) -> dict[str, Any]:
    """The first object of the JSON-LD of a page that tells when it was published; {} where none does."""
    for script in tree.iter("script"):
        if "application/ld+json" not in script.get("type", "").lower():
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, dict) and "datePublished" in one:
                return one
            inner = one.get("@graph") if isinstance(one, dict) else one
            waiting += inner if isinstance(inner, list) else []
    return {}


def with_time(day: str | None, stated: object) -> object:
    """A day of publication, with its time where the page states one of that day.

    >>> with_time("2024-01-04", "2024-01-04T09:30:00Z"), with_time("2024-01-04", "2024-01-05")
    ('2024-01-04T09:30:00Z', '2024-01-04')
    """
    return stated if isinstance(stated, str) and day and stated.startswith(day) else day or stated


def meta(tree: Any, *names: str) -> str | None:
    """The content of the first element ``meta`` of one of some names."""
    known: dict[str, str | None] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        known.setdefault((name or "").lower(), element.get("content"))
    return next((known[name] for name in names if known.get(name)), None)


def own_url(tree: Any, page: str, found: str | None) -> str | None:
    """The address of a saved page: the canonical one, another that it states, or the one that a browser wrote in it."""
    links = (link for link in tree.iter("link") if "canonical" in link.get("rel", "").lower().split())
    canonical = next((href for link in links if "://" in (href := link.get("href", "").strip())), None)
    saved = _SAVED.search(page, 0, 2_000)
    return canonical or found or (saved[1] if saved else None)


def language(tree: Any) -> str | None:
    """The language that a page states."""
    stated: str | None = tree.get("lang")
    return stated
