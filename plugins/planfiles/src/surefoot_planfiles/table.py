"""A CSV file as rows with their lines, whatever its separator; its ``# key: value`` comments apart."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date

from surefoot.plugin import PlanError, Unit, weekday
from surefoot_planfiles.build import About

SEPARATORS = (",", ";", "\t")
COLUMNS = frozenset(("week", "day", "distance", "type", "details", "duration", "notes"))
_COMMENT = re.compile(r"#\s*(?P<key>[a-z ]+?)\s*:\s*(?P<value>.*?)\s*", re.IGNORECASE | re.DOTALL)
_HINT = re.compile(r"sep=.?", re.IGNORECASE)
"""What some spreadsheets are told their separator with, in a row of its own."""
_MEASURED = re.compile(r"\((?P<unit>km|kms|kilometers|kilometres|mi|mile|miles)\)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file (from 1) and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows after the header, the header's names in lower case, and what the comments say."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    about: About


def heading(cell: str) -> str:
    """Return a header cell's name: ``Distance (mi)`` is ``distance``."""
    return _MEASURED.sub("", cell.strip().lower()).strip()


def table(text: str) -> Table:
    """Return the file's rows.

    Raises:
        PlanError: its quotes do not close, it has no header, or a comment is wrong.
    """
    separator = max(SEPARATORS, key=lambda one: _known(text, one))
    rows = _rows(text, separator)
    about = About()
    plain = []
    for row in rows:
        cells = tuple(cell.strip() for cell in row.cells)
        if cells[0].startswith("#"):
            about = _told(about, separator.join(row.cells).strip().rstrip(separator), row.line)
        elif any(cells) and not _HINT.fullmatch(cells[0]):
            plain.append(Row(row.line, cells))
    if not plain:
        raise PlanError(
            "the file holds comments and no plan", mend="begin with week,Mon,Tue,Wed,Thu,Fri,Sat,Sun"
        )
    head = plain[0].cells
    measured = next((match["unit"] for cell in head if (match := _MEASURED.search(cell.lower()))), None)
    if measured is not None and measured.startswith("mi"):
        about = About(name=about.name, unit=Unit.MI, start=about.start, starts_on=about.starts_on)
    return Table(tuple(heading(cell) for cell in head), tuple(plain[1:]), about)


def _known(text: str, separator: str) -> int:
    """Count the header cells that are known when the file is cut by this separator."""
    best = 0
    for line in text.splitlines()[:50]:
        if not line.lstrip("\ufeff").startswith("#"):
            cells = [heading(cell.strip('" ')) for cell in line.split(separator)]
            best = max(best, sum(cell in COLUMNS or weekday(cell) is not None for cell in cells))
    return best


def _rows(text: str, separator: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    try:
        for cells in reader:
            if cells:
                line = reader.line_num - sum(cell.count("\n") for cell in cells)
                rows.append(Row(line, tuple(cells)))
    except csv.Error as problem:
        where = f"line {reader.line_num}"
        raise PlanError(
            f"the quotes do not add up ({problem})", where=where, mend='write " as "" in quotes'
        ) from None
    return rows


def _told(about: About, comment: str, line: int) -> About:
    """Take in ``# name: …``, ``# unit: mi``, ``# start: 2027-01-04``; other comments are for people."""
    match = _COMMENT.fullmatch(comment)
    if match is None:
        return about
    key, value = match["key"].lower(), match["value"]
    name, unit, start = about.name, about.unit, about.start
    if key == "name":
        name = value
    elif key == "unit":
        unit = _unit(value, line)
    elif key == "start":
        start = _start(value, line)
    return About(name=name, unit=unit, start=start, starts_on=about.starts_on)


def _unit(value: str, line: int) -> Unit:
    spoken = value.lower()
    if spoken in ("km", "k", "kilometres", "kilometers"):
        return Unit.KM
    if spoken in ("mi", "mile", "miles"):
        return Unit.MI
    raise PlanError(f"{value!r} is no unit", where=f"line {line}", mend="write # unit: km or # unit: mi")


def _start(value: str, line: int) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        mend = "write it as # start: 2027-01-04"
        raise PlanError(f"{value!r} is no date", where=f"line {line}", mend=mend) from None
