"""Bare signs of money are read as the currency that the other sources of the story write out."""

from __future__ import annotations

import pytest

from factdiff import check_consistency
from factdiff.values.amounts.money import Money

AUSTRALIAN = "The appeal for the burnt-out surf club has a goal of A$80,000 and had raised A$148,000 by noon."


def currencies(*texts: str) -> list[tuple[str, str | None]]:
    """The sums of a story with their currencies."""
    mentions = check_consistency(texts).mentions
    return [(mention.surface, mention.value.currency) for mention in mentions if isinstance(mention.value, Money)]


@pytest.mark.parametrize(
    ("bare", "stated", "expected"),
    [
        pytest.param("It has raised $148,000 of $90,000.", AUSTRALIAN, ["AUD", "AUD"], id="one figure is written out"),
        pytest.param("It has raised $120,000.", AUSTRALIAN, ["USD"], id="no figure is written out"),
        pytest.param("It has raised $8.", "It has raised A$8.", ["USD"], id="one digit is no evidence"),
        pytest.param("It has raised $148,000 (US$97,000).", AUSTRALIAN, ["USD", "USD"], id="its own text tells"),
        pytest.param(
            "It has raised $148,000.",
            "It raised A$148,000, and another one C$148,000.",
            ["USD"],
            id="two currencies have the figure",
        ),
        pytest.param("The repair costs Sh69 million.", "The repair costs KSh96 million.", ["KES"], id="open shillings"),
        pytest.param("It costs Sh69 million.", "KSh96 million, or USh3 billion.", [None], id="two kinds of shillings"),
        pytest.param("It costs £69 million.", AUSTRALIAN, ["GBP"], id="another family"),
    ],
)
def test_bare_sums_are_in_the_currency_of_the_story(bare: str, stated: str, expected: list[str | None]) -> None:
    assert [currency for _, currency in currencies(bare, stated)][: len(expected)] == expected


def test_all_bare_sources_of_a_story_are_in_one_currency() -> None:
    """The second source has no figure that is written out, and stays comparable with the first."""
    found = dict(currencies("It has raised $148,000.", "Some $152,000 was raised.", AUSTRALIAN))
    assert found["$148,000"] == found["Some $152,000"] == "AUD"


def test_wrong_figure_beside_a_written_out_currency_is_a_finding() -> None:
    draft = "The appeal for the burnt-out surf club has a goal of $50,000 and had raised $148,000 by noon."
    (found,) = check_consistency([draft, AUSTRALIAN]).findings
    assert (found.check, {e.surface for e in found.evidence}) == ("money-conflict", {"$50,000", "A$80,000"})
