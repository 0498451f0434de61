"""Workouts in Garmin's calendar: what the runner does to them, lost answers, and the laws of both."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.net import save_private
from surefoot.plugin import Drop, Kind, Move, Schedule, Session, Unavailable, Workout
from surefoot.testing import FAULTS, TODAY, sample_schedule
from surefoot.testing.faults import truncated
from surefoot.testing.standin_garmin import GarminStandin
from surefoot_garmin import Calendar
from surefoot_garmin.workout import uid

WORKOUT, SCHEDULE = "/workout-service/workout", "/workout-service/schedule"


def part(garmin: GarminStandin, folder: Path) -> Calendar:
    made = Calendar(host=garmin.base, patience=2)
    made.bind(label="watch", folder=folder)
    if not (folder / "login.json").exists():
        save_private(folder / "login.json", garmin.login())
    return made


def stands(garmin: GarminStandin) -> list[tuple[str, str, str]]:
    """Return uid, day and name of all that is planned of ours."""
    found = []
    for number, day in garmin.planned.days.values():
        one = garmin.planned.workouts[number]
        if uid(one["description"]):
            found.append((uid(one["description"]), day, one["workoutName"]))
    return sorted(found)


def as_wanted(schedule: Schedule) -> list[tuple[str, str, str]]:
    return sorted((one.uid, one.day.isoformat(), one.workout.title) for one in schedule.sessions)


def number(garmin: GarminStandin, name: str) -> int:
    (found,) = [key for key, one in garmin.planned.workouts.items() if uid(one["description"]) == name]
    return found


def move(garmin: GarminStandin, name: str, day: str) -> None:
    workout = number(garmin, name)
    (place,) = [key for key, one in garmin.planned.days.items() if one[0] == workout]
    garmin.planned.days[place] = (workout, day)


def methods(garmin: GarminStandin) -> set[str]:
    return {one.method for one in garmin.asked}


def ahead() -> Schedule:
    schedule = sample_schedule()
    return replace(schedule, sessions=tuple(one for one in schedule.sessions if one.day >= TODAY))


def with_day(schedule: Schedule, name: str, day: date) -> Schedule:
    moved = (replace(one, day=day) if one.uid == name else one for one in schedule.sessions)
    return replace(schedule, sessions=tuple(sorted(moved, key=lambda one: (one.day, one.uid))))


def test_a_workout_that_was_moved_there_is_a_wish_and_once_granted_none(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    part(garmin, tmp_path).publish(ahead())
    move(garmin, "long-1", "2031-03-08")

    assert [one.effect for one in part(garmin, tmp_path).wishes()] == [
        Move(uid="long-1", day=date(2031, 3, 8))
    ]
    assert part(garmin, tmp_path).publish(ahead()).skipped == ("long-1",)
    granted = with_day(ahead(), "long-1", date(2031, 3, 8))
    assert part(garmin, tmp_path).publish(granted).skipped == ()
    assert list(part(garmin, tmp_path).wishes()) == []
    assert stands(garmin) == as_wanted(granted)


@pytest.mark.parametrize("how", ["deleted", "out of the calendar"])
def test_a_workout_that_was_taken_away_is_a_wish_and_stays_away(
    garmin: GarminStandin, tmp_path: Path, how: str
) -> None:
    part(garmin, tmp_path).publish(ahead())
    workout = number(garmin, "long-1")
    garmin.planned.drop(workout)
    if how != "deleted":
        garmin.planned.workouts[workout] = {"workoutId": workout, "description": "surefoot:long-1"}

    assert [one.effect for one in part(garmin, tmp_path).wishes()] == [Drop(uid="long-1")]
    for _ in range(2):
        assert part(garmin, tmp_path).publish(ahead()).skipped == ("long-1",)
    assert "long-1" not in {one[0] for one in stands(garmin)}


def test_steps_that_the_runner_changed_are_left_alone(garmin: GarminStandin, tmp_path: Path) -> None:
    part(garmin, tmp_path).publish(ahead())
    steps = garmin.planned.workouts[number(garmin, "easy-3")]["workoutSegments"][0]["workoutSteps"]
    steps[0]["endConditionValue"] = 1200.0
    changed = tuple(
        replace(one, workout=replace(one.workout, seconds=1800)) if one.uid == "easy-3" else one
        for one in ahead().sessions
    )
    wanted = replace(ahead(), sessions=changed)

    assert part(garmin, tmp_path).publish(wanted, dry_run=True).skipped == ("easy-3",)
    assert part(garmin, tmp_path).publish(wanted).skipped == ("easy-3",)
    assert steps[0]["endConditionValue"] == 1200.0


def test_a_calendar_that_was_emptied_is_filled_again(garmin: GarminStandin, tmp_path: Path) -> None:
    part(garmin, tmp_path).publish(ahead())
    garmin.planned.workouts.clear()
    garmin.planned.days.clear()

    assert list(part(garmin, tmp_path).wishes()) == []
    assert part(garmin, tmp_path).publish(ahead()).skipped == ()
    assert stands(garmin) == as_wanted(ahead())


def test_where_nothing_changed_nothing_is_written(garmin: GarminStandin, tmp_path: Path) -> None:
    part(garmin, tmp_path).publish(ahead())
    garmin.asked.clear()
    part(garmin, tmp_path).publish(ahead())

    assert methods(garmin) == {"GET"}
    assert len(garmin.asked) <= 3


def test_a_session_that_moves_keeps_its_workout(garmin: GarminStandin, tmp_path: Path) -> None:
    part(garmin, tmp_path).publish(ahead())
    before = number(garmin, "long-1")
    garmin.asked.clear()
    part(garmin, tmp_path).publish(with_day(ahead(), "long-1", date(2031, 3, 10)))

    assert number(garmin, "long-1") == before
    assert [one.method for one in garmin.asked if one.method != "GET"] == ["POST", "DELETE"]


def test_a_missed_session_that_is_done_later_moves_out_of_the_past(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    part(garmin, tmp_path).publish(ahead())
    later = replace(
        with_day(ahead(), "easy-2", date(2031, 4, 20)), today=date(2031, 4, 15)
    )  # a month's view does not show March any more
    part(garmin, tmp_path).publish(later)

    assert [one for one in stands(garmin) if one[0] == "easy-2"] == [("easy-2", "2031-04-20", "Easy 6.0 km")]


@pytest.mark.parametrize("fault", ["truncated", "cut", "silent"])
@pytest.mark.parametrize("on", [WORKOUT, SCHEDULE])
def test_after_a_lost_answer_nothing_is_there_twice_and_nothing_was_the_runners_doing(
    garmin: GarminStandin, tmp_path: Path, fault: str, on: str
) -> None:
    garmin.plan(lambda good, _: good, FAULTS[fault], on=on + ("/" if on == SCHEDULE else ""))
    target = part(garmin, tmp_path)
    target.patience = 0.3
    with pytest.raises(Unavailable) if (fault, on) != ("truncated", SCHEDULE) else nullcontext():
        target.publish(ahead())
    garmin.calm()

    assert list(part(garmin, tmp_path).wishes()) == []
    assert part(garmin, tmp_path).publish(ahead()).skipped == ()
    assert stands(garmin) == as_wanted(ahead())
    assert len(garmin.planned.workouts) == len(ahead().sessions)
    assert len(part(garmin, tmp_path).publish(ahead()).unchanged) == len(ahead().sessions)


def test_a_manifest_that_is_lost_costs_nothing(garmin: GarminStandin, tmp_path: Path) -> None:
    part(garmin, tmp_path).publish(ahead())
    (tmp_path / "published.json").unlink()
    part(garmin, tmp_path).publish(ahead())

    assert stands(garmin) == as_wanted(ahead())
    assert len(garmin.planned.workouts) == len(ahead().sessions)


def test_a_copy_that_the_runner_made_of_a_workout_stays(garmin: GarminStandin, tmp_path: Path) -> None:
    part(garmin, tmp_path).publish(ahead())
    copy = garmin.planned.add(garmin.planned.workouts[number(garmin, "long-1")])
    part(garmin, tmp_path).publish(with_day(ahead(), "long-1", date(2031, 3, 11)))

    assert copy in garmin.planned.workouts


def session(name: str, days: int, metres: int) -> Session:
    workout = Workout(kind=Kind.EASY, title=f"Easy {metres}", metres=metres)
    return Session(uid=name, day=TODAY + timedelta(days=days), workout=workout)


def schedules() -> st.SearchStrategy[Schedule]:
    one = st.tuples(st.integers(0, 40), st.sampled_from((5000, 8000)))
    return st.dictionaries(st.sampled_from("abcdef"), one, min_size=1).map(
        lambda uids: Schedule(
            today=TODAY,
            sessions=tuple(
                sorted((session(name, *rest) for name, rest in uids.items()), key=lambda s: (s.day, s.uid))
            ),
        )
    )


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.tuples(schedules(), st.integers(0, 12)), min_size=2, max_size=4),
    st.sampled_from(["kept", "moved", "renamed", "deleted"]),
    st.data(),
)
def test_whatever_changes_and_whatever_is_lost_exactly_the_right_ones_stand(wanted, touch, data) -> None:
    with GarminStandin() as garmin, tempfile.TemporaryDirectory() as name:
        ride = garmin.planned.add({"workoutName": "Ride", "description": "mine"})
        place = garmin.planned.put(ride, TODAY.isoformat())
        for schedule, breaks in wanted:
            broken(garmin, Path(name), schedule, breaks)
            assert part(garmin, Path(name)).publish(schedule).skipped == ()
            assert stands(garmin) == as_wanted(schedule)
            assert len(garmin.planned.workouts) == len(schedule.sessions) + 1
        mine = data.draw(st.sampled_from([one.uid for one in wanted[-1][0].sessions]))
        touched(garmin, mine, touch)
        left = [one for one in stands(garmin) if one[0] == mine]
        part(garmin, Path(name)).publish(wanted[0][0])

        rest = [one for one in as_wanted(wanted[0][0]) if one[0] != mine or touch == "kept"]
        assert [one for one in stands(garmin) if one[0] != mine or touch == "kept"] == rest
        if touch in {"moved", "renamed"} or (touch == "deleted" and len(wanted[-1][0].sessions) > 1):
            assert [one for one in stands(garmin) if one[0] == mine] == left
        assert garmin.planned.days[place] == (ride, TODAY.isoformat())


def broken(garmin: GarminStandin, folder: Path, schedule: Schedule, breaks: int) -> None:
    """Publish, and lose the answer of one request after so many others."""
    garmin.plan(*[lambda good, _: good] * breaks, truncated, on="/workout-service/")
    with suppress(Unavailable):
        part(garmin, folder).publish(schedule)
    garmin.calm()


def touched(garmin: GarminStandin, name: str, how: str) -> None:
    if how == "moved":
        move(garmin, name, (TODAY + timedelta(days=60)).isoformat())
    if how == "renamed":
        garmin.planned.workouts[number(garmin, name)]["workoutName"] = "With Kim"
    if how == "deleted":
        garmin.planned.drop(number(garmin, name))
