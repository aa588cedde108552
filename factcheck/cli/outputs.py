"""Where the result of a check goes: which outputs are asked for, whether they can all be written, and their writing."""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import write

if TYPE_CHECKING:
    from factcheck.config import Config, Output
    from factcheck.reports.layout import Layout


def given_outputs(words: Sequence[str], form: str | None, config: "Config") -> "tuple[Output, ...]":
    """Return the outputs of the command line (`--format X` is `--output X`), else those of the configuration.

    Raises UsageError for a format that there is not, for two outputs to one place, and for a file that can't be there.
    """
    from factcheck.config import Output, parse_output

    said = (*words, *([form] if form is not None else []))
    outputs = tuple(parse_output(output) for output in said) or config.output or (Output(config.format),)
    _require_places_of_their_own(outputs)
    for output in outputs:
        if output.file is not None:
            _require_folder(output.file)
    return outputs


def layout_of(output: "Output", layout: "Layout") -> "Layout":
    """Return the layout of an output: a file knows neither the terminal's width, colours nor links."""
    from factcheck.reports.layout import WIDTH

    return layout if output.file is None else replace(layout, width=WIDTH, colour=False, links=False)


def outer(folder: Path, root: Path) -> Path:
    """Return the folder that paths for other programs start from: the working directory, or the root around it.

    Of the two the outer one is likelier the repository's, to which CI relates all paths.
    """
    root = Path(os.path.normpath(root))  # it is as the user names it, perhaps news/../
    return root if folder.is_relative_to(root) else folder


def require_no_article(outputs: "Iterable[Output]", articles: Iterable[str]) -> None:
    """Raise UsageError for an output whose file is one of the articles."""
    from factcheck.errors import UsageError

    read = {os.path.realpath(article) for article in articles}
    for output in outputs:
        if output.file is not None and os.path.realpath(output.file) in read:
            raise UsageError("is an article that is checked", path=output.file, hint="write the output elsewhere")


def write_outputs(outputs: "Sequence[Output]", rendered: "Callable[[Output], str]") -> None:
    """Write what goes to stdout, then each file."""
    for output in sorted(outputs, key=lambda output: output.file is not None):
        if output.file is None:
            write(rendered(output))
        else:
            write_file(output.file, rendered(output))


def write_file(file: Path, data: str) -> None:
    """Write a file in UTF-8, whole or not at all; raise UsageError when that can't be.

    What is no regular file, such as a pipe or a device, is written to as it is.
    """
    from factcheck.errors import UsageError

    target = Path(os.path.realpath(file))
    whole = not target.exists() or target.is_file()
    part = target.with_name(f".factcheck-{os.getpid()}.part") if whole else target
    try:
        with part.open("x" if whole else "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            stream.write(data)
        if whole:
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"can't be written: {reason}", path=file) from error
    finally:
        if whole:
            part.unlink(missing_ok=True)


def _require_places_of_their_own(outputs: "Iterable[Output]") -> None:
    from factcheck.errors import UsageError

    taken: dict[str | None, Output] = {}
    for output in outputs:
        place = os.path.realpath(output.file) if output.file is not None else None
        other = taken.setdefault(place, output)
        if other is output:
            continue
        if output.file is None:
            raise UsageError(
                f"two outputs to stdout: {other.form} and {output.form}",
                hint=f"give one of them a file: --output {output.form}:FILE",
            )
        raise UsageError(
            f"two outputs to one file: {other.form} and {output.form}", path=output.file, hint="give each its own"
        )


def _require_folder(file: Path) -> None:
    from factcheck.errors import UsageError

    folder = Path(os.path.realpath(file)).parent
    if not folder.is_dir():
        raise UsageError("can't be written: there is no such folder", path=file, hint=f"make the folder {file.parent}")
    if file.is_dir():
        raise UsageError("can't be written: it is a folder", path=file, hint="name a file in it")
