"""What the README shows is what the program prints."""

import os
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = re.compile(r"(<!-- run -->\n\n).*?(\n<!-- end of run -->)", re.DOTALL)


def test_the_run_in_the_readme_is_the_golden() -> None:
    table = (ROOT / "tests" / "goldens" / "table.txt").read_text(encoding="utf-8")
    block = "".join(f"    {line}".rstrip() + "\n" for line in table.splitlines())
    if os.environ.get("FACTCHECK_UPDATE_GOLDENS"):
        text = RUN.sub(lambda found: f"{found[1]}{block}{found[2]}", README)
        (ROOT / "README.md").write_text(text, encoding="utf-8")
    assert block in (ROOT / "README.md").read_text(encoding="utf-8")


def test_two_commands_do_all_the_setting_up() -> None:
    assert re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE) == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/factcheck seeds/",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest",
    ]


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_dependency_is_named_with_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=]", requirement)[0]
        assert f"| {name} |" in README.lower(), name
