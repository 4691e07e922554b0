"""The temporal order of two events in one English sentence: "before", "only after", "not until"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factdiff.language.clauses import Clause, ClauseOrder
from factdiff.languages.en.lexicon import stem
from factdiff.tables import read_table
from factdiff.text.patterns import either, late
from factdiff.text.tokens import tokens
from factdiff.text.typography import lowered

_TABLE = read_table("factdiff.languages.en.clauses", "event_order.toml")
#: temporal connective -> the order that it gives; connectives and their patterns are in lower case
CONNECTIVES = {words: order for order, every in _TABLE["joints"].items() for words in every}
_CONNECTIVE = late(rf"\b{either(CONNECTIVES)}\b(?! (?:long|all|then|that)\b)".replace(" ", r"\s"))
#: another connective right behind one, or right before it
_CONNECTIVE_AFTER, _CONNECTIVE_BEFORE = (
    late(form.format(either(CONNECTIVES)).replace(" ", r"\s")) for form in (r"\W{{0,3}}{}\b", r"\b{}\W{{0,3}}$")
)
#: every connective holds one of these tokens
CONNECTIVE_TOKENS = {
    "before", "after", "following", "followed", "ahead", "prior", "time", "soon", "wake", "aftermath", "until", "till",
    "then", "advance", "eve", "run", "preceded", "heels", "response",
}  # fmt: skip
_LEAD, _AMOUNT = frozenset(_TABLE["lead"]), frozenset(_TABLE["amount"])
_NEGATION, _PLANNED, _OPEN = (frozenset(_TABLE[name]) for name in ("negation", "planned", "open"))
#: the month, which is no verb
MAY = "May"
#: how many words may stand between those of a phrase
SKIPPED = 1
#: how far a clause reaches from its connective, in characters
REACH = 160

_WORD = late(r"[^\W_]+")
_CLAUSE_START = late(
    r"[;:()\u2014\"]|,\s(?:and|but|while|when|which|who|where|although|though|whereas|as)\s|\s(?:but|while|whereas)\s"
)
_CLAUSE_END = late(
    r"[;:()\u2014\",.]|\s(?:but|while|when|which|who|where|although|though|whereas|because|said|says|that|and\s[a-z]+ed)\b"
)
#: what may stand before a connective at the beginning of a sentence
_HEAD = late(r"\W{0,3}(?:but|and|yet|so|that)?\W{0,3}")
_INVERSION = late(
    rf"\s(?={either(_TABLE['inverted'])}\s(?:the|an?|its|his|her|their|he|she|they|it|[A-Z0-9][^\W_]*)\s)"
)
_REPORTING = late(r"\b(?:said|says?|saying|told|claim(?:ed|s)?|reported|alleged?d?)\b")
#: before "following" where it is no preposition
_NO_PREPOSITION = late(r"\b(?:the|was|is|were|are|been|by|a|of|in|on|his|her|their)\s$")


def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Stem of a first word -> the other stems of each phrase that it begins, with the class of its event."""
    table: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, every in _TABLE["events"].items():
        for words in every:
            first, *rest = (stem(word) for word in _WORD.findall(words))
            table[first].append((tuple(rest), name))
    return dict(table)


PHRASES = phrases()


def orders(text: str, start: int, end: int) -> Iterator[ClauseOrder]:
    """The pairs of ordered events in the sentence between two offsets; the quotation marks of the text are plain ones.

    >>> text = "Shops were looted only after the police had left."
    >>> (order,) = orders(text, 0, len(text))
    >>> text[order.start : order.end], sorted(order.earlier.events), sorted(order.later.events)
    ('only after the police had left', ['leave'], ['rob'])
    """
    offsets = connective_offsets(text)
    if bisect_left(offsets, start) < bisect_left(offsets, end):
        lower = lowered(text)
        for connective in _CONNECTIVE.finditer(lower, start, end):
            if connective[0] != "following" or not _NO_PREPOSITION.search(
                lower, max(start, connective.start() - 8), connective.start()
            ):
                yield from order_at(text, start, end, connective)


@lru_cache(maxsize=8)
def connective_offsets(text: str) -> tuple[int, ...]:
    """The offsets of the tokens of a text that may belong to a connective."""
    _, kinds, offsets = tokens(text)
    return tuple([offsets[number] for number, kind in enumerate(kinds) if kind in CONNECTIVE_TOKENS])


