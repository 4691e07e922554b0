"""The meaning of ambiguous forms by their context: pounds, dollars, degrees, "5m", "from 3 to 5"."""

from __future__ import annotations

import re
from functools import lru_cache

from factdiff.languages.en.amounts.units.metres import is_measured
from factdiff.tables import read_table
from factdiff.text.patterns import Body, late, uncompiled

#: how far the context of an amount is read on either side, in characters
REACH = 40

_TABLE = read_table("factdiff.languages.en.amounts.units", "currencies.toml")["countries"]
#: word for a currency of several countries -> code -> the words that name its country
COUNTRIES: dict[str, dict[str, Body]] = {
    word: {
        code: uncompiled(rf"\b(?:{'|'.join(_TABLE['words'][code])})\b".replace("*", r"\w*"), cased=True)
        for code in codes
    }
    for word, codes in _TABLE["of"].items()
}
#: form of such a word, or sign -> the word
OPEN_WORDS: dict[str, str] = {form: word for word, forms in _TABLE["forms"].items() for form in forms}

_WEIGHT = late(
    r"\b(?:weigh\w*|heavy|heavier|lighter|overweight|cocaine|heroin|drugs?|explosives?|rock|freight|cargo|kg|kilos?|kilograms?|"
    r"grams?|ounces?|tonnes?|tons?|lifted|lost|baby|babies|newborn|birth weight)\b",
    re.IGNORECASE,
)
#: nouns behind "pounds of" that make money of the pounds
_MONEY_NOUNS = (
    "public|tax|taxpayers?|government|state|aid|fund\\w*|money|cash|debts?|saving\\w*|cuts|invest\\w*|lottery|losses|profits?|"
    "revenue|damages?|the|its|their|our|his|her"
)
_OF_SUBSTANCE = late(rf" of (?!(?:{_MONEY_NOUNS})\b)[a-z]", re.IGNORECASE)
_METRES = late(
    r"(?:[-\s](?:long|wide|high|tall|deep|above|below|away|sprint|race|relay|freestyle|hurdles|backstroke|butterfly|"
    r"tower|wall|waves?|yacht|vessel|boat|ship|statue|tsunami|swell|crater|drop|pool|x|by)\b|[x²³]"
    r"|\s?\([0-9.,]{1,6}\s?(?:ft|feet|foot|in|inches|yards|yd|miles?)\b|(?: and|,)? [0-9.]{1,5} ?(?:cm|ft|mm|in)\b)",
    re.IGNORECASE,
)
_TO_METRES = late(
    r"\b(?:depth|height|length|width|distance|altitude|elevation|radius|diameter)s? of(?: \w+){0,2} $|\bwithin $"
    r"|(?:\b(?:ft|feet|foot|in|inch|inches|yards?|yds?|miles?)|[0-9](?:ft|in|yds?)|['\"])\)?,? "
    r"(?:\(|or (?:about |around )?)$",
    re.IGNORECASE,
)
_CELSIUS, _FAHRENHEIT = late(r"°\s?C\b|[0-9]C\b|\bC(?:elsius|entigrade)\b"), late(r"°\s?F\b|\bFahrenheit\b")
_WEATHER = late(
    r"\b(?:temperatures?|heat\w*|cold|warm\w*|cool\w*|weather|degrees? below|hot|freez\w*|thermomet\w*)\b",
    re.IGNORECASE,
)
#: the sum in other dollars before a bracket, in which a bare "$" is of the United States
_OTHER_SUM = late(
    r"(?:(?:Australian|Canadian|New Zealand|Hong Kong|Singapore|Taiwan) dollars|"
    r"(?:A|AU|C|CA|NZ|HK|S)\$[0-9.,]+(?: ?[a-z]+)?) "
    r"\((?:about |around |some )?$"
)
_HIGHS = late(r"\b(?:temperatures?|highs?|lows?|heat|thermomet\w*|mercury|degrees|forecast\w*)\b", re.IGNORECASE)
_AMERICAN = late(r"US\$|U\.S\.? ?\$|\b(?:US|U\.S\.|American) dollars?\b|\bUSD\b")
#: American dollars as papers of other countries with dollars write them
_FOREIGN = late(r"\$US\s?[0-9]")
#: dollars whose sign may stand before the letter of their country
DOLLARS = {"A": "AUD", "N": "NZD"}
#: each from a letter on, which is quickly found
_OTHER_DOLLARS = late(
    r"A(?<!\w.)(?P<AUD>U?\$|(?:ustralian dollars?|UD)\b)|C(?<!\w.)(?P<CAD>A?\$|(?:anadian dollars?|AD)\b)|"
    r"N(?<!\w.)(?P<NZD>Z\$|(?:ew Zealand dollars?|ZD)\b)|H(?<!\w.)(?P<HKD>K\$|(?:ong Kong dollars?|KD)\b)|"
    r"S(?<!\w.)(?P<SGD>\$|(?:ingapore dollars?|GD)\b)|\$A[0-9 ]|\$NZ"
)
_DOLLARS, _EUROS = late(r"\$|\bdollars?\b", re.IGNORECASE), late(r"€|\beuros?\b", re.IGNORECASE)
_CENTS = late(
    r"\$|¢|\b(?:dollars?|cents?|rands?)\b|[0-9]c/(?:l|kg|lb|kWh|litre|unit|tonne|mile|share)\b", re.IGNORECASE
)
_KELVIN_WORDS = late(
    r"\b(?:kelvins?|temperatures?|superconduct\w*|absolute zero|cryo\w+|cooled|heated)\b", re.IGNORECASE
)
_RACES = late(
    r"\b(?:runs?|runners?|running|ran|race[sd]?|racing|marathon|jog\w*|parkrun|finish\w*|walk\w*|charity|fun)\b",
    re.IGNORECASE,
)
#: the usual lengths of races in kilometres
RACE_LENGTHS = frozenset({"3", "5", "8", "10", "12", "15", "20", "25", "30", "50", "100"})
_SPEEDS = late(
    r"\b(?:winds?|gust\w*|gale\w*|storm\w*|hurricane\w*|cyclone\w*|speed\w*|sail\w*|cruis\w*|knots|squall\w*|breeze|"
    r"steam\w*|yacht\w*|boat\w*|jet|flying)\b",
    re.IGNORECASE,
)
_RUPEES = late(r"\b(?:Pakistan\w*|Sri Lanka\w*|Nepal\w*|Mauriti\w*|Karachi|Lahore|Islamabad|Colombo|Kathmandu)\b")
_RAND = late(r"\b(?:[Rr]ands?|South Africa\w*|Johannesburg|Pretoria|Cape Town|Durban)\b")
_LAKH = late(r"\b(?:lakhs?|crores?|cr)\b", re.IGNORECASE)
_PERCENTS = late(
    r"%|\bper ?cent\b|\b(?:rates?|interest|inflation|unemployment|turnout|polls?|support|approval|yields?|growth|"
    r"basis|percentage|central bank|fed|mortgages?|share of the vote)\b",
    re.IGNORECASE,
)
_FROM = late(r"(?:^|[\s(])from (?:about |around |some |just |as little as |as few as )?$", re.IGNORECASE)
_CHANGED = late(
    r"\b(?:rose|risen|rises?|fell|fallen|falls?|dropped|drops?|gained|gains?|lost|slipped|climbed|jumped|surged|shed|added|adds?|"
    r"up|down|increased|decreased|declined)(?: by| about| nearly| almost)? $",
    re.IGNORECASE,
)
_RANGES = late(
    r"(?:^|[,(:]|\b(?:is|are|was|were|be|of|anywhere|somewhere|priced?|prices|costs?|aged?|ages|lasting|rang\w+|range|ranges|"
    r"runs?|var\w+)) ?from (?:about |around |just |some |as little as |as few as )?$",
    re.IGNORECASE,
)


