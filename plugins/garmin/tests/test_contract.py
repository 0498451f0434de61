from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from surefoot.net import save_private
from surefoot.plugin import Source, Target
from surefoot.testing import SourceContract, TargetContract
from surefoot.testing.standin_garmin import GarminStandin
from surefoot_garmin import Activities, Calendar
from surefoot_garmin.workout import uid

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2031, 3, 1, 12, 0, tzinfo=BERLIN)


class TestActivities(SourceContract):
    module = "surefoot_garmin"
    window = (date(2031, 3, 3), date(2031, 3, 8))

    @pytest.fixture(autouse=True)
    def _platform(self) -> Iterator[None]:
        with GarminStandin() as self.platform:
            for day in range(12):
                self.platform.add_run(NOON + timedelta(days=day), 6000.3, 2100.6)
            self.platform.add_run(NOON.replace(day=3, hour=0, minute=5), 5000, 1500, kind="trail_running")
            self.platform.add_run(NOON.replace(day=8, hour=23, minute=50), 1000, 1500, kind="lap_swimming")
            self.platform.add_run(NOON.replace(day=5, hour=18), 0.0, 0.0)
            yield

    def make(self, folder: Path) -> Source:
        return Activities(host=self.platform.base, patience=5, zone=ZoneInfo("Europe/Berlin"))

    def remove(self, source: Source, folder: Path) -> str:
        return str(self.platform.activities.pop(4)["activityId"])


class TestCalendar(TargetContract):
    module = "surefoot_garmin"

    @pytest.fixture(autouse=True)
    def _platforms(self) -> Iterator[None]:
        self.platforms: dict[Path, GarminStandin] = {}
        yield
        for one in self.platforms.values():
            one.__exit__(None, None, None)

    def make(self, folder: Path) -> Target:
        if folder not in self.platforms:
            self.platforms[folder] = GarminStandin().__enter__()
        return Calendar(host=self.platforms[folder].base, patience=5)

    def part(self, folder: Path) -> Target:
        made = super().part(folder)
        if not (folder / ".surefoot" / "login.json").exists():
            save_private(folder / ".surefoot" / "login.json", self.platforms[folder].login())
        return made

    def platform(self, target: Target) -> GarminStandin:
        assert isinstance(target, Calendar)
        return next(one for one in self.platforms.values() if one.base == target.host)

    def read(self, target: Target) -> dict[str, str]:
        planned = self.platform(target).planned
        own = {uid(one["description"]): number for number, one in planned.workouts.items()}
        assert len(own) == len(planned.workouts) - (None in own)
        found = {}
        for name, number in own.items():
            days = [day for workout, day in planned.days.values() if workout == number]
            body = {key: value for key, value in planned.workouts[number].items() if key != "workoutId"}
            if name is not None:
                assert len(days) == 1
                found[name] = json.dumps([days, body], sort_keys=True)
        return found

    def add_foreign(self, target: Target) -> None:
        planned = self.platform(target).planned
        ride = planned.add({"workoutName": "Ride", "description": "surefoot: not this one"})
        planned.put(ride, "2031-03-06")

    def read_foreign(self, target: Target) -> object:
        planned = self.platform(target).planned
        foreign = {number: one for number, one in planned.workouts.items() if uid(one["description"]) is None}
        return foreign, {place: one for place, one in planned.days.items() if one[0] in foreign}

    def edit(self, target: Target, uid_: str) -> None:
        for one in self.platform(target).planned.workouts.values():
            if uid(one["description"]) == uid_:
                one["workoutName"] = "With Kim"
