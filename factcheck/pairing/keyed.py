"""Claims by key: what the reduce works on, one key at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.domain import Claim

MOST_CLAIMS = 300


def by_key(claims: Iterable[Claim]) -> tuple[Mapping[str, tuple[Claim, ...]], int]:
    """Return the claims of each key that two or more share, in key order, and how many keys were too frequent.

    A key shared by more than MOST_CLAIMS claims tells nothing apart; it is left out, and counted.
    """
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        for key in claim.keys:
            found[key][claim.id] = claim
    shared = {key: tuple(group.values()) for key, group in sorted(found.items()) if len(group) > 1}
    kept = {key: group for key, group in shared.items() if len(group) <= MOST_CLAIMS}
    return kept, len(shared) - len(kept)
