"""Races, days away and weekdays: what the settings make of a plan before any limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import (
    Allow,
    Away,
    Decision,
    History,
    Kind,
    Most,
    Move,
    RaceDay,
    Reason,
    Runner,
    Session,
    Settings,
    Workout,
)
from surefoot.schedule.outlook import outlook
from surefoot.schedule.stamp import stamp
from surefoot.strength.programme import programme

MONDAY = date(2027, 1, 4)
NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)
PROGRAMME = programme(Settings(), load())
EASY_3K = Workout(kind=Kind.EASY, title="Easy", metres=3000)
WEEK = {1: (Kind.QUALITY, 7000), 3: (Kind.EASY, 5000), 5: (Kind.EASY, 4000), 6: (Kind.LONG, 9000)}


def plan(weeks=3, week=WEEK):
    return tuple(
        Session(
            uid=f"p-{7 * number + place:03d}",
            day=MONDAY + timedelta(days=7 * number + place),
            plan_day=MONDAY + timedelta(days=7 * number + place),
            workout=Workout(kind=kind, title=kind.value.capitalize(), metres=metres),
        )
        for number in range(weeks)
        for place, (kind, metres) in week.items()
    )


def made(given_=None, *, wanted=None, decisions=(), today=MONDAY, kept=None, **runner):
    return outlook(
        wanted=plan() if wanted is None else wanted,
        kept=kept,
        history=History(until=today, activities=(), assumed=True),
        decisions=decisions,
        programme=PROGRAMME,
        settings=given_ or Settings(runner=Runner(**runner)),
        today=today,
    ).schedule


def runs(schedule, week=1):
    start = MONDAY + timedelta(days=7 * week)
    return {
        one.day.weekday(): (one.workout.kind, one.workout.metres)
        for one in schedule.sessions
        if one.workout.kind.is_run and start <= one.day < start + timedelta(days=7)
    }


def said(effect, number=1):
    return Decision(
        id=f"d{number}",
        set="s1",
        made=NOW,
        by="runner",
        effect=effect,
        reason=Reason(rule="runner", text="said"),
    )


def only(**days):
    return tuple(days.get(name, "") for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


def most(**days):
    return tuple(days.get(name) for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


def race(place, metres=10000, priority="B", name=""):
    return RaceDay(day=MONDAY + timedelta(days=place), metres=metres, priority=priority, name=name)


def test_a_race_takes_the_place_of_the_run_of_its_day_and_of_the_weeks_quality():
    schedule = made(Settings(races=(race(12, name="Harbour run"),)))
    found = next(one for one in schedule.sessions if one.workout.kind is Kind.RACE)

    assert (found.workout.title, found.workout.metres, found.workout.focus) == ("Harbour run", 10000, "B")
    assert runs(schedule)[1][0] is Kind.EASY
    assert [one.reasons[-1].text for one in schedule.dropped] == ["Harbour run takes its place."]


def test_a_race_on_the_day_of_the_quality_leaves_the_other_runs_as_they_are():
    schedule = made(Settings(races=(race(8, metres=5000, priority="parkrun"),)))

    assert runs(schedule) == {
        1: (Kind.RACE, 5000),
        3: (Kind.EASY, 5000),
        5: (Kind.EASY, 4000),
        6: (Kind.LONG, 9000),
    }


def test_a_race_that_the_plan_has_already_is_that_race():
    wanted = plan(week={**WEEK, 6: (Kind.RACE, 10000)})

    assert made(Settings(races=(race(13, metres=9000),)), wanted=wanted) == made(wanted=wanted)


def test_days_away_leave_no_run_and_no_strength_but_a_race():
    away = Away(since=MONDAY + timedelta(days=7), until=MONDAY + timedelta(days=13), name="Easter")
    schedule = made(Settings(off=(away,), races=(race(12, metres=5000, priority="C"),)))
    week = [one for one in schedule.sessions if away.covers(one.day)]

    assert [one.workout.kind for one in week] == [Kind.RACE]
    assert {one.reasons[-1].text for one in schedule.dropped if one.workout.kind is Kind.LONG} == {
        "Off: Easter."
    }


def test_a_run_on_a_day_without_training_goes_to_the_nearest_free_day():
    schedule = made(only=only(thu="rest"))

    assert runs(schedule) == {
        1: (Kind.QUALITY, 7000),
        2: (Kind.EASY, 5000),
        5: (Kind.EASY, 4000),
        6: (Kind.LONG, 9000),
    }


def test_a_run_changes_places_with_the_kind_that_its_day_is_for():
    schedule = made(only=only(thu="quality"))

    assert runs(schedule)[3] == (Kind.QUALITY, 7000)
    assert runs(schedule)[1] == (Kind.EASY, 5000)


def test_a_day_for_the_long_run_gets_it():
    wanted = plan(week={1: (Kind.QUALITY, 7000), 3: (Kind.EASY, 5000), 5: (Kind.LONG, 9000)})

    assert runs(made(wanted=wanted, only=only(sun="long")))[6] == (Kind.LONG, 9000)


def test_where_no_day_is_left_the_run_is_left_out_and_says_so():
    schedule = made(only=only(mon="rest", wed="rest", thu="rest", fri="rest"))

    assert 3 not in runs(schedule)
    assert schedule.dropped[0].reasons[-1].text == "Your Thursdays are without training."


def test_a_run_that_takes_too_long_changes_places_with_a_shorter_one():
    schedule = made(most=most(tue=Most(metres=6000)))

    assert runs(schedule)[3] == (Kind.QUALITY, 7000)
    assert runs(schedule)[1] == (Kind.EASY, 5000)


def test_a_run_that_fits_nowhere_is_cut_to_what_the_day_takes():
    schedule = made(most=(Most(seconds=45 * 60),) * 7)
    long = next(one for one in schedule.sessions if one.workout.kind is Kind.LONG)

    assert long.workout.metres == 6500  # 45 min at 6:30/km are 6.9 km
    assert long.reasons[-1].text == "Your Sundays have room for 45 min."


def test_what_the_runner_moves_stays_where_it_was_put():
    friday = MONDAY + timedelta(days=11)
    schedule = made(only=only(fri="rest"), decisions=(said(Move(uid="p-008", day=friday)),))

    assert runs(schedule)[4] == (Kind.QUALITY, 7000)


def test_a_day_on_which_the_runner_sets_it_aside_is_as_planned():
    thursday = MONDAY + timedelta(days=10)
    schedule = made(only=only(thu="rest"), decisions=(said(Allow(rule="your-days", day=thursday)),))

    assert runs(schedule, 1)[3] == (Kind.EASY, 5000)
    assert 3 not in runs(schedule, 2)


def test_the_plans_own_strength_leaves_a_day_without_training():
    strength = Workout(kind=Kind.STRENGTH, title="Strength", seconds=1800)
    own = tuple(
        Session(uid=f"s-{number}", day=day, plan_day=day, workout=strength)
        for number in range(3)
        for day in [MONDAY + timedelta(days=7 * number + 4)]
    )
    schedule = made(wanted=(*plan(), *own), only=only(fri="rest"))
    stands = {one.uid: one for one in schedule.sessions if one.uid.startswith("s-")}

    assert len(stands) == 3
    assert not [one for one in stands.values() if one.day.weekday() == 4]
    assert stands["s-1"].reasons[0].text == "Your Fridays are without training."


def test_what_a_day_has_time_for_is_for_all_its_runs_together():
    two = (Session(uid="two", day=MONDAY + timedelta(days=10), plan_day=None, workout=EASY_3K),)
    schedule = made(wanted=(*plan(), *two), most=(Most(metres=7000),) * 7)
    thursday = [one.workout.metres for one in schedule.sessions if one.day == MONDAY + timedelta(days=10)]

    assert sum(one or 0 for one in thursday) <= 7000
    assert next(one for one in schedule.sessions if one.uid == "two").reasons


def test_an_appointment_takes_the_place_of_the_nearest_run_of_its_kind():
    schedule = made(only=only(thu="5500m easy"))
    found = next(one for one in schedule.sessions if one.day == MONDAY + timedelta(days=10))

    assert runs(schedule) == {**WEEK, 3: (Kind.EASY, 5500)}
    assert found.reasons[0].text == "5.5 km easy every Thursday."


def test_a_week_without_a_run_of_its_kind_gets_the_appointment_besides():
    wanted = plan(week={1: (Kind.QUALITY, 7000), 5: (Kind.LONG, 9000)})
    schedule = made(wanted=wanted, only=only(thu="3k easy"))

    assert runs(schedule)[3] == (Kind.EASY, 3000)
    assert runs(schedule)[1][0] is Kind.QUALITY


def test_the_other_runs_of_the_week_give_way_before_an_appointment():
    wanted = tuple(
        replace(one, workout=replace(one.workout, metres=8000)) if one.uid == "p-012" else one
        for one in plan()
    )
    schedule = made(wanted=wanted, only=only(thu="6k easy"), weekly=25000, longest=9000)

    assert runs(schedule)[3] == (Kind.EASY, 6000)
    assert runs(schedule)[5] == (Kind.EASY, 6500)


def test_an_appointment_above_the_runs_own_limit_is_cut_and_says_why():
    found = next(
        one
        for one in made(only=only(thu="15k easy"), weekly=25000, longest=9000).sessions
        if one.day == MONDAY + timedelta(days=10)
    )

    assert found.workout.metres < 15000
    assert [one.rule for one in found.reasons] == ["your-days", "session-spike"]


def test_in_the_week_of_the_race_that_the_plan_is_for_the_plan_stands():
    week = {1: (Kind.EASY, 4000), 6: (Kind.RACE, 10000)}

    assert runs(made(wanted=plan(week=week), only=only(thu="5k easy"))).keys() == {1, 6}


WORDS = st.sampled_from(["", "", "rest", "easy", "quality", "long", "5k easy", "8k tempo"])
SIZES = st.sampled_from([None, None, Most(metres=5000), Most(seconds=2400), Most(metres=8000)])


def test_a_move_that_is_taken_back_when_its_day_is_over_leaves_nothing_ahead():
    moved = made(decisions=(said(Move(uid="p-001", day=MONDAY + timedelta(days=9))),))

    later = made(kept=moved, today=MONDAY + timedelta(days=4))

    assert "p-001" not in {one.uid for one in later.sessions}


def test_settings_that_change_when_a_day_is_over_leave_its_run_where_it_stood_and_say_so():
    stood = made(only=only(tue="rest"))
    day = next(one.day for one in stood.sessions if one.uid == "p-001")

    later = made(kept=stood, today=MONDAY + timedelta(days=2))

    (there,) = (one for one in later.sessions if one.uid == "p-001")
    assert (there.day, [one.rule for one in there.reasons]) == (day, ["your-days"])


@st.composite
def calendars(draw):
    runner = Runner(only=tuple(draw(WORDS) for _ in range(7)), most=tuple(draw(SIZES) for _ in range(7)))
    days = draw(st.lists(st.integers(0, 20), max_size=3, unique=True))
    since = MONDAY + timedelta(days=draw(st.integers(0, 20)))
    away = Away(since=since, until=since + timedelta(days=draw(st.integers(0, 5))))
    return Settings(
        runner=runner,
        races=tuple(race(one, priority=draw(st.sampled_from(["B", "C", "parkrun"]))) for one in sorted(days)),
        off=(away,) if draw(st.booleans()) else (),
    )


@given(calendar=calendars(), passed=st.integers(0, 20))
@settings(max_examples=40, deadline=None)
def test_what_was_arranged_stands_as_the_days_pass(calendar, passed):
    kept = stamp(made(calendar), None, now=NOW)
    later = MONDAY + timedelta(days=passed)
    again = made(calendar, kept=kept, today=later)

    # Of the days ahead: a race that passed unrun may ease what follows it.
    days = {one.uid: one.day for one in kept.sessions if one.workout.kind.is_run}
    assert all(days[one.uid] == one.day for one in again.sessions if one.uid in days)


@given(calendar=calendars())
@settings(max_examples=30, deadline=None)
def test_what_was_accepted_with_a_calendar_stands_word_for_word(calendar):
    kept = stamp(made(calendar), None, now=NOW)
    again = made(calendar, kept=kept)

    assert [replace(one, revised=None) for one in kept.sessions] == list(again.sessions)
    assert list(again.dropped) == [replace(one, revised=None) for one in kept.dropped]


@given(calendar=calendars())
@settings(max_examples=40, deadline=None)
def test_a_race_stands_whatever_the_calendar_says(calendar):
    schedule = made(calendar)
    standing = {one.day: one for one in schedule.sessions if one.workout.kind is Kind.RACE}

    assert sorted(standing) == [one.day for one in calendar.races]
    assert all(one.workout.metres == 10000 for one in standing.values())


@given(calendar=calendars())
@settings(max_examples=40, deadline=None)
def test_every_difference_from_the_plan_carries_a_reason(calendar):
    schedule = made(calendar)
    planned = {one.uid: one for one in plan()}
    after = {one.uid: one for one in schedule.sessions}
    dropped = {one.uid: one for one in schedule.dropped}

    for uid, before in planned.items():
        assert uid in after or dropped[uid].reasons
        if uid in after and (after[uid].day, after[uid].workout) != (before.day, before.workout):
            assert after[uid].reasons


def test_without_such_settings_the_plan_is_as_it_was():
    assert made() == made(Settings(runner=replace(Runner(), only=only(mon="rest"))), wanted=plan())
