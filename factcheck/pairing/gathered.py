"""The readings of a run, as the reduce asks for them: by key, by telling word, article by article."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol, TypeVar

from factcheck.domain import ArticleRecord, Claim, Reading
from factcheck.pairing.keyed import by_key
from factcheck.pairing.overlap import by_word

T = TypeVar("T")


class Gathered(Protocol):
    """What was read in a run, wherever it is held; `names` are the articles' ids in the order of reading.

    `records` are whole; `brief` are the same without what only judging asks for (values, names, profiles), and
    `profiled` have their profiles: a run of very many articles can hold no more of all at once.
    """

    @property
    def names(self) -> Sequence[str]:
        """Return the ids of the articles, in the order of reading."""

    @property
    def records(self) -> Mapping[str, ArticleRecord]:
        """Return the record of each article."""

    @property
    def brief(self) -> Mapping[str, ArticleRecord]:
        """Return the record of each article, at least as far as reports need it."""

    @property
    def profiled(self) -> Mapping[str, ArticleRecord]:
        """Return the record of each article, at least as far as finding reports of one event needs it."""

    @property
    def claims(self) -> Mapping[str, Sequence[Claim]]:
        """Return the claims of each article, in the order of the text."""

    @property
    def left_out(self) -> Mapping[str, int]:
        """Return how many mentions led to no claim, by reason."""

    @property
    def number_of_claims(self) -> int:
        """Return how many claims there are."""

    def groups(self) -> Iterable[tuple[str, Sequence[Claim]]]:
        """Return the claims of each key that two or more share and not too many, in the order of keys."""

    def frequent_keys(self) -> int:
        """Return how many keys were shared by too many claims."""

    def words(self) -> Mapping[str, Mapping[int, list[str]]]:
        """Return the ids of articles by telling word and stated day."""


def brief(record: ArticleRecord) -> ArticleRecord:
    """Return a record as far as reports need it: without values, names and profile, which only judging asks for."""
    whole = record.values or record.names or record.profile
    return replace(record, values=frozenset(), names=frozenset(), profile=()) if whole else record


class Listed:
    """Readings that are all held in memory."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = list(readings)
        self.names = [reading.record.id for reading in self.readings]
        self.records: Mapping[str, ArticleRecord] = {reading.record.id: reading.record for reading in self.readings}
        self.brief = self.profiled = self.records
        self.claims: Mapping[str, Sequence[Claim]] = {reading.record.id: reading.claims for reading in self.readings}
        self.left_out = Counter[str]()
        for reading in self.readings:
            self.left_out.update(reading.left_out)
        self.number_of_claims = sum(len(reading.claims) for reading in self.readings)
        self._frequent_keys = 0

    def groups(self) -> Iterable[tuple[str, Sequence[Claim]]]:
        """Return the claims of each key that two or more share and not too many, in the order of keys."""
        groups, self._frequent_keys = by_key(claim for reading in self.readings for claim in reading.claims)
        return groups.items()

    def frequent_keys(self) -> int:
        """Return how many keys were shared by too many claims."""
        return self._frequent_keys

    def words(self) -> Mapping[str, Mapping[int, list[str]]]:
        """Return the ids of articles by telling word and stated day."""
        return by_word(self.records.values())


class Looked(Mapping[str, T]):
    """Values by article that are made when they are asked for; the `most` that were asked for last are held."""

    def __init__(self, names: Collection[str], look: Callable[[str], T], most: int) -> None:
        self._names = names
        self._look = lru_cache(most)(look)

    def __getitem__(self, name: str) -> T:
        return self._look(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names
