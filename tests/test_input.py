"""Bad input gets one clear sentence, and hostile input is survived."""

from __future__ import annotations

import pickle
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factdiff
from factdiff import (
    Config,
    ConfigError,
    FactdiffError,
    InputError,
    NormalizationError,
    ReadError,
    Source,
    SourceError,
    UnknownNameError,
    check_consistency,
    compare,
    find_mentions,
    normalize,
)
from factdiff.errors import nearest


@pytest.mark.parametrize(
    ("sources", "error", "message"),
    [
        ([], SourceError, "sources is empty: give at least one source"),
        ("a text", SourceError, "sources is a str: give a list of sources, even for one"),
        (Source("a text"), SourceError, "sources is a Source: give a list of sources, even for one"),
        ({"text": "a"}, SourceError, "sources is a dict: give a list of sources, even for one"),
        (None, SourceError, "sources is a NoneType: give a list of sources, even for one"),
        ([""], SourceError, "source 1: text is empty: give the words of the source"),
        (["fine", " \n\t"], SourceError, "source 2: text is empty"),
        ([3], SourceError, "source 1 is a int: give a Source, a str, a mapping or a Path"),
        ([b"bytes"], SourceError, "source 1 is a bytes"),
        ([{"id": "a"}], SourceError, "source 1: the mapping has no 'text'"),
        ([{"text": "a", "publishd": "2024-01-04"}], SourceError, "unknown field 'publishd': did you mean 'published'"),
        ([{"text": "a", "zzz": 1}], SourceError, "unknown field 'zzz': use "),
        ([{"text": "a", "published": "4 Jan"}], SourceError, "published is '4 Jan': give a date, a datetime or an ISO"),
        ([{"text": 5}], SourceError, "text is a int: give the text as a str"),
        ([Source("a", id="x"), Source("b", id="x")], SourceError, "2 sources have the id 'x'"),
        ([Source("a", id="2"), "b"], SourceError, "2 sources have the id '2'"),
    ],
)
def test_bad_sources(sources, error, message):
    with pytest.raises(error) as caught:
        check_consistency(sources)
    assert str(caught.value).startswith(message) or message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ["yesterday", "2024-13-01", "", "2024", 20240104, "2024-01-04T99:00"])
def test_bad_publication_date(value):
    with pytest.raises(SourceError, match="give a date, a datetime or an ISO 8601 string such as '2024-01-04'"):
        Source("text", published=value)


@pytest.mark.parametrize("value", [date(2024, 1, 4), datetime(2024, 1, 4, 9, 30), "2024-01-04", "2024-01-04T09:30:00Z"])
def test_publication_date_in_all_its_forms(value):
    (mention,) = find_mentions("on Tuesday", published=value)
    assert mention.value.to_dict()["timex3"] == "2024-01-02"
    assert find_mentions(Source("on Tuesday", published=value))[0].value == mention.value


def test_find_mentions_refuses_what_it_cannot_search():
    with pytest.raises(InputError, match="find_mentions takes a Source or a str, not a bytes"):
        find_mentions(b"text")
    with pytest.raises(UnknownNameError, match="unknown kind 'dates': did you mean 'date'"):
        find_mentions("text", kinds=["dates"])
    assert find_mentions("  ") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not one value: no value was found in it"),
        ("nothing here", "'nothing here' is not one value: no value was found in it; write it as a newspaper would"),
        ("about 5 km of road", "'about 5 km of road' is not one value: only 'about 5 km' of it is; give that alone"),
        ("5 km and 6 km", "it holds 2, '5 km' and '6 km'; give one"),
    ],
)
def test_normalize_says_what_it_saw(text, message):
    with pytest.raises(NormalizationError) as caught:
        normalize(text)
    assert message in str(caught.value)
    assert caught.value.text == text


def test_normalize_and_compare_refuse_other_types():
    with pytest.raises(InputError, match="normalize takes a str, not a int"):
        normalize(5)
    with pytest.raises(InputError, match="compare takes values or mentions, not a str: use normalize first"):
        compare("5 km", normalize("5 km"))


def test_normalize_of_one_kind():
    assert normalize("37", kind="number").to_dict()["stated"] == 37
    with pytest.raises(NormalizationError, match="is not one money: no money was found"):
        normalize("5 km", kind="money")


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"min_severity": "eror"}, UnknownNameError, "unknown severity 'eror': did you mean 'error'"),
        ({"select": 5}, ConfigError, "select and ignore take codes or names of checks: 5 is none"),
        ({"tolerances": 0.1}, ConfigError, "tolerances is a float: give a factdiff.Tolerances"),
    ],
)
def test_bad_options(options, error, message):
    with pytest.raises(error) as caught:
        Config(**options)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("option", ["hedge", "vague_gap", "near_km"])
