"""What the runner did in the file since it was last written: the calendar as an input. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from surefoot.plugin import Drop, Move
from surefoot_ical.blocks import Block, Parts
from surefoot_ical.content import content
from surefoot_ical.event import local
from surefoot_ical.manifest import Manifest, Record


def effects(parts: Parts, noted: Manifest, zone: ZoneInfo) -> Iterator[Move | Drop]:
    """Yield what was moved, called off or deleted, in order of the sessions' uids.

    A file without any event of ours is a new one, and past events may be tidied up: neither is a wish.
    """
    own = parts.own
    for uid, record in sorted(noted.events.items(), key=lambda item: item[1].session) if own else ():
        if uid not in own and noted.deleted(uid, zone):
            yield Drop(uid=record.session)
        elif uid in own and record.day(zone) >= noted.today:
            # Where a careless import doubled it, the one the runner touched speaks.
            found = (_effect(record, block, zone, parts.zones) for block in own[uid])
            yield from [effect for effect in found if effect][:1]


def _effect(record: Record, block: Block, zone: ZoneInfo, zones: bytes) -> Move | Drop | None:
    stands = content(block.raw, zone, zones)
    if stands is None or stands.key in record.written:
        return None
    if stands.cancelled:
        return Drop(uid=record.session)
    if stands.key[0] in {start for start, _, _ in record.written}:
        return None
    day, at = local(stands.start, zone)
    return Move(uid=record.session, day=day, at=at)
