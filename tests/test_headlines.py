"""Headlines and capitals: every form of the corpus is read as in prose, whatever the case of its words.

What case alone tells is listed: the rest of the corpus must be read whole, with its value, in Title Case, in the style
that leaves small words small, and in capitals; and the traps must hold.
"""

from __future__ import annotations

import pytest

from bad_inputs import hold
from factdiff import find_mentions
from factdiff.languages.en.headlines.capitals import in_headline_case
from factdiff.languages.en.headlines.casing import in_headline
from headlines import CASES, capitals, headline, styled
from test_corpus import entries, marked, published

STYLES = {"headline": headline, "styled": styled, "capitals": capitals}
#: forms that are not read the same: single letters whose case is the unit, and words that only a small letter tells
#: from names
TOLD = {
    "kick-off was at 6.15pm Irish time",
    "1 dollar 42c",
    "1,984 m",
    "50 m/s",
    "1.2m b/d",
    "3 million t of rice",
    "816 000 t of ore",
    "It lifts 3.5 t of steel.",
    "The port moved 816 000t in May.",
    "a crop of 3 million t",
    "a wreck of 816,000 t",
    "loads of 3.5 t",
    "Harbour master Ellen Brandvold opened the quay.",
    "Ludwig van der Meulen sang.",
    "Iran-made drones",
    "the deputy head of radiology said",
    "the fifth seed Lena Brandt",
    "She beat fifth seed Lena Brandt.",
    "The mine sold 734 000 t of coal.",
    "Norwegian visits on Friday were cut short.",
    "The broadcaster's director general, Simon Orrick, told staff.",
    "Zvonimir King said it rained.",
    "the late Ulvi Brack",
    "the dealer Ulvi Brack left",
    "a boat skippered by Ulvi Brack",
    "He was named as Ulvi Brack.",
    "the trawler Grey Heron sank",
    "the ferry Grey Heron",
    "HMS Grey Heron left port.",
    "The MV Grey Heron sank. The Grey Heron was old.",
    "It fell on the village of Brackmoor.",
    "A barn in the Brackmoor area burned.",
    "The village of Brackmoor burned. He came from Brackmoor.",
}
TOLD_FROM_CAPITALS = TOLD | {
    "SKr4.2m",
    "$1 and 42c",
    "Milk fetched 50.5c/l in May.",
    "a base of 50.5c/l",
    "MILK: 50.5c/l",
    "It cost 34c, not $1.",
    "a 5p coin",
    "3.5t (3.9 tons)",
    "816,000t of grain",
    "The van carried 3.5t of gravel.",
    "a 3.5t lorry",
    "The barge held 4.5t of gravel.",
    "3 Mt of carbon",
    "3Mt, the ministry said",
    "They emit 3 Mt of gas.",
    "a cut of 3 Mt",
    "The engine has 400Nm.",
    "The mine will ship 6.6Mt this year.",
    "6.6Mt last year",
    "an output of 6.6Mt",
}
#: traps that are none without small letters: names of numbers, months that are verbs, nouns that are names
TRAPS = {
    "the band Avenged Sevenfold played",
    "They won the Six Nations again.",
    "leaders of the Group of Seven met",
    "the Five Eyes countries agreed",
    "the Three Mile Island plant was shut",
    "They watched Ocean's Eleven yesterday.\nPage 3 of 10",
    "any harm this may do",
    "in august company",
    "They sold apples, 20, and pears.",
    "It rained on the major roads",
    "Crews fought a major fire in Hull.",
    "In 2016 Stone spoke to them.",
    "Zora Prince and Ada Finch met.",
    "It was a general strike.",
    "The gulf between old and new grew.",
    "He is reading a nice book in the bath.",
    "a GeForce GT 650m graphics card with GT 650M chips",
}


def folded(value):
    """A value without the case of its words."""
    if isinstance(value, str):
        return value.casefold()
    return [folded(one) for one in value] if isinstance(value, list) else value


def english(section):
    """The English forms, or traps, of the corpus."""
    return [param.values[1:] for param in entries(section) if param.values[0] == "en"]


@pytest.mark.parametrize("style", STYLES)
def test_forms_are_read_whole_with_their_values_in_any_case(style):
    unread = set()
    for entry, text in english("say"):
        plain, start, end = marked(text)
        found = [
            m
            for m in find_mentions(STYLES[style](plain), published=published(entry), kinds=[entry["kind"]])
            if m.start < end and m.end > start
        ]
        if [(m.start, m.end) for m in found] != [(start, end)]:
            unread.add(plain)
            continue
        value = found[0].value.to_dict()
        for name, wanted in entry["value"].items():
            # the first letter of a quotation alone tells whether it is a part of a sentence
            if name != "partial" and folded(value[name]) != folded(None if wanted == "" else wanted):
                unread.add(plain)
    assert unread == (TOLD_FROM_CAPITALS if style == "capitals" else TOLD)


