"""Claims that percentages are the shares of one whole: of a vote, of a firm, of the answers to one question."""

from collections.abc import Iterator

from factcheck.claims.arithmetic import Figures
from factcheck.claims.sums import SumWords, sum_words
from factcheck.domain import Claim, Hedge, QuantityKind
from factcheck.language.pieces import pieces

_FEWEST = 2
_LONGEST_GAP = 10  # words from one share to the next
_LAST = 5  # words behind the last share that say whose it is
_SIDES = frozenset({"to", "from"})


def share_claims(figures: Figures) -> Iterator[Claim]:
    """Yield claims with the attribute "shares" and the role share, twice and more.

    Every percentage of the sentence must be an exact share of the same whole. Each is somebody's ("Osei won 45 percent
    of the vote, Mensah 38 percent"), goes to somebody ("45 percent of the exports go to Chile, 38 percent to Peru"), or
    is another answer to one question ("45 percent said yes, 38 percent no").
    """
    count = len(figures.mentions)
    quantities = [figures.quantity(at) for at in range(count)]
    plain = all(
        quantity.kind is QuantityKind.PERCENT and not quantity.change and quantity.hedge is Hedge.EXACT
        for quantity in quantities
    )
    if count < _FEWEST or not plain:
        return
    words = sum_words(figures.analysis.lexicon)
    if _owners(figures, words) or _goals(figures, words) or _answers(figures, words):
        operands = [figures.operand("share", at) for at in range(count)]
        yield figures.claim("shares", figures.mentions[0].start, figures.mentions[-1].end, operands)


def _gap(figures: Figures, at: int) -> tuple[list[str], set[str]]:
    """Return the words from a share to the next, and those of them that are written as names."""
    start, last = figures.mentions[at].end, at + 1 == len(figures.mentions)
    end = figures.analysis.sentences[figures.sentence].end if last else figures.mentions[at + 1].start
    text = pieces(figures.analysis.article.text[start:end])
    length = _LAST if last else len(text.words)
    named = {word for word, begin in zip(text.words, text.starts, strict=True) if text.text[begin].isupper()}
    return list(text.words[:length]), named & set(text.words[:length])


def _holds(words: list[str], phrases: tuple[str, ...]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(pieces(phrase).words)} " in text for phrase in phrases)


def _owners(figures: Figures, words: SumWords) -> bool:
    """Tell whether each share is another one's: "A won 45 percent of the vote, B 38 percent and C 22"."""
    whole = figures.analysis.sentences[figures.sentence]
    every = list(pieces(figures.analysis.article.text[whole.start : whole.end]).words)
    distributed = _holds(every, words.distributing) and _holds(every, words.of_the_whole)
    if not (_holds(every, words.of_the_vote) or distributed) or figures.all_words() & words.other_question:
        return False
    behind = [_gap(figures, at)[0] for at in range(1, len(figures.mentions))]
    if any(gap[:1] == ["of"] and not _holds(gap[:4], words.of_the_vote) for gap in behind):
        return False
    for at in range(len(figures.mentions) - 1):
        gap, named = _gap(figures, at)
        last = at + 2 == len(figures.mentions)
        remaining = last and gap[-1:] and gap[-1] in words.remaining
        allowed = words.between_shares | named | set(_phrase_words(words))
        if len(gap) > _LONGEST_GAP or not (remaining or (named and set(gap) <= allowed)):
            return False
    return True


def _phrase_words(words: SumWords) -> Iterator[str]:
    return (word for phrase in words.of_the_whole for word in phrase.split())


def _goals(figures: Figures, words: SumWords) -> bool:
    """Tell whether each share goes to, or comes from, another: "45 percent of the exports go to A, 38 percent to B"."""
    sides: set[str] = set()
    if figures.all_words() & (words.other_question - _SIDES):
        return False
    for at in range(len(figures.mentions)):
        gap, named = _gap(figures, at)
        if at == 0:
            side = next((index for index, word in enumerate(gap) if word in _SIDES), None)
            if side is None or gap[:1] != ["of"] or not _holds(gap[:side], words.distributing):
                return False
            gap = gap[side:]
        if (
            len(gap) < _FEWEST
            or gap[0] not in _SIDES
            or not set(gap[1:2]) <= named | {"the"}
            or len(gap) > _LONGEST_GAP
        ):
            return False
        sides.add(gap[0])
    return len(sides) == 1


def _answers(figures: Figures, words: SumWords) -> bool:
    """Tell whether each share gave another answer to one question: "45 percent said yes, 38 percent no"."""
    given: list[str] = []
    asked = False
    for at in range(len(figures.mentions)):
        gap, named = _gap(figures, at)
        told = [answer for answer, forms in words.answers.items() if _holds(gap, forms)]
        told = ["unsure"] if "unsure" in told else told  # "had no opinion" says no "no"
        spoken = {word for forms in words.answers.values() for form in forms for word in pieces(form).words}
        backed = bool(named) and (at > 0 or _holds(gap, words.backing))
        asked = asked or bool(told)
        last = at + 1 == len(figures.mentions)
        if len(told) > 1 or len(gap) > _LONGEST_GAP or not (told or backed):
            return False
        if not last and not set(gap) <= words.behind_answers | spoken | named | set(" ".join(words.backing).split()):
            return False
        given.append(told[0] if told else " ".join(sorted(named)))
    return asked and len(set(given)) == len(given)
