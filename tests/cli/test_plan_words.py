"""What ``plan``, ``why`` and ``sync`` say beside the sessions: how it went, averages, halved strength."""

import shutil
from pathlib import Path

import pytest

from surefoot.cli.main import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "half-marathon"
NO_SOURCE = "No source is configured: sessions count as done as planned."
HALF = "Half the sets: the first two sessions of a block."


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))


@pytest.fixture
def say(folder, capsys):
    """Type a command on a day and return what is printed."""

    def said(*words, on="2027-01-25"):
        capsys.readouterr()
        assert run(["-C", str(folder), "--today", on, *words]) == 0
        return capsys.readouterr().out

    return said


def without_source(folder):
    path = folder / "surefoot.toml"
    text = path.read_text()
    begin = text.index("[sources.runs]")
    path.write_text(text[:begin] + text[text.index("[targets") :])


def test_that_no_source_is_configured_is_said_once_by_sync_and_in_each_plan(folder, say):
    without_source(folder)

    assert say("sync", "--yes").count(NO_SOURCE) == 1
    assert NO_SOURCE not in say("sync", "--yes")
    assert NO_SOURCE not in say("sync", "--yes", on="2027-01-26")
    assert say("plan").count(NO_SOURCE) == 1


def test_without_a_source_the_past_weeks_are_shown_as_done_as_planned(folder, say):
    without_source(folder)
    say("sync", "--yes")

    assert "3  18 Jan   27.0 km   27.0 km   27.0 km" in say("plan")


def test_with_a_source_nothing_is_said_of_none(say):
    assert NO_SOURCE not in say("sync", "--yes") + say("plan")


def test_the_first_two_strength_sessions_are_said_to_be_halved_and_the_third_is_not(say):
    say("sync", "--yes")
    plan = [line for line in say("plan").splitlines() if "strength " in line and "min" in line]

    assert [line.endswith("half the sets") for line in plan] == [True, True]
    assert HALF in say("why", "2027-01-27")
    assert HALF in say("why", "2027-01-29")
    assert HALF not in say("why", "2027-02-03")


def test_the_plan_says_how_many_weeks_and_strength_sessions_went_as_they_should(say):
    say("sync", "--yes")
    assert "3 of 4 weeks so far inside your limits\n" in say("plan")

    say("log", "strength", "--on", "2027-01-27", on="2027-01-27")
    assert "so far inside your limits · strength 1 of 1\n" in say("plan", on="2027-01-28")
    assert "so far inside your limits · strength 1 of 2\n" in say("plan", on="2027-01-30")


def test_the_averages_stand_below_the_plan_and_below_each_why(say):
    say("sync", "--yes")
    line = "For information: 36.0 km in 7 days, 29.2 km a week in 28 (1.23), monotony 0.8"

    assert line in say("plan").splitlines()
    assert line in say("why", "wed").splitlines()
