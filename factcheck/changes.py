"""What is new, as git tells: articles that differ from a commit, in the working tree or the index, or are untracked."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.domain import Finding, Result
from factcheck.errors import UsageError
from factcheck.findings import sides
from factcheck.readers.discover import Source

# A hook's own variables speak of the repository that it runs for; an article may lie in a submodule or another one.
_OF_ONE_REPOSITORY = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"})
_DIFF = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules=all")
_NOT_NEW = "findings of articles that are not new"


def changed_paths(sources: Iterable[Source], *, since: str | None = None) -> frozenset[str]:
    """Return the paths of the sources that differ from a commit (HEAD by default), or that it does not have.

    Working tree and index both count, and files that git does not track, but for those that it ignores. A renamed file
    is new, because its name may be its date; so is an article from standard input. Each file is asked for in its own
    repository, be it a submodule or a worktree. Raises UsageError when there is no git, no repository around an
    article, or no such commit.
    """
    if since is not None and (not since or since.startswith("-")):
        raise UsageError(
            f"{since!r} is no commit", hint="--since takes a branch, a tag or a commit, such as origin/main"
        )
    roots: dict[str, str] = {}
    changes: dict[str, frozenset[str]] = {}
    new: set[str] = set()
    for source in sources:
        if source.data is not None:
            new.add(source.path)
            continue
        for file in _places(source):
            folder = str(Path(file).parent)
            root = roots[folder] = roots.get(folder) or _root(folder, roots)
            if root not in changes:
                changes[root] = frozenset(os.path.join(root, os.fsdecode(name)) for name in _changed(root, since))  # noqa: PTH118
            if file in changes[root]:
                new.add(source.path)
    return frozenset(new)


def only_new(result: Result, changed: frozenset[str]) -> Result:
    """Return the result with only the findings that have a new article on one side; the others are counted.

    What is suppressed is narrowed in the same way.
    """

    def is_new(finding: Finding) -> bool:
        return any(place.path in changed for place in sides(finding))

    findings = tuple(finding for finding in result.findings if is_new(finding))
    left_out = dict(result.left_out)
    if hidden := len(result.findings) - len(findings):
        left_out[_NOT_NEW] = hidden
    return replace(
        result,
        findings=findings,
        suppressed=tuple(one for one in result.suppressed if is_new(one.finding)),
        left_out=dict(sorted(left_out.items())),
    )


def _places(source: Source) -> Iterator[str]:
    """Yield where a file is, links in its folders resolved, and where it leads when it is a link itself."""
    lies = os.path.join(os.path.realpath(source.file.parent), source.file.name)  # noqa: PTH118 (names in any encoding)
    yield lies
    leads = os.path.realpath(source.file)
    if leads != lies:
        yield leads


def _root(folder: str, known: dict[str, str]) -> str:
    """Return the top folder of the working tree that holds a folder; git is asked once for each `.git` above."""
    path = Path(folder)
    marked = str(next((above for above in (path, *path.parents) if (above / ".git").exists()), path))
    if marked not in known:
        answer = _git(marked, "rev-parse", "--show-toplevel")
        if answer.returncode != 0:
            raise UsageError(
                f"is in no git repository that can be read: {_reason(answer)}",
                path=folder,
                hint="--changed and --since look at articles under git; check others without them",
            )
        known[marked] = os.path.realpath(os.fsdecode(answer.stdout.removesuffix(b"\n").removesuffix(b"\r")))
    return known[marked]


def _changed(root: str, since: str | None) -> Iterator[bytes]:
    """Yield the names, relative to the top folder, of files that differ from a commit or are not tracked."""
    commit = _commit(root, since or "HEAD")
    yield from _listed(root, "ls-files", "--others", "--exclude-standard", "-z")
    if commit is not None:
        yield from _listed(root, *_DIFF, commit, "--")
        yield from _listed(root, *_DIFF, "--cached", commit, "--")
    elif since is None:  # nothing has been committed yet: all is new
        yield from _listed(root, "ls-files", "-z")
    else:
        raise UsageError(
            f"{since!r} is no commit of this repository",
            path=root,
            hint="fetch it first: a shallow clone has only its last commits",
        )


def _commit(root: str, name: str) -> str | None:
    answer = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    return answer.stdout.decode("ascii", "replace").strip() if answer.returncode == 0 else None


def _listed(root: str, *arguments: str) -> list[bytes]:
    answer = _git(root, *arguments)
    if answer.returncode != 0:
        raise UsageError(f"git {arguments[0]} failed: {_reason(answer)}", path=root)
    return [name for name in answer.stdout.split(b"\0") if name]


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, with no shell, no pager, and no program that the repository's settings name."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    try:
        return subprocess.run(  # noqa: S603 (a fixed list; the one word from outside never begins with "-")
            ["git", "-c", "core.fsmonitor=false", "-C", folder, *arguments],  # noqa: S607 (git as it is installed)
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**environment, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            check=False,
        )
    except OSError as error:
        raise UsageError(
            "git is not found, or can't be run", hint="--changed and --since ask it what is new"
        ) from error


def _reason(answer: subprocess.CompletedProcess[bytes]) -> str:
    lines = answer.stderr.decode("utf-8", "backslashreplace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"exit code {answer.returncode}"
