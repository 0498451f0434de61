"""Planned workouts there: what the runner does to them, and what becomes of answers that are lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from surefoot.plugin import Drop, Kind, Move, Schedule, Secret, Unavailable
from surefoot.testing import TODAY, Reply, sample_schedule
from surefoot.testing.faults import answers, truncated
from surefoot.testing.standin_intervals import KEY, IntervalsStandin
from surefoot_intervals import Calendar

BULK = "/api/v1/athlete/0/events/bulk"


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ICU_KEY", KEY)
    with IntervalsStandin() as one:
        yield one


def part(platform: IntervalsStandin, folder: Path) -> Calendar:
    made = Calendar(key=Secret(env="ICU_KEY"), host=platform.base, patience=0.5)
    made.bind(label="watch", folder=folder)
    return made


def event(platform: IntervalsStandin, uid: str) -> dict:
    (found,) = [one for one in platform.events if one.get("external_id") == f"surefoot:{uid}"]
    return found


def test_events_say_what_they_are_in_the_platforms_own_fields(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())

    easy, strength = event(platform, "easy-2"), event(platform, "strength-1")
    assert (easy["category"], easy["type"], easy["distance"]) == ("WORKOUT", "Run", 6000)
    assert easy["start_date_local"] == "2031-03-05T00:00:00"
    assert (strength["type"], strength["moving_time"]) == ("WeightTraining", 1800)
    assert strength["start_date_local"] == "2031-03-06T18:30:00"


def test_an_event_that_was_moved_is_a_wish(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())
    event(platform, "long-1")["start_date_local"] = "2031-03-08T00:00:00"
    event(platform, "race-1")["start_date_local"] = "2031-03-16T09:30:00"

    wished = list(part(platform, tmp_path).wishes())

    assert [one.effect for one in wished] == [
        Move(uid="long-1", day=date(2031, 3, 8), at=None),
        Move(uid="race-1", day=date(2031, 3, 16), at=time(9, 30)),
    ]


def test_a_move_that_was_granted_is_no_wish_any_more(platform, tmp_path: Path):
    schedule = sample_schedule()
    part(platform, tmp_path).publish(schedule)
    event(platform, "long-1")["start_date_local"] = "2031-03-08T00:00:00"
    granted = replace(
        schedule,
        sessions=tuple(
            replace(one, day=date(2031, 3, 8)) if one.uid == "long-1" else one for one in schedule.sessions
        ),
    )

    receipt = part(platform, tmp_path).publish(granted)

    assert receipt.skipped == ()
    assert list(part(platform, tmp_path).wishes()) == []


def test_an_event_that_was_deleted_is_a_wish_and_stays_deleted(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())
    platform.events.remove(event(platform, "long-1"))

    assert [one.effect for one in part(platform, tmp_path).wishes()] == [Drop(uid="long-1")]
    assert part(platform, tmp_path).publish(sample_schedule()).skipped == ("long-1",)
    assert "surefoot:long-1" not in {one["external_id"] for one in platform.events}


def test_a_calendar_that_was_emptied_is_filled_again(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())
    platform.events.clear()

    assert list(part(platform, tmp_path).wishes()) == []
    assert len(part(platform, tmp_path).publish(sample_schedule()).created) == 6


def test_words_that_were_edited_are_no_wish(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())
    event(platform, "long-1")["name"] = "With Kim"

    assert list(part(platform, tmp_path).wishes()) == []


def test_blanks_that_the_platform_writes_anew_are_no_edit(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())
    for one in platform.events:
        one["description"] = str(one["description"]).replace("\n", "\r\n") + "\n"

    assert part(platform, tmp_path).publish(sample_schedule()).skipped == ()


@pytest.mark.parametrize("lost", ["the answer", "the manifest"])
def test_after_a_lost_answer_nothing_is_there_twice_and_nothing_was_the_runners_doing(
    platform, tmp_path: Path, lost: str
):
    if lost == "the answer":
        platform.plan(truncated, on=BULK)
        with pytest.raises(Unavailable):
            part(platform, tmp_path).publish(sample_schedule())
    else:
        part(platform, tmp_path).publish(sample_schedule())
        (tmp_path / "published.json").unlink()
    assert len(platform.events) == 6

    assert list(part(platform, tmp_path).wishes()) == []
    assert part(platform, tmp_path).publish(sample_schedule()).skipped == ()
    assert sorted(one["external_id"] for one in platform.events) == sorted(
        {one["external_id"] for one in platform.events}
    )
    assert len(platform.events) == 6
    assert len(part(platform, tmp_path).publish(sample_schedule()).unchanged) == 6


def test_a_request_that_never_arrived_is_no_deletion(platform, tmp_path: Path):
    part(platform, tmp_path).publish(replace(sample_schedule(), sessions=sample_schedule().sessions[:3]))
    before = [dict(one) for one in platform.events]
    platform.plan(answers(500), on=BULK)
    with pytest.raises(Unavailable):
        part(platform, tmp_path).publish(sample_schedule())
    platform.events[:] = before

    assert list(part(platform, tmp_path).wishes()) == []
    assert part(platform, tmp_path).publish(sample_schedule()).skipped == ()
    assert len(platform.events) == 6


def test_doubles_of_our_own_become_one(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())
    platform.events.append(event(platform, "long-1") | {"id": 99_999})

    part(platform, tmp_path).publish(sample_schedule())
    assert event(platform, "long-1")["id"] != 99_999


def test_a_day_on_which_nothing_changed_is_one_request(platform, tmp_path: Path):
    part(platform, tmp_path).publish(sample_schedule())
    platform.asked.clear()
    part(platform, tmp_path).publish(sample_schedule())

    assert [one.method for one in platform.asked] == ["GET"]


def test_sixteen_weeks_are_three_requests_and_after_any_change_exactly_the_right_ones_stand(
    platform, tmp_path: Path
):
    schedule = sample_schedule()
    base = schedule.sessions[1]
    sessions = tuple(replace(base, uid=f"run-{n}", day=TODAY + timedelta(days=n)) for n in range(16 * 7))
    part(platform, tmp_path).publish(Schedule(today=TODAY, sessions=sessions))
    assert len(platform.asked) == 2

    moved = [
        replace(one, day=one.day + timedelta(days=1)) if n % 5 == 0 else one
        for n, one in enumerate(sessions)
        if n % 7
    ]
    wanted = Schedule(today=TODAY, sessions=tuple(sorted(moved, key=lambda one: (one.day, one.uid))))
    part(platform, tmp_path).publish(wanted)

    stand = {
        (one["external_id"].removeprefix("surefoot:"), one["start_date_local"][:10])
        for one in platform.events
    }
    assert stand == {(one.uid, one.day.isoformat()) for one in moved}


def test_a_race_of_a_plan_is_a_race_there(platform, tmp_path: Path):
    schedule = sample_schedule()
    sessions = tuple(
        replace(one, workout=replace(one.workout, focus="A")) if one.workout.kind is Kind.RACE else one
        for one in schedule.sessions
    )
    part(platform, tmp_path).publish(replace(schedule, sessions=sessions))

    assert event(platform, "race-1")["category"] == "RACE_A"


@pytest.mark.parametrize("field", ["id", "start_date_local"])
def test_an_event_of_ours_that_makes_no_sense_stops_before_anything_is_written(
    platform, tmp_path: Path, field
):
    part(platform, tmp_path).publish(sample_schedule())
    platform.plan(
        lambda good, _: Reply(status=200, body=good.body.replace(f'"{field}":'.encode(), b'"x":')), on="/"
    )
    platform.asked.clear()

    with pytest.raises(Unavailable, match="cannot be understood"):
        part(platform, tmp_path).publish(Schedule(today=TODAY))
    assert [one.method for one in platform.asked] == ["GET"]
