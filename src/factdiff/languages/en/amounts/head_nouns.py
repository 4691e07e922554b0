"""The counted noun of a figure: the head noun behind it ("more than 1,000 containers of military equipment")."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff.languages.en.headlines.casing import in_headline, in_prose, is_ordinary_word, is_small_letter
from factdiff.languages.en.names.cue_words import sign_before
from factdiff.tables import read_table
from factdiff.text.patterns import late

_TABLE = read_table("factdiff.languages.en", "lexicon.toml")
_COUNTING = _TABLE["counting"]
IRREGULAR_PLURALS: dict[str, str] = _TABLE["plurals"]
#: stop words that may stand between a figure and its head noun
SKIPPED = frozenset(_COUNTING["skipped"])
#: words that end the modifiers before a head noun
STOP = frozenset(_TABLE["stop"]) - SKIPPED
#: words that end in s and are no plurals
NO_PLURAL = frozenset(_COUNTING["no_plural"])
#: adjectives that mean persons behind a figure ("12 dead")
PERSONS = frozenset(_COUNTING["persons"])
#: singular nouns that are counted before a noun ("the 27-member bloc")
ATTRIBUTIVE = frozenset(_COUNTING["attributive"])
#: forms of verbs that their endings do not show, which end a noun phrase in the singular
VERBS = frozenset(_TABLE["verbs"]) | frozenset(_COUNTING["verb_forms"])
#: nouns that look like participles
GERUND_NOUNS = frozenset(_COUNTING["gerund_nouns"])
#: words before a figure that make it part of a name or an address ("Flight 370")
LABELS = frozenset(_COUNTING["labels"])
#: verb before a figure -> its counted noun ("killed 12")
COUNTING_VERBS: dict[str, str] = {word: thing for thing, words in _COUNTING["verbs"].items() for word in words}

_WORD = late(r"[ \t\n]?[\"'(]?([^\W\d_]+(?:[-'][^\W\d_]+){0,3})[\"')]?")
_FATES = (
    "killed|injured|wounded|hurt|hospitali[sz]ed|arrested|detained|missing|evacuated|displaced|dead|rescued|trapped"
)
_SUFFERED = late(
    r" (?:who|(?:others |more )?(?:were|was|are|is|have been|has been|had been|remain|remained)"
    rf"(?: \w{{3,12}}ly| still| also)? (?:{_FATES})|(?:people )?(?:died|survived|drowned|perished))\b",
    re.IGNORECASE,
)
_OF = late(r"[\"']? ?(?:of (?:the|these|those|its|their|his|her|our|my|all)\b)?", re.IGNORECASE)
_ATTRIBUTE = late(r"-([a-z]{3,12})(?![\w])", re.IGNORECASE)
#: characters before the start of a sentence
_SENTENCE_STARTS = ("", ".", "!", "?", '"', ":")
#: characters before the start of a sentence or of an item of a list, "" at the start of the text
_ITEM_STARTS = ("", *".!?:;\n\"'([-*/")
_LETTERS = late(r"[^\W\d_]+")
_UP_POINTS = late(r",? (?:up|down) [0-9][0-9.,]*[0-9]? points?\b", re.IGNORECASE)
_POINTS_TO = late(r"\bpoints?,?(?: or [0-9.]+ ?(?:%|per ?cent),?)?,? to (?:[a-z]+ (?:at|to) )?$", re.IGNORECASE)
_OR_TWO = late(r"\b(?:an?|another) ([a-z]{3,20}) or $", re.IGNORECASE)
#: a noun before another one, a measure before the counted noun, and the number of a model before it
_BEFORE_NOUN = late(rf" ({'|'.join(_COUNTING['before_noun'])})(?= [a-z]{{3,}})", re.IGNORECASE)
_FIRST_OF = frozenset(sign for word in _COUNTING["before_noun"] for sign in (word[0], word[0].upper()))
_MEASURED = late(
    r" [0-9]{1,4}(?:\.[0-9])?[ -]?(?:m?l|cl|litre|liter|k?g|gram|ounce|oz|inch|foot|mm|cm|watt|GB|TB)"
    r"(?=[ -][a-z]{3,}s\b)",
    re.IGNORECASE,
)
_MODEL = late(r" (?:[A-Z]-?)?[0-9]{2,4}(?=(?: [A-Z][a-z]+)? [A-Za-z]+s\b)")
_ADJECTIVES = tuple(_COUNTING["adjective_endings"])
#: how far before a figure its counted noun is searched, in characters
REACH = 60
#: how long the word before a figure can be, in characters
LONGEST_LABEL = 24


def counted_noun(text: str, end: int, *, one: bool = False) -> str | None:
    """The lemma of the noun behind a figure that ends at ``end``, or None; ``one`` accepts a noun in the singular.

    >>> counted_noun("more than 1,000 containers of military equipment", 15)
    'container'
    >>> counted_noun("one of the North Korean missiles was fired", 3, one=True)
    'missile'
    >>> counted_noun("one person was hurt", 3, one=True)
    'person'
    """
    start = _OF.match(text, end).end()  # type: ignore[union-attr]
    first = text[end + 1 : end + 2]
    if first in _FIRST_OF and (before_noun := _BEFORE_NOUN.match(text, end)):
        return before_noun[1].lower()
    if first.isdigit() and (measured := _MEASURED.match(text, end)):
        start = measured.end()
    singular = one and start - end < 3
    last = None
    for _ in range(5):
        match = _WORD.match(text, start)
        if match is None and last and (model := _MODEL.match(text, start)):
            match = _WORD.match(text, model.end())
        if match is None:
            break
        word = match[1].lower()
        if word == "and" and last and last.endswith(_ADJECTIVES):
            start = match.end()
            continue
        if word.removesuffix("'s") in STOP or (last and singular and (word in VERBS or is_participle(word))):
            break
        if last and singular and match[1][0].isupper() and text[start - len(last)].islower():
            break  # a name behind a noun: "the fifth seed Lucia Armas"
        if word in PERSONS:
            return "person" if last is None or last in SKIPPED else last
        last = word
        start = match.end()
        if not singular and is_plural(word) and (is_small_letter(text, match.start(1)) or not _WORD.match(text, start)):
            return singular_of(word)
        if text[start : start + 1] in ",.;:!?)" or text[start - 1 : start] == ")":
            break
    return singular_of(last) if singular and last and len(last) > 1 else None


def counted_casualties(text: str, end: int) -> str | None:
    """The counted noun of a figure without a noun before a verb of casualties, "100 were injured": "person", or None.

    >>> counted_casualties("more than 100 were injured", 13), counted_casualties("12 were sold", 2)
    ('person', None)
    """
    return "person" if _SUFFERED.match(text, end) else None


def counted_points(text: str, start: int, end: int) -> str | None:
    """The noun "point" of the level of an index beside its change: "rose 64 points to 4,577", "16,369 up 58 points".

    >>> counted_points("It rose 64 points to 4,577.", 21, 26), counted_points("It rose to 4,577.", 11, 16)
    ('point', None)
    """
    if text[end : end + 1] in ", " and _UP_POINTS.match(text, end):
        return "point"
    behind = text[max(0, start - 3) : start].lower() in ("to ", "at ")
    return "point" if behind and _POINTS_TO.search(text, max(0, start - REACH), start) else None


def noun_of_pair(text: str, start: int) -> str | None:
    """The noun before "or" and a figure: "another pick or two"; None where there is none.

    >>> noun_of_pair("another pick or two", 16), noun_of_pair("for a year or two", 14)
    ('pick', None)
    """
    if text[max(0, start - 3) : start].lower() != "or ":
        return None
    match = _OR_TWO.search(text, max(0, start - REACH), start)
    return None if match is None or f"{match[1].lower()}s" in NO_PLURAL else match[1].lower()


def counted_noun_before(text: str, start: int) -> str | None:
    """The counted noun of a figure by the words before it, or None: "the death toll rose to 41", "a crowd of 5,000".

    >>> counted_noun_before("The death toll rose to at least 41.", 32)
    'person'
    >>> counted_noun_before("It killed 12 and", 10), counted_noun_before("It cost 12 and", 8)
    ('person', None)
    """
    clause = text[max(0, start - REACH) : start].lower()
    for stop in ".;:!?\n(":
        clause = clause.rpartition(stop)[2]
    words = _LETTERS.findall(clause)
    while words and words[-1] in _HEDGES:
        words.pop()
    if not words:
        return None
    if words[-1] in _COUNTING["toll_verbs"]:
        found = next((_TOLL_NOUNS[word] for word in reversed(words) if word in _TOLL_NOUNS), None)
        if found:
            return found
    if words[-1] == "of" and words[-2:-1]:
        return _GROUP_NOUNS.get(words[-2])
    while words and words[-1] in ("at", "up", "to"):
        words.pop()
    return COUNTING_VERBS.get(words[-1]) if words else None


_HEDGES = frozenset(_COUNTING["hedges"])
_GROUP_NOUNS: dict[str, str] = {word: thing for thing, words in _COUNTING["group_nouns"].items() for word in words}
_TOLL_NOUNS: dict[str, str] = {word: thing for thing, words in _COUNTING["toll_nouns"].items() for word in words}


def attributive_noun(text: str, end: int) -> str | None:
    """The counted noun behind a figure and a hyphen, "the 27-member bloc"; None where the word is no such noun.

    >>> attributive_noun("the 27-member bloc", 6), attributive_noun("a 3-way tie", 3)
    ('member', None)
    """
    if text[end : end + 1] != "-":
        return None
    match = _ATTRIBUTE.match(text, end)
    noun = match[1].lower() if match else ""
    if noun not in ATTRIBUTIVE:
        return None
    return "person" if noun == "strong" else noun


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun.

    >>> is_plural("missiles"), is_plural("people"), is_plural("previous"), is_plural("across")
    (True, True, False, False)
    """
    if word in IRREGULAR_PLURALS:
        return True
    word = word.rsplit("-", 1)[-1]
    return (
        len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'" and word not in NO_PLURAL
    ) or word in IRREGULAR_PLURALS


