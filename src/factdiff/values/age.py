"""Ages of persons and things."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen

from factdiff.values.amount import Amount, relate_amounts
from factdiff.values.relation import Ladder


@frozen(kw_only=True)
class Age(Amount):
    """An age in years, with the ``person`` it is stated of where the text names one beside it."""

    kind: ClassVar[str] = "age"
    ladder: ClassVar[Ladder] = (relate_amounts,)
    person: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """``type``, the bounds in years and ``person``."""
        return {"type": self.kind, **self.bounds(), "person": self.person}

    def __str__(self) -> str:
        return f"{self.wording()} years old"
