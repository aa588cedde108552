"""The age at which somebody has died, as the lead of an obituary or report tells it."""

from collections.abc import Iterator

from factcheck.claims.frames import event_lexicon, is_quoted
from factcheck.domain import Mention, MentionKind, Name, NameKind, Quantity, QuantityKind, Time
from factcheck.language.analysis import Analysis, Token

_LEAD = 3  # sentences of the text
_YEAR = 366  # days
_SHORT = 8  # words of "She was 84 years old."
_BEFORE_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM"})
PRONOUNS = frozenset({"he", "she"})


def age_at_death(analysis: Analysis) -> tuple[str, Mention] | None:
    """Return the key of the one person whose death the lead tells, and the age; None where it isn't clear.

    The sentence begins with the name ("The poet Ana Lima, who ..., died on Sunday aged 84"), names nobody else before
    the verb, and has the one age, or the next one is "She was 84."
    """
    body = [sentence for sentence in analysis.sentences if not analysis.in_title(sentence.start)][:_LEAD]
    for sentence in body:
        died = next((token for token in sentence.doc if _tells_death(token, analysis)), None)
        if died is None or is_quoted(analysis, sentence.start + died.idx):
            continue
        person = _named_first(analysis, sentence.index, sentence.start + died.idx)
        if person is None or not _is_recent(analysis, sentence.index, sentence.start + died.idx):
            return None
        here = list(ages(analysis, sentence.index))
        if not here and sentence.index + 1 < len(analysis.sentences):
            here = list(_told_after(analysis, sentence.index + 1))
        return (person, here[0]) if len(here) == 1 else None
    return None


def ages(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    """Yield the ages that a sentence tells."""
    for mention in analysis.of_kind(MentionKind.QUANTITY, sentence=sentence):
        if isinstance(mention.detail, Quantity) and mention.detail.kind is QuantityKind.AGE:
            yield mention


def people(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    """Yield the people that a sentence names."""
    for mention in analysis.of_kind(MentionKind.NAME, sentence=sentence):
        if isinstance(mention.detail, Name) and mention.detail.kind is NameKind.PERSON:
            yield mention


def _tells_death(token: Token, analysis: Analysis) -> bool:
    return token.lemma_.lower() in event_lexicon(analysis.lexicon).events["death"].verbs and token.tag_ in {
        "VBD",
        "VBN",
    }


def _named_first(analysis: Analysis, sentence: int, died: int) -> str | None:
    """Return the key of the one person named before a verb, whose name opens the sentence but for what describes it."""
    before = [mention for mention in people(analysis, sentence) if mention.start < died]
    keys = {mention.detail.key for mention in before if isinstance(mention.detail, Name)}
    if len(keys) != 1:
        return None
    name = analysis.span(before[0].start, before[0].end, sentence)
    if name is None or not all(token.pos_ in _BEFORE_NAME for token in name.doc[: name.start]):
        return None
    following = name.doc[name.end].text if name.end < len(name.doc) else ""
    return None if following in {"'s", "’s", "'", "’", "and", "&"} else keys.pop()


def _is_recent(analysis: Analysis, sentence: int, died: int) -> bool:
    """Tell whether a death is of the year of publication, as far as the times behind the verb say.

    A time of another year before the verb may be the death's too, unless one of this year stands behind.
    """
    published = analysis.article.published
    if published is None or published.days is None:
        return False
    day = published.days.first
    behind: list[bool] = []
    before: list[bool] = []
    for mention in analysis.of_kind(MentionKind.TIME, sentence=sentence):
        time = mention.detail
        if isinstance(time, Time) and time.days is not None:
            recent = abs((day - time.days.first).days) <= _YEAR
            (behind if mention.start > died else before).append(recent)
    return all(behind) and (bool(behind) or all(before))


def _told_after(analysis: Analysis, sentence: int) -> Iterator[Mention]:
    """Yield the age of "She was 84.", a sentence of nothing else."""
    doc = analysis.sentences[sentence].doc
    words = [token.lower_ for token in doc[:2]]
    if len(doc) <= _SHORT and words[:1] and words[0] in PRONOUNS and words[1:] == ["was"]:
        yield from ages(analysis, sentence)
