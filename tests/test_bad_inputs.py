"""Any text can be read: bad inputs, made-up ones, and the limits of a configuration."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given

from bad_inputs import PIECES, bad_input, hold, hold_together
from factdiff import Config, ConfigError, Source, SourceError, check_consistency, find_mentions, normalize
from fuzz import READ, main, one_text, sources, spoilt

SIZE = 20_000


@pytest.mark.parametrize("name", PIECES)
def test_bad_inputs_are_read(name):
    hold(bad_input(name, SIZE))


@pytest.mark.parametrize("name", PIECES)
def test_bad_inputs_are_compared(name):
    text = bad_input(name, SIZE // 10)
    hold_together([text, text.replace("9", "8") + " Nine people died in Kyiv.", "Eight people died in Kyiv."])


@pytest.mark.parametrize("pair", ["()", "[]", "{}", "<>", "“”", "‘’", "«»", '""', "''"])
def test_deeply_nested_signs_are_read(pair):
    opening, closing = pair
    hold(f"{opening * 3000}Nine people died{closing * 3000} in Kyiv, {opening * 3000}said Ana Duarte. {closing * 3000}")
    hold(f"{opening}said {closing}" * 1000)


@given(READ)
def test_any_text_is_read(drawn):
    one_text(drawn)


@given(sources())
def test_any_sources_are_compared(story):
    hold_together(story)


@given(spoilt())
def test_any_story_is_compared(story):
    hold_together(story)


@pytest.mark.parametrize("blank", [" ", "\n", "-"])
def test_words_of_a_rank_stand_on_two_lines(blank):
    assert normalize(f"twenty{blank}first edition").rank == 21


def test_a_point_before_a_decimal_comma_makes_no_figure():
    assert find_mentions("It is 0.001,000 of it.") == ()


def test_fuzzing_runs(capsys):
    main(20, 1)
    assert capsys.readouterr().out.endswith("done: 20 examples without a crash\n")


def test_too_long_a_source_is_refused():
    with pytest.raises(SourceError, match=r"source '1' has 21 characters, more than max_source_chars \(20\)"):
        check_consistency(["Nine people had died."], config=Config(max_source_chars=20))
    assert check_consistency(["Nine people died now."], config=Config(max_source_chars=21)).ok


def test_too_many_sources_are_refused():
    with pytest.raises(SourceError, match=r"3 sources are more than max_sources \(2\)"):
        check_consistency(["One.", "Two.", "Three."], config=Config(max_sources=2))
    assert check_consistency(["One.", "Two."], config=Config(max_sources=None)).ok


@pytest.mark.parametrize("limit", [0, -1, 1.5, "many", True])
def test_a_limit_is_a_whole_number(limit):
    with pytest.raises(ConfigError, match=r"max_sources is .*: give a whole number from 1 on"):
        Config(max_sources=limit)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='alert(1)"


def test_hostile_sources_are_escaped_in_pages():
    def story(words):
        return [
            Source(f"{words} The missile flew 900km. {words}", id=f"a{words}", publisher=words, title=words),
            Source(f"{words} The missile flew 500 miles. {words}", id=f"b{words}", publisher=words, title=words),
        ]

    seen = []
    for words in ("plain", HOSTILE):
        report = check_consistency(story(words))
        assert report.findings
        elements = Elements()
        elements.feed(report.to_html() + report._repr_html_())
        seen.append(elements.seen)
    assert {tag for tag, *_ in seen[1]} == {tag for tag, *_ in seen[0]}
    assert not [name for _, *names in seen[1] for name in names if name.startswith("on")]


class Elements(HTMLParser):
    """The elements of a page, each with the names of its attributes."""

    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add((tag, *sorted(name for name, _ in attrs)))


def test_ten_thousand_numbers_are_found():
    assert len(find_mentions("It counted 1,237 birds. " * 10_000, kinds=["number"])) == 10_000
