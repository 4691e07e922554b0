"""Slips and rewordings: each changes one value and nothing else, and the score tells how many of them are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdiff import (
    Config,
    InputError,
    Locator,
    Original,
    Relation,
    Source,
    UnknownNameError,
    check_consistency,
    find_mentions,
    normalize,
    relate,
)
from factdiff.finder import PLAIN
from factdiff.reader import read_folder
from factdiff.testing import mutate, mutation_score
from factdiff.testing.mutation import mutations
from factdiff.testing.slips import misread
from factdiff.testing.written_forms import written_forms
from factdiff.values.consensus import comparable_value

FIXTURES = Path(__file__).parent.parent / "fixtures"
STORIES = [read_folder(FIXTURES / name) for name in ("budget", "ferry", "missiles")]
ARTICLES = [source for story in STORIES for source in story]
TEXT = "Two people died and nine were hurt when a ferry sank in Lisbon on 14 September 2025. It cost €2.5 million."
STORY = [
    Source(TEXT, id="a"),
    Source("A ferry sank in Lisbon on 14 September 2025: two people died and nine were hurt. It cost €2.5m.", id="b"),
]


@pytest.mark.parametrize("within", [False, True])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda source: source.id)
def test_a_mutation_changes_one_value_alone(article, within):
    for mutation in mutations(article, seed=3, within=within):
        before, after, copy = mutation.before, mutation.after, mutation.source
        assert copy.text[slice(*mutation.span)] == after.surface != before.surface
        assert copy.text[: before.start] + before.surface + copy.text[after.end :] == article.text
        assert (
            relate(comparable_value(before.value), comparable_value(after.value)) is Relation.DISJOINT
        ) is not within
        pairs = zip(find_mentions(article, kinds=PLAIN), find_mentions(copy, kinds=PLAIN), strict=True)
        assert all(relate(old.value, new.value) is not Relation.DISJOINT for old, new in pairs if old != before)


def test_a_mutation_depends_on_its_seed_alone():
    assert mutate(TEXT, seed=5) == mutate(Source(TEXT), seed=5)
    assert len({mutate(TEXT, seed=seed).source.text for seed in range(12)}) > 6


def test_the_copy_has_an_id_of_its_own():
    assert mutate(TEXT, seed=1).source.id is None
    assert mutate(Source(TEXT, id="a", published="2025-09-15"), seed=1).source.id == "a-changed"


def test_the_copy_stands_in_no_file():
    article = Source(TEXT, original=Original("pdf", "a.pdf", (Locator(0, page=1),)))
    assert mutate(article, seed=1).source.original is None


@pytest.mark.parametrize("kind", ["date", "number", "money", "place"])
def test_a_kind_can_be_chosen(kind):
    mutation = mutate(TEXT, seed=2, kind=kind)
    assert mutation.before.kind == mutation.after.kind == kind
    assert str(mutation).startswith(f"{kind}: “")


def test_what_cannot_be_changed_is_said():
    with pytest.raises(UnknownNameError, match="unknown kind 'dat'"):
        mutate(TEXT, seed=1, kind="dat")
    with pytest.raises(InputError, match="holds no age that can be changed"):
        mutate(TEXT, seed=1, kind="age")
    with pytest.raises(InputError, match="holds no value that can be said otherwise"):
        mutate("Nothing here.", seed=1, within=True)


def test_figures_are_misread_as_typists_do():
    assert {"1,327", "1,273", "12,370", "7,237"} <= set(misread("1,237", shifted=True))
    assert {"2.60", "25.0"} & set(misread("2.50", shifted=True)) == {"2.60", "25.0"}
    assert "0" not in set(misread("5"))


@pytest.mark.parametrize(
    "text",
    [
        "2 January 2024", "January 2024", "more than 1,000 containers", "900 km", "$1.26 million", "nine people", "5%",
        "61 years old", "third attempt", "three days", "Kyiv", "2.5 percentage points", "5 to 10 km",
    ],
)  # fmt: skip
def test_written_forms_read_back(text):
    value = normalize(text)
    forms = written_forms(value)
    assert forms
    assert len(forms) == len(set(forms))
    assert all(relate(normalize(form, kind=value.kind), value) is Relation.EQUAL for form in forms)


def test_written_forms_are_of_known_languages():
    with pytest.raises(UnknownNameError, match="unknown language 'tlh'"):
        written_forms(normalize("900 km"), lang="tlh")


def test_mentions_can_be_changed_together():
    text = "Two drowned off Lisbon\n\nTwo people drowned off Lisbon on Sunday, two of them children."
    article = Source(text, id="a")
    values = [[m for m in find_mentions(article) if m.kind == kind] for kind in ("number", "place")]
    values[0] = values[0][:2]
    for mutation in mutations(article, seed=4, values=values):
        assert [before for before, _ in mutation.changed] == values[mutation.before.kind == "place"]
        assert len({after.surface for _, after in mutation.changed}) == 1
        assert "two of them" in mutation.source.text
    _, drowned = sorted(mutations(article, seed=4, values=values, within=True), key=lambda m: m.before.kind != "place")
    assert [after.surface for _, after in drowned.changed] == ["2", "2"]


def test_words_are_changed_in_the_case_in_which_they_stand():
    article = Source("TWO DROWNED OFF LISBON\n\nIn Lisbon, two people drowned. Two people swam ashore.", id="a")
    (mutation,) = mutations(article, seed=4, values=[find_mentions(article, kinds=["number"])])
    capitals, small, first = (after.surface for _, after in mutation.changed)
    assert capitals == small.upper()
    assert small.islower()
    assert first == small.capitalize()


def test_score_counts_what_is_found_and_what_alarms(capsys):
    score = mutation_score([STORY], kinds=["date", "number"], progress=True)
    assert score.found == 1.0
    assert score.alarms == 0.0
    assert str(score).splitlines()[0].split() == ["kind", "planted", "found", "harmless", "alarms"]
    assert not score.missed
    assert not score.false_alarms
    assert score.of("age").found is None
    assert capsys.readouterr().out == ""


def test_score_is_of_a_configuration():
    blind = mutation_score([STORY], config=Config(select="QUANTITY-CONFLICT".lower()), kinds=["date"])
    assert blind.found == 0.0
    assert {trial.mutation.before.kind for trial in blind.missed} == {"date"}


def test_a_slip_stands_in_place_of_the_right_value():
    alone = mutation_score([[Source(TEXT, id="a")]])
    assert len(alone.trials) > 8
    assert alone.found == alone.alarms == 0.0
    assert alone.shared.trials == ()
    for trial in mutation_score([STORY]).trials:
        changed = trial.mutation.before.source
        for finding in trial.findings:
            assert {evidence.source for evidence in finding.evidence} == {"a", "b"}
            assert any(evidence.source == changed for evidence in finding.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Nine hurt in school fire in Oslo\n\nNine pupils were hurt when a school in Oslo burned down on 4 March 2024.",
        "NINE HURT IN OSLO\n\nA school in Oslo burned down on 4 March 2024. Nine pupils were hurt, the nine all girls.",
        "School in Oslo burns\n\nNine were hurt on 4 March 2024. Nine pupils who had been in the school were treated.",
    ],
)
def test_what_a_source_repeats_does_not_give_a_slip_away(text):
    score = mutation_score([[Source(text, id="a")]], kinds=["number", "place"])
    assert {trial.mutation.before.kind for trial in score.trials} >= {"number", "place"}
    assert score.found == 0.0


def test_what_a_source_says_in_other_words_can_give_a_slip_away():
    score = mutation_score([[Source("The fence is 900 km (559 miles) long, the ministry said.", id="a")]])
    found = {finding.check for trial in score.trials for finding in trial.findings}
    assert found == {"unit-conversion"}


def test_one_word_for_two_things_is_two_values():
    text = "Two buses collided in Oslo. Two passengers were hurt."
    trials = [t for t in mutation_score([[Source(text, id="a")]], kinds=["number"]).trials if not t.mutation.within]
    assert sorted(trial.mutation.before.start for trial in trials) == [0, text.rindex("Two")]


def test_values_that_another_source_tells_are_told_apart():
    more = Source(f"{TEXT} Divers used ropes of 40 metres.", id="a")
    score = mutation_score([[more, STORY[1]]])
    own = {trial.mutation.before.kind for trial in score.trials if not trial.shared}
    assert own == {"quantity"}
    assert len(score.shared.trials) == len(score.trials) - 2


def test_what_was_reported_before_is_no_alarm():
    wrong = Source("Two people died when a ferry sank in Lisbon on 15 September 2025, nine were hurt.", id="c")
    assert not check_consistency([*STORY, wrong]).ok
    assert mutation_score([[*STORY, wrong]], kinds=["date"]).alarms == 0.0


def test_what_is_no_part_of_an_article_is_left_alone():
    text = "Nine people were hurt in a fire in a school in Oslo on 4 March 2024.\n\n"
    text += "Related articles\n\nEight arrested over stolen rifles"
    score = mutation_score([[Source(text, id="a")]])
    assert all(trial.mutation.before.start < text.index("Related") for trial in score.trials)
