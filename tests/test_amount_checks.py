"""What the checks of amounts that hold one text against itself find, and what they must leave alone."""

from __future__ import annotations

import pytest

import factdiff

WRONG = {
    "list-count": [
        "Police named the three suspects: Tom Reed, Ann Lowe, Jack Moss and Paul Grey.",
        "The four winners, Anna Berg, Carl Dahl and Eva Falk, took home medals.",
        "Four countries - France, Spain and Italy - signed the deal.",
        "Four countries (France, Spain and Italy) signed the deal.",
    ],
    "sum-mismatch": [
        "Twelve people were killed: seven men and four women.",
        "A total of 300 jobs will go: 120 in Leeds, 100 in York and 60 in Hull.",
    ],
    "change-mismatch": [
        "The number of cases doubled from 200 to 300.",
        "Profit fell by 10 per cent, from $50m to $40m.",
        "Arrests rose from 100 to 150, an increase of 40%.",
    ],
    "unit-conversion": [
        "It was 40C (95F) in the shade.",
        "The runner is 6ft 2in (1.68m) tall.",
        "It warmed by 2 degrees Celsius (7 Fahrenheit).",
        "The dog weighs 12 stone 7 pounds (60kg).",
        "The probe circles at 418 kilometres, roughly 210 miles, above the sea.",
        "The wall is 3 metres – about 20 feet – high.",
        "The tunnel is 10 miles, or 26 kilometres, long.",
    ],
    "percent-point": ["The bank raised its rate from 4% to 4.5%, a rise of 0.5%."],
}
RIGHT = [
    "There are eight lamps: three in front, two on each side, and one behind the door of the hut.",
    "The probe circles at 418 kilometres, roughly 260 miles, above the sea.",
    "They walked 12 miles, about 3 kilometres of them in the dark.",
    "The race is over 5 miles, or 8 kilometres.",
    "The plot cost €412m: €268m for wind, €84m for solar, €31m for storage and €29m for a link of 19km at 110kV.",
    "Three towns were hit: Aston, Bexley and Corby.",
    "The two firms, Berg, Dahl and Holm, said so.",
    "The five victims include Anna Berg and Carl Dahl.",
    "Five people died in London, Paris and Rome.",
    "The four winners, among them Anna Berg, Carl Dahl and Eva Falk, took home medals.",
    "Five people died: three men and two women.",
    "The crash killed 10 people, including six adults and two children.",
    "The number of cases doubled from 200 to 410.",
    "The number of cases more than doubled from 200 to 500.",
    "Output tripled, from 20 tonnes to 60.",
    "It was 40C (104F) in the shade.",
    "The runner is 6ft 2in (1.88m) tall.",
    "It warmed by 2 degrees Celsius (3.6 Fahrenheit).",
    "It warmed by 1.5C (2.7F) since then.",
    "The horse weighs 10 stone (63.5kg).",
    "The farm lies 10 to 15 miles (16 to 24 km) away.",
    "Unemployment rose from 4% to 5%, an increase of one percentage point.",
]


def codes(text):
    return [finding.check for finding in factdiff.check_consistency([factdiff.Source(text, id="A")]).findings]


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in WRONG.items() for text in texts])
def test_slip_inside_one_text_is_found(check, text):
    assert codes(text) == [check]


@pytest.mark.parametrize("text", RIGHT)
def test_right_figures_are_left_alone(text):
    assert codes(text) == []


def test_named_evidence_leaves_the_full_stop_out():
    text = "Police named the three suspects: Tom Reed, Ann Lowe, Jack Moss and Paul Grey."
    (finding,) = factdiff.check_consistency([factdiff.Source(text, id="A")]).findings
    assert [e.surface for e in finding.evidence] == ["three", "Tom Reed", "Ann Lowe", "Jack Moss", "Paul Grey"]
