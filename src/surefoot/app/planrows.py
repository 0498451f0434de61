"""A built plan as a list that a person can read and a spreadsheet open: a row a session, a line a week."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from surefoot.model import Plan, Unit
from surefoot.schedule.build import Built, BuiltWeek
from surefoot.schedule.building.order import Order
from surefoot.text.days import SHORT, day_name
from surefoot.text.shorthand import write
from surefoot.text.units import brief, duration


def rows(built: Built, order: Order, command: str) -> str:
    """Return the file's text; comments are for people, and reading it gives ``built.plan`` again."""
    text = io.StringIO(newline="")
    sheet = csv.writer(text, lineterminator="\n")
    text.writelines(f"{line}\n" for line in _head(built, order, command))
    sheet.writerow(("week", "day", "details", "notes"))
    plan = built.plan
    for number, week in enumerate(built.weeks, start=1):
        text.write(f"# {_heading(week, number, built)}\n# {week.purpose}\n")
        entries = [one for one in plan.entries if one.day // 7 == number - 1]
        for one in entries:
            workout = replace(one.workout, notes="")
            day = SHORT[one.day % 7] if plan.starts_on == 0 else one.day % 7 + 1
            sheet.writerow((number, day, write(workout, plan.unit), one.workout.notes))
        if not entries:
            sheet.writerow((number, "", "", ""))
    return text.getvalue()


def _head(built: Built, order: Order, command: str) -> list[str]:
    plan = built.plan
    unit = ["unit: mi"] if plan.unit is Unit.MI else []
    lines = [f"name: {plan.name}", *unit, f"start: {plan.start}", "", f"Built on {order.today} by"]
    return [f"# {one}".rstrip() for one in (*lines, f"  {command}", *built.notes)]


def _heading(week: BuiltWeek, number: int, built: Built) -> str:
    lighter = ", lighter" if week.is_lighter else ""
    part = f"{week.phase} {week.number} of {week.of}" if week.of else "this week"
    return (
        f"Week {number} of {len(built.weeks)}, from {day_name(week.start)}: "
        f"{part}{lighter}, {size_of(week, number, built)}"
    )


def size_of(week: BuiltWeek, number: int, built: Built) -> str:
    """Return how much running week ``number`` (from 1) has, races aside: ``37 km`` or ``2 h 30 min``."""
    if built.by_time:
        return duration(sum(_seconds(built.plan, number)))
    return brief(week.metres, built.plan.unit)


def _seconds(plan: Plan, number: int) -> list[int]:
    return [one.workout.seconds or 0 for one in plan.entries if one.day // 7 == number - 1]
