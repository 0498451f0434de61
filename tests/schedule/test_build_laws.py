"""What must hold of every built plan, for any goal, start and availability."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surefoot.app.planrows import rows
from surefoot.load.size import easy_pace
from surefoot.model import Activity, Anchor, Entry, History, Kind, Level, Runner, Settings, Sport, Unit
from surefoot.model.calendar import Away
from surefoot.rules import plan_findings
from surefoot.schedule.build import Built, build, capped
from surefoot.schedule.building.order import Free, Goal, Order, Result, Stand, Tuneup
from surefoot.schedule.dated import dated

LAWS = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TODAY = date(2027, 1, 13)  # a Wednesday
RACES = (5_000, 10_000, 12_500, 21_097, 30_000, 42_195, 50_000)


def past(today: date, weekly: int, longest: int, runs: int, *, weeks: int, away: int) -> History:
    """Weeks of the same runs up to ``away`` days before today."""
    last = today - timedelta(days=away + 1)
    size = max(1000, (weekly - longest) // max(1, runs - 1))
    found = []
    for back in range(weeks * 7):
        day = last - timedelta(days=back)
        if back % 7 < runs:
            metres = longest if back % 7 == 0 else size
            found.append(
                Activity(
                    id=f"a-{day}",
                    sport=Sport.RUN,
                    start=datetime.combine(day, time(7), UTC),
                    metres=metres,
                    seconds=metres * 400 // 1000,
                )
            )
    activities = tuple(sorted(found, key=lambda one: one.start))
    return History(since=activities[0].day, until=today, activities=activities)


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Any goal, any runner, any days."""
    today = TODAY + timedelta(days=draw(st.integers(0, 6)))
    starts = draw(st.sampled_from([0, 0, 0, 5, 6]))
    unit = draw(st.sampled_from([Unit.KM, Unit.KM, Unit.MI]))
    days = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=7))))
    weekly = draw(st.one_of(st.none(), st.integers(1, 100).map(lambda n: 1000 * n)))
    longest = None if weekly is None else draw(st.integers(1, 30).map(lambda n: min(1000 * n, weekly)))
    known = draw(st.booleans()) and weekly is not None and longest is not None
    history = History(until=today, assumed=True)
    if known and weekly and longest:
        history = past(
            today,
            weekly,
            longest,
            draw(st.integers(1, 5)),
            weeks=draw(st.integers(1, 8)),
            away=draw(st.integers(0, 12)),
        )
    goal, also = draw(goals(today, soonest=15 if weekly else 50))
    off = draw(st.sampled_from([(), (), (), (Away(since=date(2027, 3, 1), until=date(2027, 3, 9)),)]))
    most = draw(st.sampled_from([None, None, 2700, 5400]))
    return Order(
        goal=goal,
        stand=Stand(
            weekly=None if known else weekly,
            longest=None if known else longest,
            experience=draw(st.sampled_from(["novice", "regular", "experienced"])),
            gentle=draw(st.booleans()),
            result=draw(st.sampled_from([None, Result(metres=10_000, seconds=3150)])),
        ),
        free=Free(
            days=days,
            long=draw(st.sampled_from(days)),
            quality=draw(st.integers(0, 2)),
            most=(most,) * 7,
            minutes=draw(st.booleans()),
        ),
        today=today,
        settings=Settings(runner=Runner(week_starts=starts, unit=unit), off=off),
        history=history,
        also=also,
    )


@st.composite
def goals(draw: st.DrawFn, today: date, soonest: int) -> tuple[Goal, tuple[Tuneup, ...]]:
    if draw(st.integers(0, 5)) == 0:
        return Goal(name="a week", weekly=draw(st.integers(10, 80)) * 1000), ()
    race = today + timedelta(days=draw(st.integers(soonest, 240)))
    metres = draw(st.sampled_from(RACES))
    also = tuple(
        Tuneup(day=day, metres=draw(st.sampled_from(RACES[:4])), focus=focus)
        for day, focus in sorted(
            draw(
                st.dictionaries(
                    st.integers(1 if soonest < 50 else 49, (race - today).days - 1).map(
                        lambda n: today + timedelta(days=n)
                    ),
                    st.sampled_from(["B", "C", "parkrun"]),
                    max_size=2,
                )
            ).items()
        )
    )
    if len(also) == 2 and (also[1].day - also[0].day).days == 1:
        also = also[:1]  # two races on two days are the runner's own doing
    return Goal(name="a race", metres=metres, race=race, target=None), also


def days_of(built: Built) -> list[tuple[date, Entry]]:
    assert built.plan.start is not None
    return [(built.plan.start + timedelta(days=one.day), one) for one in built.plan.entries]


