"""Every format, on the same three reports, compared with what it was; and what must hold for any report.

``pytest --update-snapshots`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import pickle
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve, frozen

from factdiff import Config, InputError, MissingExtraError, Report, Source, UnknownNameError, _variants
from factdiff import check_consistency as check
from factdiff.reader import read_folder
from factdiff.records import Evidence, Fact, Finding, Level, Mention
from factdiff.report import data_frames
from factdiff.values.recorded import recorded

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
SNAPSHOTS = HERE / "snapshots"

HOSTILE = (
    'The <script>alert("x")</script> & [link](javascript:x) *fell* ::error::%0A ]]> \x1b[31m @all '
    "900km (500 miles) in <b>Kyiv</b>."
)
NAME = '\x1b[2J\n"><img src=x onerror=alert(1)>::,%'


def story(name):
    """The sources of a fixture; their files as seen from the root of the project."""
    return [evolve(s, url=f"fixtures/{name}/{s.id}.txt") for s in read_folder(FIXTURES / name)]


def reports():
    missiles = check(story("missiles"))
    known, accepted, *_ = (finding.fingerprint for finding in missiles.findings)
    hostile = check(
        [
            Source(HOSTILE, id=NAME, title="<i>title</i>", publisher='"p"', published="2024-01-04", url=f"a/{NAME}"),
            Source("Nothing here.\nKiev fell.", id="b&b", url="https://example.org/<b>"),
        ]
    )
    return {
        "missiles": missiles.marked(known={known}, accepted={accepted: "The calendar was checked <b>twice</b>."}),
        "hostile": hostile,
        "quiet": check(story("ferry"), config=Config(min_severity="warning")),
    }


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
    assert list(data) == ["schema_version", "sources", "facts", "findings", "suspects", "notes"]
    assert data == json.loads(REPORTS[name].to_json())
    texts = {source.id: source.text for source in REPORTS[name].sources}
    for source in data["sources"]:
        assert list(source) == ["id", "published", "published_from", "lang", "publisher", "title", "chars"]
        assert source["published_from"] in ("given", "text", "story", None)
        assert source["chars"] == len(texts[source["id"]])
    facts = {fact["id"]: fact for fact in data["facts"]}
    assert len(facts) == len(data["facts"])
    for fact in data["facts"]:
        assert list(fact) == ["id", "kind", "verdict", "consensus", "outliers", "why", "threshold", "mentions"]
        assert set(fact["outliers"]) <= set(texts)
        for mention in fact["mentions"]:
            assert list(mention) == ["source", "start", "end", "surface", "value", "rule"]
            assert texts[mention["source"]][mention["start"] : mention["end"]] == mention["surface"]
            assert mention["value"]["type"] == fact["kind"]
    for finding in (*data["findings"], *data["suspects"]):
        told = [key for key in finding if key not in ("known", "accepted", "about", "remark", "why")]
        assert told == ["code", "check", "severity", "message", "fact", "fingerprint", "evidence"]
        assert re.fullmatch("[0-9a-f]{16}", finding["fingerprint"])
        assert finding["fact"] is None or finding["fact"] in facts
        assert finding.get("about", "") in finding["message"]
        assert finding["message"].endswith(finding.get("remark", ""))
        for evidence in finding["evidence"]:
            assert list(evidence) == ["source", "start", "end", "surface", "value", "side"]
            assert texts[evidence["source"]][evidence["start"] : evidence["end"]] == evidence["surface"]


def test_every_mention_stands_in_one_fact():
    for report in REPORTS.values():
        in_facts = [mention for fact in report.facts for mention in fact.mentions]

        def order(mention):
            return mention.source, mention.start, mention.end, mention.kind, str(mention.value)

        assert sorted(in_facts, key=order) == sorted(report.mentions, key=order)


def test_fingerprint_does_not_change_with_the_position():
    texts = ["The rocket flew 900km (500 miles)."]
    shifted = [f"A first sentence. {texts[0]}"]
    one, two = (check(sources).findings[0] for sources in (texts, shifted))
    assert one.evidence[0].start != two.evidence[0].start
    assert one.fingerprint == two.fingerprint
    other = check(["The rocket flew 900km (400 miles)."]).findings[0]
    assert other.fingerprint != one.fingerprint


def test_ok_means_nothing_at_warning_or_error():
    assert not REPORTS["missiles"].ok
    assert REPORTS["quiet"].ok
    info = check(["Kiev was shelled.", "Kyiv was shelled."])
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
        self.open, self.seen, self.ids, self.links, self.labels = [], [], set(), set(), set()

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        attributes = dict(attrs)
        assert attributes.get("id") not in self.ids
        self.ids |= {attributes["id"]} if "id" in attributes else set()
        self.links |= {attributes["href"]} if tag == "a" else set()
        assert not [name for name in attributes if name == "src" or name.startswith("on")]
        self.labels |= set(attributes.get("aria-labelledby", "").split())
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("fragment", [False, True])
@pytest.mark.parametrize("name", REPORTS)
def test_page_is_whole_and_needs_nothing_else(name, fragment):
    html = REPORTS[name].as_("html", fragment=fragment)
    page = Page()
    page.feed(html)
    assert page.open == []
    assert {link.removeprefix("#") for link in page.links} | page.labels <= page.ids
    assert not {"link", "img", "iframe", "i"} & set(page.seen)
    assert page.seen.count("script") == (not fragment)
    assert not re.search(r"url\(|@import|https?:", html)


def many(facts, sources):
    """A report in which every source tells every fact, and every fifth source tells it otherwise."""
    texts, told = ["" for _ in range(sources)], []
    for f in range(facts):
        mentions = []
        for s in range(sources):
            n = 1000 + 7 * f + (s % 5 == f % 5)
            value = recorded({"type": "number", "low": n, "high": n, "stated": n, "modifier": None, "counted": "box"})
            start = len(texts[s]) + len("They counted ")
            texts[s] += f"They counted {n} boxes in that hall, the officials said on the day after. "
            mentions.append(Mention(start, start + 4, str(n), "number", value, "number", source=f"source-{s:02}"))
        outliers = tuple(m.source for s, m in enumerate(mentions) if s % 5 == f % 5)
        told.append(Fact(f"f{f}", "number", "conflicting", tuple(mentions), mentions[0].value, outliers))
    findings = tuple(
        Finding("NUM301", "count-conflict", "error", "Counts differ.", tuple(
            Evidence(m.source or "", m.start, m.end, m.surface, m.value, "A" if m.source in fact.outliers else "B")
            for m in fact.mentions
        ), fact.id, f"{n:016x}")
        for n, fact in enumerate(told)
    )  # fmt: skip
    return Report(
        sources=tuple(Source(text, id=f"source-{s:02}") for s, text in enumerate(texts)),
        published=((None, None),) * sources,
        mentions=tuple(m for fact in told for m in fact.mentions),
        facts=tuple(told),
        findings=findings,
    )


def test_page_of_many_facts_and_sources_stays_small():
    html = many(200, 40).to_html()
    assert len(html.encode()) <= 5_000_000
    page = Page()
    page.feed(html)
    assert {link.removeprefix("#") for link in page.links} | page.labels <= page.ids


def test_pages_of_two_reports_can_stand_in_one_notebook():
    page = Page()
    for name in REPORTS:
        page.feed(REPORTS[name]._repr_html_())
    assert page.ids
    bundle = REPORTS["quiet"]._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {"text/plain": str(REPORTS["quiet"]), "text/html": REPORTS["quiet"]._repr_html_()}


def test_words_of_sources_are_escaped():
    report = REPORTS["hostile"]
    page = report.to_html()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "<img" not in page
    assert "<script>" not in report.to_markdown()
    assert not re.search(r"(?<!\\)(\]\(|<|@)", report.to_markdown())
    assert all(
        re.match(r"::(error|notice) file=[^:,]*,line=1,|\d+ error", line)
        for line in report.as_("github").splitlines()[:1]
    )
    for line in report.as_("github").splitlines()[:-1]:
        head, _, _ = line.removeprefix("::").partition("::")
        assert re.fullmatch(r"(error|warning|notice) [^:\n]*", head)
    assert "\x1b" not in report.as_("text")
    assert "\x1b" not in report.as_("junit")


@pytest.mark.parametrize("name", REPORTS)
def test_data_keeps_to_the_published_schema(name):
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads(files("factdiff.reports").joinpath("report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    data = REPORTS[name].to_dict(texts=True)
    assert list(validator.iter_errors(data)) == []
    for fact in data["facts"]:
        del fact["mentions"][0]["value"]["type"]
    assert len(list(validator.iter_errors(data))) == len(data["facts"])


@pytest.mark.parametrize("name", REPORTS)
def test_json_lines_hold_every_entry(name):
    data, lines = REPORTS[name].to_dict(), [json.loads(line) for line in REPORTS[name].as_("jsonl").splitlines()]
    for record in ("source", "fact", "finding", "suspect"):
        found = [line for line in lines if line["record"] == record]
        assert [{**entry, "record": record, "schema_version": 1} for entry in data[f"{record}s"]] == found


#: what SARIF 2.1.0 asks for, as far as the reports use it
SARIF = {
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {"items": {
            "required": ["tool", "results"],
            "properties": {
                "tool": {"required": ["driver"], "properties": {"driver": {"required": ["name", "rules"]}}},
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "artifacts": {"uniqueItems": True, "items": {"required": ["location"]}},
                "results": {"items": {
                    "required": ["message", "ruleId", "level", "locations", "partialFingerprints"],
                    "properties": {
                        "relatedLocations": {"uniqueItems": True},
                        "level": {"enum": ["none", "note", "warning", "error"]},
                        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
                        "message": {"required": ["text"]},
                        "suppressions": {"items": {"required": ["kind"]}},
                        "partialFingerprints": {"additionalProperties": {"type": "string"}},
                    },
                }},
            },
        }},
    },
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_has_what_the_standard_asks_for(name):
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    report, log = REPORTS[name], json.loads(REPORTS[name].as_("sarif"))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    texts = {s.id: s.text for s in report.sources}
    for finding, result in zip(report.findings, run["results"], strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["partialFingerprints"]["factdiff/v1"] == finding.fingerprint
        places = [*result["locations"], *result["relatedLocations"]]
        for evidence, place in zip(finding.evidence, places, strict=True):
            assert re.fullmatch(r"[!#-;=?-\[\]_a-z~]+", place["physicalLocation"]["artifactLocation"]["uri"])
            region = place["physicalLocation"]["region"]
            lines = texts[evidence.source].split("\n")
            (first, last), (start, end) = (
                [region[f"{edge}{what}"] for edge in ("start", "end")] for what in ("Line", "Column")
            )
            covered = "\n".join(lines[first - 1 : last])
            cut = len(lines[last - 1]) - (end - 1)
            assert covered[start - 1 : len(covered) - cut] == evidence.surface
    states = [(r.get("baselineState"), "suppressions" in r) for r in run["results"]]
    assert states == [("unchanged" if f.known else None, f.accepted is not None) for f in report.findings]


def conflict(*urls):
    """A report on sources that contradict each other, at some addresses."""
    texts = ("It flew 900km (500 miles).", "Nine people died in the fire.", "The fire killed eleven people.")
    return check([Source(text, id=f"s{n}", url=url) for n, (text, url) in enumerate(zip(texts, urls, strict=True))])


@pytest.mark.parametrize(
    ("urls", "uris"),
    [
        (["https://example.org/a"] * 3, ["https://example.org/a"]),
        (["a.txt", "b.txt", "a.txt"], ["a.txt", "b.txt"]),
        ([None, "s0", None], ["s0", "s2"]),
        ([None] * 3, ["s0", "s1", "s2"]),
    ],
)
def test_sarif_lists_every_address_once(urls, uris):
    log = json.loads(conflict(*urls).as_("sarif"))
    pytest.importorskip("jsonschema", reason="jsonschema is not installed").validate(log, SARIF)
    (run,) = log["runs"]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == uris
    places = [place for result in run["results"] for place in (*result["locations"], *result["relatedLocations"])]
    assert len(places) >= 4
    assert {place["physicalLocation"]["artifactLocation"]["uri"] for place in places} <= set(uris)


HOSTILE_URLS = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "\x01java\nscr\tipt:alert(1)",
    "\u00a0javascript:alert(1)",
    "data:text/html,alert(1)",
    "vbscript:alert(1)",
    "blob:https://example.org/alert",
    "ftp://example.org/alert",
    "about:alert",
    "//example.org/alert",
    "\\\\example.org\\alert",
    "view-source:https://example.org/alert",
]


@pytest.mark.parametrize("form", _variants.names("reports"))
@pytest.mark.parametrize("url", HOSTILE_URLS)
def test_addresses_that_may_run_something_are_not_passed_on(form, url):
    assert "alert" not in conflict(url, url, url).as_(form)
    assert "alert" not in conflict(url, url, url)._repr_html_()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "HTTP://example.org/a",
        "file:///a/b.txt",
        "story/a.txt",
        "../a.txt",
        "/a/b.txt",
        "a%3Ab",
        "a/b c.txt",
        "http://e.org/a b",
    ],
)
def test_addresses_of_pages_and_files_are_passed_on(url):
    (run,) = json.loads(conflict(url, None, None).as_("sarif"))["runs"]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == [url.replace(" ", "%20"), "s1", "s2"]
    assert conflict(f" {url}\n", None, None).as_("sarif") == conflict(url, None, None).as_("sarif")


@pytest.mark.parametrize("name", REPORTS)
def test_junit_counts_its_cases(name):
    suite = ElementTree.fromstring(REPORTS[name].as_("junit")).find("testsuite")
    cases = suite.findall("testcase")
    assert int(suite.get("tests")) == len(cases)
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
    assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
    assert (int(suite.get("failures")) == 0) == REPORTS[name].ok


def test_annotations_point_into_files():
    lines = REPORTS["missiles"].as_("github").splitlines()
    assert lines[0].startswith("::notice file=fixtures/missiles/isarblatt.txt,line=7,")
    assert lines[3].startswith("::error file=fixtures/missiles/kestrel-news.txt,line=5,")
    info = next(line for line in REPORTS["hostile"].as_("github").splitlines() if "place-variant" in line)
    assert "file=" in info


@frozen
class Ferry:
    """A value of a kind that no report knows."""

    kind = "ferry"
    ladder = ()
    name: str

    def to_dict(self):
        return {"type": "ferry", "name": self.name, "decks": [1, 2], "earliest": "2024-01-02T10:00:00Z", "latest": None}

    def __str__(self):
        return self.name


def with_an_unknown_kind():
    text = "The Aurora, not the Borealis."
    one = Mention(4, 10, "Aurora", "ferry", Ferry("Aurora"), "ferry", source="a")
    two = Mention(20, 28, "Borealis", "ferry", Ferry("Borealis"), "ferry", source="b")
    evidence = tuple(Evidence(m.source, m.start, m.end, m.surface, m.value, s) for m, s in ((one, "A"), (two, "B")))
    return Report(
        sources=(Source(text, id="a"), Source(text, id="b")),
        published=((None, None), (None, None)),
        mentions=(one, two),
        facts=(Fact("f1", "ferry", "conflicting", (one, two), one.value, ("b",), (Level("same", 1.5),)),),
        findings=(Finding("FER001", "ferry-conflict", "error", "Aurora or Borealis.", evidence, "f1", "0" * 16),),
    )


@pytest.mark.parametrize("form", _variants.names("reports"))
def test_every_format_bears_kinds_and_checks_that_it_does_not_know(form):
    report = with_an_unknown_kind()
    assert "Borealis" in report.as_(form)
    assert Report.from_dict(report.to_dict(texts=True)).as_(form) == report.as_(form)


@pytest.mark.parametrize("texts", [False, True])
@pytest.mark.parametrize("report", [*REPORTS.values(), with_an_unknown_kind()])
def test_report_is_read_back(report, texts):
    data = report.to_dict(texts=texts)
    back = Report.from_dict(json.loads(json.dumps(data)))
    assert back == report
    assert hash(back) == hash(report)
    assert back.to_dict(texts=texts) == data
    assert back.ok == report.ok
    assert pickle.loads(pickle.dumps(back)) == report
    for mention in back.mentions:
        source = next(s for s in back.sources if s.id == mention.source)
        assert source.text[mention.start : mention.end] == mention.surface
    for form in _variants.names("reports"):
        assert back.as_(form)
    assert back != back.marked(known={f.fingerprint for f in back.findings}) or not back.findings


def test_lines_are_told_of_texts_that_are_known():
    report = REPORTS["missiles"]
    assert "isarblatt:431 (7:92)  " in str(report)
    assert str(Report.from_dict(report.to_dict(texts=True))) == str(report)
    without = str(Report.from_dict(report.to_dict()))
    assert "isarblatt:431  " in without
    assert not re.search(r"\(\d+:\d+\)", without)


def test_values_read_back_say_what_they_said():
    shown = {
        "about 900 kilometre": {"type": "quantity", "stated": 900, "modifier": "approximate", "unit": "kilometre"},
        "at least 1,200 people": {"type": "number", "stated": 1200, "modifier": "at-least", "counted": "people"},
        "3 to 9": {"type": "number", "stated": None, "low": 3, "high": 9},
        "3 or more": {"type": "number", "stated": None, "low": 3, "high": None},
        "5 or less": {"type": "number", "stated": None, "low": None, "high": 5},
        "some": {"type": "number", "stated": None},
        "2024-01": {"type": "date", "edtf": "2024-01", "timex3": "2024-01"},
        "Kyiv": {"type": "place", "id": None, "name": "Kyiv"},
        "stance": {"type": "stance", "holder": "x"},
    }
    for words, fields in shown.items():
        assert str(recorded(fields)) == words
        assert recorded(fields) == recorded(dict(fields))
    assert recorded({"type": "a", "name": "x"}) != recorded({"type": "b", "name": "x"})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema_version": 2}, "schema_version is 2: give a report of version 1"),
        ({"facts": [{}]}, "the report has no 'id'"),
        ({"findings": 3}, "not as it was written"),
        ({"sources": [], "facts": None}, "not as it was written"),
    ],
)
def test_what_is_no_report_is_refused(change, message):
    with pytest.raises(InputError, match=re.escape(message)):
        Report.from_dict({**REPORTS["quiet"].to_dict(), **change})
    data = REPORTS["quiet"].to_dict()
    data["sources"][0]["chars"] = 1
    with pytest.raises(InputError, match="words outside a text of 1 characters"):
        Report.from_dict(data)


def test_known_and_accepted_findings_do_not_count_but_show():
    report = check(["It flew 900km (500 miles)."])
    (finding,) = report.findings
    known, accepted = report.marked(known=[finding.fingerprint]), report.marked(accepted={finding.fingerprint: "why"})
    assert (report.ok, known.ok, accepted.ok) == (False, True, True)
    assert "known" not in report.to_dict()["findings"][0]
    assert known.to_dict()["findings"][0]["known"] is True
    for marked, word in ((known, "known"), (accepted, "accepted")):
        for form in ("text", "html", "markdown", "junit"):
            assert word in marked.as_(form)
            assert "900km" in marked.as_(form)
        assert "1 known or accepted" in str(marked)


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_frames(backend):
    pytest.importorskip("narwhals", reason="the extra is not installed")
    pytest.importorskip(backend, reason="the extra is not installed")
    report = REPORTS["missiles"]
    facts, findings, mentions = (
        getattr(report, f"{what}_frame")(backend=backend) for what in ("facts", "findings", "mentions")
    )
    assert type(facts).__module__.split(".")[0] == backend
    assert (len(facts), len(findings), len(mentions)) == (
        len(report.facts), len(report.findings), len(report.mentions),
    )  # fmt: skip
    assert list(facts.columns) == list(data_frames.FACTS)
    assert list(findings.columns) == list(data_frames.FINDINGS)
    assert list(mentions.columns) == list(data_frames.MENTIONS)
    assert list(findings["known"]) == [finding.known for finding in report.findings]
    row = list(mentions["surface"]).index("700km")
    assert (list(mentions["low"])[row], list(mentions["unit"])[row]) == (695_000, "m")
    assert report.facts_frame().shape == facts.shape
    empty = check(["Nothing."])
    assert list(empty.mentions_frame(backend=backend).columns) == list(data_frames.MENTIONS)


def test_frames_without_their_library_name_the_extra(monkeypatch):
    monkeypatch.setattr(data_frames, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'factdiff\[pandas\]'"):
        REPORTS["quiet"].facts_frame()
    with pytest.raises(MissingExtraError, match=r"pip install 'factdiff\[polars\]'") as caught:
        REPORTS["quiet"].facts_frame(backend="polars")
    assert pickle.loads(pickle.dumps(caught.value)).extra == "polars"
    with pytest.raises(UnknownNameError, match="did you mean 'pandas'"):
        REPORTS["quiet"].facts_frame(backend="panda")