def is_participle(word: str) -> bool:
    """Whether a lower-case word looks like a participle, which ends a noun phrase."""
    return word.endswith(("ed", "ing")) and len(word) > 5 and word not in GERUND_NOUNS


def singular_of(word: str) -> str:
    """The singular of a lower-case noun.

    >>> [singular_of(word) for word in ("containers", "people", "cities", "losses", "houses", "bus")]
    ['container', 'person', 'city', 'loss', 'house', 'bus']
    """
    word = word.removesuffix("'s").removesuffix("'")
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_labelled(text: str, start: int, *, by_case: bool = True) -> bool:
    """Whether the word before a figure makes it a name: "Flight 370", "No. 10", or by its capital "Boeing 737".

    >>> is_labelled("a Boeing 737 landed", 9), is_labelled("the toll of 737", 12)
    (True, False)
    """
    begin, word = word_before(text, start)
    if not word:
        return False
    if word.lower() in LABELS:
        return True
    if not by_case or word.islower():
        return False
    if word[0].isupper() and in_headline(text, begin):
        return not is_ordinary_word(word.lower())
    return word[0].islower() or (word[0].isupper() and sign_before(text, begin) not in _SENTENCE_STARTS)


def word_before(text: str, start: int) -> tuple[int, str]:
    """The start of the word before an offset, with a blank or a hyphen between, and the word; "" where there is none.

    >>> word_before("No. 10", 4), word_before("a Boeing-737", 9), word_before("(10)", 1)
    ((0, 'No'), (2, 'Boeing'), (1, ''))
    """
    end = start - 1
    if end <= 0 or not (text[end].isspace() or text[end] == "-"):
        return start, ""
    end -= text[end - 1] in ".'"
    begin = end
    while begin > 0 and end - begin < LONGEST_LABEL and text[begin - 1].isalpha():
        begin -= 1
    return begin, text[begin:end]


def is_capital_label(text: str, start: int) -> bool:
    """Whether the word before a figure is a label with a capital, which surely makes a name ("Boeing 737 crashes").

    >>> is_capital_label("Boeing 737 crashes", 7), is_capital_label("at this stage 12 people", 14)
    (True, False)
    """
    word = word_before(text, start)[1]
    return bool(word) and not word.islower() and word.lower() in LABELS


def is_name(text: str, start: int) -> bool:
    """Whether a number word with a capital is part of a name ("the Six Nations"): in the middle of a sentence that is
    not a headline in capitals.

    >>> is_name("won the Six Nations", 8), is_name("Killed Six People in Blast", 7), is_name("Six people", 0)
    (True, False, False)
    """
    if not text[start].isupper() or sign_before(text, start, " ".__eq__) in _ITEM_STARTS:
        return False
    return in_prose(text, start)
