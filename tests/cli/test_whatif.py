"""``surefoot plan --if``, run as the command line runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from surefoot.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the example in which a proposal was accepted; nothing here may change it."""
    home = tmp_path_factory.mktemp("whatif") / "half"
    made = shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    assert command(made, "sync", "--yes") == 0
    return made


def command(folder, *words, today="2027-01-25"):
    return run(["-C", str(folder), "--today", today, *words])


def contents(folder):
    return {str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def asked(folder, capsys, *texts):
    """Ask, in JSON, and hold that the folder is as it was."""
    before = contents(folder)
    capsys.readouterr()
    words = [word for text in texts for word in ("--if", text)]
    assert command(folder, "plan", "--json", *words) == 0
    assert contents(folder) == before
    return json.loads(capsys.readouterr().out)


def after(found, day):
    return [one["after"] for one in found["changes"] if one["before"] and one["before"]["day"] == day]


def test_a_long_run_is_answered_as_if_it_had_been_run_and_nothing_is_stored(folder, capsys):
    found = asked(folder, capsys, "run 25k on saturday")

    assert found["if"] == ["you run 25.0 km on Sat 30 Jan"]
    assert found["as_of"] == "2027-01-30"
    assert after(found, "2027-01-31") == [None]
    assert {one["rule"] for change in found["changes"] for one in change["reasons"]} >= {"overrun"}


def test_a_week_off_takes_its_sessions_out_and_lowers_what_follows(folder, capsys):
    found = asked(folder, capsys, "skip next week")

    assert after(found, "2027-02-07") == [None]
    assert [one["metres"] for one in after(found, "2027-02-11")] == [5500]


def test_a_move_is_shown_with_what_it_makes_of_strength(folder, capsys):
    found = asked(folder, capsys, "move sun sat")
    long = next(one for one in found["changes"] if (one["before"] or {}).get("kind") == "long")

    assert (long["before"]["day"], long["after"]["day"]) == ("2027-01-31", "2027-01-30")


def test_what_is_as_scheduled_changes_nothing(folder, capsys):
    assert asked(folder, capsys, "run 6.5k on tue")["changes"] == []


def test_one_thing_happens_after_the_other(folder, capsys):
    found = asked(folder, capsys, "skip next week", "run 12k on 2027-02-14")

    assert found["as_of"] == "2027-02-14"
    assert len(found["if"]) == 2


def test_in_words_it_says_what_would_change_and_that_nothing_is_stored(folder, capsys):
    assert command(folder, "plan", "--if", "run 25k on saturday") == 0
    said = capsys.readouterr().out

    assert said.startswith("If you run 25.0 km on Sat 30 Jan:\n")
    assert "Nothing is stored." in said


def test_what_is_not_understood_is_one_message_with_examples(folder, capsys):
    assert command(folder, "plan", "--if", "fly") == 2
    said = capsys.readouterr().err

    assert "'fly' is nothing that can be supposed" in said
    assert "skip next week" in said


def test_before_the_first_sync_it_can_be_asked_too(tmp_path, capsys):
    home = shutil.copytree(
        EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics", "runs")
    )
    (home / "runs").mkdir()

    asked(home, capsys, "skip next week")
    assert not (home / ".surefoot").exists()
