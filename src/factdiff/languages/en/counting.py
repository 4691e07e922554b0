"""What a number counts: the head noun behind a figure ("more than 1,000 containers of military equipment")."""

from __future__ import annotations

import re

from factdiff.language import read_table

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")
IRREGULAR: dict[str, str] = _TABLE["plurals"]
#: words that end the run of modifiers before a noun
STOP = frozenset(_TABLE["stop"]) - frozenset(_TABLE["counting"]["pass"])
#: words that end in s and are no plurals
NO_PLURAL = frozenset(_TABLE["counting"]["no_plural"])
#: adjectives that stand for persons behind a figure ("12 dead")
PERSONS = frozenset(_TABLE["counting"]["persons"])

#: words before a figure that make a name or an address of it ("Flight 370")
LABELS = frozenset(_TABLE["counting"]["labels"])

_PREVIOUS = re.compile(r"([^\W\d_]+)[.']?[\s-]$")
_WORD = re.compile(r"[ \t\n]?[\"'(]?([^\W\d_]+(?:[-'][^\W\d_]+){0,3})[\"')]?")
_OF = re.compile(r"[\"']? ?(?:of (?:the|these|those|its|their|his|her|our|my|all)\b)?")


def counted(text: str, end: int, *, one: bool = False) -> str | None:
    """The lemma of what the figure that ends at ``end`` counts, or None; ``one`` looks for a singular.

    >>> counted("more than 1,000 containers of military equipment", 15)
    'container'
    >>> counted("one of the North Korean missiles was fired", 3, one=True)
    'missile'
    >>> counted("one person was hurt", 3, one=True)
    'person'
    """
    start = _OF.match(text, end).end()  # type: ignore[union-attr]
    singular = one and start - end < 3
    last = None
    for _ in range(5):
        match = _WORD.match(text, start)
        if match is None:
            break
        word = match[1].lower()
        if word in STOP or (last and singular and is_participle(word)):
            break
        if word in PERSONS:
            return last or "person"
        last = word
        start = match.end()
        if not singular and is_plural(word) and not (match[1][0].isupper() and _WORD.match(text, start)):
            return singular_of(word)
        if text[start : start + 1] in ",.;:!?)" or text[start - 1 : start] == ")":
            break
    return singular_of(last) if singular and last else None


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun.

    >>> is_plural("missiles"), is_plural("people"), is_plural("previous"), is_plural("across")
    (True, True, False, False)
    """
    if word in IRREGULAR:
        return True
    word = word.rsplit("-", 1)[-1]
    return (len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'" and word not in NO_PLURAL) or word in IRREGULAR


def is_participle(word: str) -> bool:
    """Whether a lower-case word looks like a participle, which ends a noun phrase."""
    return word.endswith(("ed", "ing")) and len(word) > 5


def singular_of(word: str) -> str:
    """The singular of a lower-case noun.

    >>> [singular_of(word) for word in ("containers", "people", "cities", "losses", "houses", "bus")]
    ['container', 'person', 'city', 'loss', 'house', 'bus']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def labelled(text: str, start: int, *, by_case: bool = True) -> bool:
    """Whether the word before a figure makes it a name: "Flight 370", "No. 10", and by its capital "Boeing 737".

    >>> labelled("a Boeing 737 landed", 9), labelled("the toll of 737", 12)
    (True, False)
    """
    previous = _PREVIOUS.search(text, max(0, start - 24), start)
    if previous is None:
        return False
    word = previous[1]
    if word.lower() in LABELS:
        return True
    begins = text[: previous.start()].rstrip()[-1:] in ("", ".", "\n", "!", "?", '"', ":")
    return by_case and word[0].isupper() and not begins
