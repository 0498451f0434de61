"""Paces from a result, against values that can be looked up, and the shapes of seasons."""

from datetime import date

import pytest

from surefoot.model import History, Kind
from surefoot.schedule.build import build
from surefoot.schedule.building.order import Free, Goal, Order, Result, Stand, Tuneup
from surefoot.schedule.building.paces import paces, uptake

MONDAY = date(2027, 1, 11)


def order(**changed):
    given = {
        "goal": Goal(name="race", metres=21_097, race=date(2027, 5, 2)),
        "stand": Stand(weekly=30_000, longest=12_000),
        "free": Free(days=(1, 3, 5, 6), long=6),
        "today": MONDAY,
        "history": History(until=MONDAY, assumed=True),
    }
    return Order(**{**given, **changed})


@pytest.mark.parametrize(
    ("metres", "seconds", "value"),
    [(5_000, 1_200, 49.8), (10_000, 2_400, 51.9), (10_000, 3_150, 37.9), (42_195, 12_600, 44.6)],
)
def test_the_uptake_is_that_of_the_published_equations(metres, seconds, value):
    assert abs(uptake(metres, seconds) - value) < 0.3


def test_a_result_predicts_itself_and_harder_training_is_faster():
    found = paces(Result(metres=10_000, seconds=3_150))

    assert abs(found.race_seconds(10_000) - 3_150) < 1
    assert found.of("easy").hi > found.of("tempo").lo > found.of("tempo").hi
    assert found.race(5_000).hi < found.race(10_000).hi < found.race(21_097).hi < found.race(42_195).hi


def test_every_fourth_week_is_lighter_every_third_for_a_novice_and_none_just_before_the_taper():
    def lighter(built):
        return [n for n, week in enumerate(built.weeks, start=1) if week.is_lighter]

    assert lighter(build(order())) == [3, 7, 11]
    assert lighter(build(order(stand=Stand(weekly=30_000, longest=12_000, gentle=True)))) == [3, 6, 9, 12]


def test_a_race_on_the_way_lies_in_a_lighter_week_without_a_long_run():
    also = (Tuneup(day=date(2027, 4, 4), metres=10_000, focus="B"),)
    built = build(order(also=also))
    week = next(n for n, one in enumerate(built.weeks) if one.start == date(2027, 3, 29))
    kinds = {one.workout.kind for one in built.plan.entries if one.day // 7 == week}

    assert built.weeks[week].is_lighter
    assert Kind.LONG not in kinds
    assert Kind.RACE in kinds


def test_days_that_leave_no_room_for_a_hard_session_are_said_and_all_runs_are_easy():
    built = build(order(free=Free(days=(5, 6), long=6)))

    assert not any(one.workout.kind is Kind.QUALITY for one in built.plan.entries)
    assert any("no hard session" in note for note in built.notes)


def test_a_race_on_the_seventh_day_gives_a_day_beside_it_back_to_rest():
    also = (Tuneup(day=date(2027, 3, 12), metres=5_000, focus="C"),)
    built = build(order(also=also, free=Free(days=(0, 1, 2, 3, 5, 6), long=6)))
    week = {one.day % 7 for one in built.plan.entries if one.day // 7 == 8}

    assert 4 in week
    assert len(week) <= 6
