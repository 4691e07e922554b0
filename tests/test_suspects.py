"""Suspects: unlike values that may be of one fact, what a judge makes of them, and that they are no findings."""

from __future__ import annotations

import json
import pickle
import re
from functools import cache, partial
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff import Config, InputError, Level, Report, Source, _variants, check_consistency, check_draft
from factdiff.align import alignment_of
from factdiff.check import SUSPECT, Story, checks, run
from factdiff.documents import all_mentions, read_documents
from factdiff.reader import read_folder
from factdiff.records import SuspectPair
from factdiff.suspects import judged, sets_apart, suspects_of
from factdiff.testing import strategies as facts
from factdiff.values.tolerances import DEFAULT

FIXTURES = Path(__file__).parent.parent / "fixtures"
STORIES = {name: read_folder(FIXTURES / name) for name in ("budget", "ferry", "missiles")}
(CHECK,) = (check for check in checks() if check.name == SUSPECT)
SCHOOLS = CHECK.fires.sources()
WHY = (Level("sentence: alike", 0.5), Level("near: same", 0.75), Level("when: other", -1.0))


@cache
def suspects(name):
    return check_consistency(STORIES[name]).suspects


def told(*texts, pairs, draft=None, config=None, judge=None):
    """The findings and the suspects of a story whose suspect pairs are given by their words, the best first."""
    sources = [Source(text, id=id, published="2024-05-07") for text, id in zip(texts, "abcdefgh", strict=False)]
    documents = read_documents(sources, sources)
    mentions = {document.source: all_mentions(document) for document in documents}
    by_words = {(m.source, m.surface): m for own in mentions.values() for m in own}
    ranked = tuple(SuspectPair(by_words[one], by_words[two], 1.0, WHY) for one, two in pairs)
    aligned = alignment_of(documents, DEFAULT).facts
    story = Story.of(documents, mentions, aligned, config or Config(), draft, ranked)
    return judged(story, (), suspects_of(story, ()), judge)


def sides(finding):
    return {
        side: {(e.source, e.surface) for e in finding.evidence if e.side == side}
        for side in {e.side for e in finding.evidence}
    }


PUPILS = "The school in Dingle has 340 pupils."
SAME = "There are 340 pupils in the school in Dingle, teachers said."
CHILDREN = "Rain fell. Some 210 children were sent home on foot."
PAIR = (("a", "340"), ("c", "Some 210"))


def test_a_suspect_tells_what_differs_and_why():
    (suspect,) = check_consistency(SCHOOLS).suspects
    assert (suspect.code, suspect.check, suspect.severity, suspect.fact) == ("SUS981", "suspect", "info", None)
    assert suspect.message == "“The school has … pupils”: “340” (a) against “some 210” (b); they may be of one thing"
    assert sides(suspect) == {"A": {("a", "340")}, "B": {("b", "some 210")}}
    assert suspect.why
    assert all(reason == reason.strip() and ": " not in reason for reason in suspect.why)


def test_all_sources_of_one_value_are_on_its_side():
    _, (suspect,) = told(PUPILS, SAME, CHILDREN, pairs=[PAIR])
    assert sides(suspect) == {"A": {("c", "Some 210")}, "B": {("a", "340"), ("b", "340")}}
    assert "“340” (a, b) against “Some 210” (c)" in suspect.message
    assert "their sentences are alike" in suspect.why


def test_pairs_with_the_same_sides_are_one_suspect():
    _, found = told(PUPILS, SAME, CHILDREN, pairs=[(("b", "340"), PAIR[1]), PAIR, PAIR[::-1]])
    assert len(found) == 1


#: two texts with many values, and suspect pairs of them
MANY = tuple(f"It has {n}1 doors, {n}2 roofs, {n}3 rooms, {n}4 lamps and {n}5 stairs." for n in (1, 2))
PAIRS = tuple((("a", f"1{n}"), ("b", f"2{n}")) for n in (3, 1, 5, 2, 4))


@pytest.mark.parametrize("most", [0, 1, 2, 5, 10])
def test_the_order_is_that_of_the_pairs(most):
    _, found = told(*MANY, pairs=PAIRS, config=Config(max_suspects=most))
    assert [s.evidence[0].surface for s in found] == ["13", "11", "15", "12", "14"][:most]


