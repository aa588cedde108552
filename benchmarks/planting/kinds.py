"""All kinds, and how many plants of each are drawn from a folder's articles."""

import random
from collections.abc import Iterator, Sequence
from itertools import groupby

from planting import dates, edits, figures, names, openings, pairs, statics, sums
from planting.plants import Draft, Kind, Plant

KINDS: tuple[Kind, ...] = tuple(
    sorted(
        (
            *dates.KINDS,
            *openings.KINDS,
            *figures.KINDS,
            *edits.KINDS,
            *sums.KINDS,
            *names.KINDS,
            *pairs.KINDS,
            *statics.KINDS,
        ),
        key=lambda kind: (kind.code, kind.name, not kind.edits),
    )
)


def plants_of(code: str, drafts: Sequence[Draft], *, each: int, seed: int) -> list[Plant]:
    """Return so many plants for a check, the same ones for the same seed.

    They are shared out over its kinds; of a kind that is both edited and inserted, at most half are edits.
    """
    named = [
        (name, list(kinds))
        for name, kinds in groupby((kind for kind in KINDS if kind.code == code), lambda kind: kind.name)
    ]
    plants: list[Plant] = []
    for at, (_, kinds) in enumerate(named):
        quota = each // len(named) + (at < each % len(named))
        first = len(plants)
        for kind in kinds:
            left = quota - (len(plants) - first)
            most = quota // 2 if kind.edits and len(kinds) > 1 else left
            plants += _drawn(kind, drafts, most, seed)
    return plants


def _drawn(kind: Kind, drafts: Sequence[Draft], most: int, seed: int) -> Iterator[Plant]:
    """Yield up to so many plants of a kind; an article that takes none is passed over, each is used in turn."""
    drawn = random.Random(f"{seed} {kind.code} {kind.name} {kind.edits}")
    rounds = 1 if kind.edits or not drafts else -(-most // len(drafts)) * 2
    found = 0
    for _ in range(rounds):
        for draft in drawn.sample(drafts, len(drafts)):
            if found >= most:
                return
            plant = kind.plant(draft, drawn, found)
            if plant is not None:
                found += 1
                yield plant
