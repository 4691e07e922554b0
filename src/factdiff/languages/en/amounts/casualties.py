"""Grades of counted victims and damaged things: "killed six workers", "12 houses were destroyed"."""

from __future__ import annotations

import re
from collections.abc import Collection

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import BELOW_HUNDRED, ONES, TENS
from factdiff.languages.en.amounts.head_nouns import PERSONS, singular_of
from factdiff.tables import read_table
from factdiff.text.patterns import either, late, uncompiled
from factdiff.values.terms.term import Term

#: form of a verb with victims as its object or subject -> grade of the scale "casualty"
CASUALTY_FORMS = {
    "killed": "killed", "killing": "killed", "kills": "killed", "injured": "injured", "injuring": "injured",
    "injures": "injured", "wounded": "injured", "wounding": "injured", "hurt": "injured", "dead": "killed",
    "died": "killed", "drowned": "killed", "perished": "killed", "missing": "missing",
}  # fmt: skip
#: form of a verb with things as its object or subject -> grade of the scale "damage"
DAMAGE_FORMS = {
    "damaged": "damaged", "damaging": "damaged", "destroyed": "destroyed", "destroying": "destroyed",
    "flattened": "destroyed", "flattening": "destroyed", "gutted": "destroyed",
    "wrecked": "destroyed", "wrecking": "destroyed",
}  # fmt: skip
#: forms that take no object
INTRANSITIVE = frozenset({"dead", "died", "drowned", "perished", "missing", "hurt"})
_THINGS = read_table("factdiff.languages.en", "lexicon.toml")["things"]
VICTIMS = frozenset(_THINGS["person"])
OBJECTS = frozenset(word for name in ("building", "vehicle", "vessel", "aircraft", "store") for word in _THINGS[name])
REACH = 80

_COUNT = rf"(?P<count>(?a:an?|{either(TENS)}(?:-{either(ONES[:9])})?|{either(ONES)}|[0-9]{{1,4}}))"
_HEDGE = late(r"(?:no|than|least|to|about|around|some|nearly|almost|over|most|many as|of|another|other)\s$", re.I)
_BEHIND = late(rf"\s(?={_COUNT}\s(?P<noun>[\w-]{{1,20}}(?:\s[\w-]{{1,20}}){{0,2}}))", re.IGNORECASE)
_VERB = r"(?:was|were|is|are|(?:has|have|had)(?:\sbeen)?)(?:\s\w{2,12}ly)?"
_BEFORE = late(
    rf"(?:^|(?<=[\s(\"'-])){_COUNT}(?P<noun>(?:\s[\w-]{{1,20}}){{0,4}}?)(?P<verb>\s{_VERB})?\s$", re.IGNORECASE
)


def casualty_grade(match: re.Match[str], setting: Setting) -> Built:
    """The grade of the victims that are counted right behind or before the verb."""
    form = match["term"].lower()
    of = count_beside(form, match, setting.text, VICTIMS)
    return None if of is None else Term.grade("casualty", CASUALTY_FORMS[form], of=of)


def damage_grade(match: re.Match[str], setting: Setting) -> Built:
    """The grade of the things that are counted right behind or before the verb."""
    form = match["term"].lower()
    of = count_beside(form, match, setting.text, OBJECTS)
    return None if of is None else Term.grade("damage", DAMAGE_FORMS[form], of=of)


def count_beside(form: str, match: re.Match[str], text: str, nouns: Collection[str]) -> str | None:
    """The count of the nouns that are object or subject of a form, or None."""
    found = None
    if not form.endswith(("ing", "kills")) or form == "missing":
        found = count_before(text, match.start(), nouns)
    return count_behind(text, match.end(), nouns) if found is None and form not in INTRANSITIVE else found


def count_before(text: str, start: int, nouns: Collection[str]) -> str | None:
    """The count of the subject before a verb, or None: "six employees were", or "six" alone for persons."""
    low = max(0, start - REACH)
    for match in _BEFORE.finditer(text, low, start):
        noun = match["noun"].split()
        bare = not noun and nouns is VICTIMS and match["count"].lower() not in ("a", "an")
        if (bare or (noun and is_one_of(noun[-1], nouns))) and not _HEDGE.search(text, low, match.start()):
            return count_in_digits(match["count"])
    return None


def count_behind(text: str, end: int, nouns: Collection[str]) -> str | None:
    """The count of the object behind a verb, "six workers", or None."""
    match = _BEHIND.match(text, end)
    if match is None or not any(is_one_of(word, nouns) for word in match["noun"].split()):
        return None
    return count_in_digits(match["count"])


def is_one_of(word: str, nouns: Collection[str]) -> bool:
    """Whether a word is one of the nouns, in the singular or the plural."""
    return singular_of(word.lower()) in nouns and word.lower() not in PERSONS


def count_in_digits(count: str) -> str:
    """The count in digits.

    >>> count_in_digits("Thirty-two"), count_in_digits("a"), count_in_digits("32")
    ('32', '1', '32')
    """
    return count if count.isdigit() else str(sum(BELOW_HUNDRED[word] for word in count.lower().split("-")))


RULES = (
    Rule("term-casualty", CASUALTY_FORMS, uncompiled(rf"\b(?P<term>{'|'.join(CASUALTY_FORMS)})\b"), casualty_grade),
    Rule("term-damage", DAMAGE_FORMS, uncompiled(rf"\b(?P<term>{'|'.join(DAMAGE_FORMS)})\b"), damage_grade),
)
