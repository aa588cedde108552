"""Offices and names of a facts file as claims, with the keys that an article's claims of them have."""

from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from anyascii import anyascii

from factcheck.domain import Days, Fact, Kind, Name, NameKind, Time
from factcheck.facts.build import fact_claim
from factcheck.facts.read import Placed
from factcheck.facts.schema import Date, NameEntry, OfficeEntry, days_of
from factcheck.language.namekeys import name_key, person_parts
from factcheck.language.namewords import name_words
from factcheck.language.officewords import is_unique, level, office_of, office_words
from factcheck.language.places import folded, gazetteer, place
from factcheck.lexicon import Lexicon

_FOREVER = Days(days_of("0001").first, days_of("9999").last)


def office_fact(entry: OfficeEntry, placed: Placed, lexicon: Lexicon) -> Fact:
    """Return who holds an office as a fact; it holds on the days that lie surely between `from` and `to`.

    Raises FactsError for an office that the lexicon has not, or that several people hold at a time.
    """
    jurisdiction, rank = _jurisdiction(entry.of, lexicon)
    office = _office(entry, rank, placed, lexicon)
    holders = (entry.holder, *entry.also)
    for field, holder in zip(("holder", *["also"] * len(entry.also)), holders, strict=True):
        _require_letters(holder, field, placed, lexicon)
    claim = fact_claim(
        placed,
        Kind.OFFICE,
        office,
        subjects=tuple(person_key(holder, lexicon) for holder in holders),
        value=entry.holder,
        when=_holding(entry.from_, entry.to),
        scope=(f"jurisdiction:{jurisdiction}",),
        keys=(f"office:{office}|{jurisdiction}",),
    )
    until = f"from {entry.from_}" + (f" to {entry.to}" if entry.to is not None else "")
    return Fact(
        claim,
        told=f"{entry.holder}, {entry.office} of {entry.of} {until}",
        source=entry.source,
        names=frozenset(word for holder in holders for word in plain(holder).split()),
        unsure=(_own_titles(office, lexicon) - {folded(entry.office)}) | _shared_demonyms(lexicon),
    )


def name_fact(entry: NameEntry, placed: Placed, lexicon: Lexicon) -> Fact:
    """Return how a name is spelled as a fact.

    Its keys are its wrong spellings and the first letters of its words, of a person's full name given name and initial.

    Raises FactsError for a spelling that is both right and wrong.
    """
    right = (entry.name, *entry.variants)
    for spelling in entry.not_:
        if spelling in right:
            raise placed.fault("not", f"{spelling!r} is both a right and a wrong spelling", "remove it from one list")
    _require_letters(entry.name, "name", placed, lexicon)
    kind = NameKind(entry.kind)
    key = person_key(entry.name, lexicon) if kind is NameKind.PERSON else name_key(entry.name, kind, lexicon)
    given = f"{key.split()[0]}|" if kind is NameKind.PERSON and " " in key else ""
    words = [plain(spelling).split() for spelling in right]
    letters = sorted({word[0] for spelled in words for word in (spelled[-1:] if given else spelled)})
    wrong = [" ".join(spelling.split()).lower() for spelling in entry.not_]
    claim = fact_claim(
        placed,
        Kind.NAME,
        kind.value,
        subjects=(key,),
        value=entry.name,
        keys=(*(f"spelt:{given}{letter}" for letter in letters), *(f"misspelt:{spelling}" for spelling in wrong)),
    )
    return Fact(
        claim,
        told=entry.name,
        source=entry.source,
        names=frozenset(map(plain, right)),
        wrong=frozenset(wrong),
    )


def _require_letters(name: str, field: str, placed: Placed, lexicon: Lexicon) -> None:
    if not person_key(name, lexicon) or not plain(name):
        raise placed.fault(field, f"{name!r} is no name", "a name has letters")


def plain(name: str) -> str:
    """Return a name's words in lower-case Latin letters without stops."""
    return " ".join(anyascii(name).lower().replace(".", " ").split())


def person_key(name: str, lexicon: Lexicon) -> str:
    """Return the key that an article's mention of a person has: given name and surname in one spelling."""
    return " ".join(filter(None, person_parts(name, lexicon)))


