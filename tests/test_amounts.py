"""Any amount in any supported form is read back as an equal value."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factdiff import Relation, find_mentions, normalize, relate
from factdiff.languages.en.amounts.figures.number_words import DENOMINATORS, ONES, SCALES, SHORT_SCALES, TENS
from factdiff.languages.en.amounts.hedges import BEFORE, BEHIND
from factdiff.languages.en.amounts.units.unit_words import ALIASES, CODES, FORMS, SHARES, SIGNS
from factdiff.values.amounts.age import Age
from factdiff.values.amounts.amount import INFINITY
from factdiff.values.amounts.figure import Figure
from factdiff.values.amounts.money import Money
from factdiff.values.amounts.number import Number
from factdiff.values.amounts.percent import Percent
from factdiff.values.amounts.quantity import Quantity
from factdiff.values.amounts.units import units

#: units whose name is written with a figure before it and with no blank between the two in the text
MEASURES = sorted(form for form, name in FORMS.items() if units()[name].dimension != "duration")
BIG = [(name, factor) for name, factor in SCALES.items() if factor >= 10**5]
#: scale letters that are no unit or currency of their own behind a figure
LETTERS = [(name, SHORT_SCALES[name]) for name in ("k", "mn", "mln", "bn", "bln", "tn", "trn")]
#: how thousands are grouped
MARKS = {
    "plain": "",
    "grouped": ",",
    "spaced": "\N{NARROW NO-BREAK SPACE}",
    "swiss": "\N{RIGHT SINGLE QUOTATION MARK}",
}
AGES = ["{}-year-old", "{} years old", "aged {}", "{} years of age"]


def below_thousand(number):
    hundreds, rest = divmod(number, 100)
    words = [f"{ONES[hundreds - 1]} hundred"] if hundreds else []
    if rest:
        small = ONES[rest - 1] if rest < 20 else TENS[rest // 10 - 2] + (f"-{ONES[rest % 10 - 1]}" if rest % 10 else "")
        words.append(small)
    return " and ".join(words)


def spell(number):
    parts = []
    for factor, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (1, "")):
        count, number = divmod(number, factor)
        if count:
            parts.append(f"{below_thousand(count)} {name}".strip())
    return " ".join(parts)


@st.composite
def figures(draw):
    """A figure in one of its written forms, and what it says."""
    form = draw(st.sampled_from([*MARKS, "words", "scaled", "letter", "decimal", "half"]))
    whole = draw(st.one_of(st.integers(2, 99), st.integers(2, 999_999)))
    if form == "words":
        return spell(whole), Figure.read(str(whole))
    if form == "decimal":
        written = f"{draw(st.integers(2, 9_999)):,}.{draw(st.integers(0, 99)):02}"
        return written, Figure.read(written.replace(",", ""))
    if form in ("scaled", "letter"):
        name, factor = draw(st.sampled_from(BIG if form == "scaled" else LETTERS))
        mantissa = draw(st.one_of(st.integers(2, 999).map(str), st.decimals(2, 99, places=1).map(str)))
        return f"{mantissa}{' ' * (form == 'scaled')}{name}", Figure.read(mantissa, factor)
    if form == "half":
        ones, (name, factor) = draw(st.integers(1, 10)), draw(st.sampled_from([("million", 10**6), ("billion", 10**9)]))
        return f"{ONES[ones - 1]} and a half {name}", Figure.read(f"{ones}.5", factor)
    return f"{whole:,}".replace(",", MARKS[form]), Figure.read(str(whole))


def same(written, value):
    """Whether a text is read whole as one value that equals another."""
    again = normalize(written, kind=value.kind)
    assert relate(again, value) is Relation.EQUAL, (written, str(again), str(value))
    assert abs(again.stated - value.stated) <= 1e-9 * abs(value.stated), (written, again.stated, value.stated)


@given(figures())
def test_counts(figure):
    written, says = figure
    same(f"{written} containers", Number(figure=says, counted="container"))


@given(figures(), st.sampled_from(MEASURES))
def test_quantities_in_every_written_unit(figure, form):
    written, says = figure
    same(f"{written} {form}", Quantity(figure=says, unit=FORMS[form]))


@given(figures(), st.sampled_from(sorted(SHARES)))
def test_shares(figure, form):
    written, says = figure
    same(f"{written} {form}", Percent(figure=says, unit=SHARES[form]))


#: signs that say which currency they are; "R" is read where the text speaks of rand alone
NAMED_SIGNS = sorted(sign for sign, code in SIGNS.items() if code and sign != "R")


@given(figures(), st.sampled_from(NAMED_SIGNS))
def test_money_behind_every_sign(figure, sign):
    written, says = figure
    same(f"{sign}{' ' * sign[-1].isalpha()}{written}", Money(figure=says, currency=SIGNS[sign]))


@given(figures(), st.sampled_from(sorted(CODES)), st.booleans())
def test_money_with_every_code(figure, code, before):
    written, says = figure
    same(f"{code} {written}" if before else f"{written} {code}", Money(figure=says, currency=ALIASES.get(code, code)))


@given(st.integers(1, 120), st.sampled_from(AGES), st.booleans())
def test_ages(years, form, words):
    written = spell(years) if words else str(years)
    same(form.format(written), Age(figure=Figure.read(str(years))))


#: denominators that are no other noun, and what they divide by
PARTS = sorted((word, over) for word, over in DENOMINATORS.items() if 4 < over < 100)


@given(st.integers(1, 99), st.sampled_from(PARTS), st.booleans())
def test_fractions_in_words(count, part, minus):
    word, over = part
    written = f"{'minus ' * minus}{spell(count)} {word}{'s' * (count > 1)}"
    value = normalize(written, kind="number")
    assert abs(value.stated - (1 - 2 * minus) * count / over) < 1e-9, written


@given(
    st.integers(3, 8), st.integers(0, 11), st.sampled_from(["{}'{}\"", "{}-foot-{}", "{}ft {}in", "{} feet {} inches"])
)
def test_heights(feet, inches, form):
    same(form.format(feet, inches), Quantity(unit="inch", figure=Figure.exactly(12 * feet + inches)))


@given(st.integers(2, 19), st.sampled_from(["{}fold", "{}-fold"]))
def test_folds(times, form):
    value = normalize(form.format(ONES[times - 1]), kind="number")
    assert (value.stated, value.counted) == (times, "time")


@given(figures(), st.sampled_from(sorted(BEFORE)))
def test_hedges_before_a_figure(figure, hedge):
    written, says = figure
    modifier = BEFORE[hedge]
    wanted = Number(figure=evolve(says, exact=True) if modifier == "exact" else says, counted="container")
    same(f"{hedge} {written} containers", wanted if modifier == "exact" else evolve(wanted, modifier=modifier))


@given(figures(), st.sampled_from(sorted(words for words in BEHIND if words[0].isalpha() and words != "plus")))
def test_hedges_behind_a_figure(figure, hedge):
    written, says = figure
    (mention,) = find_mentions(f"It held {written} {hedge}.", kinds=["number"])
    assert relate(mention.value, Number(figure=says, modifier=BEHIND[hedge])) is Relation.EQUAL


@given(figures(), figures(), st.sampled_from(["{} to {}", "between {} and {}"]))
def test_ranges(one, two, form):
    (low, a), (high, b) = sorted((one, two), key=lambda figure: figure[1].stated)
    if a.stated == b.stated or (low[-1].isdigit() and not high[-1].isdigit()) or low.count(" ") or high.count(" "):
        return  # "5 to 10 million" lends the first figure its scale
    same_range(form.format(low, high), a, b)


def same_range(written, low, high):
    again = normalize(f"{written} containers", kind="number")
    assert again.to_dict()["modifier"] == "between", written
    region = again.region()
    assert abs(region.low - low.stated) <= 1e-9 * low.stated
    assert abs(region.high - high.stated) <= 1e-9 * high.stated


@given(figures(), figures(), st.sampled_from(sorted(set(BEFORE.values()) - {"exact"})))
def test_a_hedge_that_opens_a_bound_keeps_the_figure(one, two, modifier):
    bare, other = Number(figure=one[1]), Number(figure=two[1])
    if modifier == "approximate" and relate(bare, other) is not Relation.DISJOINT:
        assert relate(evolve(bare, modifier=modifier), other) is not Relation.DISJOINT
    region = evolve(bare, modifier=modifier).region()
    assert region.low <= one[1].stated <= region.high
    if modifier in ("more-than", "at-least"):
        assert region.high == INFINITY


@pytest.mark.parametrize(
    "text", ["several hundred million dollars", "a few hundred billion", "several hundred thousand people"]
)
def test_vague_amounts_of_two_scales_are_written_so_that_they_read_back(text):
    value = normalize(text)
    assert normalize(str(value)) == value


def test_a_text_that_ends_where_a_range_goes_on():
    (mention,) = find_mentions("It froze at -18 to ")
    assert mention.surface == "-18"
