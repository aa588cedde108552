"""What an article was read with, as one short word: kept claims of another extractor are read again."""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from factcheck import __version__
from factcheck.config import NO_FIELDS, JsonFields
from factcheck.lexicon import Lexicon, rules_root

_STAGES = ("domain", "readers", "language", "claims")
_MAP = "engines/map.py"
_READERS = "factcheck.readers"  # the group of readers.plugins
_LIBRARIES = ("spacy", "dateparser")


@cache
def extractor_version(lexicon: Lexicon, model: str | None, fields: JsonFields = NO_FIELDS) -> str:
    """Return a hash of all that decides what is read out of an article: the program's stages, lexicon, model, fields.

    Two installations with the same give the same, wherever they are.
    """
    digest = blake2b(digest_size=12)
    for part in (
        __version__,
        repr(fields),
        *(f"{name} {version(name)}" for name in _LIBRARIES),
        *_readers(),
        *_contents(lexicon, model),
    ):
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(8) + data)
    return digest.hexdigest()


def _readers() -> Iterator[str]:
    """Yield the readers of other packages, each with its package's version."""
    for entry in sorted(entry_points(group=_READERS), key=lambda entry: (entry.name, entry.value)):
        yield f"{entry.name} {entry.value} {entry.dist.version if entry.dist else ''}"


def _contents(lexicon: Lexicon, model: str | None) -> Iterator[str | bytes]:
    package = Path(__file__).parent
    yield from _files(package, "*.py", recursive=False)
    for stage in _STAGES:
        yield from _files(package / stage, "*.py")
    yield (package / _MAP).read_bytes()
    for root in (rules_root(), *lexicon.roots):
        yield from _files(root / "lexicon" / lexicon.language, "*")
    yield from _model(package / "language" / "model" if model is None else Path(model), model)


def _model(folder: Path, name: str | None) -> Iterator[str | bytes]:
    """Yield a model's files; of a package that is installed its name and version."""
    if folder.is_dir():
        yield from _files(folder, "*")
    elif name is not None:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield name


def _files(folder: Path, pattern: str, *, recursive: bool = True) -> Iterator[str | bytes]:
    for path in sorted(folder.rglob(pattern) if recursive else folder.glob(pattern)):
        if path.is_file():
            yield path.relative_to(folder).as_posix()
            yield path.read_bytes()
