"""Strava exports as they are downloaded, in several languages and of several ages."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

GPX = """<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>{type}</type><trkseg>
<trkpt lat="52.5" lon="13.4"><time>{start:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>
<trkpt lat="52.509" lon="13.4"><time>{middle:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>
</trkseg></trk></gpx>"""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One activity as the table shows it; numbers and date as text, in the runner's language."""

    id: str
    date: str
    type: str = "Run"
    name: str = "Morning Run"
    shown: str = "9.44"
    elapsed: str = "3100"
    moving: str = "3000.0"
    metres: str = "9440.5"
    file: str = ""


def table(lines: list[Line], *, english: bool = True) -> bytes:
    """Return ``activities.csv`` with its 94 columns."""
    head = ["Activity ID" if english else "Aktivitäts-ID", *(f"Spalte {n}" for n in range(1, 94))]
    head[6] = head[17] = "Distance" if english else "Distanz"
    head[5] = head[15] = "Elapsed Time" if english else "Verstrichene Zeit"
    rows = []
    for one in lines:
        row = [one.id, one.date, one.name, one.type, "two\nlines, and a comma", one.elapsed, one.shown]
        row += [""] * 5 + [one.file, "", "", one.elapsed, one.moving, one.metres]
        rows.append(row + [""] * (94 - len(row)))
    return _csv([head, *rows])


def old_table(lines: list[Line]) -> bytes:
    """Return ``activities.csv`` as it was before July 2019: ten columns, in metres."""
    head = [f"column {n}" for n in range(10)]
    rows = [
        [one.id, one.date, one.name, one.type, "", one.elapsed, one.metres, "false", "", one.file]
        for one in lines
    ]
    return _csv([head, *rows])


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def gpx(start: datetime, middle: datetime, kind: str = "running") -> bytes:
    """Return a recording of a kilometre, packed."""
    return gzip.compress(GPX.format(start=start, middle=middle, type=kind).encode())


def archive(path: Path, data: bytes, files: dict[str, bytes] | None = None) -> Path:
    """Write the zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("activities.csv", data)
        for name, content in (files or {}).items():
            file.writestr(name, content)
    return path
