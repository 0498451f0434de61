"""What a runner marks there of soreness, injury and illness, made into diary entries. Pure.

The platform's numbers go from 1, nothing, to 4. An injury's are taken as the answers that they stand for
here: 2 as pain of 2, with which running goes on, 3 as 4, with which it is held, 4 as 6, with which it pauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from surefoot.plugin import DiaryEntry, Ill, Pain, Sore, net

FIELDS = ("id", "soreness", "injury")
"""What is asked for of a day: no weight, no sleep, no cycle, no comments."""

CATEGORIES = ("SICK", "INJURED")
SORE = 3
"""From here on soreness is high."""
NONE = 1
PAIN = {2: 2, 3: 4, 4: 6}
"""An injury's number, as pain of 0 to 10."""
WHERE = "injury"
"""The platform does not say where it hurts."""
DAY = timedelta(days=1)


def of_days(rows: Iterable[Mapping[str, Any]]) -> Iterator[DiaryEntry]:
    """Yield what the days' own numbers say; a day that cannot be read says nothing."""
    hurt = False
    for day, row in sorted(_dated(rows), key=lambda one: one[0]):
        if _number(row, "soreness") >= SORE:
            yield Sore(day=day)
        injury = _number(row, "injury")
        if injury in PAIN:
            hurt = True
            yield Pain(day=day, where=WHERE, score=PAIN[injury], when="before")
        elif injury == NONE and hurt:
            hurt = False
            yield Pain(day=day, where=WHERE, score=0, when="before")


def of_events(events: Iterable[Mapping[str, Any]]) -> Iterator[DiaryEntry]:
    """Yield what the calendar's marks say.

    Whether an event's end belongs to it is nowhere written: the runner is well on the day after it.
    """
    for one in events:
        try:
            begins = net.moment(one, "start_date_local").date()
            ends = net.moment(one, "end_date_local").date() if one.get("end_date_local") else begins
        except net.UnusableError:
            continue
        if one.get("category") == "INJURED":
            yield Pain(day=begins, where=WHERE, score=PAIN[4], when="before")
        elif one.get("category") == "SICK":
            yield Ill(day=begins)
            yield Ill(day=max(begins, ends) + DAY, well=True)


def _dated(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[date, Mapping[str, Any]]]:
    for row in rows:
        try:
            yield date.fromisoformat(str(row.get("id"))), row
        except ValueError:
            continue


def _number(row: Mapping[str, Any], name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