def subject_key(name: str, lexicon: Lexicon) -> str:
    """Return the key of somebody or something: a place or organisation of the lexicon, else a person."""
    if place(name, lexicon) is not None:
        return name_key(name, NameKind.PLACE, lexicon)
    if folded(name) in name_words(lexicon).organisations:
        return name_key(name, NameKind.ORGANISATION, lexicon)
    return person_key(name, lexicon)


def adjectives(key: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the adjectives of a place: "belarusian" for "belarus"."""
    return frozenset(word for word, owner in gazetteer(lexicon).demonyms.items() if owner == key)


def _jurisdiction(name: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Return the key of a jurisdiction and its level: country, region, city, organisation; None when not known."""
    if place(name, lexicon) is None and folded(name) in name_words(lexicon).organisations:
        return name_key(name, NameKind.ORGANISATION, lexicon), "organisation"
    key = name_key(name, NameKind.PLACE, lexicon)
    return key, level(Name(NameKind.PLACE, key), lexicon)


def _office(entry: OfficeEntry, rank: str | None, placed: Placed, lexicon: Lexicon) -> str:
    """Return the office of an entry; raise FactsError where there is none of the kind, or none of such a place."""
    words = office_words(lexicon)
    phrase = folded(entry.office).replace("-", " ")
    classes = _levels(lexicon)
    office = office_of(phrase, rank, lexicon)
    if phrase not in words.entries:
        office = phrase.replace(" ", "_") if phrase.replace(" ", "_") in classes else None
    elif office is None and rank is None:
        office = words.entries[phrase][0].office
    if office is None and phrase in words.entries:
        of = " or ".join(sorted({item for found in words.entries[phrase] for item in found.levels}))
        hint = f"name the {of}, or the office in other words"
        raise placed.fault("office", f"{entry.office!r} is an office of a {of}, and {entry.of} is a {rank}", hint)
    if office is None:
        near = get_close_matches(phrase, [*words.entries, *classes], n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "the lexicon's offices stand in offices.yml"
        raise placed.fault("office", f"there is no office {entry.office!r}", hint)
    if rank is None and classes[office] == {"country"}:
        countries = [name for name, known in gazetteer(lexicon).by_name.items() if known.kind == "country"]
        near = get_close_matches(folded(entry.of), countries, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "the lexicon's countries stand in places.tsv"
        raise placed.fault("of", f"there is no country {entry.of!r}", hint)
    if not is_unique(office, lexicon):
        several = f"{entry.office!r} is an office that several people may hold at a time"
        raise placed.fault("office", several, "it can't be checked: remove the entry")
    return office


@cache
def _levels(lexicon: Lexicon) -> Mapping[str, set[str]]:
    """Return of what each office can be: a country, region, city or organisation."""
    levels: dict[str, set[str]] = {}
    for found in office_words(lexicon).entries.values():
        for entry in found:
            levels.setdefault(entry.office, set()).update(entry.levels)
    return levels


@cache
def _own_titles(office: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of an office that mean it in some jurisdictions only."""
    entries = {id(entry): entry for found in office_words(lexicon).entries.values() for entry in found}
    return frozenset(word for entry in entries.values() if entry.office == office for word in entry.own)


@cache
def _shared_demonyms(lexicon: Lexicon) -> frozenset[str]:
    """Return the demonyms of two places ("Congolese"): by such a word alone it is open whose president is meant."""
    words = Counter(folded(word) for row in lexicon.table("places") for word in row["demonyms"].split("|") if word)
    return frozenset(word for word, places in words.items() if places > 1)


def _holding(start: Date, end: Date | None) -> Time:
    """Return the days on which an office surely has its holder: after the day of entry, before that of leaving.

    On the two days themselves an article may name either.
    """
    first = min(days_of(start).last.toordinal() + 1, _FOREVER.last.toordinal())
    last = _FOREVER.last.toordinal() if end is None else max(days_of(end).first.toordinal() - 1, 1)
    day = _FOREVER.first.fromordinal
    return Time("DATE", f"{start}/{end or ''}", Days(day(first), day(last)))


def known_names(fact: Fact) -> tuple[str, ...]:
    """Return every right spelling of a name that a fact has, an office's holder too, in plain words."""
    if fact.claim.kind is Kind.NAME:
        return tuple(sorted(fact.names))
    return tuple(map(plain, fact.claim.subjects)) if fact.claim.kind is Kind.OFFICE else ()
