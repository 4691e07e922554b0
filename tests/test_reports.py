"""Every format, on the same three reports, compared with what it was; and what must hold for any report.

``pytest --update-snapshots`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factdiff import Config, Source, _variants, check_consistency
from factdiff.reader import read_folder

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
SNAPSHOTS = HERE / "snapshots"

HOSTILE = 'The <script>alert("x")</script> & [link](javascript:x) *fell* 900km (500 miles) in <b>Kyiv</b>.'


def reports():
    missiles = check_consistency(read_folder(FIXTURES / "missiles"))
    hostile = check_consistency(
        [
            Source(HOSTILE, id="<a>", title="<i>title</i>", publisher='"p"', published="2024-01-04"),
            Source("Nothing here.\nKiev fell.", id="b&b"),
        ]
    )
    quiet = check_consistency(read_folder(FIXTURES / "ferry"), config=Config(min_severity="warning"))
    return {"missiles": missiles, "hostile": hostile, "quiet": quiet}


REPORTS = reports()


@pytest.mark.parametrize("form", _variants.names("reports"))
@pytest.mark.parametrize("name", REPORTS)
def test_format_is_as_it_was(name, form, request):
    path = SNAPSHOTS / f"{name}.{form}"
    text = REPORTS[name].as_(form)
    if request.config.getoption("--update-snapshots"):
        SNAPSHOTS.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_data_has_the_promised_shape(name):
    data = REPORTS[name].to_dict()
    assert list(data) == ["schema_version", "sources", "facts", "findings"]
    assert data == json.loads(REPORTS[name].to_json())
    texts = {source.id: source.text for source in REPORTS[name].sources}
    for source in data["sources"]:
        assert list(source) == ["id", "published", "published_from", "lang", "publisher", "title", "chars"]
        assert source["published_from"] in ("given", "text", "story", None)
        assert source["chars"] == len(texts[source["id"]])
    facts = {fact["id"]: fact for fact in data["facts"]}
    assert len(facts) == len(data["facts"])
    for fact in data["facts"]:
        assert list(fact) == ["id", "kind", "verdict", "consensus", "outliers", "why", "mentions"]
        assert set(fact["outliers"]) <= set(texts)
        for mention in fact["mentions"]:
            assert list(mention) == ["source", "start", "end", "surface", "value", "rule"]
            assert texts[mention["source"]][mention["start"] : mention["end"]] == mention["surface"]
            assert mention["value"]["type"] == fact["kind"]
    for finding in data["findings"]:
        assert list(finding) == ["code", "check", "severity", "message", "fact", "fingerprint", "evidence"]
        assert re.fullmatch("[0-9a-f]{16}", finding["fingerprint"])
        assert finding["fact"] is None or finding["fact"] in facts
        for evidence in finding["evidence"]:
            assert list(evidence) == ["source", "start", "end", "surface", "value", "side"]
            assert texts[evidence["source"]][evidence["start"] : evidence["end"]] == evidence["surface"]


def test_every_mention_stands_in_one_fact():
    for report in REPORTS.values():
        in_facts = [mention for fact in report.facts for mention in fact.mentions]
        assert sorted(in_facts, key=lambda m: (m.source, m.start)) == sorted(
            report.mentions, key=lambda m: (m.source, m.start)
        )


def test_fingerprint_does_not_change_with_the_position():
    texts = ["The rocket flew 900km (500 miles)."]
    shifted = [f"A first sentence. {texts[0]}"]
    one, two = (check_consistency(sources).findings[0] for sources in (texts, shifted))
    assert one.evidence[0].start != two.evidence[0].start
    assert one.fingerprint == two.fingerprint
    other = check_consistency(["The rocket flew 900km (400 miles)."]).findings[0]
    assert other.fingerprint != one.fingerprint


def test_ok_means_nothing_at_warning_or_error():
    assert not REPORTS["missiles"].ok
    assert REPORTS["quiet"].ok
    info = check_consistency(["Kiev was shelled.", "Kyiv was shelled."])
    assert [finding.severity for finding in info.findings] == ["info"]
    assert info.ok


def test_str_is_the_report_for_a_terminal():
    report = REPORTS["quiet"]
    assert str(report) + "\n" == report.as_("text")
    assert str(report).startswith("no findings in 3 sources; ")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_keeps_to_its_width(width):
    lines = REPORTS["missiles"].as_("text", width=width).splitlines()
    assert max(map(len, lines)) <= width


class Page(HTMLParser):
    """Collects the elements of a page and checks that each is closed."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.ids, self.links = [], [], set(), set()

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        attributes = dict(attrs)
        assert attributes.get("id") not in self.ids
        self.ids |= {attributes["id"]} if "id" in attributes else set()
        self.links |= {attributes["href"]} if tag == "a" else set()
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", REPORTS)
def test_page_is_whole_and_needs_nothing_else(name):
    html = REPORTS[name].to_html()
    page = Page()
    page.feed(html)
    assert page.open == []
    assert {link.removeprefix("#") for link in page.links} <= page.ids
    assert not {"script", "link", "img", "iframe", "b", "i"} & set(page.seen)
    assert not re.search(r"https?:|url\(|@import|\son\w+=", re.sub(r">[^<]*<", "><", html))
    assert REPORTS[name]._repr_html_().strip() in html


def test_words_of_sources_are_escaped():
    report = REPORTS["hostile"]
    assert "<script>" not in report.to_html()
    assert "&lt;script&gt;" in report.to_html()
    assert "<script>" not in report.to_markdown()
    assert not re.search(r"(?<!\\)\]\(", report.to_markdown())
