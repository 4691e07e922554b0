"""The report: what was read, the facts, and the findings, in every form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from factdiff import _variants
from factdiff.errors import InputError
from factdiff.fact_sheet import FAIL_ON, STATUS_OF_CHECK, SheetRow
from factdiff.records import Fact, Finding, Mention, Note, Origin, Source
from factdiff.report import restore

SCHEMA_VERSION = 1


@frozen(kw_only=True, eq=False)
class Report:
    """The result of a check: the sources by id, all mentions, the facts and the findings.

    ``published`` holds for each source when it was published and where that was read; ``notes`` tell what could not be
    read or compared. ``suspects`` are worth a look, the likeliest first: unlike values that may be of one fact. They
    are no findings. ``sheet`` are the rows of a draft, which is told by its id: each checkable mention with what the
    sources say of it. In a report without a ``draft`` they are, where they were asked for, the values that one source
    alone gives. ``fail_on`` are the statuses of rows on which
    the draft fails. ``str(report)`` is the report for a terminal; in a notebook a report shows itself as a page. Two
    reports are equal when they say the same, that is, when their ``to_dict()`` is.
    """

    sources: tuple[Source, ...]
    mentions: tuple[Mention, ...] = field(repr=False)
    facts: tuple[Fact, ...] = field(repr=False)
    findings: tuple[Finding, ...]
    published: tuple[tuple[date | None, Origin | None], ...] = field(repr=False)
    notes: tuple[Note, ...] = ()
    suspects: tuple[Finding, ...] = ()
    sheet: tuple[SheetRow, ...] = field(default=(), repr=False)
    draft: str | None = None
    fail_on: tuple[str, ...] = FAIL_ON

    @property
    def ok(self) -> bool:
        """Whether there is no open finding (neither known nor accepted) of severity warning or error.

        Of a draft, only those count whose status is one of ``fail_on``.
        """
        return not self.failures(self.fail_on)

    def failures(self, fail_on: Collection[str] = FAIL_ON) -> tuple[Finding, ...]:
        """The open findings that a run fails on: those of severity warning or error.

        Of a draft, those that a value is not found or rests on one source count where ``fail_on`` holds that status,
        all others of severity warning or error where it holds ``contradicted``.
        """

        def fails(finding: Finding) -> bool:
            if self.draft is not None and finding.check in STATUS_OF_CHECK:
                return STATUS_OF_CHECK[finding.check] in fail_on
            return finding.severity != "info" and (self.draft is None or "contradicted" in fail_on)

        return tuple(finding for finding in self.findings if finding.is_open and fails(finding))

    def __eq__(self, other: object) -> bool:
        return self.to_dict() == other.to_dict() if isinstance(other, Report) else NotImplemented

    def __hash__(self) -> int:
        return hash((tuple(s.id for s in self.sources), tuple(f.fingerprint for f in self.findings)))

    def marked(self, *, known: Collection[str] = (), accepted: Mapping[str, str] | None = None) -> Report:
        """The report with the findings marked that a baseline knows, and those that somebody lets stand with a reason.

        Both are given by fingerprint. No finding is hidden; a suspect is, since it needs no second look.
        """
        reasons = accepted or {}
        findings = (
            evolve(f, known=f.known or f.fingerprint in known, accepted=reasons.get(f.fingerprint, f.accepted))
            for f in self.findings
        )
        suspects = (s for s in self.suspects if s.fingerprint not in known and s.fingerprint not in reasons)
        return evolve(self, findings=tuple(findings), suspects=tuple(suspects))

    def to_dict(self, *, texts: bool = False) -> dict[str, Any]:
        """The report as data: JSON types only, ``schema_version``, ``sources``, ``facts``, ``findings``,
        ``suspects`` and ``notes``; of a draft ``draft``, ``fail_on`` and ``sheet`` as well, and ``sheet`` where a
        report without one has rows.

        With ``texts`` each source has its ``text`` as well.
        """
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
                    **({"original": source.original.to_dict()} if source.original else {}),
                    **({"text": source.text} if texts else {}),
                }
                for source, (when, origin) in zip(self.sources, self.published, strict=True)
            ],
            "facts": [fact.to_dict() for fact in self.facts],
            "findings": [finding.to_dict() for finding in self.findings],
            "suspects": [suspect.to_dict() for suspect in self.suspects],
            "notes": [note.to_dict() for note in self.notes],
            **({} if self.draft is None else {"draft": self.draft, "fail_on": list(self.fail_on)}),
            **({"sheet": [row.to_dict() for row in self.sheet]} if self.sheet or self.draft is not None else {}),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """The report that :meth:`to_dict` wrote; InputError for anything else.

        Without the texts in the data, only the words of mentions are known. Values come back as their public fields:
        they can be shown and tested for equality, not compared otherwise.

        >>> from factdiff import check_consistency
        >>> report = check_consistency(["The missile flew 900km.", "The missile flew 500 miles."])
        >>> Report.from_dict(report.to_dict()) == report
        True
        """
        version = data.get("schema_version")
        if version != SCHEMA_VERSION:
            raise InputError(f"schema_version is {version!r}: give a report of version {SCHEMA_VERSION}")
        try:
            facts, findings = restore.facts(data["facts"]), restore.findings(data["findings"])
            suspects = restore.findings(data.get("suspects", ()))
            evidence = [span for finding in (*findings, *suspects) for span in finding.evidence]
            sheet = restore.sheet(data.get("sheet", ()))
            in_rows = [m for row in sheet for m in (row.mention, *(c.mention for c in row.evidence))]
            mentions = [mention for fact in facts for mention in fact.mentions]
            return cls(
                sources=restore.sources(data["sources"], [*mentions, *evidence, *in_rows]),
                mentions=tuple(sorted(mentions, key=lambda m: (m.source or "", m.start))),
                facts=facts,
                findings=findings,
                suspects=suspects,
                sheet=sheet,
                draft=data.get("draft"),
                fail_on=tuple(data.get("fail_on", FAIL_ON)),
                notes=tuple(Note(n["topic"], n["source"], n["message"]) for n in data.get("notes", ())),
                published=tuple((restore.published(s), s["published_from"]) for s in data["sources"]),
            )
        except KeyError as error:
            raise InputError(f"the report has no {error.args[0]!r}: give it as it was written") from error
        except (AttributeError, TypeError) as error:
            raise InputError(f"the report is not as it was written ({error})") from error

    def as_(self, format: str, **options: Any) -> str:
        """The report in a format by its name (text, json, html, sarif ...); UnknownNameError for any other."""
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

    def facts_frame(self, *, backend: str | None = None) -> Any:
        """A data frame with a row for each fact.

        ``backend`` is ``"pandas"`` or ``"polars"``, by default the first that is installed. MissingExtraError names
        the extra where it is not.
        """
        return self._frame("facts", backend)

    def findings_frame(self, *, backend: str | None = None) -> Any:
        """A data frame with a row for each finding; ``backend`` and errors as in :meth:`facts_frame`."""
        return self._frame("findings", backend)

    def mentions_frame(self, *, backend: str | None = None) -> Any:
        """A data frame with a row for each mention, the bounds of its value in columns of their own."""
        return self._frame("mentions", backend)

    def sheet_frame(self, *, backend: str | None = None) -> Any:
        """A data frame with a row for each row of the sheet; ``backend`` and errors as in :meth:`facts_frame`."""
        return self._frame("sheet", backend)

    def _frame(self, what: str, backend: str | None) -> Any:
        from factdiff.report import data_frames

        return data_frames.frame(what, self.facts, self.findings, backend, self.sheet)

    def __str__(self) -> str:
        return self.as_("text").rstrip("\n")

    def _repr_html_(self) -> str:
        return self.as_("html", fragment=True)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": self._repr_html_()}
