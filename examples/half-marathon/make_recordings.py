"""Write the recordings of this example into runs/: five weeks, the last of which ends with 19 km.

    python examples/half-marathon/make_recordings.py [FOLDER]

Always the same bytes. It uses the writers that the tests of surefoot-files use.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "plugins" / "files" / "tests"))

from recording_writers import Run, fit, gpx, tcx  # noqa: E402 - the path first

MONDAY = date(2026, 12, 21)
WEEKS = 5
WEEK = ((1, 6_000, "fit"), (3, 6_000, "tcx"), (5, 5_000, "gpx"), (6, 10_000, "fit"))
"""Day of the week (0 is Monday), metres, and the format it is written in."""

LONG_ONE = {date(2027, 1, 24): 19_000}
"""The Sunday on which it became 19 km."""

PACKED = frozenset({date(2027, 1, 10)})
ZONE = ZoneInfo("Europe/Berlin")
SECONDS_A_KM = 360


def recordings() -> Iterator[tuple[str, bytes]]:
    """Yield each recording's file name and content."""
    for week in range(WEEKS):
        for weekday, metres, kind in WEEK:
            day = MONDAY + timedelta(weeks=week, days=weekday)
            data = _written(_run(day, LONG_ONE.get(day, metres), week), kind)
            if day in PACKED:
                yield f"{day}.{kind}.gz", _packed(data)
            else:
                yield f"{day}.{kind}", data


def _run(day: date, metres: int, week: int) -> Run:
    """Return a morning's run: around 7:30, around 6:00 min/km, never twice quite the same."""
    start = datetime.combine(day, time(7, 24 + (day.day * 7) % 13), ZONE)
    pace = SECONDS_A_KM + (day.day * 5) % 9 - week
    return Run(start=start, metres=metres, seconds=metres * pace // 1000, title="Morning run")


def _written(run: Run, kind: str) -> bytes:
    return {"fit": fit, "tcx": tcx, "gpx": gpx}[kind](run)


def _packed(data: bytes) -> bytes:
    """Return it packed, without the time and the system it was packed on."""
    packed = gzip.compress(data, mtime=0)
    return packed[:9] + b"\xff" + packed[10:]


def main() -> None:
    """Write all of them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "runs"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in recordings():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
