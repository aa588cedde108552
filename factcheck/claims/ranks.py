"""Places in a list of which each has one holder, and things counted one by one ("his third title of the season")."""

from collections.abc import Iterator

from factcheck.claims.build import make_claim
from factcheck.claims.frames import frame_of, speaker_at
from factcheck.claims.rankwords import rank_beside, rank_words
from factcheck.domain import Claim, Kind, Mention, MentionKind, Modality, Name, NameKind, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis, Token
from factcheck.language.syntax import modifiers, subjects

_SPAN_WORDS = 6  # tokens behind the counted thing that may say in which span it is counted


def rank_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield ranks of persons in a list ("holder") and things counted one by one ("counted").

    A holder's subject is the person, its value the rank, its scope "list:world"; "mixed" says that the article tells of
    men and women, who have lists of their own. A counted thing's value is its number; its subjects are those whose it
    is, the scope has its noun, the span in which it is counted and the verb.
    """
    yield from _holders(analysis)
    for mention in analysis.of_kind(MentionKind.QUANTITY):
        if isinstance(mention.detail, Quantity) and mention.detail.kind is QuantityKind.ORDINAL:
            claim = _counted(analysis, mention, mention.detail)
            if claim is not None:
                yield claim


def _holders(analysis: Analysis) -> Iterator[Claim]:
    text, mixed = analysis.article.text, _mixed(analysis)
    for mention in analysis.of_kind(MentionKind.NAME):
        name = mention.detail
        if not isinstance(name, Name) or name.kind is not NameKind.PERSON or _of_another_year(analysis, mention):
            continue
        found = rank_beside(text, mention.start, mention.end, analysis.lexicon)
        if found is not None:
            listed, rank, start, end = found
            yield make_claim(
                analysis,
                Kind.RANK,
                "holder",
                min(start, mention.start),
                max(end, mention.end),
                mention.sentence,
                subjects=(name.key,),
                value=str(rank),
                scope=(f"list:{listed}", *(["mixed"] if mixed else [])),
                keys=(f"rank:{listed}|{rank}", f"rank:{listed}|{name.key}"),
            )


def _mixed(analysis: Analysis) -> bool:
    words = rank_words(analysis.lexicon)
    said = {word.strip('.,"“”').replace("’", "'") for word in analysis.article.text.lower().split()}
    return not words.his.isdisjoint(said) and not words.her.isdisjoint(said)


def _of_another_year(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether the sentence names a year, which may be when the rank was held."""
    times = [time.detail for time in analysis.of_kind(MentionKind.TIME, sentence=mention.sentence)]
    return any(isinstance(time, Time) and time.form in {"year", "decade", "shifted", "ago"} for time in times)


# Things counted one by one


def _counted(analysis: Analysis, mention: Mention, quantity: Quantity) -> Claim | None:
    head = analysis.span(*quantity.head, mention.sentence) if quantity.head is not None else None
    words = rank_words(analysis.lexicon)
    if head is None or speaker_at(analysis, mention.start) is not None:
        return None
    noun = head.root
    lemma, frame = noun.lemma_.lower(), frame_of(analysis, noun, mention.sentence)
    if frame is None or lemma not in words.heads | words.series or frame.modality is not Modality.HAPPENED:
        return None
    owner, span = _owner(analysis, mention, noun, frame.verb), _span(analysis, noun)
    if owner is None and lemma in words.series:
        owner = _named_by(analysis, mention, noun)
    if owner is None or (span is None and lemma not in words.series):
        return None
    described = sorted(
        {each.lemma_.lower() for each in modifiers(noun) if each.pos_ in {"ADJ", "NOUN", "VERB"} and each.i < noun.i}
        - {analysis.article.text[mention.start : mention.end].lower()}
    )
    return make_claim(
        analysis,
        Kind.RANK,
        "counted",
        mention.start,
        quantity.head[1] if quantity.head else mention.end,
        mention.sentence,
        subjects=(owner,),
        value=mention.value.split()[0],
        scope=(
            f"noun:{lemma}",
            *([f"span:{span}"] if span else []),
            f"event:{frame.event}",
            *(f"modifier:{word}" for word in described),
        ),
        keys=(f"rank:{lemma}|{owner}",),
    )


def _owner(analysis: Analysis, mention: Mention, noun: Token, verb: Token) -> str | None:
    """Return whose it is: the possessor's key ("Spain's"), or with "his", "her", "its", "their" the subject's."""
    possessors = [child for child in noun.children if child.dep_ in {"nmod:poss", "poss"}]
    for owner in possessors or []:
        tokens = subjects(verb) if owner.pos_ == "PRON" else [owner]
        keys = [key for token in tokens if (key := _key_at(analysis, mention, token)) is not None]
        return keys[0] if len(keys) == 1 else None
    return None


def _key_at(analysis: Analysis, mention: Mention, token: Token) -> str | None:
    at = analysis.sentences[mention.sentence].start + token.idx
    return next(
        (
            name.value
            for name in analysis.of_kind(MentionKind.NAME, sentence=mention.sentence)
            if name.start <= at < name.end
        ),
        None,
    )


def _named_by(analysis: Analysis, mention: Mention, noun: Token) -> str | None:
    """Return the names that tell one series from another ("the 14th Baltic summit", "talks in Vienna")."""
    keys = [_key_at(analysis, mention, each) for each in modifiers(noun) if each.pos_ == "PROPN"]
    return next((key for key in keys if key), None)


def _span(analysis: Analysis, noun: Token) -> str | None:
    """Return the span in which a thing is counted: "season", "year", "six week"; None when it isn't said."""
    words = rank_words(analysis.lexicon)
    for token in noun.doc[noun.i + 1 : noun.i + 1 + _SPAN_WORDS]:
        lemma = token.lemma_.lower()
        if lemma in words.spans:
            numbers = [child.lower_ for child in token.children if child.pos_ == "NUM"]
            return " ".join([*numbers, lemma])
        if token.pos_ in {"VERB", "AUX", "PUNCT"}:
            return None
    return None
