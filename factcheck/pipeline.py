"""The whole way on one page: bytes to articles, articles to claims, claims to pairs, pairs to findings."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path
from string import ascii_lowercase

from factcheck.checks.table import KNOWN_CHECKS
from factcheck.claims.extract import extract
from factcheck.comments import Sifted, sift
from factcheck.config import NO_FIELDS, JsonFields
from factcheck.domain import (
    Article,
    ArticleClaims,
    ArticleRecord,
    Claim,
    Facts,
    Finding,
    Location,
    Mention,
    Reading,
    Result,
)
from factcheck.engines.find import Desk, Reach, find
from factcheck.engines.map import Extractor
from factcheck.engines.reduce import FREQUENT_KEYS, FREQUENT_WORDS, Judged, reduce
from factcheck.errors import UsageError
from factcheck.findings import sides, with_ordinals
from factcheck.language.analysis import Analysis
from factcheck.pairing.keyed import Kept
from factcheck.pairing.stories import stories
from factcheck.readers.discover import Discovery, Source, discover
from factcheck.readers.plain import read_plain
from factcheck.readers.table import by_suffix
from factcheck.reading import located
from factcheck.rulebook import Rulebook

__all__ = [
    "KNOWN_CHECKS",
    "Settings",
    "check",
    "check_on_spark",
    "check_texts",
    "claims",
    "judged",
    "mentions",
    "sources",
]

DEFAULT_MAX_SIZE = 20_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run works with: rulebook, language model, the largest file in bytes, the root of ids, the desk's facts.

    `against` are articles that have been read before; the articles under check are compared with them too.
    `draft` is an article from standard input; `changed` are the paths of what is new, None when all is looked at alike.
    `fields` are the names of an article's parts in JSON, tried before the usual ones.
    """

    rulebook: Rulebook
    model: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    root: Path = field(default_factory=Path.cwd)
    against: Kept | None = None
    draft: Source | None = None
    changed: frozenset[str] | None = None
    facts: Facts = field(default_factory=Facts)
    fields: JsonFields = NO_FIELDS

    def extractor(self) -> Extractor:
        """Return what the map works with."""
        return Extractor(self.rulebook.lexicon, self.model, self.max_size, self.fields)

    def desk(self, new: frozenset[str] = frozenset()) -> Desk:
        """Return what findings are made with; `new` are the paths whose side comes first where none is changed."""
        return Desk(self.rulebook, str(self.root), self.facts, self.changed or new)

    def extractor_version(self) -> str:
        """Return what articles are read with, as one word."""
        return self.extractor().version()


def check(paths: Sequence[Path], settings: Settings, *, on_read: Callable[[int, int], None] | None = None) -> Result:
    """Read and understand each article, judge the claims that share a key, and report what cannot all be true.

    `on_read` is told after each file how many have been read, and of how many.
    Raises UsageError for a path that does not exist, or when there is no readable article at all.
    """
    found = sources(paths, settings)
    extractor = settings.extractor()
    files = _observed(found.sources, on_read)
    readings = [reading for source in files for reading in extractor.readings(source) or ()]
    _require_readable(readings)
    return judged(readings, settings, skipped=found.skipped)


def _require_readable(readings: Sequence[Reading]) -> None:
    if all(reading.record.fault_check == "unreadable_article" for reading in readings):
        reasons = "; ".join(f"{reading.record.path}: {reading.record.fault}" for reading in readings[:3])
        raise UsageError("no readable article", path=readings[0].record.path, hint=reasons)


def check_on_spark(
    paths: Sequence[Path], settings: Settings, *, master: str | None = None, work: str | None = None
) -> Result:
    """Check on Spark, with the result that `check` gives: it is collected here, so it must fit into memory.

    `work` is a folder that all workers see; where all of them are on this machine it may be left out.
    Raises UsageError as `check` does, and where Spark can't be run.
    """
    from factcheck.engines.spark.session import session, work_folder

    found = sources(paths, settings)
    spark = session(master)
    from factcheck.engines.spark.inputs import from_sources
    from factcheck.engines.spark.run import findings_of, pairs_of, readings_of, run

    with work_folder(spark, work) as folder:
        done = run(from_sources(spark, found.sources), settings.extractor(), settings.desk(), folder)
        readings = readings_of(done)
        _require_readable(readings)
        records = {reading.record.id: reading.record for reading in readings}
        judged = Judged(records, pairs_of(done), done.frequent_keys, done.frequent_words)
        return _result(readings, judged, with_ordinals(findings_of(done)), settings, found.skipped)


def _observed(files: Sequence[Source], on_read: Callable[[int, int], None] | None) -> Iterator[Source]:
    """Yield files, and tell the observer after each that it is done."""
    for number, source in enumerate(files, 1):
        yield source
        if on_read is not None:
            on_read(number, len(files))


