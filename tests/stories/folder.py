"""A runner's folder, one day after the other, through the command line as they would type it."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from pathlib import Path
from shlex import split

from surefoot.cli.main import run

SETTINGS = """\
[runner]
zone = "UTC"

[plan]
file = "plan.csv"
name = "{name}"
race = {race}

[sources.runs]
use = "files"
path = "runs"

[targets.calendar]
use = "ical"
path = "plan.ics"

{more}
"""

TCX = """\
<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
<Activities><Activity Sport="Running"><Id>{start}</Id>
<Lap StartTime="{start}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>
<DistanceMeters>{metres}</DistanceMeters><Track>
<Trackpoint><Time>{start}</Time><DistanceMeters>0</DistanceMeters></Trackpoint>
<Trackpoint><Time>{end}</Time><DistanceMeters>{metres}</DistanceMeters></Trackpoint>
</Track></Lap></Activity></Activities></TrainingCenterDatabase>
"""


class Folder:
    """A training folder: a plan, recordings as they come in, and commands on a given day."""

    def __init__(self, path: Path, plan: str, race: date, *, name: str = "half", more: str = "") -> None:
        self.path = path
        (path / "runs").mkdir(parents=True)
        (path / "plan.csv").write_text(plan)
        (path / "surefoot.toml").write_text(SETTINGS.format(name=name, race=race, more=more))

    def ran(self, day: date, km: float, pace: int = 360) -> None:
        """Put a recording into ``runs``."""
        start = datetime.combine(day, time(7), UTC)
        seconds = round(km * pace)
        text = TCX.format(
            start=f"{start:%Y-%m-%dT%H:%M:%SZ}",
            end=f"{start + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}",
            seconds=seconds,
            metres=round(km * 1000),
        )
        (self.path / "runs" / f"{day}.tcx").write_text(text)

    def type(self, day: date, line: str) -> str:
        """Type ``surefoot LINE`` on ``day``; return what it prints.

        Raises:
            AssertionError: it did not end well.
        """
        said = StringIO()
        with redirect_stdout(said):
            status = run(["-C", str(self.path), "--today", str(day), *split(line)])
        assert status == 0, f"{line}: {status}\n{said.getvalue()}"
        return said.getvalue()

    def week(self, day: date, weeks: int = 0) -> dict[str, tuple[str, int | None]]:
        """Return each day's run of the week of ``day``: its kind and metres; rest and strength left out."""
        return {
            one["day"]: (one["kind"], one["metres"])
            for one in self.sessions(day, weeks)
            if one["kind"] not in ("rest", "strength", "micro")
        }

    def strength(self, day: date) -> list[str]:
        """Return the days with strength in the week of ``day``."""
        return [one["day"] for one in self.sessions(day) if one["kind"] == "strength"]

    def next_week(self, day: date) -> dict[str, tuple[str, int | None]]:
        """Return the runs of the week after that of ``day``, as they stand on ``day``."""
        return self.week(day, weeks=1)

    def runs(self, day: date, since: str, until: str) -> list[dict[str, object]]:
        """Return the runs from ``since`` to ``until``, as they stand on ``day``."""
        days = (*self.sessions(day), *self.sessions(day, weeks=1))
        return [one for one in days if since <= str(one["day"]) <= until and one["metres"]]

    def sessions(self, day: date, weeks: int = 0) -> list[dict[str, object]]:
        """Return the week of ``day``, or one so many weeks later, as it stands on ``day``."""
        start = day + timedelta(days=7 * weeks - day.weekday())
        found = json.loads(self.type(day, "plan --json"))["weeks"]
        return next(one["sessions"] for one in found if one["start"] == str(start))
