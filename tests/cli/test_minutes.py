"""``surefoot today --minutes``, run as the command line runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from surefoot.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"


@pytest.fixture
def folder(tmp_path):
    """A copy of the example in which a proposal was accepted."""
    made = shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    assert command(made, "2027-01-25", "sync", "--yes") == 0
    return made


def command(folder, day, *words):
    return run(["-C", str(folder), "--today", day, *words])


def answer(folder, capsys, day, *words):
    capsys.readouterr()
    assert command(folder, day, *words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def today(folder, capsys, day, kind):
    found = answer(folder, capsys, day, "today")["sessions"]
    return next(one for one in found if one["kind"] == kind)


def test_what_fits_is_shown_and_nothing_is_stored_without_a_yes(folder, capsys):
    (fit,) = answer(folder, capsys, "2027-01-26", "today", "--minutes", "25")["sessions"]

    assert (fit["before"]["metres"], fit["after"]["metres"], fit["whole"]) == (6500, 4000, False)
    assert today(folder, capsys, "2027-01-26", "easy")["metres"] == 6500


def test_with_yes_the_run_is_that_short_and_says_why(folder, capsys):
    command(folder, "2027-01-26", "today", "--minutes", "25", "--yes")
    found = today(folder, capsys, "2027-01-26", "easy")

    assert found["metres"] == 4000
    assert "You made it 4.0 km." in [one["text"] for one in found["reasons"]]
    assert "4.0 km" in (folder / "plan.ics").read_text()


def test_it_can_be_taken_back(folder, capsys):
    command(folder, "2027-01-26", "today", "--minutes", "25", "--yes")
    command(folder, "2027-01-26", "undo", "--yes")

    assert today(folder, capsys, "2027-01-26", "easy")["metres"] == 6500


def test_of_strength_the_first_exercises_stay(folder, capsys):
    before = command(folder, "2027-01-27", "today")
    whole = capsys.readouterr().out
    command(folder, "2027-01-27", "today", "--minutes", "10", "--yes")
    capsys.readouterr()
    command(folder, "2027-01-27", "today")
    short = capsys.readouterr().out

    assert before == 0
    assert "Strength 10 min" in short
    assert "\n1  Wall sit" in short
    assert "\n4  " in whole
    assert "\n4  " not in short


def test_what_fits_as_it_is_stays_as_it_is(folder, capsys):
    assert command(folder, "2027-01-26", "today", "--minutes", "90", "--yes") == 0
    assert "it fits as it is" in capsys.readouterr().out


def test_a_day_with_nothing_to_do_is_said_in_one_message(folder, capsys):
    assert command(folder, "2027-01-25", "today", "--minutes", "20") == 2
    assert "nothing is left to do today" in capsys.readouterr().err
