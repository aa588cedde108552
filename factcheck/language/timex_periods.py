"""Years, quarters, seasons, decades, and periods named by their place ("last week", "the year-earlier period")."""

import datetime as dt
import re

from factcheck.domain import Time
from factcheck.language import timex_calendar as cal
from factcheck.language.times_words import value_of
from factcheck.language.timex_dates import stated_year
from factcheck.language.timex_known import Known
from factcheck.language.timex_lengths import counted, unit_value
from factcheck.language.timex_tense import direction
from factcheck.language.timex_words import Reading, amount, edge, spelled_number, whole

_REPORTED = 5  # months
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def year(reading: Reading, known: Known) -> Time | None:
    """A year in figures: 2025, 2025-27's later half, mid-1996."""
    word = next((word for word in reading.words if re.search(r"\d", word)), "")
    digits = re.search(r"\d{4}", word)
    if digits:
        value = digits.group()
    elif word.isdigit() and len(word) == 2 and known.last and known.last[:4].isdigit():  # the 97 of 1996-97
        value = known.last[:2] + word
        if int(value) < int(known.last[:4]):
            value = f"{int(value) + 100:04}"
    else:
        return None
    mod = "MID" if word.lower().startswith("mid") else edge(reading)
    return Time("DATE", value, form="year", year_written=True, mod=mod)


def year_end(reading: Reading, known: Known) -> Time | None:
    """Year-end: the last day of the year."""
    number, written = stated_year(reading, known)
    if number is None:
        number = known.published.year - (reading.before in {"since", "from"}) if known.published else None
        if (
            known.published
            and known.published.month == 1
            and direction(reading.token, reading.lexicon, before=reading.before) < 0
        ):
            number = known.published.year - 1
    return Time("DATE", f"{number:04}-12-31" if number else "XXXX-12-31", form="other", year_written=written, mod="END")


def spelled_year(reading: Reading, known: Known) -> Time | None:
    """Nineteen ninety-six, the year two thousand."""
    value = spelled_number(reading)
    return Time("DATE", f"{value:04}", form="year", year_written=True) if value else None


def fiscal_year(reading: Reading, known: Known) -> Time | None:
    """Fiscal 1989, FY2024; which days it covers is each body's own affair."""
    years = reading.every("year") or [re.sub(r"\D", "", word) for word in reading.every("fiscal_code")]
    if not years or not years[0]:
        return None
    value = years[0] if len(years[0]) == 4 else f"20{years[0]}"
    return Time("DATE", value, days=None, form="other", year_written=True)


def _quarter_of(reading: Reading) -> tuple[str, int] | None:
    """Return Q or H and the number; 0 for "the last quarter of"."""
    codes = reading.every("quarter_code")
    if codes:
        found = re.match(r"([QH])([1-4])|([1-4])([QH])", codes[0].upper())
        return (found[1] or found[4], int(found[2] or found[3])) if found else None
    kind = reading.first("quarter") or reading.first("quarters")
    number = whole(reading.first("ordinal"))
    if kind is None:
        return None
    if number is None:
        number = 2 if kind == "H" else 4
    return (str(kind), number) if 1 <= number <= (2 if kind == "H" else 4) else None


def quarter(reading: Reading, known: Known) -> Time | None:
    """The third quarter, the first half of 2025, Q3 2024, last year's third quarter."""
    found = _quarter_of(reading)
    if found is None:
        return None
    kind, number = found
    decade_of = reading.first("short_decade") or next(
        iter(reading.every("short_decade") + reading.every("decade")), None
    )
    if decade_of:
        return Time("DATE", _decade_value(str(decade_of)), form="other", mod="END" if number == 2 else "START")
    year_number, written = _quarter_year(reading, known)
    if year_number is None:
        if kind == "H" and not reading.has("fiscal") and not reading.has("year_word"):  # most halves are of matches
            return None
        if known.published is None:
            return Time("DATE", f"XXXX-{kind}{number}", form="other", mod=edge(reading))
        year_number = _running_year(reading, known.published, kind, number)
    value = f"{year_number:04}-{kind}{number}"
    days = None if reading.has("fiscal") else cal.days_of(value)
    return Time("DATE", value, days=days, form="other", year_written=written, mod=edge(reading))


def _quarter_year(reading: Reading, known: Known) -> tuple[int | None, bool]:
    codes = reading.every("quarter_code")
    digits = re.match(r"[1-4][QH](\d{2,4})\Z", codes[0], re.IGNORECASE) if codes else None
    if digits:
        return int(digits[1]) if len(digits[1]) == 4 else 2000 + int(digits[1]), True
    if reading.has("ago") or reading.has("earlier"):
        return (known.published.year - 1, False) if known.published else (None, False)
    return stated_year(reading, known)


def _running_year(reading: Reading, published: dt.date, kind: str, number: int) -> int:
    """Return the year of a quarter or half without one: that of publication unless the clause's tense denies it."""
    months = 3 if kind == "Q" else 6
    first, last = (number - 1) * months + 1, number * months
    way = direction(reading.token, reading.lexicon, before=reading.before)
    if first > published.month and (way < 0 or first - published.month > 6):
        return published.year - 1
    long_over = published.month - last > _REPORTED  # results are still to come for a while after a quarter's end
    return published.year + 1 if long_over and way > 0 else published.year


def quarters(reading: Reading, known: Known) -> Time | None:
    """The first two quarters of 1990, which are its first half; of other counts the length."""
    count = amount(reading, tuple(word for word in reading.words if not word.isdigit() or len(word) < 3))
    year_number, written = stated_year(reading, known)
    if count == 2 and year_number:
        return Time("DATE", f"{year_number:04}-H1", form="other", year_written=written)
    return counted(reading, count, "Q")


