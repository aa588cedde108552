"""What docs/editor.md shows can be used as it stands."""

import json
import re
import tomllib
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra lsp is not installed")

from factcheck.cli.lsp import MOST
from factcheck.editor.actions import REASON
from factcheck.editor.session import PAUSE

PAGE = (Path(__file__).parent.parent / "docs" / "editor.md").read_text(encoding="utf-8")


def _snippet(language: str) -> str:
    (snippet,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return snippet


def test_the_snippets_start_the_server() -> None:
    code = json.loads(_snippet("json"))
    assert [code["glspc.server.command"], *code["glspc.server.commandArguments"]] == ["factcheck", "lsp"]
    helix = tomllib.loads(_snippet("toml"))["language-server"]["factcheck"]
    assert [helix["command"], *helix["args"]] == ["factcheck", "lsp"]
    for language, quoted in (("lua", '"factcheck", "lsp"'), ("elisp", '"factcheck" "lsp"')):
        assert quoted in _snippet(language)


def test_the_page_names_what_holds() -> None:
    assert f"the first {MOST:,} by name" in PAGE
    assert f"`{REASON}`" in PAGE
    assert PAUSE == 0.3
    assert "three tenths of a second" in PAGE


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (Path(__file__).parent.parent / "docs" / target).exists(), target
