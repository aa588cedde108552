"""Figures in a text: percentages, money, measures, counts, ages, ordinals, fractions, ratios and multipliers."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.domain import Article, Hedge, Mention, Quantity, QuantityKind, Time
from factcheck.language.counts import (
    counted,
    enters_noun,
    is_name,
    is_named,
    is_plural,
    is_year,
    lasts,
    noun_name,
    restricting,
    shared_noun,
    token_at,
)
from factcheck.language.english import Sentence
from factcheck.language.numerals import Numeral, holds_number, number_words, numbers
from factcheck.language.pieces import Pieces, pieces
from factcheck.language.quantities_moves import direction, hedge_after, hedge_before, is_index, written_sign
from factcheck.language.quantities_parts import Part, age_end, is_age, parts
from factcheck.language.quantities_ranges import Figure, figures_of
from factcheck.language.quantities_units import unit_lexicon
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon

_JOINT = 2  # pieces between a change and its restatement


def quantity_mentions(
    article: Article, sentences: Sequence[Sentence], times: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Return the quantities of an article, sorted, none overlapping another; numbers within times are left out.

    `low` and `high` are the figures as written, with the sign of their verb; see domain.Quantity. A mention covers the
    number with its unit, or up to the head noun that it counts; hedges stand outside it.
    """
    found: list[Mention] = []
    at = 0
    for sentence in sentences:
        while at < len(times) and times[at].end <= sentence.start:
            at += 1
        inside = at
        while inside < len(times) and times[inside].start < sentence.end:
            inside += 1
        text = article.text[sentence.start : sentence.end]
        if holds_number(text, lexicon):
            spans = [
                (mention.start - sentence.start, mention.end - sentence.start, mention) for mention in times[at:inside]
            ]
            found.extend(_in_sentence(sentence, pieces(text), spans, lexicon))
    return found


def _in_sentence(
    sentence: Sentence, text: Pieces, times: list[tuple[int, int, Mention]], lexicon: Lexicon
) -> Iterator[Mention]:
    tokens = {token.idx: token for token in sentence.doc}
    words = number_words(lexicon)
    every = numbers(text, words)
    kept = list(_outside(text, every, times))
    others = [
        part for part in parts(text, every, tokens, words, lexicon) if not _timed(text, part.first, part.last, times)
    ]
    taken = {at for part in others for at in range(part.first, part.last)}
    rest = [number for number in kept if not taken.intersection(range(number.first, number.last))]
    found = list(_figure_mentions(sentence, text, tokens, figures_of(text, rest, lexicon), lexicon))
    found += [_part_mention(sentence, text, part) for part in others]
    end = -1
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= end:
            yield mention
            end = mention.end


def _outside(text: Pieces, every: list[Numeral], times: list[tuple[int, int, Mention]]) -> Iterator[Numeral]:
    """Yield the numbers that are no part of a time; an age is a figure although it may be told as a duration too."""
    at = 0
    for number in every:
        start, end = text.starts[number.first], text.ends[number.last - 1]
        while at < len(times) and times[at][1] <= start:
            at += 1
        if at < len(times) and times[at][0] < end:
            time = times[at][2].detail
            if not (isinstance(time, Time) and time.type == "DURATION" and is_age(text, number)):
                continue
        yield number


def _timed(text: Pieces, first: int, last: int, times: list[tuple[int, int, Mention]]) -> bool:
    """Tell whether pieces overlap a time; times are sorted and stand apart."""
    start, end = text.starts[first], text.ends[last - 1]
    at = bisect_left(times, end, key=lambda span: span[0]) - 1
    return at >= 0 and times[at][1] > start


def _figure_mentions(
    sentence: Sentence, text: Pieces, tokens: dict[int, Token], figures: Iterable[Figure], lexicon: Lexicon
) -> Iterator[Mention]:
    """Yield a mention for each figure that is one; "or 1.3 percent" behind an amount of change is that change again."""
    last, moved = -1, 0
    for figure in figures:
        joint = text.words[last : figure.first] if last >= 0 and figure.first - last <= _JOINT else ()
        bracketed = joint == ("(",) and text.word(figure.last) == ")"
        again = joint in {(",", "or"), ("or",)} or (
            bracketed and figure.unit is not None and figure.unit.kind is not QuantityKind.MONEY
        )
        restated = moved if again else 0
        found = _figure_mention(sentence, text, tokens, figure, lexicon, restated)
        last, moved = figure.last, 0
        if found is not None:
            yield found
            detail = found.detail
            if isinstance(detail, Quantity) and detail.change and detail.low:
                moved = 1 if detail.low > 0 else -1


