"""Names to misspell in one of their mentions; in the control every mention has the new spelling."""

import random
import re
from collections import Counter

from planting.dates import MONTHS, WEEKDAYS
from planting.plants import Draft, Kind, Place, Plant, Slots
from planting.texts import replaced, sentence, words

_TITLE = (
    "minister|president|spokesman|spokeswoman|premier|secretary|leader|chief|chairman|director|ambassador|judge|"
    "general|colonel|envoy|governor|analyst|senator|coach|king|prince|lawyer|deputy|commissioner|mayor|manager"
)
_TITLED = re.compile(rf"\b(?i:{_TITLE}) [A-Z][a-z]+ ([A-Z][a-z]{{4,}})\b")
_APPOSED = re.compile(r"\b[A-Z][a-z]+ ([A-Z][a-z]{4,}),? (?:who|\d\d,|an?|the) ")
_SPEAKS = r"\b(?:Mr|Mrs|Ms|said|added) {0}\b|\b{0},? (?:\d\d,|who|said|told|added|was quoted|also|has been|had been)"
_VOWELS = "aeiou"
_FEWEST = 3
_SHORT = 4  # letters; a shorter name with one changed is another name


def misspelt(name: str, drawn: random.Random) -> str:
    """Return a name with one letter behind the first changed, exchanged with its neighbour, doubled or dropped."""
    at = drawn.randrange(1, len(name) - 1)
    letter, following = name[at], name[at + 1]
    vowels = [place for place in range(1, len(name)) if name[place] in _VOWELS]
    place = drawn.choice(vowels or [at])
    other = drawn.choice([vowel for vowel in _VOWELS if vowel != name[place]])
    choice = [
        replaced(name, place, place + 1, other),
        replaced(name, at, at + 2, following + letter),
        replaced(name, at, at, letter),
        replaced(name, at, at + 1, ""),
    ]
    return drawn.choice([changed for changed in choice if changed != name])


def surnames(draft: Draft) -> list[str]:
    """Return surnames that the article has three times or more, once with a title or an apposition."""
    body = draft.text[draft.body :]
    counted = Counter(re.findall(r"\b[A-Z][a-z]{4,}\b", body))
    found: dict[str, None] = {}
    for surname in (*_TITLED.findall(body), *_APPOSED.findall(body)):
        usual = re.search(rf"\b{surname.lower()}\b", draft.text) or surname in _not_surnames()
        if counted[surname] >= _FEWEST and not usual and re.search(_SPEAKS.format(surname), draft.text):
            found[surname] = None
    return list(found)


def _not_surnames() -> set[str]:
    return {*words()["not_surname"], *MONTHS, *WEEKDAYS}


def edit_name(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Misspell a surname where it stands for the second time or later."""
    names = surnames(draft)
    if not names:
        return None
    surname = drawn.choice(names)
    mentions = [found.start() for found in re.finditer(rf"\b{surname}\b", draft.text) if found.start() >= draft.body]
    wrong, at = misspelt(surname, drawn), drawn.choice(mentions[1:])
    if wrong.lower() in draft.text.lower():
        return None
    text = replaced(draft.text, at, at + len(surname), wrong)
    control = re.sub(rf"\b{surname}\b", wrong, draft.text)
    where = Place(0, at, at + len(wrong))
    kind = "name misspelt once"
    return Plant("P101", kind, draft.name, (draft.text,), (text,), (control,), (where,), edited=True)


def sentence_names(draft: Draft, drawn: random.Random, _: str) -> tuple[Slots, Slots] | None:
    """Return a person's name for three mentions, of which the second or third is misspelt, in the control all."""
    free = [person.split() for person in words()["person"] if person.split()[1] not in draft.text]
    given, surname = drawn.choice([name for name in free if len(name[1]) > _SHORT])
    wrong, slot = misspelt(surname, drawn), drawn.choice(("s2", "s3"))
    mentions = dict.fromkeys(("s1", "s2", "s3"), surname)
    return {"given": given, **mentions, slot: wrong}, {"given": given, **dict.fromkeys(mentions, wrong)}


KINDS = (
    Kind("P101", "name misspelt once", edit_name, edits=True),
    sentence("P101", "name misspelt once", sentence_names),
)
