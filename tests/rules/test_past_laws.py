"""What must hold of the limits for every past: more of it never lowers them, and an over-run does not pay."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Activity, Diary, History, Schedule, Settings, Sport
from surefoot.rules import weekly_increase
from surefoot.rules.overrun import OverrunPolicy
from surefoot.rules.overrun_week import OverrunWeekPolicy
from surefoot.rules.overrun_week import past as weeks_over
from surefoot.rules.replay import replay

BEGINS = date(2026, 10, 5)  # a Monday
WEEKS = 10
TODAY = BEGINS + WEEKS * WEEK
DEFAULTS, QUIET = Settings(), Diary()
LAWS = settings(max_examples=40, deadline=None)
DAYS = (1, 3, 5, 6)

lengths = st.lists(st.integers(1500, 30_000), min_size=4 * WEEKS, max_size=4 * WEEKS)
missed = st.frozensets(st.integers(0, 4 * WEEKS - 1), max_size=25)


def day(place):
    return BEGINS + timedelta(weeks=place // 4, days=DAYS[place % 4])


def history(metres, *, without=frozenset()):
    runs = tuple(
        Activity(
            id=f"r{place}",
            sport=Sport.RUN,
            start=datetime.combine(day(place), time(7), UTC),
            metres=each,
            seconds=each * 36 // 100,
        )
        for place, each in enumerate(metres)
        if place not in without
    )
    return History(since=BEGINS, until=TODAY, activities=runs)


def judged(past, today=TODAY):
    return replay(Schedule(today=today), past, QUIET, DEFAULTS)


def limits(done, *, after):
    """The limits of all runs and weeks after a day, by day and week."""
    runs = {("run", one.run.day): one.bound.limit for one in done.runs if one.run.day > after}
    weeks = {("week", one.bound.start): one.bound.limit for one in done.weeks if one.bound.start > after}
    return {**runs, **weeks}


@given(lengths, st.integers(4, 4 * WEEKS - 5), st.integers(0, 100))
@LAWS
def test_no_limit_falls_when_a_run_of_the_past_was_longer_within_its_own_limit(metres, place, percent):
    done = judged(history(metres))
    bound = next(one.bound for one in done.runs if one.run.day == day(place))
    room = (bound.limit or 0) - metres[place]
    assume(room > 0)
    raised = [*metres[:place], metres[place] + room * percent // 100, *metres[place + 1 :]]

    before, after = limits(done, after=day(place)), limits(judged(history(raised)), after=day(place))

    assert [each for each in before if (before[each] or 0) > (after[each] or 0)] == []


@given(lengths, st.integers(16, 4 * WEEKS - 5), st.integers(101, 300))
@LAWS
def test_a_week_run_over_its_limit_allows_no_more_later_than_one_run_to_its_limit(metres, last, percent):
    last -= (last + 1) % 4  # a Sunday
    start = week_start(day(last))
    bound = next(one.bound for one in judged(history(metres)).weeks if one.bound.start == start)
    rest = sum(metres[last - 3 : last])
    assume(bound.limit is not None and bound.limit > rest)
    to_limit = [*metres[:last], bound.limit - rest, *metres[last + 1 :]]
    over = [*metres[:last], (bound.limit - rest) * percent // 100, *metres[last + 1 :]]

    allowed, taken = judged(history(to_limit)), judged(history(over))

    next_week = start + WEEK
    assert next(one.bound.limit for one in taken.weeks if one.bound.start == next_week) == next(
        one.bound.limit for one in allowed.weeks if one.bound.start == next_week
    )


@given(lengths, st.integers(8, 4 * WEEKS - 5), st.integers(1000, 30_000))
@LAWS
def test_for_a_week_after_an_over_run_no_run_may_be_longer_than_without_it(metres, place, beyond):
    limit = next(one.bound.limit for one in judged(history(metres)).runs if one.run.day == day(place))
    spiked = [*metres[:place], limit * 105 // 100 + 501 + beyond, *metres[place + 1 :]]

    def run_limits(past):
        return {
            one.run.day: one.bound.limit
            for one in judged(past).runs
            if day(place) < one.run.day <= day(place) + timedelta(days=7)
        }

    without = run_limits(history(metres, without={place}))
    assert all(limit <= without[on] for on, limit in run_limits(history(spiked)).items())


levels = st.lists(st.sampled_from((50, 90, 100, 100, 110, 135, 150, 250)), min_size=WEEKS, max_size=WEEKS)


not_on_sunday = missed.map(lambda places: frozenset(one for one in places if one % 4 != 3))  # no break, then


@given(levels, st.integers(1000, 15_000), not_on_sunday)
@LAWS
def test_every_week_above_1_3_times_the_greatest_of_four_and_above_its_limit_is_found(
    percent, usual, without
):
    past = history([usual * percent[place // 4] // 100 for place in range(4 * WEEKS)], without=without)
    weeks = [0] * WEEKS
    for one in past.activities:
        weeks[(one.day - BEGINS).days // 7] += one.metres
    for number in range(4, WEEKS):
        most = max(weeks[number - 4 : number])
        over = weeks[number] * 10 > most * 13 and weeks[number] > weekly_increase.limit(
            most, 4, DEFAULTS.limits
        )
        start = BEGINS + number * WEEK
        if over:
            assert start in found_weeks(past, start + timedelta(days=6))
        event("a week is over" if over else "a week is not over")


def found_weeks(past, evening):
    runs = tuple(one for one in past.activities if one.day <= evening)
    until = History(since=BEGINS, until=evening, activities=runs)
    return {one.day for one in weeks_over(Schedule(today=evening), until, QUIET, DEFAULTS)}


@given(lengths, missed)
@LAWS
def test_nothing_is_answered_that_its_own_limit_allowed_and_no_answer_asks_for_nothing_at_all(
    metres, without
):
    past = history(metres, without=without)
    assume(past.activities)
    done = judged(past)
    within = {
        one.run.day for one in done.runs if one.bound.limit is None or one.run.metres <= one.bound.limit
    }
    light = {
        one.bound.start for one in done.weeks if one.bound.limit is None or one.metres <= one.bound.limit
    }
    for policy in (OverrunPolicy(), OverrunWeekPolicy()):
        for one in policy.review(Schedule(today=TODAY), past, QUIET):
            on = date.fromisoformat(one.cause.split(":")[1])
            assert on not in (within if policy.use == "overrun" else light)
            assert one.total is None or one.total > 0
            assert one.longest is None or one.longest > 0
