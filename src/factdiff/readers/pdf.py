"""PDF (extra ``pdf``): the paragraphs of each page; scripts and attachments are not looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, Paragraph

ENDINGS = (".pdf",)
LARGEST = 100_000_000
#: how many pages a file has at most
PAGES = 2_000
#: how many lines at the head and at the foot of a page may be the same on several pages
EDGE = 2
#: how much more than usual lies between two lines that are not of one paragraph
GAP = 1.25
#: how wide the last line of a paragraph is at most, of the widest line of the page
SHORT = 0.85
#: how far apart two lines are at least, of the height of their signs
CLOSE = 0.8
#: by how much the heights of signs of two sizes differ, of the greater one
UNLIKE = 0.2
_HYPHEN = re.compile(r"(?<=\w)[-\xad\u2010\x02\ufffe]$")
_END = re.compile(r"[.!?][”\"'’)]*$")
_NUMBER = re.compile(r"\d+")


@frozen
class Line:
    """A line of a page: its words, and the box that it fills, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of its signs."""
        return self.top - self.bottom


def recognises(data: bytes) -> bool:
    """Whether some bytes are a PDF."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def read(data: bytes) -> Iterator[Article]:
    """The article of a file, each paragraph with its page; it is counted on that page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadError("it is encrypted: save it without a password") from error
        raise ReadError(f"it is no PDF that can be read ({error}): save it again, or give its text") from error
    try:
        if len(document) > PAGES:
            raise ReadError(f"it has {len(document):,} pages, more than {PAGES:,}: give the article alone")
        pages = without_furniture([page_lines(page) for page in document])
        modified = pdf_date(document.get_metadata_value("ModDate"))
    finally:
        document.close()
    if not any(pages):
        raise ReadError("it has no text, only pictures of it: recognise its text, for example with ocrmypdf")
    paragraphs = [
        Paragraph(text, page=number, paragraph=count)
        for number, lines in enumerate(pages, 1)
        for count, text in enumerate(page_paragraphs(lines), 1)
    ]
    yield Article(paragraphs=joined(paragraphs), modified=modified)


def page_lines(page: Any) -> list[Line]:
    """The lines of a page, in the order of reading."""
    text_page = page.get_textpage()
    try:
        lines, at = [], 0
        for part in re.split(r"(\r\n|\r|\n)", text_page.get_text_range()):
            if part.strip():
                boxes = [text_page.get_charbox(at + n, loose=True) for n, sign in enumerate(part) if not sign.isspace()]
                left, bottom, right, top = zip(*boxes, strict=True)
                lines.append(Line(part.strip(), min(left), min(bottom), max(right), max(top)))
            at += len(part)
        return lines
    finally:
        text_page.close()
        page.close()


def without_furniture(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of the pages without page numbers, and without what stands at the head or foot of several of them."""
    seen = Counter(key for lines in pages for key in {pattern(line) for line in edges(lines)})
    kept = []
    for lines in pages:
        away = {id(line) for line in edges(lines) if is_furniture(line, seen, len(pages))}
        kept.append([line for line in lines if id(line) not in away])
    return kept


def edges(lines: Sequence[Line]) -> list[Line]:
    """The uppermost and lowermost lines of a page."""
    by_height = sorted(lines, key=lambda line: -line.top)
    return [*by_height[:EDGE], *by_height[max(EDGE, len(by_height) - EDGE) :]]


def pattern(line: Line) -> str:
    """What makes a line the same on several pages: its words without numbers, and its height on the page."""
    return f"{_NUMBER.sub('#', line.text)} {line.bottom:.0f}"


def is_furniture(line: Line, seen: Counter[str], pages: int) -> bool:
    """Whether a line at the edge of a page is a page number, or is on at least half of several pages."""
    bare = re.fullmatch(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", line.text, re.I)
    return bool(bare) or (pages > 1 and seen[pattern(line)] > 1 and seen[pattern(line)] * 2 >= pages)


def page_paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of a page: lines of one size that follow each other closely, and only the last is short."""
    steps = [(a.bottom - b.bottom) / max(a.height, 1.0) for a, b in pairwise(lines)]
    usual = min((step for step in steps if step > CLOSE), default=CLOSE)
    width = max((line.right - line.left for line in lines), default=0.0)
    block: list[Line] = []
    for line in lines:
        if block and begins_paragraph(block[-1], line, usual, width):
            yield unhyphenated(block)
            block = []
        block.append(line)
    if block:
        yield unhyphenated(block)


def begins_paragraph(last: Line, line: Line, usual: float, width: float) -> bool:
    """Whether a line is not of the paragraph of the line before it.

    ``usual`` is how far two lines of a paragraph of the page are apart, of the height of their signs, ``width`` that of
    its widest line.
    """
    if abs(last.height - line.height) > UNLIKE * max(last.height, line.height):
        return True
    step = (last.bottom - line.bottom) / max(last.height, 1.0)
    if step > GAP * usual:
        return True  # one that begins another column goes on with the sentence, and its step is negative
    return bool(_END.search(last.text)) and last.right - last.left < SHORT * width


def unhyphenated(lines: Sequence[Line]) -> str:
    """The words of some lines, in which those that were parted at the end of a line are whole again."""
    text = ""
    for line in lines:
        if _HYPHEN.search(text) and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}" if text else line.text
    return " ".join(re.sub("[\x02\ufffe\xad]", "-", text).split())


def joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, in which the sentence of one goes on with the next where that begins another page."""
    found: list[Paragraph] = []
    for one in paragraphs:
        last = found[-1] if found else None
        if last and last.page != one.page and not _END.search(last.text) and one.text[:1].islower():
            parted = _HYPHEN.search(last.text) is not None
            found[-1] = evolve(last, text=last.text[:-1] if parted else last.text)
            found.append(evolve(one, joint="" if parted else " "))
        else:
            found.append(one)
    return found


def pdf_date(value: str) -> str | None:
    """A date of the description of a file as ISO 8601, or None.

    >>> pdf_date("D:20240104093000+01'00'")
    '2024-01-04T09:30:00'
    """
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?", value or "")
    if not match:
        return None
    year, month, day, *time = match.groups(default="00")
    return f"{year}-{month}-{day}T{':'.join(time)}"
