"""Articles as readers give them, and the sources that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from attrs import evolve, frozen

from factdiff.errors import ReadError, SourceError
from factdiff.reader.fields import author_names
from factdiff.records import Locator, Original, Source, to_date

#: what stands between two paragraphs of a text
BREAK = "\n\n"
_BLANKS = re.compile(r"\s+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?(Z|[+-]\d{4})?")


@frozen
class Paragraph:
    """A paragraph of an article, and where it stands in the file: all counted from 1.

    ``joint`` is what stands between it and the one before: less than a blank line where it goes on with its sentence.
    """

    text: str
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    joint: str = BREAK


@frozen(kw_only=True)
class Article:
    """An article of a file: its paragraphs, and what the file tells of it.

    ``published`` and ``modified`` are ISO 8601 or as in the head of an e-mail; what is no date is left out with a note.
    ``story`` is the name of the story that it belongs to, ``authors`` the names of those who wrote it, as
    :func:`~factdiff.reader.fields.author_names` takes them, and ``notes`` say what had to be guessed or left out.
    """

    paragraphs: Sequence[Paragraph]
    title: str | None = None
    published: object = None
    modified: object = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    id: str | None = None
    story: str | None = None
    authors: object = None
    notes: Sequence[str] = ()


def numbered(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    r"""Paragraphs that are counted, without the empty ones, which count as well.

    >>> numbered(["One.", " ", "Two."])[1]
    Paragraph(text='Two.', page=None, paragraph=3, line=None, joint='\n\n')
    """
    return tuple(
        Paragraph(_BLANKS.sub(" ", text).strip(), paragraph=number)
        for number, text in enumerate(texts, 1)
        if text.strip()
    )


def with_headline(article: Article) -> Article:
    """The article with its title as its first paragraph, unless one of the first paragraphs is the title."""
    title = _BLANKS.sub(" ", article.title or "").strip()
    if not title or title.casefold() in {p.text.strip().casefold() for p in article.paragraphs[:3]}:
        return article
    return evolve(article, paragraphs=(Paragraph(title), *article.paragraphs))


def source(article: Article, *, id: str, name: str, format: str) -> Source:
    """The source of an article; ``name`` is that of the file, for errors, ``format`` that of the reader."""
    text, locators = "", []
    for p in with_headline(article).paragraphs:
        text += p.joint if text else ""
        locators.append(Locator(len(text), p.page, p.paragraph, p.line))
        text += p.text
    if not text.strip():
        if format == "text":
            raise SourceError(f"{name}: text is empty: give the words of the source")
        raise ReadError(f"{name} holds no text of an article: give a file that does, or save the text as a .txt file")
    notes = [*article.notes, *([] if article.paragraphs else ["it is a headline without a text"])]
    published, modified = (known_date(value, notes) for value in (article.published, article.modified))
    placed = tuple(locators) if any(one.page or one.paragraph or one.line for one in locators) else ()
    authors = author_names(article.authors)
    told = placed or modified or notes or authors
    original = Original(format, None, placed, modified, tuple(notes), authors=authors) if told else None
    try:
        return Source(
            text,
            id=article.id or id,
            published=published,
            lang=article.lang or "en",
            publisher=article.publisher or None,
            title=article.title or None,
            url=article.url or None,
            original=original,
        )
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from error


def known_date(value: object, notes: list[str]) -> date | None:
    """A date of a file; of what is none a note is made.

    >>> known_date("Thu, 04 Jan 2024 09:30:00 +0000", []), known_date("20240104T093000Z", []).hour
    (datetime.datetime(2024, 1, 4, 9, 30, tzinfo=datetime.timezone.utc), 9)
    """
    if value is None or value == "" or isinstance(value, date):
        return value if isinstance(value, date) else None
    text = str(value).strip()
    for read in (compact_date, to_date, mail_date, first_day):
        try:
            found = read(text)
        except (SourceError, ValueError, TypeError, IndexError, OverflowError):
            continue
        if found is not None:
            return found
    notes.append(f"{text[:40]!r} is no date and was left out: give the day it was published")
    return None


def compact_date(text: str) -> date | None:
    """A date or a date and time of ISO 8601 without signs between its figures."""
    match = _COMPACT.fullmatch(text)
    return datetime.fromisoformat(text) if match and match[4] else date.fromisoformat(text) if match else None


def mail_date(text: str) -> date | None:
    """A date as in the head of an e-mail or in RSS."""
    return parsedate_to_datetime(text)


def first_day(text: str) -> date | None:
    """The day at the beginning of a text, such as that of a time that is not quite ISO 8601."""
    match = _DAY.match(text)
    return date.fromisoformat(match[0]) if match else None


def non_empty(*values: object) -> Iterator[str]:
    """The texts among some values that hold more than blanks, without the blanks at their ends."""
    return (value.strip() for value in values if isinstance(value, str) and value.strip())
