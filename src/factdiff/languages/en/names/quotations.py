"""Quotations between marks of every style, each with who says it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factdiff.language.rules import Overlaid
from factdiff.languages.en.names.speakers import Actor, Speech
from factdiff.languages.en.names.spellings import expanded, spelled
from factdiff.values.names.quote import Quote, passages

#: how long a quotation between single marks can be, in characters
LONGEST = 600
#: how far before a quotation the colon that leads to it can stand, in characters
COLON = 3
#: how many verbs of saying before a quotation are looked at
BACK = 8

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?=[a-z])[^\n]+)*+")
_OPEN = re.compile(r"'(?<![^\s(\[\"-]')(?=[^\W\d_])")
_CLOSE = re.compile(r"'(?<=[^\s(]')(?!\w)")
_LETTER = re.compile(r"[^\W\d_]")
_ENDED = re.compile(r"[.!?,][\"']*$")
_COLON = re.compile(r":\s?[\"']$")
_FOLLOWS = re.compile(r"[\"']?[,.]?[\"']? ?")
_LATE = re.compile(r", ?$")


def quotes(speech: Speech) -> list[Overlaid]:
    """The quotations of a text, in its order."""
    found: list[Overlaid] = []
    before: Actor | None = None
    for paragraph in _PARAGRAPH.finditer(speech.text):
        low, high = paragraph.span()
        if not alone(speech.text, low):
            before = None
        if not has_marks(speech.text, low, high):
            continue
        for start, end in spans(speech.text, low, high):
            end -= speech.text[end - 1] == ","
            if _LETTER.search(speech.text, start, end):
                actor = speaker(speech, start, end, (low, high))
                before = actor or before
                found.append(quotation(speech, start, end, actor or before))
    return found


def alone(text: str, low: int) -> bool:
    """Whether a paragraph starts with a quotation, so that who spoke last may go on."""
    return text[low : low + 1] == '"'


def has_marks(text: str, low: int, high: int) -> bool:
    """Whether a paragraph holds quotation marks, or what looks like them."""
    return text.find('"', low, high) >= 0 or text.find("'", low, high) >= 0


def quote(words: str, speaker: str | None = None) -> Quote:
    """The value of quoted words; they are compared with their contractions in full, and in American spelling.

    >>> quote("We'll rebuild the harbour").passages
    (('we', 'will', 'rebuild', 'the', 'harbor'),)
    """
    full = tuple([expanded(passage) for passage in passages(words)])
    compared = tuple([tuple(map(spelled, passage)) for passage in full])
    return Quote(words=words, speaker=speaker, partial=words[:1].islower(), expanded=full, passages=compared)


def quotation(speech: Speech, start: int, end: int, actor: Actor | None) -> Overlaid:
    """The mention of the words between two offsets."""
    value = quote(speech.text[start:end], actor.key if actor else None)
    parts = (("speaker", actor.start, actor.end),) if actor else ()
    return Overlaid(value, start, end, "quote-partial" if value.partial else "quote", parts)


def spans(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    r"""Where the words between quotation marks stand in a paragraph; marks inside marks are part of the words.

    Where a paragraph opens a quotation that the next one goes on with, its end is the end of the words.

    >>> text = 'She called it "a \'fair\' deal" and "long overdue".'
    >>> [text[start:end] for start, end in spans(text, 0, len(text))]
    ["a 'fair' deal", 'long overdue']
    """
    opened, floor = -1, low
    at = text.find('"', low, high)
    while at >= 0:
        before, after = text[at - 1 : at] if at > low else "", text[at + 1 : at + 2] if at + 1 < high else ""
        if opened < 0 and after.strip() and not before.isalnum():
            yield from single(text, floor, at)
            opened = at + 1
        elif opened >= 0 and (before.strip() or not after.strip()):
            yield opened, at
            opened, floor = -1, at + 1
        elif opened >= 0 and after.strip():
            opened = at + 1
        at = text.find('"', at + 1, high)
    if opened >= 0:
        if text[high : high + 4].lstrip().startswith('"'):
            yield opened, high
    else:
        yield from single(text, floor, high)


def single(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The same for single marks, which look like apostrophes.

    >>> text = "The union's head said 'the teachers' pay is a disgrace' on Monday."
    >>> [text[start:end] for start, end in single(text, 0, len(text))]
    ["the teachers' pay is a disgrace"]
    """
    opening = _OPEN.search(text, low, high)
    while opening:
        start = opening.end()
        following = _OPEN.search(text, start, high)
        limit = min(following.start() if following else high, start + LONGEST)
        closings = [m.start() for m in _CLOSE.finditer(text, start, limit)]
        sure = [at for at in closings if text[at - 1] != "s"]
        if closings:
            end = sure[0] if sure else closings[-1]
            if end - start > 2:
                yield start, end
            following = _OPEN.search(text, end, high)
        opening = following


def speaker(speech: Speech, start: int, end: int, paragraph: tuple[int, int]) -> Actor | None:
    """Who says a quotation: named right behind it, at its sentence's end, before it, or earlier in the paragraph."""
    text, starts, (low, high) = speech.text, speech.said, paragraph
    last = min(high, speech.sentence(end)[1])
    begin = bisect_left(starts, end)
    behind = [s for s in speech.sayings[begin : begin + 6] if s.start < last]
    close = _FOLLOWS.match(text, end)
    edge = close.end() if close else end
    for saying in behind:
        at = min(saying.start, saying.actor.lead)
        if edge <= at <= edge + 14 and not speech.marked(edge, at):
            return saying.actor
    for saying in behind:
        at = min(saying.start, saying.actor.lead)
        late = saying.verb == "according" or _LATE.search(text, max(edge, at - 2), at)
        if late and not speech.marked(edge, saying.start):
            return saying.actor
    number = begin - 1
    first = max(low, speech.sentence(start)[0])
    while number >= max(0, begin - BACK) and starts[number] >= low:
        saying = speech.sayings[number]
        if speech.marked(low, saying.start) % 2 == 0 and (
            starts[number] >= first or not headed(speech, start, first, low)
        ):
            return saying.actor
        number -= 1
    return headed(speech, start, first, low)


def headed(speech: Speech, start: int, first: int, low: int) -> Actor | None:
    """Whom a colon gives the words that follow it: who is named before it, or whose doing its sentence tells."""
    opening = speech.first_behind(low, start)
    if opening and speech.text[opening.end : opening.end + 1] == ":":
        return opening
    if _COLON.search(speech.text, max(first, start - COLON), start):
        return speech.last_before(start, first, persons=True) or speech.last_before(start, first)
    return None
