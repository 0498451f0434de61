"""What ``surefoot today`` does without: it is looked at every morning, so it starts quickly."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from surefoot.model import Kind, Proposal, Schedule, Session, Workout
from surefoot.store import Store

TODAY = date(2027, 1, 26)
SETTINGS = """\
[runner]
zone = "Europe/Berlin"

[sources.runs]
use = "files"
path = "runs"

[targets.calendar]
use = "ical"
path = "plan.ics"
"""
UNWANTED = (
    "difflib",
    "importlib.metadata",
    "pluggy",
    "surefoot.config.value",
    "surefoot.model.calendar",
    "surefoot.model.decision",
    "surefoot.model.history",
    "surefoot.model.step",
    "surefoot.registry",
    "surefoot.rules",
    "surefoot.schedule",
    "surefoot.secret",
    "surefoot.settings.tables",
    "surefoot_files",
    "surefoot_ical",
)
NAMES = """\
import json, sys
from surefoot.cli.main import run
status = run(['--today', '2027-01-26', 'today'])
print(json.dumps([status, sorted(sys.modules)]), file=sys.stderr)
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "surefoot.toml").write_text(SETTINGS, encoding="utf-8")
    run = Session(uid="half-1", day=TODAY, workout=Workout(kind=Kind.EASY, title="Easy", metres=6500))
    with Store.open(tmp_path, write=True) as store:
        proposal = Proposal(
            today=TODAY,
            base=store.accepted().base,
            decisions=(),
            schedule=Schedule(today=TODAY, sessions=(run,)),
            changes=(),
            findings=(),
        )
        store.accept(proposal, plan=None, now=datetime(2027, 1, 25, 6, tzinfo=UTC))
    return tmp_path


def today(folder):
    command = [sys.executable, "-c", NAMES]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    status, modules = json.loads(done.stderr)
    return status, done.stdout, modules


def test_today_imports_no_plugin_and_nothing_that_plans(folder):
    status, said, modules = today(folder)

    assert status == 0
    assert "Easy 6.5 km" in said
    assert [one for one in UNWANTED if one in modules] == []


def test_today_shows_what_was_accepted_though_the_table_of_a_part_is_wrong(folder):
    (folder / "surefoot.toml").write_text(SETTINGS + '[sources."5 km"]\n', encoding="utf-8")

    status, said, _ = today(folder)

    assert (status, "Easy 6.5 km" in said) == (0, True)
