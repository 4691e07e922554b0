"""Graded terms: "short-range" where it is said of a missile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from factdiff.language import Built, Rule, Setting, either, pattern, read_table
from factdiff.values.term import Term


def scale_rule(scale: str, table: Mapping[str, Any]) -> Rule:
    """The rule that reads the grades of one scale."""
    forms = {form: label for label, written in table["grades"].items() for form in written}
    heads = either(table["heads"])

    def grade(match: re.Match[str], _: Setting) -> Built:
        return Term.grade(scale, forms[" ".join(match["term"].lower().split())])

    body = rf"(?P<term>{either(forms)})(?=(?:[-\s][a-z]{{2,20}}){{0,{table['reach'] - 1}}}[-\s]{heads}\b)"
    return Rule(f"term-{scale}", {form.split("-")[0].split()[0] for form in forms}, pattern(r"\b" + body), grade)


RULES = tuple(scale_rule(scale, table) for scale, table in read_table("factdiff.languages.en", "terms.toml").items())
