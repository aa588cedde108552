"""The whole way on one page: bytes to articles, articles to claims, claims to pairs, pairs to findings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase

from factcheck.checks.context import told_elsewhere
from factcheck.checks.table import KNOWN_CHECKS
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
    Pair,
    Result,
    Totals,
    Verdict,
)
from factcheck.engines.find import Desk, Reach, find, find_within
from factcheck.engines.gathering import Files, gather
from factcheck.engines.local import mentions_of_all
from factcheck.engines.looking import looked_at
from factcheck.engines.map import Extractor, let_go
from factcheck.engines.reduce import FREQUENT_KEYS, FREQUENT_WORDS, Judged, reduce, reduce_beside
from factcheck.errors import UsageError
from factcheck.findings import sides, with_ordinals
from factcheck.pairing.gathered import Gathered, Listed, brief
from factcheck.pairing.keyed import Kept
from factcheck.pairing.stories import stories
from factcheck.readers.discover import Discovery, Source, discover
from factcheck.readers.plain import read_plain
from factcheck.readers.table import by_suffix
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
MOST_IN_MEMORY = 3000
"""Articles of which all claims are held in memory; those of a larger run are put on disk."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run works with: rulebook, language model, the largest file in bytes, the root of ids, the desk's facts.

    `against` are articles that have been read before; the articles under check are compared with them too.
    `draft` is an article from standard input; `changed` are the paths of what is new, None when all is looked at alike.
    `jobs` is how many processes read articles, `cache` the folder of what was read before, None without one.
    `shown` are the verdicts of the pairs that the result is to have; None for all pairs, and all claims.
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
    jobs: int = 1
    cache: Path | None = None
    shown: frozenset[Verdict] | None = None
    most_in_memory: int = MOST_IN_MEMORY
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

    `on_read` is told after each file how many have been read, and of how many. An interrupt (Ctrl-C) ends the reading:
    the result is that of the files read so far, and says how many were not.
    Raises UsageError for a path that does not exist, or when there is no readable article at all.
    """
    found = sources(paths, settings)
    with ExitStack() as stack:
        files = _files(found.sources, settings, on_read)
        gathered = gather(files.readings(), stack, most=None if settings.against else settings.most_in_memory)
        _require_readable(gathered)
        if settings.against is not None:
            let_go()  # what an archive gives takes the language model's place in memory
        return judged(gathered, settings, skipped=found.skipped, unread=files.left)


def check_on_spark(
    paths: Sequence[Path], settings: Settings, *, master: str | None = None, work: str | None = None
) -> Result:
    """Check on Spark, with the result that `check` gives: readings, findings and what is shown are collected here.

    `work` is a folder that all workers see; where all of them are on this machine it may be left out.
    Raises UsageError as `check` does, and where Spark can't be run.
    """
    from factcheck.engines.spark.session import session, work_folder

    found = sources(paths, settings)
    spark = session(master)
    from factcheck.engines.spark.inputs import from_sources
    from factcheck.engines.spark.run import findings_of, judged_of, readings_of, run

    with work_folder(spark, work) as folder:
        done = run(from_sources(spark, found.sources), settings.extractor(), settings.desk(), folder)
        gathered = Listed(readings_of(done))
        _require_readable(gathered)
        judged = judged_of(done, gathered, settings.shown)
        return _result(gathered, judged, with_ordinals(findings_of(done)), settings, skipped=found.skipped)


def _require_readable(gathered: Gathered) -> None:
    if all(record.fault_check == "unreadable_article" for record in gathered.brief.values()):
        faults = islice(gathered.brief.values(), 3)
        reasons = "; ".join(f"{record.path}: {record.fault}" for record in faults)
        raise UsageError("no readable article", path=gathered.brief[gathered.names[0]].path, hint=reasons)


def _files(found: Sequence[Source], settings: Settings, on_read: Callable[[int, int], None] | None = None) -> Files:
    return Files(found, settings.extractor(), settings.jobs, settings.cache, on_read)


def check_texts(texts: Sequence[str], settings: Settings) -> Result:
    """Check articles given as texts; they get the names a.txt, b.txt and so on."""
    lexicon = settings.rulebook.lexicon

    def read_text(path: str, text: str) -> Sequence[Article]:
        return (read_plain(text.encode(), article_id=path, path=path, lexicon=lexicon),)

    named = zip(_paths(), texts, strict=False)
    extractor = settings.extractor()
    readings = (extractor.understood(path, path, partial(read_text, path, text)) for path, text in named)
    return judged(Listed(reading for of_file in readings for reading in of_file), settings)


def _paths() -> Iterator[str]:
    return (f"{''.join(letters)}.txt" for length in (1, 2) for letters in product(ascii_lowercase, repeat=length))


def mentions(paths: Sequence[Path], settings: Settings) -> tuple[tuple[Location, Mention], ...]:
    """Return every mention of the articles with its place; `check` reports the articles that can't be read."""
    return tuple(mentions_of_all(sources(paths, settings).sources, settings.extractor(), jobs=settings.jobs))


