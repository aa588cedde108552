"""The hooks for pre-commit, GitHub and GitLab have the shape that those expect, and run what they say."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

from factcheck.cli.check import command

ROOT = Path(__file__).parent.parent
GATE = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXAMPLES = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", GATE, re.DOTALL)]
OPTIONS = {word for parameter in command.params for word in parameter.opts}


def test_the_hook_sees_the_whole_corpus_in_one_process() -> None:
    (hook,) = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert hook["entry"] == "factcheck check --changed"
    assert (hook["pass_filenames"], hook["require_serial"], hook["language"]) == (False, True, "python")
    assert hook["args"] == ["."]


def test_the_action_is_composite_and_every_step_names_its_shell() -> None:
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert ("run" in step) == ("shell" in step)
        assert ("run" in step) != ("uses" in step)
    for given in ACTION["inputs"].values():
        assert set(given) == {"description", "default"}
        assert isinstance(given["default"], str)


def test_no_input_is_ever_part_of_a_command() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    (check,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == "Check"]
    given = {re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)[1] for value in check["env"].values()}
    assert given == set(ACTION["inputs"]) - {"python-version"}


def arguments(folder: Path, **given: str) -> list[str]:
    """Return the words that the action calls the program with."""
    (check,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == "Check"]
    program = folder / "factcheck" / "bin" / "factcheck"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s\\0" "$@"\nexit 1\n')
    program.chmod(0o755)
    inputs = {f"FACTCHECK_{name}": "" for name in ("PATHS", "SINCE", "AGAINST", "FAIL_ON", "ARGS")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"]],  # as GitHub calls it
        env={"PATH": os.environ["PATH"], "RUNNER_TEMP": str(folder), **inputs, **given},
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout.removesuffix("\0").split("\0")


def test_the_action_passes_each_line_as_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    nasty = "$(touch sprung); `touch sprung` *"
    given = {
        "FACTCHECK_PATHS": f"news\n\n-x.txt\n{nasty}\n",
        "FACTCHECK_SINCE": nasty,
        "FACTCHECK_FAIL_ON": "warning",
        "FACTCHECK_ARGS": "--output=text\n--select\nD101 N\n",
    }
    assert arguments(tmp_path, **given) == [
        *("check", f"--since={nasty}", "--fail-on=warning", "--output=text", "--select", "D101 N"),
        *("--", "news", "-x.txt", nasty),
    ]
    assert not (tmp_path / "sprung").exists()


def test_the_action_without_inputs(tmp_path: Path) -> None:
    assert arguments(tmp_path, FACTCHECK_PATHS=ACTION["inputs"]["paths"]["default"]) == ["check", "--", "."]


def test_the_examples_name_what_there_is() -> None:
    hooks, workflow, pipeline = EXAMPLES
    assert hooks["repos"][0]["hooks"][0]["id"] == "factcheck"
    (step,) = [step for step in workflow["jobs"]["facts"]["steps"] if "factcheck@" in step["uses"]]
    assert set(step["with"]) <= set(ACTION["inputs"])
    line = next(line for line in pipeline["factcheck"]["script"] if line.startswith("factcheck"))
    report = pipeline["factcheck"]["artifacts"]["reports"]["codequality"]
    assert f"gitlab:{report}" in line
    assert "--since" in line


@pytest.mark.parametrize("option", ["--changed", "--since", "--baseline", "--ignore-file", "--today", "--fail-on"])
def test_the_options_of_the_gate_are_explained(option: str) -> None:
    assert option in OPTIONS
    assert option in GATE
