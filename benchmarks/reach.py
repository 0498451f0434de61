"""How far a built plan reaches: the longest run before the race, by where it starts and how long it is.

Run as ``python benchmarks/reach.py``; the table stands in ``docs/why/building.md``, where a test compares it.
"""

from __future__ import annotations

from datetime import date, timedelta

from surefoot.model import History
from surefoot.schedule.build import build
from surefoot.schedule.building.order import Free, Goal, Order, Stand

MONDAY = date(2027, 1, 4)
STARTS = (5, 8, 12, 16)
"""The longest run of the last month, in km; the week is three times as much, on four days."""
WEEKS = (8, 12, 16, 20)
RACES = (("half marathon", 21_097), ("marathon", 42_195))


def order(metres: int, start: int, weeks: int) -> Order:
    """A runner of so many kilometres at most, whose race is on the last Sunday of so many weeks."""
    race = MONDAY + timedelta(days=7 * weeks - 1)
    return Order(
        goal=Goal(name="race", metres=metres, race=race),
        stand=Stand(weekly=3000 * start, longest=1000 * start),
        free=Free(days=(1, 3, 5, 6), long=6),
        today=MONDAY,
        history=History(until=MONDAY, assumed=True),
    )


def longest(metres: int, start: int, weeks: int) -> int:
    """Return the longest run before the race, in metres."""
    found = build(order(metres, start, weeks)).reach
    assert found is not None
    return found.longest


def table() -> str:
    """Return the table as it stands on the page."""
    head = ["race", "from", *(f"{weeks} weeks" for weeks in WEEKS)]
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    for name, metres in RACES:
        for start in STARTS:
            reached = (f"{longest(metres, start, weeks) / 1000:g} km" for weeks in WEEKS)
            lines.append(f"| {name} | {start} km | {' | '.join(reached)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