def _figure_mention(
    sentence: Sentence, text: Pieces, tokens: dict[int, Token], figure: Figure, lexicon: Lexicon, restated: int
) -> Mention | None:
    number = figure.numeral
    if figure.unit is None:
        if is_name(text, number, lexicon):
            return None
        if is_age(text, number):
            return _mention(
                sentence,
                text,
                number.first,
                age_end(text, number),
                _quantity(number, QuantityKind.AGE, "year", text, figure, lexicon),
            )
        return _count_mention(sentence, text, tokens, figure, lexicon)
    if text.glued(number.first) and text.kind(number.first - 1) == "w" and figure.unit.behind:
        return None
    return _measured(sentence, text, tokens, figure, lexicon, restated)


def _measured(
    sentence: Sentence, text: Pieces, tokens: dict[int, Token], figure: Figure, lexicon: Lexicon, restated: int
) -> Mention:
    unit = figure.unit
    assert unit is not None
    quantity = replace(_quantity(figure.numeral, unit.kind, unit.name, text, figure, lexicon), per=unit.per)
    sign = written_sign(text, figure.first)
    first = figure.first - 1 if sign else figure.first
    moved = sign or restated or direction(text, tokens, figure.first, figure.last, unit.kind, lexicon)
    if moved:
        degree = unit.name.startswith("degree") and sign
        quantity = replace(_signed(quantity, moved), change=not degree)
    elif unit.kind is QuantityKind.PERCENT and is_index(text, figure.last, lexicon):
        low, high = (round(value - 100, 9) for value in (quantity.low or 0.0, quantity.high or 0.0))
        quantity = replace(quantity, low=low, high=high, change=True)
    return _mention(sentence, text, first, figure.last, quantity)


def _signed(quantity: Quantity, sign: int) -> Quantity:
    if sign > 0 or quantity.low is None or quantity.high is None:
        return replace(quantity, change=True)
    return replace(quantity, low=-quantity.high, high=-quantity.low, change=True)


def _quantity(
    number: Numeral, kind: QuantityKind, unit: str | None, text: Pieces, figure: Figure, lexicon: Lexicon
) -> Quantity:
    before = hedge_before(text, figure.first, lexicon)
    after = hedge_after(text, (number.last, figure.last), lexicon)
    if before is not None and before[0] is Hedge.UP_TO and text.word(figure.last) == "from":
        before = None  # "sales were up to 5 million from 4 million"
    hedge = after or (before[0] if before else Hedge.ROUND if number.round else Hedge.EXACT)
    exact = kind in {QuantityKind.COUNT, QuantityKind.AGE} and not number.scaled
    return Quantity(kind, number.low, number.high, unit=unit, hedge=hedge, step=0.0 if exact else number.step)


def _count_mention(
    sentence: Sentence, text: Pieces, tokens: dict[int, Token], figure: Figure, lexicon: Lexicon
) -> Mention | None:
    number = figure.numeral
    token = token_at(tokens, text, number.last - 1)
    if token is None or lasts(text, number, lexicon):
        return None
    if text.hyphen(number.last):
        return _compound_count(sentence, text, tokens, figure, lexicon)
    noun = counted(token, lexicon) or shared_noun(text, tokens, number, lexicon)
    hedged = hedge_before(text, number.first, lexicon) is not None
    if is_year(text, number, noun, hedged) or is_named(token, text, number, noun):
        return None
    if noun is not None and not is_plural(noun, lexicon) and number.high > 1:
        dated = noun.lower_ in unit_lexicon(lexicon).durations  # "fell to 118,405 last year"
        noun = None
        if enters_noun(token) and not dated:
            return None
    if noun is None:
        return _bare(sentence, text, tokens, figure, token, lexicon)
    if number.spelled and number.low == number.high == 1 and text.word(number.last) == "of":
        return None
    quantity = replace(
        _quantity(number, QuantityKind.COUNT, noun_name(noun, lexicon), text, figure, lexicon),
        head=(sentence.start + noun.idx, sentence.start + noun.idx + len(noun)),
        modifiers=restricting(noun),
    )
    if number.decimal and not number.scaled:
        quantity = replace(quantity, step=number.step)
    end = sentence.start + noun.idx + len(noun)
    start = sentence.start + text.starts[number.first]
    if text.word(number.last) in {"of", "to"} and not number.round:
        end = sentence.start + text.ends[number.last - 1]  # "15 of the 60 plants": the whole is a figure of its own
    return Mention(start, end, sentence.index, quantity_text(quantity), quantity)


