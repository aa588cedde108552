"""The language server itself: what an editor sends goes to the session, what was found goes to the editor.

Language Server Protocol 3.17 over two streams. Documents are sent whole at each edit: what counts as a line is then for
us to say, and an article is short.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, uri_scheme

from factcheck import __version__
from factcheck.domain import Finding
from factcheck.editor.actions import IgnoreFile, ignore_action, ignore_entry
from factcheck.editor.diagnostics import diagnostics, findings_in
from factcheck.editor.folder import Desk
from factcheck.editor.hover import hover
from factcheck.editor.positions import Page, page
from factcheck.editor.session import Checked, Document, Session
from factcheck.errors import UnreadableArticleError
from factcheck.readers.decode import decode
from factcheck.readers.table import by_suffix
from factcheck.reports.escape import visible_words
from factcheck.reports.layout import Layout

_WATCHED = (
    *(f"**/*{suffix}" for suffix in by_suffix()),
    *("**/factcheck*.toml", "**/pyproject.toml", "**/factcheck-*.json", "**/*.yml", "**/*.yaml"),
)


class Server(LanguageServer):
    """The server of one editor, with its session."""

    def __init__(self, open_desk: Callable[[Path], Desk], *, most: int) -> None:
        super().__init__("factcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.session = Session(open_desk, most=most, publish=self.publish, tell=self.tell)
        self.work: asyncio.Task[None] | None = None

    def take(self, uri: str) -> None:
        """Take a document as the editor has it now; one that is no article is left alone."""
        text = self.workspace.get_text_document(uri)
        path = _path(uri)
        if path is not None and Path(path).suffix.lower() in {"", *by_suffix()}:
            is_file = uri_scheme(uri) == "file"
            self.session.open(Document(uri, path, text.source, text.version, is_file), _roots(self))

    def publish(self, document: Document, checked: Checked | None) -> None:
        """Send what was found in a document, or that nothing is to be shown there."""
        found: list[types.Diagnostic] = []
        if checked is not None:
            found = [diagnostic for _, diagnostic in self.found(checked)]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=document.uri, version=document.version, diagnostics=found)
        )

    def found(self, checked: Checked) -> list[tuple[Finding, types.Diagnostic]]:
        """Return the findings of a document, each with its diagnostic."""
        settings = checked.desk.settings
        findings = findings_in(checked.result, checked.document.path)
        shown = diagnostics(
            findings,
            settings.rulebook.rules,
            page_of=cache(self.page_of),
            uri_of=self.uri_of,
            without_related=None if self._shows_related() else Layout(folder=str(Path.cwd()), root=str(settings.root)),
        )
        return list(zip(findings, shown, strict=True))

    def tell(self, sentence: str, is_error: bool) -> None:
        """Show a sentence to the writer."""
        kind = types.MessageType.Error if is_error else types.MessageType.Info
        self.window_show_message(types.ShowMessageParams(kind, f"factcheck: {visible_words(sentence)}"))

    def page_of(self, path: str) -> Page | None:
        """Return the page of a file: as the editor has it, else as it is stored."""
        for document in self.session.documents.values():
            if document.path == path:
                return self.page(document.text)
        with suppress(OSError, UnreadableArticleError):
            return self.page(decode(Path(path).read_bytes(), path=path))
        return None

    def page(self, text: str) -> Page:
        """Return the page of a text, with columns as this editor counts them."""
        return page(text, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)

    def uri_of(self, path: str) -> str:
        """Return the address of a file, for an open document the one the editor uses."""
        for document in self.session.documents.values():
            if document.path == path:
                return document.uri
        return path if "://" in path else Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 (no link followed)

    def ignore_file(self, file: Path) -> IgnoreFile:
        """Return the ignore file as it is in the editor, else as it is stored."""
        uri = file.as_uri()
        able = self.client_capabilities
        operations = get_capability(able, "workspace.workspace_edit.resource_operations", ())
        written = next((one for one in self.workspace.text_documents.values() if _path(one.uri) == _path(uri)), None)
        stored = None
        with suppress(OSError, UnicodeDecodeError):
            stored = file.read_bytes().decode()
        text = stored if written is None else written.source
        return IgnoreFile(
            uri=uri if written is None else written.uri,
            page=None if text is None else self.page(text),
            version=None if written is None else written.version,
            can_create=types.ResourceOperationKind.Create in operations,
            versioned=bool(get_capability(able, "workspace.workspace_edit.document_changes", False)),
        )

    def _shows_related(self) -> bool:
        able = self.client_capabilities
        return bool(get_capability(able, "text_document.publish_diagnostics.related_information", False))


def make_server(open_desk: Callable[[Path], Desk], *, most: int) -> Server:
    """Return a server; `open_desk` gives what a folder is checked with, at most `most` articles are read beside."""
    server = Server(open_desk, most=most)
    _follow_documents(server)
    _follow_files(server)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def on_hover(params: types.HoverParams) -> types.Hover | None:
        checked = server.session.current(params.text_document.uri)
        if checked is None:
            return None
        formats = get_capability(server.client_capabilities, "text_document.hover.content_format", ())
        return hover(
            checked.result,
            checked.document.path,
            params.position,
            server.page(checked.document.text),
            uri_of=server.uri_of,
            markdown=types.MarkupKind.Markdown in formats,
        )

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def on_code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = server.session.current(params.text_document.uri)
        wanted = params.context.only
        if checked is None or (wanted is not None and types.CodeActionKind.QuickFix not in wanted):
            return []
        if checked.desk.ignore_file is None:
            return []
        file = server.ignore_file(checked.desk.ignore_file)
        root, is_file = str(checked.desk.settings.root), checked.document.is_file
        return [
            ignore_action(finding, diagnostic, ignore_entry(finding, root, is_file=is_file), file)
            for finding, diagnostic in server.found(checked)
            if _meet(diagnostic.range, params.range)
        ]

    return server


def serve(server: Server, stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Serve one editor over two streams until it says goodbye or is gone."""
    server.start_io(stdin, stdout)


