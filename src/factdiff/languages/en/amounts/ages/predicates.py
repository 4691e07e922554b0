"""Ages behind verbs and prepositions: "The victim is 78", "she turned 40", "died at 87", "at 38 the youngest"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.ages.patterns import ADVERBS, FULL_YEARS, LETTERS, MAX_AGE, MIN_NO_HOUR, TABLE
from factdiff.languages.en.amounts.ages.persons import (
    is_noun_for_persons,
    is_person,
    is_person_noun,
    name_before,
    noun_before,
)
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.text.patterns import either, late, uncompiled
from factdiff.values.amounts.age import Age

#: the least age behind "at", below which a figure is an hour
MIN_AT = 12
#: how far back the subject of "is" is read, in characters
SUBJECT = 120
#: words between the verb and the age; a hedge among them is taken in later
BETWEEN = rf"(?:{ADVERBS} )?(?:{either(TABLE['hedges'])} )?"
_AUXILIARIES = late(
    r"(?: (?:will|would|has|have|had|is|was|to|just|only|recently|then|now|still|also|who|already|soon|believed|"
    r"thought|understood|reported)"
    r"|'(?:ll|d|ve))+$",
    re.IGNORECASE,
)
_PRONOUN = late(r"(?:^|[^\w'])(?:he|she|who|i)$", re.IGNORECASE)
_ONE_OF = late(r"\bone of\b", re.IGNORECASE)
#: a noun of one person at the beginning of a sentence, with a phrase behind it: "The victim of a raid in Oslo"
_SUBJECT = late(
    r"\s*(?:the|an?|his|her|their|another|one) (?:[\w-]+ )??([a-z-]+)"
    r" (?:of|in|from|at|behind|with|on) [^,.;:!?\n]{2,80}$",
    re.IGNORECASE,
)
_WHEN = late(r",? (?:when (?:he|she)|at the time of (?:his|her))\b", re.IGNORECASE)
#: the end of a clause
_STOP = r"(?:[.,;:!?)\"']{0,2}(?:\s*$|\n)|[.,;:!?)\"'](?:[\"'])? (?!(?:and )?[0-9])| [-\u2013\u2014] )"
#: a second verb of the same person: "is 67 and suffers"
_AND = rf"(?= and (?!an? |half\b|quarter\b|{LETTERS})[a-z])"
_DEATH = late(rf"\b{either(TABLE['deaths'])}(?: [\w'-]+,?){{0,6}}? $".replace(" ", r"\s"), re.IGNORECASE)
#: the text behind "at" and a figure that is an hour
_HOUR = r"(?! ?[0-9]| (?:[ap]\.?m|o'clock|hours|hrs|gmt|bst|est)\b)"


def ends(words: str) -> str:
    """The lookahead for the end of a clause, or for one of the words of a table."""
    return rf"(?={_STOP}| {either(TABLE['behind'][words])}\b)"


def age_behind_verb(match: re.Match[str], setting: Setting) -> Built:
    """The age behind "is" or "was" and one person: "The victim is 78", "Lindqvist was 81 when she"."""
    text = setting.text
    end = subject_end(text, match.start())
    if _PRONOUN.search(text, max(0, end - 8), end):
        return age_at(match)
    noun = noun_before(text, end)
    if is_person_noun(noun) or (is_noun_for_persons(noun) and _ONE_OF.search(text, max(0, end - 40), end)):
        return age_at(match)
    name = name_before(text, end)
    if name and (is_person(text, end) or _WHEN.match(text, match.end())):
        return age_at(match, name)
    return age_at(match) if has_person_as_subject(text, end) else None


def has_person_as_subject(text: str, end: int) -> bool:
    """Whether the subject that ends at an offset is a noun for one person with more words behind it.

    >>> has_person_as_subject("The victim of a raid in Oslo", 28), has_person_as_subject("The number of votes", 19)
    (True, False)
    """
    low = max(0, end - SUBJECT)
    low = max(low, *(text.rfind(stop, low, end) + 1 for stop in ".;:!?\n"))
    subject = _SUBJECT.match(text, low, end)
    return subject is not None and is_person_noun(subject[1])


def age_of_birthday(match: re.Match[str], setting: Setting) -> Built:
    """The age that somebody turned: "who turned 90", "She turns 18 in May"."""
    text = setting.text
    end = subject_end(text, match.start())
    name = name_before(text, end)
    return age_at(match, name if name and is_person(text, end) else None)


def age_at_death(match: re.Match[str], setting: Setting) -> Built:
    """The age at a death, a wedding or a retirement: "died at 87"; None for an hour: "died on Friday at 10"."""
    death = _DEATH.search(setting.text, max(0, match.start() - 60), match.start())
    if death is None:
        return None
    return age_at(match, least=MIN_AT if death[0].count(" ") < 2 else MIN_NO_HOUR)


def age_at_start(match: re.Match[str], _: Setting) -> Built:
    """The age at the start of a sentence, or before a rank by age: "At 81, she still teaches", "at 38 the youngest"."""
    return age_at(match, least=MIN_AT)


def age_in_aside(match: re.Match[str], setting: Setting) -> Built:
    """The age between commas behind a person: "His mother, at 93, still drives"."""
    end = match.start() - 2
    person = is_person_noun(noun_before(setting.text, end)) or is_person(setting.text, end)
    return age_at(match, least=MIN_NO_HOUR) if person else None


def subject_end(text: str, start: int) -> int:
    """The end of the subject before a verb at an offset, without auxiliaries and adverbs between."""
    low = max(0, start - 40)
    stripped = text[low:start].rstrip(" \n,'")
    found = _AUXILIARIES.search(stripped)
    while found and found[0].lower().endswith(" who"):
        return low + found.end()
    return low + len(stripped[: found.start()].rstrip(" \n,'") if found else stripped)


def age_at(match: re.Match[str], person: str | None = None, *, least: int = 2) -> Built:
    """The age at the figure of a match; None where it is below the least or above all ages."""
    figure = read_figure(" ".join(match["amount"].lower().split()))
    if figure is None or not least <= figure.stated <= MAX_AGE:
        return None
    return Found(Age(person=person, figure=figure), *match.span("amount"))


#: rules that are tried behind their first word, at the figure
CUED = (
    Rule(
        "age-said",
        {"is", "was", "be", "s", "am", "m"},
        uncompiled(rf"(?:is|was|be|am|(?<=')[sm]) {BETWEEN}(?P<amount>{FULL_YEARS})(?:{ends('is')}|{_AND})"),
        age_behind_verb,
    ),
    Rule(
        "age-reached",
        {"be", "been"},
        uncompiled(rf"be(?:en)? {BETWEEN}(?P<amount>{FULL_YEARS}){ends('be')}"),
        age_behind_verb,
    ),
    Rule(
        "age-turned",
        {"turn", "turns", "turned", "turning"},
        uncompiled(rf"turn(?:s|ed|ing)? {BETWEEN}(?P<amount>{FULL_YEARS}){ends('turned')}"),
        age_of_birthday,
    ),
    Rule(
        "age-at-death",
        {"at"},
        uncompiled(rf"at {BETWEEN}(?P<amount>{FULL_YEARS}){_HOUR}{ends('at')}"),
        age_at_death,
    ),
    Rule(
        "age-at-start",
        {"at"},
        uncompiled(
            rf"(?:(?<=[.!?\"'\n]\s)|(?<=\n)|(?<![^\n]))at {BETWEEN}(?P<amount>{FULL_YEARS}),? "
            r"(?=(?:he|she|his|her|Mrs?|Ms|Miss|Dr|Sir|Dame|Lady|Lord)\b(?!-))"
        ),
        age_at_start,
    ),
    Rule(
        "age-at-aside",
        {"at"},
        uncompiled(rf"(?<=[a-z],\s)at {BETWEEN}(?P<amount>{FULL_YEARS}),(?= (?:still|is|was|has|had|remains|the)\b)"),
        age_in_aside,
    ),
    Rule(
        "age-at-rank",
        {"at"},
        uncompiled(
            rf"at {BETWEEN}(?P<amount>{FULL_YEARS}),? (?=(?:still |already )?(?:the|one of the|among the) "
            r"(?:[\w'-]+ )?(?:youngest|oldest|eldest)\b)"
        ),
        age_at_start,
    ),
)
