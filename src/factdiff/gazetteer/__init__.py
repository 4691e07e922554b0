"""Places by name, from the table ``gazetteer.bin`` beside this module, which the first look-up maps into memory.

``gazetteer.txt`` holds the words in small letters that stand in its names; ``table`` knows the layout of the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from factdiff.gazetteer.table import (
    FIRST_HAND_KEPT,
    ROW_MASK,
    Entry,
    Named,
    entry_at,
    fold,
    named_of_posting,
    names_of_key,
    open_table,
)

__all__ = [
    "Entry",
    "Named",
    "entries",
    "entry",
    "fold",
    "home",
    "host",
    "longest",
    "lookup",
    "most_words",
    "small_words",
]

#: domains of countries that are open to publishers of any country
_OPEN_DOMAINS = frozenset("AI CC CO EU FM IO LY ME TV WS".split())


@lru_cache(maxsize=1 << 13)
def lookup(name: str) -> tuple[Named, ...]:
    """All places of exactly this name, most likely first; an empty tuple where there are none.

    Case counts, but for a name longer than three letters that is all in capitals; marks on letters do not count.

    >>> [(n.entry.name, n.form) for n in lookup("Kiev")][0]
    ('Kyiv', 'variant')
    >>> lookup("São Paulo") == lookup("Sao Paulo") == lookup("SAO PAULO")
    True
    """
    key = fold(name)
    items = names_of_key(key)
    if len(key) > 3 and key.isupper() and not any(postings for _, postings in items):
        items = names_of_key(key, capitals=True)
    if len(items) == 1 and len(items[0][1]) == 1:
        return (named_of_posting(items[0][1][0]),)
    firsts: dict[int, int] = {}
    for _, postings in items:
        for posting in postings:
            firsts.setdefault(posting & ROW_MASK, posting)
    return tuple(map(named_of_posting, firsts.values()))


@cache
def small_words() -> frozenset[str]:
    """The words in small letters that stand behind the first word of a name, up to their first sign that is no letter.

    >>> "upon" in small_words(), "said" in small_words()
    (True, False)
    """
    return frozenset(files("factdiff.gazetteer").joinpath("gazetteer.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=1 << 16)
def most_words(word: str) -> int:
    """The number of words of the longest name that starts with a word; 0 where none does.

    >>> most_words("Kyiv"), most_words("Xyzzy")
    (2, 0)
    """
    key = fold(word)
    return max((most for most, _ in names_of_key(key, capitals=key.isupper())), default=0)


def longest(words: Sequence[str]) -> tuple[int, tuple[Named, ...]]:
    """The longest name at the beginning of some words: the number of its words, and its places.

    >>> count, (named, *_) = longest(["North", "Korean", "leader"])
    >>> count, named.entry.name, named.form
    (2, 'North Korea', 'demonym')
    """
    for count in range(min(most_words(words[0]) if words else 0, len(words)), 0, -1):
        if found := lookup(" ".join(words[:count])):
            return count, found
    return 0, ()


@lru_cache(maxsize=1 << 12)
def entry(id: str) -> Entry:
    """The place with an id; KeyError where the table has none.

    >>> entry("geonames:690791").name
    'Ukraine'
    """
    table = open_table()
    kind, _, key = id.partition(":")
    wanted = int(key) if key.isdigit() else FIRST_HAND_KEPT + table.keys.index(key) if key in table.keys else 0
    position = bisect_left(range(table.count), wanted, key=table.number)
    if kind not in ("geonames", "factdiff") or position == table.count or table.number(position) != wanted:
        raise KeyError(id)
    return entry_at(position)


def home(publisher: str | None = None, url: str | None = None) -> str | None:
    """The country of a publisher, from the domain of its address or a place in its name; None where neither shows it.

    >>> home("Belfast Telegraph"), home(url="https://www.abc.net.au/news/1"), home("The Daily Planet")
    ('GB', 'AU', None)
    """
    domain = host(url or "").rpartition(".")[2].upper()
    if len(domain) == 2 and domain not in _OPEN_DOMAINS:
        return {"UK": "GB"}.get(domain, domain)
    for word in (publisher or "").split():
        for named in lookup(word)[:1]:
            if not named.guarded and (named.entry.population >= 100_000 or named.form == "demonym"):
                return named.entry.country
    return None


def host(url: str) -> str:
    """The host of an address; an empty string where it has none, or is none.

    >>> host("https://www.abc.net.au/news/1"), host("http://[")
    ('www.abc.net.au', '')
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def entries() -> Iterator[Entry]:
    """All places of the table, in the order of their ids."""
    return map(entry_at, range(open_table().count))
