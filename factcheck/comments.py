"""Which findings a comment in an article keeps from being told, and which comments keep none."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.domain import Finding, Location, Role, Suppressed, Suppression


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings that are told, those that a comment keeps from it, and the comments that keep none, in words."""

    told: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[str, ...]


def sift(
    findings: Iterable[Finding],
    comments: Sequence[Suppression],
    *,
    names: Mapping[str, str],
    running: Collection[str],
    checked: Collection[str],
) -> Sifted:
    """Part the findings by the comments of the articles.

    `names` are the codes of all rules by their names, `running` the codes of those that ran: a comment of a rule
    that did not run is not called unused, nor one in an article that is not among those `checked`.
    """
    told: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[tuple[str, int, str]] = set()
    by_article: dict[str, list[Suppression]] = {}
    for comment in comments:
        by_article.setdefault(comment.place.article, []).append(comment)
    for finding in findings:
        found = covering(finding, by_article)
        if found is None:
            told.append(finding)
            continue
        used |= {(*_key(found), code) for code in found.codes if code in {finding.rule, finding.name}}
        suppressed.append(Suppressed(finding, "comment", found.reason, _where(found.place)))
    ours = (comment for comment in comments if comment.place.article in checked)
    unused = (words for comment in ours for words in _unused(comment, used, names, running))
    return Sifted(tuple(told), tuple(suppressed), tuple(sorted(unused)))


def covering(finding: Finding, comments: Mapping[str, Sequence[Suppression]]) -> Suppression | None:
    """Return the comment that covers a finding, of those of each article by its id; None when there is none.

    It names the finding's rule by code or name and speaks of a place of the finding that conflicts, on whichever side.
    """
    places = [finding.primary, *(related.place for related in finding.related if related.role is Role.CONFLICTS)]
    return next(
        (
            comment
            for place in places
            for comment in comments.get(place.article, ())
            if {finding.rule, finding.name} & set(comment.codes) and _speaks_of(comment, place)
        ),
        None,
    )


def _speaks_of(comment: Suppression, place: Location) -> bool:
    start, end = place.in_source
    return any(first < max(end, start + 1) and start < last for first, last in comment.covers)


def _unused(
    comment: Suppression, used: Collection[tuple[str, int, str]], names: Mapping[str, str], running: Collection[str]
) -> Iterator[str]:
    where = _where(comment.place)
    if not comment.codes:
        yield f"{where}: the comment names no rule, so it suppresses nothing: name one, such as D101"
    for code in comment.codes:
        rule = names.get(code, code)
        if rule not in names.values():
            yield f"{where}: the comment names {code}, and there is no such rule"
        elif rule in running and (*_key(comment), code) not in used:
            yield f"{where}: the comment suppresses no {code}"


def _key(comment: Suppression) -> tuple[str, int]:
    return comment.place.article, comment.place.in_source[0]


def _where(place: Location) -> str:
    return f"{place.path}:{place.line}"
