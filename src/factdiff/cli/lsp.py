"""A language server (extra ``lsp``): holds each text that an editor opens or saves against its sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from factdiff import __version__
from factdiff.cli.diagnostics import Diagnostic, Place, diagnostics
from factdiff.cli.edited import report_on_edited
from factdiff.errors import FactdiffError
from factdiff.reader.formats import endings
from factdiff.reports._lines import Lines

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}


def serve(paths: Sequence[str], config: Path | None) -> None:
    """Serve an editor on standard input and output, until it says that it is done."""
    server(paths, config).start_io()


def server(paths: Sequence[str], config: Path | None) -> LanguageServer:
    """A server that holds texts against the sources at some paths, or against what stands in their own folders."""
    found = LanguageServer("factdiff", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)

    def opened(params: types.DidOpenTextDocumentParams) -> None:
        publish(found, params.text_document.uri, paths, config)

    def saved(params: types.DidSaveTextDocumentParams) -> None:
        for uri in [*found.workspace.text_documents]:  # what is saved may be a source of another text
            publish(found, uri, paths, config)

    def closed(params: types.DidCloseTextDocumentParams) -> None:
        found.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    found.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    found.feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    found.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    return found


def publish(ls: LanguageServer, uri: str, paths: Sequence[str], config: Path | None) -> None:
    """Check the text of a document and show what is found; of one that cannot be checked, why."""
    file = to_fs_path(uri) if urlsplit(uri).scheme == "file" else None
    if file is None or Path(file).suffix.lower() not in endings():
        return
    document = ls.workspace.get_text_document(uri)
    text, name = document.source, Path(file)
    try:
        report, own = report_on_edited(name, text, paths, config)
        found = [as_sent(ls, one) for one in diagnostics(report, own, text)]
    except (FactdiffError, OSError) as error:
        found = [as_sent(ls, Diagnostic(Place(name, text, 0, 0), "error", "not-checked", str(error)))]
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.version))


def as_sent(ls: LanguageServer, one: Diagnostic) -> types.Diagnostic:
    """A diagnostic as the protocol has it."""
    beside = [
        types.DiagnosticRelatedInformation(types.Location(address(at.path), span(ls, at)), words)
        for at, words in one.beside
    ]
    return types.Diagnostic(
        range=span(ls, one.place),
        message=one.message,
        severity=SEVERITIES[one.gravity],
        code=one.code,
        source="factdiff",
        related_information=beside,
    )


def address(path: Path) -> str:
    """The URI of a file."""
    return from_fs_path(str(path.resolve())) or path.resolve().as_uri()


def span(ls: LanguageServer, place: Place) -> types.Range:
    """The range of a place, in the units that the editor counts in."""
    lines = Lines(place.text)
    ends = []
    for offset in (place.start, place.end):
        line, column = lines.at(offset)
        before = place.text[offset - column + 1 : offset]
        ends.append(types.Position(line - 1, ls.workspace.position_codec.client_num_units(before)))
    return types.Range(*ends)
