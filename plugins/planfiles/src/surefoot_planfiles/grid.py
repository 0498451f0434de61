"""The weekly grid: a row a week, a column a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from surefoot.plugin import Plan, PlanError, Unit, Workout, parse_sessions, weekday
from surefoot_planfiles.build import plan_of
from surefoot_planfiles.table import Row, Table
from surefoot_planfiles.weeks import check_number, week_number

FREE = frozenset(("", "-", "–", "—"))
"""Cells of a day without a session."""


def is_grid(header: tuple[str, ...]) -> bool:
    """Whether the header names weekdays."""
    return any(weekday(cell) is not None for cell in header)


def read_grid(found: Table) -> Plan:
    """Return the plan of a grid.

    Raises:
        PlanError: a column is unknown or stands twice, a week is missing, a cell is no session.
    """
    columns, first = _columns(found.header)
    about = replace(found.about, starts_on=first)
    _check_start(about.start, first)
    sessions: list[tuple[int, Workout]] = []
    for number, row in enumerate(found.rows):
        _check_row(row, found.header, number)
        sessions += _week(row, found.header, columns, 7 * number, about.unit)
    if not found.rows:
        raise PlanError(
            "the grid has no weeks", mend="add a row, as 1,rest,6k easy,,6k easy,,5k easy,10k long"
        )
    return plan_of(sessions, about, weeks=len(found.rows))


def _columns(header: tuple[str, ...]) -> tuple[dict[int, int], int]:
    """Return the day of the week (0 the week's first) by column, and the weekday that weeks begin on."""
    days: dict[int, int] = {}
    for column, cell in enumerate(header):
        number = weekday(cell)
        if number is None and cell not in ("week", "notes", ""):
            mend = "name the columns week,Mon,Tue,Wed,Thu,Fri,Sat,Sun,notes"
            raise PlanError(f"{cell!r} is no column of a grid", where=f"column {column + 1}", mend=mend)
        if number in days.values():
            mend = "a week has seven days: take one column away"
            raise PlanError(
                f"{cell.title()} stands twice in the header", where=f"column {column + 1}", mend=mend
            )
        if number is not None:
            days[column] = number
    order = list(days.values())
    # A sheet that leaves days out begins on Monday, unless its columns run over the week's end.
    first = order[0] if len(order) == 7 or order != sorted(order) else 0
    places = {column: (number - first) % 7 for column, number in days.items()}
    if list(places.values()) != sorted(places.values()):
        raise PlanError(
            "the days are not in order", where="the header", mend="write them as Mon,Tue,Wed,Thu,Fri,Sat,Sun"
        )
    return places, first


def _check_start(start: date | None, first: int) -> None:
    if start is not None and start.weekday() != first:
        mend = "let # start: be the day of the first column"
        raise PlanError(f"{start} is not the weekday that the grid begins on", where="# start:", mend=mend)


def _check_row(row: Row, header: tuple[str, ...], number: int) -> None:
    if len(row.cells) > len(header):
        mend = "a week has seven days; put cells that hold a comma in double quotes"
        what = f"{len(row.cells)} cells where the header has {len(header)}"
        raise PlanError(what, where=f"line {row.line}", mend=mend)
    if "week" in header:
        written = row.cells[header.index("week")] if header.index("week") < len(row.cells) else ""
        if written not in FREE:
            check_number(week_number(written, row.line), number + 1, row.line)


def _week(
    row: Row, header: tuple[str, ...], columns: dict[int, int], before: int, unit: Unit
) -> list[tuple[int, Workout]]:
    sessions = [
        (before + day, workout)
        for column, day in columns.items()
        for workout in _cell(row, column, header[column], unit)
    ]
    notes = "" if "notes" not in header else " ".join(row.cells[header.index("notes") :][:1])
    if notes and sessions:
        day, first = min(sessions, key=lambda one: one[0])
        said = f"{first.notes}\nThis week: {notes}".strip()
        at = sessions.index((day, first))
        sessions[at] = (day, replace(first, notes=said))
    return sessions


def _cell(row: Row, column: int, name: str, unit: Unit) -> Iterator[Workout]:
    text = row.cells[column] if column < len(row.cells) else ""
    if text in FREE:
        return
    try:
        yield from parse_sessions(text, unit)
    except PlanError as problem:
        place = f"line {row.line}, {name.title()}"
        where = f"{place}, {problem.where}" if problem.where else place
        raise PlanError(problem.what, where=where, mend=problem.mend) from None
