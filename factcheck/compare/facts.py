"""An article's claims against what the desk knows, to verdicts: a fact is a report of the same day, told alike."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from anyascii import anyascii

from factcheck.compare.context import inferred, scoped
from factcheck.compare.figures import compare_figures
from factcheck.compare.judgement import Judgement
from factcheck.compare.names import sounds_alike
from factcheck.compare.offices import maybe_one_person
from factcheck.compare.slips import given_name, last_word, slip
from factcheck.compare.spellings import compare_with_spelling
from factcheck.compare.times import compare_events
from factcheck.domain import ArticleClaims, ArticleRecord, Claim, Days, Fact, FactPair, Facts, Kind, Verdict
from factcheck.lexicon import Lexicon

_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]|20)\d\d(?![\d.,]*\d)")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)*")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")  # "the 16th president"
_BEFORE, _AFTER = 6, 3  # words around an office that tell of its time
_ONCE = "object:once"

Judged = Iterator[tuple[Fact, Judgement]]
Compare = Callable[[Claim, Claim, ArticleRecord, ArticleRecord], Judgement | None]


def judge_facts(article: ArticleClaims, facts: Facts, lexicon: Lexicon) -> Iterator[FactPair]:
    """Yield a pair for each claim of an article and each fact that it can be held against, with the verdict."""
    for claim in article.claims if facts.by_key else ():
        met = {fact.claim.id: fact for key in claim.keys for fact in facts.by_key.get(key, ())}
        if claim.kind is Kind.NAME:
            judged = compare_with_spelling(claim, facts, lexicon)
        elif claim.kind is Kind.OFFICE:
            judged = _holder(claim, list(met.values()), article, lexicon)
        elif claim.kind is Kind.EVENT:
            judged = _each([_told_once(claim, fact) for fact in met.values()], article, compare_events, "date")
        else:
            judged = _each([_told_as(claim, fact) for fact in met.values()], article, compare_figures, "figure")
        for fact, judgement in judged:
            yield FactPair(claim, fact, judgement.verdict, judgement.variant)


def _each(told: Sequence[tuple[Claim, Fact]], article: ArticleClaims, compare: Compare, variant: str) -> Judged:
    """Judge a claim against facts by the function that judges it against the claims of other articles."""
    if inferred(article.record):
        return
    for claim, fact in told:
        report = replace(article.record, id=fact.claim.place.article, values=frozenset(), names=frozenset())
        judgement = compare(claim, fact.claim, article.record, report)
        if judgement is not None:
            yield fact, replace(judgement, variant=variant)


def _told_once(claim: Claim, fact: Fact) -> tuple[Claim, Fact]:
    """Return both with an object in common where the event comes once in a life: who it is of tells which it is."""
    if "once" not in fact.claim.scope:
        return claim, fact
    return _with_scope(claim, _ONCE), replace(fact, claim=_with_scope(fact.claim, _ONCE))


def _told_as(claim: Claim, fact: Fact) -> tuple[Claim, Fact]:
    """Return the claim without its subject's adjective ("Belarusian exports"), and the fact in the claim's own words.

    The fact takes verb and object from the claim; what restricts the claim further is left, and sets the two apart.
    """
    told = tuple(entry for entry in claim.scope if entry.startswith(("verb:", "object:")))
    own = {f"modifier:{word}" for word in fact.adjectives}
    bare = replace(claim, scope=tuple(entry for entry in claim.scope if entry not in own))
    return bare, replace(fact, claim=replace(fact.claim, scope=told))


def _with_scope(claim: Claim, entry: str) -> Claim:
    return replace(claim, scope=(*claim.scope, entry))


def _holder(claim: Claim, facts: Sequence[Fact], article: ArticleClaims, lexicon: Lexicon) -> Judged:
    """Judge who holds an office on the day of the article against the facts that surely hold on that day."""
    day = _day(article.record)
    if day is None or scoped(claim, "aspect") or scoped(claim, "qualifier"):
        return
    covering = [fact for fact in facts if _days(fact).holds(day)]
    agreeing = next((fact for fact in covering if _is_holder(claim, fact)), None)
    if agreeing is not None:
        slipped = _is_misspelt(claim, agreeing, lexicon)
        verdict = Verdict.SPELLING if slipped else Verdict.AGREE
        yield agreeing, Judgement(verdict, agreeing.told, "holder" if slipped else None)
    elif covering and not _of_other_days(claim, lexicon) and not _set_apart(claim, covering[0], article):
        former = any(_days(covering[0]).starts_after(_days(fact)) and _is_holder(claim, fact) for fact in facts)
        yield covering[0], Judgement(Verdict.CONFLICT, covering[0].told, "former_holder" if former else "office")


def _day(record: ArticleRecord) -> Days | None:
    """Return the day of an article's publication; None when it is only inferred, or no more than a month is known."""
    if record.published is None or record.published.days is None or inferred(record):
        return None
    return record.published.days if record.published.precision in {"day", "minute"} else None