def _follow_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def on_open(params: types.DidOpenTextDocumentParams) -> None:
        server.take(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def on_change(params: types.DidChangeTextDocumentParams) -> None:
        server.take(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def on_close(params: types.DidCloseTextDocumentParams) -> None:
        server.session.close(params.text_document.uri)


def _follow_files(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    async def on_initialized(_: types.InitializedParams) -> None:
        server.work = asyncio.create_task(server.session.work())
        able = server.client_capabilities
        if get_capability(able, "workspace.did_change_watched_files.dynamic_registration", False):
            watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration(id="files", method=method, register_options=options)
            await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def on_files(_: types.DidChangeWatchedFilesParams) -> None:
        server.session.look_again()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def on_save(_: types.DidSaveTextDocumentParams) -> None:
        server.session.look_again()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def on_folders(_: types.DidChangeWorkspaceFoldersParams) -> None:
        for uri in list(server.session.documents):
            server.take(uri)

    @server.feature(types.SHUTDOWN)
    def on_shutdown(_: None) -> None:
        if server.work is not None:
            server.work.cancel()


def _roots(server: Server) -> Iterator[Path]:
    """Yield the editor's folders; a root of the older kind counts when there are no others."""
    uris = [folder.uri for folder in server.workspace.folders.values()] or [server.workspace.root_uri or ""]
    yield from (Path(path) for uri in uris if uri_scheme(uri) == "file" and (path := to_fs_path(uri)))


def _path(uri: str) -> str | None:
    """Return the path a document is known by, of one that is no file yet its address; None for anything else."""
    scheme = uri_scheme(uri)
    if scheme == "file":
        path = to_fs_path(uri)
        return None if path is None else Path(path).as_posix()
    return uri if scheme == "untitled" else None


def _meet(one: types.Range, other: types.Range) -> bool:
    """Tell whether two ranges share a position, their ends among them."""
    return _order(one.start) <= _order(other.end) and _order(other.start) <= _order(one.end)


def _order(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
