"""The language server, asked by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from factdiff import MissingExtraError
from factdiff.cli import cli
from factdiff.cli.diagnostics import diagnostics
from factdiff.cli.edited import report_on_edited

WIRE = "Two cars collided 🚗 on the harbour bridge in Cork on Tuesday, and nine people were hurt, the port office said."
DRAFT = WIRE.replace("nine", "ten")
RIGHT = WIRE
#: where "ten" begins in code points
TEN = DRAFT.index("ten ")
SOURCES = "[wire]\npublished = 2025-03-06\n[draft]\npublished = 2025-03-06\n"


@pytest.fixture
def story(tmp_path):
    """A folder with a draft, its source, and what is known of both."""
    for name, text in {"wire.txt": WIRE, "draft.txt": DRAFT, "sources.toml": SOURCES}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


class Editor:
    """An editor that runs the server, opens texts in it, and keeps what it is told of each."""

    def __init__(self, client, types):
        self.client, self.types = client, types
        self.told = asyncio.Queue()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params):
            self.told.put_nowait(params)

    async def start(self, *arguments, encodings=("utf-16",)):
        await self.client.start_io(sys.executable, "-m", "factdiff", "lsp", *map(str, arguments))
        general = self.types.GeneralClientCapabilities(position_encodings=list(encodings))
        capabilities = self.types.ClientCapabilities(general=general)
        await self.client.initialize_async(self.types.InitializeParams(capabilities))
        self.client.initialized(self.types.InitializedParams())

    async def diagnostics(self):
        """The next diagnostics that come, by their code."""
        params = await asyncio.wait_for(self.told.get(), 60)
        return {one.code: one for one in params.diagnostics}

    async def open(self, path):
        document = self.types.TextDocumentItem(path.as_uri(), "plaintext", 1, path.read_text(encoding="utf-8"))
        self.client.text_document_did_open(self.types.DidOpenTextDocumentParams(document))
        return await self.diagnostics()

    async def save(self, path, text, version=2):
        path.write_text(text, encoding="utf-8")
        document = self.types.VersionedTextDocumentIdentifier(version, path.as_uri())
        changes = [self.types.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(self.types.DidChangeTextDocumentParams(document, changes))
        saved = self.types.TextDocumentIdentifier(path.as_uri())
        self.client.text_document_did_save(self.types.DidSaveTextDocumentParams(saved))
        return await self.diagnostics()

    async def stop(self):
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await asyncio.wait_for(self.client.stop(), 60)


def in_editor(work, *arguments, **options):
    """What ``work`` gives that is done in an editor which runs the server."""
    types = pytest.importorskip("lsprotocol.types", reason="the extra is not installed")
    client = pytest.importorskip("pygls.lsp.client", reason="the extra is not installed").LanguageClient

    async def run():
        editor = Editor(client("test", "1"), types)
        await editor.start(*arguments, **options)
        try:
            return await work(editor)
        finally:
            await editor.stop()

    return asyncio.run(run())


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", TEN + 1), ("utf-32", TEN), ("utf-8", TEN + 3)])
def test_a_finding_is_shown_where_it_stands_and_gone_when_it_is_mended(story, encoding, column):
    async def work(editor):
        draft = story / "draft.txt"
        return await editor.open(draft), await editor.save(draft, RIGHT)

    before, after = in_editor(work, encodings=(encoding,))
    found = before["NUM301"]
    assert (found.range.start.line, found.range.start.character, found.range.end.character) == (0, column, column + 3)
    assert (found.severity.name, found.source) == ("Error", "factdiff")
    assert "“ten” (draft)" in found.message
    (beside,) = found.related_information
    assert beside.location.uri == (story / "wire.txt").as_uri()
    assert beside.location.range.start.character == column
    assert beside.location.range.end.character == column + len("nine")
    assert "NUM301" not in after
    assert set(after)


def test_the_sheet_is_shown_as_hints(story):
    async def work(editor):
        return await editor.open(story / "draft.txt")

    found = in_editor(work)
    hints = {code: one for code, one in found.items() if one.severity.name == "Hint"}
    assert set(hints) == {"supported", "compatible"}
    assert hints["supported"].message.startswith("supported: “")
    assert "borne out by: “" in hints["supported"].message
    assert "(wire)" in hints["supported"].message


def test_a_text_is_checked_again_when_one_of_its_sources_is_saved(story):
    async def work(editor):
        before = await editor.open(story / "draft.txt")
        await editor.open(story / "wire.txt")
        await editor.save(story / "wire.txt", WIRE.replace("nine", "ten"))
        return before, await editor.diagnostics()

    before, after = in_editor(work)
    assert "NUM301" in before
    assert "NUM301" not in after


def test_sources_may_be_named_and_settings_hold(story, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "lead.txt"
    elsewhere.write_text(DRAFT, encoding="utf-8")
    settings = elsewhere.with_name("own.toml")
    settings.write_text('ignore = ["count-conflict"]\n', encoding="utf-8")

    async def work(editor):
        return await editor.open(elsewhere)

    assert "NUM301" in in_editor(work, story / "wire.txt")
    assert "NUM301" not in in_editor(work, story / "wire.txt", "--config", settings)


def test_what_cannot_be_checked_is_told(story):
    async def work(editor):
        (story / "empty.txt").write_text(" ", encoding="utf-8")
        return await editor.open(story / "empty.txt")

    (found,) = in_editor(work).values()
    assert found.code == "not-checked"
    assert "text is empty" in found.message


def shown(path, text):
    """The findings that are shown in a text: code, and the words that are marked."""
    report, own = report_on_edited(path, text, (), None)
    found = diagnostics(report, own, text)
    return {one.code: one.place.text[one.place.start : one.place.end] for one in found if one.gravity != "hint"}


def test_words_of_other_formats_are_marked_in_their_file(story):
    page = f"---\ntitle: Cars\npublished: 2025-03-06\n---\n\n# Cars\n\n{DRAFT.replace('ten people', '*ten* people')}\n"
    assert shown(story / "lead.md", page)["NUM301"] == "ten"


def test_a_text_without_sources_is_checked_by_itself(tmp_path):
    assert shown(tmp_path / "a.txt", "It flew 900km (300 miles).")["QTY401"] == "900km"


def test_accepted_findings_are_hints(story):
    report, _ = report_on_edited(story / "draft.txt", DRAFT, (), None)
    (finding,) = (one for one in report.findings if one.code == "NUM301")
    accepted = f'[[accepted]]\nfingerprint = "{finding.fingerprint}"\nreason = "The port office counted again."\n'
    (story / "factdiff.toml").write_text(accepted, encoding="utf-8")
    report, own = report_on_edited(story / "draft.txt", DRAFT, (), None)
    (shown,) = (one for one in diagnostics(report, own, DRAFT) if one.code == "NUM301")
    assert shown.gravity == "hint"
    assert shown.message.endswith("(accepted: The port office counted again.)")


def test_what_is_not_saved_counts(story):
    assert "NUM301" in shown(story / "draft.txt", DRAFT)
    assert "NUM301" not in shown(story / "draft.txt", RIGHT)


def test_the_settings_of_editors_run_the_command():
    page = (Path(__file__).parent.parent / "docs" / "editor.md").read_text(encoding="utf-8")
    (helix,) = re.findall(r"```toml [^\n]*\n(.*?)```", page, re.S)
    neovim, emacs = re.findall(r"```text\n(.*?)```", page, re.S)
    server = tomllib.loads(helix)["language-server"]["factdiff"]
    assert [server["command"], *server["args"]] == ["factdiff", "lsp"]
    assert '"factdiff", "lsp"' in neovim
    assert '"factdiff" "lsp"' in emacs
    assert "lsp" in cli.commands


def test_without_its_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    monkeypatch.delitem(sys.modules, "factdiff.cli.lsp", raising=False)
    with pytest.raises(MissingExtraError, match=r"pip install 'factdiff\[lsp\]'"):
        cli.main(["lsp"], standalone_mode=False)


def test_the_library_is_not_loaded_unasked():
    code = "import sys, factdiff.cli; print([name for name in ('pygls', 'lsprotocol') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
    assert Path(done.args[0]).exists()
