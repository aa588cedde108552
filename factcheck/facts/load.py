"""Facts files to the facts of a run, and to a list of all that is wrong in them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.domain import Fact, Facts
from factcheck.errors import FactsError
from factcheck.facts.people import known_names, name_fact, office_fact
from factcheck.facts.problems import contradictions, unknown_places
from factcheck.facts.read import Placed, parse_facts, read_facts
from factcheck.facts.schema import EventEntry, FigureEntry, NameEntry, OfficeEntry
from factcheck.facts.values import event_fact, figure_fact
from factcheck.lexicon import Lexicon


def load_facts(paths: Sequence[Path], lexicon: Lexicon) -> Facts:
    """Return the facts of all files; raises FactsError for the first fault of a file's form or words.

    Entries that contradict each other are no fault here: an article is held against none of them that it agrees with.
    """
    return _together(fact for path in paths for fact in _facts(read_facts(path), lexicon))


def facts_of(text: str, lexicon: Lexicon, *, path: str = "facts.yml") -> Facts:
    """Return the facts of a facts file's text; raises FactsError as load_facts does."""
    return _together(_facts(parse_facts(text, path), lexicon))


def examine_facts(paths: Sequence[Path], lexicon: Lexicon) -> tuple[int, tuple[FactsError, ...]]:
    """Return how many entries are sound by themselves, and all faults: of form, of words, and between entries.

    The files are taken together, as a run takes them. Raises FactsError for a file that can't be read at all.
    """
    facts, faults = _apart((entry for path in paths for entry in read_facts(path)), lexicon)
    order = {str(path): number for number, path in enumerate(paths)}
    return len(facts), tuple(
        sorted(
            (*faults, *contradictions(facts), *unknown_places(facts, lexicon)),
            key=lambda fault: (order[fault.path or ""], fault.line or 0, fault.column or 0, fault.message),
        )
    )


def faults_of(text: str, lexicon: Lexicon) -> list[FactsError]:
    """Return the faults of each entry of a facts file's text by itself."""
    return _apart(parse_facts(text, "facts.yml"), lexicon)[1]


def _apart(entries: Iterable[Placed | FactsError], lexicon: Lexicon) -> tuple[list[Fact], list[FactsError]]:
    facts: list[Fact] = []
    faults: list[FactsError] = []
    for placed in entries:
        try:
            facts.append(_fact(placed, lexicon))
        except FactsError as fault:
            faults.append(fault)
    return facts, faults


def _facts(entries: Iterable[Placed | FactsError], lexicon: Lexicon) -> list[Fact]:
    return [_fact(placed, lexicon) for placed in entries]


def _fact(placed: Placed | FactsError, lexicon: Lexicon) -> Fact:
    if isinstance(placed, FactsError):
        raise placed
    match placed.entry:
        case OfficeEntry() as office:
            return office_fact(office, placed, lexicon)
        case NameEntry() as name:
            return name_fact(name, placed, lexicon)
        case EventEntry() as event:
            return event_fact(event, placed, lexicon)
        case FigureEntry() as figure:
            return figure_fact(figure, placed, lexicon)


def _together(facts: Iterable[Fact]) -> Facts:
    by_key: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for key in fact.claim.keys:
            by_key[key].append(fact)
        for name in known_names(fact):
            by_key[f"spelling:{name}"].append(fact)
    return Facts({key: tuple(group) for key, group in by_key.items()})