@pytest.mark.parametrize("name", STORIES)
def test_the_limit_holds_and_0_switches_off(name):
    assert len(suspects(name)) <= Config().max_suspects == 10
    for limit in (0, 1):
        assert check_consistency(STORIES[name], config=Config(max_suspects=limit)).suspects == suspects(name)[:limit]


@pytest.mark.parametrize("options", [{"ignore": "suspect"}, {"select": "DAT"}, {"min_severity": "warning"}])
def test_what_is_not_wanted_is_left_out(options):
    assert check_consistency(SCHOOLS, config=Config(**options)).suspects == ()
    assert check_consistency(SCHOOLS, config=Config(select="SUS")).suspects


def test_suspects_are_no_findings():
    report = check_consistency(SCHOOLS)
    assert (report.findings, report.ok) == ((), True)
    for form in ("github", "junit", "sarif"):
        assert "340" not in report.as_(form).replace("SUS981", "")
    assert 'failures="0"' in report.as_("junit")
    assert json.loads(report.as_("sarif"))["runs"][0]["results"] == []


def test_a_draft_has_a_part_in_its_suspects():
    three = [*SCHOOLS, Source("It was built in 1962.", id="c")]
    assert check_draft(three[2], three[:2]).suspects == ()
    assert check_draft(three[0], three[1:]).suspects
    _, found = told(PUPILS, SAME, CHILDREN, pairs=[PAIR], draft="b")
    assert len(found) == 1
    assert told(PUPILS, "Nothing.", CHILDREN, pairs=[PAIR], draft="b") == ((), ())


@given(st.sampled_from(list(STORIES.values())).flatmap(st.permutations))
@settings(max_examples=8)
def test_ranks_do_not_depend_on_the_order_of_the_sources(sources):
    story = next(name for name, some in STORIES.items() if some[0] in sources)
    assert check_consistency(sources).suspects == suspects(story)


@given(facts.stories(max_size=3), facts.stories(max_size=3))
@settings(max_examples=30)
def test_no_finding_sets_the_sides_of_a_suspect_apart(one, two):
    report = check_consistency([*one, *(evolve(source, id=None) for source in two)])
    assert not any(sets_apart(finding, suspect) for finding in report.findings for suspect in report.suspects)
    back = Report.from_dict(json.loads(report.to_json()))
    assert back == report == pickle.loads(pickle.dumps(report))
    assert [s.why for s in back.suspects] == [s.why for s in report.suspects]


@pytest.mark.parametrize("name", STORIES)
def test_a_suspect_that_is_a_finding_is_left_out(name):
    report = check_consistency(STORIES[name])
    assert report.suspects
    assert not any(sets_apart(finding, suspect) for finding in report.findings for suspect in report.suspects)
    for finding in report.findings:
        assert sets_apart(finding, finding) == (len({e.side for e in finding.evidence}) > 1)


def real(suspect):
    return True


class Desk:
    """A judge that is an object."""

    def __call__(self, suspect):
        return None if "books" in suspect.message else "pupils" in suspect.message


def test_what_a_judge_holds_to_be_real_is_a_finding():
    report = check_consistency(SCHOOLS, judge=real)
    (finding,) = report.findings
    assert (finding.code, finding.check, finding.severity) == ("NUM301", "count-conflict", "warning")
    assert finding.message.endswith("; whoever counted settles it; judged real by real")
    assert finding.message.endswith(finding.remark)
    assert finding.why == check_consistency(SCHOOLS).suspects[0].why
    assert sides(finding) == {"A": {("a", "340")}, "B": {("b", "some 210")}}
    assert (report.suspects, report.ok) == ((), False)
    assert Report.from_dict(report.to_dict()) == report
    for form in _variants.names("reports"):
        assert "judged real by real" in " ".join(report.as_(form).split())


def test_what_a_judge_holds_to_be_none_is_gone_and_what_it_cannot_tell_stays():
    assert check_consistency(SCHOOLS, judge=lambda suspect: False).suspects == ()
    report = check_consistency(SCHOOLS, judge=lambda suspect: None)
    assert report == check_consistency(SCHOOLS)


@pytest.mark.parametrize(
    ("judge", "name"), [(Desk(), "Desk"), (partial(real), "partial"), (lambda suspect: True, "<lambda>")]
)
def test_a_judge_is_named(judge, name):
    (finding,) = check_consistency(SCHOOLS, judge=judge).findings
    assert finding.message.endswith(f"judged real by {name}")
    _, finding = check_draft(SCHOOLS[0], SCHOOLS[1:], judge=judge).findings
    assert finding.message.endswith(f"judged real by {name}")


