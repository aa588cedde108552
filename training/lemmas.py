"""Fit the rule lemmatizer's tables to the training treebanks, whose words are all that is used.

spacy-lookups-data has no entries for closed classes ("was" as an auxiliary would be its own lemma) and prefers
"hop" to "hope" for "hoping". Both are mended here, and irregular forms that the treebank knows better are added.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

CLOSED = ("AUX", "DET", "PART", "PRON")
OPEN = ("ADJ", "ADV", "NOUN", "VERB")
LEAST_COUNT = 3
LEAST_SHARE = 0.8
Forms = dict[tuple[str, str], Counter[str]]


def fit(lemmatizer: Lemmatizer, docs: Iterable[Doc]) -> int:
    """Add to the lemmatizer's exceptions what the gold documents teach, and return how many forms that are."""
    exceptions = lemmatizer.lookups.get_table("lemma_exc")
    rules = lemmatizer.lookups.get_table("lemma_rules")
    rules["verb"] = reordered(rules["verb"])
    learned = list(learn(lemmatizer, docs))
    for part_of_speech, form, lemma in learned:
        table = dict(exceptions.get(part_of_speech.lower(), {}))
        table[form] = [lemma]
        exceptions[part_of_speech.lower()] = table
    lemmatizer.cache.clear()
    return len(learned)


def reordered(rules: list[list[str]]) -> list[list[str]]:
    """Return the verbs' suffix rules so that the form in -e wins, and then the word itself.

    The last rule that gives a known verb wins. A verb without -e doubles its consonant ("hopped"), so "hoped" is from
    "hope"; and a known verb that ends like an inflection is one ("need", not "nee" with -d).
    """
    return [*sorted(rules, key=lambda rule: rule[1].endswith("e")), ["", ""]]


def learn(lemmatizer: Lemmatizer, docs: Iterable[Doc]) -> Iterable[tuple[str, str, str]]:
    """Yield part of speech, lower-case form and lemma: all forms of closed classes, of open ones what the rules miss.

    Misspelt words and abbreviations are left out: their gold lemma is another word's.
    """
    seen: Forms = defaultdict(Counter)
    missed: set[tuple[str, str]] = set()
    for doc in docs:
        for token in doc:
            if "Typo=Yes" in token.morph or "Abbr=Yes" in token.morph:
                continue
            if token.pos_ in CLOSED or (token.pos_ in OPEN and token.lemma_.islower()):
                seen[token.pos_, straight(token)][token.lemma_] += 1
                if lemmatizer.rule_lemmatize(token)[0] != token.lemma_:
                    missed.add((token.pos_, straight(token)))
    for (part_of_speech, form), lemmas in sorted(seen.items()):
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        certain = count >= LEAST_COUNT and count >= LEAST_SHARE * lemmas.total()
        if part_of_speech in CLOSED and count >= LEAST_COUNT:
            yield part_of_speech, form, lemma
            if "'" in form:
                yield part_of_speech, form.replace("'", "’"), lemma
        elif certain and (part_of_speech, form) in missed and not shortened(part_of_speech, form, lemma):
            yield part_of_speech, form, lemma


def shortened(part_of_speech: str, form: str, lemma: str) -> bool:
    """Tell whether a noun is a short form of its lemma and not an inflected one ("km", "pm")."""
    return part_of_speech == "NOUN" and (form[:2] != lemma[:2] or "." in lemma)


def straight(token: Token) -> str:
    """Return a token's form, lower case and with a straight apostrophe."""
    return str(token.lower_).replace("’", "'")
