"""What became of a counted number of victims or things: "killed six workers", "12 houses were destroyed"."""

from __future__ import annotations

import re
from collections.abc import Collection

from factdiff.language.rules import Built, Rule, Setting
from factdiff.languages.en.amounts.figures.number_words import ONES, SMALL, TENS
from factdiff.languages.en.amounts.head_nouns import PERSONS, singular_of
from factdiff.tables import read_table
from factdiff.text.patterns import either, uncompiled
from factdiff.values.terms.term import Term

#: forms that take the victims behind them or before them -> grade of "casualty"
FATES = {
    "killed": "killed", "killing": "killed", "kills": "killed", "injured": "injured", "injuring": "injured",
    "injures": "injured", "wounded": "injured", "wounding": "injured", "hurt": "injured", "dead": "killed",
    "died": "killed", "drowned": "killed", "perished": "killed", "missing": "missing",
}  # fmt: skip
#: forms that take things behind them or before them -> grade of "damage"
DAMAGES = {
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
_HEDGE = re.compile(r"(?:no|than|least|to|about|around|some|nearly|almost|over|most|many as|of|another|other)\s$", re.I)
_BEHIND = re.compile(rf"\s(?={_COUNT}\s(?P<noun>[\w-]{{1,20}}(?:\s[\w-]{{1,20}}){{0,2}}))", re.IGNORECASE)
_VERB = r"(?:was|were|is|are|(?:has|have|had)(?:\sbeen)?)(?:\s\w{2,12}ly)?"
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(\"'-])){_COUNT}(?P<noun>(?:\s[\w-]{{1,20}}){{0,4}}?)(?P<verb>\s{_VERB})?\s$", re.IGNORECASE
)


def fate(match: re.Match[str], setting: Setting) -> Built:
    """The grade of the victims that are counted directly behind or before the word."""
    form = match["term"].lower()
    of = counted_by(form, match, setting.text, VICTIMS)
    return None if of is None else Term.grade("casualty", FATES[form], of=of)


def damage(match: re.Match[str], setting: Setting) -> Built:
    """The grade of the things that are counted directly behind or before the word."""
    form = match["term"].lower()
    of = counted_by(form, match, setting.text, OBJECTS)
    return None if of is None else Term.grade("damage", DAMAGES[form], of=of)


def counted_by(form: str, match: re.Match[str], text: str, nouns: Collection[str]) -> str | None:
    """How many of some nouns a word is said of, or None."""
    found = None
    if not form.endswith(("ing", "kills")) or form == "missing":
        found = before(text, match.start(), nouns)
    return behind(text, match.end(), nouns) if found is None and form not in INTRANSITIVE else found


def before(text: str, start: int, nouns: Collection[str]) -> str | None:
    """How many stand before the word as those of whom it is said: "six employees were", and of persons "six"."""
    low = max(0, start - REACH)
    for match in _BEFORE.finditer(text, low, start):
        noun = match["noun"].split()
        bare = not noun and nouns is VICTIMS and match["count"].lower() not in ("a", "an")
        if (bare or (noun and one_of(noun[-1], nouns))) and not _HEDGE.search(text, low, match.start()):
            return number(match["count"])
    return None


def behind(text: str, end: int, nouns: Collection[str]) -> str | None:
    """How many stand behind the word as its object: "six workers"."""
    match = _BEHIND.match(text, end)
    if match is None or not any(one_of(word, nouns) for word in match["noun"].split()):
        return None
    return number(match["count"])


def one_of(word: str, nouns: Collection[str]) -> bool:
    """Whether a word is one of some nouns, in the singular or the plural."""
    return singular_of(word.lower()) in nouns and word.lower() not in PERSONS


def number(count: str) -> str:
    """A count in digits.

    >>> number("Thirty-two"), number("a"), number("32")
    ('32', '1', '32')
    """
    return count if count.isdigit() else str(sum(SMALL[word] for word in count.lower().split("-")))


RULES = (
    Rule("term-casualty", FATES, uncompiled(rf"\b(?P<term>{'|'.join(FATES)})\b"), fate),
    Rule("term-damage", DAMAGES, uncompiled(rf"\b(?P<term>{'|'.join(DAMAGES)})\b"), damage),
)
