"""What stands at the top of an article: dateline, updated line, the lead's weekday, and the headline's figure."""

import datetime as dt
import random
import re

from planting.dates import MONTHS, WEEKDAYS, written
from planting.plants import Draft, Kind, Place, Plant, Slots
from planting.texts import common_words, edited, replaced, sentence_around, wording

_DATELINE = re.compile(r"[A-Z][A-Za-z. ]{2,30}(?:,| \(| -)")
_REPORTED = re.compile(rf"\b(?:said|announced|reported|told [\w ]{{1,30}}?|arrested|killed) ({'|'.join(WEEKDAYS)})\b")
_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w,.-]\w)")
_MONTHS = 12  # a day up to here may be a month in a date of figures alone
_MISDATED = (*range(-30, -1), *range(2, 11))


def dateline_wrong(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
    """Put a dateline before the first paragraph, days away from the header; the control's is of that day."""
    if draft.published is None or _DATELINE.match(draft.text, draft.body):
        return None
    kind, off, style = "dateline against header", drawn.choice(_MISDATED), drawn.getrandbits(32)
    template = wording(kind, turn)
    names = common_words(template, draft, drawn)

    def text(days: int) -> tuple[str, int]:
        line = template.format_map({**names, **_dates(draft.published, days, style)})
        return replaced(draft.text, draft.body, draft.body, line), len(line)

    (wrong, length), (right, _) = text(off), text(-(drawn.random() < 0.3))
    where = Place(0, draft.body, draft.body + length)
    return Plant("A103", kind, draft.name, (draft.text,), (wrong,), (right,), (where,), template)


def updated_wrong(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
    """Put an updated line under the header, dated before it; in the control it is dated on the day or later."""
    if draft.published is None or "updated" in draft.text[: draft.body + 60].lower():
        return None
    kind, style = "updated before published", drawn.getrandbits(32)
    published = draft.published
    off = drawn.choice([days for days in range(2, 40) if (published - dt.timedelta(days=days)).day > _MONTHS])
    template, at = wording(kind, turn), draft.title[1]

    def text(days: int) -> tuple[str, int]:
        line = template.format_map(_dates(published, days, style))
        return replaced(draft.text, at, at, f"\n\n{line}"), len(line)

    (wrong, length), (right, _) = text(-off), text(drawn.randint(0, 2))
    where = Place(0, at + 2, at + 2 + length)
    return Plant("A104", kind, draft.name, (draft.text,), (wrong,), (right,), (where,), template)


def _dates(published: dt.date | None, days: int, style: int) -> Slots:
    """Return a day so many days from publication in the forms of datelines and updated lines."""
    assert published is not None
    day = published + dt.timedelta(days=days)
    month = MONTHS[day.month - 1]
    short = month if len(month) < 5 else f"{month[:3]}."
    return {
        "line": written(day, random.Random(style), year=False),
        "full": written(day, random.Random(style), year=True),
        "short": f"{short} {day.day}",
        "numeric": f"{day:%d-%m-%Y}",
        "dotted": f"{day:%d.%m.%Y}",
        "iso": day.isoformat(),
        "weekday": WEEKDAYS[day.weekday()],
    }


def edit_lead(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Put the day after publication into "police said Sunday" of the lead; the control has the day before."""
    end = draft.text.find("\n", draft.body)
    found = _REPORTED.search(draft.text, draft.body, end if end > 0 else len(draft.text))
    if found is None or draft.published is None:
        return None
    today = draft.published.weekday()
    if (today - WEEKDAYS.index(found.group(1))) % 7 > 1:
        return None
    days = [WEEKDAYS[(today + step) % 7] for step in (1, -1)]
    return edited("lead weekday against header", "D113", draft, found.span(1), *days)


def lead_wrong(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
    """Put a new lead before the first paragraph, with the weekday after publication, and in the control its own."""
    if draft.published is None:
        return None
    kind = "lead weekday against header"
    template = wording(kind, turn)
    names, at, today = common_words(template, draft, drawn), draft.body, draft.published.weekday()
    leads = [template.format_map({**names, "weekday": WEEKDAYS[(today + step) % 7]}) for step in (1, 0)]
    wrong, right = (replaced(draft.text, at, at, f"{lead}\n\n") for lead in leads)
    return Plant(
        "D113", kind, draft.name, (draft.text,), (wrong,), (right,), (Place(0, at, at + len(leads[0])),), template
    )


def edit_headline(draft: Draft, drawn: random.Random, _: int) -> Plant | None:
    """Change a figure of the title that the body has before the same word; in the control it changes throughout."""
    title = draft.text[slice(*draft.title)]
    for found in _NUMBER.finditer(title):
        own, noun = found.group(), title[found.end() :].partition(" ")[2].partition(" ")[0]
        everywhere = re.compile(rf"(?<![\w.,]){re.escape(own)}(?= {re.escape(noun)}\b)")
        if len(own) < 2 or not noun or not everywhere.search(draft.text, draft.body):
            continue
        wrong, start = misread(own, drawn), draft.title[0] + found.start()
        text = replaced(draft.text, start, start + len(own), wrong)
        control = everywhere.sub(wrong, draft.text)
        where = Place(0, *sentence_around(text, start, start + len(wrong)))
        kind = "headline figure off"
        return Plant("N203", kind, draft.name, (draft.text,), (text,), (control,), (where,), edited=True)
    return None


def headline_wrong(draft: Draft, drawn: random.Random, turn: int) -> Plant | None:
    """Give the article another headline and lead, whose figures differ; in the control they agree."""
    if draft.published is None:
        return None
    kind = "headline figure off"
    template = wording(kind, turn)
    names = common_words(template, draft, drawn)
    figures = {
        "pct": f"{drawn.randint(2, 19)}.{drawn.randint(1, 9)}",
        "n": str(drawn.randint(12, 89)),
        "big": f"{drawn.randint(2, 9)},{drawn.randint(1, 9)}00",
    }
    slot = drawn.choice([slot for slot in figures if f"{{{slot}}}" in template])
    off = {**figures, slot: misread(figures[slot], drawn)}
    title, lead = template.split(" | ")
    headlines = [title.format_map({**names, **slots}) for slots in (off, figures)]
    start, end = draft.title
    first = replaced(draft.text, draft.body, draft.body, lead.format_map({**names, **figures}) + "\n\n")
    wrong, right = (replaced(first, start, end, headline) for headline in headlines)
    before = replaced(draft.text, start, end, "Headline")
    where = Place(0, start, start + len(headlines[0]))
    return Plant("N203", kind, draft.name, (before,), (wrong,), (right,), (where,), template)


def misread(number: str, drawn: random.Random) -> str:
    """Return a number with a digit changed, two exchanged, or ten times as large."""
    digits = [at for at, character in enumerate(number) if character.isdigit()]
    first, second = digits[0], digits[1] if len(digits) > 1 else digits[0]
    turned = list(number)
    turned[first], turned[second] = turned[second], turned[first]
    other = str((int(number[first]) + drawn.randint(1, 7)) % 9 + 1)
    choice = [replaced(number, first, first + 1, other)]
    if number[first] != number[second] and number[second] != "0":
        choice.append("".join(turned))
    if "," not in number:
        choice.append(number.replace(".", "").lstrip("0") if "." in number else f"{number}0")
    return drawn.choice([changed for changed in choice if changed != number] or [f"{number}0"])


KINDS = (
    Kind("A103", "dateline against header", dateline_wrong),
    Kind("A104", "updated before published", updated_wrong),
    Kind("D113", "lead weekday against header", edit_lead, edits=True),
    Kind("D113", "lead weekday against header", lead_wrong),
    Kind("N203", "headline figure off", edit_headline, edits=True),
    Kind("N203", "headline figure off", headline_wrong),
)
