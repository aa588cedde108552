"""The whole way on one page: bytes to articles, articles to claims, claims to pairs, pairs to findings."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path
from string import ascii_lowercase

from factcheck.checks.context import with_context
from factcheck.checks.table import ARTICLE_CHECKS, KNOWN_CHECKS, PAIR_CHECKS, RUN_CHECKS
from factcheck.claims.extract import extract
from factcheck.compare.judge import Records, judge, judge_reports
from factcheck.config import NO_FIELDS, JsonFields
from factcheck.domain import Article, ArticleClaims, Claim, Finding, Hit, Location, Mention, Pair, Result, Unread
from factcheck.errors import UnreadableArticleError, UsageError
from factcheck.findings import make_finding, with_ordinals
from factcheck.language.analysis import Analysis
from factcheck.language.english import pipeline as language_pipeline
from factcheck.language.identify import language_of
from factcheck.language.understand import understand
from factcheck.pairing.dating import infer_dates
from factcheck.pairing.keyed import by_key
from factcheck.pairing.overlap import linked
from factcheck.pairing.stories import stories
from factcheck.readers.discover import Discovery, Source, discover
from factcheck.readers.plain import read_plain
from factcheck.readers.read import read
from factcheck.readers.table import by_suffix
from factcheck.reading import Reading, located, not_understood, reading_of, unreadable
from factcheck.rulebook import Rulebook
from factcheck.suppressions import Sifted, sift

__all__ = ["KNOWN_CHECKS", "Settings", "check", "check_texts", "claims", "judged", "mentions"]

DEFAULT_MAX_SIZE = 20_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run works with: rulebook, language model, the largest file in bytes, the root of article ids.

    `fields` are the names of an article's parts in JSON, tried before the usual ones.
    """

    rulebook: Rulebook
    model: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    root: Path = field(default_factory=Path.cwd)
    fields: JsonFields = NO_FIELDS


def check(paths: Sequence[Path], settings: Settings) -> Result:
    """Read and understand each article, judge the claims that share a key, and report what cannot all be true.

    Raises UsageError for a path that does not exist, or when there is no readable article at all.
    """
    found = _discovered(paths, settings)
    readings = [reading for source in _sources(found, paths) for reading in _claimed(source, settings)]
    if all(reading.record.fault_check == "unreadable_article" for reading in readings):
        reasons = "; ".join(f"{reading.record.path}: {reading.record.fault}" for reading in readings[:3])
        raise UsageError("no readable article", path=readings[0].record.path, hint=reasons)
    return judged(readings, settings, skipped=found.skipped)


def check_texts(texts: Sequence[str], settings: Settings) -> Result:
    """Check articles given as texts; they get the names a.txt, b.txt and so on."""
    lexicon = settings.rulebook.lexicon

    def read_text(path: str, text: str) -> Sequence[Article]:
        return (read_plain(text.encode(), article_id=path, path=path, lexicon=lexicon),)

    named = zip(_paths(), texts, strict=False)
    readings = (_read(path, path, partial(read_text, path, text), settings) for path, text in named)
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
    """The reduce: judge claims that share a key, infer missing years, and run the checks."""
    records: Records = {reading.record.id: reading.record for reading in readings}
    all_claims = [claim for reading in readings for claim in reading.claims]
    groups, frequent = by_key(all_claims)
    reports = {reading.record.id: reading.claims for reading in readings}
    links, frequent_words = linked(records)
    pairs = _pairs(groups, reports, links, records, settings)
    dated = infer_dates(records, pairs)
    if dated != records:
        links, frequent_words = linked(dated)
        records, pairs = dated, _pairs(groups, reports, links, dated, settings)
    understood = [ArticleClaims(records[reading.record.id], reading.claims) for reading in readings]
    left_out = Counter[str]()
    for reading in readings:
        left_out.update(reading.left_out)
    left_out["keys shared by too many claims"] += frequent
    left_out["words shared by too many articles"] += frequent_words
    sifted = _sifted(with_ordinals(_findings(understood, pairs, settings)), records, settings)
    return Result(
        articles=tuple(records[name] for name in sorted(records)),
        claims=tuple(all_claims),
        pairs=pairs,
        findings=sifted.told,
        suppressed=sifted.suppressed,
        unused=sifted.unused,
        stories=stories(records, pairs),
        left_out={reason: count for reason, count in sorted(left_out.items()) if count},
        skipped=dict(sorted((skipped or {}).items())),
    )


