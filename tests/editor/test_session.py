"""A session's order of work: what is told, what is published, and that nothing ends it."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra lsp is not installed")

from factcheck.domain import Result
from factcheck.editor.folder import Desk
from factcheck.editor.session import Checked, Document, Session
from factcheck.errors import ConfigError
from factcheck.pipeline import Settings
from factcheck.rulebook import load_rulebook

LATE = "date 2025-03-03 Talks\n\nThe ministers met in Riga on March {day}.\n"


class Editor:
    """What an editor would see: the versions and codes published, and the sentences told."""

    def __init__(self, open_desk: Callable[[Path], Desk]) -> None:
        self.published: list[tuple[str, int | None, list[str]]] = []
        self.told: list[tuple[str, bool]] = []
        self.session = Session(open_desk, most=9, publish=self.publish, tell=self.tell)

    def publish(self, document: Document, checked: Checked | None) -> None:
        codes = [finding.rule for finding in checked.result.findings] if checked else []
        self.published.append((Path(document.path).name, document.version, codes))

    def tell(self, sentence: str, is_error: bool) -> None:
        self.told.append((sentence, is_error))

    def open(self, path: Path, text: str, version: int = 1) -> None:
        self.session.open(Document(path.as_uri(), str(path), text, version), [path.parent])

    async def until(self, wanted: Callable[[], bool]) -> None:
        async with asyncio.timeout(60):
            while not wanted():
                await asyncio.sleep(0.01)


def _desk(folder: Path) -> Desk:
    settings = Settings(rulebook=load_rulebook(), root=folder)
    return Desk(settings, folder / "factcheck-ignore.toml", told=lambda result: result)


def _during(editor: Callable[[], Editor], act: Callable[[Editor], object]) -> Editor:
    """Run a session while something is done with it."""

    async def run() -> Editor:
        made = editor()
        work = asyncio.create_task(made.session.work())
        await act(made)  # type: ignore[misc]
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        return made

    return asyncio.run(run())


def test_only_the_last_of_several_edits_is_checked(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        for version, day in enumerate((1, 2, 6), 1):
            editor.open(tmp_path / "a.txt", LATE.format(day=day), version)
        await editor.until(lambda: bool(editor.published))
        assert editor.session.current((tmp_path / "a.txt").as_uri()) is not None
        editor.open(tmp_path / "a.txt", LATE.format(day=1), 4)
        assert editor.session.current((tmp_path / "a.txt").as_uri()) is None
        await editor.until(lambda: editor.published[-1][1] == 4)

    editor = _during(lambda: Editor(_desk), act)
    assert editor.published[0] == ("a.txt", 3, ["D101"])
    assert editor.published[-1] == ("a.txt", 4, [])
    assert {version for _, version, _ in editor.published} == {3, 4}


def test_a_document_closed_while_another_is_checked(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        loop = asyncio.get_running_loop()

        async def close() -> None:
            editor.session.close((tmp_path / "b.txt").as_uri())

        def told(result: Result) -> Result:
            asyncio.run_coroutine_threadsafe(close(), loop).result()
            return result

        desks.append(told)
        editor.open(tmp_path / "b.txt", LATE.format(day=6))
        editor.open(tmp_path / "a.txt", LATE.format(day=6))
        await editor.until(lambda: ("a.txt", 1, ["D101"]) in editor.published)
        editor.open(tmp_path / "a.txt", LATE.format(day=1), 2)
        await editor.until(lambda: editor.published[-1] == ("a.txt", 2, []))

    desks: list[Callable[[Result], Result]] = []
    editor = _during(lambda: Editor(lambda folder: replace(_desk(folder), told=desks[0])), act)
    assert ("b.txt", 1, []) in editor.published
    assert editor.told == []


def test_a_fault_in_showing_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def act(editor: Editor) -> None:
        shows = editor.publish
        faults = [ValueError("odd")]

        def publish(document: Document, checked: Checked | None) -> None:
            if faults:
                raise faults.pop()
            shows(document, checked)

        monkeypatch.setattr(editor.session, "_publish", publish)
        editor.open(tmp_path / "a.txt", LATE.format(day=6))
        await editor.until(lambda: bool(editor.told))
        editor.open(tmp_path / "a.txt", LATE.format(day=6), 2)
        await editor.until(lambda: bool(editor.published))

    assert _during(lambda: Editor(_desk), act).told == [("unexpected ValueError: odd", True)]


def test_a_text_of_nothing_is_no_fault_yet(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        editor.open(tmp_path / "a.txt", " \n")
        await editor.until(lambda: bool(editor.published))

    assert _during(lambda: Editor(_desk), act).published == [("a.txt", 1, [])]


@pytest.mark.parametrize(
    ("fault", "told"), [(ConfigError("is broken"), "is broken"), (ValueError("odd"), "unexpected ValueError: odd")]
)
def test_a_fault_is_told_and_ends_nothing(fault: Exception, told: str, tmp_path: Path) -> None:
    faults = [fault]

    def open_desk(folder: Path) -> Desk:
        if faults:
            raise faults.pop()
        return _desk(folder)

    async def act(editor: Editor) -> None:
        editor.open(tmp_path / "a.txt", LATE.format(day=6))
        await editor.until(lambda: bool(editor.published))
        editor.session.look_again()
        await editor.until(lambda: editor.published[-1][2] == ["D101"])

    editor = _during(lambda: Editor(open_desk), act)
    assert editor.published[0] == ("a.txt", 1, [])
    assert editor.told == [(told, True)]
