"""Runs of capitalised words in a sentence, cut where a title, a time word or a demonym parts two names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.language.namewords import NameWords, initial, name_words, title_at, title_before
from factcheck.language.places import demonym, folded, gazetteer
from factcheck.language.places import place as known_place
from factcheck.language.tokens import Doc, Token
from factcheck.lexicon import Lexicon

_OPENING_TAGS = frozenset({"DT", "IN", "PRP", "PRP$", "CC", "CD", "WRB", "WP", "MD", "RB", "RBR", "VBG", "VBN"})
_LONE_TAGS = _OPENING_TAGS | {
    "WDT",
    "WP$",
    "EX",
    "TO",
    "RBR",
    "RBS",
    "UH",
    "PDT",
    "VBD",
    "VB",
    "VBZ",
    "VBP",
    "RP",
    "JJ",
}
_NEVER_JOINED = frozenset(
    {"based", "backed", "made", "led", "born", "held", "controlled", "run", "style", "wide", "bound", "occupied"}
)
_HEADLINE_SHARE = 0.7
_HEADLINE_WORDS = 4
_SHORT = 3
_LONGEST_RUN = 40
_REMEMBERED = 65_536  # words
_LOOKED_AT = 1024  # places: each is asked for several times while a name is cut


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens first..last (end exclusive) of a sentence that may be one name.

    `titled` is the title right before it, `doubtful` says that its capitals prove nothing (begin of a sentence,
    headline), `known` that the lexicon has it as a whole.
    """

    first: int
    last: int
    titled: str | None = None
    doubtful: bool = False
    known: bool = False


def is_headline(doc: Doc) -> bool:
    """Tell whether a sentence is written with capitals on most words, or in capitals, so that they prove no name."""
    words = [token.text for token in doc if len(token.text) > _SHORT and token.text.isalpha()]
    if len(words) < _HEADLINE_WORDS:
        return False
    share = sum(word[0].isupper() for word in words) / len(words)
    return doc.text.isupper() or (share >= _HEADLINE_SHARE and doc[-1].text[-1] not in '.?!”"')


def stretches(doc: Doc, lexicon: Lexicon, *, headline: bool) -> Iterator[Stretch]:
    """Yield what may be names in a sentence, from left to right; in a headline capitals prove nothing."""
    at = 0
    while at < len(doc):
        if not _capital(doc.tokens[at].text, lexicon):
            at += 1
            continue
        end = _run_end(doc, at, name_words(lexicon), lexicon)
        yield from _cut(doc, at, end, headline, lexicon)
        at = end


