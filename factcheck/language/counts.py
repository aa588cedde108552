"""What a bare number counts, and which numbers are names and count nothing."""

from factcheck.language.numerals import Numeral
from factcheck.language.pieces import Pieces
from factcheck.language.quantities_units import unit_lexicon
from factcheck.language.syntax import modifiers
from factcheck.language.tokens import Token
from factcheck.lexicon import Lexicon

_REACH = 7  # words between a number and the noun that it counts
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INSIDE = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "NN", "NNS", "NNP", "NNPS", "POS", "AFX", "FW", "ADD"})
_BOUND = frozenset({"compound", "amod", "nmod:desc", "nmod:poss", "poss", "nn", "goeswith", "nmod:unmarked"})
_HOLDERS = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "all", "my", "your"})
_UNTIL = frozenset({"until", "till", "since", "before", "by"})
_SINGLE = frozenset({"many", "more", "such", "few", "last", "next", "other"})


def counted(token: Token, lexicon: Lexicon) -> Token | None:
    """Return the head noun that a number's last token counts; None when there is none beside it.

    "two Russian governors", "15 of the 60 plants", "thousands of people", "12 dead".
    """
    doc, at = token.doc, token.i + 1
    if at < len(doc) and doc[at].lower_ == "of":
        at = _past_owner(token, at + 1)
        while (
            at < len(doc)
            and at <= token.i + 5
            and (doc[at].lower_ in _HOLDERS or doc[at].tag_ == "CD" or doc[at].lower_ in _SINGLE)
        ):
            at += 1
    return _run_head(token, at, lexicon)


def _past_owner(number: Token, at: int) -> int:
    """Step over the name that owns what is counted ("16 of Norway's 25 ports")."""
    doc = number.doc
    for index in range(at, min(len(doc), at + 4)):
        if doc[index].tag_ == "POS" and index > at and index + 1 < len(doc) and doc[index + 1].tag_ == "CD":
            return index + 1
        if doc[index].tag_ not in {"NNP", "NNPS", "DT"}:
            break
    return at


def _run_head(number: Token, at: int, lexicon: Lexicon) -> Token | None:
    """Return the head of the noun run that begins at a token."""
    doc = number.doc
    words = unit_lexicon(lexicon)
    end = min(len(doc), at + _REACH)
    last: Token | None = None
    plural: Token | None = None
    for index in range(at, end):
        token = doc[index]
        following = doc[index + 1] if index + 1 < len(doc) else None
        people = token.lower_ in words.plural and token.tag_ == "JJ"  # "ten Vietnamese"
        if (token.lower_ in words.nominal or people) and (following is None or following.tag_ not in _NOUN):
            return last if last is not None and _plural(last, lexicon) else token
        if (
            token.tag_ == "CC"
            and index - at > 0
            and following is not None
            and following.tag_ in {"JJ", "VBN"}
            and doc[index - 1].tag_ in {"JJ", "VBN"}
        ):
            continue
        if (
            token.tag_ == ","
            and index - at > 0
            and following is not None
            and following.tag_ == "JJ"
            and doc[index - 1].tag_ == "JJ"
        ):
            continue
        if token.tag_ not in _INSIDE or (token.tag_ == "VBG" and token.dep_ not in _BOUND):
            break
        if token.tag_ not in _NOUN:
            named = last is not None and last.tag_ == "NNP" and token.tag_ == "JJ"
            if last is not None and token.tag_ not in {"HYPH", "POS"} and not named:
                break
            continue
        if last is not None and _plural(last, lexicon) and not _bound(last, token):
            break
        last = token
        plural = token if _plural(token, lexicon) else plural
    if (
        last is not None
        and last.i + 1 < len(doc)
        and doc[last.i + 1].tag_ == "HYPH"
        and last.i + 2 < len(doc)
        and last.i + 2 >= end
    ):
        return None
    if plural is not None and number.lower_ not in {"one", "1"}:
        return plural  # what stands behind it is a verb taken for a noun
    return last


def noun_name(noun: Token, lexicon: Lexicon) -> str:
    """Return what a counted noun is called: its lemma, but "wounded" for "12 wounded"."""
    if noun.lower_ in unit_lexicon(lexicon).nominal:
        return noun.lower_
    lemma = noun.lemma_.lower()
    named = noun.tag_ in {"NNP", "NNPS"} and lemma == noun.lower_ and lemma not in unit_lexicon(lexicon).plural
    return lemma[:-1] if named and lemma.endswith("s") and not lemma.endswith("ss") else lemma


def restricting(noun: Token) -> tuple[str, ...]:
    """Return the lemmas of a noun's restrictive modifiers that are adjectives and nouns, each once, in their order."""
    words = (word for word in modifiers(noun) if word.tag_ != "CD" and word.dep_ not in {"acl", "acl:relcl", "relcl"})
    return tuple(dict.fromkeys(word.lemma_.lower() for word in words))


def _bound(noun: Token, following: Token) -> bool:
    """Tell whether a noun belongs to the one behind it ("arms experts") and is no head of its own."""
    return noun.dep_ in _BOUND and noun.head.i >= following.i and noun.head.i - noun.i <= _REACH


def _plural(noun: Token, lexicon: Lexicon) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in unit_lexicon(lexicon).plural


