"""``surefoot sync`` with platforms on both ends: what is wrong with one costs the others nothing."""

import os
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from platforms_on_loopback import PLATFORMS, Intervals, Strava

from surefoot.testing import FAULTS

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2027, 1, 2, 12, 0, tzinfo=BERLIN)
EVENTS = "/api/v1/athlete/0/events"


@pytest.fixture
def watch(folder, monkeypatch):
    """intervals.icu as a target of the example, beside its calendar file."""
    one = Intervals()
    monkeypatch.setenv("ICU_KEY", one.environment["ICU_KEY"])
    with one.standin:
        folder.add(one.table(label="watch").replace("[sources.", "[targets."))
        yield one.standin


def day(standin, title):
    """Return the first event whose name begins so."""
    return min(
        (one for one in standin.events if one["name"].startswith(title)), key=lambda e: e["start_date_local"]
    )


def test_the_plan_goes_to_both_and_a_second_sync_writes_nothing(folder, watch):
    assert folder.run("sync", "--yes")[0] == 0
    assert {one["type"] for one in watch.events} == {"Run", "WeightTraining"}
    before = [dict(one) for one in watch.events]
    watch.asked.clear()

    assert folder.run("sync", "--yes")[0] == 0
    assert watch.events == before
    assert {one.method for one in watch.asked} == {"GET"}
    assert len(watch.asked) == 2


@pytest.mark.parametrize("fault", ["401", "429", "truncated"])
def test_a_target_that_cannot_be_written_costs_the_calendar_nothing(folder, watch, fault):
    watch.plan(*[FAULTS[fault]] * 6, on=EVENTS)

    status, out, err = folder.run("sync", "--yes")

    assert status == 1
    assert (out + err).count("watch: intervals.icu") == 1
    assert "bug" not in out + err
    assert (folder.path / "plan.ics").exists()
    assert watch.events == []

    watch.calm()
    (folder.path / ".surefoot" / "targets.watch" / "wait.json").unlink(missing_ok=True)
    assert folder.run("sync", "--yes")[0] == 0
    assert watch.events


def test_a_session_moved_on_the_watchs_calendar_moves_in_the_other(folder, watch):
    folder.run("sync", "--yes")
    event = day(watch, "Long")
    event["start_date_local"] = "2027-01-30T00:00:00"

    assert folder.run("sync", "--yes")[0] == 0
    calendar = (folder.path / "plan.ics").read_text()
    (moved,) = (
        one
        for one in calendar.split("BEGIN:VEVENT")
        if "DTSTART;VALUE=DATE:20270130" in one and "Long" in one
    )
    assert moved


def test_everything_can_be_taken_out_again_and_what_is_the_runners_stays(folder, watch):
    folder.run("sync", "--yes")
    watch.events.append(
        {"id": 1, "category": "NOTE", "name": "Dentist", "start_date_local": "2027-02-01T00:00:00"}
    )
    settings = folder.path / "surefoot.toml"
    settings.write_text(settings.read_text() + 'kinds = ["rest"]\n')

    assert folder.run("push", "--yes", "--force")[0] == 0
    assert [one["name"] for one in watch.events] == ["Dentist"]


@pytest.fixture(params=PLATFORMS, ids=lambda one: one.name)
def source(request, folder, monkeypatch):
    """A platform that the example reads from beside its recordings."""
    one = request.param()
    for name, value in one.environment.items():
        monkeypatch.setenv(name, value)
    with one.standin:
        for number in range(4):
            one.add_run(NOON + timedelta(days=7 * number))
        folder.add(one.table())
        one.log_in(folder.path)
        yield one


def test_a_source_that_does_not_answer_is_unknown_and_the_rest_of_sync_goes_on(folder, source):
    assert folder.run("sync", "--yes", today="2027-01-25")[0] == 0
    source.standin.plan(FAULTS["500"], on=source.rows)

    status, said = folder.json("sync", "--yes", today="2027-01-26")

    assert status == 1
    assert {"source": "net", "since": "2027-01-26", "until": "2027-01-26"} in said["unknown"]
    assert [one["problems"] == [] for one in said["read"]] == [True, False]
    assert not [one for one in said["faults"] if "bug" in one["what"]]


@pytest.mark.parametrize("source", [Strava], indirect=True, ids=["strava"])
def test_nothing_is_added_on_the_strength_of_days_that_are_unknown(folder, source):
    folder.run("sync", "--yes", today="2027-01-25")
    source.standin.plan(*[FAULTS["500"]] * 20, on=source.rows)
    folder.run("sync", "--yes", today="2027-01-31")
    _, out, _ = folder.run("sync", "--yes", today="2027-02-01")

    _, shown = folder.json("plan", today="2027-02-01")
    (week,) = (one for one in shown["weeks"] if one["start"] == "2027-02-01")
    assert week["metres"] <= week["limit_metres"] == week["reference_metres"]
    assert "nothing is added on their strength" in " ".join(out.split())


def test_a_secret_that_is_not_there_costs_the_other_source_nothing(folder, source, monkeypatch):
    if not source.environment:
        pytest.skip("it has a login instead")
    for name in source.environment:
        monkeypatch.delenv(name)
    if isinstance(source, Strava):
        monkeypatch.setattr(source.standin, "ends", 1)
        source.log_in(folder.path)

    status, out, err = folder.run("sync", "--yes")

    assert status == 1
    assert "no secret was found in the environment variable" in " ".join((out + err).split())
    assert "20 new runs" in out
    assert source.standin.asked == []
    assert (folder.path / "plan.ics").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_what_is_kept_of_a_platform_is_the_runners_alone(folder, source):
    folder.run("sync", "--yes")
    source.standin.plan(FAULTS["429"], on=source.rows)
    folder.run("sync", "--yes", today="2027-01-26")

    kept = [one for one in (folder.path / ".surefoot" / "sources.net").rglob("*") if one.is_file()]
    assert kept
    assert [one for one in kept if one.stat().st_mode & 0o077] == []
