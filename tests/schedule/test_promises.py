"""Single promises of the limits, each by an example whose numbers are worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from surefoot.model import (
    Activity,
    Finding,
    History,
    Kind,
    Level,
    Schedule,
    Session,
    Settings,
    Sport,
    Workout,
)
from surefoot.schedule.cost import Cost, cost
from surefoot.schedule.limit import Capped, cap

TODAY = date(2027, 1, 25)  # a Monday
SUNDAY = date(2027, 1, 31)
WEEK = timedelta(weeks=1)


def ran(day: date, metres: int, *, hour: int = 7, sport: Sport = Sport.RUN) -> Activity:
    start = datetime.combine(day, time(hour), UTC)
    return Activity(
        id=f"a-{day}-{hour}", sport=sport, start=start, metres=metres, seconds=metres * 390 // 1000
    )


def session(day: date, metres: int | None, kind: Kind = Kind.EASY, *, name: str = "") -> Session:
    workout = Workout(kind=kind, title=kind.value, metres=metres)
    return Session(uid=f"s-{day}{name}", day=day, plan_day=day, workout=workout)


def weeks(
    count: int, *, until: date = TODAY, runs: tuple[int, ...] = (6000, 6000, 5000, 10_000)
) -> list[Activity]:
    """Weeks before ``until`` with a run on Tuesday, Thursday, Saturday and Sunday: 27 km each."""
    days = (1, 3, 5, 6)
    return [
        ran(until - n * WEEK + timedelta(days=day), metres)
        for n in range(count, 0, -1)
        for day, metres in zip(days, runs, strict=False)
    ]


def past(*runs: Activity, until: date = TODAY) -> History:
    ordered = tuple(sorted(runs, key=lambda one: one.start))
    return History(since=ordered[0].day, until=until, activities=ordered)


def capped(plan: list[Session], history: History, **more: object) -> Capped:
    given = {"kept": None, "decisions": (), "settings": Settings(), "today": history.until, **more}
    return cap(tuple(plan), history=history, **given)


def most(history: History, day: date = SUNDAY, *before: Session) -> int:
    """The metres that are left of a run of 60 km on ``day``, all else being light."""
    found = capped([*before, session(day, 60_000, Kind.LONG)], history)
    return found.sessions[-1].workout.metres or 0


def test_a_longest_run_counts_for_thirty_days_and_not_a_day_more() -> None:
    recent = [ran(SUNDAY - timedelta(days=days), 5000) for days in range(4, 29, 2)]

    assert most(past(ran(SUNDAY - timedelta(days=30), 20_000), *recent)) > 20_000
    assert most(past(ran(SUNDAY - timedelta(days=31), 20_000), *recent)) < 20_000


def test_a_run_scheduled_before_it_lets_a_run_be_longer_and_one_of_the_same_day_does_not() -> None:
    history = past(*weeks(4))
    saturday = session(SUNDAY - timedelta(days=1), 11_000)
    same_day = session(SUNDAY, 11_000, name="a")

    assert most(history) == 11_000
    assert most(history, SUNDAY, saturday) == 12_000  # a tenth above the 11 km of the day before
    assert most(history, SUNDAY, same_day) == 11_000


def test_a_race_never_lets_the_next_run_be_longer() -> None:
    race = session(SUNDAY - timedelta(days=7), 15_000, Kind.RACE)
    activities = [one for one in weeks(4) if one.day != race.day]
    history = past(*activities, ran(race.day, 15_000))

    assert most(history, SUNDAY, race) == 11_000


def test_a_week_over_its_limit_counts_as_its_limit_in_the_reference() -> None:
    history = past(*weeks(4, until=TODAY - WEEK), *weeks(1, runs=(10_000, 10_000, 10_000, 10_000)))

    found = capped([session(SUNDAY, 8000)], history)

    assert (found.weeks[-1].reference, found.weeks[-1].limit) == (29_700, 32_670)


def test_the_reference_is_what_was_run_and_not_what_was_planned() -> None:
    planned = [session(TODAY - WEEK + timedelta(days=day), 8000) for day in (1, 3, 5, 6)]
    kept = Schedule(today=TODAY - WEEK, sessions=tuple(planned))
    history = past(*weeks(5, runs=(5000, 5000, 5000, 5000)))

    found = capped([*planned, session(SUNDAY, 4000)], history, kept=kept)

    assert found.weeks[-1].reference == 20_000


def test_a_race_counts_in_the_sum_of_its_week_as_its_own_limit_at_most() -> None:
    plan = [
        session(TODAY + timedelta(days=1), 9000),
        session(TODAY + timedelta(days=3), 9000),
        session(SUNDAY, 42_195, Kind.RACE),
    ]

    found = capped(plan, past(*weeks(4)))

    # 9 and 9 and the race as its limit of 11 km are 29 km of 29.7.
    assert found.sessions == tuple(plan)


def finding(found: Capped, rule: str) -> list[Finding]:
    return [one for one in found.findings if one.rule == rule]


@pytest.mark.parametrize(
    ("metres", "level"),
    [
        (11_000, None),
        (13_000, Level.INFO),
        (13_001, Level.WARN),
        (20_000, Level.WARN),
        (20_001, Level.STOP),
    ],
)
def test_a_run_weighs_by_its_ratio_to_the_longest_of_the_month(metres: int, level: Level | None) -> None:
    found = finding(capped([session(SUNDAY, metres, Kind.LONG)], past(*weeks(4))), "session-spike")

    assert [one.level for one in found] == ([] if level is None else [level])


@pytest.mark.parametrize(
    ("metres", "level"),
    [
        (29_700, None),
        (32_400, Level.INFO),
        (32_404, Level.WARN),
        (35_100, Level.WARN),
        (35_104, Level.STOP),
    ],
)
def test_a_week_weighs_by_its_ratio_to_the_reference(metres: int, level: Level | None) -> None:
    runs = [session(TODAY + timedelta(days=day), metres // 4) for day in (1, 3, 5, 6)]
    found = finding(capped(runs, past(*weeks(4))), "weekly-increase")

    assert [one.level for one in found] == ([] if level is None else [level])


@pytest.mark.parametrize(("days", "rule"), [(9, "session-spike"), (10, "break-return")])
def test_ten_whole_days_without_a_run_are_a_break_and_nine_are_none(days: int, rule: str) -> None:
    history = past(*weeks(5), until=TODAY + timedelta(days=days))
    plan = [session(history.until, 20_000, Kind.LONG)]

    found = capped(plan, history)

    assert {why.rule for why in found.sessions[0].reasons} == {rule}


def test_cycling_ends_no_break_and_adds_no_metres() -> None:
    rides = [ran(TODAY + timedelta(days=day), 30_000, sport=Sport.RIDE) for day in range(13)]
    history = past(*weeks(5), *rides, until=TODAY + timedelta(days=13))

    found = capped([session(history.until, 20_000, Kind.LONG)], history)

    assert found.sessions[0].workout.metres == 5000  # half of the 10 km before the break


def test_a_return_is_never_held_under_a_mile() -> None:
    history = past(*weeks(5, runs=(2000, 2000, 2000, 2000)), until=TODAY + 2 * WEEK)

    found = capped([session(history.until, 1600)], history)

    assert found.sessions[0].workout.metres == 1600


def test_a_run_without_a_length_counts_nothing_and_its_week_says_so() -> None:
    plan = [session(TODAY + timedelta(days=1), None), session(SUNDAY, 8000)]

    found = capped(plan, past(*weeks(4)))

    assert found.sessions == tuple(plan)
    assert [(one.planned, one.uncounted) for one in found.weeks if one.start == TODAY] == [(8000, True)]


def test_a_run_with_walking_breaks_counts_whole() -> None:
    plan = session(SUNDAY, 14_000)
    plan = replace(plan, workout=replace(plan.workout, focus="run-walk"))

    found = capped([plan], past(*weeks(4)))

    assert found.sessions[0].workout.metres == 11_000


def test_a_taper_stays_as_light_as_it_was_planned() -> None:
    plan = [session(TODAY + timedelta(days=day), metres) for day, metres in ((1, 3000), (4, 2500))]
    plan.append(session(SUNDAY, 10_000, Kind.RACE))

    assert capped(plan, past(*weeks(4))).sessions == tuple(plan)


def test_after_a_light_week_a_plan_may_go_one_step_above_the_peak_before_it() -> None:
    light = weeks(1, runs=(4000, 4000, 4000, 6000))
    history = past(*weeks(3, until=TODAY - WEEK), *light)
    plan = [session(TODAY + timedelta(days=day), 8000) for day in (1, 3, 5, 6)]

    found = capped(plan, history)

    assert found.weeks[-1].limit == 29_700
    assert sum(one.workout.metres or 0 for one in found.sessions) == 29_500


def test_what_capping_costs_is_told_by_the_longest_run_before_the_race() -> None:
    race = session(SUNDAY + WEEK, 42_195, Kind.RACE)
    before = (session(SUNDAY, 32_000), race, session(SUNDAY + 2 * WEEK, 50_000))
    after = (session(SUNDAY, 27_000), race, session(SUNDAY + 2 * WEEK, 50_000))

    assert cost(before, after) == Cost(planned=32_000, allowed=27_000)


def test_moving_a_run_inside_its_week_fulfils_it_and_adds_none() -> None:
    tuesday, wednesday = TODAY + timedelta(days=1), TODAY + timedelta(days=2)
    history = past(*weeks(4), ran(tuesday, 6000), until=wednesday)
    plan = [session(wednesday, 6000), session(TODAY + timedelta(days=3), 6000)]
    kept = Schedule(today=TODAY, sessions=tuple(plan))

    found = capped(plan, history, kept=kept)

    assert sum(one.done for one in found.weeks if one.start == TODAY) == 6000


def test_what_the_limit_of_a_short_run_allows_is_not_found_whatever_its_ratio() -> None:
    history = past(*weeks(5, runs=(2000, 2000, 2000, 2000)))

    found = capped([session(SUNDAY, 3600)], history)  # 1.8 times the longest, and a mile more

    assert found.findings == ()
    assert found.sessions[0].workout.metres == 3600
