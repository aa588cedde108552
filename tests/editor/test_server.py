"""The language server as an editor meets it: a real client over the two streams of a process."""

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the extra lsp is not installed")
pytest_lsp = pytest.importorskip("pytest_lsp", reason="pytest-lsp, of the extra dev, is not installed")

from lsprotocol import types  # noqa: E402

from factcheck.ignorefile import read_ignores  # noqa: E402
from factcheck.rulebook import load_rulebook  # noqa: E402

ROOT = Path(__file__).parent.parent.parent
SIGNED = (
    "date 2025-05-06 Baltic fishing accord signed\n\n"
    "Estonian Fisheries Minister Kaarel Tamm and Latvian Agriculture Minister Janis Ozolins signed the fishing accord "
    "in Riga on May {day}, officials said.\n\n"
    "The accord was drafted in 2023 and covers 14 ports.\n"
)
OTHER = (
    "date 2025-05-07 Accord opens the gulf to more boats\n\n"
    "Estonian Fisheries Minister Kaarel Tamm and Latvian Agriculture Minister Janis Ozolins signed the fishing accord "
    "in Riga on May 5, ending a dispute of six years.\n"
)
CONFIG = pytest_lsp.ClientServerConfig(
    server_command=[sys.executable, "-m", "factcheck", "lsp"], server_env={**os.environ, "PYTHONPATH": str(ROOT)}
)
FEW = pytest_lsp.ClientServerConfig(
    server_command=[*CONFIG.server_command, "--most", "1"], server_env=CONFIG.server_env
)
Diagnostics = Sequence[types.Diagnostic]


@pytest_lsp.fixture(config=CONFIG)
async def client(lsp_client: pytest_lsp.LanguageClient, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Start the server in an editor that has a folder with another report, and can do what VS Code can."""
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    await _start(lsp_client, "visual-studio-code", tmp_path)
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG)
async def plain_client(lsp_client: pytest_lsp.LanguageClient, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Start the server in an editor without a folder that can do as little as there is."""
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    await lsp_client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities()))
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=FEW)
async def client_of_few(lsp_client: pytest_lsp.LanguageClient, tmp_path: Path):  # type: ignore[no-untyped-def]
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(OTHER, encoding="utf-8")
    await _start(lsp_client, "neovim", tmp_path)
    yield
    await lsp_client.shutdown_session()


async def _start(client: Any, editor: str, folder: Path) -> None:
    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def on_register(params: types.RegistrationParams) -> None:
        client.watched = [registration.method for registration in params.registrations]

    await client.initialize_session(
        types.InitializeParams(
            capabilities=pytest_lsp.client_capabilities(editor),
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="desk")],
        )
    )


async def _until(client: Any, uri: str, wanted: Callable[[Diagnostics], bool]) -> Diagnostics:
    """Return the diagnostics of a document as soon as they are as wanted."""
    async with asyncio.timeout(60):
        while uri not in client.diagnostics or not wanted(client.diagnostics[uri]):
            await asyncio.sleep(0.02)
    return client.diagnostics[uri]


def _codes(found: Diagnostics) -> list[Any]:
    return [diagnostic.code for diagnostic in found]


def _has(code: str) -> Callable[[Diagnostics], bool]:
    return lambda found: code in _codes(found)


def _has_not(code: str) -> Callable[[Diagnostics], bool]:
    return lambda found: code not in _codes(found)


def _open(client: Any, uri: str, text: str) -> None:
    item = types.TextDocumentItem(uri=uri, language_id="plaintext", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))


def _edit(client: Any, uri: str, text: str, version: int) -> None:
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=version),
            content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
        )
    )


def _saved(client: Any, path: Path) -> None:
    event = types.FileEvent(uri=path.as_uri(), type=types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes=[event]))


@pytest.mark.asyncio
async def test_findings_come_and_go_while_one_writes(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()
    _open(client, uri, SIGNED.format(day=4))
    (found,) = await _until(client, uri, _has("D201"))
    assert (found.severity, found.source) == (types.DiagnosticSeverity.Error, "factcheck")
    assert found.message == "one event (signing), two dates: May 4 here, May 5 there"
    assert found.data["fingerprint"].startswith("fc1:")
    (related,) = found.related_information
    assert (related.location.uri, related.message) == ((tmp_path / "b.txt").as_uri(), "conflicts with: May 5")
    column = SIGNED.split("\n")[2].index("May")
    assert found.range == types.Range(types.Position(2, column), types.Position(2, column + 5))

    _edit(client, uri, SIGNED.format(day=5), 2)
    assert await _until(client, uri, _has_not("D201")) == ()

    _edit(client, uri, SIGNED.format(day=4).replace("signed the", "(\U0001f58a) signed the"), 3)
    (found,) = await _until(client, uri, _has("D201"))
    assert found.range.start == types.Position(2, column + 5)  # the pen is two UTF-16 code units

    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await _until(client, uri, lambda found: not found)


@pytest.mark.asyncio
async def test_two_open_drafts_are_held_against_each_other(client: Any, tmp_path: Path) -> None:
    first, second = ((tmp_path / name).as_uri() for name in ("a.txt", "b.txt"))
    _open(client, first, SIGNED.format(day=4))
    await _until(client, first, _has("D201"))
    _open(client, second, OTHER.replace("May 5", "May 4"))
    await _until(client, first, _has_not("D201"))
    _edit(client, second, OTHER.replace("May 5", "May 3"), 2)
    (found,) = await _until(client, first, _has("D201"))
    assert "May 4 here, May 3 there" in found.message
    (other,) = await _until(client, second, _has("D201"))
    assert "May 3 here, May 4 there" in other.message


@pytest.mark.asyncio
async def test_hover_shows_the_claim_and_what_it_was_compared_with(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()
    _open(client, uri, SIGNED.format(day=4))
    (found,) = await _until(client, uri, _has("D201"))
    shown = await client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), found.range.start)
    )
    assert shown.range == found.range
    assert shown.contents.kind is types.MarkupKind.Markdown
    assert "- event sign" in shown.contents.value
    assert f"- **conflict** [b.txt\\:3]({(tmp_path / 'b.txt').as_uri()}#L3) “May 5”: " in shown.contents.value
    empty = await client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(1, 0))
    )
    assert empty is None


