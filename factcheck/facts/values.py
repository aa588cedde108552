"""Events and figures of a facts file as claims, with the keys that an article's claims of them have."""

from difflib import get_close_matches
from typing import Any

from factcheck.claims.figures import measure_words
from factcheck.claims.frames import event_lexicon
from factcheck.domain import Fact, Kind, Quantity, QuantityKind, Time
from factcheck.facts.build import fact_claim
from factcheck.facts.people import adjectives, subject_key
from factcheck.facts.read import Placed
from factcheck.facts.schema import Date, EventEntry, FigureEntry, Number, days_of
from factcheck.language.places import folded
from factcheck.language.quantities import quantity_text
from factcheck.lexicon import Lexicon

_KINDS = {
    QuantityKind.PERCENT: Kind.PERCENTAGE,
    QuantityKind.MONEY: Kind.MONEY,
    QuantityKind.MEASURE: Kind.MEASURE,
}


def event_fact(entry: EventEntry, placed: Placed, lexicon: Lexicon) -> Fact:
    """Return on what day an event was as a fact.

    Raises FactsError for a kind of event that happens again and again to the same people, and for one that `who` alone
    does not tell from others of its kind.
    """
    words = event_lexicon(lexicon)
    told = folded(entry.event)
    kind = next((name for name, found in words.events.items() if told in (name, *found.verbs, *found.nouns)), told)
    known = words.events.get(kind)
    if known is not None and known.recurs:
        raise placed.fault("event", f"{entry.event!r} may happen again to the same people", "remove the entry")
    if " " in kind:
        verbs = [verb for found in words.events.values() for verb in found.verbs]
        near = get_close_matches(kind, [*words.events, *verbs])
        hint = f"did you mean {near[0]}?" if near else "an event is one word, such as signing or sign"
        raise placed.fault("event", f"there is no kind of event {entry.event!r}", hint)
    once = known is not None and known.once
    if not once and len(entry.who) < 2 and entry.what is None and entry.where is None:
        hint = "add a second person or place to who, or what was done (what: treaty), or where"
        raise placed.fault("event", f"who and {entry.event!r} alone may be another event of the kind", hint)
    who = tuple(sorted({subject_key(name, lexicon) for name in entry.who}))
    where = subject_key(entry.where, lexicon) if entry.where is not None else None
    scope = (
        "adverbial",
        *(["once"] if once else []),
        *([f"object:{folded(entry.what).rsplit(maxsplit=1)[-1]}"] if entry.what is not None else []),
        *([f"place:{where}"] if where is not None else []),
    )
    claim = fact_claim(
        placed,
        Kind.EVENT,
        kind,
        subjects=who,
        when=_time(entry.on, explicit=True),
        value=str(entry.on),
        scope=scope,
        keys=tuple(f"event:{kind}|{key}" for key in (*who, *([where] if where is not None else []))),
    )
    what = "".join(f", {word}" for word in (entry.what, entry.where) if word is not None)
    return Fact(claim, told=f"{entry.on}: {entry.event} ({', '.join(entry.who)}{what})", source=entry.source)


def figure_fact(entry: FigureEntry, placed: Placed, lexicon: Lexicon) -> Fact:
    """Return how large a measure was as a fact; raises FactsError for an unknown measure or unit."""
    words = measure_words(lexicon)
    measure = words.get(folded(entry.measure))
    if measure is None:
        near = get_close_matches(folded(entry.measure), words, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "the lexicon's measures stand in measures.yml"
        raise placed.fault("measure", f"there is no measure {entry.measure!r}", hint)
    quantity = _quantity(entry, placed, lexicon)
    subject = subject_key(entry.of, lexicon)
    claim = fact_claim(
        placed,
        _KINDS[quantity.kind],
        measure,
        subjects=(subject,),
        quantity=quantity,
        when=_time(entry.when) if entry.when is not None else None,
        value=quantity_text(quantity),
        keys=(f"figure:{measure}|{quantity.unit}|{subject}",),
    )
    period = f" in {entry.when}" if entry.when is not None else ""
    told = f"{entry.measure} of {entry.of}{period}: {quantity_text(quantity)}"
    return Fact(claim, told=told, source=entry.source, adjectives=adjectives(subject, lexicon))


def _quantity(entry: FigureEntry, placed: Placed, lexicon: Lexicon) -> Quantity:
    values = entry.value if isinstance(entry.value, tuple) else (entry.value, entry.value)
    kind, unit = _unit(entry, placed, lexicon)
    low, high = (float(value) for value in values)
    return Quantity(kind, low, high, unit=unit, step=min(map(_step, values)))


def _unit(entry: FigureEntry, placed: Placed, lexicon: Lexicon) -> tuple[QuantityKind, str | None]:
    if entry.unit is None:
        return QuantityKind.MEASURE, None
    unit = entry.unit.strip()
    words = lexicon.load("units", dict[str, Any])
    if unit.lower() in words["percent"]:
        return QuantityKind.PERCENT, "percent"
    currencies = [row["code"] for row in lexicon.table("currencies")]
    if unit.upper() in currencies:
        return QuantityKind.MONEY, unit.upper()
    units = {word: str(row["unit"]) for row in words["units"] for word in (row["unit"], *row.get("words", ()))}
    if unit.lower() in units:
        return QuantityKind.MEASURE, units[unit.lower()]
    near = get_close_matches(unit.lower(), [*units, "percent", *(code.lower() for code in currencies)], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "percent, a code of ISO 4217, or a unit of units.yml"
    raise placed.fault("unit", f"there is no unit {entry.unit!r}", hint)


def _step(value: Number) -> float:
    """Return the worth of a number's last digit as YAML writes it; that of a whole number is 1."""
    _, _, decimals = repr(value).partition(".")
    return 10.0 ** -len(decimals) if isinstance(value, float) and decimals.isdigit() and decimals != "0" else 1.0


def _time(date: Date, *, explicit: bool = False) -> Time:
    return Time("DATE", str(date), days_of(date), explicit=explicit, form="date", year_written=True)
