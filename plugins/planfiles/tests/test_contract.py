from __future__ import annotations

from pathlib import Path

from surefoot.plugin import Format
from surefoot.testing import FormatContract
from surefoot_planfiles.csvfile import Csv
from surefoot_planfiles.hack import CalendarHack

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
