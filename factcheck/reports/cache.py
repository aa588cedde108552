"""What the cache holds, for people and as JSON."""

from factcheck.archive.cache import Held
from factcheck.reports.escape import visible
from factcheck.reports.json import document
from factcheck.reports.layout import counted


def cache_lines(held: Held) -> str:
    """Return where a cache is and how much it holds, a line a matter."""
    size = f"{held.size / 1_000_000:,.1f} MB of at most {held.limit / 1_000_000:,.0f} MB"
    lines = [("folder", visible(str(held.folder))), ("files", counted(held.files, "file")), ("size", size)]
    return "".join(f"{name:<11}{value}\n" for name, value in lines)


def cache_json(held: Held) -> str:
    """Return the same as JSON, sizes in bytes."""
    folder = str(held.folder)
    return document(cache={"folder": folder, "files": held.files, "size": held.size, "limit": held.limit})