def _compound_count(
    sentence: Sentence, text: Pieces, tokens: dict[int, Token], figure: Figure, lexicon: Lexicon
) -> Mention | None:
    """Read "a 23-member delegation", "a 5,000-strong force"."""
    number = figure.numeral
    token = tokens.get(text.starts[number.last + 1]) if number.last + 1 < len(text.words) else None
    if token is None or is_name(text, number, lexicon) or is_year(text, number, None, hedged=False):
        return None
    strong = token.lower_ == "strong"
    if not strong and (
        token.tag_ not in {"NN", "NNS"}
        or token.lower_ in unit_lexicon(lexicon).uncounted
        or text.hyphen(number.last + 2)
        or (number.spelled and number.high <= 1)
    ):
        return None
    unit = "member" if strong else token.lemma_.lower()
    head = (sentence.start + token.idx, sentence.start + token.idx + len(token))
    quantity = replace(_quantity(number, QuantityKind.COUNT, unit, text, figure, lexicon), head=head)
    return _mention(sentence, text, number.first, number.last + 2, quantity)


def _bare(
    sentence: Sentence, text: Pieces, tokens: dict[int, Token], figure: Figure, token: Token, lexicon: Lexicon
) -> Mention | None:
    """A number alone: a count whose noun is left out ("won eight"), or a level or amount of change with decimals."""
    number = figure.numeral
    numbered = number.first == 0 and text.word(number.last) in {".", ")"} and not number.scaled
    dated = text.word(number.first - 1) == "in" and not number.scaled and not number.decimal  # "in 476"
    if (
        numbered
        or dated
        or number.round
        or (
            number.spelled
            and (
                number.high <= 1
                or text.word(number.first - 1) in {"the", "these", "those", "all", "both", "each", "any"}
            )
        )
    ):
        return None
    kind = QuantityKind.MEASURE if number.decimal else QuantityKind.COUNT
    quantity = _quantity(number, kind, None, text, figure, lexicon)
    moved = direction(text, tokens, number.first, number.last, kind, lexicon)
    if moved and not number.spelled:
        quantity = _signed(quantity, moved)
    return _mention(sentence, text, number.first, number.last, quantity)


def _part_mention(sentence: Sentence, text: Pieces, part: Part) -> Mention:
    start, end = sentence.start + text.starts[part.first], sentence.start + text.ends[part.last - 1]
    quantity = part.quantity
    if part.head is not None:
        head = (sentence.start + part.head.idx, sentence.start + part.head.idx + len(part.head))
        quantity = replace(quantity, head=head)
        if part.spanned:
            end = max(end, head[1])
    return Mention(start, end, sentence.index, quantity_text(quantity), quantity)


def _mention(sentence: Sentence, text: Pieces, first: int, last: int, quantity: Quantity) -> Mention:
    start, end = sentence.start + text.starts[first], sentence.start + text.ends[last - 1]
    return Mention(start, end, sentence.index, quantity_text(quantity), quantity)


def quantity_text(quantity: Quantity) -> str:
    """Return the short normal form: "-6..-5 percent", "2 governor", "27 USD/share"."""
    low, high = (figure_text(value) for value in (quantity.low, quantity.high))
    amount = low if low == high else f"{low}..{high}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{amount}{unit}{f'/{quantity.per}' if quantity.per else ''}"


def figure_text(value: float | None) -> str:
    """Return a figure without needless digits; an unbounded side is empty."""
    if value is None:
        return ""
    return f"{value:.0f}" if value == int(value) and abs(value) < 1e18 else f"{value:.10g}"
