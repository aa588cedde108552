"""Write news of our own that overlaps as a desk's archive does: stories told by several reports, with updates.

A day has a fixed number of articles, so that more articles span more days. Reports of one story copy sentences, reword
some, tell later tolls, and a few contradict an earlier report; what is planted so is recorded. Names and places come as
often as their rank in the lists tells (Zipf). A town has one mayor and a firm one chief, one seat and one year of
founding in every story; what is said in a story, and how its sentences end, is so in no other. The same seed gives the
same text, and more articles begin with the same.
"""

import argparse
import datetime as dt
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import yaml

WORDS: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
FIRST_DAY = dt.date(2019, 1, 1)
A_DAY = 50
_REPORTS = (1, 1, 1, 2, 2, 3, 4, 5)  # how many reports tell a story, one of these
_PLANTED = 0.03  # of the reports that are not a story's first
_ASIDES = 7  # one for the lead and each fact
_ENDINGS = ("Brothers", "Group", "Works", "Trading", "Industries")


@dataclass(frozen=True, slots=True)
class Report:
    """An article: its file name, its text, and where it contradicts an earlier report of its story, that and how."""

    name: str
    text: str
    contradicts: str | None = None
    planted: tuple[str, str] | None = None


@dataclass(slots=True)
class _Story:
    """What is told: its frames and facts, the days of its reports to come, and the reports that have been written."""

    frames: Mapping[str, Any]
    facts: dict[str, str]
    days: list[dt.date]
    told: list[str]


def reports(number: int, seed: int = 23) -> list[Report]:
    """Return so many articles, in the order of their days."""
    return list(islice(_reports(random.Random(seed)), number))


def write(folder: Path, number: int, seed: int = 23) -> list[Report]:
    """Write so many articles into a folder, a month a folder, and return them."""
    made = reports(number, seed)
    for report in made:
        path = folder / report.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, "utf-8")
    return made


def _reports(drawn: random.Random) -> Iterator[Report]:
    day, running = FIRST_DAY, list[_Story]()
    while True:
        today = [story for story in running if story.days[0] == day]
        while sum(story.days.count(day) for story in today) < A_DAY:
            story = _story(drawn, day)
            running.append(story)
            today.append(story)
        order = [story for story in today for _ in range(story.days.count(day))]
        drawn.shuffle(order)
        for at, story in enumerate(order[:A_DAY]):
            yield _report(story, drawn, day, at)
        for story in today:
            story.days = [later for later in story.days if later > day]
        running = [story for story in running if story.days]
        day += dt.timedelta(days=1)


def _story(drawn: random.Random, day: dt.date) -> _Story:
    days = sorted(day + dt.timedelta(days=drawn.choice((0, 0, 1, 2))) for _ in range(drawn.choice(_REPORTS)))
    days[0] = day
    return _Story(drawn.choice(WORDS["stories"]), _facts(drawn), sorted(days), [])


def _facts(drawn: random.Random) -> dict[str, str]:
    lists = {"vessel": "vessels", "Name": "names", "goods": "goods", "cause": "causes", "works": "works"}
    facts = {name: _common(drawn, WORDS[words]) for name, words in lists.items()}
    numbers = {"toll": (2, 30), "count": (120, 990), "count2": (1000, 9000), "rescued": (31, 99), "days": (3, 14)}
    numbers["year"] = (1961, 2012)
    facts |= {name: str(drawn.randint(*span)) for name, span in numbers.items()}
    facts |= {name: f"{drawn.uniform(1, 25):.1f}" for name in ("percent", "percent2")}
    facts |= {name: f"{drawn.uniform(1, 900):.1f}" for name in ("money", "money2")}
    facts["person"] = _person(drawn)
    facts["company"] = f"{_common(drawn, WORDS['surnames'])} {drawn.choice(_ENDINGS)}"
    facts["place"], facts["place2"] = (_common(drawn, WORDS["places"]) for _ in range(2))
    facts["mayor"] = _person(random.Random(facts["place"]))
    of_company = random.Random(facts["company"])
    facts |= {"chief": _person(of_company), "founded": str(of_company.randint(1850, 1990))}
    facts["seat"] = _common(of_company, WORDS["places"])
    facts["minister"] = WORDS["minister"]
    facts["Name"] = f"{facts['Name']} {_common(drawn, WORDS['given'])}"
    facts["said"] = f"{_clause(drawn).capitalize()} {_aside(drawn)}, and {_clause(drawn)}"
    facts |= {f"aside{number}": _aside(drawn) for number in range(_ASIDES)}
    facts["union"] = drawn.choice(WORDS["unions"])
    facts["period"] = drawn.choice(("last year", "in the spring", "two months before"))
    return facts | {"Vessel": facts["vessel"].capitalize(), "Union": facts["union"].capitalize()}


