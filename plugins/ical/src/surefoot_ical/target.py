"""The calendar file as a target."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, Literal
from zoneinfo import ZoneInfo

from surefoot.plugin import ConfigError, Drop, Move, Receipt, Schedule, Target, Unavailable, Wish
from surefoot_ical import calendar, disk, event, manifest
from surefoot_ical.blocks import Block, Parts, split
from surefoot_ical.content import content
from surefoot_ical.merge import FATES, Merged, merge


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
    zone: str = "UTC"

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Make the file hold the schedule from today on; see ``Target.publish``.

        Raises:
            ConfigError: the zone is not known.
            Unavailable: the file cannot be read or written, or is no calendar; it stays as it is.
        """
        parts = self._parts()
        noted = manifest.load(self.folder)
        merged = merge(schedule, parts, noted, zone=self._zone(), cancel=self.dropped == "cancel")
        if not dry_run:
            self._store(parts, noted, merged)
        return self._receipt(merged)

    def wishes(self) -> Iterable[Wish]:
        """Yield a wish for each session that the runner moved or deleted in the file since.

        Raises:
            ConfigError: the zone is not known.
            Unavailable: the file cannot be read, or is no calendar.
        """
        own = (parts := self._parts()).own
        noted = manifest.load(self.folder)
        if noted is None or not own:
            return
        zone, seen = self._zone(), datetime.fromtimestamp(self._path().stat().st_mtime, UTC)
        for uid, record in sorted(noted.events.items(), key=lambda item: item[1].session):
            if uid in own:
                effect = (
                    self._moved(record, own[uid], parts, zone) if record.day(zone) >= noted.today else None
                )
            else:
                effect = Drop(uid=record.session) if noted.deleted(uid, zone) else None
            if effect:
                yield Wish(effect=effect, seen=seen, where=self.label, uid=record.session)

    def _moved(
        self, record: manifest.Record, blocks: list[Block], parts: Parts, zone: ZoneInfo
    ) -> Move | Drop | None:
        """Return what the runner did to an event: moved it, called it off, or nothing of the sort."""
        for block in blocks:
            stands = content(block.raw, zone, parts.zones)
            if stands is None or stands.key in record.written:
                continue
            if stands.cancelled:
                return Drop(uid=record.session)
            if stands.key[0] not in {start for start, _, _ in record.written}:
                day, at = event.local(stands.start, zone)
                return Move(uid=record.session, day=day, at=at)
        return None

    def _parts(self) -> Parts:
        data = disk.read(self._path())
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

    def _store(self, parts: Parts, noted: manifest.Manifest | None, merged: Merged) -> None:
        head = calendar.head(self.name, self.label) if parts.ours or not parts.head else parts.head
        differs = bool(merged.touched) or (bool(parts.head) and head != parts.head)
        if differs:
            before = (noted or manifest.Manifest(merged.manifest.today, {})).before(
                merged.manifest, merged.touched
            )
            self._note(noted, before)
            disk.replace(self._path(), head + merged.events + calendar.END)
            noted = before
        self._note(noted, merged.manifest)

    def _note(self, old: manifest.Manifest | None, new: manifest.Manifest) -> None:
        if new == old or not (old or new.events):
            return
        path = self.folder / manifest.NAME
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            disk.refuse("write", path, error)
        disk.replace(path, manifest.encode(new), mode=0o600)

    def _receipt(self, merged: Merged) -> Receipt:
        by = {fate: tuple(sorted(uid for uid, one in merged.fates.items() if one == fate)) for fate in FATES}
        return Receipt(where=self.path.name, **by)

    def _path(self) -> Path:
        return self.path.expanduser()

    def _zone(self) -> ZoneInfo:
        try:
            return ZoneInfo(self.zone)
        except (KeyError, OSError, ValueError) as error:
            raise ConfigError(
                f"There is no time zone {self.zone!r}.",
                where=f"[targets.{self.label}] zone",
                mend="Write it as Area/City, as in zone = 'Europe/Berlin'.",
            ) from error
