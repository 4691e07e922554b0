"""Articles are grouped into stories, the same in any order, and near copies are set aside."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from factdiff import ConfigError, Source, group_stories
from factdiff.tables import read_table

ROOT = Path(__file__).parent.parent
STORIES = sorted(path for path in (ROOT / "fixtures" / "alignment").glob("*/*") if path.is_dir())

np = pytest.importorskip("numpy", reason="the extra is not installed")
pytest.importorskip("scipy", reason="the extra is not installed")


def articles(folder):
    dates = tomllib.loads((folder / "sources.toml").read_text("utf-8"))
    return [
        Source(path.read_text("utf-8"), id=f"{folder.name}/{path.stem}", published=dates[path.stem]["published"])
        for path in sorted(folder.glob("*.txt"))
    ]


@pytest.fixture(scope="module")
def archive():
    return [article for folder in STORIES for article in articles(folder)]


def pairs(sizes):
    return sum(size * (size - 1) // 2 for size in sizes)


def score(grouping):
    """Pairwise precision and recall, of articles whose ids begin with their story."""
    found = [Counter(article.id.split("/")[0] for article in story) for story in grouping.stories.values()]
    true = Counter(article.id.split("/")[0] for story in grouping.stories.values() for article in story)
    right = sum(pairs(own.values()) for own in found)
    return right / pairs(own.total() for own in found), right / pairs(true.values())


def test_the_stories_are_found_again(archive):
    grouping = group_stories(archive, days=7)
    precision, recall = score(grouping)
    assert precision >= 0.97
    assert recall >= 0.9
    assert sum(size * number for size, number in grouping.sizes.items()) == len(archive)
    shuffled = random.Random(1).sample(archive, len(archive))
    assert group_stories(shuffled, days=7) == grouping


def test_articles_without_dates_are_grouped_as_well(archive):
    # nothing but words tells them apart, and the more stories there are, the fewer words are of one alone
    some = [evolve(article, published=None) for article in archive if article.id < "ar"]
    precision, recall = score(group_stories(some))
    assert precision >= 0.97
    assert recall >= 0.9


def test_a_story_goes_on_from_day_to_day(archive):
    first = [evolve(article, published=f"2024-01-0{1 + 2 * n}") for n, article in enumerate(archive[:5])]
    assert group_stories(first, days=3).sizes == {5: 1}
    assert group_stories(first, days=1).sizes == {1: 5}


def test_articles_far_apart_are_not_compared(archive):
    first = archive[:5]
    years = [evolve(article, published=f"20{10 + n}-01-01") for n, article in enumerate(first)]
    assert group_stories(years).sizes == {1: 5}
    assert group_stories(years, days=5000).sizes == {5: 1}


def test_near_copies_are_set_aside_unless_a_figure_differs(archive):
    wire = archive[0]
    cut = evolve(wire, id="z-cut", text=wire.text[: len(wire.text) * 9 // 10].rsplit(" ", 1)[0])
    figure = next(word for word in wire.text.split() if word.isdigit())
    slip = evolve(wire, id="z-slip", text=wire.text.replace(figure, "77777", 1))
    grouping = group_stories([*archive[:8], cut, slip], days=7)
    assert grouping.copies == {"z-cut": wire.id}
    (story,) = (story for story in grouping.stories.values() if wire in story)
    assert slip in story
    assert str(grouping).startswith("2 stories of 9 articles, and 1 near copy\n")


def test_a_copy_of_a_copy_points_to_the_article_that_stays(archive):
    words = archive[0].text.split()
    cuts = [len(words) * share // 100 for share in (81, 90, 100)]
    given = [Source(" ".join(words[:cut]), id=id) for cut, id in zip(cuts, "abc", strict=True)]
    assert group_stories(given[:2]).copies == {"a": "b"}
    assert group_stories(given).copies == {"a": "c", "b": "c"}


def test_few_articles_make_stories_of_their_own():
    assert group_stories(["Nine died."]).sizes == {1: 1}
    assert group_stories(["Nine died.", "The bridge is closed."]).sizes == {1: 2}


def test_days_of_the_week_and_years_are_held_against_each_other():
    from factdiff.archive.grouping.article_terms import article_terms
    from factdiff.archive.grouping.candidates import Candidates
    from factdiff.archive.grouping.pair_levels import in_common

    texts = ("It shook on Sunday in 2013.", "The quake of Sunday, not Monday.", "It shook on Friday in 2008.")
    dated = Source("It shook on Friday.", published="2008-03-07")
    german = Source("Am Montag bebte die Erde 2013.", lang="de")
    articles = [article_terms(source) for source in (*map(Source, texts), dated, german)]
    assert [sorted(one.weekdays) for one in articles[:4]] == [["sunday"], ["monday", "sunday"], ["friday"], ["friday"]]
    assert [sorted(one.years) for one in articles] == [["2013"], [], ["2008"], ["2008"], ["2013"]]
    first, second = np.array([0, 0, 2, 1]), np.array([1, 2, 3, 4])
    pairs = Candidates(first, second, np.ones(4))
    found = in_common("weekdays", articles, pairs)
    assert found["weekdays_shared"].tolist() == [1, 0, 1, 0]
    assert found["weekdays_differ"].tolist() == [0, 1, 0, 1]
    assert in_common("years", articles, pairs)["years_differ"].tolist() == [0, 1, 0, 0]


def test_the_weights_can_be_estimated_again(tmp_path, capsys):
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    spec = importlib.util.spec_from_file_location("fit_grouping", ROOT / "tools" / "fit_grouping.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    clusters = [[{"text": article.text} for article in articles(folder)] for folder in STORIES[:20]]
    path = tmp_path / "clusters.jsonl"
    path.write_text("".join(json.dumps({"sources": cluster}) + "\n" for cluster in clusters), "utf-8")
    tool.main([str(path)])
    fitted = tomllib.loads(capsys.readouterr().out)
    kept = read_table("factdiff.archive.grouping", "thresholds_and_weights.toml")
    assert fitted["weights"].keys() == kept["weights"].keys()
    assert fitted["weights"]["text"] > 0
    assert fitted["prior"] < 0


def test_what_cannot_be_is_told():
    with pytest.raises(ConfigError, match="days is -1: give a whole number from 0 on"):
        group_stories(["Nine died."], days=-1)
    code = "import sys; sys.modules['scipy'] = None; import factdiff; factdiff.group_stories(['Nine died.'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "MissingExtraError: groups of articles need" in done.stderr
    assert "factdiff[grouping]" in done.stderr