def _days(fact: Fact) -> Days:
    assert fact.claim.when is not None
    assert fact.claim.when.days is not None
    return fact.claim.when.days


def _is_holder(claim: Claim, fact: Fact) -> bool:
    """Tell whether an article's holder may be the fact's: a surname or one of several surnames is enough."""
    named = claim.subjects[0]
    if any(maybe_one_person(named, subject) for subject in fact.claim.subjects):
        return True
    ours, theirs = _words(named), {word for name in fact.names for word in _words(name)}
    surnames = {word for subject in fact.claim.subjects for word in _words(subject)[1:]}
    return not theirs.isdisjoint(ours[1:] or ours) or not surnames.isdisjoint(ours)


def _is_misspelt(claim: Claim, fact: Fact, lexicon: Lexicon) -> bool:
    """Tell whether a holder's surname is a slip of the fact's, no other way of writing it; given names must agree."""
    ours, given = last_word(claim), given_name(claim)
    holders = [subject.split() for subject in fact.claim.subjects]
    theirs = {anyascii(words[-1]).lower() for words in holders if given is None or words[0] in {given, words[-1]}}
    if not theirs.isdisjoint(_words(claim.subjects[0])) or not fact.names.isdisjoint({ours, *ours.split("-")}):
        return False
    return any(slip(ours, word) and not sounds_alike(ours, word, lexicon) for word in theirs)


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]{2,}", anyascii(name).lower())


def _set_apart(claim: Claim, fact: Fact, article: ArticleClaims) -> bool:
    """Tell whether it may be another office or time or another's words, or the article tells of a change of holder."""
    place = claim.place
    if any(word in place.text.lower() for word in fact.unsure) or _quoted(claim, article):
        return True
    if any(not _meets_year(year, fact) for year in _YEAR.findall(place.sentence)):
        return True
    return any(_elsewhen(other, claim, fact) or _tells_of_holders(other, claim, fact) for other in article.claims)


def _elsewhen(other: Claim, claim: Claim, fact: Fact) -> bool:
    """Tell whether another claim gives the sentence a time that lies outside the fact's days."""
    if other.place.sentence_start != claim.place.sentence_start or other.when is None or other.when.days is None:
        return False
    return not other.when.days.meets(_days(fact))


def _tells_of_holders(other: Claim, claim: Claim, fact: Fact) -> bool:
    """Tell whether another claim tells that the office changed hands, or gives it to the fact's holder as well."""
    if other.kind is not Kind.OFFICE or set(other.keys).isdisjoint(claim.keys):
        return False
    return bool(scoped(other, "aspect")) or (not scoped(other, "qualifier") and _is_holder(other, fact))


def _of_other_days(claim: Claim, lexicon: Lexicon) -> bool:
    """Tell whether a word near an office may put its holder into the past: "a museum of US President ..."."""
    place, start = claim.place, claim.place.start - claim.place.sentence_start
    sentence = place.sentence.lower()
    before, after = _WORD.findall(sentence[: max(0, start)]), _WORD.findall(sentence[start + len(place.text) :])
    near = (*before[-_BEFORE:], *_WORD.findall(place.text.lower()), *after[:_AFTER])
    return not _past_words(lexicon).isdisjoint(near) or any(_ORDINAL.fullmatch(word) for word in near)


@cache
def _past_words(lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.load("office_words", dict[str, list[str] | dict[str, list[str]]])
    return frozenset(words["past"])


def _meets_year(year: str, fact: Fact) -> bool:
    return _days(fact).first.year <= int(year) <= _days(fact).last.year


def _quoted(claim: Claim, article: ArticleClaims) -> bool:
    """Tell whether an office stands within quotation marks, or in a quotation that the article reports."""
    place = claim.place
    before = place.sentence[: max(0, place.start - place.sentence_start)]
    if before.count('"') % 2 or before.count("“") > before.count("”"):
        return True
    return any(
        quote.place.start <= place.start and place.end <= quote.place.end for quote in article.of_kind(Kind.QUOTE)
    )
