"""What became of a counted number of victims: "killed six workers", "six employees were injured", "six dead"."""

from __future__ import annotations

import re

from factdiff.language import Built, Rule, Setting, pattern, read_table
from factdiff.languages.en.counting import PERSONS, singular_of
from factdiff.languages.en.figures import ONES, TENS
from factdiff.values.term import Term

#: forms that take the victims behind them or before them -> grade
FORMS = {
    "killed": "killed", "killing": "killed", "kills": "killed", "injured": "injured", "injuring": "injured",
    "injures": "injured", "wounded": "injured", "wounding": "injured", "hurt": "injured", "dead": "killed",
    "died": "killed", "drowned": "killed", "perished": "killed", "missing": "missing",
}  # fmt: skip
VICTIMS = frozenset(read_table("factdiff.languages.en", "lexicon.toml")["things"]["person"])
SMALL = {word: str(number) for number, word in enumerate(ONES, 1)} | {"a": "1", "an": "1"}
REACH = 80

_COUNT = rf"(?P<count>an?|{'|'.join((*ONES[::-1], *TENS))}|[0-9]{{1,4}})"
_HEDGE = re.compile(r"(?:than|least|to|about|around|some|nearly|almost|over|most|many as|of|another|other)\s$", re.I)
_BEHIND = re.compile(rf"\s(?={_COUNT}\s(?P<noun>[\w-]{{1,20}}(?:\s[\w-]{{1,20}}){{0,2}}))", re.IGNORECASE)
_VERB = r"(?:was|were|is|are|(?:has|have|had)(?:\sbeen)?)(?:\s\w{2,12}ly)?"
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(\"'-])){_COUNT}(?P<noun>(?:\s[\w-]{{1,20}}){{0,4}}?)(?P<verb>\s{_VERB})?\s$", re.IGNORECASE
)


def fate(match: re.Match[str], setting: Setting) -> Built:
    """The grade of the victims that are counted directly behind or before the word."""
    form = match["term"].lower()
    found = None
    if not form.endswith("ing") and form != "kills":
        found = before(setting.text, match.start())
    if found is None and form not in ("dead", "died", "drowned", "perished", "missing", "hurt"):
        found = behind(setting.text, match.end())
    return None if found is None else Term.grade("casualty", FORMS[form], of=found)


def before(text: str, start: int) -> str | None:
    """How many persons stand before the word as those of whom it is said: "six employees were", "six"."""
    low = max(0, start - REACH)
    for match in _BEFORE.finditer(text, low, start):
        noun = match["noun"].split()
        bare = not noun and match["count"].lower() not in ("a", "an")
        if (bare or (noun and person(noun[-1]))) and not _HEDGE.search(text, low, match.start()):
            return number(match["count"])
    return None


def behind(text: str, end: int) -> str | None:
    """How many persons stand behind the word as its object: "six workers"."""
    match = _BEHIND.match(text, end)
    if match is None or not any(person(word) for word in match["noun"].split()):
        return None
    return number(match["count"])


def person(word: str) -> bool:
    """Whether a word is a noun for a person, in the singular or the plural."""
    return singular_of(word.lower()) in VICTIMS and word.lower() not in PERSONS


def number(count: str) -> str:
    """A small number as digits; larger words as they stand."""
    return SMALL.get(count.lower(), count.lower())


RULES = (Rule("term-casualty", FORMS, pattern(rf"\b(?P<term>{'|'.join(FORMS)})\b"), fate),)
