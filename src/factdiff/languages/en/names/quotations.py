"""Quotations between marks of every style, each with its speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factdiff.language.rules import Overlaid
from factdiff.languages.en.names.speakers import Actor, Speech
from factdiff.languages.en.names.spellings import expanded, spelled
from factdiff.text.patterns import late
from factdiff.values.names.quote import Quote, passages

#: how long a quotation between single marks can be, in characters
LONGEST_SINGLE = 600
#: how far before a quotation the colon that leads to it can stand, in characters
COLON_REACH = 3
#: how many verbs of saying before a quotation are tried
MOST_VERBS_BEFORE = 8

_PARAGRAPH = late(r"[^\n]+(?:\n(?=[a-z])[^\n]+)*+")
_OPEN = late(r"'(?<![^\s(\[\"-]')(?=[^\W\d_])")
_CLOSE = late(r"'(?<=[^\s(]')(?!\w)")
_LETTER = late(r"[^\W\d_]")
_ENDED = late(r"[.!?,][\"']*$")
_COLON = late(r":\s?[\"']$")
_FOLLOWS = late(r"[\"']?[,.]?[\"']? ?")
_AFTER_COMMA = late(r", ?$")


def quotes(speech: Speech) -> list[Overlaid]:
    """The quotations of a text, in its order."""
    found: list[Overlaid] = []
    previous: Actor | None = None
    for paragraph in _PARAGRAPH.finditer(speech.text):
        low, high = paragraph.span()
        if not continues_quotation(speech.text, low):
            previous = None
        if not has_marks(speech.text, low, high):
            continue
        for start, end in quoted_spans(speech.text, low, high):
            end -= speech.text[end - 1] == ","
            if _LETTER.search(speech.text, start, end):
                actor = speaker(speech, start, end, (low, high))
                previous = actor or previous
                found.append(quotation(speech, start, end, actor or previous))
    return found


def continues_quotation(text: str, low: int) -> bool:
    """Whether a paragraph starts with a quotation mark, so that the last speaker may go on."""
    return text[low : low + 1] == '"'


def has_marks(text: str, low: int, high: int) -> bool:
    """Whether a paragraph holds quotation marks or apostrophes."""
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
    """The quotation between two offsets as a mention, with its speaker."""
    value = quote(speech.text[start:end], actor.key if actor else None)
    parts = (("speaker", actor.start, actor.end),) if actor else ()
    return Overlaid(value, start, end, "quote-partial" if value.partial else "quote", parts)


def quoted_spans(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    r"""The start and end of each quotation of a paragraph, without its marks; marks inside marks are part of it.

    A quotation that the next paragraph continues ends with its own paragraph.

    >>> text = 'She called it "a \'fair\' deal" and "long overdue".'
    >>> [text[start:end] for start, end in quoted_spans(text, 0, len(text))]
    ["a 'fair' deal", 'long overdue']
    """
    opened, floor = -1, low
    at = text.find('"', low, high)
    while at >= 0:
        before, after = text[at - 1 : at] if at > low else "", text[at + 1 : at + 2] if at + 1 < high else ""
        if opened < 0 and after.strip() and not before.isalnum():
            yield from single_quoted_spans(text, floor, at)
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
        yield from single_quoted_spans(text, floor, high)


def single_quoted_spans(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The same for quotations between single marks, which look like apostrophes.

    >>> text = "The union's head said 'the teachers' pay is a disgrace' on Monday."
    >>> [text[start:end] for start, end in single_quoted_spans(text, 0, len(text))]
    ["the teachers' pay is a disgrace"]
    """
    opening = _OPEN.search(text, low, high)
    while opening:
        start = opening.end()
        following = _OPEN.search(text, start, high)
        limit = min(following.start() if following else high, start + LONGEST_SINGLE)
        closings = [m.start() for m in _CLOSE.finditer(text, start, limit)]
        sure = [at for at in closings if text[at - 1] != "s"]
        if closings:
            end = sure[0] if sure else closings[-1]
            if end - start > 2:
                yield start, end
            following = _OPEN.search(text, end, high)
        opening = following


def speaker(speech: Speech, start: int, end: int, paragraph: tuple[int, int]) -> Actor | None:
    """The speaker of a quotation: named right behind it, at its sentence's end, or before it in the paragraph."""
    text, starts, (low, high) = speech.text, speech.saying_starts, paragraph
    sentence_end = min(high, speech.sentence(end)[1])
    next_verb = bisect_left(starts, end)
    later = [s for s in speech.sayings[next_verb : next_verb + 6] if s.start < sentence_end]
    closing = _FOLLOWS.match(text, end)
    quote_end = closing.end() if closing else end
    for saying in later:
        at = min(saying.start, saying.actor.lead)
        if quote_end <= at <= quote_end + 14 and not speech.marks_between(quote_end, at):
            return saying.actor
    for saying in later:
        at = min(saying.start, saying.actor.lead)
        late = saying.verb == "according" or _AFTER_COMMA.search(text, max(quote_end, at - 2), at)
        if late and not speech.marks_between(quote_end, saying.start):
            return saying.actor
    number = next_verb - 1
    sentence_start = max(low, speech.sentence(start)[0])
    while number >= max(0, next_verb - MOST_VERBS_BEFORE) and starts[number] >= low:
        saying = speech.sayings[number]
        if speech.marks_between(low, saying.start) % 2 == 0 and (
            starts[number] >= sentence_start or not speaker_before_colon(speech, start, sentence_start, low)
        ):
            return saying.actor
        number -= 1
    return speaker_before_colon(speech, start, sentence_start, low)


def speaker_before_colon(speech: Speech, start: int, sentence_start: int, low: int) -> Actor | None:
    """The speaker of words that a colon introduces: the actor right before the colon, or the last one before it."""
    opening = speech.first_behind(low, start)
    if opening and speech.text[opening.end : opening.end + 1] == ":":
        return opening
    if _COLON.search(speech.text, max(sentence_start, start - COLON_REACH), start):
        return speech.last_before(start, sentence_start, persons=True) or speech.last_before(start, sentence_start)
    return None
