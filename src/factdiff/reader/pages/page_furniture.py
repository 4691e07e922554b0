"""What stands around the article of a page: buttons, headlines of others, comments, and what a house asks for."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from factdiff.reader.pages.page_boxes import boxes
from factdiff.reader.pages.page_elements import MARK, SMALL, TEASER, holds_body, is_small, names, text_of

#: the elements that are marked, as an XPath
MARKED = f".//*[@{MARK}]"
#: how many letters a label in front of a linked headline has at most, as in "Read more:"
LABEL = 30
#: how many words a headline behind a label has at least; fewer are a name, as in "Photo: Anna Brun"
HEADLINE = 4
#: how many links the row of a menu has at least, and the least share of its letters that they have
MENU, LINKED = 5, 0.6
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SENTENCE = re.compile(r"[.。…][\"'”’»)]*\Z")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
#: the texts in an element that may be those of an article, as an XPath
_READ = ".//text()[not(ancestor::*[self::a or self::button or self::noscript or self::script or self::style])]"
#: elements whose lines are as they are meant to be
KEPT = ("pre", "script", "style", "textarea")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def unwrap(tree: Any) -> None:
    """Put a blank for each end of a line in the words of a page, since it ends no paragraph."""
    for element in tree.iter():
        if element.tag not in KEPT and element.text and "\n" in element.text:
            element.text = element.text.replace("\n", " ")
        if element.tail and "\n" in element.tail and (element.getparent() is None or element.getparent().tag != "pre"):
            element.tail = element.tail.replace("\n", " ")


def mark(tree: Any) -> None:
    """Give each element of a page that is no part of its article the attribute ``MARK``."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start",))
    for _, element in walk:
        if element.tag in names("whole") and is_furniture(element):
            element.set(MARK, "")
            walk.skip_subtree()
        elif element.tag in names("blocks") and is_link(element):
            teaser(element).set(MARK, "")
    for element in tree.iter(*names("blocks")):
        if is_label(element):
            element.set(MARK, "")
    for box in boxes(tree):
        box.set(MARK, "")


def marked_letters(tree: Any) -> int:
    """How many letters the marked elements of a page have, but for those of links and of what is never read."""
    outermost = tree.xpath(f"{MARKED}[not(ancestor::*[@{MARK}])]")
    return sum(len(text.strip()) for element in outermost for text in element.xpath(_READ))


def is_furniture(element: Any) -> bool:
    """Whether an element is no part of an article: by its name, or as a short one that is hidden, a menu or a card."""
    if is_named(element):
        return not holds_body(element)
    if element.tag == "p":
        return False
    links = list(islice(element.iter("a"), SMALL))
    hidden = is_hidden(element)
    card = is_card(links)
    if not hidden and not card and not MENU <= len(links) < SMALL:
        return False
    if not is_small(element) or len(words := text_of(element)) > TEASER:
        return False
    return bool(words) and (hidden or card or is_menu(links, words)) and not holds_body(element)


def is_hidden(element: Any) -> bool:
    """Whether an element is not shown until somebody asks for it."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def is_menu(links: list[Any], words: str) -> bool:
    """Whether some words are for the most part those of many links."""
    linked = [text_of(link) for link in links if link.get("href")]
    return len(linked) >= MENU and sum(map(len, linked)) >= LINKED * len(words)


def is_card(links: list[Any]) -> bool:
    """Whether a picture and some words among a few links lead to one page, and all others to that one or nowhere."""
    pages = {link.get("href") for link in links} - {None, ""}
    if len(links) < 2 or len(pages) != 1 or pages.pop().startswith(("#", "javascript:", "mailto:")):
        return False
    filled = [bool(text_of(link)) for link in links]
    pictures = any(link.find(".//img") is not None and not full for link, full in zip(links, filled, strict=True))
    return pictures and any(filled)


def is_named(element: Any) -> bool:
    """Whether the class or the id of an element says that it is no part of an article."""
    words = [word.lower() for word in _WORD.findall(f"{element.get('class', '')} {element.get('id', '')}")]
    return any(word in names("names") or word.startswith(names("stems")) for word in words)


def is_link(element: Any) -> bool:
    """Whether an element is the headline of another article: a link to its page, or a label in front of one."""
    if next(element.iter("a"), None) is None or not is_small(element) or len(words := text_of(element)) > TEASER:
        return False
    links = [link for link in element.iter("a") if not link.get("href", "#").startswith("#")]
    linked = " ".join(filter(None, map(text_of, links)))
    if not linked or _SENTENCE.search(linked):
        return False
    label = words.removesuffix(linked).strip()
    if not label:
        return bool(element.tag != "td")
    if label == words or len(label) > LABEL:
        return False
    return element.tag in HEADINGS or is_headed(element) or (label.endswith(":") and len(linked.split()) >= HEADLINE)


def is_headed(element: Any) -> bool:
    """Whether an element begins with bold letters on a line of their own."""
    first, *others = element
    alone = not (element.text or "").strip() and not (first.tail or "").strip()
    return first.tag in ("b", "strong") and alone and bool(others) and others[0].tag == "br"


def is_label(element: Any) -> bool:
    """Whether an element is what stands above things that are left out, as "Read more:" does."""
    below = element.getnext()
    if below is None or below.get(MARK) is None or (words := text_of(element)) == "" or len(words) > LABEL:
        return False
    return element.tag in HEADINGS or words.endswith(":")


def teaser(element: Any) -> Any:
    """What is left out with a linked headline: the short block that it heads, or else the headline alone."""
    parent = element.getparent()
    if element.tag not in HEADINGS or parent is None or parent.tag not in ("article", "div", "li", "section"):
        return element
    if not is_small(parent) or any(text_of(before) for before in element.itersiblings("*", preceding=True)):
        return element
    return parent if len(text_of(parent)) <= TEASER and parent.find(".//h1") is None else element