def check_texts(texts: Sequence[str], settings: Settings) -> Result:
    """Check articles given as texts; they get the names a.txt, b.txt and so on."""
    lexicon = settings.rulebook.lexicon

    def read_text(path: str, text: str) -> Sequence[Article]:
        return (read_plain(text.encode(), article_id=path, path=path, lexicon=lexicon),)

    named = zip(_paths(), texts, strict=False)
    extractor = settings.extractor()
    readings = (extractor.understood(path, path, partial(read_text, path, text)) for path, text in named)
    return judged([reading for of_file in readings for reading in of_file], settings)


def _paths() -> Iterator[str]:
    return (f"{''.join(letters)}.txt" for length in (1, 2) for letters in product(ascii_lowercase, repeat=length))


def mentions(paths: Sequence[Path], settings: Settings) -> tuple[tuple[Location, Mention], ...]:
    """Return every mention of the articles with its place."""
    return tuple(pair for analysis in _analyses(paths, settings) for pair in located(analysis))


def claims(paths: Sequence[Path], settings: Settings) -> tuple[Claim, ...]:
    """Return every claim of the articles, in the order of articles and text."""
    return tuple(claim for analysis in _analyses(paths, settings) for claim in extract(analysis))


def judged(readings: Sequence[Reading], settings: Settings, *, skipped: Mapping[str, int] | None = None) -> Result:
    """The reduce: judge claims that share a key and reports of one event, and run the checks."""
    kept = settings.against.beside(readings) if settings.against is not None else None
    judged = reduce(readings, settings.rulebook.lexicon, kept)
    understood = [ArticleClaims(judged.records[reading.record.id], reading.claims) for reading in readings]
    checked = frozenset(article.record.id for article in understood)
    desk = settings.desk(frozenset(article.record.path for article in understood))
    found = (finding for reach in Reach for finding in find(reach, understood, judged.pairs, desk))
    findings = with_ordinals(finding for finding in found if _speaks_of(finding, checked))
    return _result(readings, judged, findings, settings, skipped or {})


def _result(
    readings: Sequence[Reading],
    judged: Judged,
    findings: Sequence[Finding],
    settings: Settings,
    skipped: Mapping[str, int],
) -> Result:
    """Return what a run found of the articles that it read."""
    checked = frozenset(reading.record.id for reading in readings)
    left_out = Counter[str]()
    for reading in readings:
        left_out.update(reading.left_out)
    left_out[FREQUENT_KEYS] += judged.frequent_keys
    left_out[FREQUENT_WORDS] += judged.frequent_words
    pairs = tuple(pair for pair in judged.pairs if not checked.isdisjoint((pair.a_place.article, pair.b_place.article)))
    sifted = _sifted(findings, judged.records, checked, settings)
    return Result(
        articles=tuple(judged.records[name] for name in sorted(checked)),
        claims=tuple(claim for reading in readings for claim in reading.claims),
        pairs=pairs,
        findings=sifted.told,
        suppressed=sifted.suppressed,
        unused=sifted.unused,
        stories=stories(judged.records, pairs),
        left_out={reason: count for reason, count in sorted(left_out.items()) if count},
        skipped=dict(sorted(skipped.items())),
    )


def _speaks_of(finding: Finding, articles: frozenset[str]) -> bool:
    """Tell whether a finding has one of the articles on a side."""
    return not articles.isdisjoint(place.article for place in sides(finding))


def _sifted(
    findings: Sequence[Finding], records: Mapping[str, ArticleRecord], checked: frozenset[str], settings: Settings
) -> Sifted:
    """Part the findings by the comments in the articles, those that were read before too."""
    rulebook = settings.rulebook
    return sift(
        findings,
        [comment for name in sorted(records) for comment in records[name].suppressions],
        names={rule.name: rule.code for rule in rulebook.rules},
        running={rule.code for rule in rulebook.running()},
        checked=checked,
    )


def sources(paths: Sequence[Path], settings: Settings) -> Discovery:
    """Return the files that there are to read; raise UsageError where there is none."""
    found = discover(
        paths,
        max_size=settings.max_size,
        draft=settings.draft,
        lexicon=settings.rulebook.lexicon,
        fields=settings.fields,
    )
    if not found.sources:
        raise UsageError(
            "no article here",
            path=", ".join(map(str, paths)),
            hint=f"articles are {', '.join(sorted(by_suffix()))} files; name other files one by one",
        )
    return found


def _analyses(paths: Sequence[Path], settings: Settings) -> Iterator[Analysis]:
    """Yield the articles that can be read and understood; `check` reports the others."""
    extractor = settings.extractor()
    for source in sources(paths, settings).sources:
        yield from extractor.analyses(source)
