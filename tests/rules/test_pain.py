"""What reports of pain and soreness hold back, and in which words."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import Activity, Diary, History, Level, Pain, Schedule, Sore, Sport
from surefoot.rules.pain import PainPolicy
from surefoot.rules.pain_reading import is_second, is_worse_morning

MONDAY = date(2027, 1, 25)


def day(number):
    return MONDAY + timedelta(days=number)


def report(number, score, when="during", *signs, where="knee", side=None):
    return Pain(day=day(number), where=where, side=side, score=score, when=when, signs=signs)


def history(today):
    """Tue 6, Thu 6, Sat 5, Sun 10 in each of the four weeks before; the same in this one up to today."""
    pattern = {1: 6000, 3: 6000, 5: 5000, 6: 10000}
    runs = [
        Activity(
            id=f"r{week}-{number}",
            sport=Sport.RUN,
            start=datetime.combine(day(7 * week + number), time(9), UTC),
            metres=metres,
            seconds=metres * 2 // 5,
        )
        for week in range(-4, 1)
        for number, metres in pattern.items()
        if day(7 * week + number) < today
    ]
    return History(since=day(-28), until=today, activities=tuple(runs))


def review(*entries, today=0):
    on = day(today)
    advice = PainPolicy().review(Schedule(today=on), history(on), Diary(entries=entries))
    return {one.cause.split(":", 2)[2] if "pain" in one.cause else "sore": one for one in advice}


def days(advice):
    return advice.since, advice.since + timedelta(days=advice.days - 1)


@pytest.mark.parametrize("when", ["before", "during", "after", "morning"])
def test_up_to_two_running_goes_on(when):
    assert review(report(0, 2, when)) == {}


@pytest.mark.parametrize("score", [3, 5])
def test_three_to_five_holds_for_seven_days_from_the_report(score):
    held = review(report(0, score))

    assert sorted(held) == ["full-week", "hold"]
    assert days(held["hold"]) == (day(0), day(6))
    assert days(held["full-week"]) == (day(1), day(6))
    assert {one.level for one in held.values()} == {Level.WARN}


def test_a_hold_keeps_to_the_longest_run_and_to_the_last_full_week():
    held = review(report(0, 4))

    assert held["hold"].easy_only
    assert held["hold"].longest == 10000
    assert held["full-week"].total == 27000
    assert not any(one.rest or one.light_only for one in held.values())


def test_pain_before_a_run_holds_from_that_day():
    assert days(review(report(0, 4, "before"))["hold"]) == (day(0), day(6))


def test_without_a_known_past_a_hold_names_no_distance():
    nothing = History(until=day(0))

    advice = PainPolicy().review(Schedule(today=day(0)), nothing, Diary(entries=(report(0, 4),)))

    assert [(one.longest, one.total) for one in advice] == [(None, None), (None, None)]


@pytest.mark.parametrize(("before", "is_again"), [(-7, True), (-1, True), (-8, False), (0, False)])
def test_a_second_time_within_seven_days_takes_a_quarter_off(before, is_again):
    held = review(report(before, 3), report(0, 4))

    assert ("again" in held) is is_again
    if is_again:
        assert held["again"].keep == 0.75
        assert days(held["again"]) == (day(1), day(7))


def test_a_bad_morning_is_no_second_time():
    assert not is_second(report(0, 4, "morning"), (report(-1, 4),))
    assert not is_second(report(0, 4), (report(-1, 4, "morning"),))


def test_in_the_first_week_a_morning_above_two_rests_that_day():
    held = review(report(0, 3, "morning"))

    assert held["morning"].rest
    assert days(held["morning"]) == (day(0), day(0))
    assert days(held["hold"]) == (day(0), day(6))


def test_after_a_week_a_morning_is_compared_with_the_usual_one():
    usual = tuple(report(number, 3, "morning") for number in range(-8, 0))

    assert not is_worse_morning(report(0, 4, "morning"), usual)
    assert is_worse_morning(report(0, 5, "morning"), usual)
    assert review(*usual, report(0, 4, "morning")).keys() <= {"hold", "full-week", "morning"}


def test_a_morning_two_above_a_painless_usual_one_rests_that_day_without_a_hold():
    usual = tuple(report(number, 0, "morning") for number in range(-8, 0))

    assert sorted(review(*usual, report(0, 2, "morning"))) == ["morning"]


def test_the_usual_morning_is_that_of_the_same_place():
    usual = tuple(report(number, 4, "morning", where="heel") for number in range(-8, 0))

    assert is_worse_morning(report(0, 4, "morning"), usual)
    assert not is_worse_morning(report(0, 4, "morning", where="Heel"), usual)


@pytest.mark.parametrize(
    "entry", [report(0, 6), report(0, 1, "during", "sharp"), report(0, 3, "after", "limp"), report(0, 10)]
)
def test_above_five_sharp_or_limping_stops_running_for_two_days(entry):
    held = review(entry)

    assert held["stop"].level is Level.STOP
    assert held["stop"].rest
    assert held["stop"].light_only
    assert days(held["stop"]) == (day(0), day(2))


def test_a_stop_reported_in_the_morning_covers_that_day_and_the_next():
    assert days(review(report(0, 6, "morning"))["stop"]) == (day(0), day(1))


def test_after_a_stop_comes_an_easy_week_of_half_the_distance():
    after = review(report(0, 7))["after"]

    assert (after.keep, after.easy_only) == (0.5, True)
    assert days(after) == (day(3), day(9))


def test_a_swollen_joint_stops_running_for_a_week_and_asks_to_see_somebody():
    stop = review(report(0, 2, "after", "swelling"))["stop"]

    assert stop.level is Level.STOP
    assert stop.days == 7
    assert "doctor or physiotherapist" in stop.reason


def test_of_several_reports_of_one_day_the_gravest_speaks():
    held = review(report(0, 3), report(0, 7, "after"), report(0, 1, "morning"))

    assert sorted(held) == ["after", "stop"]


def test_a_report_whose_days_are_over_asks_for_nothing():
    calm = (report(1, 1), report(3, 1))

    assert review(report(0, 4), *calm, today=6) != {}
    assert review(report(0, 4), *calm, today=7) == {}


def test_a_report_of_tomorrow_is_not_heard_today():
    assert review(report(1, 4), today=0) == {}


def test_the_day_of_a_report_above_two_is_named_so_that_limits_can_hear_it():
    assert {one.pain for one in review(report(0, 4)).values()} == {day(0)}
    assert {one.pain for one in review(report(0, 1, "during", "sharp")).values()} == {None}


def test_sore_muscles_take_quality_and_heavy_legs_out_of_the_day_and_never_stop_running():
    sore = review(Sore(day=day(0), where="calves"))["sore"]

    assert sore.easy_only
    assert sore.light_only
    assert not sore.rest
    assert (sore.since, sore.days, sore.keep, sore.level, sore.pain) == (day(0), 1, 1.0, Level.INFO, None)
    assert review(Sore(day=day(0)), today=1) == {}


def test_the_same_reports_give_the_same_advice():
    assert review(report(-2, 3), report(0, 4)) == review(report(-2, 3), report(0, 4))


reports = st.lists(
    st.builds(
        report,
        st.integers(-10, 3),
        st.integers(0, 10),
        st.sampled_from(["before", "during", "after", "morning"]),
        where=st.sampled_from(["knee", "shin"]),
    ),
    max_size=8,
)


@given(reports)
def test_no_report_can_add_load_and_no_cause_is_used_twice(entries):
    advice = list(PainPolicy().review(Schedule(today=day(0)), history(day(0)), Diary(entries=tuple(entries))))

    assert all(0 <= one.keep <= 1 and one.days > 0 for one in advice)
    assert len({one.cause for one in advice}) == len(advice)
    assert not any("knee" in one.cause or "shin" in one.cause for one in advice)


def test_the_words_are_these():
    held = review(report(-2, 3, side="left"), report(0, 4, side="left"))
    stopped = review(report(0, 6, "after", "limp"))
    morning = review(report(0, 4, "morning"))
    swollen = review(report(0, 2, "after", "swelling"))

    assert held["hold"].reason == (
        "Left knee 4 of 10 on Mon 25 Jan. Running goes on, easier, until Mon 1 Feb and until two clean "
        "runs: flat, no new longest run, and quality becomes easy. Strength stays."
    )
    assert held["again"].reason == (
        "Left knee 4 of 10 on Mon 25 Jan, for the second time in a week. "
        "Running goes on, a quarter less, until Mon 1 Feb. Strength stays."
    )
    assert morning["morning"].reason == (
        "Knee 4 of 10 on the morning of Mon 25 Jan: worse than your usual morning, so no run that day. "
        "Strength stays: wall sit and calf raises."
    )
    assert morning["full-week"].reason == (
        "Knee 4 of 10 on Mon 25 Jan. Until Sun 31 Jan you run no more than in your last full week."
    )
    assert stopped["stop"].reason.startswith(
        "Knee 6 of 10 on Mon 25 Jan, with a limp. No running until Wed 27 Jan. Walking and light strength"
    )
    assert review(report(0, 6, "after"))["after"].reason == (
        "After knee pain on Mon 25 Jan the way back is half the distance, all easy and flat, until Wed 3 "
        "Feb. Strength stays."
    )
    assert swollen["stop"].reason == (
        "Knee swollen on Mon 25 Jan. Please have a doctor or physiotherapist look at it before the next run. "
        "Surefoot has taken the runs out until Sun 31 Jan."
    )
