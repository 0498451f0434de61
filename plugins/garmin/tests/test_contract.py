from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import Source
from surefoot.testing import SourceContract
from surefoot.testing.standin_garmin import GarminStandin
from surefoot_garmin import Activities

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
        return Activities(host=self.platform.base, patience=5, zone="Europe/Berlin")

    def remove(self, source: Source, folder: Path) -> str:
        return str(self.platform.activities.pop(4)["activityId"])
