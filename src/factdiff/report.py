"""The report: what was read, the facts, and the findings, in every form."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from factdiff import _variants
from factdiff.records import Fact, Finding, Mention, Origin, Source

SCHEMA_VERSION = 1


@frozen(kw_only=True)
class Report:
    """The result of a check: the sources by id, all mentions, the facts and the findings.

    ``published`` holds for each source when it was published and where that was read. ``str(report)`` is the report
    for a terminal; in a notebook a report shows itself as a page.
    """

    sources: tuple[Source, ...]
    mentions: tuple[Mention, ...] = field(repr=False)
    facts: tuple[Fact, ...] = field(repr=False)
    findings: tuple[Finding, ...]
    published: tuple[tuple[date | None, Origin | None], ...] = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether there is no finding of severity warning or error."""
        return all(finding.severity == "info" for finding in self.findings)

    def to_dict(self) -> dict[str, Any]:
        """The report as data: JSON types only, ``schema_version``, ``sources``, ``facts`` and ``findings``."""
        return {
            "schema_version": SCHEMA_VERSION,
            "sources": [
                {
                    "id": source.id,
                    "published": when and when.isoformat(),
                    "published_from": origin,
                    "lang": source.lang,
                    "publisher": source.publisher,
                    "title": source.title,
                    "chars": len(source.text),
                }
                for source, (when, origin) in zip(self.sources, self.published, strict=True)
            ],
            "facts": [fact.to_dict() for fact in self.facts],
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def as_(self, format: str, **options: Any) -> str:
        """The report in a format by its name (text, json, html, markdown); UnknownNameError for any other."""
        rendered: str = _variants.load("reports", format).render(self, **options)
        return rendered

    def to_json(self) -> str:
        """:meth:`to_dict` as JSON."""
        return self.as_("json")

    def to_html(self) -> str:
        """One HTML page that needs nothing else."""
        return self.as_("html")

    def to_markdown(self) -> str:
        """The findings in Markdown."""
        return self.as_("markdown")

    def __str__(self) -> str:
        return self.as_("text").rstrip("\n")

    def _repr_html_(self) -> str:
        return self.as_("html", fragment=True)
