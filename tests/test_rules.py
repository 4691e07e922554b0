"""Rules are linear: each is fed a long text of its own triggers and of what it nearly matches."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff import languages
from factdiff.language import load
from factdiff.languages.en.amounts.figures.figure_ranges import FIGURE
from factdiff.text.patterns import StagedBody, either, staged
from factdiff.text.tokens import DIGIT, TOKEN, kind
from factdiff.text.typography import plain

RULES = [rule for code in ("en", "und") for rule in load(code).rules]
ENGLISH = load("en")
CORPUS = sorted(Path(languages.__path__[0], "en").rglob("corpus/*.toml"))
SAMPLES = {DIGIT: "12"}
LENGTH = 100_000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("joint", ["", " ", "-", ", ", ".", " and "], ids=repr)
def test_rule_is_linear_on_its_own_triggers(rule, joint):
    for trigger in sorted(rule.triggers)[:20]:
        piece = " ".join(SAMPLES.get(token, token) for token in trigger.split(" ")) + joint
        text = piece * (LENGTH // len(piece))
        for position in (0, len(piece) * 10):
            match = rule.pattern.match(text, position)
            assert match is None or match.end() - position < 2_000


def test_every_rule_has_a_name_of_its_own_in_its_language():
    for code in ("en", "und"):
        names = [rule.name for rule in load(code).rules]
        assert len(names) == len(set(names))


def test_triggers_are_lower_case_tokens_or_two():
    for rule in RULES:
        for trigger in rule.triggers - {DIGIT}:
            tokens = trigger.split(" ")
            assert len(tokens) <= 2, (rule.name, trigger)
            for token in tokens:
                assert TOKEN.fullmatch(token), (rule.name, trigger)
                assert token == token.lower()


def test_what_must_follow_a_trigger_lets_all_through_that_a_pattern_reads():
    """A second token of a trigger only spares looks at a text: no rule would match before another one."""
    firsts = {rule: {trigger.split(" ")[0] for trigger in rule.triggers} for rule in ENGLISH.rules}
    for path in CORPUS:
        text = plain(path.read_text(encoding="utf-8"))
        for token in TOKEN.finditer(text):
            first, following = kind(token.group()), TOKEN.search(text, token.end())
            start = ENGLISH.rules_by_trigger.get(first)
            tried = start.followed.get(kind(following.group()) if following else "", start.alone) if start else ()
            for rule in ENGLISH.rules:
                if first in firsts[rule] and rule not in tried:
                    assert not rule.pattern.match(text, token.start()), (rule.name, text[token.start() :][:40])


#: the words and joints of figures, and words that may follow one
FIGURES = st.sampled_from(
    (
        "a an half quarter one five nineteen twenty ninety zero hundred thousands million crore and point oh dozen dzs "
        "quarters fifths third year of between minus about $ US$ EUR M€ 3 12 4.5 1,000 1/2 ½ 2½ ^3 5m 3bn k cr"
    ).split()
)
JOINTS = st.sampled_from([" ", "-", "", "  ", "\n", " - ", ", ", ". "])
STAGED = [rule.body for rule in ENGLISH.rules if isinstance(rule.body, StagedBody)] + [FIGURE]


@given(
    pieces=st.lists(st.tuples(FIGURES, JOINTS), min_size=1, max_size=7),
    body=st.sampled_from(STAGED),
    case=st.sampled_from([str, str.upper, str.title]),
)
def test_a_staged_pattern_matches_what_the_large_one_does(pieces, body, case):
    text = case("".join(word + joint for word, joint in pieces))
    for start in range(len(text)):
        one, other = body.match(text, start), body.compiled.match(text, start)
        assert (one and (one.span(), one.groupdict())) == (other and (other.span(), other.groupdict()))


def test_a_large_pattern_is_compiled_only_where_what_it_begins_with_stands():
    body = staged("(", simple="five", ahead="six")
    assert body.match("five", 0).group() == "five"
    assert body.match("seven", 0) is None
    with pytest.raises(re.error):
        body.match("six", 0)


LETTERS = st.sampled_from("abA -.")


@given(
    words=st.lists(st.text(LETTERS, min_size=1, max_size=4), min_size=1, max_size=9),
    text=st.text(LETTERS, max_size=8),
    behind=st.sampled_from(["", "b", "$"]),
    flags=st.sampled_from([0, re.IGNORECASE]),
)
def test_words_that_share_a_branch_match_as_they_do_apart(words, text, behind, flags):
    apart = "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
    found, wanted = (re.match(words + behind, text, flags) for words in (either(words), f"(?:{apart})"))
    assert (found and found.group()) == (wanted and wanted.group())
