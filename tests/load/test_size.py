"""How much running a workout is, and how fast easy is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from surefoot.load.size import by_time, easy_pace, metres, uncounted
from surefoot.model import Activity, History, Kind, Runner, Session, Settings, Sport, Workout

START = datetime(2027, 1, 1, 7, tzinfo=UTC)


def workout(**sizes):
    return Workout(kind=sizes.pop("kind", Kind.EASY), title="x", **sizes)


def history(*paces, sport=Sport.RUN, length=5000):
    runs = tuple(
        Activity(
            id=str(n),
            sport=sport,
            start=START + timedelta(days=n),
            metres=length,
            seconds=pace * length // 1000,
        )
        for n, pace in enumerate(paces)
    )
    return History(since=START.date(), until=START.date() + timedelta(days=60), activities=runs)


@pytest.mark.parametrize(
    ("sizes", "counted"),
    [
        ({"metres": 8000}, 8000),
        ({"metres": 6000, "upto": 8000}, 8000),
        ({"metres": 8000, "seconds": 60}, 8000),
        ({"seconds": 1800}, 5000),
        ({"seconds": 1800, "focus": "run-walk"}, 5000),
        ({}, 0),
        ({"kind": Kind.STRENGTH, "seconds": 1800}, 0),
        ({"kind": Kind.CROSS, "metres": 20_000}, 0),
    ],
)
def test_a_range_counts_with_its_upper_end_a_run_by_time_at_the_easy_pace_and_what_is_no_run_not(
    sizes, counted
):
    assert metres(workout(**sizes), 360) == counted


def test_a_run_by_time_is_an_estimate_and_one_with_neither_is_not_counted():
    assert by_time(workout(seconds=1800))
    assert not by_time(workout(metres=5000, seconds=1800))
    assert uncounted(workout())
    assert not uncounted(workout(seconds=1800))
    assert not uncounted(workout(kind=Kind.REST))


def test_the_easy_pace_is_the_median_of_the_last_ten_runs():
    assert easy_pace(history(*[300] * 5, *[360] * 10), Settings()) == 360
    assert easy_pace(history(360, 360, 240), Settings()) == 360


def test_a_run_that_fulfilled_a_quality_session_says_nothing_of_the_easy_pace():
    run = history(360, 270, 270, 360, 270, 270)
    fast = [one for one in run.activities if one.seconds == 270 * 5]
    sessions = [
        Session(uid=one.id, day=one.day, workout=workout(kind=Kind.QUALITY, metres=5000)) for one in fast
    ]

    assert easy_pace(history(*[360, 270, 270]), Settings(), ()) == 270
    assert easy_pace(run, Settings(), sessions) == 360
    assert easy_pace(run, Settings(), reversed(sessions)) == 360


def test_a_run_without_a_session_counts_as_easy_beside_those_that_have_one():
    run = history(300, 360)
    hard = Session(uid="q", day=run.activities[0].day, workout=workout(kind=Kind.QUALITY, metres=5000))

    assert easy_pace(run, Settings(), [replace(hard, day=run.activities[1].day)]) == 300
    assert easy_pace(run, Settings(), [hard]) == 360
    assert easy_pace(history(300, 300, 360), Settings(), [replace(hard, day=run.until)]) == 300


def test_a_pace_of_a_ride_of_a_walk_or_of_a_few_metres_says_nothing():
    runner = Settings(runner=Runner(easy_pace=345))

    assert easy_pace(history(120, sport=Sport.RIDE), runner) == 345
    assert easy_pace(history(1000), runner) == 345
    assert easy_pace(history(360, length=900), runner) == 345


def test_without_any_run_the_runner_says_the_pace_and_else_it_is_six_and_a_half_minutes():
    assert easy_pace(history(), Settings(runner=Runner(easy_pace=345))) == 345
    assert easy_pace(history(), Settings()) == 390