def test_a_judge_is_shown_each_suspect_once_by_rank():
    _, every = told(*MANY, pairs=PAIRS)
    for most in (0, 2, 5):
        seen = []
        _, left = told(*MANY, pairs=PAIRS, judge=seen.append, config=Config(max_suspects=most))
        assert tuple(seen) == left == every[:most]


def test_each_suspect_is_judged_for_itself():
    answers = dict(zip(("13", "11", "15", "12", "14"), (True, None, False, True, None), strict=True))
    findings, left = told(*MANY, pairs=PAIRS, judge=lambda suspect: answers[suspect.evidence[0].surface])
    assert [f.evidence[0].surface for f in findings] == ["12", "13"]
    assert [s.evidence[0].surface for s in left] == ["11", "14"]


#: a check -> the texts of two sources, and the words in them that differ
KINDS = {
    "age-conflict": ("Ana Duarte, 31, rows.", "Rain. Mr Li met Bo Falk, 47, in Cork.", "31", "47"),
    "name-variant": ("Mr Duarte rows.", "Rain fell, Ms Falk said.", "Duarte", "Falk"),
    "count-conflict": ("It has 340 pupils.", "Some 210 children.", "340", "Some 210"),
    "date-conflict": ("It opened on May 3, 2021.", "On June 9, 2022 Cork won.", "May 3, 2021", "June 9, 2022"),
    "duration-conflict": ("It took three hours.", "They slept for nine hours.", "three hours", "nine hours"),
    "magnitude": ("It has 340 pupils.", "They saw 3,400 children.", "340", "3,400"),
    "money-conflict": ("It cost €2 million.", "They paid €7 million.", "€2 million", "€7 million"),
    "ordinal-conflict": ("It is the third cut.", "They made a ninth cut.", "third", "ninth"),
    "percent-conflict": ("It rose by 4 per cent.", "They lost 9 percent.", "4 per cent", "9 percent"),
    "place-conflict": ("It sank off Naples.", "They live in Milan.", "Naples", "Milan"),
    "quantity-conflict": ("It is 40 km long.", "They ran 31 km.", "40 km", "31 km"),
    "term-conflict": ("It is a short-range missile.", "A close-range missile flew.", "short-range", "close-range"),
    "time-conflict": ("It came at 9 a.m.", "They left at 4 p.m.", "9 a.m.", "4 p.m."),
}


@pytest.mark.parametrize("check", KINDS)
def test_a_real_suspect_is_of_the_check_of_its_kind(check):
    one, two, here, there = KINDS[check]
    findings, left = told(one, two, pairs=[(("a", here), ("b", there))], judge=real)
    assert [(f.check, f.severity, f.fact) for f in findings] == [(check, "warning", None)]
    assert left == ()
    assert {(e.source, e.surface) for e in findings[0].evidence} == {("a", here), ("b", there)}
    assert re.fullmatch("[0-9a-f]{16}", findings[0].fingerprint)


def test_what_no_check_is_about_stays_a_suspect_by_name():
    texts = "It cost €2 million.", "They paid $7 million."  # in two currencies, which no check compares
    findings, left = told(*texts, pairs=[(("a", "€2 million"), ("b", "$7 million"))], judge=real)
    assert [(f.code, f.check, f.severity) for f in findings] == [("SUS981", "suspect", "warning")]
    assert findings[0].message.endswith("judged real by real")
    assert left == ()


def test_a_real_suspect_of_a_check_that_is_not_wanted_is_left_out():
    for options in ({"ignore": "count-conflict"}, {"select": "suspect"}, {"min_severity": "error"}):
        report = check_consistency(SCHOOLS, judge=real, config=Config(**options))
        assert (report.findings, report.suspects) == ((), ())
    report = check_consistency(SCHOOLS, judge=real, config=Config(min_severity="warning"))
    assert [f.check for f in report.findings] == ["count-conflict"]


@pytest.mark.parametrize("answer", ["yes", 1, 0, (), 0.5])
def test_another_answer_is_refused(answer):
    def judge(suspect):
        return answer

    message = f"judge says {answer!r} of a suspect: let it return True, False or None"
    with pytest.raises(InputError, match=re.escape(message)):
        check_consistency(SCHOOLS, judge=judge)


