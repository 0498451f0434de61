from __future__ import annotations

from pathlib import Path

from surefoot.plugin import Format
from surefoot.testing import FormatContract
from surefoot_planfiles.csvfile import Csv
from surefoot_planfiles.hack import CalendarHack
from surefoot_planfiles.icsfile import ICalendar

PLANS = Path(__file__).parent / "plans"


class TestCsv(FormatContract):
    module = "surefoot_planfiles"

    def make(self, folder: Path) -> Format:
        return Csv()

    def samples(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(PLANS.glob("*.csv"))]


class TestCalendarHack(FormatContract):
    module = "surefoot_planfiles"

    def make(self, folder: Path) -> Format:
        return CalendarHack()

    def samples(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(PLANS.glob("*.yaml"))]


class TestICalendar(FormatContract):
    module = "surefoot_planfiles"

    def make(self, folder: Path) -> Format:
        return ICalendar()

    def samples(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(PLANS.glob("*.ics"))]
