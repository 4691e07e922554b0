"""The pytest plugin, in test runs of its own, and the assertions."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import factdiff.testing
from factdiff import Source
from factdiff.testing import assert_consistent, assert_supported

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parent.parent
#: the plugin by its module, whether or not the installed package has the entry point
PLUGIN = ("-p", "no:factdiff", "-p", "factdiff.testing.plugin", "-p", "no:cacheprovider")
CONFLICT = [
    Source("The missile flew 900km.", id="daily"),
    Source("The missile flew 500 miles, witnesses said.", id="gazette"),
]


def test_consistent_sources_give_their_report():
    assert assert_consistent(["Nine people died in the fire.", "The fire killed nine people."]).ok


def test_a_failure_shows_the_evidence():
    with pytest.raises(AssertionError) as caught:
        assert_consistent(CONFLICT)
    lines = [line.strip() for line in str(caught.value).splitlines()]
    assert lines[0] == "the sources contradict each other"
    assert lines[1].startswith("quantity-conflict (error): ")
    assert any("daily:17-22" in line and "The missile flew [900km]." in line for line in lines)
    assert any("gazette:17-26" in line and "[500 miles], witnesses said." in line for line in lines)


def test_entry_points_lead_somewhere():
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert callable(EntryPoint("factdiff", points["hypothesis"]["factdiff"], "hypothesis").load())
    assert EntryPoint("factdiff", points["pytest11"]["factdiff"], "pytest11").load().MARKER


def test_tools_are_listed():
    assert [name for name in factdiff.testing.__all__ if not hasattr(factdiff.testing, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        factdiff.testing.nothing  # noqa: B018  the look-up is what is tested


def test_marker_sets_the_options_of_a_test(pytester):
    pytester.makepyfile("""
        import pytest

        pytestmark = pytest.mark.factdiff(min_severity="error", select="DAT")

        @pytest.mark.factdiff(select=["QTY"])
        def test_nearest_marker_decides(factdiff_config):
            assert factdiff_config.select == ("QTY",)
            assert factdiff_config.min_severity == "error"
    """)
    result = pytester.runpytest_inprocess(*PLUGIN, "--strict-markers", "-m", "factdiff")
    result.assert_outcomes(passed=1)


#: the options of a marker -> what is wrong with them
WRONG = {
    'selct="DAT"': "unknown option 'selct': did you mean 'select'?",
    'min_severty="error"': "unknown option 'min_severty': did you mean 'min_severity'?",
    "zzz=1": "unknown option 'zzz': use one of tolerances, select, ignore, ",
    '"DAT"': "it takes its options by name: write select='DAT', not 'DAT'",
    'select="XYZ"': "unknown check 'XYZ': ",
    "select=3": "select and ignore take codes or names of checks: 3 is none",
    'min_severity="warn"': "unknown severity 'warn': did you mean 'warning'?",
    "max_sources=0": "max_sources is 0: give a whole number from 1 on",
}


def test_a_wrong_option_of_a_marker_is_told_in_a_sentence(pytester):
    body = "    raise RuntimeError('it ran')\n"
    tests = [
        f"@pytest.mark.factdiff({options})\ndef test_{number}_{argument}({argument}):\n{body}"
        for number, options in enumerate(WRONG)
        for argument in ("factdiff_config", "")
    ]
    path = pytester.makepyfile("\n".join(["import pytest", *tests, "def test_other():\n    pass\n"]))
    result = pytester.runpytest_subprocess(*PLUGIN, "--strict-markers", "-rN")
    result.assert_outcomes(errors=2 * len(WRONG), passed=1)
    told = [line for line in result.outlines if line.startswith("marker factdiff of ")]
    for number, message in enumerate(WRONG.values()):
        for line, argument in zip(told[2 * number : 2 * number + 2], ("factdiff_config", ""), strict=True):
            assert line.startswith(f"marker factdiff of {path.name}::test_{number}_{argument}: {message}")
    assert not [line for line in result.outlines if "plugin.py" in line or "it ran" in line]


def test_a_wrong_option_of_a_module_is_told_for_each_of_its_tests(pytester):
    pytester.makepyfile("""
        import pytest

        pytestmark = pytest.mark.factdiff(selct="DAT")

        class TestStory:
            @pytest.mark.factdiff(ignore="QTY")
            def test_one(self):
                pass

            def test_two(self, factdiff_config):
                pass
    """)
    result = pytester.runpytest_subprocess(*PLUGIN)
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["marker factdiff of *::TestStory::test_one: unknown option 'selct'*"])


def test_without_its_marker_a_test_loads_nothing_of_factdiff(pytester):
    pytester.makepyfile("""
        import sys

        def test_story():
            assert "factdiff.config" not in sys.modules
    """)
    pytester.runpytest_subprocess(*PLUGIN, "-p", "no:hypothesispytest").assert_outcomes(passed=1)


def test_markers_are_told(pytester):
    result = pytester.runpytest_inprocess(*PLUGIN, "--markers")
    result.stdout.fnmatch_lines(["@pytest.mark.factdiff(*"])


def test_failures_of_a_run_show_findings_and_hide_the_frames_of_factdiff(pytester):
    pytester.makepyfile("""
        from factdiff import check_consistency
        from factdiff.testing import assert_consistent

        STORY = ["The missile flew 900km.", "The missile flew 500 miles."]

        def test_story():
            assert_consistent(STORY)

        def test_findings():
            assert check_consistency(STORY).findings == ()
    """)
    result = pytester.runpytest_subprocess(*PLUGIN, "-W", "error")
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(
        [
            "E*the sources contradict each other",
            "E*quantity-conflict (error)*",
            "E*  A  1:17-22  The missile flew [[]900km].",
            "E*assert 1 == 0",
        ]
    )
    result.stdout.fnmatch_lines(["E*assert 1 findings == 0 findings", "E*quantity-conflict (error)*"])
    result.stdout.no_fnmatch_line("*__tracebackhide__*")


def test_supported_drafts_give_their_report():
    assert assert_supported("Over 1,000 containers came.", ["More than 1,000 containers came."]).ok


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (
            "1,000 containers came to the port.",
            "dropped hedge: “1,000” (draft:0-5) against “More than 1,000”",
        ),
        ("Containers worth €5 million came to the port.", "unsupported (warning): "),
    ],
)
def test_unsupported_drafts_fail_with_their_reason(draft, reason):
    with pytest.raises(AssertionError, match="the sources do not support the draft") as caught:
        assert_supported(draft, ["More than 1,000 containers came to the port."])
    assert reason in str(caught.value)


def test_sample_of_the_docs_fails_for_the_right_reason(pytester):
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    (sample,) = (block for block in re.findall(r"```python\n(.*?)```", page, re.S) if "def test_" in block)
    assert len([line for line in sample.split("def summarize")[1].splitlines() if line]) <= 10
    pytester.makepyfile(sample)
    pytester.makeconftest("""
        from hypothesis import Phase, settings

        phases = [Phase.generate]  # the first failure tells enough
        settings.register_profile("exact", derandomize=True, deadline=None, database=None, phases=phases)
        settings.load_profile("exact")
    """)
    result = pytester.runpytest_subprocess(*PLUGIN)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*the sources do not support the draft*", "*dropped hedge: “*"])