def test_bad_tolerances(option):
    with pytest.raises(ValueError, match=option):
        factdiff.Tolerances(**{option: -1})


def test_report_in_an_unknown_format():
    with pytest.raises(UnknownNameError, match="unknown report format 'htm': did you mean 'html'"):
        check_consistency(["text"]).as_("htm")


def test_missing_file(tmp_path):
    with pytest.raises(ReadError, match=r"none\.txt does not exist: check the path"):
        check_consistency([tmp_path / "none.txt"])
    with pytest.raises(ReadError, match="is a folder: give a file"):
        check_consistency([tmp_path])


def test_file_that_is_not_utf8(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("Müller".encode("latin-1"))
    with pytest.raises(ReadError, match=r"latin\.txt is not UTF-8 \(byte 1 is 0xfc\): save it as UTF-8"):
        check_consistency([path])


def test_a_str_is_never_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("Nine people died.", encoding="utf-8")
    assert check_consistency(["story.txt"]).sources[0].text == "story.txt"
    assert check_consistency([tmp_path / "story.txt"]).sources[0].id == "story"


@pytest.mark.parametrize(
    "error",
    [
        UnknownNameError("check", "x", ["a"]),
        NormalizationError("t", ["a", "b"], "date"),
        SourceError("s"),
        ReadError("r"),
    ],
)
def test_errors_travel_between_processes(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert isinstance(error, FactdiffError)
    assert isinstance(error, ValueError)


def test_nearest_name_only_when_near():
    assert nearest("jsn", ["json", "html"]) == "json"
    assert nearest("qqqq", ["json", "html"]) is None


HOSTILE = {
    "one character": "a",
    "digits": "7",
    "brackets": "[",
    "months": "January ",
    "weekdays": "Tuesday (January 3, 2023) ",
    "numbers": "12 ",
    "ranges": "1-",
    "sums": "$",
    "words": "one and ",
    "capitals": "New ",
    "quotes": '"',
    "nul": "\0",
    "surrogates": "\ud800",
    "lines": "\n",
    "sentences": "Ten. ",
    "combining": "e\u0301",
}


#: how many characters of one thing are read: a quarter of a million, and ten times as many in the thorough profile
LENGTH = 2500 * settings.default.max_examples


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_long_text_of_one_thing_is_survived(piece):
    text = "x " + piece * (LENGTH // len(piece))
    report = check_consistency([text, "The fire killed nine people on January 2, 2023."])
    assert [source.text for source in report.sources] == [text, "The fire killed nine people on January 2, 2023."]
    assert report.ok


@given(st.text(st.characters(codec=None, categories=None), min_size=1).filter(str.strip))
def test_any_text_is_read_and_its_offsets_hold(text):
    check_offsets(text)


PIECES = (
    "January|2|, |2023|2024|Tuesday|(|)|900|km| |miles|500|$|£|million|m|more than|at least|one|of|the|missiles|"
    "short-range|ballistic|Kyiv|Kiev|North Korean|-|–|.|,|to|between|and|and a half|per cent|%|\n|\n\n|“|”|'s|a.m.|7|"
    ":30|several|people|last|next|week|ago|days|the turn of the year|in|U.S.|US|No. |3-2|1,000|1.5|bn|year-old|aged|/|"
    "°C|degrees"
)
pieces = st.sampled_from(PIECES.split("|"))


@given(st.lists(pieces, min_size=1, max_size=12).map("".join).filter(str.strip))
def test_any_mixture_of_written_values_is_read_and_its_offsets_hold(text):
    check_offsets(text)


def check_offsets(text):
    last = {}
    for mention in find_mentions(text, published="2024-01-04"):
        assert text[mention.start : mention.end] == mention.surface
        assert mention.start < mention.end
        assert mention.start >= last.get(mention.kind, 0)
        last[mention.kind] = mention.end
        for part in mention.parts:
            assert mention.start <= part.start < part.end <= mention.end
    report = check_consistency([text, "On January 2, 2024, two missiles flew 900km."])
    for form in ("json", "html", "markdown", "text"):
        report.as_(form).encode("utf-8")
