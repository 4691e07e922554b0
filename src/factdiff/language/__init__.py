"""Languages: the rules that read values, and the lexicon that their context is read from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import define

from factdiff import _variants
from factdiff.errors import UnknownNameError
from factdiff.language.clauses import Affirms, Denials, Orders, no_affirmations, no_denials, no_orders
from factdiff.language.lexicon import Lexicon
from factdiff.language.rules import (
    Found,
    Named,
    Overlay,
    Rule,
    Setting,
    TriggeredRules,
    no_names,
    no_overlay,
    rules_by_trigger,
)


@define(slots=False, frozen=True)
class Language:
    """A language: its rules, in the order that decides ties, its lexicon, and its other readings of a text.

    ``named`` gives the places of a text, which count where no rule finds a value. ``finish`` completes a found value
    (by hedges, by the noun that is counted), not before the offset at which the last mention ended. ``overlay`` reads
    names, offices, quotations and stances, whose spans can hold other mentions. ``orders`` reads which of two events a
    sentence puts first, ``denials`` the verbs that it denies, and ``affirms`` the modality of a verb that it affirms.
    ``published`` reads the day of publication from a text, ``month_first`` whether its numeric dates give the month
    first (None if unknown), and ``narrative`` whether a text published on a day is about times long past. ``truecased``
    is the text, in the same length, without lines in capitals.
    """

    code: str
    rules: tuple[Rule, ...]
    lexicon: Lexicon
    finish: Callable[[Found, Setting, int], Found]
    published: Callable[[str], date | None]
    month_first: Callable[[str], bool | None]
    overlay: Overlay = no_overlay
    named: Named = no_names
    orders: Orders = no_orders
    denials: Denials = no_denials
    affirms: Affirms = no_affirmations
    narrative: Callable[[str, date | None], bool] = lambda text, published: False
    truecased: Callable[[str], str] = str

    @cached_property
    def rules_by_trigger(self) -> Mapping[str, TriggeredRules]:
        """Kind of token -> the rules that it can start."""
        return rules_by_trigger(self.rules)

    def rules_at(self, kinds: Sequence[str]) -> dict[int, tuple[Rule, ...]]:
        """Number of a token -> the rules it can start, given the kinds of all tokens with an empty one at the end."""
        return {
            number: rules
            for number, start in enumerate(map(self.rules_by_trigger.get, kinds))
            if start and (rules := start.followed.get(kinds[number + 1], start.alone))
        }


def load(code: str) -> Language:
    """The language of a code, or the one for values that are written alike in all languages."""
    try:
        found: Language = _variants.load("languages", code).LANGUAGE
    except UnknownNameError:
        found = _variants.load("languages", "und").language(code)
    return found


def is_known(code: str) -> bool:
    """Whether anything is known of the language of a code beyond figures and signs.

    >>> is_known("en"), is_known("de"), is_known("xx")
    (True, True, False)
    """
    found = load(code)
    return found.code == code or found.rules != _variants.load("languages", "und").LANGUAGE.rules


def likely_language(text: str, code: str) -> str:
    """The code of the language of a text: the given one, unless the text is plainly in another."""
    found: str | None = _variants.load("languages", "und").other_language(text, code)
    return found or code
