"""Which of two events an English sentence tells to have come first: "before", "only after", "not until"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factdiff.language.clauses import Clause, ClauseOrder
from factdiff.languages.en.lexicon import stem
from factdiff.tables import read_table
from factdiff.text.patterns import either
from factdiff.text.tokens import tokens
from factdiff.text.typography import lowered

_TABLE = read_table("factdiff.languages.en.clauses", "event_order.toml")
#: what joins two events, and the patterns around it, all in lower case
JOINTS = {words: order for order, every in _TABLE["joints"].items() for words in every}
_JOINT = re.compile(rf"\b{either(JOINTS)}\b(?! (?:long|all|then|that)\b)".replace(" ", r"\s"))
#: another joint right behind one, or right before it
_BESIDE, _JOINED = (
    re.compile(form.format(either(JOINTS)).replace(" ", r"\s")) for form in (r"\W{{0,3}}{}\b", r"\b{}\W{{0,3}}$")
)
#: tokens of which each joint holds one
SEEDS = {
    "before", "after", "following", "followed", "ahead", "prior", "time", "soon", "wake", "aftermath", "until", "till",
    "then", "advance", "eve", "run", "preceded", "heels", "response",
}  # fmt: skip
_LEAD, _AMOUNT = frozenset(_TABLE["lead"]), frozenset(_TABLE["amount"])
_NEGATION, _PLANNED, _OPEN = (frozenset(_TABLE[name]) for name in ("negation", "planned", "open"))
#: the month, which is no verb
MAY = "May"
#: how many words may stand between those of a phrase
SKIPPED = 1
#: how far a clause reaches from its joint, in characters
REACH = 160

_WORD = re.compile(r"[^\W_]+")
_BACK = re.compile(
    r"[;:()\u2014\"]|,\s(?:and|but|while|when|which|who|where|although|though|whereas|as)\s|\s(?:but|while|whereas)\s"
)
_AHEAD = re.compile(
    r"[;:()\u2014\",.]|\s(?:but|while|when|which|who|where|although|though|whereas|because|said|says|that|and\s[a-z]+ed)\b"
)
#: what may stand before a joint at the head of a clause
_HEAD = re.compile(r"\W{0,3}(?:but|and|yet|so|that)?\W{0,3}")
_INVERTED = re.compile(
    rf"\s(?={either(_TABLE['inverted'])}\s(?:the|an?|its|his|her|their|he|she|they|it|[A-Z0-9][^\W_]*)\s)"
)
_SAID = re.compile(r"\b(?:said|says?|saying|told|claim(?:ed|s)?|reported|alleged?d?)\b")
#: before "following" where it is no preposition
_FOLLOWING = re.compile(r"\b(?:the|was|is|were|are|been|by|a|of|in|on|his|her|their)\s$")


def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First stem -> the rest of each phrase that it starts, with its class of events."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, every in _TABLE["events"].items():
        for words in every:
            first, *rest = (stem(word) for word in _WORD.findall(words))
            found[first].append((tuple(rest), name))
    return dict(found)


PHRASES = phrases()


def orders(text: str, start: int, end: int) -> Iterator[ClauseOrder]:
    """The orders of two events that a sentence between two offsets of a text with plain quotes tells.

    >>> text = "Shops were looted only after the police had left."
    >>> (order,) = orders(text, 0, len(text))
    >>> text[order.start : order.end], sorted(order.earlier.events), sorted(order.later.events)
    ('only after the police had left', ['leave'], ['rob'])
    """
    sown = seeds(text)
    if bisect_left(sown, start) < bisect_left(sown, end):
        lower = lowered(text)
        for joint in _JOINT.finditer(lower, start, end):
            if joint[0] != "following" or not _FOLLOWING.search(lower, max(start, joint.start() - 8), joint.start()):
                yield from read(text, start, end, joint)


@lru_cache(maxsize=8)
def seeds(text: str) -> tuple[int, ...]:
    """Where the tokens of a text stand of which each joint holds one."""
    _, kinds, offsets = tokens(text)
    return tuple([offsets[number] for number, kind in enumerate(kinds) if kind in SEEDS])


def read(text: str, start: int, end: int, joint: re.Match[str]) -> Iterator[ClauseOrder]:
    """The order that a joint of a sentence tells, if it is one."""
    lower, lead = joint.string, led(joint.string, start, joint.start())
    low = max(start, lead - REACH)
    low = max((match.end() for match in _BACK.finditer(text, low, lead)), default=low)
    near = min(end, joint.end() + REACH)
    stop = _AHEAD.search(text, joint.end(), near)
    bound = joint.end(), (stop.start() if stop else near)
    if _BESIDE.match(lower, bound[0]) or _JOINED.search(lower, low, lead):
        return
    hint = lower[lead : joint.start()]
    if not _HEAD.fullmatch(lower, low, lead):
        main = low, lead
    elif hint.startswith(("only", "not")) and (turn := last(_INVERTED, text, *bound)):
        main, bound = (turn + 1, bound[1]), (bound[0], turn)
    elif stop and stop.group() == ",":
        main = stop.end(), rest(text, stop.end(), end)
        if _SAID.search(lower, *main):
            return  # "After the vote, police said that shots had been fired": the statement came after it
    else:
        return
    relation = JOINTS[" ".join(joint[0].split())]
    words = [[word if word == MAY else word.lower() for word in _WORD.findall(text, *span)] for span in (main, bound)]
    if any(not _OPEN.isdisjoint(some) for some in words) or denied(lower, *bound):
        return
    if denied(lower, *main) + hint.startswith("not") != (relation == "until"):
        return
    modality = "planned" if any(not _PLANNED.isdisjoint(some) for some in words) else "asserted"
    clauses = [Clause(*span, events(some)) for span, some in zip((main, bound), words, strict=True)]
    relation = "before" if relation == "before" else "after"
    earlier, later = clauses if relation == "before" else reversed(clauses)
    yield ClauseOrder(lead, told(text, *bound, words[1]), relation, earlier, later, modality)


def told(text: str, start: int, end: int, words: Sequence[str]) -> int:
    """Where the first event of a clause is told: "after she had resigned | over the affair"; else where it ends."""
    first = next(iter(sorted(found(words), key=lambda hit: (hit[0], -hit[1]))), None)
    return end if first is None else list(_WORD.finditer(text, start, end))[first[1]].end()


def denied(lower: str, start: int, end: int) -> bool:
    """Whether a clause of a text in lower case is negated."""
    clause = lower[start:end]
    return "n't" in clause or not _NEGATION.isdisjoint(_WORD.findall(clause))


def led(lower: str, start: int, joint: int) -> int:
    """Where the words of a text in lower case begin that lead to a joint: "only", "two weeks"."""
    at, timed = joint, False
    for match in reversed(list(_WORD.finditer(lower, max(start, joint - 40), joint))):
        word = match[0]
        if lower[match.end() : at].strip() or not (word in _LEAD or (timed and (word in _AMOUNT or word.isdigit()))):
            break
        at, timed = match.start(), timed or word in _LEAD
    return at


def rest(text: str, start: int, end: int) -> int:
    """Where the clause that starts at an offset ends."""
    stop = _BACK.search(text, start, min(end, start + REACH))
    return stop.start() if stop else min(end, start + REACH)


def last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Where a pattern matches last between two offsets."""
    return max((match.start() for match in pattern.finditer(text, start, end)), default=None)


def events(words: Iterable[str]) -> frozenset[str]:
    """The classes of the events that the words of a clause tell of.

    >>> sorted(events("the gunman had opened heavy fire and fled".split()))
    ['flee', 'shoot']
    """
    return frozenset(name for _, _, name in found(words))


def found(words: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """The events that words tell of: the numbers of the first and the last word, and the class."""
    stems = [stem(word) for word in words]
    for number, first in enumerate(stems):
        for wanted, name in PHRASES.get(first, ()):
            if (end := matched(stems, number, wanted)) is not None:
                yield number, end, name


def matched(stems: Sequence[str], number: int, wanted: Iterable[str]) -> int | None:
    """The number of the last word of a phrase whose first is given, each word at most one further on; None for none."""
    for word in wanted:
        ahead = stems[number + 1 : number + 2 + SKIPPED]
        if word not in ahead:
            return None
        number += 1 + ahead.index(word)
    return number
