"""Rows of tables as articles: which column holds which field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from factdiff.errors import ConfigError, ReadError, nearest
from factdiff.reader.articles import Article, numbered
from factdiff.reader.fields import author_names, is_value
from factdiff.reader.markup import paragraphs

#: the fields of an article that a column may hold; each is taken from the column of its name unless told otherwise
FIELDS = ("text", "title", "published", "modified", "publisher", "url", "lang", "id", "story", "authors")
#: those of them that hold dates
DATES = ("published", "modified")


@frozen
class Row:
    """The values of a row by their columns, and the line on which it begins where the file has lines."""

    values: Mapping[str, Any]
    line: int | None = None


@frozen
class Table:
    """The rows of a table, and notes on what had to be guessed to read them."""

    rows: Iterable[Row]
    notes: tuple[str, ...] = ()


def named_columns(words: Iterable[str]) -> dict[str, str]:
    """Field -> column, from words such as ``text=body,published=date``; ConfigError for anything else.

    >>> named_columns(["text=body,published=date"])
    {'text': 'body', 'published': 'date'}
    """
    found = {}
    for word in (part.strip() for value in words for part in value.split(",") if part.strip()):
        field, separator, column = word.partition("=")
        if not separator or not column:
            raise ConfigError(f"columns: {word!r} has no '=' with a column behind it: write it as text=body")
        if field not in FIELDS:
            near = nearest(field, FIELDS)
            hint = f"did you mean {near!r}?" if near else f"use {', '.join(FIELDS)}"
            raise ConfigError(f"columns: there is no field {field!r}: {hint}")
        found[field] = column
    return found


def articles(table: Table, columns: Mapping[str, str]) -> Iterator[Article]:
    """The articles in the rows of a table, whose ``columns`` are named by the fields that they hold.

    ReadError where there is no column with the text, or none of a name that was given. Rows without a text are no
    articles.
    """
    wanted = {"text": "text", **columns}
    for number, row in enumerate(table.rows, 1):
        for column in wanted.values():
            if column not in row.values:
                raise ReadError(
                    f"row {number} has no column {column!r}, only {', '.join(map(str, row.values)) or 'none'}: name "
                    "the columns, as in --columns text=body,published=date"
                )
        values = {field: row.values.get(wanted.get(field, field)) for field in FIELDS}
        fields = {field: value if field in DATES else str(value) for field, value in values.items() if is_value(value)}
        if authors := author_names(row.values.get(wanted.get("authors", "authors"))):
            fields["authors"] = authors
        if text := fields.pop("text", ""):
            counted = numbered(paragraphs(text))
            yield Article(paragraphs=[evolve(one, line=row.line) for one in counted], notes=table.notes, **fields)
