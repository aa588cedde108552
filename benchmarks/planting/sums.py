"""Sums to plant within an article: totals, counted lists, parts, shares and conversions that do not work out."""

import random

from planting.amounts import SMALL, counted, listing, money, percent
from planting.plants import Draft, Slots
from planting.texts import sentence, words

_PERCENT = (" percent", " percent", " per cent", "%")
_CONVERTED = (
    # slots of the metric and the other unit, how both are written, the factor between them, least, greatest and step
    ("km", "mi", "{} km", "{} miles", 0.6214, 42, 480, 1),
    ("km", "mi", "{} kilometres", "{} miles", 0.6214, 45, 480, 5),
    ("ha", "acres", "{} hectares", "{} acres", 2.471, 40, 4000, 10),
    ("kg", "lb", "{} kg", "{} pounds", 2.2046, 12, 900, 1),
    ("kg", "lb", "{} kilograms", "{} pounds", 2.2046, 12, 900, 1),
    ("kmh", "mph", "{} kilometres an hour", "{} miles an hour", 0.6214, 60, 260, 5),
    ("kmh", "mph", "{} kph", "{} mph", 0.6214, 60, 260, 5),
    ("metres", "feet", "{} metres", "{} feet", 3.2808, 20, 290, 1),
    ("metres", "feet", "{} meters", "{} feet", 3.2808, 20, 290, 1),
    ("high", "high_feet", "{} metres", "{} feet", 3.2808, 2100, 5900, 100),
)


def total_wrong(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots]:
    """Return parts with a total that is not theirs, and with theirs."""
    unit, tonnes = money(drawn), counted("tonnes", 1200, 9000)
    p1, p2, p3 = (drawn.randint(11, 89) for _ in range(3))
    m1, m2, t1, t2 = unit.draw(drawn), unit.draw(drawn), tonnes.draw(drawn), tonnes.draw(drawn)
    parts = {"p1": str(p1), "p2": str(p2), "p3": str(p3)}
    parts |= {"m1": unit.write(m1), "m2": unit.write(m2), "t1": tonnes.write(t1), "t2": tonnes.write(t2)}
    digit = drawn.choice((-10, -9, -2, -1, 1, 2, 9, 10))

    def totals(off: int) -> Slots:
        return {
            "people": str(p1 + p2 + p3 + off),
            "both": str(p1 + p2 + off),
            "money": unit.write(m1 + m2 + (1 if off > 0 else -1) * bool(off) * max(8 * unit.slack, (m1 + m2) * 0.1)),
            "tonnes": tonnes.write(t1 + t2 + 100 * off),
        }

    return {**parts, **totals(digit)}, {**parts, **totals(0)}


def count_wrong(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots]:
    """Return a list that is announced with one item more or fewer than it has, and one announced rightly."""
    number = drawn.randint(3, 5)
    lists = {"places": "place", "countries": "country", "people": "person", "goods_list": "goods", "aims": "aim"}
    items = {slot: drawn.sample(words()[of], number) for slot, of in lists.items()}
    slots = {slot: listing(sample) for slot, sample in items.items()}
    off = number + drawn.choice((-1, 1))
    return {**slots, "n": SMALL[off], "N": SMALL[off].capitalize()}, {
        **slots,
        "n": SMALL[number],
        "N": SMALL[number].capitalize(),
    }


def part_wrong(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots]:
    """Return a part that is greater than its whole, and the two the right way round."""
    whole = drawn.randint(14, 880)
    part = whole - max(2, round(whole * drawn.uniform(0.05, 0.5)))
    return {"part": str(whole), "whole": str(part)}, {"part": str(part), "whole": str(whole)}


def shares_wrong(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots]:
    """Return three shares that come to more than a hundred percent, and three that make a hundred."""
    first = drawn.randint(30, 50)
    second = drawn.randint(15, 35)
    third = 100 - first - second
    off = drawn.randint(4, 20)
    right = {"s1": str(first), "s2": str(second), "s3": str(third)}
    slot = drawn.choice(tuple(right))
    return {**right, slot: str(int(right[slot]) + off)}, right


def ratio_wrong(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots]:
    """Return part and whole with a percentage that is not theirs, and with theirs."""
    whole = drawn.randint(20, 640)
    part = drawn.randint(whole // 10 + 1, whole - 2)
    share, style, decimals = part / whole * 100, drawn.choice(_PERCENT), drawn.choice((0, 0, 1))
    wrong = share + drawn.choice((-1, 1)) * drawn.uniform(4, 12)
    wrong = wrong if 2 < wrong < 98 else share - 4 if share > 50 else share + 5
    slots = {"part": str(part), "whole": str(whole)}
    return {**slots, "pct": percent(wrong, style, decimals)}, {**slots, "pct": percent(share, style, decimals)}


def conversion_wrong(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots]:
    """Return an amount with a conversion that is off by a digit or a quarter, and with its own."""
    wrong: dict[str, str] = {}
    right: dict[str, str] = {}
    off = drawn.choice((0.1, 0.5, 0.7, 0.75, 1.25, 1.4, 1.6, 10.0, 10.0))
    for metric, other, metric_form, other_form, factor, low, high, step in drawn.sample(_CONVERTED, len(_CONVERTED)):
        amount = drawn.randrange(low, high, step)
        converted = amount * factor
        right |= {metric: metric_form.format(f"{amount:,}"), other: other_form.format(f"{_round(converted):,}")}
        wrong |= {metric: right[metric], other: other_form.format(f"{_round(converted * off):,}")}
    degrees = drawn.randint(12, 44)
    celsius = {"celsius": drawn.choice((f"{degrees} degrees Celsius", f"{degrees}C"))}
    fahrenheit = degrees * 1.8 + 32
    right |= celsius | {"fahrenheit": f"{_round(fahrenheit)} Fahrenheit"}
    wrong |= celsius | {"fahrenheit": f"{_round(fahrenheit + drawn.choice((-20, -10, 10, 18, 27)))} Fahrenheit"}
    return wrong, right


def _round(value: float) -> int:
    return max(1, round(value, -1 if value > 1000 else 0).__trunc__())


def growth_wrong(_: Draft, drawn: random.Random, __: str) -> tuple[Slots, Slots]:
    """Return the growth of two parts with one of their sum above both or below, and with one between them."""
    style = drawn.choice(_PERCENT)
    slow, fast = drawn.randint(30, 60) / 10, drawn.randint(100, 140) / 10
    parts = [percent(value, style, 1) for value in drawn.sample((slow, fast), 2)]
    outside = drawn.choice((slow - drawn.randint(5, 20) / 10, fast + drawn.randint(5, 60) / 10))
    within = slow + (fast - slow) * drawn.choice((0.3, 0.5, 0.7))

    def slots(whole: float) -> Slots:
        return {"x": parts[0], "m": parts[1], "whole": percent(whole, style, 1)}

    return slots(outside), slots(within)


KINDS = (
    sentence("N102", "total off", total_wrong),
    sentence("N103", "count against list", count_wrong),
    sentence("N104", "part over whole", part_wrong),
    sentence("N105", "shares over a hundred", shares_wrong),
    sentence("N106", "ratio off", ratio_wrong),
    sentence("N109", "growth off", growth_wrong),
    sentence("N110", "conversion off", conversion_wrong),
)
