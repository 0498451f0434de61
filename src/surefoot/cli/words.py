"""Sessions and changes as lines of a terminal, at most 78 columns wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import fill
from typing import TYPE_CHECKING

from surefoot.model import Kind
from surefoot.text.days import day_name
from surefoot.text.title import length

if TYPE_CHECKING:
    from surefoot.model import Change, Decision, Placed, Unit, Workout

WIDTH = 78

NAMES = {
    Kind.EASY: "easy",
    Kind.LONG: "long",
    Kind.RECOVERY: "recovery",
    Kind.STRENGTH: "strength",
    Kind.MICRO: "holds",
    Kind.REST: "rest",
}
"""Kinds that a runner knows by one word; the others go by their title."""


def day(when: date) -> str:
    """Return ``Sun 24``: within a fortnight nobody needs the month."""
    return day_name(when)[:6].strip()


def name(workout: Workout) -> str:
    """Return the session's short name, as ``easy`` or ``6 × 600 m``."""
    return NAMES.get(workout.kind, workout.title)


def brief(workout: Workout, unit: Unit) -> str:
    """Return name and length: ``easy 6.5 km``, ``6 × 600 m, 8.0 km``, ``strength``."""
    size = "" if workout.kind in (Kind.STRENGTH, Kind.MICRO, Kind.REST) else length(workout, unit)
    if not size:
        return name(workout)
    return f"{name(workout)}{' ' if workout.kind in NAMES else ', '}{size}"


def change_lines(changes: Sequence[Change], unit: Unit) -> list[str]:
    """Return a line a change: day, before, after, and the rules behind it."""
    rows = [_row(one, unit) for one in changes]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return [_line(row, widths) for row in rows]


def _line(row: tuple[str, str, str, str], widths: list[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True))
    when, before, after = cells
    line = f"  {when}   {before}  →  {after}  {row[3]}".rstrip()
    return (
        line if len(line) <= WIDTH else f"  {when}   {before.rstrip()}  →  {after.rstrip()}  {row[3]}"[:WIDTH]
    )


def _row(change: Change, unit: Unit) -> tuple[str, str, str, str]:
    rules = ", ".join(dict.fromkeys(one.rule for one in change.reasons))
    side = change.before or change.after
    assert side is not None
    return day(side.day), _before(change.before, unit), _after(change, unit), rules


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
    return " ".join(one for one in (moved, brief(after.workout, unit)) if one)


def _same_but_words(one: Workout, other: Workout) -> bool:
    return (one.kind, one.metres, one.focus) == (other.kind, other.metres, other.focus)


def causes(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Return one text a cause, however many holds it led to: the first days before the longer ones."""
    from surefoot.model import Hold

    texts: dict[str, list[str]] = {}
    for one in sorted(decisions, key=lambda one: one.cause, reverse=True):
        if isinstance(one.effect, Hold):
            texts.setdefault(":".join(one.cause.split(":")[:2]), []).append(one.reason.text)
    return tuple(" ".join(dict.fromkeys(each)) for each in texts.values())


def paragraph(text: str, *, first: str = "", rest: str = "") -> str:
    """Return the text filled to the terminal's width, with what its first and other lines begin with."""
    return fill(text, width=WIDTH, initial_indent=first, subsequent_indent=rest)


def sentence(items: Iterable[str]) -> str:
    """Return ``a, b and c``."""
    words = list(items)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
