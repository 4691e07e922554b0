"""The written forms of units, currencies and shares behind a figure.

The hundreds of forms are looked up by their first word, since a pattern of all of them would be slow.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factdiff.languages.en.headlines.casing import in_headline
from factdiff.tables import read_table
from factdiff.text.patterns import Body, late
from factdiff.values.amounts.units import unit
from factdiff.values.calendar.duration import ISO_LETTERS

_PACKAGE = "factdiff.languages.en.amounts.units"
_UNITS = {
    n: line
    for n, line in read_table(_PACKAGE, "units.toml").items()
    if n not in ("rates", "compounds", "article", "multiples")
}
_MULTIPLES = read_table(_PACKAGE, "units.toml")["multiples"]
_MONEY = read_table(_PACKAGE, "currencies.toml")
#: written form -> canonical unit
FORMS: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("forms", ())}
#: forms that only stand right behind the digits
ATTACHED_FORMS: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("attached", ())}
#: forms that only stand at the end of a clause
LAST_FORMS: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("last", ())}
#: forms that only stand before "of" or behind a fraction
PART_FORMS: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("of", ())}
CODES = frozenset(_MONEY["codes"]["known"].split())
ALIASES: dict[str, str] = _MONEY["aliases"]
SIGNS: dict[str, str] = _MONEY["signs"]
#: letters that are signs in the texts of their countries alone
LETTERS: list[str] = _MONEY["letters"]["signs"]
SHARES = {
    "%": "percent", "percent": "percent", "per cent": "percent", "percents": "percent", "pct": "percent",
    "pc": "percent",
    "percentage point": "percentage_point", "percentage points": "percentage_point",
    "pct point": "percentage_point", "pct points": "percentage_point", "ppt": "percentage_point",
    "basis point": "basis_point", "basis points": "basis_point", "bps": "basis_point", "bp": "basis_point",
}  # fmt: skip
#: unit of time -> the shorter unit in which it is expressed, and the number of these
_LONG_UNITS = {
    "decade": ("year", 10.0), "decades": ("year", 10.0), "century": ("year", 100.0), "centuries": ("year", 100.0),
    "fortnight": ("week", 2.0), "fortnights": ("week", 2.0),
}  # fmt: skip
#: signs that can also stand behind a figure
_SIGNS_BEHIND = ("€", "£", "$", "₽", "₴", "zł", "元", "¢", "₪", "₺", "RM", "₾", "₭")
#: first words of more letters than this are read with a capital, and those of one more in capitals throughout
CASED_LENGTH = 2


class UnitForm(NamedTuple):
    """The form of a unit, currency or share beside a figure.

    ``kind`` is the kind of value that the two make, ``name`` the unit or currency (None where the form leaves it open)
    and ``factor`` the number of these in one (0.01 for cents). ``position`` restricts where the form is read:
    ``attached`` to the digits, before ``of``, behind a ``large`` figure, in ``small`` letters, or ``last`` in a clause.
    """

    kind: str
    name: str | None
    factor: float = 1.0
    position: str = ""
    form: str = ""


def plural(word: str) -> str:
    """The name of a currency with its last word in the plural.

    >>> [plural(word) for word in ("Swedish krona", "yen", "Swiss franc", "penny", "Colombian peso")]
    ['Swedish kronor', 'yen', 'Swiss francs', 'pennies', 'Colombian pesos']
    """
    head, blank, last = word.rpartition(" ")
    irregular = _MONEY["plurals"]
    if last in irregular["invariant"] and word not in irregular:
        return word
    return irregular.get(word) or f"{head}{blank}{irregular.get(last) or last + 's'}"


def unit_forms() -> dict[str, UnitForm]:
    """Written form -> its entry, for all units, currencies and shares."""
    found = {form: UnitForm("percent", name, position="small" if form == "bp" else "") for form, name in SHARES.items()}
    powers = {f"{form[:-1]}^{form[-1]}": name for form, name in FORMS.items() if form[-1] in "23"}
    for position, forms in (
        ("", FORMS | powers),
        ("attached", ATTACHED_FORMS),
        ("of", PART_FORMS),
        ("last", LAST_FORMS),
    ):
        for form, name in forms.items():
            measure = unit(name)
            if measure.dimension != "duration":
                found[form] = UnitForm("quantity", name, position=position)
            elif name in ISO_LETTERS:
                found[form] = UnitForm("duration", name)
    for form, (name, factor) in _LONG_UNITS.items():
        found[form] = UnitForm("duration", name, factor)
    found["m"] = UnitForm("quantity", "metre", position="attached")  # behind a blank: "5m" may be millions
    found |= {form: UnitForm("quantity", line["unit"], line["factor"]) for form, line in _MULTIPLES.items()}
    found["below zero"] = UnitForm("quantity", "degree")
    return {form: unit_form._replace(form=form) for form, unit_form in (found | currency_forms()).items()}


def currency_forms() -> dict[str, UnitForm]:
    """Written form -> its entry, for all words, codes and signs of money behind a figure."""
    found = {sign: UnitForm("money", SIGNS[sign] or None) for sign in _SIGNS_BEHIND if sign in SIGNS}
    for code, words in _MONEY["words"].items():
        for word in words:
            found[word] = found[plural(word)] = UnitForm("money", None if code == "open" else code)
    for code, words in _MONEY["minor"].items():
        for word in words:
            unit_form = UnitForm("money", None if code == "open" else code, 0.01, "attached" if len(word) == 1 else "")
            found[word] = found[plural(word)] = unit_form
    for code, coins in _MONEY["coins"].items():
        for word, worth in coins.items():
            found[word] = UnitForm("money", None if code == "open" else code, worth, "last")
    for code, word in _MONEY["large"].items():
        found[word] = UnitForm("money", code, position="large")
    for code in sorted(CODES):
        found[code] = UnitForm("money", ALIASES.get(code, code))
        found[f"M{code}"] = UnitForm("money", ALIASES.get(code, code), 1e6)
    return found


_FIRST = late(r"[^\W\d_]+|.")
#: a blank, a hyphen or nothing, and the first word or sign of a form
_NEXT = late(r"([ \t]{1,3}|\n|-)?([^\W\d_]+|[%¢°º$€£₽₴₪₺₾₭元\"℃℉µ])")
#: the country of a unit of volume: "one US pint"
_COUNTRY = late(r" (?:US|U\.S\.|UK)(?= (?i:fluid|liquid|dry|pint|quart|gallon|ton)s?\b)")
#: the text behind a unit of one letter with a blank between it and its figure ("2-7 g")
_AFTER_LETTER = late(
    r"[).,;]|/[a-z]|\s*$|\s\([0-9]|[ \n](?:melting|boiling|freezing)\b"
    r"|[ \n](?:of|is|and|by|x|long|wide|high|deep|tall|from|above|below|away)\b",
    re.I,
)
#: the text behind a form that is read only at the end of a clause ("five grand", but not "five grand slams")
CLAUSE_END = late(
    r"[.,;:!?)\"']|\s*$"
    r"|[ \n](?:an?|per|each|every|for|in|on|to|from|and|or|but|of|by|at|into|with|worth|when|more|less|than|this|last"
    r"|next)\b",
    re.IGNORECASE,
)
#: the end of a form
_END = r"(?![\w²³]|\^[23])"


@cache
def forms_by_first_word() -> dict[str, tuple[Body, dict[str, UnitForm]]]:
    """First word -> the pattern of all forms that begin with it, and their entries."""
    by_first: dict[str, dict[str, UnitForm]] = {}
    for form, unit_form in unit_forms().items():
        first = _FIRST.match(form)[0]  # type: ignore[index]
        keys = {first}
        if len(first) > CASED_LENGTH:
            keys |= {first.lower(), first.title()}
        if len(first) > CASED_LENGTH + 1:
            keys.add(first.upper())
        for key in keys:
            by_first.setdefault(key, {})[form] = unit_form
    return {
        first: (forms_pattern(forms), {lookup_key(form): unit_form for form, unit_form in forms.items()})
        for first, forms in by_first.items()
    }


def forms_pattern(forms: dict[str, UnitForm]) -> Body:
    """The pattern of written forms, the longest first, to be compiled where their first word stands."""
    ordered = sorted(forms, key=len, reverse=True)
    written = (re.escape(form).replace(r"\ ", r"(?:[ \t]{1,3}|[\n-])") for form in ordered)
    return Body("|".join(f"{form}{_END if form[-1].isalnum() else ''}" for form in written), re.IGNORECASE)


def lookup_key(form: str) -> str:
    """The form in lower case, without hyphens, by which it is looked up."""
    return " ".join(form.replace("-", " ").split()).lower()


def unit_form_at(text: str, end: int, *, fraction: bool = False, large: bool = False) -> tuple[UnitForm, int] | None:
    """The form behind a figure that ends at ``end``, and the end of the form; None where there is none.

    ``fraction`` says that the figure is a fraction, ``large`` that it is a thousand or more.

    >>> unit_form_at("5 km away", 1)[0][:2], unit_form_at("5 kmfoo", 1), unit_form_at("250m Swiss francs", 4)[0][:2]
    (('quantity', 'kilometre'), None, ('money', 'CHF'))
    """
    following = _NEXT.match(text, end)
    if following is not None and following[2] in ("US", "U", "UK") and (country := _COUNTRY.match(text, end)):
        following = _NEXT.match(text, country.end())
    if following is None:
        return None
    word, start = following[2], following.start(2)
    group = forms_by_first_word().get(word)
    if group is None and len(word) >= CASED_LENGTH and not word.islower():
        group = forms_by_first_word().get(word.lower()) if in_headline(text, start) else None
    if group is None:
        return None
    match = group[0].match(text, start)
    if match is None:
        return None
    unit_form = group[1].get(match[0]) or group[1][lookup_key(match[0])]
    position = unit_form.position
    if position and (
        (position == "small" and not word.islower())
        or (
            position == "attached"
            and start != end
            and not (match.end() == start + 1 and _AFTER_LETTER.match(text, start + 1))
        )
        or (position == "of" and not fraction and not text.startswith(" of ", match.end()))
        or (position == "large" and not large)
        or (position == "last" and not CLAUSE_END.match(text, match.end()))
    ):
        return None
    if unit_form.form in _SIGNS_BEHIND and text[match.end() : match.end() + 1].isdigit():
        return None  # the sign of another sum
    return unit_form, match.end()
