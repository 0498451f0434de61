"""Garmin on both ends of ``surefoot sync``: garminconnect itself, against a server on loopback."""

import logging
import os
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "plugins" / "garmin" / "tests"))

from garmin_schema import assert_fits

from surefoot.net import save_private
from surefoot.testing import FAULTS
from surefoot.testing.standin_garmin import CODE, EMAIL, PASSWORD, GarminStandin

BERLIN = ZoneInfo("Europe/Berlin")
WRITES = {"POST", "PUT", "DELETE"}


@pytest.fixture
def garmin(folder):
    """Garmin as a target of the example, beside its calendar file; nobody is logged in yet."""
    with GarminStandin() as one:
        folder.add(f'\n[targets.watch]\nuse = "garmin"\nhost = "{one.base}"\npatience = 5\nweeks = 3\n')
        yield one


@pytest.fixture
def watch(folder, garmin):
    """The same, logged in."""
    save_private(login_of(folder), garmin.login())
    return garmin


def login_of(folder):
    return folder.path / ".surefoot" / "targets.watch" / "login.json"


def change(folder, old, new):
    settings = folder.path / "surefoot.toml"
    settings.write_text(settings.read_text().replace(old, new))


def written(garmin):
    return [one for one in garmin.asked if one.method in WRITES]


def test_sixteen_weeks_go_to_garmin_by_its_schema_and_a_second_sync_writes_nothing(folder, watch):
    change(folder, "weeks = 3\n", "")
    assert folder.run("sync", "--yes")[0] == 0
    sports = set()
    for one in watch.planned.workouts.values():
        assert_fits({name: value for name, value in one.items() if name != "workoutId"})
        sports.add(one["sportType"]["sportTypeKey"])
    assert sports == {"running", "strength_training"}
    assert len(watch.planned.workouts) == len(watch.planned.days) > 70
    watch.asked.clear()

    assert folder.run("sync", "--yes")[0] == 0
    assert written(watch) == []


def test_a_workout_moved_at_garmin_moves_in_the_calendar_file_too(folder, watch):
    folder.run("sync", "--yes")
    names = {number: one["workoutName"] for number, one in watch.planned.workouts.items()}
    long_runs = [one for one in watch.planned.days.items() if names[one[1][0]].startswith("Long")]
    place, (workout, _) = min(long_runs, key=lambda one: one[1][1])
    watch.planned.days[place] = (workout, "2027-01-30")

    assert folder.run("sync", "--yes")[0] == 0
    events = (folder.path / "plan.ics").read_text().split("BEGIN:VEVENT")
    assert [one for one in events if "DTSTART;VALUE=DATE:20270130" in one and "Long" in one]
    assert watch.planned.days[place] == (workout, "2027-01-30")


@pytest.mark.parametrize("fault", ["401", "403 page", "429", "truncated", "silent"])
def test_where_garmin_is_out_of_order_the_calendar_file_is_written_and_the_next_sync_goes_on(
    folder, watch, fault
):
    change(folder, "patience = 5", "patience = 0.3")
    watch.plan(*[FAULTS[fault]] * 6, on="/workout-service/")

    status, out, err = folder.run("sync", "--yes")

    assert status == 1
    assert (out + err).count("watch: Garmin") == 1
    assert not [one for one in ("bug", "Traceback", "garmin-access", "garmin-refresh") if one in out + err]
    assert (folder.path / "plan.ics").exists()

    watch.calm()
    (login_of(folder).parent / "wait.json").unlink(missing_ok=True)  # as if time had passed
    assert folder.run("sync", "--yes")[0] == 0
    assert len(watch.planned.days) == len(watch.planned.workouts) > 10


def test_everything_can_be_taken_out_again_and_what_is_the_runners_stays(folder, watch):
    folder.run("sync", "--yes")
    ride = watch.planned.add({"workoutName": "Ride", "description": None})
    watch.planned.put(ride, "2027-02-01")
    folder.add('kinds = ["rest"]\n')

    assert folder.run("push", "--yes", "--force")[0] == 0
    assert list(watch.planned.workouts) == [ride]
    assert list(watch.planned.days.values()) == [(ride, "2027-02-01")]


