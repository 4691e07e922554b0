"""What sentences tell of which of two events came first, and the sources that turn it round."""

from __future__ import annotations

import pytest

from factdiff import Config, Source, check_consistency
from factdiff.context import Document, event_orders
from factdiff.languages.en.clauses.event_order import CONNECTIVE_TOKENS, CONNECTIVES
from factdiff.text.tokens import tokens

ONLY = Config(select="chronology")


def told(text):
    """What a text tells: the words that tell it, and the events in their order."""
    return [
        (text[order.start : order.end], order.earlier.words, order.later.words, order.modality)
        for order in event_orders(Document(Source(text), ()))
    ]


@pytest.mark.parametrize(
    ("text", "words", "earlier", "later"),
    [
        ("The mayor quit before the strike.", "before the strike", "The mayor quit", "the strike"),
        ("The mayor quit after the strike.", "after the strike", "the strike", "The mayor quit"),
        ("Two weeks before the fair, it burnt.", "Two weeks before the fair", "it burnt", "the fair"),
        ("He paid shortly after the sale, she says.", "shortly after the sale", "the sale", "He paid"),
        ("The pilot ejected ahead of the crash.", "ahead of the crash", "The pilot ejected", "the crash"),
        ("It broke less than an hour after the alarm.", "less than an hour after the alarm", "the alarm", "It broke"),
        (
            "Only after the lift had stopped did the guard press the button.",
            "Only after the lift had stopped", "the lift had stopped", "did the guard press the button",
        ),
        ("Nobody left until the bell rang.", "until the bell rang", "the bell rang", "Nobody left"),
        ("Not until it rang did the pupils leave.", "Not until it rang", "it rang", "did the pupils leave"),
        ("She signed as soon as the bank agreed.", "as soon as the bank agreed", "the bank agreed", "She signed"),
        ("The firm fell silent following the raid.", "following the raid", "the raid", "The firm fell silent"),
        ("By the time help came, the man had died.", "By the time help came", "the man had died", "help came"),
        ("The quake was followed by a flood.", "was followed by a flood", "The quake", "a flood"),
        ("The raid preceded the vote.", "preceded the vote", "The raid", "the vote"),
        ("The strike followed the sale.", "followed the sale", "the sale", "The strike"),
        ("He quit on the eve of the summit.", "on the eve of the summit", "He quit", "the summit"),
        ("They met in Oslo and then signed it.", "and then signed", "They met in Oslo", "signed it"),
    ],
)  # fmt: skip
def test_an_order_is_read(text, words, earlier, later):
    assert told(text) == [(words, earlier, later, "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "The shop closed the following day.",
        "She was following the talks.",
        "The court did not rule before the summer break.",
        "He was a rich man before long.",
        "They stayed until midnight.",
        "Residents should leave before the storm.",
        "After the vote, police said that shots had been fired.",
        "If the river rises after the rain, the road is closed.",
    ],
)
def test_no_order_is_read(text):
    assert told(text) == []


def test_the_words_end_with_the_event():
    text = "The crowd fled before officers had entered the hall in Ghent on Friday."
    assert told(text) == [
        (
            "before officers had entered",
            "The crowd fled",
            "officers had entered the hall in Ghent on Friday",
            "asserted",
        )
    ]


def test_a_plan_is_no_report():
    assert [order[3] for order in told("The hall will open after the fair. It opened after the fair.")] == [
        "planned", "asserted",
    ]  # fmt: skip


def turned(*texts):
    report = check_consistency([Source(text, id=id) for text, id in zip(texts, "abcdef", strict=False)], config=ONLY)
    return [[(e.source, e.side, e.surface) for e in finding.evidence] for finding in report.findings]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The minister resigned before the report was published.", "She stepped down only after the report came out."),
        ("The crew was rescued before the trawler sank.", "Rescue for the crew came after the ship had capsized."),
        ("Guards shot at the van after it crashed into a gate.", "The van crashed after guards opened fire."),
        ("The alarm was raised before the wall collapsed.", "Nobody raised the alarm until the wall had caved in."),
        ("The suspect was arrested before the girl's funeral.", "Following the funeral, the suspect was detained."),
        ("Ann Reed will be sworn in before the referendum.", "Ann Reed will take office after the referendum."),
        ("The raid preceded the ballot.", "The ballot was followed by a raid."),
        ("Both sides signed the pact after the ceasefire.", "Both sides signed the pact, and then the truce began."),
    ],
)  # fmt: skip
def test_events_in_the_other_order_are_found(one, two):
    (spans,) = turned(one, two)
    assert [(source, side) for source, side, _ in spans] in ([("a", "A"), ("b", "B")], [("b", "A"), ("a", "B")])
    assert turned(two, one) != []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The minister resigned before the report was published.", "The report came out after the minister had quit."),
        ("The bank was robbed before the election.", "A kiosk burnt down after the election."),
        ("The suspect was arrested after he had shot a guard.", "A guard was shot before the arrest of the suspect."),
        ("A blast in Lyon came before the vote in France.", "A blast in Oslo came after the vote in Norway."),
        ("The team scored before the interval.", "The team scored again, and after the interval the rain came."),
        ("The hall will be opened after the election.", "The hall was opened before the election."),
        ("Talks broke down before the raid.", "Talks might resume after the raid."),
        ("The crew was rescued before the ship sank.", "The crew was not rescued before the ship sank."),
        ("He fled after the crash.", "He had been drinking before the crash."),
    ],
)
def test_other_events_are_left_alone(one, two):
    assert turned(one, two) == []


def test_one_finding_has_all_sources_on_their_sides():
    early, late = "The blast came before the vote.", "The blast came after the vote."
    (spans,) = turned(early, late, f"In town, {early[0].lower()}{early[1:]}", "Police saw nobody.")
    assert sorted((source, surface) for source, _, surface in spans) == [
        ("a", "before the vote"), ("b", "after the vote"), ("c", "before the vote"),
    ]  # fmt: skip
    assert {side for source, side, _ in spans if source != "b"} != {side for source, side, _ in spans if source == "b"}


def test_a_draft_that_turns_the_order_round_is_told():
    from factdiff import check_draft

    report = check_draft("The blast came before the vote.", ["The blast came after the vote."], config=ONLY)
    assert [finding.check for finding in report.findings] == ["chronology"]


@pytest.mark.parametrize("joint", CONNECTIVES)
def test_every_joint_holds_a_token_that_it_is_looked_for_by(joint):
    assert not CONNECTIVE_TOKENS.isdisjoint(tokens(joint).kinds)
