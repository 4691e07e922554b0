"""Ages of persons: as attributes, beside names, behind verbs, of groups and of several persons."""

from __future__ import annotations

from factdiff.languages.en.amounts.ages import appositions, attributes, groups, predicates, several

RULES = (*attributes.RULES, *several.RULES, *appositions.RULES, *predicates.RULES, *groups.RULES)
