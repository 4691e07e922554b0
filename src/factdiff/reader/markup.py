"""Paragraphs of pieces of HTML, as feeds and news services have them, and where words stand in a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import accumulate

from factdiff.reader.file_types import BLOCKS

#: elements whose text is not read
SKIPPED = frozenset("script style template noscript iframe svg math head title button form select textarea".split())
#: elements that end a paragraph
ENDING = BLOCKS | frozenset("br dd dt figcaption h5 h6 hr hedline hl1 hl2 li nav tbody td th thead tr".split())
#: how many letters at the beginning of a paragraph are looked for in a page
LETTERS = 48
#: how many characters the longest page has in which lines are looked for
LONGEST = 2_000_000


class Reader(HTMLParser):
    """The texts of a piece of HTML between its blocks, each with the line on which it begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, int]] = []
        self._pieces: list[str] = []
        self._line: int | None = None
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a block, or leave out what is in an element."""
        self._skipped += tag in SKIPPED
        if tag in ENDING:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self._skipped -= tag in SKIPPED and self._skipped > 0
        if tag in ENDING:
            self.flush()

    def handle_data(self, data: str) -> None:
        """Add to the block."""
        if self._skipped:
            return
        if self._line is None and data.strip():
            blank = data[: len(data) - len(data.lstrip())]
            self._line = self.getpos()[0] + blank.count("\n")
        self._pieces.append(data)

    def flush(self) -> None:
        """End the block that is read."""
        if self._line is not None:
            self.found.append((" ".join("".join(self._pieces).split()), self._line))
        self._pieces, self._line = [], None


def blocks(html: str) -> list[tuple[str, int]]:
    r"""The blocks of text in some HTML, each with its line, counted from 1.

    >>> blocks("<p>Nine&nbsp;cars</p>\n<p>Two <b>more</b>.<script>x</script></p>")
    [('Nine cars', 1), ('Two more.', 2)]
    """
    reader = Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.found


def paragraphs(text: str) -> list[str]:
    r"""The paragraphs of a text that may be HTML: its blocks, or else its lines that are parted by blank ones.

    >>> paragraphs("One\nline.\n\nTwo."), paragraphs("<p>One.</p><p>Two.</p>")
    (['One line.', 'Two.'], ['One.', 'Two.'])
    """
    if re.search(r"<(?:/?[a-z]+[\s/>]|[a-z]+ [^<]*>)", text, re.I) or re.search(r"&(?:#\d+|#x[\da-f]+|\w+);", text):
        return [block for block, _ in blocks(text)]
    return [" ".join(part.split()) for part in re.split(r"\n[ \t\r]*\n", text) if part.strip()]


def lines_of(texts: Sequence[str], html: str) -> list[int | None]:
    """For each of some texts, in their order, the line of a page on which it begins; None where it is not found."""
    if len(html) > LONGEST:
        return [None] * len(texts)
    found = blocks(html)
    pieces = [squeezed(block) for block, _ in found]
    letters, starts = "".join(pieces), list(accumulate(map(len, pieces), initial=0))
    lines: list[int | None] = []
    at = 0
    for text in texts:
        wanted = squeezed(text)[:LETTERS]
        place = letters.find(wanted, at) if wanted else -1
        lines.append(found[bisect_right(starts, place) - 1][1] if place >= 0 else None)
        at = max(at, place + 1)
    return lines


def squeezed(text: str) -> str:
    """The letters and figures of a text in lower case."""
    return re.sub(r"[\W_]+", "", text).casefold()
