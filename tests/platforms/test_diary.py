"""Marks of a platform in the diary: if wished, once, and beside what the runner says."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from platforms_on_loopback import Intervals

from surefoot.store import Store
from surefoot.testing import FAULTS

WELLNESS = "/api/v1/athlete/0/wellness"
MONDAY = "2027-01-25"


@pytest.fixture
def icu(bare, monkeypatch):
    """A platform with marks of three days, beside the recordings."""
    one = Intervals()
    monkeypatch.setenv("ICU_KEY", one.environment["ICU_KEY"])
    with one.standin:
        one.standin.wellness += [{"id": f"2027-01-{day}", "soreness": 4} for day in (20, 22, 24)]
        bare.add(one.table())
        yield one


def entries(folder):
    with Store.open(folder.path, write=False) as store:
        return store.diary(date.max).entries


def test_marks_are_left_alone_unless_they_are_wished(bare, icu):
    assert bare.run("pull")[0] == 0

    assert entries(bare) == ()
    assert len(icu.standin.asked) == 1


def test_marks_come_once_follow_what_changes_there_and_go_with_the_setting(bare, icu):
    bare.add("diary = true\n")
    bare.run("log", "sore", "--on", "2027-01-24")
    for _ in range(2):
        assert bare.run("pull")[0] == 0
    assert len(entries(bare)) == 4

    icu.standin.wellness.pop()
    bare.run("pull")
    assert [one.day.day for one in entries(bare)] == [20, 22, 24]

    settings = bare.path / "surefoot.toml"
    settings.write_text(settings.read_text().replace("diary = true", ""))
    bare.run("pull")
    assert [one.day.day for one in entries(bare)] == [24]


def test_new_marks_are_said_once(bare, icu):
    bare.add("diary = true\n")

    assert "into your diary, as marked there: 3" in bare.run("pull")[1]
    assert "diary" not in bare.run("pull")[1]


def test_marks_change_the_plan_and_no_word_of_them_goes_into_a_calendar(folder, monkeypatch):
    one = Intervals()
    monkeypatch.setenv("ICU_KEY", one.environment["ICU_KEY"])
    with one.standin:
        one.standin.wellness.append({"id": "2027-01-24", "injury": 4})
        folder.add(one.table() + "diary = true\n")
        folder.add(one.table(label="watch").replace("[sources.", "[targets."))
        _, out, _ = folder.run("sync", "--yes")
        sent = (folder.path / "plan.ics").read_text() + str(one.standin.events)

    assert "Injury 6 of 10 on Sun 24 Jan" in out
    assert "BEGIN:VEVENT" in sent
    assert [word for word in ("njury", "6 of 10") if word in sent] == []


def test_marks_go_with_their_source(bare, icu):
    before = (bare.path / "surefoot.toml").read_text().split("\n[sources.net]")[0]
    bare.add("diary = true\n")
    bare.run("pull")
    (bare.path / "surefoot.toml").write_text(before)

    assert bare.run("pull")[0] == 0
    assert entries(bare) == ()


def test_marks_that_cannot_be_read_cost_no_run_and_stay_as_they_were(bare, icu):
    bare.add("diary = true\n")
    bare.run("pull")
    icu.add_run(datetime(2027, 1, 24, 9, tzinfo=ZoneInfo("Europe/Berlin")))
    icu.standin.plan(*[FAULTS["500"]] * 3, on=WELLNESS)

    status, out, err = bare.run("pull")

    assert "1 new run" in out
    assert "not read: your diary there: intervals.icu" in out
    assert "Traceback" not in out + err
    assert status == 0
    assert len(entries(bare)) == 3
    assert len(bare.stored("net")) == 1
