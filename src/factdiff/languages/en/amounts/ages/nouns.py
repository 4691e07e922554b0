"""Ages behind a noun for a person: "a boy of nine", "women over 40", "as young as six", "the oldest 91", "both 71"."""

from __future__ import annotations

import re

from factdiff.language.rules import Built, Found, Rule, Setting
from factdiff.languages.en.amounts.ages.patterns import FULL_YEARS, MAX_AGE, TABLE, UNIT
from factdiff.languages.en.amounts.ages.persons import AGED, is_noun_for_persons, noun_before
from factdiff.languages.en.amounts.ages.predicates import BETWEEN, age_at, ends
from factdiff.languages.en.amounts.figures.readings import read_figure
from factdiff.text.patterns import either, late, uncompiled
from factdiff.values.amounts.age import UNIT_YEARS, Age
from factdiff.values.amounts.figure import Figure

#: how far before an age its noun and the article are read, in characters
REACH = 60
#: the least age behind any noun, and behind a noun for a parent, who may have so many children
MIN_OF_NOUN, MIN_OF_PARENT = 15, 30
PARENTS = frozenset(TABLE["parents"])
_PERSON_OF = late(
    r"\b(?:an?|the|this|that|one|another|his|her|little|young|old|elderly|of) (?:[\w'-]+ )?"
    rf"{either(TABLE['of'])} $".replace(" ", r"\s"),
    re.IGNORECASE,
)
#: any noun behind an indefinite article, with some words between: "a retired Swiss postman"
_NOUN_OF = late(
    r"\b(?:an?|another|one|retired|former|elderly) (?:[\w'-]+ ){0,3}?([\w-]+) $".replace(" ", r"\s"), re.IGNORECASE
)
_GROUP = late(rf"\b{either(TABLE['groups'])}\s$", re.IGNORECASE)
_TWO_NAMES = late(r"\b[A-Z][\w'-]+,? (?:and|And) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?$")


def age_of_noun(match: re.Match[str], setting: Setting) -> Built:
    """The age behind "of" and a noun for a person: "a boy of nine", "a retired postman of 68"; None for the children
    of "a mother of nine".
    """
    low = max(0, match.start() - REACH)
    if _PERSON_OF.search(setting.text, low, match.start()):
        return age_with_unit(match) if match["unit"] else age_or_two(match)
    if match["unit"]:
        return None
    noun = _NOUN_OF.search(setting.text, low, match.start())
    name = noun[1].lower().rpartition("-")[2] if noun else ""
    if name not in AGED:
        return None
    return age_or_two(match, least=MIN_OF_PARENT if name in PARENTS else MIN_OF_NOUN)


def age_or_two(match: re.Match[str], *, least: int = 2) -> Built:
    """The age at the figure of a match, or the range of two ages: "a lad of 16 or 17"."""
    built = age_at(match, least=least)
    other = read_figure(match["other"].lower()) if match["other"] else None
    if other is None or not isinstance(built, Found) or not isinstance(built.value, Age):
        return built
    low = built.value.figure
    return (
        Found(Age(figure=low, upper=other), built.start, match.end("other"))
        if low and low.stated < other.stated
        else None
    )


def age_with_unit(match: re.Match[str]) -> Built:
    """The age in any unit at the figure of a match: "a baby of five months"."""
    figure, size = read_figure(match["amount"].lower()), UNIT_YEARS[match["unit"].lower().rstrip("s")]
    if figure is None or figure.stated * size > MAX_AGE:
        return None
    if size != 1.0:
        figure = Figure(figure.stated * size, size, False, figure.significant)
    return Found(Age(figure=figure), match.start("amount"), match.end("unit"))


def age_of_group(match: re.Match[str], setting: Setting) -> Built:
    """The bound of the ages of a group, behind its hedge: "women over 40", "children under five"."""
    before = noun_before(setting.text, match.start() - 1)
    persons = is_noun_for_persons(before) or _GROUP.search(setting.text, max(0, match.start() - 24), match.start())
    return age_at(match) if persons else None


def age_of_extreme(match: re.Match[str], _: Setting) -> Built:
    """The age behind "as young as", "as old as", "the oldest" or "the youngest"."""
    return age_at(match)


def age_of_both(match: re.Match[str], setting: Setting) -> Built:
    """The age that two persons have: "The couple, both 71, were asleep"."""
    text, end = setting.text, match.start() - 2
    noun = noun_before(text, end)
    two = is_noun_for_persons(noun) or noun.lower() in TABLE["pairs"] or _TWO_NAMES.search(text, max(0, end - 60), end)
    return age_at(match) if two else None


#: rules that are tried behind their first word, at the figure
CUED = (
    Rule(
        "age-of-noun",
        {"of"},
        uncompiled(
            rf"of {BETWEEN}(?P<amount>{FULL_YEARS})(?: or (?P<other>{FULL_YEARS})| (?P<unit>{UNIT})(?!'))?{ends('of')}"
            r"(?! (?:and|or) [0-9])"
        ),
        age_of_noun,
    ),
    Rule(
        "age-of-group",
        {"over", "under", "above", "below"},
        uncompiled(rf"(?:over|under|above|below) (?P<amount>{FULL_YEARS})(?:{ends('of')}|{ends('group')})"),
        age_of_group,
    ),
    Rule(
        "age-of-extreme",
        {"as"},
        uncompiled(rf"as {BETWEEN}(?P<amount>{FULL_YEARS}){ends('of')}"),
        age_of_extreme,
    ),
    Rule(
        "age-of-oldest",
        {"oldest", "youngest", "eldest"},
        uncompiled(rf"(?:oldest|youngest|eldest) {BETWEEN}(?P<amount>{FULL_YEARS}){ends('at')}"),
        age_of_extreme,
    ),
    Rule(
        "age-of-both",
        {"both"},
        uncompiled(rf"(?<=,\s)both {BETWEEN}(?P<amount>{FULL_YEARS}){ends('at')}"),
        age_of_both,
    ),
)
