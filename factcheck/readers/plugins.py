"""Readers of other packages: entry points of the group `factcheck.readers`, each naming a Format.

A package that is broken names itself and is left out; the built-in readers and the other packages go on.
"""

from collections.abc import Collection
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from factcheck.errors import UnreadableArticleError
from factcheck.readers.formats import Format

GROUP = "factcheck.readers"


@dataclass(frozen=True, slots=True)
class Plugins:
    """The formats that other packages add, and what is wrong with those that could not be used."""

    formats: tuple[Format, ...] = ()
    faults: tuple[str, ...] = ()


def installed(taken: Collection[str]) -> Plugins:
    """Return the formats of the installed packages, in the order of their names; `taken` are suffixes that have one."""
    known, formats, faults = set(taken), [], []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        try:
            found = entry.load()
        except Exception as error:
            faults.append(f"{_name(entry)} can't be loaded: {type(error).__name__}: {error}")
            continue
        if not isinstance(found, Format) or not callable(found.read):
            faults.append(f"{_name(entry)} is no factcheck.readers.formats.Format but {type(found).__name__}")
        elif clash := sorted(set(found.suffixes) & known):
            faults.append(f"{_name(entry)} is left out: {', '.join(clash)} has a reader already")
        else:
            known |= set(found.suffixes)
            formats.append(found)
    return Plugins(tuple(formats), tuple(faults))


def _name(entry: EntryPoint) -> str:
    package = f" of {entry.dist.name} {entry.dist.version}" if entry.dist else ""
    return f"the reader {entry.name!r}{package}"


def failed(known: Format, error: Exception, path: str) -> UnreadableArticleError:
    """Return what to say of a file whose reader broke."""
    said = " ".join(str(error).split())[:200]
    return UnreadableArticleError(f"the reader {known.name!r} failed: {type(error).__name__}: {said}", path=path)
