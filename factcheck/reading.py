"""What the map gives for one file: the article's record, its claims, and counts of what was left out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from factcheck.domain import (
    UNFRAMED,
    Article,
    ArticleRecord,
    Claim,
    Location,
    Mention,
    MentionKind,
    Name,
    Quantity,
    Reading,
    Time,
)
from factcheck.errors import UnreadableArticleError
from factcheck.language.analysis import Analysis
from factcheck.language.profile import profile_of


def unreadable(article_id: str, path: str, error: UnreadableArticleError) -> Reading:
    """Return the reading of a file that can't be read."""
    record = ArticleRecord(
        article_id, path, place=_top(article_id, path), fault=error.message, fault_check="unreadable_article"
    )
    return Reading(record, left_out={"unreadable articles": 1})


def not_understood(article: Article, language: str) -> Reading:
    """Return the reading of an article in a language that the checker does not know."""
    record = ArticleRecord(
        article.id,
        article.path,
        source=article.source,
        language=language,
        published=article.published,
        stated=article.stated,
        place=_top(article.id, article.path),
        fault=language,
        fault_check="unsupported_language",
    )
    return Reading(record, left_out={"articles in other languages": 1})


def reading_of(analysis: Analysis, claims: tuple[Claim, ...]) -> Reading:
    """Return the reading of an article that was understood."""
    article = analysis.article
    title = article.text[article.title[0] : article.title[1]] if article.title else None
    record = ArticleRecord(
        article.id,
        article.path,
        title=title,
        source=article.source,
        language=article.language,
        published=article.published,
        stated=article.stated,
        place=_place(article),
        values=frozenset(
            mention.value for mention in analysis.mentions if mention.kind in {MentionKind.TIME, MentionKind.QUANTITY}
        ),
        names=frozenset(mention.detail.key for mention in analysis.mentions if isinstance(mention.detail, Name)),
        profile=profile_of(article, analysis.sentences, analysis.lexicon),
        suppressions=article.suppressions,
    )
    return Reading(record, tuple(map(_in_floats, claims)), dict(_left_out(analysis, claims)))


def located(analysis: Analysis) -> Iterator[tuple[Location, Mention]]:
    """Yield each mention with its place."""
    for mention in analysis.mentions:
        yield analysis.locate(mention.start, mention.end, mention.sentence, mention.value), mention


def _in_floats(claim: Claim) -> Claim:
    """Return the claim with whole numbers as floats, as they are once a reading has been written and read again."""
    quantity = _floats(claim.quantity)
    operands = tuple(replace(operand, quantity=_floats(operand.quantity)) for operand in claim.operands)
    same = quantity is claim.quantity and all(
        one.quantity is other.quantity for one, other in zip(operands, claim.operands, strict=True)
    )
    return claim if same else replace(claim, quantity=quantity, operands=operands)


def _floats(quantity: Quantity | None) -> Quantity | None:
    if quantity is None or not any(isinstance(bound, int) for bound in (quantity.low, quantity.high)):
        return quantity
    low, high = (None if bound is None else float(bound) for bound in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high)


def _left_out(analysis: Analysis, claims: tuple[Claim, ...]) -> Counter[str]:
    framed = {(claim.place.start, claim.place.end) for claim in claims if UNFRAMED not in claim.scope}
    counts: Counter[str] = Counter()
    for mention in analysis.mentions:
        detail = mention.detail
        if isinstance(detail, Time) and detail.type in {"DATE", "TIME"} and detail.days is None:
            counts["times without a known day"] += 1
        elif mention.kind is MentionKind.QUANTITY and (mention.start, mention.end) not in framed:
            counts["figures without a clear measure"] += 1
    if analysis.article.published is None:
        counts["articles without a date, clock-dependent checks off"] += 1
    return counts


def _place(article: Article) -> Location:
    """Return where an article as a whole is pointed at: its title, else its first words."""
    start, end = article.title or (article.body, min(article.body + 60, len(article.text)))
    line_end = article.text.find("\n", start, end)
    return article.locate(start, end if line_end < 0 else line_end)


def _top(article_id: str, path: str) -> Location:
    return Location(article_id, path, 0, 0, 1, 1, 1, 1, "")
