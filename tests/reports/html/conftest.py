"""Pages as files, and a browser that opens them: without a network, and watched for whatever it should not do."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from factcheck.checks.table import KNOWN_CHECKS
from factcheck.domain import Result, Verdict
from factcheck.pipeline import Settings, check, check_texts
from factcheck.reports.html.page import render_html
from factcheck.reports.layout import Layout
from factcheck.rulebook import load_rulebook

if TYPE_CHECKING:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[3]
QUAKE = tuple(
    f"{when}\n{title}\n\n"
    f"ALDER BAY, {day} (AVN) - {killed} people were killed when an earthquake of magnitude 6.1 shook the coast near "
    f"Alder Bay on March 2, the fire service said. {injured} people were injured and 1,200 houses damaged.\n\n"
    f"The governor, Ines Prado, {visit}. Schools will reopen on March 10.\n"
    for when, title, day, killed, injured, visit in (
        (
            "2025-03-03 09:20",
            "Quake shakes the coast near Alder Bay",
            "March 3",
            "At least 12",
            "About 340",
            "will visit Alder Bay on March 5",
        ),
        (
            "2025-03-04 18:05",
            "Toll of the Alder Bay quake rises",
            "March 4",
            "At least 19",
            "About 410",
            "visited Alder Bay on March 6",
        ),
        ("2025-03-06", "Alder Bay buries its dead", "March 6", "23", "Some 420", "visited Alder Bay on March 5"),
    )
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(slots=True)
class Opened:
    """A page in the browser, and what it did besides being shown."""

    page: "Page"
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(rulebook=load_rulebook(known_checks=KNOWN_CHECKS), root=ROOT)


@pytest.fixture(scope="session")
def seeds(settings: Settings) -> Result:
    return check([ROOT / "seeds"], settings)


@pytest.fixture(scope="session")
def seeds_page(seeds: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report of seeds/ as a file, with some pairs in it too."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_html(seeds, Layout(show=frozenset({Verdict.REWORDING}))), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def quake(settings: Settings) -> Result:
    return check_texts(QUAKE, settings)


@pytest.fixture(scope="session")
def quake_page(quake: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report of three articles on one event, with figures that rise, as a file."""
    path = tmp_path_factory.mktemp("quake") / "report.html"
    path.write_text(render_html(quake, Layout(notes=True)), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Yield Chromium; where there is none these tests are skipped, but in CI they fail."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed: pip install -e '.[dev]'")
    if found is None:
        _missing("there is no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe() -> "Axe":
    """Return axe-core, which knows the rules of WCAG that a machine can check."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        _missing("axe-playwright-python is not installed: pip install -e '.[dev]'")
    return Axe()


def _missing(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a file; the page is offline and its requests and faults are noted."""
    contexts = []

    def open_file(path: Path, **options: Any) -> Opened:
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        watched = Opened(context.new_page())
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("pageerror", lambda error: watched.faults.append(f"error: {error}"))
        watched.page.on("console", lambda said: watched.faults.append(f"{said.type}: {said.text}"))
        watched.page.on("dialog", lambda dialog: (watched.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        watched.page.goto(path.as_uri())
        return watched

    yield open_file
    for context in contexts:
        context.close()
