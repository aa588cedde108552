"""The site builds without a warning, every link leads somewhere, and no page asks the network for anything."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
FETCHED = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
}

if os.environ.get("CI") is None and find_spec("mkdocs") is None:
    pytest.skip("the extra docs is not installed", allow_module_level=True)


class Page(HTMLParser):
    """The addresses that a page links to and loads, and the names of its places."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value}
        self.places |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if FETCHED.get(tag) in values:
            self.loads.append(values[FETCHED[tag]])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Page]:
    site = tmp_path_factory.mktemp("site")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def test_every_page_of_docs_and_the_reference_are_there(pages: dict[Path, Page]) -> None:
    names = {path.stem for path in pages if path.parent.name != "reference"} - {"404"}
    assert names == {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert {path.name for path in pages if path.parent.name == "reference"} == {"rules.html", "commands.html"}


def test_every_link_leads_to_a_file_and_a_place(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for link in page.links:
            address = urlsplit(link)
            if address.scheme or path.name == "404.html":
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            assert target.is_file(), (path.name, link)
            if address.fragment and target.suffix == ".html":
                assert unquote(address.fragment) in pages[target].places, (path.name, link)


def test_nothing_is_loaded_from_elsewhere(pages: dict[Path, Page]) -> None:
    site = next(path for path in pages if path.name == "index.html").parent
    for path, page in pages.items():
        for address in page.loads:
            assert not urlsplit(address).scheme, (path.name, address)
            assert not address.startswith("//"), (path.name, address)
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet.name


def test_the_hooks_are_no_part_of_the_site(pages: dict[Path, Page]) -> None:
    site = next(path for path in pages if path.name == "index.html").parent
    assert not list(site.rglob("*.py"))


def test_a_list_or_table_is_set_apart_so_that_it_becomes_one(pages: dict[Path, Page]) -> None:
    for path in pages:
        text = re.sub(r"<(pre|code)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"<p>[^<]*\n(- |\d+\. |\|)", text), path.name
