"""CSV: a weekly grid or a list, told apart by the header row; written as a grid."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar

from surefoot.plugin import Format, Plan, PlanError, Unit, write_session
from surefoot_planfiles.decode import decode
from surefoot_planfiles.grid import is_grid, read_grid
from surefoot_planfiles.listing import is_list, read_list
from surefoot_planfiles.lost import lost
from surefoot_planfiles.table import table

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Csv(Format):
    """Plans in spreadsheets: ``week,Mon,Tue,…`` or ``week,day,distance,type,details,duration``."""

    suffixes: ClassVar[tuple[str, ...]] = (".csv",)

    def read(self, data: bytes) -> Plan:
        """Return the plan in a grid or a list.

        Raises:
            PlanError: it is neither, or a cell cannot be understood, with its line.
        """
        found = table(decode(data))
        if is_list(found.header):
            return read_list(found)
        if is_grid(found.header):
            return read_grid(found)
        mend = "begin with week,Mon,Tue,Wed,Thu,Fri,Sat,Sun or week,day,distance,type,details,duration"
        raise PlanError("the first row is no header of a plan", where="the header", mend=mend)

    def write(self, plan: Plan) -> bytes:
        """Return the plan as a grid in UTF-8, a row a week; columns begin on the plan's first weekday."""
        first = plan.starts_on or 0
        cells: dict[int, list[str]] = defaultdict(list)
        for entry in plan.entries:
            cells[entry.day].append(write_session(entry.workout, plan.unit))
        text = io.StringIO(newline="")
        text.writelines(f"{line}\r\n" for line in _comments(plan))
        rows = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
        rows.writerow(["week", *(_DAYS[(first + day) % 7] for day in range(7))])
        for week in range(-(-plan.days // 7)):
            rows.writerow([week + 1, *(" + ".join(cells[7 * week + day]) for day in range(7))])
        return text.getvalue().encode()

    def lost(self, plan: Plan) -> Iterable[str]:
        """Yield what a grid does not hold: exercises, above all."""
        return lost(plan, self.read(self.write(plan)))


def _comments(plan: Plan) -> Iterable[str]:
    if name := " ".join(plan.name.split()).replace('"', "'"):
        yield f"# name: {name}"
    if plan.unit is Unit.MI:
        yield "# unit: mi"
    if plan.start is not None:
        yield f"# start: {plan.start.isoformat()}"
