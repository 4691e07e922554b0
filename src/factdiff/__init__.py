"""factdiff: diff the facts of news texts, not their words.

The public names are listed in ``__all__``; each loads what it needs on first use. Everything else is private.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factdiff.archive import (
        Grouping,
        StoryResult,
        Summary,
        check_archive,
        check_stories,
        group_stories,
        read_results,
    )
    from factdiff.comparison import compare, relate
    from factdiff.config import Config
    from factdiff.errors import (
        ConfigError,
        FactdiffError,
        InputError,
        MissingExtraError,
        NormalizationError,
        ReadError,
        SourceError,
        UnknownNameError,
    )
    from factdiff.fact_sheet import Candidate, SheetRow
    from factdiff.finder import find_mentions, normalize
    from factdiff.pipeline import check_consistency, check_draft
    from factdiff.records import Evidence, Fact, Finding, Judge, Level, Locator, Mention, Note, Original, Source
    from factdiff.report import Report
    from factdiff.values.relation import Comparison, Relation
    from factdiff.values.tolerances import Tolerances

__version__ = "0.1.0"

__all__ = [
    "Candidate",
    "Comparison",
    "Config",
    "ConfigError",
    "Evidence",
    "Fact",
    "FactdiffError",
    "Finding",
    "Grouping",
    "InputError",
    "Judge",
    "Level",
    "Locator",
    "Mention",
    "MissingExtraError",
    "NormalizationError",
    "Note",
    "Original",
    "ReadError",
    "Relation",
    "Report",
    "SheetRow",
    "Source",
    "SourceError",
    "StoryResult",
    "Summary",
    "Tolerances",
    "UnknownNameError",
    "__version__",
    "check_archive",
    "check_consistency",
    "check_draft",
    "check_stories",
    "compare",
    "find_mentions",
    "group_stories",
    "normalize",
    "read_results",
    "relate",
]

#: module -> the public names that it defines
_HOMES = {
    "archive": (
        "Grouping", "StoryResult", "Summary", "check_archive", "check_stories", "group_stories", "read_results",
    ),
    "comparison": ("compare", "relate"),
    "config": ("Config",),
    "errors": (
        "ConfigError", "FactdiffError", "InputError", "MissingExtraError", "NormalizationError", "ReadError",
        "SourceError", "UnknownNameError",
    ),
    "fact_sheet": ("Candidate", "SheetRow"),
    "finder": ("find_mentions", "normalize"),
    "pipeline": ("check_consistency", "check_draft"),
    "records": ("Evidence", "Fact", "Finding", "Judge", "Level", "Locator", "Mention", "Note", "Original", "Source"),
    "report": ("Report",),
    "values.relation": ("Comparison", "Relation"),
    "values.tolerances": ("Tolerances",),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"factdiff.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'factdiff' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
