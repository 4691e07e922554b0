"""Rules are linear: each is fed a long text of its own triggers and of what it nearly matches."""

from __future__ import annotations

import pytest

from factdiff.language import CAPITAL, DIGIT, load

RULES = [rule for code in ("en", "und") for rule in load(code).rules]
SAMPLES = {DIGIT: "12", CAPITAL: "Ab"}
LENGTH = 100_000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("joint", ["", " ", "-", ", ", ".", " and "], ids=repr)
def test_rule_is_linear_on_its_own_triggers(rule, joint):
    for trigger in sorted(rule.triggers)[:20]:
        piece = SAMPLES.get(trigger, trigger) + joint
        text = piece * (LENGTH // len(piece))
        for position in (0, len(piece) * 10):
            match = rule.pattern.match(text, position)
            assert match is None or match.end() - position < 2_000


def test_every_rule_has_a_name_of_its_own_in_its_language():
    for code in ("en", "und"):
        names = [rule.name for rule in load(code).rules]
        assert len(names) == len(set(names))


def test_triggers_are_lower_case_tokens():
    from factdiff.finder import TOKEN

    for rule in RULES:
        for trigger in rule.triggers - {DIGIT, CAPITAL}:
            assert TOKEN.fullmatch(trigger), (rule.name, trigger)
            assert trigger == trigger.lower()
