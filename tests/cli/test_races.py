"""Races beside the plan, a holiday and a refused move, run as the command line runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from surefoot.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"
CALENDAR = """
[[races]]
date = 2027-03-14
distance = "10 km"
name = "Harbour run"

[[races]]
date = 2027-02-20
priority = "parkrun"

[[off]]
since = 2027-04-02
until = 2027-04-09
name = "Easter"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the example with two races and a holiday, accepted; nothing here changes it."""
    home = tmp_path_factory.mktemp("races") / "half"
    made = shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    settings = made / "surefoot.toml"
    settings.write_text(settings.read_text() + CALENDAR)
    assert command(made, "sync", "--yes") == 0
    return made


def command(folder, *words, today="2027-01-25"):
    return run(["-C", str(folder), "--today", today, *words])


def plan(folder, capsys):
    capsys.readouterr()
    assert command(folder, "plan", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    return [one for week in found["weeks"] for one in week["sessions"] if one["status"] != "dropped"]


def on(sessions, day):
    return [(one["kind"], one["metres"]) for one in sessions if one["day"] == day and one["kind"] != "rest"]


def heavy(sessions, *days):
    return [one["day"] for one in sessions if one["kind"] == "strength" and one["day"] in days]


def test_the_race_of_the_plan_stays_the_one_the_plan_is_for(folder, capsys):
    capsys.readouterr()
    command(folder, "plan")

    assert "Sun 2 May 2027 · 97 days to go" in capsys.readouterr().out


def test_a_b_race_stands_with_no_heavy_legs_three_days_before_and_two_after(folder, capsys):
    sessions = plan(folder, capsys)

    assert on(sessions, "2027-03-14") == [("race", 10000)]
    assert heavy(sessions, "2027-03-11", "2027-03-12", "2027-03-13", "2027-03-15", "2027-03-16") == []


def test_the_days_after_a_b_race_are_easy_and_those_after_a_parkrun_are_as_planned(folder, capsys):
    sessions = plan(folder, capsys)

    assert on(sessions, "2027-03-16")[0][0] == "easy"
    assert on(sessions, "2027-02-20") == [("race", 5000)]
    assert on(sessions, "2027-02-23")[0][0] == "quality"


def test_a_race_is_the_hard_day_of_its_week(folder, capsys):
    sessions = plan(folder, capsys)

    assert on(sessions, "2027-03-09") == [("easy", 10000)]
    assert on(sessions, "2027-02-16")[0][0] == "easy"


def test_a_holiday_is_empty(folder, capsys):
    sessions = plan(folder, capsys)

    assert [one["day"] for one in sessions if "2027-04-02" <= one["day"] <= "2027-04-09"] == []


def test_why_tells_what_the_race_and_the_holiday_made_of_a_day(folder, capsys):
    command(folder, "why", "2027-03-09")
    assert "Easy instead: Harbour run is the hard day of this week." in capsys.readouterr().out
    command(folder, "why", "2027-04-04")
    assert "Off: Easter." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("day", "rule", "said"),
    [
        ("2027-04-04", "your-days", "cannot stand on Sun 4 Apr: your-days: Off: Easter."),
        ("2027-05-04", "after-race", "cannot stand on Tue 4 May: after-race: No running yet"),
    ],
)
def test_a_move_that_cannot_stand_is_refused_with_its_rule_and_changes_nothing(
    folder, capsys, day, rule, said
):
    before = plan(folder, capsys)

    assert command(folder, "move", "sat", day) == 2
    refused = " ".join(capsys.readouterr().err.split())
    assert said in refused
    assert (
        f"surefoot allow {'your-days' if 'April' in said or 'Apr' in said else 'after-race'} {day}" in refused
    )
    assert plan(folder, capsys) == before
