"""Write ``docs/checks.md`` from the checks themselves: ``python tools/write_check_pages.py``."""

from __future__ import annotations

from pathlib import Path

from factdiff.check import Check, checks

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"


def page() -> str:
    """The reference of all checks, in Markdown."""
    lines = [
        "# Checks",
        "",
        "This page is made from the files in `src/factdiff/checks/` by `tools/write_check_pages.py`; the tests run",
        "every example. `factdiff explain CODE` prints the same on a terminal.",
        "",
        "- **error**: at most one of the values can be right.",
        "- **warning**: a real discrepancy that facts outside the texts could reconcile.",
        "- **info**: a note. A `suspect` is of this severity, and is told apart from the findings.",
        "",
    ]
    return "\n".join([*lines, *(line for check in checks() for line in section(check))])


def section(check: Check) -> list[str]:
    """The section of one check."""
    lines = [f"## {check.code} {check.name}", "", f"Severity: {check.severity}.", "", check.summary, "", check.why, ""]
    for title, example in (("Fires", check.fires), ("Quiet", check.quiet)):
        when = f", {example.when()}" if example.when() else ""
        lines += [f"{title}{when}:", "", *(f"> {text}\n>" for text in example.texts)]
        lines[-1] = lines[-1].removesuffix("\n>")
        lines.append("")
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
