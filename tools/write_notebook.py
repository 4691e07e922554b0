"""Write ``docs/notebook.ipynb``: an example notebook with the outputs of its cells, run here without a kernel."""

from __future__ import annotations

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

CELLS = (
    """# Three reports on one fire

An example of factdiff in a notebook: what three newsrooms wrote about one fire, where they disagree, and the same as
data frames.""",
    """import factdiff

sources = [
    factdiff.Source(
        "A fire in a furniture warehouse in Graz injured eight firefighters on Tuesday. "
        "It burned for about 14 hours and caused damage of 2.5 million euros, the brigade said.",
        id="morning-post",
        published="2024-01-05",
    ),
    factdiff.Source(
        "Eighteen firefighters were injured in the fire in the furniture warehouse in Graz on 2 January. "
        "The damage is put at 2.5 million euros.",
        id="wire",
        published="2024-01-05",
    ),
    factdiff.Source(
        "The furniture warehouse in Graz burned on Wednesday. Eight firefighters were injured in the fire, "
        "the brigade said.",
        id="evening-echo",
        published="2024-01-05",
    ),
]
report = factdiff.check_consistency(sources)
print(report)""",
    "Left as the last line of a cell, a report shows itself as a page: cards, the fact table and, folded away, charts.",
    "report",
    "What was compared, and what it led to, is data. `facts_frame()`, `findings_frame()` and `mentions_frame()` give\n"
    "frames of pandas or polars, whichever is installed.",
    """facts = report.facts_frame(backend="pandas")
facts[facts["verdict"] != "single-source"][["kind", "verdict", "consensus", "outliers", "sources"]]""",
    """report.findings_frame(backend="pandas")[["check", "severity", "sources", "fingerprint"]]""",
    """mentions = report.mentions_frame(backend="pandas")
mentions[mentions["kind"] == "number"][["source", "surface", "value", "low", "high"]]""",
    "A report can be kept as JSON and read back; it is the same report.",
    "factdiff.Report.from_dict(report.to_dict()) == report",
)


def notebook() -> str:
    """The notebook with its outputs, in the format of version 4.5."""
    space: dict[str, Any] = {}
    cells = [cell(number, source, space) for number, source in enumerate(CELLS)]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def cell(number: int, source: str, space: dict[str, Any]) -> dict[str, Any]:
    """One cell: text, or code with its outputs."""
    base = {"id": f"cell-{number}", "metadata": {}, "source": source.splitlines(keepends=True)}
    if not is_code(source):
        return {"cell_type": "markdown", **base}
    return {"cell_type": "code", "execution_count": number, **base, "outputs": outputs(number, source, space)}


def is_code(source: str) -> bool:
    """Whether a cell is Python."""
    try:
        return bool(ast.parse(source).body)
    except SyntaxError:
        return False


def outputs(number: int, source: str, space: dict[str, Any]) -> list[dict[str, Any]]:
    """The outputs of a cell: the text that it prints, and the value of its last line."""
    *body, last = ast.parse(source).body
    value = None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(ast.Module(body, []), "<cell>", "exec"), space)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), space)
        else:
            exec(compile(ast.Module([last], []), "<cell>", "exec"), space)
    found: list[dict[str, Any]] = []
    if printed.getvalue():
        text = printed.getvalue().splitlines(keepends=True)
        found.append({"name": "stdout", "output_type": "stream", "text": text})
    if value is not None:
        data = {kind: text.splitlines(keepends=True) for kind, text in shown(value).items()}
        found.append({"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})
    return found


def shown(value: Any) -> dict[str, str]:
    """A value in the forms in which a notebook shows it."""
    if hasattr(value, "_repr_mimebundle_"):
        return dict(value._repr_mimebundle_())
    html = {"text/html": value._repr_html_()} if hasattr(value, "_repr_html_") else {}
    return {"text/plain": repr(value), **html}


if __name__ == "__main__":
    (Path(__file__).parent.parent / "docs" / "notebook.ipynb").write_text(notebook(), encoding="utf-8")
