"""What ``activities`` shows: the records of each day, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from surefoot.app.activities import Record
from surefoot.model import Unit
from surefoot.text.days import day_name
from surefoot.text.units import distance


def text(records: tuple[Record, ...], unit: Unit, weeks: int) -> str:
    """Return a paragraph for each day, and how to correct what is wrong."""
    if not records:
        return f"Nothing was recorded in {weeks} weeks. surefoot pull  reads your sources."
    names = {one.activity.key: f"{day_name(one.activity.day)} #{one.number}" for one in records}
    days = groupby(records, key=lambda one: one.activity.day)
    lines = [line for _, day in days for line in _day(tuple(day), names, unit)]
    return "\n".join(
        (*lines, "", "To correct: surefoot activities ignore sun#1   (also: merge, split, restore)")
    )


def _day(records: tuple[Record, ...], names: dict[str, str], unit: Unit) -> Iterator[str]:
    for one in records:
        done = one.activity
        day = day_name(done.day) if one is records[0] else ""
        length = distance(done.metres, unit) if done.metres else ""
        start = f"{day:<11} #{one.number}  {done.sport.value:<9}{length:>9}{_clock(done.seconds):>9}  "
        yield f"{start}{done.source:<10}  {_standing(one, names)}".rstrip()


def _clock(seconds: int) -> str:
    """As a watch shows it: 1:53:41, 36:06."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _standing(one: Record, names: dict[str, str]) -> str:
    if one.standing == "ignored":
        return "ignored"
    if one.same_as is not None:
        return f"same as {names.get(one.same_as, 'an older one')}"
    return ", ".join(one.activity.notes)


def shape(one: Record) -> dict[str, Any]:
    """ACTIVITY: one record as it was read, and what becomes of it."""
    done = one.activity
    return {
        "record": f"{done.day}#{one.number}",
        "day": done.day.isoformat(),
        "start": done.start.isoformat(),
        "sport": done.sport.value,
        "metres": done.metres,
        "seconds": done.seconds,
        "source": done.source,
        "id": done.id,
        "title": done.title,
        "notes": list(done.notes),
        "standing": one.standing,
        "same_as": one.same_as,
    }
