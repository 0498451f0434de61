"""The example, end to end, through the command line."""

import json
import shutil
from pathlib import Path

import icalendar
import pytest
import vobject

from surefoot.cli.main import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "half-marathon"


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "half"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))
    return copy


def surefoot(folder, *words, today="2027-01-25"):
    return run(["-C", str(folder), "--today", today, *words])


def answer(capsys):
    return json.loads(capsys.readouterr().out)


def week(plan, start):
    return next(one for one in plan["weeks"] if one["start"] == start)


def test_the_second_sync_says_one_line_and_writes_nothing(folder, capsys):
    assert surefoot(folder, "sync", "--yes") == 0
    capsys.readouterr()
    before = (folder / "plan.ics").read_bytes()

    assert surefoot(folder, "sync", "--yes") == 0
    assert capsys.readouterr().out == "Nothing new since 25 Jan 12:00. Calendar unchanged.\n"
    assert (folder / "plan.ics").read_bytes() == before


def test_the_worked_week_comes_out_word_for_word(folder, capsys):
    surefoot(folder, "sync", "--yes", "--json")
    spikes = [
        one for one in answer(capsys)["findings"] if one["rule"] == "session-spike" and one["value"] == 1.9
    ]
    surefoot(folder, "plan", "--json")
    plan = answer(capsys)
    this, following = week(plan, "2027-01-25"), week(plan, "2027-02-01")
    days = [(one["day"], one["kind"], one["metres"]) for one in this["sessions"] if one["kind"] != "rest"]

    assert [(one["level"], one["limit"], one["day"]) for one in spikes] == [("warn", 11000, "2027-01-24")]
    assert days == [
        ("2027-01-26", "easy", 6500),
        ("2027-01-27", "strength", None),
        ("2027-01-28", "easy", 5500),
        ("2027-01-29", "strength", None),
        ("2027-01-30", "easy", 5000),
        ("2027-01-31", "long", 10000),
    ]
    assert this["metres"] == 27000
    assert (following["metres"], following["planned_metres"]) == (32000, 32000)
    assert (following["reference_metres"], following["limit_metres"]) == (29700, 32670)


def test_pain_on_the_next_morning_keeps_the_long_run_out_of_the_longest(folder, capsys):
    surefoot(folder, "log", "pain", "4", "--where", "knee", "--when", "morning")
    surefoot(folder, "sync", "--yes")
    capsys.readouterr()
    surefoot(folder, "plan", "--json")
    long_run = [one for one in week(answer(capsys), "2027-02-01")["sessions"] if one["kind"] == "long"]

    assert [one["metres"] for one in long_run] == [11000]


def test_a_first_sync_says_what_it_changed_and_why_with_the_numbers(folder, capsys):
    surefoot(folder, "sync", "--yes")
    said = " ".join(capsys.readouterr().out.split())

    assert "19.0 km" in said
    assert "the limit was 11.0 km" in said
    assert "The week of Mon 18 Jan came to 36 km against 27 km." in said
    assert "6 × 600 m, 8.0 km → easy 6.5 km" in said
    assert "Tue 26 strength → Wed 27" in said
    assert "surefoot undo" in said


def test_vobject_and_icalendar_read_the_calendar_alike(folder, capsys):
    surefoot(folder, "sync", "--yes")
    data = (folder / "plan.ics").read_bytes()
    theirs = {
        (one.uid.value, one.summary.value, one.dtstart.value)
        for one in vobject.readOne(data.decode()).vevent_list
    }
    ours = {
        (str(one["uid"]), str(one["summary"]), one["dtstart"].dt)
        for one in icalendar.Calendar.from_ical(data).walk("VEVENT")
    }

    assert theirs == ours
    assert len(ours) > 80


def test_without_a_terminal_and_without_yes_nothing_is_changed(folder, capsys):
    assert surefoot(folder, "sync") == 1
    assert not (folder / "plan.ics").exists()
    assert "surefoot sync --yes" in capsys.readouterr().err


def test_a_dry_run_stores_nothing(folder, capsys):
    assert surefoot(folder, "sync", "--dry-run") == 0
    assert not (folder / "plan.ics").exists()
    assert not (folder / ".surefoot" / "surefoot.db").exists()


def test_undo_gives_back_the_plan(folder, capsys):
    surefoot(folder, "sync", "--yes")
    surefoot(folder, "undo", "--yes")
    capsys.readouterr()
    surefoot(folder, "plan", "--json")
    this = week(answer(capsys), "2027-01-25")

    assert this["metres"] == 29500


def test_what_was_undone_is_not_proposed_again(folder, capsys):
    surefoot(folder, "sync", "--yes")
    surefoot(folder, "undo", "--yes")
    capsys.readouterr()

    assert surefoot(folder, "sync", "--yes") == 0
    assert capsys.readouterr().out.startswith("Nothing new")


def test_a_week_later_everything_still_stands_as_accepted(folder, capsys):
    surefoot(folder, "sync", "--yes")
    surefoot(folder, "plan", "--json")
    capsys.readouterr()
    surefoot(folder, "sync", "--yes", today="2027-01-26")

    assert surefoot(folder, "plan", today="2027-01-26") == 0


def test_a_write_as_of_a_day_before_the_last_accepted_one_is_refused(folder, capsys):
    surefoot(folder, "sync", "--yes")

    assert surefoot(folder, "sync", "--yes", today="2027-01-20") == 2
    assert "is before 2027-01-25" in capsys.readouterr().err


def test_the_plan_checks_clean_and_why_tells_the_story_of_a_day(folder, capsys):
    surefoot(folder, "sync", "--yes")
    capsys.readouterr()

    assert surefoot(folder, "check") == 0
    assert surefoot(folder, "why", "tue") == 0
    assert "decided by overrun" in capsys.readouterr().out
