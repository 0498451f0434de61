"""What always holds of the way from a report back to the plan, whatever is reported and run.

A runner's days are lived one by one: what is advised on a day stays, as a hold that was accepted does.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.model import Activity, Diary, History, Pain, Schedule, Sore, Sport
from surefoot.model.diary import Sign
from surefoot.rules.pain import PainPolicy
from surefoot.rules.pain_reading import episodes
from surefoot.rules.places import PLACES
from surefoot.rules.redflags import BONES, EMERGENCY, RED

MONDAY = date(2027, 1, 4)
SIGNS = [one for one in get_args(Sign) if one != "seen"]
HURTS = ("during", "after", "morning", "before")
FORTNIGHT = 14
STEP = 4
LONGEST = 28 + 3 + FORTNIGHT + STEP
"""Days: somebody is waited for, one more step, a fortnight of stages, and the last stage."""


def day(number):
    return MONDAY + timedelta(days=number)


def run(number):
    return Activity(
        id=f"r{number:+}",
        sport=Sport.RUN,
        start=datetime.combine(day(number), time(9), UTC),
        metres=6000,
        seconds=2400,
    )


def lived(entries, runs, *, until, first=0):
    """Every advice by its cause, as it was when it was first given, day by day."""
    given_ = {}
    before = [run(number) for number in range(-28, first) if number % 2]
    for number in range(first, until):
        today = day(number)
        activities = (*before, *(run(one) for one in sorted(runs) if one <= number))
        history = History(since=day(-28), until=today, activities=activities)
        diary = Diary(entries=tuple(one for one in entries if one.day <= today))
        for one in PainPolicy().review(Schedule(today=today), history, diary):
            given_.setdefault(one.cause, one)
    return list(given_.values())


def covers(advice, number):
    return advice.since <= day(number) < advice.since + timedelta(days=advice.days)


def held(advice, number):
    return any(covers(one, number) for one in advice)


def rests(advice, number):
    return any(covers(one, number) and one.rest for one in advice)


def report(number, score, when="during", *signs, where="knee"):
    return Pain(day=day(number), where=where, score=score, when=when, signs=signs)


one_report = st.builds(
    lambda score, when, signs, where: report(0, score, when, *signs, where=where),
    st.integers(0, 10),
    st.sampled_from(HURTS),
    st.lists(st.sampled_from(SIGNS), max_size=2, unique=True),
    st.sampled_from(["knee", "calf", "shin", "it band", "hip"]),
)
days_run = st.sets(st.integers(1, 59), max_size=25)


@given(one_report, days_run)
@settings(max_examples=40, deadline=None)
def test_no_single_report_holds_a_runner_for_ever_even_in_silence(entry, runs):
    advice = lived((entry,), runs, until=60)

    assert not any(held(advice, number) for number in range(LONGEST, 60))


@given(one_report, st.integers(0, 2))
@settings(max_examples=40, deadline=None)
def test_a_clean_fortnight_always_leads_back(entry, score):
    good = tuple(
        report(number, score, when, "seen", where=entry.where)
        for number in range(1, 50)
        for when in ("morning", "walking")
    )
    advice = lived((entry, *good), set(range(2, 50, 2)), until=50)
    back = next(number for number in range(1, 50) if not rests(advice, number))

    assert back <= 10
    assert not any(held(advice, number) for number in range(back + FORTNIGHT + STEP, 50))


@given(
    st.sampled_from([*RED, *EMERGENCY]), st.integers(0, 10), st.sampled_from(HURTS), st.sampled_from(PLACES)
)
@settings(max_examples=40, deadline=None)
def test_every_red_flag_stops_running_until_somebody_has_looked(sign, score, when, where):
    entry = report(0, score, when, sign, where=where)
    calm = tuple(report(number, 0, "morning", where=where) for number in range(1, 10))

    advice = lived((entry, *calm), (), until=10)

    assert all(rests(advice, number) for number in range(10))


@given(st.integers(1, 10), st.sampled_from(HURTS), st.sampled_from(sorted(BONES)))
@settings(max_examples=20, deadline=None)
def test_any_pain_where_the_bone_may_be_stops_running(score, when, where):
    advice = lived((report(0, score, when, where=where),), (), until=7)

    assert all(rests(advice, number) for number in range(7))
    assert "doctor" in advice[0].reason


@given(st.sets(st.integers(0, 29)), days_run)
@settings(max_examples=40, deadline=None)
def test_soreness_never_stops_or_shortens_running(sore, runs):
    advice = lived(tuple(Sore(day=day(one), where="legs") for one in sorted(sore)), runs, until=30)

    assert {one.since for one in advice} == {day(one) for one in sore}
    assert not any(one.rest or one.longest or one.total or one.seconds or one.keep < 1 for one in advice)


@given(st.integers(0, 2), days_run, st.sampled_from(["achilles", "knee", "heel"]))
@settings(max_examples=40, deadline=None)
def test_a_constant_low_morning_pain_never_stops_a_plan(score, runs, where):
    entries = tuple(report(number, score, "morning", where=where) for number in range(40))

    assert lived(entries, runs, until=40) == []


@given(st.lists(st.tuples(st.integers(0, 20), one_report), max_size=5), days_run)
@settings(max_examples=40, deadline=None)
def test_whatever_is_reported_nothing_adds_load_and_strength_is_never_left_out(reports, runs):
    entries = sorted(
        (
            Pain(day=day(n), where=one.where, score=one.score, when=one.when, signs=one.signs)
            for n, one in reports
        ),
        key=lambda one: one.day,
    )

    for one in lived(tuple(entries), runs, until=30):
        assert 0 <= one.keep <= 1
        assert one.days > 0
        assert one.light_only <= one.rest  # strength gets lighter where nothing is run, and nowhere else


@given(one_report, days_run)
@settings(max_examples=30, deadline=None)
def test_what_follows_a_report_carries_its_causes_name_so_that_one_no_is_enough(entry, runs):
    advice = lived((entry,), runs, until=40)
    first = {one.cause for one in advice if one.since <= entry.day + timedelta(days=1)}

    assert all(
        any(one.cause == cause or one.cause.startswith(f"{cause}:") for cause in first)
        or one.cause.endswith(":after")
        for one in advice
    )
    assert bool(advice) == bool(episodes((entry,)))
