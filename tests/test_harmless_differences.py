"""Texts of outlets that agree, in the forms that checks have taken for contradictions, beside texts that contradict."""

from __future__ import annotations

import pytest

from factdiff import Source, check_consistency


def serious(check, *texts, published="2024-01-04"):
    sources = [Source(text, id=f"s{n}", published=published) for n, text in enumerate(texts)]
    return [f.message for f in check_consistency(sources).findings if f.check == check and f.severity != "info"]


DAM = "The estimate for the Southfall dam was raised after the board of the utility had approved {} in 2020."
DAM_TOO = "The board of the utility Southfall had approved {} in 2020, an estimate for the dam that was raised."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("NZ$1.27 billion", "$1.27b"),
        ("$71 million", "A$71m"),
        ("C$480 million", "480 million dollars"),
        ("£1.27 billion", "1.27 billion pounds"),
    ],
)
def test_a_bare_sign_is_that_of_any_currency_of_its_family(one, two):
    assert not serious("currency-mismatch", DAM.format(one), DAM_TOO.format(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("NZ$1.27 billion", "US$1.27 billion"),
        ("A$71 million", "71 million US dollars"),
        ("$1.27 billion", "£1.27 billion"),
        ("Rs 1.27 billion", "$1.27 billion"),
    ],
)
def test_currencies_that_are_written_out_or_of_two_families_are_two(one, two):
    assert serious("currency-mismatch", DAM.format(one), DAM_TOO.format(two))


