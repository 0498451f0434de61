"""What ``today`` says: at most a phone screen or two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surefoot.app.today import Today
from surefoot.cli.width import paragraph, width
from surefoot.cli.words import brief, day
from surefoot.model import Kind, Session, Unit
from surefoot.text.days import day_name
from surefoot.text.steps import steps
from surefoot.text.title import title

if TYPE_CHECKING:
    from pathlib import Path

STRENGTH = (Kind.STRENGTH, Kind.MICRO)


def text(today: Today, unit: Unit, home: Path) -> str:
    """Return the page; ``home`` is the training folder, for the runner's own exercises."""
    return "\n".join(_lines(today, unit, home))


def _lines(today: Today, unit: Unit, home: Path) -> Iterator[str]:
    yield f"{day_name(today.day)} {today.day.year}"
    if not today.sessions:
        yield from ("", "Rest. Nothing to do today.")
    for session, status in today.sessions:
        yield ""
        yield from _session(session, status, unit, home)
    yield ""
    yield _next(today, unit)


def _session(session: Session, status: str, unit: Unit, home: Path) -> Iterator[str]:
    at = f" · {session.at:%H:%M}" if session.at else ""
    mark = " · done" if status == "done" else ""
    written = card(session, home)
    if written is not None:
        yield f"{session.workout.title}{at}{mark}"
        yield from (_filled(line) for line in written.splitlines())
        return
    yield f"{title(session.workout, unit)}{at}{mark}"
    if session.workout.notes:
        yield paragraph(session.workout.notes, first="  ", rest="  ")
    for line in steps(session.workout, unit):
        yield f"  {line}"
    for reason in dict.fromkeys(one.text for one in session.reasons):
        yield paragraph(reason, first="  Why: ", rest="  ")


def _filled(line: str) -> str:
    """A calendar breaks long lines itself; a terminal breaks them inside a word."""
    indent = " " * (len(line) - len(line.lstrip()))
    return line if len(line) <= width() else paragraph(line, first=indent, rest=indent)


def card(session: Session, home: Path) -> str | None:
    """Return the exercise card, None for a run; the catalogue is read on days that need it alone."""
    if session.workout.kind not in STRENGTH:
        return None
    from surefoot.catalogue import find_here
    from surefoot.text.card import strength_card

    why = " ".join(dict.fromkeys(one.text for one in session.reasons))
    known = find_here(home, tuple(dose.exercise for dose in session.workout.doses))
    return strength_card(session.workout, known, why=why, uid=session.uid)


def _next(today: Today, unit: Unit) -> str:
    if not today.following:
        return "Nothing is planned after today."
    what = " and ".join(brief(one.workout, unit) for one in today.following)
    return f"Next: {day(today.following[0].day)}, {what}"