def _clause(drawn: random.Random) -> str:
    """Return what somebody did to something: there are so many that two stories hardly ever have one."""
    return " ".join(
        ("the", drawn.choice(WORDS["nouns"]), drawn.choice(WORDS["verbs"]), "the", drawn.choice(WORDS["things"]))
    )


def _aside(drawn: random.Random) -> str:
    return f"{drawn.choice(WORDS['links'])} {_clause(drawn)}"


def _report(story: _Story, drawn: random.Random, day: dt.date, at: int) -> Report:
    facts = story.facts
    name = f"{day:%Y-%m}/{day.isoformat()}-{at:03d}.txt"
    if not story.told:
        facts["weekday"] = f"{day:%A}"
    elif drawn.random() < 0.4:
        facts["toll"] = str(int(facts["toll"]) + drawn.randint(1, 3))
    contradicted = story.told[0] if story.told and drawn.random() < _PLANTED else None
    told = facts | {"count": _turned(facts["count"])} if contradicted else facts
    chosen = sorted(drawn.sample(range(len(story.frames["facts"])), drawn.randint(3, 5)))
    facts_told = (_with_aside(story.frames["facts"][one], one + 1) for one in chosen)
    sentences = [_with_aside(story.frames["lead"], 0), *facts_told]
    lines = [_reworded(sentence, drawn) if story.told else sentence for sentence in sentences]
    lines.append(drawn.choice(WORDS["filler"]))
    body = "\n\n".join(" ".join(lines[first : first + 2]) for first in range(0, len(lines), 2))
    text = f"date {day.isoformat()} {story.frames['headline']}\n\n{body}\n".format_map(told)
    if contradicted and told["count"] not in text:
        contradicted = None
    story.told.append(name)
    return Report(name, text, contradicted, (facts["count"], told["count"]) if contradicted else None)


def _with_aside(sentence: str, number: int) -> str:
    """Return a sentence with the end that its story gives it; what is said stays as it is."""
    return sentence if "{said}" in sentence else f"{sentence.removesuffix('.')}, {{aside{number}}}."


def _turned(count: str) -> str:
    """Return a number with its last digits changed places, or another last digit where they are the same."""
    first, middle, last = count
    return f"{first}{last}{middle}" if last != middle else f"{first}{middle}{(int(last) + 5) % 10}"


def _reworded(sentence: str, drawn: random.Random) -> str:
    for usual, other in WORDS["reworded"]:
        if usual in sentence and drawn.random() < 0.5:
            return sentence.replace(usual, other)
    return sentence


def _person(drawn: random.Random) -> str:
    return f"{_common(drawn, WORDS['given'])} {_common(drawn, WORDS['surnames'])}"


def _common(drawn: random.Random, words: list[str]) -> str:
    """Return a word, each as often as one over its rank."""
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    return drawn.choices(words, cum_weights=weights)[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=23)
    options = parser.parse_args()
    made = write(options.folder, options.number, options.seed)
    planted = [{"report": r.name, "contradicts": r.contradicts, "values": r.planted} for r in made if r.contradicts]
    (options.folder / "planted.json").write_text(json.dumps(planted, indent=1) + "\n", "utf-8")
    print(f"{len(made):,} articles, {len(planted):,} contradictions planted (planted.json)")


if __name__ == "__main__":
    main()