def test_a_login_with_a_code_then_a_sync_and_no_secret_is_seen_anywhere(
    folder, garmin, monkeypatch, capsys, caplog
):
    garmin.asks_code = True
    typed = iter((EMAIL, PASSWORD, CODE))
    monkeypatch.setattr("surefoot.cli.login.may_ask", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(typed))
    for module in ("garminconnect.client", "garminconnect.client.sso"):  # the newer one pauses before a login
        for end in ("MIN", "MAX"):
            if module in sys.modules or module == "garminconnect.client":
                __import__(module)
                monkeypatch.setattr(sys.modules[module], f"MOBILE_DELAY_{end}_S", 0, raising=False)

    with caplog.at_level(logging.DEBUG):
        status, out, err = folder.run("login", "watch")
        assert (status, err) == (0, "")
        assert "logged in" in out
        status, more, err = folder.run("sync", "--yes")
        assert status == 0

    seen = out + more + err + caplog.text
    kept = login_of(folder)
    for path in folder.path.rglob("*"):
        if path.is_file() and path != kept:
            seen += path.read_bytes().decode(errors="replace")
    secrets = (PASSWORD, EMAIL, CODE, "garmin-access", "garmin-refresh", "ST-1")
    assert [one for one in secrets if one in seen] == []
    assert PASSWORD not in kept.read_text()


def said(folder, name):
    """Return what doctor says of one thing: its state, what it is, and what mends it."""
    _, found = folder.json("doctor")
    (one,) = (one for one in found["checks"] if one["name"] == name)
    return one["state"], one["what"], one.get("mend")


def test_doctor_names_a_login_that_is_missing_has_ended_or_lies_open(folder, garmin):
    assert said(folder, "targets.watch") == ("wrong", "Garmin: you are not logged in", "surefoot login watch")

    save_private(login_of(folder), garmin.login())
    assert said(folder, "targets.watch")[0] == "fine"

    garmin.end_tokens()
    garmin.refuses = True
    folder.run("sync", "--yes")
    assert said(folder, "targets.watch") == ("wrong", "Garmin: your login has ended", "surefoot login watch")

    save_private(login_of(folder), garmin.login())
    if os.name == "posix":
        login_of(folder).chmod(0o644)
        state, what, mend = said(folder, "targets.watch")
        assert (state, mend) == ("wrong", f"chmod 600 '{login_of(folder)}'")
        assert "others on this machine can read this login" in what


def test_doctor_names_a_key_that_is_not_there(folder, monkeypatch):
    monkeypatch.delenv("GARMIN_PERSONAL_API_KEY", raising=False)
    folder.add('\n[sources.garmin]\nuse = "garmin"\n')

    state, what, _ = said(folder, "sources.garmin")
    assert state == "wrong"
    assert "GARMIN_PERSONAL_API_KEY" in what


def test_the_legs_of_a_triathlon_count_and_a_sum_without_legs_leaves_its_day_unknown(bare, monkeypatch):
    monkeypatch.setenv("GARMIN_PERSONAL_API_KEY", "garmin-key-31b7")
    with GarminStandin() as one:
        bare.add(f'\n[sources.net]\nuse = "garmin"\nhost = "{one.base}"\n')
        both = {"kind": "multi_sport", "isParent": True}
        race = one.add_run(datetime(2027, 1, 10, 9, tzinfo=BERLIN), 51500, 9000, **both)
        one.add_run(datetime(2027, 1, 10, 10, tzinfo=BERLIN), 10000, 2700, parentId=race["activityId"])
        one.add_run(datetime(2027, 1, 12, 9, tzinfo=BERLIN), 30000, 7000, **both)

        assert bare.run("pull")[0] == 0
    assert [one.metres for one in bare.stored("net").values()] == [10000]
    assert [one for one in bare.known("net") if one.since <= date(2027, 1, 12) <= one.until] == []
