from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from export_writers import Line, archive, table

from surefoot.plugin import Secret, Source, net
from surefoot.testing import SourceContract
from surefoot.testing.standin_strava import CLIENT, SECRET, StravaStandin
from surefoot_strava import Api, Export

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2031, 3, 1, 12, 0, tzinfo=BERLIN)


def lines() -> list[Line]:
    days = [Line(id=str(100 + n), date=f"Mar {1 + n}, 2031, 11:0{n % 10}:00 AM") for n in range(12)]
    return [
        *days,
        Line(id="300", date="Mar 2, 2031, 11:30:00 PM"),
        Line(id="301", date="?", metres="", moving=""),
    ]


class TestExport(SourceContract):
    module = "surefoot_strava"
    window = (date(2031, 3, 3), date(2031, 3, 8))

    def make(self, folder: Path) -> Source:
        path = folder / "export.zip"
        if not path.exists():
            archive(path, table(lines()))
        return Export(path=path, zone=ZoneInfo("Europe/Berlin"))

    def remove(self, source: Source, folder: Path) -> str:
        archive(folder / "export.zip", table([one for one in lines() if one.id != "104"]))
        return "104"


class TestApi(SourceContract):
    module = "surefoot_strava"
    window = (date(2031, 3, 3), date(2031, 3, 8))

    @pytest.fixture(autouse=True)
    def _platform(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        monkeypatch.setenv("STRAVA_SECRET", SECRET)
        with StravaStandin() as self.platform:
            for day in range(12):
                self.platform.add_run(NOON + timedelta(days=day), 6000.3, 2100)
            self.platform.add_run(NOON.replace(day=3, hour=0, minute=5), 5000, 1500, sport_type="TrailRun")
            self.platform.add_run(NOON.replace(day=8, hour=23, minute=50), 1000, 1500, sport_type="Swim")
            yield

    def make(self, folder: Path) -> Source:
        net.save_private(folder / ".surefoot" / "login.json", self.platform.login())
        return Api(
            client_id=CLIENT,
            client_secret=Secret(env="STRAVA_SECRET"),
            host=self.platform.base,
            api=self.platform.api,
            patience=5,
        )

    def remove(self, source: Source, folder: Path) -> str:
        return str(self.platform.activities.pop(4)["id"])
