"""Claims by key: what the reduce works on, one key at a time, and what an archive supplies to it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from factcheck.articleids import is_own_key
from factcheck.domain import ArticleRecord, Claim, Reading
from factcheck.pairing.overlap import Shared

MOST_CLAIMS = 300


class Kept(Protocol):
    """Articles that have been read before and are not under check, as an archive gives them by key."""

    def under(self, keys: Collection[str]) -> Iterator[tuple[str, tuple[Claim, ...] | None]]:
        """Yield each key's claims, None for a key that more than MOST_CLAIMS share."""

    def sharing(self, words: Mapping[str, Collection[int]]) -> Mapping[str, Shared]:
        """Return the articles that have one of the words among their telling ones, near the days or undated."""

    def records(self, names: Collection[str]) -> Mapping[str, ArticleRecord]:
        """Return the records of articles by their ids."""

    def claims(self, names: Collection[str]) -> Mapping[str, tuple[Claim, ...]]:
        """Return all claims of articles by their ids, in the order of the text."""

    def beside(self, readings: Sequence[Reading]) -> "Kept":
        """Return the same without the articles that are under check, in whatever version they are kept."""

    def without(self, names: Collection[str]) -> "Kept":
        """Return the same without some articles."""


def family(key: str) -> str:
    """Return the part of a key that says how claims under it are compared."""
    return key.split(":", 1)[0]


def by_key(claims: Iterable[Claim], kept: Kept | None = None) -> tuple[Mapping[str, Sequence[Claim]], int]:
    """Return the claims of each key that two or more share, in key order, and how many keys were too frequent.

    A key shared by more than MOST_CLAIMS claims tells nothing apart; it is left out, and counted. Kept claims join
    those of their key.
    """
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        for key in claim.keys:
            found[key][claim.id] = claim
    frequent = 0
    if kept is not None:
        for key, others in kept.under([key for key in found if not is_own_key(key)]):
            if others is None:
                del found[key]
                frequent += 1
            else:
                found[key].update((claim.id, claim) for claim in others)
    shared = sorted(key for key, group in found.items() if len(group) > 1)
    told = {key: tuple(found[key].values()) for key in shared if len(found[key]) <= MOST_CLAIMS}
    return told, frequent + len(shared) - len(told)