@lru_cache(_REMEMBERED)
def _capital(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a word may begin or continue a name by its letters."""
    if not any(map(str.isalpha, text[:2])):
        return False
    if text[0].isupper():
        return folded(text) not in name_words(lexicon).not_names or (len(text) == 2 and text[1] == ".")
    return len(text) > _SHORT and text[0].islower() and text[1].isupper() and text.isalnum()


def _run_end(doc: Doc, at: int, words: NameWords, lexicon: Lexicon) -> int:
    """Return the end of the run that begins at a capitalised token."""
    size = phrase_size(doc, at, lexicon)
    end = at + max(size, 1)
    while end < min(len(doc), at + _LONGEST_RUN):
        token = doc[end]
        if _capital(token.text, lexicon):
            if doc[end - 1].text == "." and doc[end - 1].i != at:
                return end
            end += max(phrase_size(doc, end, lexicon), 1)
        elif token.text in {"-", "‑"} and not token.whitespace_ and not doc[end - 1].whitespace_ and end + 1 < len(doc):
            if not _joined_by_hyphen(doc, at, end, words, lexicon):
                return end
            end += 2
        elif (size := _join(doc, at, end, words, lexicon)) > 0:
            end += size
        else:
            return end
    return end


def _joined_by_hyphen(doc: Doc, at: int, hyphen: int, words: NameWords, lexicon: Lexicon) -> bool:
    before, after = doc[hyphen - 1], doc[hyphen + 1]
    left = {folded(before.text), folded(doc[at:hyphen].text)}
    if any(name in gazetteer(lexicon).by_name or name in gazetteer(lexicon).demonyms for name in left):
        return False
    if _capital(after.text, lexicon) or (after.text[:1].isupper() and after.text[:1].isalpha()):
        return True
    if after.is_digit:
        return before.is_upper
    if after.lower_ in _NEVER_JOINED or after.lower_.endswith("ed") or not after.is_alpha:
        return False
    return hyphen - at >= 2 and (after.tag_ == "NNP" or len(after.text) <= 4) and after.tag_ not in {"IN", "VBN", "VBG"}


def _join(doc: Doc, at: int, end: int, words: NameWords, lexicon: Lexicon) -> int:
    """Return how many small words after a run belong to it, because the name goes on behind them; 0 for none."""
    token = doc[end]
    lower = token.lower_
    if lower not in words.joins or end + 1 >= len(doc):
        return 0
    size = 1
    while end + size < len(doc) and doc[end + size].lower_ in words.joins and size < 3:
        size += 1
    if end + size >= len(doc) or not _capital(doc[end + size].text, lexicon):
        return 0
    if lower == "&":
        return size
    run = [folded(word.text) for word in doc[at:end]]
    heads = words.heads | words.features | words.kinds | {"house", "state", "republic", "bank", "islands", "states"}
    if lower == "of" and f"{run[-1]} of {folded(doc[end + 1].text)}" in words.titles:
        return 1
    if lower in {"of", "for"}:
        if lower == "of" and known_place(doc[at:end].text, lexicon) and known_place(doc[end + size].text, lexicon):
            return 0
        return size if run[-1] in heads and not (len(run) == 1 and initial(doc[at]) and doc[at].tag_ != "NNP") else 0
    if lower == "and":
        inside = any(word in {"of", "for"} for word in run) and run[0] in words.heads
        following = doc[end + 1]
        if size == 1 and len(run) == 2 and run[0] in gazetteer(lexicon).by_name and run[1] not in words.heads:
            inside = end + 2 < len(doc) and folded(doc[end + 2].text) in words.heads
        return 1 if size == 1 and inside and not _stands_alone(following, words, lexicon) else 0
    if lower in {"ten", "ter"}:
        return size if run[-1] in words.given else 0
    if lower in {"the", "on", "e", "y", "le", "la", "les"} and size == 1 and lower not in {"la", "le", "y"}:
        return 0
    return size if lower in words.particles and run[-1] not in words.titles else 0


def _stands_alone(token: Token, words: NameWords, lexicon: Lexicon) -> bool:
    word = folded(token.text)
    lists = (words.given, words.titles, gazetteer(lexicon).by_name, gazetteer(lexicon).demonyms, words.organisations)
    return any(word in known for known in lists)


@lru_cache(_LOOKED_AT)
def phrase_size(doc: Doc, at: int, lexicon: Lexicon) -> int:
    """Return how many tokens the longest name of the lexicon takes that begins at a token; 0 when none does.

    A name of several words may hold small words; a name of up to three letters counts only in capitals.
    """
    words = name_words(lexicon)
    sizes = words.phrases.get(folded(doc.tokens[at].text))
    if sizes is None:
        return 0
    by_name = gazetteer(lexicon).by_name
    tokens: list[str] = []
    ends: list[int] = []
    step = at
    while step < len(doc) and len(tokens) < sizes[0]:
        text = doc.tokens[step].text
        step += 1
        if text != "-":
            tokens.append(folded(text))
            ends.append(step)
    for size in sizes:
        if size > len(tokens):
            continue
        text = doc[at : ends[size - 1]].text
        name = folded(text)
        if name not in by_name and name not in words.organisations:
            continue
        last = doc[ends[size - 1] - 1].text
        if (last[:1].isupper() or last.isdigit()) and (len(name) > _SHORT or text.replace(".", "").isupper()):
            return ends[size - 1] - at
    return 0


def _cut(doc: Doc, start: int, end: int, headline: bool, lexicon: Lexicon) -> Iterator[Stretch]:
    """Yield the names of a run: time words and titles end one, a known place before a title or given name does too."""
    words = name_words(lexicon)
    plain = [folded(token.text) for token in doc[start:end]]
    titled = title_before(doc, start, lexicon)
    at, opened = 0, 0
    while at < len(plain):
        if plain[at] in words.time_words:
            yield from _stretch(doc, start + opened, start + at, titled, headline, lexicon)
            at, titled = at + 1, None
            opened = at
            continue
        size = _title_size(doc, plain, at, opened, start, lexicon)
        if size:
            yield from _stretch(doc, start + opened, start + at, titled, headline, lexicon)
            titled = " ".join(plain[at : at + size]).replace(" - ", "-")
            at += size
            opened = at
            continue
        known = phrase_size(doc, start + at, lexicon) if at == opened else 0
        if known and at + known < len(plain) and _begins_person(plain, at + known, words):
            yield Stretch(start + at, start + at + known, None, headline or initial(doc[start + at]), True)
            at += known
            opened, titled = at, None
            continue
        if at > opened and plain[at - 1] in words.heads and _begins_person(plain, at, words):
            yield from _stretch(doc, start + opened, start + at, titled, headline, lexicon)
            opened, titled = at, None
        at += max(1, known)
    yield from _stretch(doc, start + opened, end, titled, headline, lexicon)


def _begins_person(plain: list[str], at: int, words: NameWords) -> bool:
    return plain[at] in words.given and len(plain) - at >= 2


def _title_size(doc: Doc, plain: list[str], at: int, opened: int, start: int, lexicon: Lexicon) -> int:
    """Return the length of a title inside a run that a further name follows or that ends the run."""
    size = title_at(plain, at, lexicon)
    if not size:
        return 0
    words = name_words(lexicon)
    rest = plain[at + size :]
    if rest and rest[0] in {"of", "for", "-"}:
        return size if rest[0] != "-" else 0
    whole = phrase_size(doc, start + at, lexicon)
    if whole > size:
        return 0
    if any(word in words.heads for word in rest) and at == opened and not any(word in words.given for word in rest):
        return (
            size
            if rest[0] not in words.heads and demonym(rest[0], lexicon) is None and plain[at] in words.courtesy
            else 0
        )
    return size


def _stretch(
    doc: Doc, first: int, last: int, titled: str | None, headline: bool, lexicon: Lexicon
) -> Iterator[Stretch]:
    """Yield a stretch without qualifiers and demonyms at its begin, unless they begin an organisation's name."""
    words = name_words(lexicon)
    while first < last and doc[last - 1].lower_ in words.joins | {"-", "‑"} and not doc[last - 1].text[:1].isupper():
        last -= 1
    while first < last:
        known = phrase_size(doc, first, lexicon)
        if known == last - first:
            yield Stretch(first, last, titled, headline or initial(doc[first]), True)
            return
        word = folded(doc[first].text)
        if known:
            break
        size = _demonym_size(doc, first, last, lexicon)
        if size and not _organisation(doc, first + size, last, words):
            first += size
            titled = None
        elif (
            word in words.qualifiers
            or doc[first].text in {"-", "‑", "&"}
            or (initial(doc[first]) and _no_name(doc[first], words, last - first))
        ):
            first += 1
        else:
            break
    if first < last:
        yield Stretch(first, last, titled, headline or initial(doc[first]))


def _demonym_size(doc: Doc, first: int, last: int, lexicon: Lexicon) -> int:
    for size in (2, 1):
        if last - first >= size and demonym(doc[first : first + size].text, lexicon) is not None:
            return size
    return 0


def _organisation(doc: Doc, first: int, last: int, words: NameWords) -> bool:
    return any(folded(token.text) in words.heads for token in doc[first:last])


def _no_name(token: Token, words: NameWords, size: int) -> bool:
    """Tell whether a sentence's first word is an ordinary word, by its tag; stricter where more capitals follow."""
    if folded(token.text) in words.given:
        return False
    return token.tag_ in (_LONE_TAGS if size == 1 else _OPENING_TAGS)
