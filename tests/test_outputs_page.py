"""What docs/outputs.md shows can be used as it stands."""

import re
from pathlib import Path

import yaml

from factcheck.config import Format, parse_output

PAGE = (Path(__file__).parent.parent / "docs" / "outputs.md").read_text(encoding="utf-8")


def test_every_format_is_described() -> None:
    table = set(re.findall(r"`([a-z]+)`", "".join(re.findall(r"^\| `.*?\|", PAGE, re.MULTILINE))))
    described = set(re.findall(r"\*\*([a-z]+)\*\*", PAGE))
    assert table == set(Format)
    assert described | {"table", "text"} >= set(Format)


def test_every_snippet_is_yaml_and_asks_for_formats_that_there_are() -> None:
    snippets = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert len(snippets) == 3
    for snippet in snippets:
        assert yaml.safe_load(snippet)
    asked = re.findall(r"--(?:output|format) ([a-z]+(?::[a-z.]+)?)(?=\s|`)", PAGE)
    assert {parse_output(words).form for words in asked} >= {Format.SARIF, Format.GITHUB, Format.GITLAB, Format.JUNIT}


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (Path(__file__).parent.parent / "docs" / target).exists(), target