@pytest.mark.asyncio
async def test_the_quick_fix_hides_a_finding_once_it_is_saved(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()
    _open(client, uri, SIGNED.format(day=4))
    (found,) = await _until(client, uri, _has("D201"))
    asked = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), found.range, types.CodeActionContext(diagnostics=[found])
    )
    (action,) = await client.text_document_code_action_async(asked)
    assert (action.title, *action.diagnostics) == ("Ignore D201 event-date-conflict here", found)
    file = tmp_path / "factcheck-ignore.toml"
    created, change = action.edit.document_changes
    assert (created.kind, created.uri, change.text_document.uri) == ("create", file.as_uri(), file.as_uri())
    file.write_text(change.edits[0].new_text, encoding="utf-8")
    (entry,) = read_ignores(file, load_rulebook(), shown=file.name)
    assert (entry.path, entry.match) == ("a.txt", "May 4")
    _saved(client, file)
    assert await _until(client, uri, _has_not("D201")) == ()
    asked.context.only = [types.CodeActionKind.Refactor]
    assert not await client.text_document_code_action_async(asked)


@pytest.mark.asyncio
async def test_configuration_and_other_articles_are_read_again_when_saved(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()
    _open(client, uri, SIGNED.format(day=4))
    await _until(client, uri, _has("D201"))
    assert client.watched == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    config = tmp_path / "factcheck.toml"
    config.write_text('ignore = ["D201"]\n', encoding="utf-8")
    _saved(client, config)
    await _until(client, uri, _has_not("D201"))
    config.write_text('ignored = ["D201"]\n', encoding="utf-8")
    _saved(client, config)
    async with asyncio.timeout(60):
        while not client.messages:
            await asyncio.sleep(0.02)
    assert client.messages[0].type is types.MessageType.Error
    assert "factcheck.toml:1: unknown key 'ignored' (did you mean ignore?)" in client.messages[0].message
    config.unlink()
    _saved(client, config)
    await _until(client, uri, _has("D201"))
    (tmp_path / "b.txt").write_text(OTHER.replace("May 5", "May 4"), encoding="utf-8")
    _saved(client, tmp_path / "b.txt")
    await _until(client, uri, _has_not("D201"))


@pytest.mark.asyncio
async def test_a_simple_editor_without_a_folder(plain_client: Any, tmp_path: Path) -> None:
    late = "date 2025-03-03 Talks\n\nThe ministers met in Riga on March 6.\n"
    for uri in ((tmp_path / "a.txt").as_uri(), "untitled:Untitled-1"):
        _open(plain_client, uri, late)
        (found,) = await _until(plain_client, uri, _has("D101"))
        assert found.related_information is None
        assert "[published " in found.message
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), found.range, types.CodeActionContext(diagnostics=[found])
        )
        (action,) = await plain_client.text_document_code_action_async(asked)
        (edits,) = action.edit.changes.values()
        assert ("path = " in edits[0].new_text) is uri.startswith("file:")
    shown = await plain_client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), found.range.start)
    )
    assert shown.contents.kind is types.MarkupKind.PlainText
    alone = (tmp_path / "c.txt").as_uri()
    _open(plain_client, alone, SIGNED.format(day=4))
    assert await _until(plain_client, alone, lambda _: True) == ()


@pytest.mark.asyncio
async def test_too_many_articles_and_an_editor_that_counts_bytes(client_of_few: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "d.txt").as_uri()
    _open(client_of_few, uri, SIGNED.format(day=4).replace("signed the", "(\U0001f58a) signed the"))
    (found,) = await _until(client_of_few, uri, _has("D201"))
    assert found.range.start == types.Position(2, SIGNED.split("\n")[2].index("May") + 7)
    assert f"{tmp_path}: 2 articles too many to compare with" in client_of_few.messages[0].message
