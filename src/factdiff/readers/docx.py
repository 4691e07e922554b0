"""Word documents: their paragraphs as they would be printed; macros, pictures and comments are not looked at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factdiff.errors import ReadError
from factdiff.reader.articles import Article, numbered
from factdiff.reader.xml import find, parse, text

ENDINGS = (".docx", ".docm", ".dotx")
LARGEST = 100_000_000
#: how many bytes a part of a document has at most when it is unpacked
UNPACKED = 50_000_000
BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
MACROS = b"vbaProject"
#: what old versions of Word have of a figure, and what was deleted or moved away
UNSEEN = frozenset({"Fallback", "del", "moveFrom", "instrText", "delText"})
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def recognises(data: bytes) -> bool:
    """Whether some bytes are a Word document."""
    return data.startswith(b"PK\x03\x04") and BODY.encode() in data


def read(data: bytes) -> Iterator[Article]:
    """The article of a document: its paragraphs are counted as in Word, with those of tables."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body, core = unpacked(archive, BODY), unpacked(archive, PROPERTIES)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"it is no Word document that can be unpacked ({error}): save it again as .docx") from error
    if body is None:
        raise ReadError("it is a ZIP file, but no Word document: give the document that is in it")
    described = parse(core) if core else None
    yield Article(
        paragraphs=numbered(paragraph_text(p) for p in paragraphs(parse(body))),
        modified=text(find(described, "modified")),
        authors=text(find(described, "creator")),
        notes=("it has macros, which were not run or read",) if MACROS in data else (),
    )


def unpacked(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of a part of a document, or None where it has no such part; ReadError where it is too large."""
    try:
        with archive.open(name) as part:
            data = part.read(UNPACKED + 1)
    except KeyError:
        return None
    if len(data) > UNPACKED:
        raise ReadError(f"its text is larger than {UNPACKED // 1_000_000} MB when it is unpacked: give less of it")
    return data


def paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs in an element, in their order."""
    for child in element:
        if child.tag == "p":
            yield child
        elif child.tag not in UNSEEN:
            yield from paragraphs(child)


def paragraph_text(element: Element) -> str:
    """The words of a paragraph, with those of text boxes in it."""
    pieces = []
    for child in element:
        if child.tag == "t":
            pieces.append(child.text or "")
        elif child.tag in BREAKS:
            pieces.append(BREAKS[child.tag])
        elif child.tag not in UNSEEN and child.tag != "pPr":
            pieces.append(paragraph_text(child))
    return "".join(pieces)
