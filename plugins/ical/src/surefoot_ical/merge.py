"""What becomes of each event: the schedule, the file and the manifest in, the new events out. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from surefoot.plugin import Kind, Schedule, Session
from surefoot_ical import event
from surefoot_ical.blocks import Block, Parts
from surefoot_ical.content import Content, content
from surefoot_ical.event import Rendered
from surefoot_ical.manifest import Manifest, Record

Fate: TypeAlias = Literal["created", "updated", "removed", "unchanged", "skipped"]
FATES: tuple[Fate, ...] = get_args(Fate)


@dataclass(frozen=True, slots=True)
class Merged:
    """The events as they shall be, what became of each session, and what to remember.

    ``touched`` are the UIDs of the events that differ from the file's.
    """

    events: bytes
    fates: dict[str, Fate]
    touched: frozenset[str]
    manifest: Manifest


def merge(
    schedule: Schedule, parts: Parts, manifest: Manifest | None, *, zone: ZoneInfo, cancel: bool
) -> Merged:
    """Make the events from ``schedule.today`` on equal the schedule's; what is not ours or past stays.

    ``cancel`` leaves what was dropped in the calendar, marked as cancelled.
    """
    own = parts.own
    if manifest is None or not own:
        # Without any event of ours the file is a new one, whatever an older one held.
        manifest = Manifest(schedule.today, {})
    work = _Merge(schedule, parts.zones, manifest, zone, cancel)
    wanted = {event.uid(session.uid): session for session in _order(schedule)}
    for uid, session in wanted.items():
        work.want(uid, session, own.get(uid, []))
    for uid, blocks in own.items():
        if uid not in wanted:
            for block in blocks:
                work.leave(uid, block)
    kept = [work.put.get(block, block.raw) for block in parts.blocks if block not in work.taken]
    return Merged(
        b"".join(kept + work.ours),
        work.fates,
        frozenset(work.touched),
        Manifest(schedule.today, work.records),
    )


def _order(schedule: Schedule) -> list[Session]:
    wanted = [
        one for one in schedule.sessions if one.day >= schedule.today and one.workout.kind is not Kind.REST
    ]
    return sorted(wanted, key=lambda one: (one.day, one.at or time.min, one.uid))


@dataclass(slots=True)
class _Merge:
    """Decides event by event. ``taken`` leave their place in the file, ``put`` change in theirs."""

    schedule: Schedule
    zones: bytes
    manifest: Manifest
    zone: ZoneInfo
    cancel: bool
    ours: list[bytes] = field(default_factory=list)
    taken: set[Block] = field(default_factory=set)
    put: dict[Block, bytes] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    records: dict[str, Record] = field(default_factory=dict)
    fates: dict[str, Fate] = field(default_factory=dict)

    def want(self, uid: str, session: Session, blocks: list[Block]) -> None:
        """Bring the event of a session of the schedule to its state."""
        if not blocks and self.manifest.deleted(uid, self.zone):
            self.records[uid] = replace(self.manifest.events[uid], gone=True)
            self.fates[session.uid] = "skipped"
        elif not blocks:
            self._write(uid, session, event.render(session, self.zone), "created")
        elif len(blocks) == 1:
            self._update(uid, session, blocks[0])
        else:
            self._single(uid, session, blocks)

    def leave(self, uid: str, block: Block) -> None:
        """Decide on an event of ours that the schedule does not have from today on."""
        record = self.manifest.events.get(uid)
        if (day := event.our_day(block.raw, self.zone)) and day < self.schedule.today:
            self._keep(uid, record)
            return
        stands = self._read(block)
        if stands is None or event.local(stands.start, self.zone)[0] < self.schedule.today:
            self._keep(uid, record)
        elif stands.cancelled and self.cancel:
            return
        elif not stands.cancelled and self._edited(record, stands):
            self._keep(uid, record)
            self.fates[record.session if record else uid] = "skipped"
        else:
            self._drop(uid, block, record)

    def _update(self, uid: str, session: Session, block: Block) -> None:
        record = self.manifest.events.get(uid)
        fresh = event.render(session, self.zone)
        if event.unstamped(fresh.raw) == event.unstamped(block.raw):
            self._same(uid, session, block, fresh)
            return
        stands = self._read(block)
        if stands and stands.key == fresh.key:
            self._same(uid, session, block, fresh)
        elif stands is None or self._edited(record, stands, fresh):
            self._keep(uid, record)
            self.fates[session.uid] = "skipped"
        else:
            self.taken.add(block)
            higher = max(session.revision, stands.sequence + 1)
            self._write(uid, session, event.render(session, self.zone, sequence=higher), "updated")

    def _single(self, uid: str, session: Session, blocks: list[Block]) -> None:
        """Make one of several: a careless import somewhere doubled the event."""
        record = self.manifest.events.get(uid)
        contents = [self._read(block) for block in blocks]
        if any(one is None or self._edited(record, one) for one in contents):
            self._keep(uid, record)
            self.fates[session.uid] = "skipped"
            return
        self.taken.update(blocks)
        higher = max(session.revision, *(one.sequence + 1 for one in contents if one))
        self._write(uid, session, event.render(session, self.zone, sequence=higher), "updated")

    def _same(self, uid: str, session: Session, block: Block, fresh: Rendered) -> None:
        self.taken.add(block)
        self.ours.append(block.raw)
        self.records[uid] = Record(session.uid, (fresh.key,))
        self.fates[session.uid] = "unchanged"

    def _write(self, uid: str, session: Session, fresh: Rendered, fate: Fate) -> None:
        self.ours.append(fresh.raw)
        self.touched.add(uid)
        self.records[uid] = Record(session.uid, (fresh.key,))
        self.fates[session.uid] = fate

    def _keep(self, uid: str, record: Record | None) -> None:
        if record:
            self.records[uid] = record

    def _drop(self, uid: str, block: Block, record: Record | None) -> None:
        if self.cancel:
            self.put[block] = event.cancelled(block.raw, self._changed())
        else:
            self.taken.add(block)
        self.touched.add(uid)
        self.fates[record.session if record else uid] = "removed"

    def _changed(self) -> datetime | None:
        """Return when the schedule last changed: the moment of dropping, as far as a target can know."""
        revised = (one.revised for one in (*self.schedule.sessions, *self.schedule.dropped))
        return max((one for one in revised if one), default=None)

    def _edited(self, record: Record | None, stands: Content, fresh: Rendered | None = None) -> bool:
        """Whether the runner changed the event, unless it was moved to where it shall be now anyway."""
        if record is None or stands.key in record.written:
            return False
        return fresh is None or stands.key[0] != fresh.key[0] or not stands.moved_from(record.written)

    def _read(self, block: Block) -> Content | None:
        return content(block.raw, self.zone, self.zones)
