"""Capping leads back: whatever weeks were lost, a runner who runs what is allowed comes to the plan again."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.load.weeks import WEEK
from surefoot.model import Activity, History, Kind, Session, Settings, Sport, Workout
from surefoot.schedule.limit import cap

BEGINS = date(2026, 10, 5)  # a Monday
USUAL, AHEAD = 8, 16  # weeks
SHARES = {1: 22, 3: 22, 5: 18, 6: 38}  # percent of a week
LAWS = settings(max_examples=25, deadline=None)


def run(day, metres):
    start = datetime.combine(day, time(7), UTC)
    return Activity(id=f"r{day}", sport=Sport.RUN, start=start, metres=metres, seconds=metres * 36 // 100)


def session(day, metres):
    kind = Kind.LONG if day.weekday() == 6 else Kind.EASY
    return Session(
        uid=f"s{day}", day=day, plan_day=day, workout=Workout(kind=kind, title=kind.value, metres=metres)
    )


def days(week, weekly, percent=100):
    for weekday, share in SHARES.items():
        metres = weekly * share * percent // 10_000
        if metres:
            yield BEGINS + timedelta(weeks=week, days=weekday), metres


def allowed(weekly, lost):
    """The metres of each week ahead after usual weeks and then those ``lost`` to a part."""
    done = [one for week in range(USUAL) for one in days(week, weekly)]
    done += [one for at, percent in enumerate(lost) for one in days(USUAL + at, weekly, percent)]
    first = USUAL + len(lost)
    today = BEGINS + first * WEEK
    past = History(
        since=BEGINS, until=today - timedelta(days=1), activities=tuple(run(*one) for one in sorted(done))
    )
    plan = tuple(session(*one) for week in range(first, first + AHEAD) for one in days(week, weekly))
    capped = cap(plan, history=past, kept=None, decisions=(), settings=Settings(), today=today)
    return [one.allowed for one in capped.weeks]


@given(st.integers(12_000, 80_000), st.lists(st.integers(0, 100), max_size=5))
@LAWS
def test_the_weeks_allowed_never_fall_and_reach_the_plan_again(weekly, lost):
    weeks = allowed(weekly, lost)

    assert weeks == sorted(weeks)
    assert weeks[-1] == sum(metres for _, metres in days(0, weekly))


@given(st.integers(12_000, 80_000), st.lists(st.integers(5, 100), max_size=5), st.integers(5, 100))
@LAWS
def test_more_run_in_weeks_that_were_partly_lost_never_lowers_what_is_allowed_in_all(weekly, lost, more):
    fuller = [max(one, more) for one in lost]

    assert sum(allowed(weekly, lost)) <= sum(allowed(weekly, fuller))
