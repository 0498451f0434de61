from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import Secret, Source, Target
from surefoot.testing import SourceContract, TargetContract
from surefoot.testing.standin_intervals import KEY, IntervalsStandin
from surefoot_intervals import Activities, Calendar

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2031, 3, 1, 12, 0, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICU_KEY", KEY)


class TestActivities(SourceContract):
    module = "surefoot_intervals"
    window = (date(2031, 3, 3), date(2031, 3, 8))

    @pytest.fixture(autouse=True)
    def _platform(self) -> Iterator[None]:
        with IntervalsStandin() as self.platform:
            for day in range(12):
                self.platform.add_run(NOON + timedelta(days=day), 6000.3, 2100)
            self.platform.add_run(NOON.replace(day=3, hour=0, minute=5), 5000, 1500, type="TrailRun")
            self.platform.add_run(NOON.replace(day=8, hour=23, minute=50), 1000, 1500, type="Swim")
            self.platform.add_stub(NOON.replace(day=5, hour=18))
            yield

    def make(self, folder: Path) -> Source:
        return Activities(
            key=Secret(env="ICU_KEY"), host=self.platform.base, patience=5, zone=ZoneInfo("Europe/Berlin")
        )

    def remove(self, source: Source, folder: Path) -> str:
        return str(self.platform.activities.pop(4)["id"])


class TestCalendar(TargetContract):
    module = "surefoot_intervals"

    @pytest.fixture(autouse=True)
    def _platforms(self) -> Iterator[None]:
        self.platforms: dict[Path, IntervalsStandin] = {}
        yield
        for one in self.platforms.values():
            one.__exit__(None, None, None)

    def make(self, folder: Path) -> Target:
        if folder not in self.platforms:
            self.platforms[folder] = IntervalsStandin().__enter__()
        return Calendar(key=Secret(env="ICU_KEY"), host=self.platforms[folder].base, patience=5)

    def platform(self, target: Target) -> IntervalsStandin:
        assert isinstance(target, Calendar)
        return next(one for one in self.platforms.values() if one.base == target.host)

    def read(self, target: Target) -> dict[str, str]:
        own = [one for one in self.platform(target).events if "external_id" in one]
        found = {
            str(one["external_id"]).removeprefix("surefoot:"): json.dumps(
                {name: value for name, value in one.items() if name != "id"}, sort_keys=True
            )
            for one in own
        }
        assert len(found) == len(own)
        return found

    def add_foreign(self, target: Target) -> None:
        self.platform(target).events += [
            {
                "id": 1,
                "category": "WORKOUT",
                "type": "Ride",
                "name": "Ride",
                "start_date_local": "2031-03-06T00:00:00",
            },
            {"id": 2, "category": "NOTE", "name": "Dentist", "start_date_local": "2031-03-06T00:00:00"},
        ]

    def read_foreign(self, target: Target) -> object:
        return [dict(one) for one in self.platform(target).events if "external_id" not in one]

    def edit(self, target: Target, uid: str) -> None:
        for one in self.platform(target).events:
            if one.get("external_id") == f"surefoot:{uid}":
                one["name"] = "With Kim"


class TestWithDiary(TestActivities):
    @pytest.fixture(autouse=True)
    def _marks(self, _platform: None) -> None:
        self.platform.wellness += [
            {"id": f"2031-03-{day:02}", "soreness": 4, "injury": 2} for day in range(1, 12)
        ]

    def make(self, folder: Path) -> Source:
        made = super().make(folder)
        made.diary = True  # type: ignore[attr-defined]
        return made
