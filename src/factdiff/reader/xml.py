"""Trees of XML files: without entities of their own, of bounded depth, and nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from factdiff.errors import ReadError

#: how deep elements are nested at most
DEEPEST = 200
#: how many characters of a file are parsed at a time
CHUNK = 65_536


def parse(data: bytes) -> Element:
    """The root element of an XML file, in which names have no namespace.

    ReadError where it is no XML, declares entities, or is nested too deeply.
    """
    builder, depth = TreeBuilder(), 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ReadError(f"it is nested more than {DEEPEST} elements deep: give the article alone")
        builder.start(local(tag), {local(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(local(tag))

    def refuse(*_: object) -> None:
        raise ReadError("it declares entities of its own, which are not expanded: save it without them")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        for at in range(0, len(data), CHUNK):
            parser.Parse(data[at : at + CHUNK])
        parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError, LookupError, ValueError) as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"it is not well-formed XML ({error}): save it again, or give its text") from error
    return builder.close()


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of an element with one of some names."""
    return (child for child in element if child.tag in names) if element is not None else iter(())


def find(element: Element | None, *path: str) -> Element | None:
    """The first descendant of an element by the names on the way to it, or None."""
    for name in path:
        element = next(children(element, name), None)
    return element


def text(element: Element | None) -> str | None:
    """The text in an element, or None where there is none."""
    return ("".join(element.itertext()).strip() or None) if element is not None else None
