"""PDF (extra ``pdf``): the paragraphs of each page; scripts and attachments are not looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
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
#: a line; pdfium has the sign 2 in place of a hyphen at its end and of the break
_LINE = re.compile(r"[^\s\0\x02][^\r\n\x02]*\x02?")
_WORD = re.compile(r"\w+(?:-\w+)*")
_SOFT = re.compile("[\x02\ufffe\xad]")
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
        if re.search("password|security", str(error), re.I):
            raise ReadError("it is encrypted: save it without a password") from error
        raise ReadError(
            f"it is no PDF that can be read ({str(error).removesuffix('.')}): save it again, or give its text"
        ) from error
    try:
        if len(document) > PAGES:
            raise ReadError(f"it has {len(document):,} pages, more than {PAGES:,}: give the article alone")
        pages = without_furniture([page_lines(page) for page in document])
        modified = pdf_date(document.get_metadata_value("ModDate"))
        authors = document.get_metadata_value("Author")
    finally:
        document.close()
    if not any(pages):
        raise ReadError("it has no text, only pictures of it: recognise its text, for example with ocrmypdf")
    words = whole_words([line for lines in pages for line in lines])
    paragraphs = [
        Paragraph(text, page=number, paragraph=count)
        for number, lines in enumerate(pages, 1)
        for count, text in enumerate(page_paragraphs(lines, words), 1)
    ]
    yield Article(paragraphs=joined(paragraphs, words), modified=modified, authors=authors)


def page_lines(page: Any) -> list[Line]:
    """The lines of a page, in the order of reading."""
    from pypdfium2.raw import FPDFText_GetUnicode

    text_page = page.get_textpage()
    try:
        signs = "".join(chr(FPDFText_GetUnicode(text_page, at)) for at in range(text_page.count_chars()))
        return [line(text_page, part.start(), part.group()) for part in _LINE.finditer(signs)]
    finally:
        text_page.close()
        page.close()


def line(text_page: Any, start: int, signs: str) -> Line:
    """The line of some signs of a page, of which the first is no blank, and its box from that to the last."""
    last = start + len(signs.rstrip()) - 1
    boxes = [text_page.get_charbox(at, loose=True) for at in (start, last)]
    left, bottom, right, top = zip(*boxes, strict=True)
    text = signs.rstrip().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Line(text, min(left), min(bottom), max(right), max(top))


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
    bare = re.fullmatch(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|\w\w)\s*\d{1,4})?\W*", line.text, re.I)
    return bool(bare) or (pages > 1 and seen[pattern(line)] > 1 and seen[pattern(line)] * 2 >= pages)


def page_paragraphs(lines: Sequence[Line], words: Set[str]) -> Iterator[str]:
    """The paragraphs of a page: lines of one size that follow each other closely, and only the last is short."""
    steps = [(a.bottom - b.bottom) / max(a.height, 1.0) for a, b in pairwise(lines)]
    usual = min((step for step in steps if step > CLOSE), default=CLOSE)
    width = max((line.right - line.left for line in lines), default=0.0)
    block: list[Line] = []
    for line in lines:
        if block and begins_paragraph(block[-1], line, usual, width):
            yield unhyphenated(block, words)
            block = []
        block.append(line)
    if block:
        yield unhyphenated(block, words)


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


def unhyphenated(lines: Sequence[Line], words: Set[str]) -> str:
    """The words of some lines, in which those that were parted at the end of a line are whole again.

    ``words`` are those of the file, which tell hyphens that belong to a word from those that a line needed.
    """
    pieces: list[str] = []
    for line in lines:
        if pieces:
            pieces[-1] = attached(pieces[-1], line.text, words)
        pieces.append(line.text)
    return " ".join(_SOFT.sub("-", "".join(pieces)).split())


def whole_words(lines: Sequence[Line]) -> set[str]:
    """The words of some lines in lower case, without the halves of those that are parted at the end of a line."""
    found: set[str] = set()
    parted = False
    for line in lines:
        words = [word.lower() for word in _WORD.findall(line.text)][parted:]
        parted = _HYPHEN.search(line.text) is not None
        found.update(words[:-1] if parted else words)
    return found


def attached(text: str, next: str, words: Set[str]) -> str:
    """The text with what stands between its last word and the next line: a blank, a hyphen or nothing.

    >>> attached("Nine minis-", "ters", {"nine"}), attached("A short-", "range missile", {"short-range"})
    ('Nine minis', 'A short-')
    """
    if not _HYPHEN.search(text):
        return f"{text} "
    first, second = _WORD.findall(text[:-1])[-1].lower(), next.split(" ")[0].strip(".,;:").lower()
    is_compound = f"{first}-{second}" in words or ({first, second} <= words and f"{first}{second}" not in words)
    return f"{text[:-1]}-" if is_compound or not next[:1].islower() else text[:-1]


def joined(paragraphs: Sequence[Paragraph], words: Set[str]) -> list[Paragraph]:
    """The paragraphs, in which the sentence of one goes on with the next where that begins another page."""
    found: list[Paragraph] = []
    for one in paragraphs:
        last = found[-1] if found else None
        if last and last.page != one.page and not _END.search(last.text) and one.text[:1].islower():
            text = attached(last.text, one.text, words)
            found[-1] = evolve(last, text=text.rstrip())
            found.append(evolve(one, joint=text[len(text.rstrip()) :]))
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
