"""Reports from their data form: what ``Report.to_dict()`` wrote, read back.

The data hold the words of the mentions, not the texts; what stands between them is unknown, and a sign of its own fills
it, so that offsets still hold: ``text[start:end] == surface``. Texts that the data do hold are taken as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from factdiff.errors import InputError
from factdiff.fact_sheet import Candidate, SheetRow
from factdiff.records import Evidence, Fact, Finding, Level, Locator, Mention, Original, Source, to_date
from factdiff.values.recorded import Recorded, recorded

#: the sign that stands for a character of a text that is not known
UNKNOWN = "…"


def facts(data: Iterable[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """The facts of a report."""
    return tuple(
        Fact(
            id=fact["id"],
            kind=fact["kind"],
            verdict=fact["verdict"],
            mentions=tuple(mention(item, fact["kind"]) for item in fact["mentions"]),
            consensus=fact["consensus"] and recorded(fact["consensus"]),
            outliers=tuple(fact["outliers"]),
            why=tuple(Level(level["level"], level["weight"]) for level in fact["why"]),
            threshold=fact.get("threshold"),
        )
        for fact in data
    )


def mention(item: Mapping[str, Any], kind: str) -> Mention:
    """A mention of a fact."""
    return Mention(item["start"], item["end"], item["surface"], kind, value(item), item["rule"], source=item["source"])


def value(item: Mapping[str, Any]) -> Recorded:
    """The value of a mention or a piece of evidence."""
    return recorded(item["value"])


def findings(data: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """The findings of a report."""
    return tuple(
        Finding(
            code=finding["code"],
            check=finding["check"],
            severity=finding["severity"],
            message=finding["message"],
            evidence=tuple(
                Evidence(e["source"], e["start"], e["end"], e["surface"], value(e), e["side"])
                for e in finding["evidence"]
            ),
            fact=finding["fact"],
            fingerprint=finding["fingerprint"],
            known=finding.get("known", False),
            accepted=finding.get("accepted"),
            about=finding.get("about", ""),
            remark=finding.get("remark", ""),
            why=tuple(finding.get("why", ())),
        )
        for finding in data
    )


def sheet(data: Iterable[Mapping[str, Any]]) -> tuple[SheetRow, ...]:
    """The rows of a sheet."""
    return tuple(
        SheetRow(
            mention=mention(row, row["kind"]),
            status=row["status"],
            support=candidates(row["support"], row["kind"]),
            compatible=candidates(row["compatible"], row["kind"]),
            nearest=candidates(row["nearest"], row["kind"]),
            about=row["about"],
            findings=tuple(row["findings"]),
        )
        for row in data
    )


def candidates(data: Iterable[Mapping[str, Any]], kind: str) -> tuple[Candidate, ...]:
    """The candidates of a row."""
    return tuple(Candidate(mention(item, kind), item["about"], tuple(item["why"]), item["weight"]) for item in data)


def sources(data: Iterable[Mapping[str, Any]], spans: Sequence[Mention | Evidence]) -> tuple[Source, ...]:
    """The sources of a report, with as much of their texts as is known."""
    words: dict[str | None, list[Mention | Evidence]] = {}
    for span in spans:
        words.setdefault(span.source, []).append(span)
    return tuple(
        Source(
            item["text"] if "text" in item else text_with_gaps(item["chars"], words.get(item["id"], ())),
            id=item["id"],
            lang=item["lang"],
            published=item["published"] if item["published_from"] == "given" else None,
            publisher=item["publisher"],
            title=item["title"],
            original=original(item["original"]) if "original" in item else None,
        )
        for item in data
    )


def original(item: Mapping[str, Any]) -> Original:
    """The file that a text was taken out of."""
    locators = tuple(Locator(**locator) for locator in item["locators"])
    authors = tuple(item.get("authors", ()))
    return Original(item["format"], item["path"], locators, item["modified"], authors=authors)


def text_with_gaps(chars: int, spans: Iterable[Mention | Evidence]) -> str:
    """A text of ``chars`` characters of which only the words of some spans are known."""
    signs = [UNKNOWN] * chars
    for span in spans:
        signs[span.start : span.end] = span.surface
    if len(signs) != chars:
        raise InputError(f"the report holds words outside a text of {chars} characters: give it as it was written")
    return "".join(signs)


def published(item: Mapping[str, Any]) -> date | None:
    """When a source was published."""
    return to_date(item["published"])
