"""Ages of persons: as attributes, beside names, behind verbs, of groups and of several persons."""

from __future__ import annotations

from factdiff.languages.en.amounts.ages import appositions, attributes, groups, several

RULES = (*attributes.RULES, *several.RULES, *appositions.RULES, *groups.RULES)
