"""What an over-run, a week over, and missed runs ask for."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.model import (
    Activity,
    Diary,
    History,
    Kind,
    Level,
    Pain,
    Schedule,
    Session,
    Settings,
    Span,
    Sport,
    Workout,
)
from surefoot.rules.missed import past as missed
from surefoot.rules.overrun import OverrunPolicy
from surefoot.rules.overrun import past as spiked
from surefoot.rules.overrun_week import OverrunWeekPolicy
from surefoot.rules.overrun_week import past as weeks_over
from surefoot.rules.past import past_findings

TODAY = date(2027, 1, 25)
DEFAULTS = Settings()
QUIET = Diary()
WEEK = {1: 6000, 3: 6000, 5: 5000, 6: 10000}


def run(day, metres):
    return Activity(
        id=f"r{day}",
        sport=Sport.RUN,
        start=datetime.combine(day, time(9), UTC),
        metres=metres,
        seconds=metres * 2 // 5,
    )


def weeks(count, *, until=TODAY, pattern=WEEK, last=None):
    """``count`` weeks of the pattern before ``until``, the last one replaced where ``last`` is given."""
    runs = []
    for back in range(count, 0, -1):
        for number, metres in (last if last and back == 1 else pattern).items():
            runs.append(run(until - timedelta(weeks=back) + timedelta(days=number), metres))
    return runs


def history(runs, *, until=TODAY, **rest):
    since = rest.pop("since", min(one.day for one in runs))
    return History(since=since, until=until, activities=tuple(runs), **rest)


def last_run(metres):
    """Five weeks of 27 km, the last Sunday replaced."""
    return history(weeks(5, last={**WEEK, 6: metres}), since=date(2026, 12, 21))


def advice(past, *, policy=OverrunPolicy, today=TODAY, sessions=(), diary=QUIET):
    schedule = Schedule(today=today, sessions=tuple(sessions))
    return {one.cause: one for one in policy().review(schedule, past, diary)}


def days(one):
    return one.since, one.since + timedelta(days=one.days - 1)


FIRST, DAY, SEVEN = "overrun:2027-01-24:first", "overrun:2027-01-24:day", "overrun:2027-01-24"


def test_the_worked_week_asks_for_two_easy_days_and_a_week_of_27_kilometres():
    held = advice(last_run(19000))

    assert sorted(held) == [SEVEN, DAY, FIRST]
    assert {one.level for one in held.values()} == {Level.WARN}
    assert {(one.value, one.limit) for one in held.values()} == {(1.9, 11000)}
    assert days(held[FIRST]) == (date(2027, 1, 25), date(2027, 1, 26))
    assert held[FIRST].easy_only
    assert held[FIRST].light_only
    assert days(held[DAY]) == (date(2027, 1, 25), date(2027, 1, 25))
    assert held[DAY].seconds == 1800
    assert days(held[SEVEN]) == (date(2027, 1, 25), date(2027, 1, 31))
    assert (held[SEVEN].longest, held[SEVEN].total, held[SEVEN].easy_only) == (10000, 27000, True)
    assert not any(one.rest for one in held.values())


def test_the_worked_week_is_found_as_a_spike_and_as_a_week_over():
    findings = past_findings(Schedule(today=TODAY), last_run(19000), DEFAULTS, today=TODAY)

    assert [(one.rule, one.level, one.value, one.limit) for one in findings] == [
        ("overrun-week", Level.WARN, 36000, 27000),
        ("session-spike", Level.WARN, 1.9, 11000),
    ]
    assert findings[1].message == (
        "Sun 24 Jan came to 19.0 km. Your longest run of the 30 days before was 10.0 km, "
        "so the limit was 11.0 km."
    )


def test_the_words_of_the_worked_week_are_these():
    held = advice(last_run(19000))

    assert held[FIRST].reason == (
        "19 km on Sun 24 Jan was longer than your body has seen this month; "
        "the days until Tue 26 Jan are easy."
    )
    assert held[DAY].reason == "The day after 19 km is a rest day, or an easy run of at most 30 min."
    assert held[SEVEN].reason == (
        "19 km on Sun 24 Jan was past your limit of 11 km. Nothing longer than 10 km until Sun 31 Jan. "
        "The seven days come to at most 27 km."
    )


@pytest.mark.parametrize(
    ("metres", "level"),
    [
        (11000, None),
        (11550, None),
        (11551, Level.INFO),
        (13000, Level.INFO),
        (13001, Level.WARN),
        (20000, Level.WARN),
        (20001, Level.STOP),
    ],
)
def test_the_reaction_begins_above_the_scatter_of_a_watch_and_grows_at_one_point_three_and_two(metres, level):
    held = advice(last_run(metres))

    assert {one.level for one in held.values()} == ({level} if level else set())


def test_a_short_run_half_a_kilometre_over_its_limit_is_no_over_run():
    small = {1: 3000, 3: 3000, 6: 4000}
    at_edge = history(weeks(5, pattern=small, last={**small, 6: 5500}))
    beyond = history(weeks(5, pattern=small, last={**small, 6: 5501}))

    assert advice(at_edge) == {}
    assert advice(beyond) != {}


def test_up_to_one_point_three_no_run_is_longer_than_before_and_quality_returns_after_two_days():
    held = advice(last_run(12000))

    assert sorted(held) == [SEVEN, FIRST]
    assert (held[SEVEN].longest, held[SEVEN].total, held[SEVEN].easy_only) == (10000, None, False)
    assert held[FIRST].easy_only
    assert held[FIRST].light_only


def test_above_twice_there_is_no_running_for_two_days_and_three_quarters_for_seven():
    held = advice(last_run(21000))

    assert sorted(held) == [SEVEN, FIRST]
    assert held[FIRST].rest
    assert held[FIRST].light_only
    assert (held[SEVEN].longest, held[SEVEN].total, held[SEVEN].easy_only) == (10000, 20250, True)
    assert "Does anything hurt?" in held[FIRST].reason


def test_what_is_over_is_not_asked_for_any_more():
    past = last_run(19000)

    assert sorted(advice(past, today=date(2027, 1, 26))) == [SEVEN, FIRST]
    assert sorted(advice(past, today=date(2027, 1, 31))) == [SEVEN]
    assert advice(past, today=date(2027, 2, 1)) == {}


def test_on_the_evening_of_the_run_the_days_after_it_are_held_already():
    assert sorted(advice(last_run(19000), today=date(2027, 1, 24))) == [SEVEN, DAY, FIRST]


def test_a_race_is_no_over_run():
    race = Session(
        uid="race",
        day=date(2027, 1, 24),
        workout=Workout(kind=Kind.RACE, title="Race", metres=21100, focus="A"),
    )

    assert advice(last_run(21300), sessions=[race]) == {}


def test_a_run_without_anything_to_compare_it_with_is_no_over_run():
    assert advice(history([run(date(2027, 1, 24), 19000)])) == {}


def test_two_recordings_of_one_outing_are_one_over_run():
    past = last_run(10000)
    more = Activity(
        id="more",
        sport=Sport.RUN,
        start=past.activities[-1].start + timedelta(seconds=past.activities[-1].seconds + 600),
        metres=9000,
        seconds=3600,
    )

    joined = history([*past.activities, more], since=past.since)

    assert advice(joined)[SEVEN].value == 1.9


def test_a_week_over_keeps_the_next_week_at_the_reference_before_it():
    (one,) = advice(last_run(19000), policy=OverrunWeekPolicy).values()

    assert one.cause == "overrun-week:2027-01-18"
    assert days(one) == (date(2027, 1, 25), date(2027, 1, 31))
    assert (one.total, one.value, one.limit, one.level) == (27000, 36000, 27000, Level.WARN)
    assert one.reason == (
        "The week of Mon 18 Jan came to 36 km. The most of the four weeks before was 27 km, "
        "and the next week stays at that."
    )


@pytest.mark.parametrize(("metres", "is_over"), [(18100, False), (18101, True)])
def test_a_week_is_over_above_one_point_three_times_the_reference(metres, is_over):
    assert bool(advice(last_run(metres), policy=OverrunWeekPolicy)) is is_over


def test_a_small_week_is_over_from_five_kilometres_above_the_reference():
    small = {1: 3000, 3: 3000, 6: 4000}
    below = history(weeks(5, pattern=small, last={1: 4000, 2: 4000, 3: 2999, 6: 4000}))
    at_edge = history(weeks(5, pattern=small, last={1: 4000, 2: 4000, 3: 3000, 6: 4000}))

    assert advice(below, policy=OverrunWeekPolicy) == {}
    assert advice(at_edge, policy=OverrunWeekPolicy) != {}


def test_a_week_over_is_answered_until_the_next_week_is_over():
    past = last_run(19000)

    assert advice(past, policy=OverrunWeekPolicy, today=date(2027, 1, 31))
    assert not advice(past, policy=OverrunWeekPolicy, today=date(2027, 2, 1))


def sessions_of(*days_and_lengths):
    return tuple(
        Session(uid=f"s{day}", day=day, workout=Workout(kind=Kind.EASY, title="Easy", metres=metres))
        for day, metres in days_and_lengths
    )


def missed_runs(past, count, *, unknown=()):
    planned = sessions_of(*((date(2027, 1, 24) - timedelta(days=2 * back), 6000) for back in range(count)))
    past = History(since=past.since, until=past.until, activities=past.activities, unknown=unknown)
    ordered = tuple(sorted(planned, key=lambda one: one.day))
    return missed(Schedule(today=TODAY, sessions=ordered), past, DEFAULTS, today=TODAY)


def test_three_missed_in_a_row_are_one_finding_and_two_are_none():
    before = history([run(date(2027, 1, 15), 6000)])

    (finding,) = missed_runs(before, 3)

    assert missed_runs(before, 2) == ()
    assert (finding.rule, finding.level, finding.value, finding.limit) == ("missed", Level.INFO, 3, 3)
    assert (finding.day, finding.mend) == (date(2027, 1, 20), None)
    assert finding.message == (
        "3 runs in a row were not recorded, from Wed 20 Jan to Sun 24 Jan. Nothing to make up. "
        "The next weeks grow from what you really run; to shift a day, type surefoot move DAY DAY."
    )


def test_a_run_that_no_session_asked_for_ends_the_row():
    ran = history([run(date(2027, 1, 15), 6000), run(date(2027, 1, 23), 1000)])

    assert missed_runs(ran, 3) == ()


def test_days_that_are_not_known_are_never_missed():
    before = history([run(date(2027, 1, 15), 6000)])
    silent = (Span(source="watch", since=date(2027, 1, 20), until=date(2027, 1, 20)),)

    assert missed_runs(before, 3, unknown=silent) == ()


def test_nothing_about_the_past_is_said_of_a_steady_runner():
    steady = history(weeks(8))

    assert past_findings(Schedule(today=TODAY), steady, DEFAULTS, today=TODAY) == ()


def test_pain_of_the_week_before_keeps_a_spike_out_of_the_next_comparison():
    first = last_run(19000)
    later = [run(date(2027, 1, 31), 10000), run(date(2027, 2, 7), 14000)]
    both = history([*first.activities, *later], until=date(2027, 2, 8), since=first.since)
    hurt = Diary(entries=(Pain(day=date(2027, 1, 25), where="knee", score=4, when="morning"),))

    assert spiked(Schedule(today=date(2027, 2, 8)), both, QUIET, DEFAULTS) == ()
    (finding,) = spiked(Schedule(today=date(2027, 2, 8)), both, hurt, DEFAULTS)
    assert (finding.value, finding.limit) == (1.4, 11000)


def test_on_the_way_back_from_a_break_the_finding_names_the_break():
    rested = weeks(5, until=date(2027, 1, 11))
    past = history([*rested, run(date(2027, 1, 24), 9000)])

    (finding,) = spiked(Schedule(today=TODAY), past, QUIET, DEFAULTS)

    assert (finding.rule, finding.limit) == ("break-return", 5000)
    assert (
        finding.message == "Sun 24 Jan came to 9.0 km. On the way back from your break the limit was 5.0 km."
    )


scatter = st.lists(st.integers(-30, 30), min_size=52 * 4, max_size=52 * 4)


@given(scatter)
@settings(max_examples=25, deadline=None)
def test_a_year_at_the_same_load_with_a_watch_that_scatters_three_percent_is_never_over(permille):
    lengths = list(WEEK.values()) * 52
    measured = [metres * (1000 + off) // 1000 for metres, off in zip(lengths, permille, strict=True)]
    begins = TODAY - timedelta(weeks=52)
    runs = [
        run(begins + timedelta(weeks=place // 4, days=list(WEEK)[place % 4]), metres)
        for place, metres in enumerate(measured)
    ]

    for back in range(0, 52, 3):
        today = TODAY - timedelta(weeks=back)
        until = [one for one in runs if one.day < today]
        if until:
            past = history(until, until=today, since=begins)
            schedule = Schedule(today=today)
            assert spiked(schedule, past, QUIET, DEFAULTS) == ()
            assert weeks_over(schedule, past, QUIET, DEFAULTS) == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(500, 45000)), max_size=30, unique_by=lambda one: one[0]
    )
)
@settings(max_examples=60, deadline=None)
def test_no_advice_can_add_load_and_no_cause_is_used_twice(runs):
    done = sorted(
        (run(TODAY - timedelta(days=back), metres) for back, metres in runs), key=lambda one: one.day
    )
    past = History(since=TODAY - timedelta(days=70), until=TODAY, activities=tuple(done))
    given_advice = [
        one
        for policy in (OverrunPolicy(), OverrunWeekPolicy())
        for one in policy.review(Schedule(today=TODAY), past, QUIET)
    ]

    assert all(0 <= one.keep <= 1 and one.days > 0 for one in given_advice)
    assert all(one.since + timedelta(days=one.days) > TODAY for one in given_advice)
    assert len({one.cause for one in given_advice}) == len(given_advice)


def test_a_small_week_above_its_limit_is_told_even_where_the_next_week_is_left_alone():
    small = {1: 3000, 3: 3000, 6: 4000}
    past = history(weeks(5, pattern=small, last={1: 4000, 2: 3000, 3: 3000, 6: 4000}))

    (finding,) = weeks_over(Schedule(today=TODAY), past, QUIET, DEFAULTS)

    assert (finding.rule, finding.level, finding.value, finding.limit) == (
        "overrun-week",
        Level.WARN,
        14000,
        10000,
    )
    assert advice(past, policy=OverrunWeekPolicy) == {}


def test_a_small_week_within_its_own_limit_is_not_told_however_many_percent_it_grew():
    tiny = {1: 2000, 6: 2000}
    past = history(weeks(5, pattern=tiny, last={1: 2000, 3: 1600, 6: 2000}))

    assert weeks_over(Schedule(today=TODAY), past, QUIET, DEFAULTS) == ()


def after_a_break(away, *lengths):
    """Eight usual weeks, ``away`` weeks without a run, then one run on each Sunday of these lengths."""
    begins = TODAY - timedelta(weeks=len(lengths))
    usual = weeks(8, until=begins - timedelta(weeks=away))
    back = [run(begins + timedelta(weeks=place, days=6), metres) for place, metres in enumerate(lengths)]
    return history([*usual, *back])


def test_after_a_break_longer_than_a_month_an_over_run_never_asks_for_a_week_of_nothing():
    past = after_a_break(6, 20000)
    held = {**advice(past), **advice(past, policy=OverrunWeekPolicy)}

    assert {one.level for one in held.values()} == {Level.STOP, Level.WARN}
    assert held["overrun-week:2027-01-18"].total == 8910
    assert held["overrun:2027-01-24"].longest == 3300
    assert held["overrun:2027-01-24"].total == 8910 * 75 // 100


def test_after_a_break_what_the_return_allows_is_never_over():
    past = after_a_break(6, 3300, 3300, 3300, 3300, 5000)

    assert spiked(Schedule(today=TODAY), past, QUIET, DEFAULTS) == ()
    assert weeks_over(Schedule(today=TODAY), past, QUIET, DEFAULTS) == ()


def test_after_a_break_the_words_say_that_it_was_the_way_back():
    past = after_a_break(6, 20000)

    assert advice(past)["overrun:2027-01-24:first"].reason == (
        "20 km on Sun 24 Jan was more than twice your limit on the way back. "
        "No running until Tue 26 Jan; walking and light strength can go on. "
        "Does anything hurt? Type surefoot log pain 3 --where knee."
    )
    assert advice(past, policy=OverrunWeekPolicy)["overrun-week:2027-01-18"].reason == (
        "The week of Mon 18 Jan came to 20 km. On the way back from your break the limit was 8.91 km, "
        "and the next week stays at that."
    )
