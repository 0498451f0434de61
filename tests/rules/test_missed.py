"""Runs missed in a row: the way back in is proposed once."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from surefoot.model import Activity, Diary, History, Kind, Schedule, Session, Span, Sport, Workout
from surefoot.rules.missed import MissedPolicy

MONDAY = date(2027, 1, 25)


def day(number):
    return MONDAY + timedelta(days=number)


PLAN = tuple(
    Session(uid=f"s{number:02}", day=day(number), workout=Workout(kind=Kind.EASY, title="Easy", metres=5000))
    for number in range(-14, 14, 2)
)


def ran(number):
    start = datetime.combine(day(number), time(9), UTC)
    return Activity(id=f"r{number}", sport=Sport.RUN, start=start, metres=5000, seconds=1900, source="runs")


def advised(*runs, today=0, unknown=()):
    history = History(since=day(-40), until=day(today), activities=tuple(map(ran, runs)), unknown=unknown)
    return tuple(MissedPolicy().review(Schedule(today=day(today), sessions=PLAN), history, Diary()))


def test_two_missed_runs_ask_for_nothing():
    assert advised(-14, -12, -10, -8, -6) == ()


def test_three_missed_runs_ask_for_three_days_without_quality_and_no_less_running():
    (one,) = advised(-14, -12, -10, -8)

    assert (one.easy_only, one.rest, one.keep, one.days) == (True, False, 1.0, 3)
    assert one.reason.startswith("3 runs in a row were not recorded, from Tue 19 Jan to Sat 23 Jan.")


def test_a_row_that_goes_on_is_the_same_cause():
    before = advised(-14, -12, -10, -8)
    after = advised(-14, -12, -10, -8, today=3)

    assert before[0].cause == after[0].cause


@pytest.mark.parametrize("extra", [-3, -1])
def test_any_run_ends_the_row(extra):
    assert advised(-14, -12, -10, -8, extra) == ()


def test_what_is_not_known_is_not_missed():
    silent = (Span(source="runs", since=day(-7), until=day(0)),)

    assert advised(-14, -12, -10, -8, unknown=silent) == ()
