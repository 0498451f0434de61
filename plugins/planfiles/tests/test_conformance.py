from pathlib import Path

from surefoot.testing import FormatContract
from surefoot_planfiles.csvfile import Csv
from surefoot_planfiles.hack import CalendarHack

PLANS = Path(__file__).parent / "plans"


class TestCsv(FormatContract):
    def make(self, folder):
        return Csv()

    def samples(self):
        return [path.read_bytes() for path in sorted(PLANS.glob("*.csv"))]


class TestCalendarHack(FormatContract):
    def make(self, folder):
        return CalendarHack()

    def samples(self):
        return [path.read_bytes() for path in sorted(PLANS.glob("*.yaml"))]
