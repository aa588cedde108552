"""Claims that something was done or said on a bare weekday ("police said Sunday").

They are read off the order of words: see wordorder.py.
"""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.frames import is_quoted
from factcheck.claims.wordorder import reporting_forms, told_by
from factcheck.domain import Claim, Kind, Mention, MentionKind, Time
from factcheck.language.analysis import Analysis, Token
from factcheck.language.syntax import heads_sentence

_LEAD = ("first", "second")


def weekday_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield a claim for each bare weekday that says when a past act was; its attribute is "told".

    `scope` holds "report" when the act is one of saying, where the sentence stands ("title", "first" or "second" of the
    text, "body"), and "main" when it is the sentence's main clause.
    """
    for mention in analysis.of_kind(MentionKind.TIME):
        time = mention.detail
        if not isinstance(time, Time) or time.weekday is None or time.form not in {"weekday", "clock"}:
            continue
        if time.form == "clock" and time.explicit:  # "3 p.m. on Thursday 6 March"
            continue
        phrase = analysis.span(mention.start, mention.end, mention.sentence)
        verb = told_by(phrase, analysis.lexicon) if phrase is not None else None
        if verb is not None and not is_quoted(analysis, mention.start):
            yield _claim(analysis, mention, time, verb)


def _claim(analysis: Analysis, mention: Mention, time: Time, verb: Token) -> Claim:
    scope = [
        *(["report"] if verb.lower_ in reporting_forms(analysis.lexicon) else []),
        *(["main"] if _is_main(verb, analysis) else []),
        _place(analysis, mention),
    ]
    return make_claim(
        analysis,
        Kind.DATE,
        "told",
        mention.start,
        mention.end,
        mention.sentence,
        when=time,
        value=time.value,
        scope=tuple(scope),
    )


def _is_main(verb: Token, analysis: Analysis) -> bool:
    """Tell whether a verb is its sentence's main one, or is told by it: "Troops left, the army said"."""
    told = verb.i < verb.head.i and verb.head.lower_ in reporting_forms(analysis.lexicon)
    return heads_sentence(verb) or (told and heads_sentence(verb.head))


def _place(analysis: Analysis, mention: Mention) -> str:
    """Return which sentence of the article a mention stands in: title, first or second of the text, body."""
    if analysis.in_title(mention.start):
        return "title"
    before = sum(not analysis.in_title(sentence.start) for sentence in analysis.sentences[: mention.sentence])
    return _LEAD[before] if before < len(_LEAD) else "body"