def weeks_of(built: Built) -> list[list[tuple[date, Entry]]]:
    found = [[] for _ in built.weeks]
    for day, one in days_of(built):
        found[one.day // 7].append((day, one))
    return found


@given(orders())
@settings(LAWS, max_examples=30)
def test_the_scheduler_alters_nothing_in_a_built_plan(order):
    built = build(order)
    answer = capped(order, built.plan)
    wanted = {one.key: one.workout for one in built.plan.entries}

    assert answer.dropped == ()
    assert {one.uid: one.workout for one in answer.sessions} == wanted
    assert all(one.mend is None for one in answer.findings)


@given(orders())
@LAWS
def test_no_rule_says_more_than_information_of_a_plan_that_reaches_its_race(order):
    built = build(order)
    sessions = capped(order, built.plan).sessions
    pace = easy_pace(order.history, order.settings)
    first = built.weeks[0].start
    found = (
        *capped(order, built.plan).findings,
        *plan_findings(sessions, order.settings, begins=first, easy_pace=pace),
    )
    grave = [one for one in found if one.level is not Level.INFO]

    assert [one for one in grave if one.day not in dict(built.far)] == []


@given(orders())
@LAWS
def test_the_race_stands_on_its_day_and_every_other_race_on_its_own(order):
    built = build(order)
    races = {day: one.workout for day, one in days_of(built) if one.workout.kind is Kind.RACE}
    wanted = {one.day: one.metres for one in order.also if one.day >= built.weeks[0].start}
    if order.goal.race is not None:
        wanted[order.goal.race] = order.goal.metres

    assert {day: one.metres for day, one in races.items()} == wanted
    if order.goal.race is not None:
        sessions = dated(
            built.plan, Anchor(race=order.goal.race), week_starts=order.settings.runner.week_starts
        )
        assert sessions.first == built.plan.start


@given(orders())
@LAWS
def test_every_week_has_a_day_without_a_run_and_one_line_of_purpose(order):
    built = build(order)

    assert all(len({day for day, _ in week}) <= 6 for week in weeks_of(built))
    assert all(one.purpose.strip() and "\n" not in one.purpose for one in built.weeks)


@given(orders())
@LAWS
def test_no_two_hard_days_stand_side_by_side(order):
    hard = {
        day for day, one in days_of(build(order)) if one.workout.kind in (Kind.LONG, Kind.QUALITY, Kind.RACE)
    }
    raced = {order.goal.race, *(one.day for one in order.also)}

    assert [
        day for day in hard if day + timedelta(days=1) in hard and not {day, day + timedelta(days=1)} <= raced
    ] == []


def test_quality_in_race_week_keeps_clear_of_the_week_before():
    order = Order(
        goal=Goal(name="a race", metres=5000, race=date(2027, 5, 13)),
        stand=Stand(weekly=23_000, longest=4000, experience="novice", gentle=False, result=None),
        free=Free(days=tuple(range(7)), long=1, quality=2),
        today=date(2027, 1, 15),
        settings=Settings(runner=Runner(week_starts=6)),
        history=History(until=date(2027, 1, 15), assumed=True),
    )
    quality = {day for day, one in days_of(build(order)) if one.workout.kind is Kind.QUALITY}

    assert not any(day + timedelta(days=1) in quality for day in quality)


@given(orders())
@LAWS
def test_the_long_run_is_on_one_weekday_and_all_runs_are_on_days_that_are_free(order):
    built = build(order)
    runs = [(day, one.workout) for day, one in days_of(built) if one.workout.kind is not Kind.RACE]

    assert {day.weekday() for day, one in runs if one.kind is Kind.LONG} <= {order.free.long}
    assert {day.weekday() for day, _ in runs} <= set(order.free.days)
    assert not any(away.covers(day) for day, _ in runs for away in order.settings.off)


@given(orders())
@LAWS
def test_nothing_is_finer_than_half_a_kilometre_half_a_mile_or_five_minutes(order):
    built = build(order)
    halves = {round(n * 1609.344 / 2) for n in range(1, 200)}
    if order.settings.runner.unit is Unit.KM:
        halves = {n * 500 for n in range(1, 200)}
    for _, one in days_of(built):
        workout = one.workout
        if workout.kind is not Kind.RACE and workout.metres is not None:
            assert workout.metres in halves
        elif workout.kind is not Kind.RACE:
            assert workout.seconds is not None
            assert workout.seconds % 300 == 0


@given(orders())
@LAWS
def test_no_run_takes_longer_than_its_day_allows(order):
    pace = easy_pace(order.history, order.settings)
    for day, one in days_of(build(order)):
        most = order.free.most[day.weekday()]
        workout = one.workout
        if most is not None and workout.kind is not Kind.RACE:
            assert (workout.seconds or (workout.metres or 0) * pace // 1000) <= most


@given(orders())
@LAWS
def test_the_taper_falls_from_week_to_week_and_nothing_in_it_is_new(order):
    built = build(order)
    sizes = [one.metres for one in built.weeks if one.phase == "taper"]
    peak = max((one.metres for one in built.weeks if one.phase in ("base", "build", "peak")), default=None)

    assert sizes == sorted(sizes, reverse=True) or order.settings.off or order.also
    if peak:
        assert all(size <= peak for size in sizes)


@given(orders())
@LAWS
def test_the_same_order_gives_the_same_bytes_and_the_file_gives_the_plan_back(order):
    from surefoot_planfiles.csvfile import Csv

    first, second = build(order), build(order)
    text = rows(first, order, "surefoot build")

    assert text == rows(second, order, "surefoot build")
    assert replace(Csv().read(text.encode()), id="") == first.plan
