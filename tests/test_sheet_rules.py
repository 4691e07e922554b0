"""What bears out a value of a draft, and what only allows it, where no slot score decides."""

from __future__ import annotations

import pytest

from factdiff import Source, check_draft

DAY = "2024-05-16"


def rows(text, *sources, kind=None):
    given = [Source(source, id=id, published=DAY) for id, source in zip("abcd", sources, strict=False)]
    report = check_draft(Source(text, published=DAY), given)
    return [row for row in report.sheet if kind in (None, row.mention.kind)]


def status(text, surface, *sources):
    (found,) = [row for row in rows(text, *sources) if row.mention.surface == surface]
    return found.status


@pytest.mark.parametrize(
    ("draft", "source", "surface", "told"),
    [
        (
            "Petra Holm, the finance chief, left.",
            "Petra Holm, Chief Financial Officer, left.",
            "finance chief",
            "supported",
        ),
        ("Petra Holm, the technology chief, left.", "Petra Holm, Chief Financial Officer, left.", None, "contradicted"),
        ("Petra Holm, the health minister, left.", "Petra Holm, the minister, left.", "health minister", "compatible"),
        ("Petra Holm, a former mayor of Bergen, left.", "Petra Holm, mayor of Bergen, left.", None, "compatible"),
        ("Petra Holm, a fisherman, left.", "Petra Holm, a farmer, left.", "fisherman", "contradicted"),
        (
            "Petra Holm, the vice president of Ostra, left.",
            "Holm Petra, vice president of Ostra, left.",
            None,
            "supported",
        ),
    ],
)
def test_an_office_rests_on_one_that_says_as_much(draft, source, surface, told):
    found = [row for row in rows(draft, source, kind="role") if surface in (None, row.mention.surface)]
    assert [row.status for row in found] == [told]


def test_a_day_or_a_figure_is_allowed_by_the_same_one_in_a_passage_without_a_word_in_common():
    source = "Traders fear more curbs until 3 January. Roughly 4,310 hens went. Payments: €13.8 million."
    assert status("Movement bans end on 3 January 2025.", "3 January 2025", source) != "supported"
    for surface, text in (
        ("3 January", "A ban on movement, it says, ends on 3 January."),
        ("€13.8 million", "Farmers have had €13.8 million so far."),
    ):
        assert status(text, surface, source) == "compatible"
    assert status("A ban on movement, it says, ends on 4 January.", "4 January", source) == "not-found"
    assert status("Farmers have had €18.3 million so far.", "€18.3 million", source) == "contradicted"


def test_an_amount_in_brackets_is_allowed_by_itself_where_the_one_before_is_not_found():
    source = "The jets were worth $13.8 billion, the airline said."
    text = "The deal came to ₹1.24 lakh crore ($13.8 billion)."
    (amount,) = [row for row in rows(text, source) if row.mention.surface == "$13.8 billion"]
    assert amount.status in ("supported", "compatible")


def test_a_recurrence_is_borne_out_by_the_same_one():
    source = "The market opens every Friday at the harbour."
    (same,) = rows("Every Friday there is a market.", source, kind="set")
    (other,) = rows("Every Monday there is a market.", source, kind="set")
    assert (same.status, other.status) == ("supported", "not-found")


def test_a_country_is_allowed_by_a_town_in_it_but_not_a_town_by_its_country():
    assert status("A port in Norway was shut.", "Norway", "Fog closed Oslo to ferries.") == "compatible"
    assert status("A port in Oslo was shut.", "Oslo", "Fog closed Norway to ferries.") == "not-found"


def test_the_number_of_a_thing_that_has_one_for_a_name_is_checked():
    source = "It is a Class 3 investigation, said the board."
    assert status("The board opened a Class 3 inquiry.", "Class 3", source) == "supported"
    assert status("The board opened a Class 2 inquiry.", "Class 2", source) == "not-found"


def test_a_letter_with_a_stroke_starts_no_name():
    assert rows("The fine was all of 8000 złoty there.", "A fine was paid.", kind="name") == []


DENIAL = "The company, Ostra, denied that the alarm had been disabled."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ostra denied that the alarm had been disabled.", "supported"),
        ("Ostra admitted that it had paid a bribe.", "not-found"),
    ],
)
def test_a_stance_is_on_its_matter(text, told):
    (found,) = rows(text, DENIAL, kind="stance")
    assert found.status == told


def test_an_admission_on_another_matter_bears_out_none():
    source = "Paolo Ricci admitted that prices had been raised in Naples."
    (found,) = rows("Paolo Ricci admitted that the alarm was disabled.", source, kind="stance")
    assert found.status == "not-found"


def test_a_confirmation_that_no_source_has_is_told_and_a_mere_claim_is_not():
    def unsupported(verb):
        text = f"Ostra {verb} that the alarm had been disabled."
        report = check_draft(text, [Source("The alarm of the ferry did not sound, police said.", id="a")])
        return [
            f.evidence[0].surface
            for f in report.findings
            if f.check == "unsupported" and f.evidence[0].value.kind == "stance"
        ]

    assert unsupported("confirmed") == ["confirmed"]
    assert unsupported("claimed") == []


def test_silence_is_silence_whatever_was_asked():
    (found,) = rows("The firm declined to comment.", "Ostra would not comment on the plant in Naples.", kind="stance")
    assert found.status in ("supported", "compatible")


def test_each_sentence_of_a_quotation_is_checked_where_a_source_has_one_of_them():
    source = "“We opened too many shops in too few good places,” Isobel Tarn told analysts."
    text = "“These are painful decisions and I answer for them. We opened too many shops in too few good places.”"
    found = rows(f"{text} Isobel Tarn said so.", source, kind="quote")
    assert [(row.status, row.mention.surface) for row in found] == [
        ("not-found", "These are painful decisions and I answer for them."),
        ("supported", "We opened too many shops in too few good places."),
    ]
    (whole,) = rows("“We closed a shop. We are very sorry for that.” Isobel Tarn said so.", source, kind="quote")
    assert whole.mention.surface == "We closed a shop. We are very sorry for that."
