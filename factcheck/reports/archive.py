"""What an archive holds and what is wrong with it, for people and as JSON."""

from dataclasses import asdict

from factcheck.archive.checking import Status, Verified
from factcheck.reports.escape import visible
from factcheck.reports.json import document
from factcheck.reports.layout import counted


def status_lines(status: Status) -> str:
    """Return how much an archive holds, a line a matter."""
    days = f"{status.first} to {status.last}" if status.first else "none is dated"
    lines = [
        ("articles", f"{status.articles:,} in {counted(status.files, 'file')}"),
        ("published", days),
        ("claims", f"{status.claims:,}"),
        ("unreadable", counted(status.unreadable, "file")),
        ("stale", _stale(status.stale)),
        ("size", f"{status.size / 1_000_000:,.1f} MB, version {status.version}"),
    ]
    return "".join(f"{name:<11}{value}\n" for name, value in lines)


def status_json(status: Status) -> str:
    """Return how much an archive holds as JSON."""
    days = {name: day.isoformat() if (day := getattr(status, name)) else None for name in ("first", "last")}
    return document(status={**asdict(status), **days})


def verified_lines(verified: Verified) -> str:
    """Return what is wrong with an archive, a line a fault, and the digest of what it holds."""
    faults = [f"{visible(fault)}\n" for fault in verified.faults]
    summed = f"{counted(len(faults), 'fault')}, contents {verified.digest}\n"
    return "".join([*faults, summed])


def verified_json(verified: Verified) -> str:
    """Return what is wrong with an archive as JSON."""
    return document(verified=asdict(verified))


def _stale(files: int) -> str:
    if not files:
        return "nothing: all was read by this program, lexicon and model"
    return f"{counted(files, 'file')} read by another program, lexicon or model; `archive update` reads them again"