def test_a_bare_sign_beside_two_written_currencies_joins_the_one_it_can_be():
    found = serious(
        "currency-mismatch", DAM.format("C$480 million"), DAM_TOO.format("£480 million"), DAM.format("$480m")
    )
    assert len(found) == 1
    assert found[0].count("against") == 1


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("The levy was put at C$50 million. The mill cost $40 million (R560 million) in all.", False),
        ("The cyclone did damage of Rs. 640 million (US$2.2 million) on the coast.", False),
        ("The mill cost kr 100 million (€8.9 million) in all.", False),
        ("The mill was bought for US$40 million (R560 million) in May.", True),
        ("The mill was bought for A$46 million ($43 million) in May.", True),
        ("The mill was bought for A$64 million ($43 million) in May.", False),
        ("The mill was bought for $40 million (€44 million) in May.", True),
        ("The cyclone did damage of ₹640 million (US$2.2 million) on the coast.", True),
        ("The mill was bought for $40 million (R5.6 billion) in May.", True),
        ("The mill was bought for €40 million ($30 million) in May.", True),
        ("The mill was bought for €40 million ($7 billion) in May.", False),
        ("The mill was bought for €40 million (£46 million) in May.", True),
        ("The levee was built for 640 million pesos ($90 million) in May.", False),
    ],
)
def test_a_conversion_is_wrong_where_no_currency_of_its_sign_fits(text, fires):
    assert bool(serious("exchange-rate", text)) is fires


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Treasurer Olav Nyberg made no comment as he left by a side door.",
            "Treasurer Olav Nyberg was found guilty on Monday. He had denied every charge.",
        ),
        (
            "The landlord, Malachy Brine, would not comment.",
            "Malachy Brine denied putting the family out of the house in Renmore.",
        ),
        ("Olav Nyberg declined to comment when contacted by this newspaper.", "Olav Nyberg confirmed the merger."),
    ],
)
def test_silence_toward_one_outlet_leaves_what_was_said_elsewhere(one, two):
    assert not serious("stance-conflict", one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Treasurer Olav Nyberg would not comment on the hidden payments.",
            "Treasurer Olav Nyberg denied that there had been hidden payments.",
        ),
        ("Paraguay has denied obtaining missiles from abroad.", "Paraguay’s foreign ministry declined to comment."),
        (
            "Treasurer Olav Nyberg admitted that the payments were hidden.",
            "Treasurer Olav Nyberg denied that the payments were hidden.",
        ),
    ],
)
def test_silence_on_a_matter_and_words_on_it_exclude_each_other(one, two):
    assert serious("stance-conflict", one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "On Sunday Clinton urged President Obama to listen.",
            "Ms Clinton had encouraged President Barack Obama on Sunday to listen.",
        ),
        (
            "Duarte Vasconcelos, the chairman, spoke in Porto on Monday.",
            "Duarte Vasconcelos, chief executive of Luzcom, spoke in Porto on Monday.",
        ),
        (
            "It fell deep, said Ivan Koval, the mountain rescue chief for the region.",
            "It fell deep, said Ivan Koval, who as regional chief of the mountain rescue service was there.",
        ),
        (
            "Watchdog director Joanna Sefton was angry on Monday.",
            "Joanna Sefton, executive director for enforcement, was angry on Monday.",
        ),
    ],
)
def test_offices_that_leave_out_a_word_or_the_organisation_are_no_conflict(one, two):
    assert not serious("role-conflict", one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Duarte Vasconcelos, the chairman of Luzcom, spoke in Porto on Monday.",
            "Duarte Vasconcelos, chief executive of Luzcom, spoke in Porto on Monday.",
        ),
        (
            "Duarte Vasconcelos, the chairman, spoke in Porto on Monday.",
            "Duarte Vasconcelos, the chief executive, spoke in Porto on Monday.",
        ),
        (
            "Head coach Rick Dellarosa praised the swimmers on Monday.",
            "Team doctor Rick Dellarosa praised the swimmers on Monday.",
        ),
    ],
)
def test_offices_of_one_organisation_or_two_callings_are_a_conflict(one, two):
    assert serious("role-conflict", one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Police found the bodies of Joseph Lamar and Zachary David Thompson in a driveway.",
            "Police named the bodies found in the driveway as Joseph Lamar and Zach Thompson.",
        ),
        (
            "The Libyan strongman Moammar Gadhafi met envoys in Tripoli. Moammar was cheerful, the envoys said.",
            "The Libyan strongman Muammar al-Qaddafi met envoys in Tripoli. Muammar was cheerful, the envoys said.",
        ),
        (
            "The finance post goes to Petur Gyurov, a former deputy governor of the central bank.",
            "The finance post goes to Petar Gyurov, a former deputy governor of the central bank.",
        ),
        (
            "The chairman, Marek Ondrejczak, denied it on Monday. Ondrejczak was in Zakopane.",
            "The chairman, Marek Ondrejčák, denied it on Monday. Ondrejčák was in Zakopane.",
        ),
    ],
)
def test_short_forms_and_transliterations_are_one_name(one, two):
    assert not serious("name-variant", one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Police found the body of Zachary David Thompson, 36, in a driveway near the mill.",
            "Police found the body of Zachary Daniel Thompson, 36, in a driveway near the mill.",
        ),
        (
            "The finance post goes to Petar Gyurov, a former deputy governor of the central bank.",
            "The finance post goes to Pavel Gyurov, a former deputy governor of the central bank.",
        ),
        (
            "The chairman, Marek Ondrejczak, denied it on Monday. Ondrejczak was in Zakopane.",
            "The chairman, Marek Ondrejmak, denied it on Monday. Ondrejmak was in Zakopane.",
        ),
    ],
)
def test_other_given_names_and_misspellings_are_told(one, two):
    assert serious("name-variant", one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "“The campaign has been a race to the bottom. We have seen nastiness and distortions of opponents’ "
            "records every single day,” Robert Gibson said.",
            "“I think this contest has been, in many cases and for a while, a race to the bottom,” Robert Gibson said.",
        ),
        (
            "Mayor Joseph Ganley called it a “horrendous act that impacted so many people and, God willing, we will "
            "not have a fatality.”",
            "“It’s a horrendous act that unfortunately impacted many people,” Mayor Joseph Ganley said.",
        ),
        (
            "“Our clients signed up for a pipeline, not a blank cheque,” lawyer Ana Duarte said.",
            "“Our clients signed up for a pipeline, not a blank check,” lawyer Ana Duarte said.",
        ),
    ],
)
def test_sentences_that_share_a_phrase_are_two_quotations(one, two):
    assert not serious("quote-altered", one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "“It is destructive to the fabric of the relationship,” Susan Rickard said.",
            "“It is poisonous to the fabric of the relationship,” Susan Rickard said.",
        ),
        (
            "“The campaign has been a race to the bottom,” Robert Gibson said.",
            "“The campaign has become a race to the bottom, and we have seen it every day,” Robert Gibson said.",
        ),
        (
            "“We are going to rebuild the old harbour wall before the winter storms come, and nobody here will pay "
            "a single cent more for it than was agreed,” Ana Duarte said.",
            "“I promise one thing tonight to all of you who came in the rain. We are going to replace the old harbour "
            "wall before the winter storms come,” Ana Duarte said.",
        ),
    ],
)
def test_a_stretch_that_is_most_of_a_quotation_or_long_is_one_that_was_altered(one, two):
    assert serious("quote-altered", one, two)


@pytest.mark.parametrize(
    ("body", "fires"),
    [
        ("In June 2017, 66 people died in a fire sixty kilometres to the west.", False),
        ("Two years ago 66 people died in a fire sixty kilometres to the west.", False),
        ("By Sunday evening 66 people had died in the fire, the police said.", True),
    ],
)
def test_a_headline_is_held_against_what_the_body_tells_of_the_same_time(body, fires):
    text = (
        "One dead in forest fire near Castelo\n\nA forest fire near Castelo burned all day, the police said.\n\n" + body
    )
    assert bool(serious("headline-mismatch", text, published="2024-07-21")) is fires


def test_a_list_whose_last_item_is_a_list_is_not_counted():
    text = "Children came to {} sites in {} countries: Banfora in Mali, Sikasso in Togo, and Kilifi and Siaya in Kenya."
    assert not serious("list-count", text.format("four", "three"))


def test_a_list_with_a_comma_before_its_last_word_is_counted():
    (message,) = serious("list-count", "The path passes through five parks: Krka, Kornati, Paklenica, and Mljet.")
    assert "“Mljet”" in message
