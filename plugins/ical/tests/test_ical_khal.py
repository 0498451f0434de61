"""The file as another calendar takes it: khal, which reads iCalendar strictly and keeps one file a UID."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest

from surefoot_ical.event import uid

pytest.importorskip("khal", reason="khal is not installed: pip install '.[test]'")

CONFIG = """
[calendars]
[[plan]]
path = {folder}/vdir
type = calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture
def khal(tmp_path):
    """Run khal with a calendar of its own."""
    folder = tmp_path / "khal"
    (folder / "vdir").mkdir(parents=True)
    (folder / "config").write_text(CONFIG.format(folder=folder))

    def run(*arguments):
        command = [sys.executable, "-m", "khal", "-c", str(folder / "config"), *arguments]
        home = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        answer = subprocess.run(command, capture_output=True, text=True, env=home, timeout=60, check=False)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    return run


@pytest.fixture
def listed(khal):
    """Import plan.ics and list what khal then has: UID, start, title and status of each event."""

    def run(path):
        khal("import", "--batch", "-a", "plan", str(path))
        form = "{uid}|{start-date} {start-time}|{title}|{status}"
        lines = khal("list", "--day-format", "", "--format", form, "2027-01-20", "60d").splitlines()
        return [tuple(field.strip() for field in line.split("|")) for line in lines if "|" in line]

    return run


def test_khal_imports_the_file_twice_without_doubling_and_follows_each_change(
    target, session, schedule, listed, tmp_path
):
    part = target(dropped="cancel")
    path = tmp_path / "plan.ics"
    easy, long = session("a", 1, notes="one, two; three\n" * 20), session("c", 6, "Long 10 km")
    strength = session("b", 2, "Strength 30 min", seconds=1800, at=time(18, 30))
    part.publish(schedule(easy, strength, long))
    first = [
        (uid("a"), "2027-01-26", "Easy 6.5 km", "CONFIRMED"),
        (uid("b"), "2027-01-27 18:30", "Strength 30 min", "CONFIRMED"),
        (uid("c"), "2027-01-31", "Long 10 km", "CONFIRMED"),
    ]

    assert listed(path) == first
    assert listed(path) == first

    part.publish(schedule(session("a", 3, "Easy 5 km", revision=1), long))
    then = [
        (uid("b"), "2027-01-27 18:30", "Strength 30 min", "CANCELLED"),
        (uid("a"), "2027-01-28", "Easy 5 km", "CONFIRMED"),
        (uid("c"), "2027-01-31", "Long 10 km", "CONFIRMED"),
    ]

    assert [(*one[:3], one[3].strip() or "CONFIRMED") for one in listed(path)] == then
    assert len(listed(path)) == 3


def test_the_example_is_imported_twice_without_doubling(listed, tmp_path):
    example = Path(__file__).parents[3] / "examples" / "half-marathon"
    copy = tmp_path / "half"
    shutil.copytree(example, copy, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))
    command = [sys.executable, "-c", "from surefoot.cli import main; main()"]
    words = ["-C", str(copy), "--today", "2027-01-25", "sync", "--yes"]
    subprocess.run([*command, *words], check=True, capture_output=True, timeout=120)
    first = listed(copy / "plan.ics")

    assert len(first) == len({event for event, *_ in first}) > 40
    assert listed(copy / "plan.ics") == first
