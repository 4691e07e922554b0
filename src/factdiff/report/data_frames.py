"""Data frames of a report, pandas or polars, through narwhals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, cast

from factdiff.errors import MissingExtraError, UnknownNameError
from factdiff.fact_sheet import SheetRow
from factdiff.records import Fact, Finding

#: the libraries that a frame can be made with, and extras of the same names
BACKENDS = ("pandas", "polars")

FACTS = {
    "fact": str, "kind": str, "verdict": str, "consensus": str, "outliers": str, "sources": int, "mentions": int,
}  # fmt: skip
FINDINGS = {
    "fingerprint": str, "code": str, "check": str, "severity": str, "message": str, "fact": str, "sources": str,
    "evidence": int, "known": bool, "accepted": str,
}  # fmt: skip
MENTIONS = {
    "fact": str, "source": str, "kind": str, "verdict": str, "start": int, "end": int, "surface": str, "value": str,
    "earliest": str, "latest": str, "low": float, "high": float, "unit": str, "rule": str,
}  # fmt: skip
SHEET = {
    "source": str, "start": int, "end": int, "surface": str, "kind": str, "value": str, "status": str, "about": str,
    "support": str, "compatible": str, "nearest": str, "nearest_source": str, "findings": str,
}  # fmt: skip


def frame(
    what: str,
    facts: Sequence[Fact],
    findings: Sequence[Finding],
    backend: str | None,
    sheet: Sequence[SheetRow] = (),
) -> Any:
    """The frame of facts, findings, mentions or rows of a sheet as the library of ``backend`` has it."""
    available_backend(backend)
    rows, columns = tables(facts, findings, sheet)[what]
    return frame_of(rows(), columns, backend)


def frame_of(rows: Sequence[Sequence[Any]], columns: Mapping[str, type], backend: str | None) -> Any:
    """A frame of rows as the library of ``backend`` has it, given the types of its columns by their names."""
    backend = available_backend(backend)
    import narwhals as nw

    types: dict[type, Any] = {str: nw.String(), int: nw.Int64(), float: nw.Float64(), bool: nw.Boolean()}
    data = {name: [row[n] for row in rows] for n, name in enumerate(columns)}
    schema = {name: types[type_] for name, type_ in columns.items()}
    return nw.from_dict(data, schema=schema, backend=cast("Any", backend)).to_native()


def available_backend(backend: str | None) -> str:
    """The library to use: the one that is asked for, or the first that is installed."""
    if backend is not None and backend not in BACKENDS:
        raise UnknownNameError("frame library", backend, BACKENDS)
    there = [name for name in ((backend,) if backend else BACKENDS) if find_spec(name) and find_spec("narwhals")]
    if not there:
        raise MissingExtraError("data frames", backend or BACKENDS[0])
    return there[0]


def tables(
    facts: Sequence[Fact], findings: Sequence[Finding], sheet: Sequence[SheetRow] = ()
) -> dict[str, tuple[Callable[[], list[tuple[Any, ...]]], dict[str, type]]]:
    """Name of a frame -> its rows and columns."""
    return {
        "facts": (lambda: [fact_row(fact) for fact in facts], FACTS),
        "findings": (lambda: [finding_row(finding) for finding in findings], FINDINGS),
        "mentions": (lambda: [row for fact in facts for row in mention_rows(fact)], MENTIONS),
        "sheet": (lambda: [sheet_row(row) for row in sheet], SHEET),
    }


def sheet_row(row: SheetRow) -> tuple[Any, ...]:
    """The row of a row of the sheet; of the nearest candidates, the first."""
    m, nearest = row.mention, row.nearest[0].mention if row.nearest else None
    support, compatible = (
        ", ".join(sorted({c.mention.source or "" for c in some})) for some in (row.support, row.compatible)
    )
    return (
        m.source, m.start, m.end, m.surface, m.kind, str(m.value), row.status, row.about, support, compatible,
        nearest and nearest.surface, nearest and nearest.source, ", ".join(row.findings),
    )  # fmt: skip


def fact_row(fact: Fact) -> tuple[Any, ...]:
    """The row of a fact."""
    consensus = None if fact.consensus is None else str(fact.consensus)
    sources = len({m.source for m in fact.mentions})
    return fact.id, fact.kind, fact.verdict, consensus, ", ".join(fact.outliers), sources, len(fact.mentions)


def finding_row(finding: Finding) -> tuple[Any, ...]:
    """The row of a finding."""
    f = finding
    sources = ", ".join(sorted({e.source for e in f.evidence}))
    return (
        f.fingerprint, f.code, f.check, f.severity, f.message, f.fact, sources, len(f.evidence), f.known, f.accepted,
    )  # fmt: skip


def mention_rows(fact: Fact) -> list[tuple[Any, ...]]:
    """A row for each mention of a fact; amounts of one dimension have their bounds in one unit, that of SI."""
    rows = []
    for m in fact.mentions:
        value = m.value.to_dict()
        bounds = [value.get(f"si_{name}", value.get(name)) for name in ("low", "high")]
        unit = "second" if m.kind == "duration" else value.get("si_unit") or value.get("unit") or value.get("currency")
        rows.append(
            (
                fact.id, m.source, m.kind, fact.verdict, m.start, m.end, m.surface, str(m.value),
                value.get("earliest"), value.get("latest"), *(None if b is None else float(b) for b in bounds),
                unit, m.rule,
            )
        )  # fmt: skip
    return rows
