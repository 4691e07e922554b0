"""Number words, scales, denominators and vague words of English, and the figures that number words spell."""

from __future__ import annotations

from factdiff.languages.en.amounts.figures.numerals import plain_decimal
from factdiff.tables import read_table
from factdiff.values.amounts.figure import Figure

TABLE = read_table("factdiff.languages.en.amounts.figures", "figures.toml")
ONES: list[str] = TABLE["ones"]
TENS: list[str] = TABLE["tens"]
#: scale word -> factor; the short ones stand right behind digits
SCALES: dict[str, int] = TABLE["scales"]
SHORT_SCALES: dict[str, int] = TABLE["short"]
#: number word -> its value, for all single words below one hundred
BELOW_HUNDRED: dict[str, int] = {
    **dict.fromkeys(TABLE["zero"], 0),
    **{word: number for number, word in enumerate(ONES, 1)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    "a": 1,
    "an": 1,
}
#: ordinal word -> its number, for all single words
ORDINALS: dict[str, int] = {
    **{
        f"{word}th": number
        for word, number in BELOW_HUNDRED.items()
        if 3 < number < 20 and word not in ("five", "eight")
    },
    **{f"{word[:-1]}ieth": number for word, number in BELOW_HUNDRED.items() if number >= 20},
    **{f"{scale}th": factor for scale, factor in SCALES.items()},
    **TABLE["ordinals"],
}
DENOMINATORS: dict[str, int] = {**{w: n for w, n in ORDINALS.items() if n > 2}, **TABLE["denominators"]}


def vague_words() -> dict[str, tuple[str, int]]:
    """Vague words -> their class in ``Tolerances.vague``, and their scale."""
    table = TABLE["vague"]
    found = {word: (name, 1) for word, name in table["alone"].items()}
    scales = {**SCALES, "dozen": 12}
    for word, name in table["scaled"].items():
        found |= {f"{word} {scale}": (name, factor) for scale, factor in scales.items()}
        found |= {f"{word} hundred {scale}": (name, 100 * factor) for scale, factor in SCALES.items() if factor >= 1000}
    for word, name in table["of"].items():
        found |= {f"{word} of {scale}s": (name, factor) for scale, factor in SCALES.items()}
    for name in ("thousands", "millions", "billions"):
        found[f"hundreds of {name}"] = ("hundreds", SCALES[name[:-1]])
    return found


VAGUE = vague_words()


def figure_of_words(words: str) -> Figure | None:
    """The figure that number words spell, with or without digits among them; None where they are not one number ("five
    six", "three and five").

    >>> [figure_of_words(words).stated for words in ("4 thousand 3 hundred and 21", "one point five million")]
    [4321.0, 1500000.0]
    >>> figure_of_words("twenty-one trillion three hundred").stated
    21000000000300.0
    """
    total, group, scales = 0.0, None, []
    tokens = words.replace("-", " ").split()
    for place, token in enumerate(tokens):
        name = token if token in SCALES else token.rstrip("s")
        if name in SCALES:
            scales.append((place, SCALES[name]))
            if name == "hundred":
                group = 100.0 * (1.0 if group is None else group)
            elif group is None:
                total = (total or 1.0) * SCALES[name]
            else:
                total, group = total + group * SCALES[name], None
        elif token == "point":
            return with_spoken_decimals(tokens, place)
        elif token == "and":
            if tokens[place - 1].rstrip("s") not in SCALES:
                return None  # "three and five" are two
        else:
            if group is not None and not can_follow(tokens[place - 1], token):
                return None
            digits = str(BELOW_HUNDRED[token]) if token in BELOW_HUNDRED else plain_decimal(token)
            if digits is None:
                return None
            group = (group or 0.0) + float(digits)
    total += group or 0.0
    if len(scales) == 1 and scales[0][0] == len(tokens) - 1 and scales[0][1] >= 10**5:
        return Figure.read(f"{total / scales[0][1]:g}", scales[0][1])
    return Figure.read(f"{total:.0f}" if total.is_integer() else f"{total:g}")


def can_follow(last: str, token: str) -> bool:
    """Whether a number word can follow another one: ones after tens, any after a scale word or "and".

    >>> can_follow("twenty", "five"), can_follow("five", "six"), can_follow("18", "25")
    (True, False, False)
    """
    if last in BELOW_HUNDRED:
        return BELOW_HUNDRED[last] >= 20 and 0 < BELOW_HUNDRED.get(token, 0) < 10
    return not last.isdigit()


def with_spoken_decimals(tokens: list[str], place: int) -> Figure | None:
    """The figure with decimals in words: "one point five million"."""
    whole = figure_of_words(" ".join(tokens[:place]))
    decimals, factor = "", 1
    for token in tokens[place + 1 :]:
        if token.rstrip("s") in SCALES:
            factor *= SCALES[token.rstrip("s")]
        else:
            decimals = with_more_decimals(decimals, token)
    return whole and Figure.read(f"{whole.stated:.0f}.{decimals or 0}", factor)


def with_more_decimals(decimals: str, token: str) -> str:
    """The decimals with the digits of one more token: "seventy-one" is two digits, as is "seven one"."""
    number = token if token.isdigit() else str(BELOW_HUNDRED.get(token, 0))
    if decimals.endswith("0") and decimals != "0" and len(number) == 1 and len(decimals) % 2 == 0:
        return decimals[:-1] + number
    return decimals + number
