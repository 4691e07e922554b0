"""Counts without a figure: "No one was hurt", "both drivers", "A man and a woman were killed", "It killed a miner"."""

from __future__ import annotations

import re

from factdiff.language.rules import CLAIM, Built, Found, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import TABLE
from factdiff.languages.en.amounts.head_nouns import IRREGULAR_PLURALS, counted_casualties, counted_noun, singular_of
from factdiff.languages.en.headlines.casing import in_headline
from factdiff.languages.en.names.cue_words import sign_before
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, pattern, uncompiled
from factdiff.text.triggers import openings, pairs
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.number import Number

#: noun for a group of persons -> their number
GROUPS: dict[str, float] = TABLE["groups"]
_THINGS = read_table("factdiff.languages.en", "lexicon.toml")["things"]
PERSONS = frozenset(_THINGS["person"])
#: nouns of which "both" and "none" are counts
THINGS = frozenset(noun for nouns in _THINGS.values() for noun in nouns) | {*TABLE["counts"]["counted"]}
#: nouns of which a pair is one thing, and those of which it is no count
SINGLE, PAIRED = frozenset(TABLE["counts"]["single"]), frozenset(TABLE["counts"]["paired"])
#: words for no person, and nouns of which "no" leaves none
NOBODY, VICTIMS = ("no one", "no-one", "nobody", "none"), TABLE["counts"]["victims"]
_OF_THE = pattern(
    r" of (?:the|those|these|them|his|her|its|their)(?: [0-9]{1,4}| {number})?(?!\w)", number=either(TABLE["ones"])
)
_FATE = late(r"[ \n](?:hurt|injured|killed|harmed|missing|arrested|dead)\b", re.IGNORECASE)
#: the verb behind "both" as a subject
_SUBJECT = late(
    r"[ \n](?:will|would|can|could|must|may|were|are|have|had|do|did|won|lost|pleaded|denied|admitted)\b", re.I
)
#: how far back a list of persons can begin, in characters
REACH = 80
_TWO_WORDS = late(r"[ \n]([^\W\d_]+)(?:[ \n]([^\W\d_]+))?")
_AND = late(r"[ \n](?:[\w'-]+[ \n]){0,4}?and[ \n]", re.IGNORECASE)
_REPORTED = (
    r"(?: (?:of|were|was|have been|has been|are|is|had been|from|in|among|on|so far|after|when|and|or|but)\b"
    r"|[.,;:!?)]|\s*$)"
)
_VERB = r"(?= (?:were|are|have|had|died|drowned|survived|escaped|suffered)\b)"
#: the nouns for one person that may be a victim
ONE_VICTIM = (PERSONS | {*TABLE["counts"]["persons"]}) - {*TABLE["counts"]["many"]}
#: how far back the verb of a victim stands, in characters
REACH_OF_VERB = 70
#: the verb and the article before a victim
_KILLED = late(r"\b(?P<verb>killing|killed|kills|kill)\san?\s(?:[\w-]{1,20}\s){0,3}$", re.IGNORECASE)
#: what shows that nobody was killed there, that it was another time, or that a person did it
_UNREAL = late(
    r"\b(?:not|n't|never|without|nearly|almost|may|might|could|would|if|to|of|for|who|he|she|they|had|suspected|accused)"
    r"\s(?:have\s)?$",
    re.IGNORECASE,
)
#: what shows that there are more victims
_MORE = late(r"(?:,|,?\sand)\s(?:an?|another|one|two|three|four|five|his|her|their|[0-9])\b", re.IGNORECASE)
_DIES = late(r"\s(?:dies|dead|killed)\b(?!,?\sas\sa\b)", re.IGNORECASE)


def none_of(match: re.Match[str], setting: Setting) -> Built:
    """The zero of "No one was hurt" or "None of the miners"; the claim of "No one knows"."""
    text = setting.text
    members = _OF_THE.match(text, match.end())
    fate = "person" if _FATE.match(text, match.end()) else None
    counted = fate or counted_casualties(text, match.end()) or (thing_at(text, members.end()) if members else None)
    return Number(figure=Figure.exactly(0), counted=counted) if counted else CLAIM


def thing_at(text: str, end: int) -> str | None:
    """The singular of a noun for persons or things that follows, with one word at most between, or None.

    >>> thing_at("both bus drivers", 4), thing_at("both sides", 4), thing_at("both increased referrals", 4)
    ('driver', None, None)
    """
    words = _TWO_WORDS.match(text, end)
    if words is None:
        return None
    many = [word.lower() for word in words.groups("") if is_many(word.lower())]
    return next((noun for noun in map(singular_of, many) if noun in THINGS), None)


def is_many(word: str) -> bool:
    """Whether a lower-case noun is a plural, or one that stands for many: "crew"."""
    return singular_of(word) != word or word in IRREGULAR_PLURALS


def no_victims(match: re.Match[str], _: Setting) -> Built:
    """The zero of "no injuries were reported"."""
    return Found(Number(figure=Figure.exactly(0), counted=counted_noun(match[0], 2)), match.start(), match.start() + 2)


