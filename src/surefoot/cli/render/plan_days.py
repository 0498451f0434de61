"""This week day by day: what is to be done, what was, and what it was before it changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from surefoot.app.views import PlanView, WeekView
from surefoot.cli.words import brief, day, name
from surefoot.model import Change, Kind, Placed, Session, Unit
from surefoot.strength.programme import HALF
from surefoot.text.days import day_name
from surefoot.text.title import length

STRENGTH = (Kind.STRENGTH, Kind.MICRO)


def days(week: WeekView, view: PlanView, unit: Unit) -> Iterator[str]:
    """Yield a line a session, and a line for each day without one."""
    changed = {one.uid: one for one in view.changes}
    for offset in range(7):
        yield from _day(week.start + timedelta(days=offset), week, changed, view, unit)


def _day(when: date, week: WeekView, changed: dict[str, Change], view: PlanView, unit: Unit) -> Iterator[str]:
    mark = "▶" if when == view.today else " "
    here = [
        (one, status)
        for one, status in week.sessions
        if one.day == when and one.workout.kind is not Kind.REST and status != "dropped"
    ]
    gone = [one for one, status in week.sessions if one.day == when and status == "dropped"]
    if not here:
        yield _line(f"{mark} {day(when):<6}     rest", _gone(gone, unit))
    for session, status in here:
        yield _session(session, status, changed.get(session.uid), mark, unit)


def _line(left: str, tail: str) -> str:
    return f"{left:<33}{tail}".rstrip() if len(left) < 31 else f"{left}   {tail}".rstrip()


def _gone(gone: list[Session], unit: Unit) -> str:
    runs = [brief(one.workout, unit) for one in gone if one.workout.kind is not Kind.REST]
    return f"was {', '.join(runs)}" if runs else ""


def _session(session: Session, status: str, change: Change | None, mark: str, unit: Unit) -> str:
    star = "*" if change else " "
    tail = "done" if status == "done" else "not recorded" if status == "missed" else _was(change, unit)
    half = "half the sets" if HALF in session.workout.notes and status == "planned" else ""
    told = ", ".join(one for one in (tail, half) if one)
    return _line(f"{mark} {day(session.day):<6} {star}   {_what(session, unit)}", told)


def _what(session: Session, unit: Unit) -> str:
    """Name and length in two columns where the name is short, as ``easy       6.5 km``."""
    workout = session.workout
    if workout.kind in STRENGTH:
        word, _, size = workout.title.partition(" ")
        return _columns(word[:1].lower() + word[1:], size)
    return _columns(name(workout), length(workout, unit))


def _columns(word: str, size: str) -> str:
    if len(word) + len(size) > 17:
        return f"{word}, {size}" if size else word
    return f"{word:<{17 - len(size)}} {size}".rstrip()


def _was(change: Change | None, unit: Unit) -> str:
    if change is None or change.before is None:
        return "new" if change else ""
    after = change.after
    if after is not None and after.day != change.before.day:
        return f"was {day_name(change.before.day)[:3]}"
    return f"was {_before(change.before, after, unit)}"


def _before(before: Placed, after: Placed | None, unit: Unit) -> str:
    """The length alone where the name is the same."""
    size = length(before.workout, unit)
    if after is not None and size and name(before.workout) == name(after.workout):
        return size
    return brief(before.workout, unit)
