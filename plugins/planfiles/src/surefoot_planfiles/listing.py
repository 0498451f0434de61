"""The list: a row a session, ``week,day,distance,type,details,duration``."""

from __future__ import annotations

import difflib
from dataclasses import replace

from surefoot.plugin import Plan, PlanError, Unit, Workout, parse_sessions, weekday
from surefoot_planfiles.build import plan_of
from surefoot_planfiles.table import COLUMNS, Row, Table
from surefoot_planfiles.weeks import check_number, week_number


def is_list(header: tuple[str, ...]) -> bool:
    """Whether the header names a week and a day."""
    return {"week", "day"} <= set(header)


def read_list(found: Table) -> Plan:
    """Return the plan of a list; the same day twice is two sessions.

    Days are weekdays, and weeks then begin on Monday; or numbers from 1 to 7, and weeks begin on
    whatever day the plan is started on.

    Raises:
        PlanError: a column is unknown or stands twice, a week is missing, a row is no session.
    """
    _check_header(found.header)
    sessions: list[tuple[int, Workout]] = []
    styles: set[str] = set()
    last = 0
    for row in found.rows:
        cells = _cells(row, found.header)
        number = week_number(cells["week"], row.line)
        if number != last:
            check_number(number, last + 1, row.line)
            last = number
        if any(value for name, value in cells.items() if name != "week"):
            day, style = _day(cells["day"], row.line)
            styles.add(style)
            sessions += [
                (7 * (number - 1) + day, one) for one in _sessions(cells, row.line, found.about.unit)
            ]
    if not found.rows:
        raise PlanError("the list has no rows", mend="add one, as 1,Tue,6,Easy,,")
    if len(styles) > 1:
        raise PlanError(
            "days are written both as weekdays and as numbers", mend="write all of them as Mon, Tue …"
        )
    starts_on = None if styles == {"number"} else 0
    if starts_on is not None and found.about.start is not None and found.about.start.weekday() != starts_on:
        raise PlanError(
            "the start is no Monday", where="# start:", mend="let # start: be the Monday of week 1"
        )
    return plan_of(sessions, replace(found.about, starts_on=starts_on), weeks=last)


def _check_header(header: tuple[str, ...]) -> None:
    for column, name in enumerate(header):
        if name not in COLUMNS and name:
            near = difflib.get_close_matches(name, sorted(COLUMNS), n=1)
            mend = (
                f"did you mean {near[0]}?"
                if near
                else "the columns are week,day,distance,type,details,duration"
            )
            raise PlanError(f"{name!r} is no column of a list", where=f"column {column + 1}", mend=mend)
        if name and name in header[:column]:
            mend = "take one of them away"
            raise PlanError(f"{name!r} stands twice in the header", where=f"column {column + 1}", mend=mend)


def _cells(row: Row, header: tuple[str, ...]) -> dict[str, str]:
    if len(row.cells) > len(header):
        what = f"{len(row.cells)} cells where the header has {len(header)}"
        mend = "put cells that hold a comma in double quotes"
        raise PlanError(what, where=f"line {row.line}", mend=mend)
    given = dict(zip(header, row.cells, strict=False))
    return {name: given.get(name, "") for name in sorted(COLUMNS)}


def _day(text: str, line: int) -> tuple[int, str]:
    number = weekday(text)
    if number is not None:
        return number, "weekday"
    if text in ("1", "2", "3", "4", "5", "6", "7"):
        return int(text) - 1, "number"
    raise PlanError(f"{text!r} is no day", where=f"line {line}", mend="write Mon, Tue … or 1 to 7")


def _sessions(cells: dict[str, str], line: int, unit: Unit) -> tuple[Workout, ...]:
    """Return the row's sessions; details that are no part of the shorthand become notes."""
    minutes = f"{cells['duration']}min" if cells["duration"].isdigit() else cells["duration"]
    head = " ".join(part for part in (cells["distance"], minutes, cells["type"]) if part)
    details, notes = cells["details"], cells["notes"]
    if details:
        try:
            sessions = parse_sessions(f"{head} {details}".strip(), unit)
        except PlanError:
            notes = "\n".join(part for part in (details, notes) if part)
        else:
            return _noted(sessions, notes)
    try:
        return _noted(parse_sessions(head, unit), notes)
    except PlanError as problem:
        where = f"line {line}, {problem.where}" if problem.where else f"line {line}"
        raise PlanError(problem.what, where=where, mend=problem.mend) from None


def _noted(sessions: tuple[Workout, ...], notes: str) -> tuple[Workout, ...]:
    first = sessions[0]
    return (replace(first, notes=f"{first.notes}\n{notes}".strip()), *sessions[1:])
