"""How long ``surefoot today`` takes as a whole process, as a multiple of ``import click``.

Run as ``python benchmarks/startup.py [RUNS]``. The processes take turns, so that a busy machine is busy
for all of them; their medians are compared. Bytecode is kept, as an installer keeps it. The last line
names what was imported of the modules that ``today`` must do without.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from surefoot.model import Activity, Kind, Proposal, Reason, Schedule, Session, Sport, Workout
from surefoot.store import Store

TODAY = date(2027, 1, 26)
MOST = 2.0
"""The times of ``import click`` that ``surefoot today`` may take."""
UNWANTED = (
    "importlib.metadata",
    "pluggy",
    "surefoot.model.decision",
    "surefoot.registry",
    "surefoot.rules",
    "surefoot.schedule",
    "surefoot_files",
    "surefoot_ical",
    "surefoot_planfiles",
)
SETTINGS = """\
[runner]
zone = "Europe/Berlin"
easy_pace = "6:30/km"
week_starts = "monday"
"""
PROCESSES = {
    "python": "pass",
    "import click": "import click",
    "surefoot today": "from surefoot.cli import main; main(['--today', '2027-01-26', 'today'])",
}
NAMES = f"""\
import sys
from surefoot.cli.main import run
run(['--today', '2027-01-26', 'today'])
print(*sorted(set(sys.modules) & set({UNWANTED})), file=sys.stderr)
"""


def main() -> int:
    """Print the table; 1 where the limit is not kept."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with TemporaryDirectory() as place:
        folder = Path(place)
        make(folder)
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        found = measure(folder, environment, runs)
        unwanted = run(NAMES, folder, environment)
    base = found["import click"]
    for name, seconds in found.items():
        print(f"{name:<16} {seconds * 1000:6.1f} ms   {seconds / base:4.2f} x")
    print(f"{'unwanted':<16} {unwanted or 'none'}")
    return int(found["surefoot today"] > MOST * base or bool(unwanted))


def make(folder: Path) -> None:
    """Fill a training folder with 18 weeks of accepted sessions and some recordings."""
    (folder / "surefoot.toml").write_text(SETTINGS, encoding="utf-8")
    days = [TODAY + timedelta(days=number) for number in range(-28, 98)]
    sessions = tuple(session(day) for day in days if day.weekday() in (1, 3, 5, 6))
    now = datetime(2027, 1, 25, 6, tzinfo=UTC)
    with Store.open(folder, write=True) as store:
        store.put_slice("runs", days[0], TODAY, [activity(day) for day in days[:28:2]], now)
        proposal = Proposal(
            today=TODAY,
            base=store.accepted().base,
            decisions=(),
            schedule=Schedule(today=TODAY, sessions=sessions),
            changes=(),
            findings=(),
        )
        store.accept(proposal, plan=None, now=now)


def session(day: date) -> Session:
    """Return an easy run with a reason."""
    reason = Reason(rule="weekly-increase", text="The week of Mon 25 Jan is held at 27 km.")
    workout = Workout(kind=Kind.EASY, title="Easy", metres=6500)
    return Session(uid=f"half-{day}", day=day, workout=workout, reasons=(reason,))


def activity(day: date) -> Activity:
    """Return a run of about the length that was asked for."""
    start = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    return Activity(id=f"{day}", sport=Sport.RUN, start=start, metres=6400, seconds=2500, source="runs")


def measure(folder: Path, environment: dict[str, str], runs: int) -> dict[str, float]:
    """Return the median seconds of each process; the first round writes the bytecode and is not counted."""
    times: dict[str, list[float]] = {name: [] for name in PROCESSES}
    for _ in range(runs + 1):
        for name, code in PROCESSES.items():
            start = perf_counter()
            run(code, folder, environment)
            times[name].append(perf_counter() - start)
    return {name: median(seconds[1:]) for name, seconds in times.items()}


def run(code: str, folder: Path, environment: dict[str, str]) -> str:
    """Run one process to its end and return what it said on standard error."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stderr.strip()


if __name__ == "__main__":
    sys.exit(main())
