"""The boxes with a button behind the article of a page, such as those that ask readers to sign in or to give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from factdiff.reader.pages.page_elements import MARK, holds_body, text_of

#: how many letters a box has at most that is left out for the button in it, as in "Sign in to save this article"
BOX = 300
BOXES = ("aside", "div", "form")
#: how many letters a paragraph has at least behind which such boxes are looked for
LONG = 100
#: how many elements of one tag and one class side by side are a list of things, such as the posts of a live blog
ALIKE = 3
#: the buttons behind an element, but for those in paragraphs, as an XPath
_BUTTONS = "|".join(
    f"following::{one}[not(ancestor-or-self::*[@{MARK} or self::p])]"
    for one in (
        "button",
        "input[@type='submit' or @type='button']",
        "*[@role='button']",
        "a[starts-with(@href, 'javascript:')]",
    )
)
#: the texts in an element that are shown, as an XPath
_SHOWN = ".//text()[not(parent::script or parent::style)]"
#: the paragraphs of a page with more than a few words, as an XPath
_LONG = f".//p[string-length(normalize-space()) >= {LONG}][not(ancestor-or-self::*[@{MARK}])]"


def boxes(tree: Any) -> Iterator[Any]:
    """The boxes with a button that stand behind the paragraphs of a page, the widest ones with few words."""
    last = last_paragraph(tree)
    for button in last.xpath(_BUTTONS) if last is not None else ():
        box = None
        for element in button.iterancestors():
            if element.get(MARK) is not None or not is_box(element):
                break
            box = element
        if box is not None:
            yield box


def is_box(element: Any) -> bool:
    """Whether an element has few words, and is neither one of many alike nor where the article is."""
    fits = element.tag in BOXES and letters_of(element) <= BOX
    return fits and not is_one_of_many(element) and not holds_body(element)


def last_paragraph(tree: Any) -> Any:
    """The last long paragraph of the narrowest element that holds most of their letters; None without any."""
    letters: Counter[Any] = Counter()
    for paragraph in tree.xpath(_LONG):
        size = len(text_of(paragraph))
        letters.update(dict.fromkeys(paragraph.iterancestors(), size))
    half = max(letters.values(), default=0) / 2
    most = (element for element, held in letters.items() if held > half)  # those around one paragraph inside out
    main = min(most, key=letters.__getitem__, default=None)
    return None if main is None else main.xpath(_LONG)[-1]


def is_one_of_many(element: Any) -> bool:
    """Whether an element is one of several that are alike, such as the posts of a live blog."""
    name = element.get("class")
    alike = (one for one in element.getparent() if one.tag == element.tag and one.get("class") == name)
    return next(islice(alike, ALIKE - 1, None), None) is not None


def letters_of(element: Any) -> int:
    """How many letters are shown of an element."""
    return sum(len(text.strip()) for text in element.xpath(_SHOWN))
