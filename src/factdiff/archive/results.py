"""The small results of stories: what is kept of a report when there are a million of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from attrs import evolve, field, frozen

from factdiff.archive.tolls import Toll, tolls_of
from factdiff.errors import InputError
from factdiff.records import Finding, Note, to_date
from factdiff.report import Report, restore

#: the counts of a result, in the order in which they are told
COUNTS = ("sources", "characters", "mentions", "facts", "shared_facts", "suspects")


@frozen
class Outlet:
    """A source of a story as its result knows it: its id, who published it, and when."""

    source: str
    publisher: str | None = None
    published: date | None = None

    @property
    def name(self) -> str:
        """What the outlet is called: its publisher, or the id of the source where that is not known."""
        return self.publisher or self.source


@frozen(kw_only=True)
class StoryResult:
    """The result of the check of one story of many.

    ``counts`` holds how many ``sources``, ``characters``, ``mentions``, ``facts``, ``shared_facts`` (of two sources or
    more) and ``suspects`` there are; ``outlets`` are its sources without their texts, ``tolls`` its counts of persons
    who came to harm. Where the story could not be checked, ``error`` says why, and all else is empty. ``report`` is the
    whole report where it was to be kept, which :meth:`to_dict` leaves out.
    """

    story: str
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(factory=dict, hash=False)
    notes: tuple[Note, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    tolls: tuple[Toll, ...] = ()
    error: str | None = None
    report: Report | None = field(default=None, eq=False, repr=False)

    @property
    def ok(self) -> bool:
        """Whether the story was checked and has no open finding of severity warning or error."""
        return self.error is None and not any(f.is_open and f.severity != "info" for f in self.findings)

    @classmethod
    def of(cls, story: str, report: Report, *, whole: bool = False) -> Self:
        """The result of a story from its report, which is kept where ``whole`` is true."""
        sources = zip(report.sources, report.published, strict=True)
        found = cls(
            story=story,
            findings=report.findings,
            counts=counts_of(report),
            notes=report.notes,
            outlets=tuple(Outlet(s.id or "", s.publisher, when) for s, (when, _) in sources),
            tolls=tolls_of(report),
        )
        return evolve(found, report=report) if whole else found

    def to_dict(self) -> dict[str, Any]:
        """The result as data: JSON types only."""
        return {
            "story": self.story,
            "error": self.error,
            "counts": dict(self.counts),
            "findings": [finding.to_dict() for finding in self.findings],
            "notes": [note.to_dict() for note in self.notes],
            "outlets": [
                {"source": o.source, "publisher": o.publisher, "published": o.published and o.published.isoformat()}
                for o in self.outlets
            ],
            "tolls": [toll.to_dict() for toll in self.tolls],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The result that :meth:`to_dict` wrote; InputError for anything else.

        Values come back as their public fields: they can be shown and tested for equality, not compared otherwise.
        """
        try:
            return cls(
                story=data["story"],
                error=data["error"],
                counts=dict(data["counts"]),
                findings=restore.findings(data["findings"]),
                notes=tuple(Note(n["topic"], n["source"], n["message"]) for n in data["notes"]),
                outlets=tuple(Outlet(o["source"], o["publisher"], to_date(o["published"])) for o in data["outlets"]),
                tolls=tuple(map(Toll.from_dict, data["tolls"])),
            )
        except KeyError as error:
            raise InputError(f"the result has no {error.args[0]!r}: give it as it was written") from error
        except (AttributeError, TypeError) as error:
            raise InputError(f"the result is not as it was written ({error})") from error


def counts_of(report: Report) -> dict[str, int]:
    """How many of what a report holds, by the names in ``COUNTS``."""
    shared = sum(len({mention.source for mention in fact.mentions}) > 1 for fact in report.facts)
    counted = (
        len(report.sources), sum(len(source.text) for source in report.sources), len(report.mentions),
        len(report.facts), shared, len(report.suspects),
    )  # fmt: skip
    return dict(zip(COUNTS, counted, strict=True))
