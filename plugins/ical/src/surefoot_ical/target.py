"""The calendar file as a target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, Literal
from zoneinfo import ZoneInfo

from surefoot.plugin import Receipt, Schedule, Target, Unavailable, Wish
from surefoot_ical import calendar, disk, manifest
from surefoot_ical.blocks import Parts, split
from surefoot_ical.manifest import Manifest
from surefoot_ical.merge import FATES, Merged, merge
from surefoot_ical.wish import effects


class Ical(Target):
    """Keeps an iCalendar file (.ics) true to the schedule.

    Attributes:
        path: the file; one that other programs write to as well keeps what is not Surefoot's.
        name: the calendar's name, as subscribers show it.
        dropped: whether what is no longer to be done disappears or stays, marked as cancelled.
        zone: the zone that start hours are meant in, by default the runner's.
    """

    use: ClassVar[str] = "ical"

    path: Path
    name: str = "Surefoot"
    dropped: Literal["remove", "cancel"] = "remove"
    zone: ZoneInfo

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Make the file hold the schedule from today on; see ``Target.publish``.

        Raises:
            Unavailable: the file cannot be read or written, or is no calendar; it stays as it is.
        """
        data = disk.read(self._path())
        parts, noted = self._parts(data), manifest.load(self.folder)
        merged = merge(schedule, parts, noted, zone=self.zone, cancel=self.dropped == "cancel")
        if not dry_run:
            self._store(data, parts, noted, merged)
        return self._receipt(merged)

    def wishes(self) -> Iterable[Wish]:
        """Yield a wish for each session that the runner moved or deleted in the file since.

        Raises:
            Unavailable: the file cannot be read, or is no calendar.
        """
        data, noted = disk.read(self._path()), manifest.load(self.folder)
        if data is None or noted is None or noted.file == manifest.digest(data):
            return
        zone, seen = self.zone, datetime.fromtimestamp(self._path().stat().st_mtime, UTC)
        for effect in effects(self._parts(data), noted, zone):
            yield Wish(effect=effect, seen=seen, where=self.label, uid=effect.uid)

    def _parts(self, data: bytes | None) -> Parts:
        if data is None or not data.strip():
            return Parts(b"", ())
        try:
            return split(data)
        except ValueError as error:
            raise Unavailable(
                f"This is not a calendar that can be kept up: it {error}. Nothing in it was touched.",
                where=str(self.path),
                mend="Move the file away or give another path in surefoot.toml, then: surefoot push",
            ) from error

    def _store(self, data: bytes | None, parts: Parts, noted: Manifest | None, merged: Merged) -> None:
        """Write the file if anything in it differs, and note what was written before and after."""
        head = calendar.head(self.name, self.label) if parts.ours or not parts.head else parts.head
        stands = data or b""
        if merged.touched or (parts.head and head != parts.head):
            before = (noted or Manifest(merged.manifest.today, {})).before(merged.manifest, merged.touched)
            self._note(noted, before)
            noted, stands = before, head + merged.events + calendar.END
            disk.recheck(self._path(), data)
            disk.replace(self._path(), stands)
        calm = "skipped" not in merged.fates.values()
        self._note(noted, replace(merged.manifest, file=manifest.digest(stands) if calm else ""))

    def _note(self, old: Manifest | None, new: Manifest) -> None:
        if new == old or not (old or new.events):
            return
        disk.replace(self.folder / manifest.NAME, manifest.encode(new), private=True)

    def _receipt(self, merged: Merged) -> Receipt:
        by = {fate: tuple(sorted(uid for uid, one in merged.fates.items() if one == fate)) for fate in FATES}
        return Receipt(where=self.path.name, **by)

    def _path(self) -> Path:
        return self.path.expanduser()
