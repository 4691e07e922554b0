"""A report in a notebook, with the kernel that Jupyter runs."""

from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient

from factdiff import check_consistency

TEXTS = ["The missile flew 900km to Kyiv.", "The missile flew 500 miles to Kiev."]
CHECK = f"import factdiff\nreport = factdiff.check_consistency({TEXTS})"
REPORT = check_consistency(TEXTS)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """What a kernel gives for each of some cells."""
    sources = (CHECK, "str(report)", "report", "print(report)", "display(report)", "f'{report}'", "report.as_('text')")
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    home = str(tmp_path_factory.mktemp("notebook"))
    with pytest.MonkeyPatch.context() as environment:
        for name in ("HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            environment.setenv(name, home)
        NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": home}}).execute()
    return {source: cell.outputs for source, cell in zip(sources, notebook.cells, strict=True)}


def test_a_check_shows_nothing_of_itself(outputs):
    assert outputs[CHECK] == []


@pytest.mark.parametrize("words", ["str(report)", "f'{report}'"])
def test_a_report_has_its_words(outputs, words):
    (result,) = outputs[words]
    assert result.data == {"text/plain": repr(str(REPORT))}
    (result,) = outputs["report.as_('text')"]
    assert result.data == {"text/plain": repr(REPORT.as_("text"))}


@pytest.mark.parametrize(("shown", "kind"), [("report", "execute_result"), ("display(report)", "display_data")])
def test_a_report_shows_itself_once(outputs, shown, kind):
    (result,) = outputs[shown]
    assert result.output_type == kind
    assert result.data == {"text/plain": str(REPORT), "text/html": REPORT._repr_html_()}


def test_a_printed_report_is_text(outputs):
    (stream,) = outputs["print(report)"]
    assert (stream.name, stream.text) == ("stdout", f"{REPORT}\n")
