"""Names, offices, quotations and stances: what lies over other mentions, and what is compared across sources."""

from __future__ import annotations

import pytest

from factdiff import Config, Source, check_consistency, compare, find_mentions, normalize
from factdiff.finder import OVERLAID

PLEDGE = "“We will rebuild the old harbour wall before winter,” {}."


def found(*texts, published="2025-03-05"):
    config = Config(select=["NAM", "QUO", "STA"])
    report = check_consistency([Source(text, published=published) for text in texts], config=config)
    return [(finding.check, finding.severity) for finding in report.findings]


def test_overlaid_mentions_may_hold_others():
    text = "“Nine people left Kyiv on Tuesday,” said Ukrainian Defence Minister Rustem Umerov."
    mentions = find_mentions(text, published="2024-01-04")
    quote = next(m for m in mentions if m.kind == "quote")
    inside = {m.kind for m in mentions if quote.start <= m.start and m.end <= quote.end and m is not quote}
    assert inside == {"number", "place", "date"}
    assert {m.kind for m in mentions} >= {"name", "role", "quote"}


def test_kinds_limit_the_search_to_overlaid_ones():
    assert {m.kind for m in find_mentions("Mayor Ana Duarte denied it.", kinds=OVERLAID)} == {"name", "role", "stance"}


def test_a_name_is_normalized_where_nothing_else_is_there():
    assert normalize("Ana Duarte").to_dict()["family"] == "Duarte"
    assert normalize("Kyiv").kind == "place"


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("Ana Duarte", "Ms Duarte", "INSIDE"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "OVERLAPPING"),
        ("Ana Duarte", "Ana Prokop", "DISJOINT"),
        ("José Duarte", "Jose Duarte", "EQUAL"),
    ],
)
def test_names_are_compared_by_their_parts(one, two, relation):
    names = [normalize(text, kind="name") if text[0] != "M" else name_in(text) for text in (one, two)]
    assert compare(*names).relation.name == relation


def name_in(text):
    return find_mentions(text, kinds=["name"])[0].value


@pytest.mark.parametrize(
    "texts",
    [
        (PLEDGE.format("mayor Ana Duarte said"), PLEDGE.format("said the mayor, Ana Duarte")),
        (PLEDGE.format("mayor Ana Duarte said"), PLEDGE.format("a spokesman said")),
        (PLEDGE.format("mayor Ana Duarte said"), "Mayor Ana Duarte said they would rebuild the wall."),
        (PLEDGE.format("mayor Ana Duarte said"), "Ana Duarte said: “We will … rebuild the … wall before winter.”"),
        (PLEDGE.format("mayor Ana Duarte said"), "Ana Duarte promised to “rebuild the old harbor wall”."),
        (
            "“Those who did this will pay a high price,” said minister Ana Duarte.",
            "“Every driver must pay a high price for parking,” said councillor Bo Prokop.",
        ),
        (
            "Petr Novak was hurt. His wife, Jana Novakova, said he was well. Novakova thanked the doctors.",
            "Petr Novak left hospital with his wife.",
        ),
        ("Volodymyr Zelensky spoke.", "President Volodymyr Zelenskyy spoke."),
        ("Former minister Ana Duarte spoke.", "Ana Duarte, the deputy mayor, spoke."),
        ("Surgeon Ana Duarte spoke.", "Ana Duarte, a mother of two, spoke."),
        ("Ana Duarte denied the theft.", "Bo Prokop admitted the theft."),
        ("The council rejected the tram plan.", "The council approved the library budget."),
        ("The deal might be completed in May.", "The deal has not been completed."),
    ],
    ids=range(13),
)
def test_what_editors_let_pass_is_quiet(texts):
    assert [f for f in found(*texts) if f[1] != "info"] == []


