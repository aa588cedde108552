"""What is shipped: the wheel's layout, the seeds as they were given, and commands that start without the model."""

import hashlib
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import lexicon

ROOT = Path(__file__).parent.parent
SEEDS = {
    "000_00a2d7fa4a6e86f8.txt": "21e64bb52079e6b716acaa99c105495e145fff57a2b0ea82cce99bc93022615e",
    "001_603190fffbef7582.txt": "e820840ef140ddcb5009565553cf41441c039a7cbb3026948c997e2d75f7cb6d",
    "002_1e4514baf783d2b2.txt": "07c0be3bd5d5a8bb2dbf4b9382a9159ab5d7095f0dfa4c20fafcc7c0b3c71f31",
    "003_dfe32e5a7edc3324.txt": "27c4f739fa322d1d97109e4c0ba59c4bd1f69ccd2851d8eaaa19f5cc785fe5e8",
    "004_70ac42c858c95d67.txt": "2b86d91e65c31bd0016a76184b0a71938d403a1efb535c0fbf106d9bec69bc96",
}
FOLDERS = {".ci", "benchmarks", "docs", "factcheck", "rules", "seeds", "tests", "training"}
HEAVY = ("spacy", "thinc", "numpy", "dateparser", "pyspark", "pyarrow", "pandas", "warcio")
ABSOLUTE = re.compile(rb"(?<![\w.:/~>}*-])/(?:home|root|work|tmp|Users|mnt|srv)/[\w.-]+")


def project_files() -> Iterator[Path]:
    """Yield the files of the project, without what tools and installs leave beside them."""
    for top in sorted(ROOT.iterdir()):
        if top.is_file() and top.name != ".git":  # a worktree has a file of that name
            yield top
        elif top.name in FOLDERS:
            yield from sorted(path for path in top.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the backend that pyproject.toml names, in this environment."""
    folder = tmp_path_factory.mktemp("dist")
    build = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    made = subprocess.run([sys.executable, "-c", build], cwd=ROOT, capture_output=True, check=True, text=True)
    return folder / made.stdout.split()[-1]


def test_the_wheel_holds_rules_and_model_inside_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "rules").rglob("*"):
        if path.is_file():
            assert f"factcheck/rules/{path.relative_to(ROOT / 'rules').as_posix()}" in names
    for path in (ROOT / "factcheck" / "language" / "model").rglob("*"):
        if path.is_file():
            assert path.relative_to(ROOT).as_posix() in names
    assert {"factcheck/reports/html/report.css", "factcheck/reports/html/report.js"} <= names
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"factcheck"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert any(name.endswith("/licenses/NOTICE") for name in names)


def test_rules_are_found_in_both_layouts(wheel: Path, tmp_path: Path) -> None:
    assert lexicon.rules_root() == ROOT / "rules"
    zipfile.ZipFile(wheel).extractall(tmp_path)
    command = "from factcheck.lexicon import rules_root; print(rules_root())"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-P", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=True, text=True
    )
    assert Path(found.stdout.strip()) == tmp_path / "factcheck" / "rules"
    assert (tmp_path / "factcheck" / "rules" / "lexicon" / "en").is_dir()


def test_the_seeds_are_as_they_were_given() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").iterdir()}
    assert found == SEEDS


def test_no_file_names_a_place_of_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in project_files()
        if path != Path(__file__)
        for match in ABSOLUTE.finditer(path.read_bytes())
    ]
    assert found == []


def test_licences_are_stated() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == "factcheck-news"
    assert project["license"] == "Apache-2.0 AND CC-BY-SA-4.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for part in ("GUM", "CC BY 4.0", "EWT", "CC BY-SA 4.0", "spacy-lookups-data", "MIT", "Zeldes", "Silveira"):
        assert part in notice


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["rules"], ["explain", "D101"]])
def test_commands_that_need_no_text_load_no_model(arguments: list[str]) -> None:
    command = (
        "import sys\n"
        "from factcheck.cli import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit as ended:\n"
        "    assert not ended.code, ended.code\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, check=True, text=True)
    assert ran.stdout
    assert ran.stderr.strip() == "[]"
