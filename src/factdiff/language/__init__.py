"""What a language is: rules that read values, and the words that tell what surrounds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import define

from factdiff import _variants
from factdiff.errors import UnknownNameError
from factdiff.language.clauses import Affirms, Denials, Orders, no_affirmations, no_denials, no_orders
from factdiff.language.lexicon import Lexicon
from factdiff.language.rules import Found, Named, Overlay, Rule, Setting, Start, no_names, no_overlay, starting


@define(slots=False, frozen=True)
class Language:
    """A language: its rules in the order that decides ties, and what is done with what they find.

    ``named`` gives the places of a text, which count where no rule finds anything. ``finish`` completes what was found
    (hedges around a figure, what is counted) without going back beyond an offset that earlier mentions have taken;
    ``overlay`` reads names, offices, quotations and stances, whose spans may hold those of what the rules found, and be
    held by one another; ``orders`` reads which of two events a sentence puts first, ``denials`` which verbs it denies,
    and ``affirms`` the modality of one that it does not; ``published`` reads the day of publication from a text;
    ``month_first`` tells the order of its numeric dates, or None; ``narrative`` tells whether a text published on a day
    tells of times long past; ``spelt`` gives a text as it is read, of the same length: without lines in capitals.
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
    spelt: Callable[[str], str] = str

    @cached_property
    def starts(self) -> Mapping[str, Start]:
        """The rules that a token can start, by its kind."""
        return starting(self.rules)

    def tried(self, kinds: Sequence[str]) -> dict[int, tuple[Rule, ...]]:
        """The rules to try at those tokens of a text that can start any, by the numbers of the tokens; behind the last
        kind stands an empty one.
        """
        return {
            number: rules
            for number, start in enumerate(map(self.starts.get, kinds))
            if start and (rules := start.followed.get(kinds[number + 1], start.alone))
        }


def load(code: str) -> Language:
    """The language of a code, or the one that reads what all languages share."""
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


def written_in(text: str, code: str) -> str:
    """The code of the language that a text is in: the given one, unless the text is plainly in another."""
    found: str | None = _variants.load("languages", "und").other_language(text, code)
    return found or code