def is_plural(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun can stand for several: a plural, or one of the nouns that have no ending for it."""
    return (
        _plural(noun, lexicon) or (noun.lower_.endswith("s") and not noun.lower_.endswith("ss")) or noun.pos_ == "ADJ"
    )


def is_name(text: Pieces, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Tell whether a number without a unit is part of a name, address, score, version or telephone number."""
    first, last = numeral.first, numeral.last
    words = unit_lexicon(lexicon)
    before, behind = text.word(first - 1), text.word(last)
    if text.glued(first) and text.kind(first - 1) == "w":
        return True
    if text.words[first][0] == "0" and len(text.words[first]) > 1 and text.words[first].isdigit():
        return True
    joined = text.glued(first) and text.glued(first - 1) and before in {"-", "/", ".", "_", "#", "@", ":"}
    if joined and text.kind(first - 2) in {"w", "n"}:
        return True
    if text.glued(last) and (text.kind(last) == "w" and not numeral.spelled):
        return True
    if behind in {":", "/", "_", "@"} and text.glued(last) and text.glued(last + 1):
        return True
    if before in words.labels:
        return True
    if before == "." and text.word(first - 2) in {"no", "nos", "art", "fig", "vol"} and text.glued(first - 1):
        return True
    if before in {"#", "+"}:
        return True
    return _street(text, last, words.streets)


def _street(text: Pieces, last: int, streets: frozenset[str]) -> bool:
    """Tell whether a street's name follows ("10 Downing Street")."""
    for at in range(last, min(last + 4, len(text.words))):
        if not text.text[text.starts[at]].isupper():
            return False
        if text.words[at] in streets and at > last:
            return True
    return False


def enters_noun(token: Token) -> bool:
    """Tell whether a noun or adjective follows a number."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and following.tag_ in {"NN", "NNP", "JJ"}


def is_named(token: Token, text: Pieces, number: Numeral, noun: Token | None) -> bool:
    """Tell whether a number belongs to the name before it ("Apollo 13", "Chelsea 2")."""
    before = token.doc[token.i - 1] if token.i else None
    if number.spelled:
        return (
            noun is None
            and before is not None
            and before.tag_ in {"NNP", "NN"}
            and token.text[0].isupper()
            and not text.text.istitle()
        )
    if number.scaled or number.low >= 1000 or "," in text.words[number.first] or number.first == 0:
        return False
    coded = (
        before is not None and noun is None and len(before.text) > 1 and before.text.isupper() and before.text.isalpha()
    )
    if coded and text.kind(number.first - 1) == "w":
        return True
    if before is None or before.tag_ not in {"NNP", "NNPS"} or text.kind(number.first - 1) != "w":
        return False
    if (
        noun is not None
        and token.doc[0].tag_ == "IN"
        and all(word.tag_ in {"NNP", "NNPS"} for word in token.doc[1 : token.i])
    ):
        return False  # "In Nairobi 45 of the delegates"
    return noun is None or not _is_plural_tag(noun) or token.head.i != noun.i


def _is_plural_tag(noun: Token) -> bool:
    """Tell whether a noun is tagged as a plural."""
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "people"


def lasts(text: Pieces, number: Numeral, lexicon: Lexicon) -> bool:
    """Tell whether a stretch of time follows: durations are times."""
    at = number.last + 1 if text.hyphen(number.last) else number.last
    durations = unit_lexicon(lexicon).durations
    return text.word(at) in durations or (
        text.word(at) in {"-", "to", "or", "and", "–"} and text.word(at + 2) in durations
    )


def shared_noun(text: Pieces, tokens: dict[int, Token], number: Numeral, lexicon: Lexicon) -> Token | None:
    """Return the noun behind the second number of "from 395 to 450 members"."""
    if text.word(number.first - 1) != "from" or text.word(number.last) != "to" or number.last + 1 >= len(text.words):
        return None
    following = tokens.get(text.starts[number.last + 1])
    return counted(following, lexicon) if following is not None and following.tag_ == "CD" else None


def is_year(text: Pieces, numeral: Numeral, noun: Token | None, hedged: bool) -> bool:
    """Tell whether four bare digits are more likely a year than a count of the noun behind them."""
    written = text.words[numeral.first]
    if (
        numeral.last - numeral.first != 1
        or len(written) != 4
        or not written.isdigit()
        or not 1000 <= int(written) <= 2100
    ):
        return False
    if text.hyphen(numeral.last):
        return int(written) >= 1900
    counts = (
        noun is not None
        and noun.tag_ in {"NNS", "NNPS"}
        and text.word(numeral.first - 1) not in {"the", "in", "of", "since", "by", "'s", "for"}
    )
    if noun is None and _UNTIL.intersection(text.words[max(0, numeral.first - 4) : numeral.first]):
        return True  # "until at least 2040"
    return not (hedged or (counts and (int(written) % 50 == 0 or int(written) < 1900)))


def token_at(tokens: dict[int, Token], text: Pieces, at: int) -> Token | None:
    """Return the token in which a piece begins; a token may hold more than one piece."""
    token = tokens.get(text.starts[at])
    for back in range(1, 4):
        if token is None and at - back >= 0:
            candidate = tokens.get(text.starts[at - back])
            token = candidate if candidate is not None and candidate.idx + len(candidate) >= text.ends[at] else None
    return token
