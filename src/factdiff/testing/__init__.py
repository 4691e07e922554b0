"""Tools for test suites that use factdiff: mutations of articles, the mutation score, and assertions.

``factdiff.testing.strategies`` (extra ``hypothesis``) makes sources and stories for property tests.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factdiff.testing.assertions import assert_consistent, assert_supported
    from factdiff.testing.mutation import Mutation, mutate
    from factdiff.testing.score import MutationScore, Trial, mutation_score

__all__ = ["Mutation", "MutationScore", "Trial", "assert_consistent", "assert_supported", "mutate", "mutation_score"]

#: module -> the public names that it defines
_HOMES = {
    "assertions": ("assert_consistent", "assert_supported"),
    "mutation": ("Mutation", "mutate"),
    "score": ("MutationScore", "Trial", "mutation_score"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"factdiff.testing.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'factdiff.testing' has no attribute {name!r}")