@pytest.mark.parametrize(
    ("texts", "finding"),
    [
        ((PLEDGE.format("mayor Ana Duarte said"), PLEDGE.format("Jana Prokop said")), ("speaker-conflict", "error")),
        (
            (
                PLEDGE.format("mayor Ana Duarte said"),
                PLEDGE.format("mayor Ana Duarte said"),
                PLEDGE.format("mayor Ana Duarte said").replace("old", "new"),
            ),
            ("quote-altered", "error"),
        ),
        (
            (
                "Ana Duarte said the guards had fired “many” rubber bullets.",
                "The guards, Ana Duarte said, had fired “countless” rubber bullets.",
            ),
            ("quote-altered", "warning"),
        ),
        (("British Defence Secretary Grent Shapps spoke.",), ("name-variant", "warning")),
        (("Ana Duarte spoke.", "Ana Duarte left.", "Ana Duatre sang."), ("name-variant", "warning")),
        (("Ana Duarte spoke.", "Ana Duatre sang."), ("name-variant", "info")),
        (("Ana Duarte spoke. Mr Duatre sang.",), ("name-variant", "warning")),
        (("Finance chief Ana Duarte spoke.", "Ana Duarte, the chief executive, spoke."), ("role-conflict", "error")),
        (
            ("Moscow has denied any role in the raid.", "There was no statement from the Kremlin on the raid."),
            ("stance-conflict", "warning"),
        ),
        (
            (
                "The key points\n\nIran denies any role in the raid.\n\nA raid shook the port on Monday, and officials "
                "spoke of many wounded. Moscow has denied any role in the raid. More talks are to follow soon.",
            ),
            ("stance-conflict", "warning"),
        ),
        (
            (
                "Parliament in Oslo ratified the fishing treaty.",
                "Parliament in Oslo has yet to ratify the fishing treaty.",
            ),
            ("polarity-conflict", "error"),
        ),
        (
            ("Mayor: “Wall of the harbour rebuilt”\n\nMayor Ana Duarte spoke: “We will rebuild the harbour wall.”",),
            ("quote-altered", "warning"),
        ),
    ],
    ids=range(12),
)
def test_what_editors_query_is_found(texts, finding):
    assert finding in found(*texts)


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("Peru's foreign ministry declined to comment.", "Peru"),
        ("Peru’s government had no comment.", "Peru"),
        ("The Peruvian government has denied the raid.", "Peru"),
        ("On Monday the Peruvian armed forces denied the raid.", "Peru"),
        ("The raid was denied by Peru's interior ministry.", "Peru"),
        ("Peru's fishermen denied the raid.", None),
        ("The Peruvian fleet of the ministry's contractor denied the raid.", None),
        ("The ministry declined to comment.", None),
    ],
)
def test_a_part_of_a_government_speaks_for_its_state(words, holder):
    (stance,) = find_mentions(f"The raid was on Sunday. {words}", kinds=["stance"])
    assert stance.value.holder == holder


@pytest.mark.parametrize(
    ("silent", "findings"),
    [
        ("Peru's foreign ministry declined to comment.", [("stance-conflict", "warning")]),
        ("The Peruvian government could not be reached on Monday.", [("stance-conflict", "warning")]),
        ("Chile's foreign ministry declined to comment.", []),
        ("Peru's foreign ministry has denied shelling the port of Arica.", []),
    ],
)
def test_a_denial_where_another_source_has_no_comment(silent, findings):
    denial = "Shells hit the port of Arica on Sunday, officials said. Peru has denied shelling the port of Arica."
    assert found(denial, f"Nine people were hurt when the port of Arica was shelled on Sunday. {silent}") == findings


@pytest.mark.parametrize(
    "piece",
    [
        "Peru's ",
        "Peru's foreign ",
        "“a ",
        "' ",
        "Ana Duarte said “it”, ",
        "the minister of the ",
        "Ab ",
        "denied by ",
        "no statement from Moscow or ",
    ],
)
def test_long_texts_of_one_piece_are_read(piece):
    assert find_mentions(piece * (30_000 // len(piece))) is not None


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("They met Anna\nLindqvist in the hall.", "Anna\nLindqvist"),
        ("They met Anna Lind-\nqvist in the hall.", "Anna Lind-\nqvist"),
    ],
)
def test_a_name_runs_over_the_end_of_a_line(text, surface):
    (name,) = find_mentions(text, kinds=["name"])
    assert (name.surface, name.value.full) == (surface, "Anna Lindqvist")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ana Duarte, head of communications at the club, said no.", "head of communications"),
        ("Ana Duarte, 47, head of research, left the club.", "head of research"),
        ("Head of security Ana Duarte said no.", "Head of security"),
        ("Ana Duarte, Chair of the Works Council, said no.", "Chair of the Works Council"),
    ],
)
def test_an_office_that_can_be_a_verb_is_read_beside_a_name(text, office):
    (role,) = find_mentions(text, kinds=["role"])
    assert role.surface == office
