"""What may stand behind a figure and makes more of it than a count: units, currencies, shares.

A figure is matched once; what follows is looked up by its first word, since there are hundreds of forms.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factdiff.languages.en.headlines.casing import in_headline
from factdiff.tables import read_table
from factdiff.values.amounts.units import unit
from factdiff.values.calendar.duration import ISO_LETTERS

_PACKAGE = "factdiff.languages.en.amounts.units"
_UNITS = {
    n: line
    for n, line in read_table(_PACKAGE, "units.toml").items()
    if n not in ("per", "compounds", "one", "multiples")
}
_MULTIPLES = read_table(_PACKAGE, "units.toml")["multiples"]
_MONEY = read_table(_PACKAGE, "currencies.toml")
#: written form -> canonical unit
FORMS: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("forms", ())}
#: forms that only stand right behind the digits
ATTACHED: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("attached", ())}
#: forms that only stand before "of" or behind a fraction
OF: dict[str, str] = {form: name for name, line in _UNITS.items() for form in line.get("of", ())}
CODES = frozenset(_MONEY["codes"]["known"].split())
ALIASES: dict[str, str] = _MONEY["aliases"]
SIGNS: dict[str, str] = _MONEY["signs"]
SHARES = {
    "%": "percent", "percent": "percent", "per cent": "percent", "percents": "percent", "pct": "percent",
    "pc": "percent",
    "percentage point": "percentage_point", "percentage points": "percentage_point",
    "pct point": "percentage_point", "pct points": "percentage_point", "ppt": "percentage_point",
    "basis point": "basis_point", "basis points": "basis_point", "bps": "basis_point",
}  # fmt: skip
#: units of time that are so many of a shorter one
_LONGER = {
    "decade": ("year", 10.0), "decades": ("year", 10.0), "century": ("year", 100.0), "centuries": ("year", 100.0),
    "fortnight": ("week", 2.0), "fortnights": ("week", 2.0),
}  # fmt: skip
#: signs that stand behind a figure as well
_BEHIND = ("€", "£", "$", "₽", "₴", "zł", "元", "¢", "₪", "₺", "RM", "₾", "₭")
#: first words of more letters than this are read with a capital, and those of one more in capitals throughout
SHORT = 2


class Tail(NamedTuple):
    """What stands behind a figure: the ``kind`` of value that it makes, the ``name`` of its unit or currency (None
    where that is open), a ``factor`` (cents), where it may stand (``""``, ``attached``, ``of``, ``large``,
    ``last``), its form.
    """

    kind: str
    name: str | None
    factor: float = 1.0
    where: str = ""
    form: str = ""


def plural(word: str) -> str:
    """The plural of the last word of the name of a currency.

    >>> [plural(word) for word in ("Swedish krona", "yen", "Swiss franc", "penny", "Colombian peso")]
    ['Swedish kronor', 'yen', 'Swiss francs', 'pennies', 'Colombian pesos']
    """
    head, blank, last = word.rpartition(" ")
    irregular = _MONEY["plurals"]
    if last in irregular["invariant"] and word not in irregular:
        return word
    return irregular.get(word) or f"{head}{blank}{irregular.get(last) or last + 's'}"


def tails() -> dict[str, Tail]:
    """Every form with what it makes of a figure."""
    found = {form: Tail("percent", name) for form, name in SHARES.items()}
    powers = {f"{form[:-1]}^{form[-1]}": name for form, name in FORMS.items() if form[-1] in "23"}
    for where, forms in (("", FORMS | powers), ("attached", ATTACHED), ("of", OF)):
        for form, name in forms.items():
            measure = unit(name)
            if measure.dimension != "duration":
                found[form] = Tail("quantity", name, where=where)
            elif name in ISO_LETTERS:
                found[form] = Tail("duration", name)
    for form, (name, factor) in _LONGER.items():
        found[form] = Tail("duration", name, factor)
    found["m"] = Tail("quantity", "metre", where="attached")  # behind a blank: "5m" may be millions
    found |= {form: Tail("quantity", line["unit"], line["factor"]) for form, line in _MULTIPLES.items()}
    found["below zero"] = Tail("quantity", "degree")
    return {form: tail._replace(form=form) for form, tail in (found | sums()).items()}


def sums() -> dict[str, Tail]:
    """Every word, code and sign of money that stands behind a figure."""
    found = {sign: Tail("money", SIGNS[sign] or None) for sign in _BEHIND if sign in SIGNS}
    for code, words in _MONEY["words"].items():
        for word in words:
            found[word] = found[plural(word)] = Tail("money", None if code == "open" else code)
    for code, words in _MONEY["minor"].items():
        for word in words:
            tail = Tail("money", None if code == "open" else code, 0.01, "attached" if len(word) == 1 else "")
            found[word] = found[plural(word)] = tail
    for code, coins in _MONEY["coins"].items():
        for word, worth in coins.items():
            found[word] = Tail("money", None if code == "open" else code, worth, "last")
    for code, word in _MONEY["large"].items():
        found[word] = Tail("money", code, where="large")
    for code in sorted(CODES):
        found[code] = Tail("money", ALIASES.get(code, code))
        found[f"M{code}"] = Tail("money", ALIASES.get(code, code), 1e6)
    return found


_FIRST = re.compile(r"[^\W\d_]+|.")
#: a blank, a hyphen or nothing, and the first word or sign of a form
_NEXT = re.compile(r"([ \t]{1,3}|\n|-)?([^\W\d_]+|[%¢°º$€£₽₴₪₺₾₭元\"℃℉µ])")
#: what may stand behind one letter that a blank separates from its figure ("2-7 g")
_ALONE = re.compile(r"[).,;]|\s*$|[ \n](?:of|is|and|by|x|long|wide|high|deep|tall|from|above|below|away)\b", re.I)
#: what may stand behind a form that only ends a clause ("five grand"; "five grand slams" are none)
LAST = re.compile(
    r"[.,;:!?)\"']|\s*$"
    r"|[ \n](?:an?|per|each|every|for|in|on|to|from|and|or|but|of|by|at|into|with|worth|when|more|less|than)\b",
    re.IGNORECASE,
)
#: what a form must not run on into
_END = r"(?![\w²³]|\^[23])"


@cache
def groups() -> dict[str, tuple[re.Pattern[str], dict[str, Tail]]]:
    """First word -> the pattern of all forms that begin with it, and what they make of a figure."""
    by_first: dict[str, dict[str, Tail]] = {}
    for form, tail in tails().items():
        first = _FIRST.match(form)[0]  # type: ignore[index]
        keys = {first}
        if len(first) > SHORT:
            keys |= {first.lower(), first.title()}
        if len(first) > SHORT + 1:
            keys.add(first.upper())
        for key in keys:
            by_first.setdefault(key, {})[form] = tail
    return {
        first: (alternatives(forms), {plain(form): tail for form, tail in forms.items()})
        for first, forms in by_first.items()
    }


def alternatives(forms: dict[str, Tail]) -> re.Pattern[str]:
    """The pattern of some forms, the longest first."""
    ordered = sorted(forms, key=len, reverse=True)
    written = (re.escape(form).replace(r"\ ", r"(?:[ \t]{1,3}|[\n-])") for form in ordered)
    return re.compile("|".join(f"{form}{_END if form[-1].isalnum() else ''}" for form in written), re.IGNORECASE)


def plain(form: str) -> str:
    """A form as it is looked up."""
    return " ".join(form.replace("-", " ").split()).lower()


def tail_at(text: str, end: int, *, part: bool = False, large: bool = False) -> tuple[Tail, int] | None:
    """What stands behind a figure that ends at ``end``, and where that ends; ``part`` says that the figure is a
    fraction, ``large`` that it is one of thousands or more.

    >>> tail_at("5 km away", 1)[0][:2], tail_at("5 kmfoo", 1), tail_at("250m Swiss francs", 4)[0][:2]
    (('quantity', 'kilometre'), None, ('money', 'CHF'))
    """
    following = _NEXT.match(text, end)
    if following is None:
        return None
    word, start = following[2], following.start(2)
    group = groups().get(word)
    if group is None and len(word) >= SHORT and not word.islower():
        group = groups().get(word.lower()) if in_headline(text, start) else None
    if group is None:
        return None
    match = group[0].match(text, start)
    if match is None:
        return None
    tail = group[1].get(match[0]) or group[1][plain(match[0])]
    where = tail.where
    if where and (
        (where == "attached" and start != end and not (match.end() == start + 1 and _ALONE.match(text, start + 1)))
        or (where == "of" and not part and not text.startswith(" of ", match.end()))
        or (where == "large" and not large)
        or (where == "last" and not LAST.match(text, match.end()))
    ):
        return None
    if tail.form in _BEHIND and text[match.end() : match.end() + 1].isdigit():
        return None  # the sign of another sum
    return tail, match.end()