@pytest.mark.parametrize("style", STYLES)
def test_traps_yield_nothing_in_any_case(style):
    sprung = {
        text
        for entry, text in english("nothing")
        if find_mentions(STYLES[style](text), published=published(entry), kinds=entry.get("kinds"))
    }
    assert sprung <= TRAPS


@pytest.mark.parametrize("case", CASES[3:])
@pytest.mark.parametrize("lead", ["", "Police Say ", "POLICE SAY ", "It is said that "])
def test_any_case_of_the_corpus_can_be_read(case, lead):
    for entry, text in (*english("say"), *english("nothing")):
        hold(lead + case(marked(text)[0]), published=published(entry))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two Children Aged 4 And 8 Killed in Fire", ["2 children", "4 years old", "8 years old"]),
        ("THREE BOYS AGED SIX, NINE OR TEN FOUND", ["3 boys", "6 years old", "9 years old", "10 years old"]),
        ("Men Aged Between 30 And 45 Sought", ["between 30 and 45 years old"]),
        ("Lakers Rally in Final Quarter to Beat Celtics", []),
        ("Profits Fall In The Final Quarter Of 2023", ["2023-36"]),
        ("SALES ROSE IN THE FINAL HALF OF 2022", ["2022-41"]),
        ("More Than 100 Injured", ["more than 100 people"]),
        ("12 Or More Trains Stop", ["at least 12 trains"]),
        ("12 TO 15 MISSILES HIT 300KM FROM KYIV", ["between 12 and 15 missiles", "300 km"]),
        ("Five Feet And Eleven Inches Of Snow", ["71 inches"]),
        ("A $5 Million Plan", ["5 million USD"]),
        ("PLAN COSTS EUR 5 MILLION, SAYS US", ["5 million EUR"]),
        ("Bridge To Open On May 3 And 4, 2025", ["2025-05-03", "2025-05-04"]),
        ("Rate Cut By A Quarter Point", ["0.25 percentage points"]),
    ],
)
def test_headlines_are_read(text, values):
    kinds = ["age", "date", "money", "number", "percent", "quantity"]
    found = [str(m.value) for m in find_mentions(text, published="2024-06-10", kinds=kinds)]
    assert [value.replace("childs", "children").replace("persons", "people") for value in found] == values


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Duarte Denied The Report", ["Ana Duarte"]),
        ("MAYOR ANA DUARTE TO RESIGN", ["Ana Duarte"]),
        ("Storm Hits As Associated Press Strikes", ["Associated Press"]),
        ("Bank Of Scotland Fined", ["Bank Of Scotland"]),
        ("Six Killed In Blast", []),
        ("SHOTS FIRED IN OSLO", []),
    ],
)
def test_names_end_before_the_plain_words_of_a_headline(text, names):
    assert [m.value.full for m in find_mentions(text, kinds=["name"])] == names


def test_surfaces_are_those_of_the_text():
    (name,) = find_mentions("MAYOR ANA DUARTE TO RESIGN", kinds=["name"])
    assert (name.surface, name.value.full) == ("ANA DUARTE", "Ana Duarte")


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Duarte met Prime Minister Olav Nyberg at Kyiv Castle.",
        "The Bank of Scotland said on Monday that Marta Lindqvist, Ida Sommer and Ellen Brandvold left.",
        "Mr Duarte is a member of the Group of Seven.",
    ],
)
def test_sentences_full_of_names_are_no_headlines(text):
    assert not in_headline(text, 10)


def test_only_lines_in_capitals_are_calmed():
    text = "NATO\nUS AND UK SEND 5KM OF CABLE\nHe said NO to NATO.\n5 GBP"
    assert in_headline_case(text) == "NATO\nUS And UK Send 5km Of Cable\nHe said NO to NATO.\n5 GBP"
    assert len(in_headline_case("İZMİR AND STRASSE, ŉ 5")) == len("İZMİR AND STRASSE, ŉ 5")


def test_a_dollar_behind_an_article_is_of_no_country():
    for text in ("A $5 million plan was shut.", "A $5 MILLION PLAN", "It was a $5 million plan."):
        assert [m.value.currency for m in find_mentions(text, kinds=["money"])] == ["USD"]
