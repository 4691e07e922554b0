"""The boxes with a button behind the article of a page, such as those that ask readers to sign in or to give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from factdiff.reader.pages.page_elements import MARK, holds_body, is_small, text_of

#: how many letters a box has at most that is left out for the button in it, as in "Sign in to save this article"
BOX = 300
BOXES = ("aside", "div", "form")
#: how many letters a paragraph has at least behind which such boxes are looked for
LONG = 100
#: how many elements of one tag and one class side by side are a list of things, such as the posts of a live blog
ALIKE = 3
#: the texts in an element that are shown, as an XPath
_SHOWN = ".//text()[not(parent::script or parent::style)]"
#: the paragraphs of a page with more than a few words, as an XPath
_LONG = f".//p[string-length(normalize-space()) >= {LONG}][not(ancestor-or-self::*[@{MARK}])]"


def boxes(tree: Any) -> Iterator[Any]:
    """The boxes with a button that stand behind the paragraphs of a page, the widest ones with few words."""
    last = last_paragraph(tree)
    if last is None:
        return
    around = {*last.iterancestors()}
    alike = Counter(map(kind_of, tree.iter(*BOXES)))
    for button in buttons(tree, last):
        box = None
        for element in button.iterancestors():
            if element in around or element.get(MARK) is not None:
                break
            if not is_box(element) or alike[kind_of(element)] >= ALIKE:
                break
            box = element
        if box is not None:
            yield box


def buttons(tree: Any, last: Any) -> Iterator[Any]:
    """The buttons behind the paragraph ``last`` of a page, but for those in paragraphs and in what is marked."""
    from lxml.etree import iterwalk

    behind = False
    walk = iterwalk(tree, events=("start",))
    for _, element in walk:
        behind = behind or element is last
        if element.tag == "p" or element.get(MARK) is not None:
            walk.skip_subtree()
        elif behind and is_button(element):
            yield element


def is_button(element: Any) -> bool:
    """Whether an element is a button, or is used as one."""
    if element.tag == "input":
        return element.get("type") in ("submit", "button")
    script = element.tag == "a" and element.get("href", "").startswith("javascript:")
    return bool(script or element.tag == "button" or element.get("role") == "button")


def is_box(element: Any) -> bool:
    """Whether an element has few words, and is not where the article is."""
    if element.tag not in BOXES or not is_small(element):
        return False
    return letters_of(element) <= BOX and not holds_body(element)


def kind_of(element: Any) -> tuple[Any, ...]:
    """What elements have in common that are alike and stand side by side."""
    return element.getparent(), element.tag, element.get("class")


def last_paragraph(tree: Any) -> Any:
    """The last long paragraph of the narrowest element that holds most of their letters; None without any."""
    letters: Counter[Any] = Counter()
    for paragraph in tree.xpath(_LONG):
        letters.update(dict.fromkeys(paragraph.iterancestors(), len(text_of(paragraph))))
    half = max(letters.values(), default=0) / 2
    most = (element for element, held in letters.items() if held > half)  # those around one paragraph inside out
    main = min(most, key=letters.__getitem__, default=None)
    return None if main is None else main.xpath(_LONG)[-1]


def letters_of(element: Any) -> int:
    """How many letters are shown of an element."""
    return sum(len(text.strip()) for text in element.xpath(_SHOWN))
