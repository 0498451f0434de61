"""Sessions and changes as lines of a terminal, at most 78 columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from surefoot.cli.width import width
from surefoot.model import Kind
from surefoot.text.days import day_name
from surefoot.text.title import length

if TYPE_CHECKING:
    from surefoot.model import Change, Decision, Placed, Unit, Workout

NAMES = {
    Kind.EASY: "easy",
    Kind.LONG: "long",
    Kind.RECOVERY: "recovery",
    Kind.STRENGTH: "strength",
    Kind.MICRO: "holds",
    Kind.REST: "rest",
}
"""Kinds that a runner knows by one word; the others go by their title."""

NO_SOURCE = "No source is configured: sessions count as done as planned."
"""Said where nothing reads what was run."""


def day(when: date) -> str:
    """Return ``Sun 24``: within a fortnight nobody needs the month."""
    return day_name(when)[:6].strip()


def name(workout: Workout) -> str:
    """Return the session's short name, as ``easy`` or ``6 × 600 m``."""
    if workout.focus == "run-walk":
        return "run/walk"
    return NAMES.get(workout.kind, workout.title)


def brief(workout: Workout, unit: Unit) -> str:
    """Return name and length: ``easy 6.5 km``, ``6 × 600 m, 8.0 km``, ``strength``."""
    size = "" if workout.kind in (Kind.STRENGTH, Kind.MICRO, Kind.REST) else length(workout, unit)
    if not size:
        return name(workout)
    return f"{name(workout)}{' ' if workout.kind in NAMES else ', '}{size}"


def change_lines(changes: Sequence[Change], unit: Unit) -> list[str]:
    """Return a line a change: day, before, after, and the rules behind it, below it in a narrow terminal.

    Strength that changes in the same way on many days is one line.
    """
    from surefoot.cli.folded import folded

    rows = [_row(each[0], unit) if len(each) == 1 else _many(each) for each in folded(changes)]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return [line for row in rows for line in _lines(row, widths)]


def _lines(row: tuple[str, str, str, str], widths: list[int]) -> list[str]:
    when, before, after = (cell.ljust(wide) for cell, wide in zip(row[:3], widths, strict=True))
    line = f"  {when}   {before}  →  {after}  {row[3]}".rstrip()
    if len(line) <= width():
        return [line]
    return [f"  {when}   {before}  →  {row[2]}", *([f"  {'':<{widths[0]}}   {row[3]}"] if row[3] else [])]


def _row(change: Change, unit: Unit) -> tuple[str, str, str, str]:
    rules = ", ".join(dict.fromkeys(one.rule for one in change.reasons))
    side = change.before or change.after
    assert side is not None
    before, after = _before(change.before, unit), _after(change, unit)
    if before == after and change.before and change.after:
        before, after = _in_minutes(change.before.workout, change.after.workout)
    return day(side.day), before, after, rules


def _in_minutes(before: Workout, after: Workout) -> tuple[str, str]:
    """What goes by the same words has another length, as strength with half the sets, or other doses."""
    if before.seconds and after.seconds and before.seconds != after.seconds:
        return f"{name(before)} {before.seconds // 60} min", f"{name(after)} {after.seconds // 60} min"
    return name(before), "next doses" if before.doses != after.doses else name(after)


def _many(changes: Sequence[Change]) -> tuple[str, str, str, str]:
    """From the first day to the last, how many, and what becomes of them all."""
    days = [side.day for one in changes if (side := one.before or one.after)]
    before, after = changes[0].before, changes[0].after
    was = "new" if before is None else f"{len(changes)} {name(before.workout)}"
    became = "dropped" if after is None else f"{len(changes)} {name(after.workout)}"
    if before and after and before.workout.kind is after.workout.kind:
        lighter = before.workout.focus != after.workout.focus
        became = after.workout.focus if lighter else "next doses"
    return f"{day_name(min(days))} – {day_name(max(days))}", was, became, ""


def _before(before: Placed | None, unit: Unit) -> str:
    return "new" if before is None else brief(before.workout, unit)


def _after(change: Change, unit: Unit) -> str:
    before, after = change.before, change.after
    if after is None:
        return "dropped"
    if before is None:
        return brief(after.workout, unit)
    moved = "" if after.day == before.day else day(after.day)
    if moved and _same_but_words(before.workout, after.workout):
        return moved
    from surefoot.schedule.gentle import FLAT

    flat = ", flat" if FLAT in after.workout.notes and FLAT not in before.workout.notes else ""
    return " ".join(one for one in (moved, brief(after.workout, unit)) if one) + flat


def _same_but_words(one: Workout, other: Workout) -> bool:
    return (one.kind, one.metres, one.focus) == (other.kind, other.metres, other.focus)


def causes(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Return one text a cause, however many holds it led to: a stop first, then the first days."""
    from surefoot.model import Hold, Level

    texts: dict[str, list[str]] = {}
    held = [(one, one.effect) for one in decisions if isinstance(one.effect, Hold)]
    held.sort(key=lambda pair: pair[0].cause, reverse=True)
    held.sort(key=lambda pair: (pair[1].level is not Level.STOP, pair[1].since))
    for one, _ in held:
        texts.setdefault(":".join(one.cause.split(":")[:2]), []).append(one.reason.text)
    return tuple(_each_once(each) for each in texts.values())


def _each_once(texts: Iterable[str]) -> str:
    """The texts in a row, no sentence twice."""
    sentences = (one for text in texts for one in re.split(r"(?<=\.) (?=[A-Z])", text))
    return " ".join(dict.fromkeys(sentences))