def compared(reading: Reading, known: Known) -> Time | None:
    """The year-earlier period: the quarter or year last spoken of, moved by the unit before its hyphen."""
    if reading.has("units"):
        return counted(reading, amount(reading), str(reading.first("units")))
    years = reading.every("year")
    if years:
        here = known.quarter and f"{years[0]}{known.quarter[4:]}"
        return Time("DATE", here or years[0], form="relative", year_written=True)
    if reading.has("latest"):
        return Time("DATE", known.quarter, form="relative") if known.quarter else None
    unit = next(
        (value for word in reading.words if (value := value_of(word, "unit", reading.grammar)) is not None), "Y"
    )
    if known.published is None and known.quarter is None:
        return Time("DATE", "PAST_REF", form="relative")
    value = _shifted(known, str(unit), -1)
    return Time("DATE", value or "PAST_REF", form="relative")


def _shifted(known: Known, unit: str, step: int) -> str | None:
    if unit == "Y" and known.quarter:
        return cal.year_later(known.quarter, step)
    return unit_value(known.published, unit, step) if known.published else None


def rel_unit(reading: Reading, known: Known) -> Time | None:
    """This week, last year, the following month, the same day, the quarter."""
    unit = next(
        (
            str(found)
            for word in reversed(reading.words)
            if (found := value_of(word, "unit", reading.grammar)) is not None
        ),
        None,
    )
    if unit is None or unit in {"S", "MIN", "H", "ML"}:
        return None
    if unit == "Y" and value_of(reading.after, "ended", reading.grammar) is not None:
        return counted(reading, 1, unit)
    mod = edge(reading)
    if unit == "D" and reading.has("this") and not reading.token.doc.parsed:
        return None
    backward = "previous" in reading.words or "preceding" in reading.words
    step = next(
        (
            found
            for name in ("this", "last", "next", "following", "same", "that", "latest")
            if (found := whole(reading.first(name))) is not None
        ),
        0,
    )
    told = (
        reading.has("following")
        or reading.has("same")
        or reading.has("that")
        or backward
        or (unit == "D" and not reading.has("this"))
    )
    value: str | None
    if unit == "Q" and known.quarter and not (reading.has("this") or reading.has("last") or reading.has("next")):
        value = known.quarter
    else:
        anchor = _anchor(known, told=told)
        value = unit_value(anchor, unit, step) if anchor else None
        if unit == "Q" and anchor and step == 0 and not reading.has("this"):
            value = unit_value(anchor, unit, -1)
    if value is None:
        value = {-1: "PAST_REF", 1: "FUTURE_REF"}.get(step, "PRESENT_REF")
    days = None if reading.has("fiscal") else cal.days_of(value)
    return Time("DATE", value, days=days, form="relative", mod=mod)


def _anchor(known: Known, *, told: bool) -> dt.date | None:
    """Return the day to count from: that of publication, or the first of what the text has named last."""
    if told and known.last:
        days = cal.days_of(known.last)
        if days:
            return days.first
    return known.published


def recent(reading: Reading, known: Known) -> Time | None:
    """Recent weeks, coming months."""
    return Time("DATE", "FUTURE_REF" if reading.has("coming") else "PAST_REF", form="relative")


def season(reading: Reading, known: Known) -> Time | None:
    """This summer, last fall, the spring of 2025."""
    name = str(reading.first("season") or reading.first("sure_season"))
    mod = edge(reading)
    if reading.has("each"):
        return Time("SET", f"XXXX-{name}", form="set")
    number, written = stated_year(reading, known)
    if number is None:
        if known.published is None:
            return Time("DATE", f"XXXX-{name}", form="other", mod=mod)
        number = _season_year(reading, known.published, name)
    return Time("DATE", f"{number:04}-{name}", form="other", year_written=written, mod=mod)


def _season_year(reading: Reading, published: dt.date, name: str) -> int:
    """Return the year that a season begins in."""
    start = _SEASON_STARTS[name]
    running = (published.month - start) % 12 < 3  # the season that publication lies in
    begun = published.year - (start > published.month)  # its latest beginning
    if reading.has("this"):
        return begun if running else published.year
    if reading.has("last"):
        return begun - running
    if reading.has("next"):
        return begun + 1
    ahead = direction(reading.token, reading.lexicon, before=reading.before) > 0
    return begun + 1 if ahead and not running else begun


def _decade_value(word: str) -> str:
    digits = re.sub(r"\D", "", word)
    if len(digits) == 4:
        return digits[:3]
    return ("20" if digits in {"00", "10"} else "19") + digits[:1]


def decade(reading: Reading, known: Known) -> Time | None:
    """The 1990s, the mid-80s, the nineties."""
    for name in ("decade", "short_decade", "mid_decade"):
        for word in reading.every(name):
            mod = "MID" if word.lower().startswith("mid") else edge(reading)
            return Time("DATE", _decade_value(word), form="other", mod=mod)
    spelled = whole(reading.first("decade_name"))
    return Time("DATE", f"{spelled // 10}", form="other", mod=edge(reading)) if spelled else None


def century(reading: Reading, known: Known) -> Time | None:
    """The 20th century is 19 in TIMEX3."""
    number = next(
        (int(found.group()) for word in reading.words if (found := re.match(r"\d+", word))),
        whole(reading.first("ordinal")),
    )
    if number is None or not 1 <= number <= 99:
        return None
    return Time("DATE", f"{number - 1:02}", form="other", mod=edge(reading))


def reference(reading: Reading, known: Known) -> Time | None:
    """Now, recently, the future: TIMEX3's references without a place in the calendar."""
    for name in ("now", "past_ref", "current"):
        found = reading.first(name)
        if found is not None:
            return Time("DATE", str(found), form="other")
    return Time("DATE", "PRESENT_REF", form="other")
