"""The records of a fact sheet: a row for each checkable mention, with what it rests on and what comes nearest to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from attrs import frozen

from factdiff.records import Mention

#: what the sources say of a value: another value; the same, in several of them, or in one alone; an amount that is too
#: vague or open to bear it out; nothing; or nothing that can be compared, as of a weekday whose date is not known
Status = Literal["contradicted", "supported", "rests-on-one", "compatible", "not-found", "unresolved"]
STATUSES: tuple[Status, ...] = get_args(Status)
#: the statuses on which a draft can fail, and those on which it does where the user says nothing
FAILING: tuple[Status, ...] = ("contradicted", "not-found", "rests-on-one")
FAIL_ON: tuple[Status, ...] = ("contradicted",)
#: the names of the checks that tell of rows of a status
STATUS_OF_CHECK: Mapping[str, Status] = {"unsupported": "not-found", "single-support": "rests-on-one"}
#: how many of the nearest candidates a row has at most
NEAREST = 3


@frozen
class Candidate:
    """A mention of a source that is, or may be, of the same slot as a mention of a row.

    ``about`` are the words around it, with a gap in its place; ``why`` tells in clauses what is alike. ``weight`` is
    the log-odds that both are of one slot, and None where no weights but a rule of names or quotations decided.
    """

    mention: Mention
    about: str = ""
    why: tuple[str, ...] = ()
    weight: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The candidate as in ``Report.to_dict()``."""
        return {
            **mention_dict(self.mention),
            "about": self.about,
            "why": list(self.why),
            "weight": None if self.weight is None else round(self.weight, 3),
        }


@frozen
class SheetRow:
    """A row of the sheet: a checkable ``mention`` of the draft and its ``status``.

    ``support`` are the mentions that bear it out, ``compatible`` those that are too vague or open to do so, and
    ``nearest``, at most three, the unlike values that come nearest to it where it is contradicted or not found.
    ``about`` are the words around the mention, with a gap in its place, and ``findings`` the fingerprints of the
    findings that contradict it.
    """

    mention: Mention
    status: Status
    support: tuple[Candidate, ...] = ()
    compatible: tuple[Candidate, ...] = ()
    nearest: tuple[Candidate, ...] = ()
    about: str = ""
    findings: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[Candidate, ...]:
        """All mentions of sources in the row: what bears the value out, what is compatible with it, what is nearest."""
        return (*self.support, *self.compatible, *self.nearest)

    def to_dict(self) -> dict[str, Any]:
        """The row as in ``Report.to_dict()``."""
        return {
            **mention_dict(self.mention),
            "kind": self.mention.kind,
            "status": self.status,
            "about": self.about,
            "support": [candidate.to_dict() for candidate in self.support],
            "compatible": [candidate.to_dict() for candidate in self.compatible],
            "nearest": [candidate.to_dict() for candidate in self.nearest],
            "findings": list(self.findings),
        }


def mention_dict(mention: Mention) -> dict[str, Any]:
    """The fields of a mention in a row."""
    return {
        "source": mention.source,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "value": mention.value.to_dict(),
        "rule": mention.rule,
    }
