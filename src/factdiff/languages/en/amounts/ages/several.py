"""The ages of several persons, each of its own: "aged 4, 6 and 9", "three- and five-year-old boys"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.ages.patterns import ADVERBS, FIRST, LETTERS, MAX_AGE, TABLE, UNIT
from factdiff.languages.en.amounts.ages.persons import is_noun_for_persons, is_person_noun, noun_before
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.languages.en.amounts.head_nouns import VERBS, counted_noun
from factdiff.languages.en.headlines.casing import as_prose
from factdiff.languages.en.names.capitalised_runs import GIVEN
from factdiff.text.patterns import late, uncompiled
from factdiff.text.triggers import pairs
from factdiff.values.amounts.age import UNIT_YEARS, Age
from factdiff.values.amounts.figure import Figure

#: how far back the beginning of a list is looked for, in characters
REACH = 120
#: how far back the last age or unit before a comma can start, in characters
LONGEST_WORD = 24
_ONE = rf"(?:[0-9]{{1,3}}(?![0-9])|{LETTERS})"
_UNIT = rf"(?P<age> (?P<unit>{UNIT})(?: old| of age)?(?!\w))?"
_END = r"(?![\w%-]|[.,:][0-9]| [0-9]{1,2}-)"
#: a list of ages up to a comma or "and", behind "aged" or behind nouns and names
_FIGURE = late(rf"(?:[0-9]|\b(?:{LETTERS}|{UNIT})) ?$", re.IGNORECASE)
_OF_LIST = rf"{_ONE}(?: {UNIT})?"
_HEAD = late(
    (
        rf"(?:\bage[ds] (?:{ADVERBS} )?|(?P<subject>[^\W\d_])(?:,| are| were) )"
        rf"{_OF_LIST}(?:, {_OF_LIST}){{0,20}} ?$"
    ).replace(" ", r"\s"),
    re.IGNORECASE,
)
_PAIR_OF_NAMES = late(r"\b([A-Z][\w'-]+)(?: [A-Z][\w'-]+)?,? (?:and|And) ([A-Z][\w'-]+)(?: [A-Z][\w'-]+)?$")
#: two nouns for a person each: "a boy and a girl"
_PAIR_OF_NOUNS = late(
    r"\b(?:an?|the|his|her|their)\s[a-z]+\sand\s(?:(?:an?|the|his|her|their)\s)?([a-z]+)$", re.IGNORECASE
)
_WORD = late(r" ([a-z]+)", re.IGNORECASE)


def age_of(match: re.Match[str]) -> Built:
    """The age of a match, or None where it is too high for one."""
    figure = read_figure(" ".join(match["amount"].lower().split()))
    unit = match.groupdict().get("unit")
    size = UNIT_YEARS[unit.lower().rstrip("s")] if unit else 1.0
    if figure is None or not 0 < figure.stated * size <= MAX_AGE:
        return None
    if unit:
        figure = Figure(figure.stated * size, size, size == 1.0, figure.significant)
    return Found(Age(figure=figure), match.start("amount"), match.end("age") if unit else match.end("amount"))


def age_in_list(match: re.Match[str], setting: Setting) -> Built:
    """A further age of a list, or the first behind the persons: "aged 4, 6 and 9", "his sons, 12 and 15,"."""
    text, comma = setting.text, match["joint"].strip() == ","
    if match["more"] is None and (comma or is_counted(text, match.end())):
        return None
    after_figure = _FIGURE.search(text, max(0, match.start() - LONGEST_WORD), match.start())
    head = _HEAD.search(text, max(0, match.start() - REACH), match.start()) if after_figure else None
    if head is None:
        return age_of(match) if comma and are_persons(text, match.start()) else None
    return age_of(match) if head["subject"] is None or are_persons(text, head.end("subject")) else None


def first_of_several(match: re.Match[str], setting: Setting) -> Built:
    """The first of some ages behind a verb and persons: "The boys were 14 and 16"; of one age behind "both"."""
    text, end = setting.text, match.start() - 1
    if match["both"] is not None:
        end = text.rfind(" ", 0, end)
    both = noun_before(text, end).lower() == "both" or match["both"] is not None
    rest = _REST.match(text, match.end())
    if (match["more"] is None and not both) or (rest is not None and is_counted(text, rest.end())):
        return None
    return age_of(match) if are_persons(text, end) or (both and match["more"] is None) else None


def are_persons(text: str, end: int) -> bool:
    """Whether a noun for persons, a pair of these or of names ends at an offset: "his sons", "Ben and Lily Hart"."""
    pair = _PAIR_OF_NAMES.search(text, max(0, end - 60), end)
    noun = noun_before(text, end)
    if is_noun_for_persons(noun) or noun.lower() in TABLE["pairs"]:
        return True
    nouns = _PAIR_OF_NOUNS.search(text, max(0, end - 60), end)
    return (pair is not None and not GIVEN.isdisjoint(pair.groups())) or (
        nouns is not None and is_person_noun(nouns[1])
    )


def is_counted(text: str, end: int) -> bool:
    """Whether a noun follows that the figure counts: "aged 4 and 6 other people", but not "aged 4 and 6 died"."""
    word = _WORD.match(as_prose(text, end), end)
    if word is None or word[1].lower() in VERBS or word[1].lower().endswith("ed"):
        return False
    return counted_noun(text, end) is not None


def hanging_age(match: re.Match[str], _: Setting) -> Built:
    """The range of "18- to 24-year-olds" and "a two-to-three-year-old", the first age of "three- and five-year-old"."""
    low, high = (read_figure(match[name].lower()) for name in ("amount", "last"))
    if low is None or high is None:
        return None
    size = UNIT_YEARS[match["unit"].lower()]
    if match["joint"].strip(" -").lower() not in ("to", "through"):
        return Found(Age(figure=in_years(low, size)), match.start("amount"), match.end("amount"))
    if low.stated >= high.stated:
        return None
    return Age(figure=in_years(low, size), upper=in_years(high, size))


def in_years(figure: Figure, size: float) -> Figure:
    """A figure of units of ``size`` years, in years."""
    return figure if size == 1.0 else Figure(figure.stated * size, size, False, figure.significant)


_REST = late(rf"(?:,\s{_OF_LIST}){{0,20}},?\s(?:and|or|&)\s{_OF_LIST}".replace("(?: ", r"(?:\s"), re.IGNORECASE)
_MORE = rf"(?P<more>(?=(?:, {_OF_LIST}){{0,20}},? (?:and|or|&) {_OF_LIST}{_END}))"

#: rules that are tried behind their first word or sign, at the figure
CUED = (
    Rule(
        "age-list",
        {",", "and", "or", "&"},
        uncompiled(rf"(?P<joint>, (?:and |or )?|(?:and|or|&) )(?P<amount>{_ONE}){_UNIT}{_END}{_MORE}?"),
        age_in_list,
    ),
    Rule(
        "age-list-said",
        {"are", "were", "both"},
        uncompiled(
            rf"(?:are |were |(?P<both>(?:(?<=are\s)|(?<=were\s))both ))(?P<amount>{_ONE}){_UNIT}{_END}"
            rf"(?:{_MORE}|(?=[.,;:!?)\"'](?:\s|$)|\s*$))"
        ),
        first_of_several,
    ),
)

RULES = (
    Rule(
        "age-hanging",
        pairs(FIRST, "-"),
        uncompiled(
            rf"(?<![\w.,-])(?P<amount>{_ONE})-(?P<joint>to-|,| to | through | and | or )"
            rf"(?:(?:an? |{_ONE}-,? |and |or )*)(?P<last>{_ONE})-(?P<unit>year|month|week|day)-olds?(?!\w)"
        ),
        hanging_age,
    ),
)
