"""What the stories in the folder of fixtures hold (`gold.json`), and which of it is found.

``pytest --update-snapshots`` writes the table anew; ``pytest -s tests/test_gold.py`` prints it.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from factdiff import check_consistency
from factdiff.reader import read_folder

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
TABLE = HERE / "snapshots" / "gold.txt"
STORIES = sorted(path.parent.name for path in FIXTURES.glob("*/gold.json"))


def gold(story):
    return json.loads((FIXTURES / story / "gold.json").read_text(encoding="utf-8"))


def meets(evidence, span):
    return evidence.source == span["source"] and evidence.start < span["end"] and span["start"] < evidence.end


def told(finding, spans):
    """For each of some spans the sides of a finding that lie on it."""
    return [{evidence.side for evidence in finding.evidence if meets(evidence, span)} for span in spans]


def fits(finding, expected):
    """Whether a finding is the expected one: of its check, with a word of each of its sides on a side of its own."""
    sides = {span["side"]: set() for span in expected["evidence"]}
    for span, found in zip(expected["evidence"], told(finding, expected["evidence"]), strict=True):
        sides[span["side"]] |= found
    return finding.check == expected["check"] and all(
        one and two and one != two for one, two in combinations(sides.values(), 2)
    )


def sides(spans):
    """The words of each side, with their sources."""
    by_side = {}
    for source, surface, side in spans:
        by_side.setdefault(side, []).append(f"“{surface}” ({source})")
    return " against ".join(" / ".join(said) for said in by_side.values())


def row(word, check, severity, spans):
    return f"{word:<9}{check} ({severity}): {sides(spans)}"


def table(story):
    """A line for each expected finding, found or missed, for each other finding, and for the pairs of no finding."""
    expected, report = gold(story), check_consistency(read_folder(FIXTURES / story))
    others = list(report.findings)
    for one in expected["expected"]:
        found = [finding for finding in report.findings if fits(finding, one)]
        others = [finding for finding in others if finding not in found]
        spans = [(span["source"], span["surface"], span["side"]) for span in one["evidence"]]
        grades = {finding.severity for finding in found} - {one["severity"]}
        yield row("found" if found else "missed", one["check"], one["severity"], spans) + "".join(
            f"; found as {grade}" for grade in sorted(grades)
        )
    for finding in others:
        spans = [(e.source, e.surface, e.side) for e in finding.evidence]
        yield row("besides", finding.check, finding.severity, spans)
    for name in ("agree", "unrelated"):
        pairs = [pair["evidence"] for pair in expected[name]]
        joined = sum(any(all(lies(fact, span) for span in pair) for fact in report.facts) for pair in pairs)
        yield f"{name}: {joined} of {len(pairs)} pairs are in one fact"


def lies(fact, span):
    return any(meets(mention, span) for mention in fact.mentions)


def test_table_of_what_is_found_is_as_it_was(request):
    text = "".join(f"{story}\n" + "".join(f"  {line}\n" for line in table(story)) for story in STORIES)
    print(f"\n{text}")
    if request.config.getoption("--update-snapshots"):
        TABLE.write_text(text, encoding="utf-8")
    assert text == TABLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("story", STORIES)
def test_what_agrees_or_is_of_two_things_is_not_set_against_each_other(story):
    report = check_consistency(read_folder(FIXTURES / story))
    for pair in (*gold(story)["agree"], *gold(story)["unrelated"]):
        for finding in report.findings:
            one, two = told(finding, pair["evidence"])
            assert not one or not two or one == two, (pair["why"], finding.message)


@pytest.mark.parametrize("story", STORIES)
def test_gold_stands_where_it_says(story):
    texts = {source.id: source.text for source in read_folder(FIXTURES / story)}
    for kind in gold(story).values():
        for one in kind:
            for span in one["evidence"]:
                assert texts[span["source"]][span["start"] : span["end"]] == span["surface"]
