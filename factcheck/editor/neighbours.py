"""The other articles of a folder, in memory, as the reduce asks an archive for them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.domain import ArticleRecord, Claim, Reading
from factcheck.pairing.keyed import MOST_CLAIMS
from factcheck.pairing.overlap import Shared, by_word


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Readings by article, their claims by key, and articles by telling word and day; `hidden` are left out."""

    readings: Mapping[str, Reading]
    by_key: Mapping[str, Sequence[Claim]]
    by_word: Mapping[str, Mapping[int, Sequence[str]]]
    hidden: frozenset[str] = frozenset()

    def under(self, keys: Collection[str]) -> Iterator[tuple[str, tuple[Claim, ...] | None]]:
        """Yield each key's claims, None for a key that more than MOST_CLAIMS share."""
        for key in keys:
            claims = [claim for claim in self.by_key.get(key, ()) if claim.place.article not in self.hidden]
            if claims:
                yield key, tuple(claims) if len(claims) <= MOST_CLAIMS else None

    def sharing(self, words: Mapping[str, Collection[int]]) -> Mapping[str, Shared]:
        """Return the articles that have one of the words among their telling ones."""
        return {
            word: Shared({day: self._seen(names) for day, names in self.by_word.get(word, {}).items()})
            for word in words
        }

    def records(self, names: Collection[str]) -> Mapping[str, ArticleRecord]:
        """Return the records of articles by their ids."""
        return {name: self.readings[name].record for name in names}

    def claims(self, names: Collection[str]) -> Mapping[str, tuple[Claim, ...]]:
        """Return all claims of articles by their ids, in the order of the text."""
        return {name: self.readings[name].claims for name in names}

    def beside(self, readings: Sequence[Reading]) -> "Neighbours":
        """Return the same without the articles that are under check."""
        return self.without({reading.record.id for reading in readings})

    def without(self, names: Collection[str]) -> "Neighbours":
        """Return the same without some articles."""
        return replace(self, hidden=self.hidden.union(names))

    def _seen(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if name not in self.hidden]


def neighbours(readings: Iterable[Reading]) -> Neighbours:
    """Return the neighbours that readings are, in the order of their ids."""
    ordered = sorted(readings, key=lambda reading: reading.record.id)
    by_key: dict[str, list[Claim]] = defaultdict(list)
    for reading in ordered:
        for claim in reading.claims:
            for key in claim.keys:
                by_key[key].append(claim)
    records = (reading.record for reading in ordered)
    return Neighbours({reading.record.id: reading for reading in ordered}, by_key, by_word(records))
