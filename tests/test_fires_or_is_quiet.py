"""Checks on stories of a few sentences: texts that must fire, and texts that must not."""

import tomllib
from pathlib import Path

import pytest

from factdiff import Source, check_consistency

TABLE = Path(__file__).with_name("fires_or_is_quiet.toml")
DAY = "2024-03-06"
ROWS = [
    pytest.param(row["texts"], row.get("published", DAY), check, row["fires"], id=f"{check}-{number}")
    for check, rows in tomllib.loads(TABLE.read_text(encoding="utf-8")).items()
    for number, row in enumerate(rows)
]


def findings(texts, published=DAY):
    sources = [Source(text, id=f"paper {n}", published=published) for n, text in enumerate(texts)]
    return check_consistency(sources).findings


def messages(check, *texts):
    return [f.message for f in findings(texts) if f.check == check]


@pytest.mark.parametrize(("texts", "published", "check", "fires"), ROWS)
def test_check_fires_or_is_quiet(texts, published, check, fires):
    found = [f.check for f in findings(texts, published) if f.severity != "info"]
    assert (check in found) == fires, found


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Ines Falkenborg, who teaches in Larvik, spoke on Monday.",
            "Ines Falkenberg, who teaches in Larvik, spoke on Monday.",
        ),
        (
            "Jonas Brandvik, who owns the mill in Sandnes, lost a roof. Brandvek said that it would be rebuilt.",
            "Jonas Brandvek, who owns the mill in Sandnes, lost a roof.",
        ),
    ],
)
def test_a_name_that_differs_is_told_once(texts):
    assert len(messages("name-variant", *texts)) == 1


def test_offices_of_one_noun_are_shown_with_the_word_before_it():
    (message,) = messages(
        "role-conflict",
        "Tom Hale, the maths teacher, spoke in Leeds on Monday.",
        "Tom Hale, the music teacher, spoke in Leeds on Monday.",
    )
    assert "“maths teacher” (paper 0) against “music teacher” (paper 1)" in message


def test_an_office_stands_on_the_side_that_has_its_words():
    (message,) = messages(
        "role-conflict",
        "Meera Tendolkar, the divisional commissioner, spoke on Monday.",
        "Municipal Commissioner Meera Tendolkar spoke on Monday.",
        "Divisional Commissioner Meera Tendolkar spoke on Monday.",
    )
    assert "“Municipal Commissioner” (paper 1) against" in message


def test_a_bare_sign_beside_two_written_currencies_joins_the_one_it_can_be():
    story = "The board of the utility had approved {} for the dam in 2020, an estimate that was raised."
    (message,) = messages(
        "currency-mismatch", *(story.format(sum) for sum in ("C$480 million", "£480 million", "$480m"))
    )
    assert message.count("against") == 1


def test_a_list_with_a_comma_before_its_last_word_is_counted():
    (message,) = messages("list-count", "The path passes through five parks: Krka, Kornati, Paklenica, and Mljet.")
    assert "“Mljet”" in message
