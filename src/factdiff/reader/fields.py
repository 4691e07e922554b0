"""The fields of an article under the names that formats have for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from email.utils import parseaddr
from typing import Any

#: field of an article -> the names that files give it, those that are taken first in front
NAMES = {
    "title": ("title", "headline"),
    "published": ("published", "date", "datepublished", "pubdate", "created"),
    "modified": ("modified", "updated", "lastmod", "datemodified"),
    "publisher": ("publisher", "site", "source"),
    "url": ("url", "canonical", "canonical_url", "link"),
    "lang": ("lang", "language"),
}
#: the names that files give those who wrote an article, those that are taken first in front
AUTHORS = ("authors", "author", "byline", "creator")


def article_fields(given: Mapping[str, object]) -> dict[str, Any]:
    """The fields of an article among the entries of a file, which may call them otherwise.

    >>> article_fields({"Date": "2024-01-04", "Headline": "Crash", "layout": "post"})
    {'title': 'Crash', 'published': '2024-01-04'}
    """
    known = {name.lower(): value for name, value in given.items() if is_value(value)}
    listed = {name.lower(): value for name, value in given.items()}
    found = {field: next((known[n] for n in names if n in known), None) for field, names in NAMES.items()}
    dates = ("published", "modified")
    fields = {f: value if f in dates else str(value).strip() for f, value in found.items() if value is not None}
    authors = next((names for name in AUTHORS if (names := author_names(listed.get(name)))), ())
    return {**fields, "authors": authors} if authors else fields


def author_names(value: object) -> tuple[str, ...]:
    """The names of persons in a text, a list of texts or of objects with a ``name``; addresses are none.

    >>> author_names("Anna Brun; Jon Holm"), author_names([{"name": "Anna Brun"}, "https://daily.example/jon"])
    (('Anna Brun', 'Jon Holm'), ('Anna Brun',))
    >>> author_names("desk@daily.example (Anna Brun)")
    ('Anna Brun',)
    """
    return tuple(dict.fromkeys(name for name in map(bare_name, given_names(value)) if name))


def given_names(value: object) -> Iterable[str]:
    """The texts in which an entry of a file has the names of persons."""
    if isinstance(value, str):
        return value.split(";")
    if isinstance(value, Mapping):
        return given_names(value.get("name"))
    return (name for one in value for name in given_names(one)) if isinstance(value, (list, tuple)) else ()


def bare_name(text: str) -> str:
    """A name with single blanks and without the address beside it; of an address alone nothing."""
    words = " ".join(text.split())
    if "://" in words:
        return ""
    return parseaddr(words)[0] if "@" in words else words


def is_value(value: object) -> bool:
    """Whether a value is one, and not a list or table of them, or nothing."""
    return value is not None and not isinstance(value, (list, dict, tuple, set)) and str(value).strip() != ""
