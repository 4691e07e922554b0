"""Sums of money: a sign or code before the figure, a word or code behind it."""

from __future__ import annotations

import re

from factdiff.language import Built, Rule, Setting, either, pattern, read_table
from factdiff.languages.en.figures import AMOUNT, DIGITS, POINT, SCALE, START, TRIGGERS, VAGUE_WORDS, read_amount
from factdiff.values.money import Money

_TABLE = read_table("factdiff.languages.en", "currencies.toml")
SIGNS: dict[str, str] = _TABLE["signs"]
CODES = frozenset(_TABLE["codes"]["known"].split())
WORDS: dict[str, str] = {word.lower(): code for code, words in _TABLE["words"].items() for word in words}
_SIGN = either(SIGNS)
_SIGNS = "".join(sorted({letter for sign in SIGNS for letter in sign}))


def currency(written: str) -> str | None:
    """The code of a currency as written, or None where it is open."""
    written = " ".join(written.split())
    if written in CODES:
        return written
    code = SIGNS.get(written) or WORDS.get(written.lower(), "")
    return code if len(code) == 3 else None


def signed(match: re.Match[str], _: Setting) -> Built:
    """A sign, then one figure or a range whose second figure may repeat the sign."""
    again = match["again"]
    text = match["amount"] if again is None else f"{match['amount']} to {again.lstrip(_SIGNS).strip()}"
    fields = read_amount(text)
    return None if fields is None else Money(currency=currency(match["sign"]), **fields)


def between(match: re.Match[str], _: Setting) -> Built:
    """``between €40 million and €45 million``."""
    fields = read_amount(f"between {match['low']} and {match['high']}")
    return None if fields is None else Money(currency=currency(match["sign"]), **fields)


def worded(match: re.Match[str], _: Setting) -> Built:
    """A figure, then the currency."""
    fields = read_amount(match["amount"])
    return None if fields is None else Money(currency=currency(match["word"]), **fields)


_STARTS = frozenset(re.match(r"[^\W\d_]+|.", sign).group().lower() for sign in SIGNS)  # type: ignore[union-attr]

RULES = (
    Rule(
        "money-between",
        {"between"},
        pattern(rf"between (?P<sign>{_SIGN}) ?(?P<low>{POINT}) and (?:{_SIGN}) ?(?P<high>{POINT})"),
        between,
    ),
    Rule(
        "money-sign",
        _STARTS,
        pattern(
            rf"(?<![\w$])(?P<sign>{_SIGN}) ?(?P<amount>{POINT})"
            rf"(?:(?: to | ?- ?)(?P<again>{_SIGN} ?{POINT}|{DIGITS}{SCALE}))?(?![\w%])",
            cased=True,
        ),
        signed,
    ),
    Rule(
        "money-code",
        {code.lower() for code in CODES},
        pattern(rf"(?<!\w)(?P<sign>{either(CODES)}) ?(?P<amount>{POINT})(?P<again>(?!))?(?![\w%])", cased=True),
        signed,
    ),
    Rule(
        "money-word",
        TRIGGERS,
        pattern(
            rf"{START}(?P<amount>{AMOUNT}|{VAGUE_WORDS})(?: |-)(?P<word>{either(WORDS)})(?!\w|-of)",
        ),
        worded,
    ),
    Rule(
        "money-trailing",
        "0",
        pattern(rf"{START}(?P<amount>{POINT}) ?(?P<word>{either(CODES)}|[€£$₽₴])(?![\w])", cased=True),
        worded,
    ),
)
