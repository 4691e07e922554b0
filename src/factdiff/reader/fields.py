"""The fields of an article under the names that formats have for them."""

from __future__ import annotations

from collections.abc import Mapping
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


def article_fields(given: Mapping[str, object]) -> dict[str, Any]:
    """The fields of an article among the entries of a file, which may call them otherwise.

    >>> article_fields({"Date": "2024-01-04", "Headline": "Crash", "layout": "post"})
    {'title': 'Crash', 'published': '2024-01-04'}
    """
    known = {name.lower(): value for name, value in given.items() if is_value(value)}
    found = {field: next((known[n] for n in names if n in known), None) for field, names in NAMES.items()}
    dates = ("published", "modified")
    return {f: value if f in dates else str(value).strip() for f, value in found.items() if value is not None}


def is_value(value: object) -> bool:
    """Whether a value is one, and not a list or table of them, or nothing."""
    return value is not None and not isinstance(value, (list, dict, tuple, set)) and str(value).strip() != ""