def test_what_is_no_judge_is_refused():
    with pytest.raises(InputError, match="judge is a str: give a function"):
        check_consistency(["Nothing."], judge="a colleague")


def test_errors_of_a_judge_reach_the_caller():
    def judge(suspect):
        raise TimeoutError("the server is gone")

    with pytest.raises(TimeoutError, match="the server is gone"):
        check_consistency(SCHOOLS, judge=judge)


def test_known_and_accepted_suspects_are_hidden():
    report = check_consistency(SCHOOLS)
    (suspect,) = report.suspects
    assert report.marked(known=[suspect.fingerprint]).suspects == ()
    assert report.marked(accepted={suspect.fingerprint: "two schools"}).suspects == ()
    assert report.marked(known=["0" * 16]) == report


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "jsonl"])
def test_formats_for_people_and_programs_hold_them(form):
    report = check_consistency(SCHOOLS)
    (suspect,) = report.suspects
    for marked in (report, Report.from_dict(report.to_dict(texts=True))):
        text = marked.as_(form)
        assert form in ("json", "jsonl") or "orth a look" in text
        assert "SUS981" in text
        assert suspect.fingerprint in text or form == "markdown"
        assert all(reason in " ".join(text.split()) for reason in suspect.why)
    assert "orth a look" not in report.marked(known=[suspect.fingerprint]).as_(form)


def test_the_terminal_lists_as_many_as_are_asked_for():
    _, found = told(*MANY, pairs=PAIRS)
    report = check_consistency([Source(text, id=id) for text, id in zip(MANY, "ab", strict=True)])
    report = evolve(report, suspects=found)
    every = len(report.suspects)
    assert str(report).count(" SUS981 ") == 3
    for number in (0, 1, every, every + 1):
        text = report.as_("text", suspects=number)
        assert text.count(" SUS981 ") == min(number, every)
        assert (f"worth a look, {min(number, every)} of {every}:" in text) == (number > 0)
        assert text.endswith(f"compared; {every} worth a look\n")


def test_a_suspect_on_a_side_of_what_is_real_stays_and_one_on_both_goes():
    texts = PUPILS, CHILDREN, "Some 999 boys and girls go there."
    pairs = [(("a", "340"), ("b", "Some 210")), (("a", "340"), ("c", "Some 999"))]
    _, both = told(*texts, pairs=pairs)
    assert len(both) == 2
    findings, left = told(*texts, pairs=pairs, judge=lambda suspect: suspect == both[0] or None)
    assert (len(findings), left) == (1, both[1:])
    assert sets_apart(findings[0], both[0])
    assert not sets_apart(findings[0], both[1])


@cache
def missiles():
    """The story of a fixture without suspect pairs, and all its mentions."""
    sources = sorted(STORIES["missiles"], key=lambda source: source.id)
    documents = read_documents(sources, sources)
    mentions = {document.source: all_mentions(document) for document in documents}
    story = Story.of(documents, mentions, alignment_of(documents, DEFAULT).facts, Config(), None)
    return story, run(story)


@given(st.data())
@settings(max_examples=40)
def test_any_pairs_of_mentions_can_be_ranked(data):
    story, findings = missiles()
    mention = st.sampled_from(story.mentions)
    drawn = data.draw(st.lists(st.tuples(mention, mention).filter(lambda pair: pair[0] != pair[1]), max_size=12))
    pairs = tuple(SuspectPair(one, two, 1.0, WHY) for one, two in drawn)
    told = evolve(story, suspect_pairs=pairs)
    found = suspects_of(told, findings)
    assert len(found) <= 10
    for suspect in found:
        assert [side for side, _ in sorted(sides(suspect).items())] == ["A", "B"]
        assert not any(sets_apart(finding, suspect) for finding in findings)
        assert suspect.message.count(" against ") == 1
    answers = data.draw(st.lists(st.sampled_from([True, False, None]), min_size=len(found), max_size=len(found)))
    asked = iter(answers)
    every, left = judged(told, findings, found, lambda suspect: next(asked))
    assert len(every) == len(findings) + answers.count(True)
    assert len(left) <= answers.count(None)
    assert not any(sets_apart(finding, suspect) for finding in every for suspect in left)
