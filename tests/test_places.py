"""Names that are places in the light of the text around them, and how places lie to each other."""

from __future__ import annotations

import pytest

from factdiff import Relation, Source, check_consistency, compare, find_mentions, relate


def found(text, **fields):
    source = Source(text, **fields)
    return [(m.surface, m.value.name, m.value.country) for m in find_mentions(source, kinds=["place"])]


def place(text, surface):
    (value,) = {m.value for m in find_mentions(text, kinds=["place"]) if m.surface == surface}
    return value


@pytest.mark.parametrize(
    ("text", "surface", "within"),
    [
        ("A tornado hit Paris, Texas, overnight.", "Paris", "US"),
        ("A tornado hit Paris overnight.", "Paris", "FR"),
        ("The mill in Springfield, Ill., closed.", "Springfield", "US"),
        ("Shelling went on in Tripoli. Lebanon sent troops from Beirut to Tripoli.", "Tripoli", "LB"),
        ("Shelling went on in Tripoli. Libya sent troops from Benghazi to Tripoli.", "Tripoli", "LY"),
        ("Georgia borders Alabama and Florida. In Georgia the polls opened in Atlanta.", "Georgia", "US"),
        ("Georgia borders Armenia and Turkey. In Georgia the polls opened in Tbilisi.", "Georgia", "GE"),
        ("A fire broke out in Innisfail, Queensland.", "Innisfail", "AU"),
        ("A fire broke out in Innisfail, Alberta.", "Innisfail", "CA"),
        ("He moved to Washington, D.C., in May.", "Washington", "US"),
    ],
)
def test_one_of_several_places_of_a_name_is_meant(text, surface, within):
    assert place(text, surface).country == within


def test_a_name_that_is_told_once_means_the_same_in_the_rest_of_the_text():
    text = "The flood reached Paris, Texas, on Monday. Schools in Paris stayed shut, and Paris asked for help."
    assert {value for surface, *value in map(list, found(text)) if surface == "Paris" for value in [tuple(value)]} == {
        ("Paris", "US")
    }


def test_the_country_of_the_publisher_decides_where_the_text_does_not():
    text = "A man was arrested in Cambridge."
    assert found(text, url="https://news.example.co.uk/1") == [("Cambridge", "Cambridge", "GB")]
    assert found(text, publisher="The Boston Beacon") == [("Cambridge", "Cambridge", "US")]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan met Chad Hurley.",
        "Senator Lincoln spoke first.",
        "She works for the Washington Post.",
        "He left the Bank of Scotland.",
        "The Marburg virus was found in bats.",
        "Most of the reading was nice.",
        "Nixon resigned. President Nixon left, and Nixon wept.",
        "According to Dennis, the bees died.",
    ],
)
def test_persons_companies_and_words_are_no_places(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("In Reading, Berkshire, a shop burned down.", ["Reading", "Berkshire"]),
        ("The town of Bath flooded.", ["Bath"]),
        ("Refugees came from Angola, Chad and Niger.", ["Angola", "Chad", "Niger"]),
        ("MOBILE, Alabama (AP) - A dock collapsed.", ["MOBILE", "Alabama"]),
        (
            "He moved to Washington, D.C. She stayed in Reading, Pa. They wrote.",
            ["Washington", "D.C.", "Reading", "Pa."],
        ),
        ("But Boston Mayor Ann Lee said no.", ["Boston"]),
        ("London-based firms moved to Paris on Tuesday.", ["London", "Paris"]),
        ("The Champs-Elysee was closed.", []),
    ],
)
def test_what_stands_around_a_name_shows_it_to_be_a_place(text, surfaces):
    assert [surface for surface, *_ in found(text)] == surfaces


def test_a_mention_tells_what_showed_it_to_be_a_place():
    mentions = find_mentions("A fire in Hope, Arkansas, spread. Kenya sent aid. In Texas it rained.", kinds=["place"])
    assert [m.rule for m in mentions] == ["place-container", "place-inside", "place", "place-inside"]


def test_a_capital_that_acts_is_its_state_and_where_something_happens_it_is_not():
    state, city = place("Russia fired.", "Russia"), place("It happened in Moscow.", "Moscow")
    acting = place("Moscow denied the report.", "Moscow")
    assert (acting.form, city.form) == ("metonym", "name")
    assert relate(acting, state) is Relation.EQUAL
    assert relate(city, state) is Relation.INSIDE
    assert relate(acting, place("A raid on Kazan was reported.", "Kazan")) is Relation.CONTAINS
    assert relate(acting, place("Kyiv denied the report.", "Kyiv")) is Relation.DISJOINT


def test_containment_in_either_of_two_parents_is_no_conflict():
    city = place("Ships left Sevastopol.", "Sevastopol")
    for outer in ("Crimea", "Ukraine", "Russia"):
        assert relate(city, place(f"Ships left {outer}.", outer)) is Relation.INSIDE


def test_a_town_is_not_known_to_lie_outside_a_county():
    county, town = place("In Kent it rained.", "Kent"), place("In Leeds it rained.", "Leeds")
    assert compare(town, county).step == "loose borders"


def test_the_distance_of_two_towns_stands_in_the_message():
    first = "Police arrested seven men in Rotterdam on Tuesday over the smuggling of cocaine in bananas."
    report = check_consistency([first, first.replace("Rotterdam", "Antwerp")])
    (finding,) = [finding for finding in report.findings if finding.check == "place-conflict"]
    assert "about 78 km apart" in finding.message


def test_a_spelling_in_capitals_is_no_other_spelling():
    report = check_consistency(["KYIV was hit. Kyiv burned."])
    assert not report.findings
    (finding,) = check_consistency(["KIEV was hit. Kyiv burned. Kiev said so."]).findings
    assert [e.surface for e in finding.evidence] == ["KIEV", "Kyiv"]


@pytest.mark.parametrize(
    ("text", "surface", "where"),
    [
        ("LANCASTER - Two men robbed a bank in Lebanon, police in Lititz and Ephrata said.", "Lebanon", ("US", "PA")),
        ("Troops in Lebanon fired. Beirut protested.", "Lebanon", ("LB", None)),
        ("Crews from Salem, Keizer and Woodburn saw the smoke. Albany was spared.", "Albany", ("US", "OR")),
        ("It spread to Alabama, Georgia, Washington and Ohio.", "Georgia", ("US", "GA")),
        ("It spread to Alabama, Georgia, Washington and Ohio.", "Washington", ("US", "WA")),
        ("It spread to Armenia, Georgia and Turkey.", "Georgia", ("GE", None)),
    ],
)
def test_the_places_beside_a_name_tell_which_is_meant(text, surface, where):
    value = place(text, surface)
    assert (value.country, value.admin1) == where


def test_the_capital_of_the_union_is_no_metonym_of_its_state():
    assert place("Brussels rejected the plan.", "Brussels").form == "name"


def test_washington_is_the_city_where_its_district_stands_behind_it():
    assert place("He moved to Washington, D.C., in May.", "Washington").admin1 == "DC"
