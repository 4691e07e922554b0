"""The checks of names and words: texts that must fire, and texts that must not."""

import tomllib
from pathlib import Path

import pytest

from factdiff import Source, check_consistency

TABLE = Path(__file__).with_name("names_and_words.toml")
ROWS = [
    pytest.param(row["texts"], check, row["fires"], id=f"{check}-{number}")
    for check, rows in tomllib.loads(TABLE.read_text(encoding="utf-8")).items()
    for number, row in enumerate(rows)
]


@pytest.mark.parametrize(("texts", "check", "fires"), ROWS)
def test_check_fires_or_is_quiet(texts, check, fires):
    sources = [Source(text, id=f"paper {n}", published="2024-03-06") for n, text in enumerate(texts)]
    found = [f.check for f in check_consistency(sources).findings if f.severity in ("error", "warning")]
    assert (check in found) == fires, found


def messages(check, *texts):
    sources = [Source(text, id=f"paper {n}", published="2024-03-06") for n, text in enumerate(texts)]
    return [f.message for f in check_consistency(sources).findings if f.check == check]


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
