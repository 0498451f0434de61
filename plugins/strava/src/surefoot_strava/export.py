"""What was done, from the export that Strava gives to everybody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, Source, Sport
from surefoot_strava.archive import Archive
from surefoot_strava.table import Row, rows

if TYPE_CHECKING:
    from surefoot_files.recording import Recording


class Export(Source):
    """Reads the export that Strava sends on request, as a zip or unpacked.

    Attributes:
        path: the zip as it was downloaded, or the folder it was unpacked to.
        zone: the zone the activities were done in, by default the runner's: the export does not say.
    """

    use: ClassVar[str] = "strava"
    archive: ClassVar[bool] = True

    path: Path
    zone: ZoneInfo

    def check(self) -> None:
        """See whether the export is there.

        Raises:
            Unavailable: it is not, or is none.
        """
        with Archive(self.path, self.label).opened() as archive:
            archive.table()

    def activities(self, since: date, until: date) -> Iterator[Activity]:
        """Yield what the export holds for these days.

        Raises:
            Unavailable: the export is not there, or cannot be read.
        """
        self._problems: list[tuple[str, str]] = []
        self._gaps: set[date] = set()
        seen = set[str]()
        with Archive(self.path, self.label).opened() as archive:
            try:
                found = rows(archive.table())
            except ValueError as why:
                archive.refuse(str(why))
            for row in found:
                if row.id in seen:
                    continue
                seen.add(row.id)
                one = self._activity(archive, row)
                if one is not None and since <= one.day <= until:
                    yield one

    def problems(self) -> Iterable[tuple[str, str]]:
        """Yield each activity that could not be read, and why."""
        return self._problems

    def gaps(self) -> Iterable[date]:
        """Yield the days of what could not be read."""
        return sorted(self._gaps)

    def _activity(self, archive: Archive, row: Row) -> Activity | None:
        """Return the activity of a row; where the table leaves something open, its recording is opened."""
        from surefoot_files.sports import named

        sport = named(row.type)
        start = row.start.astimezone(self.zone) if row.start else None
        metres, seconds = row.metres, row.seconds
        if sport is None or start is None or not (metres or seconds):
            recorded = _recording(archive, row.file)
            if recorded is not None:
                sport = sport or Sport(recorded.sport)
                start = start or recorded.activity(self.label).start.astimezone(self.zone)
                metres, seconds = metres or recorded.metres, seconds or recorded.seconds
        if start is None or not (metres or seconds):
            self._leave_out(row, start)
            return None
        return Activity(
            id=row.id,
            sport=sport or Sport.OTHER,
            start=start,
            metres=metres or 0,
            seconds=seconds or 0,
            elapsed=row.elapsed,
            title=row.title,
            notes=() if sport else (f'its sport "{row.type[:40]}" is not known, so it is no run',),
        )

    def _leave_out(self, row: Row, start: datetime | None) -> None:
        what = f'activity {row.id} "{row.title[:40]}"'
        if start is None:
            self._problems.append((what, "its date cannot be read, and it has no recording that says it"))
        else:
            self._problems.append((f"{what} of {start.date()}", "it says neither how far nor how long"))
            self._gaps.add(start.date())


def _recording(archive: Archive, name: str) -> Recording | None:
    """Return the recording of this name; None where there is none that can be read."""
    from surefoot_files.folder import kind
    from surefoot_files.reading import read_stream
    from surefoot_files.recording import UnreadableError

    which = kind(name.rpartition("/")[2])
    if which is None:
        return None
    try:
        with archive.open(name) as stream:
            return next(iter(read_stream(stream, which[0], packed=which[1])), None)
    except (OSError, UnreadableError, zipfile.BadZipFile, EOFError, ValueError, RuntimeError):
        return None