def _sifted(findings: Sequence[Finding], records: Records, settings: Settings) -> Sifted:
    """Part the findings by the comments in the articles."""
    rulebook = settings.rulebook
    return sift(
        findings,
        [comment for name in sorted(records) for comment in records[name].suppressions],
        names={rule.name: rule.code for rule in rulebook.rules},
        running={rule.code for rule in rulebook.running()},
    )


def _pairs(
    groups: Mapping[str, Sequence[Claim]],
    reports: Mapping[str, Sequence[Claim]],
    links: Sequence[tuple[str, str]],
    records: Records,
    settings: Settings,
) -> tuple[Pair, ...]:
    """Judge each key's claims, then what reports of one event tell alike; a pair found twice counts once."""
    lexicon = settings.rulebook.lexicon
    found: dict[str, Pair] = {}
    for key, group in groups.items():
        for pair in judge(key, group, records, lexicon):
            found.setdefault(pair.id, pair)
    for pair in judge_reports(reports, links, records, lexicon):
        found.setdefault(pair.id, pair)
    return tuple(
        sorted(
            found.values(), key=lambda pair: (pair.a_place.article, pair.a_place.start, pair.b_place.article, pair.id)
        )
    )


def _findings(articles: Sequence[ArticleClaims], pairs: Sequence[Pair], settings: Settings) -> Iterator[Finding]:
    """Run every enabled rule's check over what it looks at."""
    for rule in settings.rulebook.running():
        for hit in _hits(rule.check or "", articles, pairs):
            yield make_finding(rule, hit, root=str(settings.root))


def _hits(check_name: str, articles: Sequence[ArticleClaims], pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield what a check finds; one that looks within articles and across them has a function for each."""
    if check_name in PAIR_CHECKS:
        yield from PAIR_CHECKS[check_name](pairs)
    if check_name in RUN_CHECKS:
        yield from RUN_CHECKS[check_name](articles)
    if check_name in ARTICLE_CHECKS:
        for article in articles:
            yield from (with_context(hit, pairs) for hit in ARTICLE_CHECKS[check_name](article))


def _discovered(paths: Sequence[Path], settings: Settings) -> Discovery:
    return discover(paths, max_size=settings.max_size, lexicon=settings.rulebook.lexicon, fields=settings.fields)


def _sources(found: Discovery, paths: Sequence[Path]) -> tuple[Source, ...]:
    if not found.sources:
        raise UsageError(
            "no article here",
            path=", ".join(map(str, paths)),
            hint=f"articles are {', '.join(sorted(by_suffix()))} files; name other files one by one",
        )
    return found.sources


def _claimed(source: Source, settings: Settings) -> tuple[Reading, ...]:
    """The map: one file to the claims of its articles."""
    return _read(source.id, source.path, partial(_articles, source, settings), settings)


def _articles(source: Source, settings: Settings) -> Sequence[Article | Unread]:
    return read(source, max_size=settings.max_size, lexicon=settings.rulebook.lexicon, fields=settings.fields)


def _read(
    article_id: str, path: str, read_articles: Callable[[], Sequence[Article | Unread]], settings: Settings
) -> tuple[Reading, ...]:
    """Return the claims of a file's articles; what can't be read or understood is a reading without claims."""
    try:
        articles = read_articles()
    except UnreadableArticleError as error:
        return (unreadable(article_id, path, error),)
    return tuple(_understood(article, settings) for article in articles)


def _understood(article: Article | Unread, settings: Settings) -> Reading:
    if isinstance(article, Unread):
        return unreadable(article.id, article.path, UnreadableArticleError(article.reason))
    lexicon = settings.rulebook.lexicon
    language = language_of(article.text[article.body :], lexicon, stated=article.stated_language)
    if language != "en":
        return not_understood(article, language)
    analysis = understand(article, language_pipeline(settings.model), lexicon)
    return reading_of(analysis, extract(analysis))


def _analyses(paths: Sequence[Path], settings: Settings) -> Iterator[Analysis]:
    """Yield the articles that can be read and understood; `check` reports the others."""
    lexicon = settings.rulebook.lexicon
    for source in _sources(_discovered(paths, settings), paths):
        try:
            articles = _articles(source, settings)
        except UnreadableArticleError:
            continue
        for article in articles:
            if isinstance(article, Unread):
                continue
            if language_of(article.text[article.body :], lexicon, stated=article.stated_language) == "en":
                yield understand(article, language_pipeline(settings.model), lexicon)
