"""Which sentences are parsed: those that may tell of a time, a figure or an office, or of who spoke or who left.

Decided by words and tags alone. Claims of other sentences (names, quotations, copies) ask for no parse.
"""

from factcheck.language.namewords import name_words
from factcheck.language.numerals import holds_number
from factcheck.language.officewords import office_words, phrase_size, succession_verbs
from factcheck.language.places import folded
from factcheck.language.tokens import Doc
from factcheck.lexicon import Lexicon


def needs_parse(doc: Doc, lexicon: Lexicon) -> bool:
    """Tell whether a sentence without a time may still make a claim that its parse decides."""
    if holds_number(doc.text, lexicon):
        return True
    lemmas = {token.lemma_.lower() for token in doc}
    if not lemmas.isdisjoint(succession_verbs(lexicon).keys()):
        return True
    return _names_office(doc, lexicon) or (not lemmas.isdisjoint(name_words(lexicon).reporting) and _has_lone_name(doc))


def _names_office(doc: Doc, lexicon: Lexicon) -> bool:
    first = office_words(lexicon).first
    plain = [folded(token.text) for token in doc]
    return any(word in first and phrase_size(plain, at, lexicon) > 0 for at, word in enumerate(plain))


def _has_lone_name(doc: Doc) -> bool:
    """Tell whether a name of one word stands somewhere, as a surname does."""
    names = [token.tag_ == "NNP" for token in doc]
    before = (False, *names[:-1])
    behind = (*names[1:], False)
    return any(here and not beside and not next_to for here, beside, next_to in zip(names, before, behind, strict=True))