def both(match: re.Match[str], setting: Setting) -> Built:
    """The two of "both drivers" or "Both were hurt"; None for "both sides" and "both men and women"."""
    text = setting.text
    counted = counted_casualties(text, match.end())
    if counted is None and not _SUBJECT.match(text, match.end()):
        members = _OF_THE.match(text, match.end())
        counted = thing_at(text, members.end() if members else match.end())
        if counted is None or _AND.match(text, match.end()):
            return None
    return Number(figure=Figure.exactly(2), counted=counted)


def group_of_persons(match: re.Match[str], setting: Setting) -> Built:
    """The number of persons in a group, "a trio of burglars", "the pair were held", or the two of "a pair of swans";
    one for "a pair of trousers", and None for "a pair of shoes".
    """
    things = "person" if match["verb"] is not None else counted_noun(setting.text, match.end())
    many = GROUPS[match["group"].lower()]
    if things is None or things in PAIRED or (things not in PERSONS and match["group"].lower() != "pair"):
        return None
    if things in SINGLE:
        many = 1.0
    return Found(Number(figure=Figure.exactly(many), counted=things), *match.span("group"))


def persons_listed(match: re.Match[str], setting: Setting) -> Built:
    """The number of persons that are listed one by one: "A man, a woman and a child were killed"; in a headline without
    articles: "Man and Woman Held".
    """
    text, start = setting.text, match.start()
    if match["held"] is not None:
        head = in_headline(text, start) or sign_before(text, start, " ".__eq__) in ("", "\n", ":")
        return Found(Number(figure=Figure.exactly(2), counted="person"), *match.span("persons")) if head else None
    before = _ARTICLES.search(text, max(0, start - REACH), start)
    if before is None:
        return None
    many = 2 + before[0].count(",")
    return Found(Number(figure=Figure.exactly(many), counted="person"), before.start(), match.end())


def victim(match: re.Match[str], setting: Setting) -> Built:
    """The one person whom something killed, or who dies in a headline; None where there are more, or where it is told
    of a person's deed.
    """
    text, start, end = setting.text, *match.span()
    if (start == 0 or text[start - 1] == "\n") and _DIES.match(text, end):
        return Number(figure=Figure.exactly(1), counted="person")
    verb = _KILLED.search(text, max(0, start - REACH_OF_VERB), start)
    if verb is None or _MORE.match(text, end) or _UNREAL.search(text, max(0, verb.start() - 16), verb.start()):
        return None
    return Number(figure=Figure.exactly(1), counted="person")


def one_of_them(match: re.Match[str], _: Setting) -> Built:
    """The one of several persons who died: "one of them has died"."""
    return Found(Number(figure=Figure.exactly(1), counted="person"), *match.span("one"))


_PERSON = either(PERSONS)
_ARTICLES = late(rf"(?<![\w-])(?:an? {_PERSON}, ){{0,4}}an? $".replace(" ", r"\s"), re.IGNORECASE)
_ONE_MORE = rf"(?:an?|another|one|his|her|their) (?:[a-z]{{3,12}} )?{_PERSON}"

_GROUP = rf"(?:wounded|injured|hurt|{either(f'{noun}s' for noun in ONE_VICTIM)})"

RULES = (
    Rule(
        "number-group",
        GROUPS,
        uncompiled(
            rf"(?<![\w-])(?P<group>{either(GROUPS)})(?: of(?= [a-z])|(?P<verb>(?= (?:were|are|have|had|who)\b)))"
        ),
        group_of_persons,
    ),
    Rule("number-none", openings(NOBODY), uncompiled(rf"(?<![\w-]){either(NOBODY)}(?: else)?(?![\w-])"), none_of),
    Rule("number-no-victims", pairs("no", *VICTIMS), uncompiled(rf"no {either(VICTIMS)}(?={_REPORTED})"), no_victims),
    Rule("number-both", {"both"}, uncompiled(r"(?<![\w-])both(?![\w-])"), both),
    Rule(
        "number-persons",
        pairs(PERSONS, "and", "&"),
        uncompiled(
            rf"(?<![\w-])(?:(?P<persons>{_PERSON} (?:and|&) {_PERSON}) (?P<held>{either(TABLE['counts']['fates'])}\b)"
            rf"|{_PERSON} and {_ONE_MORE}{_VERB})"
        ),
        persons_listed,
    ),
    Rule("number-victim", ONE_VICTIM, uncompiled(rf"(?<![\w-]){either(ONE_VICTIM)}(?![\w'-])"), victim),
    Rule(
        "number-one-of-them",
        pairs("one", "of"),
        uncompiled(
            rf"(?<![\w-])(?P<one>one) of (?:them|those|(?:the|these) (?:[a-z-]{{1,20}} )?{_GROUP})"
            r"(?: (?:has|have|had|later|since)){0,2} (?:died|was killed|is dead|drowned)\b"
        ),
        one_of_them,
    ),
)