def order_at(text: str, start: int, end: int, connective: re.Match[str]) -> Iterator[ClauseOrder]:
    """The ordered events of the two clauses that a connective joins; none where they give no order."""
    lower, lead_offset = connective.string, lead_start(connective.string, start, connective.start())
    low = max(start, lead_offset - REACH)
    low = max((match.end() for match in _CLAUSE_START.finditer(text, low, lead_offset)), default=low)
    limit = min(end, connective.end() + REACH)
    stop = _CLAUSE_END.search(text, connective.end(), limit)
    subordinate = connective.end(), (stop.start() if stop else limit)
    if _CONNECTIVE_AFTER.match(lower, subordinate[0]) or _CONNECTIVE_BEFORE.search(lower, low, lead_offset):
        return
    modifier = lower[lead_offset : connective.start()]
    if not _HEAD.fullmatch(lower, low, lead_offset):
        main = low, lead_offset
    elif modifier.startswith(("only", "not")) and (turn := last_match(_INVERSION, text, *subordinate)):
        main, subordinate = (turn + 1, subordinate[1]), (subordinate[0], turn)
    elif stop and stop.group() == ",":
        main = stop.end(), clause_end(text, stop.end(), end)
        if _REPORTING.search(lower, *main):
            return  # "After the vote, police said that shots had been fired": the statement came after it
    else:
        return
    relation = CONNECTIVES[" ".join(connective[0].split())]
    words = [
        [word if word == MAY else word.lower() for word in _WORD.findall(text, *span)] for span in (main, subordinate)
    ]
    if any(not _OPEN.isdisjoint(clause) for clause in words) or is_negated(lower, *subordinate):
        return
    if is_negated(lower, *main) + modifier.startswith("not") != (relation == "until"):
        return
    modality = "planned" if any(not _PLANNED.isdisjoint(clause) for clause in words) else "asserted"
    clauses = [Clause(*span, event_classes(clause)) for span, clause in zip((main, subordinate), words, strict=True)]
    relation = "before" if relation == "before" else "after"
    earlier, later = clauses if relation == "before" else reversed(clauses)
    yield ClauseOrder(lead_offset, first_event_end(text, *subordinate, words[1]), relation, earlier, later, modality)


def first_event_end(text: str, start: int, end: int, words: Sequence[str]) -> int:
    """The end of the first event of a clause ("after she had resigned | over the affair"), or that of the clause."""
    event = next(iter(sorted(event_spans(words), key=lambda hit: (hit[0], -hit[1]))), None)
    return end if event is None else list(_WORD.finditer(text, start, end))[event[1]].end()


def is_negated(lower: str, start: int, end: int) -> bool:
    """Whether a clause of a text in lower case is negated."""
    clause = lower[start:end]
    return "n't" in clause or not _NEGATION.isdisjoint(_WORD.findall(clause))


def lead_start(lower: str, start: int, connective: int) -> int:
    """The start of the words right before a connective that modify it: "only", "two weeks"."""
    at, is_measured = connective, False
    for match in reversed(list(_WORD.finditer(lower, max(start, connective - 40), connective))):
        word = match[0]
        if lower[match.end() : at].strip() or not (
            word in _LEAD or (is_measured and (word in _AMOUNT or word.isdigit()))
        ):
            break
        at, is_measured = match.start(), is_measured or word in _LEAD
    return at


def clause_end(text: str, start: int, end: int) -> int:
    """The end of the clause that starts at an offset."""
    stop = _CLAUSE_START.search(text, start, min(end, start + REACH))
    return stop.start() if stop else min(end, start + REACH)


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """The start of the last match of a pattern between two offsets, or None."""
    return max((match.start() for match in pattern.finditer(text, start, end)), default=None)


def event_classes(words: Iterable[str]) -> frozenset[str]:
    """The classes of the events that the words of a clause name.

    >>> sorted(event_classes("the gunman had opened heavy fire and fled".split()))
    ['flee', 'shoot']
    """
    return frozenset(name for _, _, name in event_spans(words))


def event_spans(words: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """The events that words name: the number of the first word, that of the last, and the class of the event."""
    stems = [stem(word) for word in words]
    for number, first in enumerate(stems):
        for wanted, name in PHRASES.get(first, ()):
            if (end := phrase_end(stems, number, wanted)) is not None:
                yield number, end, name


def phrase_end(stems: Sequence[str], first: int, rest: Iterable[str]) -> int | None:
    """The number of the last word of a phrase that begins with the word ``first`` and goes on with ``rest``, or None.

    At most one other word may stand between two words of the phrase.
    """
    for word in rest:
        ahead = stems[first + 1 : first + 2 + SKIPPED]
        if word not in ahead:
            return None
        first += 1 + ahead.index(word)
    return first