def claims(paths: Sequence[Path], settings: Settings) -> tuple[Claim, ...]:
    """Return every claim of the articles, in the order of articles and text."""
    files = _files(sources(paths, settings).sources, settings)
    found = tuple(claim for readings in files.readings() for reading in readings for claim in reading.claims)
    if files.left:
        raise KeyboardInterrupt
    return found


def judged(
    gathered: Gathered, settings: Settings, *, skipped: Mapping[str, int] | None = None, unread: int = 0
) -> Result:
    """The reduce: judge claims that share a key and reports of one event, and run the checks."""
    shown, lexicon = settings.shown, settings.rulebook.lexicon
    wanted = looked_at(gathered, settings.desk(), shown)
    if settings.against is None:
        judged = reduce(gathered, lexicon, wanted)
    else:
        assert isinstance(gathered, Listed)  # what stands beside an archive is held in memory
        judged = reduce_beside(gathered.readings, settings.against.beside(gathered.readings), lexicon, wanted)
    names = frozenset(gathered.names)
    findings = with_ordinals(found for found in _findings(gathered, judged, settings) if _speaks_of(found, names))
    return _result(gathered, judged, findings, settings, skipped=skipped or {}, unread=unread)


def _result(
    gathered: Gathered,
    judged: Judged,
    findings: Sequence[Finding],
    settings: Settings,
    *,
    skipped: Mapping[str, int],
    unread: int = 0,
) -> Result:
    """Return what a run found of the articles that it read."""
    shown, names = settings.shown, frozenset(gathered.names)
    left_out = {
        **gathered.left_out,
        FREQUENT_KEYS: judged.frequent_keys,
        FREQUENT_WORDS: judged.frequent_words,
    }
    sifted = _sifted(findings, judged.brief, names, settings)
    return Result(
        articles=tuple(brief(judged.brief[name]) for name in sorted(names)),
        claims=() if shown is not None else tuple(claim for name in gathered.names for claim in gathered.claims[name]),
        pairs=tuple(pair for pair in judged.pairs if _is_shown(pair, names, shown)),
        findings=sifted.told,
        suppressed=sifted.suppressed,
        unused=sifted.unused,
        stories=stories(judged.brief, judged.links),
        left_out={reason: count for reason, count in sorted(left_out.items()) if count},
        skipped=dict(sorted(skipped.items())),
        totals=None if shown is None else Totals(gathered.number_of_claims, judged.verdicts),
        unread=unread,
    )


def _is_shown(pair: Pair, articles: frozenset[str], shown: frozenset[Verdict] | None) -> bool:
    return (shown is None or pair.verdict in shown) and not articles.isdisjoint(
        (pair.a_place.article, pair.b_place.article)
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


def _findings(gathered: Gathered, judged: Judged, settings: Settings) -> Iterator[Finding]:
    """Run every enabled rule's check over what it looks at, an article at a time and then across them."""
    desk = settings.desk(frozenset(record.path for record in gathered.brief.values()))
    elsewhere = told_elsewhere(judged.pairs)
    for name in gathered.names:
        yield from find_within(ArticleClaims(judged.records[name], tuple(gathered.claims[name])), elsewhere, desk)
    articles = [ArticleClaims(judged.brief[name], ()) for name in gathered.names]
    for reach in Reach:
        yield from find(reach, articles, judged.pairs, desk)


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
