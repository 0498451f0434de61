from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from surefoot.plugin import Target
from surefoot.testing import TargetContract, sample_schedule
from surefoot_ical import Ical
from surefoot_ical.blocks import split
from surefoot_ical.event import uid

DENTIST = "BEGIN:VEVENT\nUID:dentist\nDTSTART:20310305T090000\nSUMMARY:Dentist\nEND:VEVENT\n"
FOREIGN = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Mine//EN\n{DENTIST}END:VCALENDAR\n"
SESSIONS = {uid(one.uid): one.uid for one in sample_schedule().sessions}


class TestIcal(TargetContract):
    module = "surefoot_ical"

    def make(self, folder: Path) -> Ical:
        return Ical(path=folder / "plan.ics", zone=ZoneInfo("Europe/Berlin"))

    def read(self, target: Target) -> dict[str, bytes]:
        assert isinstance(target, Ical)
        if not target.path.exists():
            return {}
        own = split(target.path.read_bytes()).own
        assert all(len(blocks) == 1 for blocks in own.values())
        return {SESSIONS[name]: blocks[0].raw for name, blocks in own.items()}

    def add_foreign(self, target: Target) -> None:
        assert isinstance(target, Ical)
        target.path.write_bytes(FOREIGN.encode())

    def read_foreign(self, target: Target) -> list[bytes]:
        assert isinstance(target, Ical)
        return [block.raw for block in split(target.path.read_bytes()).blocks if not block.own]

    def edit(self, target: Target, uid: str) -> None:
        assert isinstance(target, Ical)
        before = self.read(target)[uid]
        after = before.replace(b"SUMMARY:", b"SUMMARY:With Kim: ")
        target.path.write_bytes(target.path.read_bytes().replace(before, after))
