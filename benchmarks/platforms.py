"""What reading from a platform costs: the first sync of ten years, and the one of the day after.

    python benchmarks/platforms.py [--years 10] [--rounds 3]

The platforms stand on loopback, so the seconds are Surefoot's own and the machine's; over a real line each
request adds its way there and back. Memory is the largest that the whole command took, as Linux tells it.
Beside it stands the same command with nothing to read: what is left is the platform's share.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "platforms"))
sys.path.insert(0, str(ROOT / "plugins" / "strava" / "tests"))

from export_writers import Line, archive, table  # noqa: E402 - the path first
from platforms_on_loopback import PLATFORMS  # noqa: E402 - as above

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2027, 1, 25, 12, 0, tzinfo=BERLIN)
HEAD = '[runner]\nzone = "Europe/Berlin"\n'
COMMAND = """
import sys
from surefoot.cli.main import run
status = run(sys.argv[1:])
print(next(one.split()[1] for one in open("/proc/self/status") if one.startswith("VmHWM")), file=sys.stderr)
sys.exit(status)
"""


def pull(folder: Path, today: str, environment: dict[str, str]) -> tuple[float, int]:
    """Run ``surefoot pull`` and return its seconds and its largest memory in MB."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "-C", str(folder), "--today", today, "pull"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return time.perf_counter() - begin, int(done.stderr.split()[-1]) // 1024


def tried(platform: type, years: int) -> list[tuple[str, int, float, int]]:
    """Return requests, seconds and memory of the first sync and of the one a day later."""
    one = platform()
    found = []
    with one.standin, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "surefoot.toml").write_text(HEAD + one.table(patience=30))
        one.log_in(folder)
        one.standin.add_years(years, NOON)
        for what, today in (("first", "2027-01-25"), ("daily", "2027-01-26")):
            one.standin.asked.clear()
            seconds, memory = pull(folder, today, one.environment)
            found.append((f"{one.name}, {what}", len(one.standin.asked), seconds, memory))
            one.add_run(NOON + timedelta(days=1))
    return found


def exported(years: int) -> list[tuple[str, int, float, int]]:
    """Return the same of a Strava export, which asks nobody."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        days = [NOON - timedelta(days=2 * n) for n in range(years * 365 // 2)]
        lines = [Line(id=str(n), date=f"{day:%b %-d, %Y}, 6:30:00 AM") for n, day in enumerate(days)]
        archive(folder / "export.zip", table(lines))
        (folder / "surefoot.toml").write_text(f'{HEAD}\n[sources.net]\nuse = "strava"\npath = "export.zip"\n')
        return [("strava export", 0, *pull(folder, "2027-01-25", {}))]


def nothing() -> list[tuple[str, int, float, int]]:
    """Return the same of a folder that reads from an empty one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "runs").mkdir()
        (folder / "surefoot.toml").write_text(f'{HEAD}\n[sources.net]\nuse = "files"\npath = "runs"\n')
        return [("nothing to read", 0, *pull(folder, "2027-01-25", {}))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    rounds = []
    for _ in range(given.rounds):
        rows = nothing() + exported(given.years)
        for platform in PLATFORMS:
            rows += tried(platform, given.years)
        rounds.append(rows)
    print(f"{given.years} years, {given.years * 365 // 2} runs; medians of {given.rounds} rounds\n")
    print(f"{'':22} {'requests':>9} {'seconds':>9} {'beside':>8} {'MB':>5}")
    bare = median(one[0][2] for one in rounds)
    for place, (what, requests, _, _) in enumerate(rounds[0]):
        seconds = median(one[place][2] for one in rounds)
        memory = median(one[place][3] for one in rounds)
        print(f"{what:22} {requests:9} {seconds:9.2f} {seconds / bare:7.1f}x {memory:5.0f}")


if __name__ == "__main__":
    main()