def is_weight(text: str, start: int, end: int, last: int) -> bool:
    """Whether the pounds in ``text[start:last]`` are a weight and no money; ``end`` is the end of their figure.

    They are a weight in an attribute ("a 31-pound bronze"), before "of" and a substance, or near a word of weight.

    >>> is_weight("two pounds of rice", 0, 3, 10), is_weight("two pounds of public money", 0, 3, 10)
    (True, False)
    """
    if text[end] == "-" or _OF_SUBSTANCE.match(text, last):
        return True
    return _WEIGHT.search(text, max(0, start - REACH), last + REACH // 2) is not None


def is_metres(text: str, start: int, end: int) -> bool:
    """Whether "5m" is five metres by the words around it, and not five million."""
    return (
        _METRES.match(text, end) is not None
        or _TO_METRES.search(text, max(0, start - REACH), start) is not None
        or is_measured(text, start, end)
    )


def is_about_percents(text: str, start: int, end: int) -> bool:
    """Whether a point is one of a percentage by the words around it: of a rate, a poll or a yield.

    >>> is_about_percents("rates rose half a point", 11, 23), is_about_percents("he led by half a point", 10, 22)
    (True, False)
    """
    return _PERCENTS.search(text, max(0, start - 2 * REACH), end + REACH) is not None


def is_knots(text: str, start: int, end: int) -> bool:
    """Whether "40kt" is a speed by a word of wind or of ships near it, and not forty kilotonnes.

    >>> is_knots("winds of 40kt", 9, 13), is_knots("40kt of ore", 0, 4)
    (True, False)
    """
    return _SPEEDS.search(text, max(0, start - REACH), end + REACH // 2) is not None


def is_race(text: str, digits: str, start: int, end: int) -> bool:
    """Whether "10K" is a race of ten kilometres by the words around it, and not ten thousand.

    >>> is_race("She ran the 10K.", "10", 12, 15), is_race("He earns 10K.", "10", 9, 12)
    (True, False)
    """
    return digits in RACE_LENGTHS and _RACES.search(text, max(0, start - REACH), end + REACH) is not None


def is_kelvin(text: str, start: int, end: int) -> bool:
    """Whether "4K" is four kelvins by a word of temperature near it, and not four thousand."""
    return _KELVIN_WORDS.search(text, max(0, start - REACH), end + REACH) is not None


@lru_cache(maxsize=8)
def temperature_scale(text: str) -> str:
    """The one scale of temperature that a text names, or "degree" where it names none or both."""
    celsius, fahrenheit = _CELSIUS.search(text), _FAHRENHEIT.search(text)
    if (celsius is None) == (fahrenheit is None):
        return "degree"
    return "celsius" if celsius else "fahrenheit"


def degree_unit(text: str, start: int, end: int) -> str:
    """The unit of bare degrees: the scale of the text near a word of weather, and "degree" otherwise."""
    scale = temperature_scale(text)
    if scale != "degree" and _WEATHER.search(text, max(0, start - 3 * REACH), end + REACH):
        return scale
    return "degree"


def is_of_weather(text: str, start: int, end: int) -> bool:
    """Whether degrees are those of the weather, by a word of it near them."""
    return _HIGHS.search(text, max(0, start - 2 * REACH), end + REACH // 2) is not None


@lru_cache(maxsize=8)
def dollar_currency(text: str) -> str | None:
    """The currency of a bare "$": the only other dollars that the text names, or else American ones.

    None where American dollars are written "$US", so that a bare "$" is another, unknown dollar.

    >>> dollar_currency("It cost A$5m, of which $3m was paid."), dollar_currency("It cost A$5m (US$3m).")
    ('AUD', 'USD')
    >>> dollar_currency("It cost $US3m ($5m).") is None
    True
    """
    if _FOREIGN.search(text):
        return None
    named = {match.lastgroup or DOLLARS[match.group()[1]] for match in _OTHER_DOLLARS.finditer(text)}
    return named.pop() if len(named) == 1 and not _AMERICAN.search(text) else "USD"


@lru_cache(maxsize=8)
def rupee_currency(text: str) -> str | None:
    """The currency of a bare "Rs": Indian rupees, or None in a text about a country with rupees of its own."""
    return None if _RUPEES.search(text) else "INR"


@lru_cache(maxsize=8)
def cent_currency(text: str) -> str | None:
    """The currency of bare cents: that of the dollars or of the euros in the text; None where it has both or neither.

    >>> cent_currency("It fell from $2 to 34 cents."), cent_currency("It fell to 34 cents.")
    ('USD', None)
    """
    dollars, euros = _DOLLARS.search(text), _EUROS.search(text)
    if (dollars is None) == (euros is None):
        return None
    return dollar_currency(text) if dollars else "EUR"


@lru_cache(maxsize=8)
def has_cents(text: str) -> bool:
    """Whether a text names a currency with cents, so that "43c" can be cents."""
    return _CENTS.search(text) is not None


@lru_cache(maxsize=8)
def has_rand(text: str) -> bool:
    """Whether a text is about South Africa, where sums are written "R50 million"."""
    return _RAND.search(text) is not None


def is_rand(text: str, figure: str) -> bool:
    """Whether an R before a figure is the sign of the rand: before a scale, or before commas or points in a text about
    South Africa; "R101" is a road.

    >>> is_rand("It cost R250m.", "250m"), is_rand("the R101", "101"), is_rand("R1.2 in Durban", "1.2")
    (True, False, True)
    """
    return figure[-1].isalpha() or (not figure.isdigit() and has_rand(text))


def currency_of_country(word: str, text: str, start: int = 0) -> str | None:
    """The currency at an offset, named by a word that several countries use: that of the one of these countries which
    the text names, or names near it; None where it names none of them.

    >>> currency_of_country("franc", "A bank in Zurich paid 3 million francs.", 22)
    'CHF'
    >>> currency_of_country("franc", "It paid 3 million francs.", 8) is None
    True
    """
    named = countries_named(word, text)
    if len(named) > 1:
        named = countries_named(word, text[max(0, start - 2 * REACH) : start + REACH])
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(maxsize=32)
def countries_named(word: str, text: str) -> frozenset[str]:
    """The currencies that a word can be, of whose countries a text names one."""
    return frozenset(code for code, country in COUNTRIES[word].items() if country.compiled.search(text))


def currency_of(name: str | None, form: str, text: str, start: int, end: int) -> str | None:
    """The currency of a sum by its sign or word, and by the text where several countries use the sign."""
    if form in ("$", "dollar", "dollars"):
        return "USD" if form == "$" and _OTHER_SUM.search(text, max(0, start - REACH), start) else dollar_currency(text)
    if form in ("Rs", "Rs."):
        return rupee_currency(text)
    if form in ("cent", "cents", "¢", "c"):
        return cent_currency(text)
    if name is None and form in OPEN_WORDS:
        named = currency_of_country(OPEN_WORDS[form], text, start)
        return named or ("INR" if OPEN_WORDS[form] == "rupee" and _LAKH.search(text, start, end) else None)
    return name


def is_range_to(text: str, start: int) -> bool:
    """Whether the "x to y" that starts at ``start`` is a range; "from x to y" is a change, except behind words such as
    "is" and "ranges".

    >>> text = "It fell from 5 to 7 and ranges from 8 to 9."
    >>> is_range_to(text, text.index("5")), is_range_to(text, text.index("8"))
    (False, True)
    """
    if text[start : start + 2] == "0 ":
        return True
    low = max(0, start - REACH)
    return _FROM.search(text, low, start) is None or _RANGES.search(text, low, start) is not None


def is_change_by(text: str, start: int) -> bool:
    """Whether the figure at ``start`` is the size of a change, so that "to" leads to its result: "dropped $100 to
    $1,199".
    """
    return _CHANGED.search(text, max(0, start - REACH), start) is not None
