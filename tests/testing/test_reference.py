"""The kit against parts that keep every promise."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from surefoot.plugin import (
    Activity,
    Diary,
    Format,
    History,
    Pain,
    Policy,
    Schedule,
    Source,
    Sport,
    Target,
)
from surefoot.testing import (
    TODAY,
    FormatContract,
    MemoryFormat,
    MemoryPolicy,
    MemorySource,
    MemoryTarget,
    PolicyContract,
    SourceContract,
    TargetContract,
    sample_schedule,
)

SHELVES: dict[Path, dict[str, str]] = {}
RECORDED: dict[Path, list[Activity]] = {}


def runs() -> list[Activity]:
    first = datetime(2031, 3, 1, 7, 0, tzinfo=UTC)
    return [
        Activity(id=f"run-{n}", sport=Sport.RUN, start=first + timedelta(days=n), metres=6000, seconds=2100)
        for n in range(10)
    ]


class TestMemorySource(SourceContract):
    window = (date(2031, 3, 3), date(2031, 3, 6))

    def make(self, folder: Path) -> Source:
        part = MemorySource()
        part.held = RECORDED.setdefault(folder, runs())
        return part

    def remove(self, source: Source, folder: Path) -> str:
        return RECORDED[folder].pop(3).id


class TestMemoryTarget(TargetContract):
    def make(self, folder: Path) -> Target:
        part = MemoryTarget()
        part.events = SHELVES.setdefault(folder, {})
        return part

    def read(self, target: Target) -> Mapping[str, str]:
        assert isinstance(target, MemoryTarget)
        return target.events


class TestMemoryFormat(FormatContract):
    def make(self, folder: Path) -> Format:
        return MemoryFormat()

    def samples(self) -> list[bytes]:
        easy = b'{"day": 1, "kind": "easy", "title": "Easy", "metres": 6000}'
        long = b'{"day": 6, "kind": "long", "title": "Long", "metres": 9000, "upto": 12000}'
        return [b"\n".join((b"7", easy, long))]


class TestMemoryPolicy(PolicyContract):
    def make(self, folder: Path) -> Policy:
        return MemoryPolicy()

    def case(self) -> tuple[Schedule, History, Diary]:
        report = Pain(day=TODAY, where="knee", side="left", score=7)
        return sample_schedule(), History(until=TODAY), Diary(entries=(report,))
