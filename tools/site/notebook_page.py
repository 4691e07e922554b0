"""A hook of MkDocs: the example notebook as a page of the site, made of its cells and of the outputs kept in it."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

NOTEBOOK = "notebook.ipynb"
PAGE = "notebook.md"


def on_files(files: Files, config: Any) -> Files:
    """Add the page of the notebook."""
    cells = read_cells(config)
    content = "\n\n".join(text for number, cell in enumerate(cells) for text in in_markdown(number, cell))
    files.append(File.generated(config, PAGE, content=content + "\n"))
    return files


def on_page_content(content: str, page: Any, config: Any, files: Files) -> str:
    """Put the outputs of the notebook into its page: they are HTML, which Markdown is not to read."""
    if page.file.src_uri != PAGE:
        return content
    for number, cell in enumerate(read_cells(config)):
        outputs = "".join(in_html(output) for output in cell.get("outputs", ()))
        content = content.replace(f"<p>{place(number)}</p>", f'<div class="output">{outputs}</div>')
    return content


def read_cells(config: Any) -> list[dict[str, Any]]:
    """The cells of the notebook."""
    notebook: dict[str, Any] = json.loads((Path(config.docs_dir) / NOTEBOOK).read_text(encoding="utf-8"))
    cells: list[dict[str, Any]] = notebook["cells"]
    return cells


def in_markdown(number: int, cell: dict[str, Any]) -> list[str]:
    """A cell: its text, or its code and the place of what that gives."""
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return [source]
    return [f"```python\n{source}\n```", *([place(number)] if cell["outputs"] else [])]


def place(number: int) -> str:
    """What stands in the page for the outputs of a cell until it is HTML."""
    return f"OUTPUTS-OF-CELL-{number}"


def in_html(output: dict[str, Any]) -> str:
    """An output: as HTML where it is kept as that, or else as text."""
    data = output.get("data", {})
    if "text/html" in data:
        return "".join(data["text/html"])
    return f"<pre><code>{html.escape(''.join(output.get('text', data.get('text/plain', ''))))}</code></pre>"
