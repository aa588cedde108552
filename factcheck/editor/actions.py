"""The quick fix: an entry in the ignore file, whose reason the writer fills in."""

import unicodedata
from dataclasses import dataclass
from glob import escape

from lsprotocol import types

from factcheck.articleids import from_root
from factcheck.domain import Finding
from factcheck.editor.positions import Page, page

REASON = "say why this is right"
_LONGEST = 120  # characters of the words by which an entry knows its finding
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class IgnoreFile:
    """The file that entries go to: its address, its page (None where there is no file yet), its version if open.

    `can_create` says that the editor makes a new file when it is told to, `versioned` that it takes edits with
    versions of documents.
    """

    uri: str
    page: Page | None
    version: int | None = None
    can_create: bool = True
    versioned: bool = True


def ignore_entry(finding: Finding, root: str, *, is_file: bool = True) -> str:
    """Return the TOML of an entry that hides a finding: its rule, its file relative to the root, its words.

    An article that is no file yet is known by its words alone.
    """
    path = from_root(finding.primary.path, root)
    match = _words(finding.primary.text)
    lines = [
        "[[ignore]]",
        f"rule = {_string(finding.rule)}",
        *([f"path = {_string(escape(path))}"] if is_file or not match else []),
        *([f"match = {_string(match)}"] if match else []),
        f"reason = {_string(REASON)}",
    ]
    return "\n".join(lines) + "\n"


def ignore_action(finding: Finding, diagnostic: types.Diagnostic, entry: str, file: IgnoreFile) -> types.CodeAction:
    """Return the quick fix that puts an entry at the end of the ignore file."""
    return types.CodeAction(
        title=f"Ignore {finding.rule} {finding.name} here",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=_edit(entry, file),
    )


def _edit(entry: str, file: IgnoreFile) -> types.WorkspaceEdit:
    before = file.page or page("")
    text = before.text
    lead = "" if not text else "\n" if text.endswith(("\n", "\r")) else "\n\n"
    edit = types.TextEdit(types.Range(before.end(), before.end()), lead + entry)
    if not file.versioned:
        return types.WorkspaceEdit(changes={file.uri: [edit]})
    document = types.OptionalVersionedTextDocumentIdentifier(uri=file.uri, version=file.version)
    change = types.TextDocumentEdit(document, [edit])
    if file.page is not None or not file.can_create:
        return types.WorkspaceEdit(document_changes=[change])
    create = types.CreateFile(uri=file.uri, options=types.CreateFileOptions(ignore_if_exists=True))
    return types.WorkspaceEdit(document_changes=[create, change])


def _words(text: str) -> str:
    """Return the words an entry is to match, of a long place the first ones; spaces are one space, as it compares."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]


def _string(text: str) -> str:
    """Return a TOML basic string (TOML 1.0), with whatever can't be seen written out."""
    return f'"{"".join(_char(char) for char in text)}"'


def _char(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return f"\\U{ord(char):08X}" if unicodedata.category(char) in _INVISIBLE else char
