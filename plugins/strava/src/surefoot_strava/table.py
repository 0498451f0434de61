"""``activities.csv`` of an export, read by position: its header is in the runner's language. Pure."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from surefoot_strava.dates import moment

WIDE = 18
"""Columns; since July 2019 there are more than 90, of which the first are always the same."""
OLD = 10
"""Columns of an export before that; its distance is in metres."""
csv.field_size_limit(1 << 24)  # a description may be a novel


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One activity as the table tells it: lengths in whole metres and seconds, None where it does not say.

    ``start`` is None where the date can be read in two ways. ``file`` is its recording, "" where it has
    none.
    """

    id: str
    start: datetime | None
    title: str
    type: str
    file: str
    metres: int | None
    seconds: int | None
    elapsed: int | None


def rows(data: bytes) -> list[Row]:
    """Return the activities of the table.

    Raises:
        ValueError: it is no such table; the text says why in half a sentence.
    """
    try:
        text = data.decode("utf-8-sig")
        _, *lines = csv.reader(io.StringIO(text, newline=""))
    except (UnicodeDecodeError, csv.Error, ValueError):
        raise ValueError("its activities.csv is no table") from None
    found = [_row(line) for line in lines if line]
    if any(one is None for one in found):
        raise ValueError("its activities.csv has other columns than a Strava export")
    return [one for one in found if one is not None]


def _row(line: list[str]) -> Row | None:
    if not line[0].strip().isdecimal() or len(line) < OLD:
        return None
    wide = len(line) >= WIDE
    # Two columns are called Distance, and two Elapsed Time: the first of each is for people.
    file, elapsed, moving, metres = (12, 15, 16, 17) if wide else (9, 5, 5, 6)
    return Row(
        id=line[0].strip(),
        start=moment(line[1]),
        title=line[2],
        type=line[3],
        file=line[file].strip(),
        metres=number(line[metres]),
        seconds=number(line[moving]) or number(line[elapsed]),
        elapsed=number(line[elapsed]),
    )


def number(text: str) -> int | None:
    """Return a length as a whole number: ``9440.5``, ``9440,5`` and ``9.440,5`` are the same."""
    text = text.strip().replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        text = text.replace("." if comma > point else ",", "")
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return None
    return round(found) if isfinite(found) and found >= 0 else None
