"""Slips and rewordings: each changes one value and nothing else, and the engine finds most of the first."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from factdiff import Config, InputError, Relation, Source, UnknownNameError, find_mentions, normalize, relate
from factdiff.finder import PLAIN
from factdiff.reader import read_folder
from factdiff.testing import mutate, mutation_score
from factdiff.testing.mutation import mutations
from factdiff.testing.slips import misread
from factdiff.testing.written import written
from factdiff.values.consensus import bare

FIXTURES = Path(__file__).parent.parent / "fixtures"
STORIES = [read_folder(FIXTURES / name) for name in ("budget", "ferry", "missiles")]
JUDGED = ("date", "number", "quantity", "money", "place")
ARTICLES = [source for story in STORIES for source in story]
TEXT = "Two people died and nine were hurt when a ferry sank in Lisbon on 14 September 2025. It cost €2.5 million."


@pytest.mark.parametrize("within", [False, True])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda source: source.id)
def test_a_mutation_changes_one_value_alone(article, within):
    for mutation in mutations(article, seed=3, within=within):
        before, after, copy = mutation.before, mutation.after, mutation.source
        assert copy.text[slice(*mutation.span)] == after.surface != before.surface
        assert copy.text[: before.start] + before.surface + copy.text[after.end :] == article.text
        assert (relate(bare(before.value), bare(after.value)) is Relation.DISJOINT) is not within
        pairs = zip(find_mentions(article, kinds=PLAIN), find_mentions(copy, kinds=PLAIN), strict=True)
        assert all(relate(old.value, new.value) is not Relation.DISJOINT for old, new in pairs if old != before)


def test_a_mutation_depends_on_its_seed_alone():
    assert mutate(TEXT, seed=5) == mutate(Source(TEXT), seed=5)
    assert len({mutate(TEXT, seed=seed).source.text for seed in range(12)}) > 6


def test_the_copy_has_an_id_of_its_own():
    assert mutate(TEXT, seed=1).source.id is None
    assert mutate(Source(TEXT, id="a", published="2025-09-15"), seed=1).source.id == "a-changed"


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
    forms = written(value)
    assert forms
    assert len(forms) == len(set(forms))
    assert all(relate(normalize(form, kind=value.kind), value) is Relation.EQUAL for form in forms)


def test_written_forms_are_of_known_languages():
    with pytest.raises(UnknownNameError, match="unknown language 'tlh'"):
        written(normalize("900 km"), lang="tlh")


def test_score_counts_what_is_found_and_what_alarms(capsys):
    score = mutation_score([[Source(TEXT, id="a")]], progress=True)
    assert score.found == 1.0
    assert score.alarms == 0.0
    assert str(score).splitlines()[0].split() == ["kind", "planted", "found", "harmless", "alarms"]
    assert not score.missed
    assert not score.false_alarms
    assert score.of("age").found is None
    assert capsys.readouterr().out == ""


def test_score_is_of_a_configuration():
    blind = mutation_score([[Source(TEXT, id="a")]], config=Config(select="QUANTITY-CONFLICT".lower()), kinds=["date"])
    assert blind.found == 0.0
    assert {trial.mutation.before.kind for trial in blind.missed} == {"date"}


def test_what_is_no_part_of_an_article_is_left_alone():
    text = "Nine people were hurt in a fire in a school in Oslo on 4 March 2024.\n\n"
    text += "Related articles\n\nEight arrested over stolen rifles"
    score = mutation_score([[Source(text, id="a")]])
    assert all(trial.mutation.before.start < text.index("Related") for trial in score.trials)


@pytest.fixture(scope="module")
def score_of_the_fixtures():
    return mutation_score(STORIES, kinds=JUDGED)


def test_score_of_the_fixtures_stays_above_its_floor(score_of_the_fixtures):
    assert score_of_the_fixtures.found >= 0.9
    assert score_of_the_fixtures.alarms <= 0.03


@pytest.mark.parametrize("kind", JUDGED)
def test_score_of_each_kind_stays_above_its_floor(score_of_the_fixtures, kind):
    score = score_of_the_fixtures.of(kind)
    assert score.found >= 0.85
    assert score.alarms <= 0.03


def test_mutations_beside_their_article_are_found_on_their_value():
    article = evolve(ARTICLES[0], id="a")
    score = mutation_score([[article]], kinds=["date", "money"])
    for trial in score.trials:
        for finding in trial.findings:
            assert any(e.source == "a-changed" and e.start < trial.mutation.after.end for e in finding.evidence)
