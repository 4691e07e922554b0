"""Markdown: the words of its paragraphs and headings, with what a front matter tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, Paragraph
from factdiff.reader.encodings import decoded
from factdiff.reader.fields import article_fields

ENDINGS = (".md", ".markdown")
LARGEST = 20_000_000
#: the fences of a front matter in YAML and in TOML
_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(\S.*?)[ \t]*$", re.M)

_LIST = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*\n((?:[ \t]*-[ \t]+\S.*(?:\n|\Z))+)", re.M)


def read(data: bytes) -> Iterator[Article]:
    """The article of a file: each paragraph, heading and item of a list with its line."""
    from markdown_it import MarkdownIt

    text, notes = decoded(data)
    front = _FRONT.match(text)
    fields = front_matter(front[1], front[2]) if front else {}
    above = text[: front.end()].count("\n") if front else 0
    body = text[front.end() :] if front else text
    paragraphs = []
    for token in MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(body):
        words = inline_text(token.children) if token.type == "inline" else token.content
        if token.type in ("inline", "fence", "code_block") and token.map and words.strip():
            paragraphs.append(Paragraph(" ".join(words.split()), line=above + token.map[0] + 1))
    yield Article(paragraphs=paragraphs, notes=notes, **article_fields(fields))


def inline_text(tokens: object) -> str:
    """The words of a line without its signs, and without the addresses of its links and pictures."""
    words = []
    for token in tokens if isinstance(tokens, list) else ():
        if token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append("\n")
    return "".join(words)


def front_matter(fence: str, text: str) -> Mapping[str, object]:
    """The entries of a front matter; in YAML those that are written on one line, and lists of such."""
    if fence == "+++":
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ReadError(f"the front matter is not valid TOML ({error}): correct it") from error
    text = text.replace("\r\n", "\n")
    lists = {
        name: [unquoted(line.strip()[1:].strip()) for line in lines.splitlines()] for name, lines in _LIST.findall(text)
    }
    return {**lists, **{name: entry(value) for name, value in _ENTRY.findall(text)}}


def entry(value: str) -> str | Sequence[str]:
    """A value of YAML that is written on one line, which may be a list.

    >>> entry("[Anna Brun, 'Jon Holm']"), entry("Crash")
    (['Anna Brun', 'Jon Holm'], 'Crash')
    """
    found = unquoted(value)
    if found.startswith("[") and found.endswith("]") and value[0] == "[":
        return [unquoted(part.strip()) for part in found[1:-1].split(",") if part.strip()]
    return found


def unquoted(value: str) -> str:
    """A value of YAML without its quotation marks, or without the comment behind it.

    >>> unquoted("'It''s'"), unquoted("2024-01-04  # a Thursday")
    ("It's", '2024-01-04')
    """
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"')
    return value.partition(" #")[0].rstrip()
