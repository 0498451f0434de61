"""Holds between the strength days, while something hurts."""

from datetime import UTC, date, datetime, timedelta

from surefoot.catalogue import load
from surefoot.model import Decision, Drop, Kind, Off, Programme, Reason, Session, Settings, Strength, Workout
from surefoot.schedule.micro import micro
from surefoot.strength.programme import programme

TODAY = date(2027, 1, 25)
SORE = programme(Settings(strength=Strength(complaints=("pfp",))), load())


def session(ahead, kind):
    day = TODAY + timedelta(days=ahead)
    return Session(uid=f"s{ahead}", day=day, workout=Workout(kind=kind, title="x"))


PLAN = (session(2, Kind.STRENGTH), session(6, Kind.LONG), session(40, Kind.RACE))


def decided(effect):
    now = datetime(2027, 1, 25, tzinfo=UTC)
    return Decision(
        id="d1", set="s1", made=now, by="runner", effect=effect, reason=Reason(rule="runner", text="x")
    )


def test_holds_stand_on_every_day_of_this_week_and_the_next_that_has_no_strength():
    found = micro(PLAN, SORE, (), today=TODAY, week_starts=0)

    assert [one.day for one in found] == [TODAY + timedelta(days=n) for n in range(14) if n != 2]
    assert {one.workout.kind for one in found} == {Kind.MICRO}
    assert len({one.uid for one in found}) == len(found)


def test_holds_end_with_the_plan_and_are_not_there_where_nothing_hurts():
    assert len(micro(PLAN[:2], SORE, (), today=TODAY, week_starts=0)) == 6
    assert micro(PLAN, Programme(), (), today=TODAY, week_starts=0) == ()


def test_holds_that_the_runner_took_out_stay_out_and_days_off_have_none():
    off = decided(Off(since=TODAY, until=TODAY + timedelta(days=3)))
    drop = decided(Drop(uid="holds-2027-01-30"))

    assert [one.day.day for one in micro(PLAN[:2], SORE, (off, drop), today=TODAY, week_starts=0)] == [29, 31]


def test_a_day_that_passes_adds_no_holds_within_a_week():
    before = micro(PLAN, SORE, (), today=TODAY, week_starts=0)
    after = micro(PLAN, SORE, (), today=TODAY + timedelta(days=3), week_starts=0)

    assert set(after) <= set(before)
