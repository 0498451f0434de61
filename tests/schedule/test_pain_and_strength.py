"""On the schedule: every reduction keeps or adds strength, and a report that is withdrawn was never made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import Activity, Diary, History, Kind, Pain, Session, Settings, Sport, Strength, Workout
from surefoot.rules.pain import PainPolicy
from surefoot.schedule.decide import Numbering, decide
from surefoot.schedule.gentle import FLAT
from surefoot.schedule.outlook import outlook
from surefoot.strength.programme import programme

MONDAY = date(2027, 3, 1)
CATALOGUE = load()
WEEK = {1: (Kind.QUALITY, 8000), 3: (Kind.EASY, 8000), 5: (Kind.EASY, 6000), 6: (Kind.LONG, 13000)}
STRENGTH = (Kind.STRENGTH, Kind.MICRO)


def day(number):
    return MONDAY + timedelta(days=number)


def plan(kinds=WEEK):
    return tuple(
        Session(
            uid=f"p-{week}-{place}",
            day=day(7 * week + place),
            plan_day=day(7 * week + place),
            workout=Workout(kind=kind, title=kind.value, metres=metres),
        )
        for week in range(5)
        for place, (kind, metres) in kinds.items()
    )


def history(today):
    runs = [
        Activity(
            id=f"r{week:+}{place}",
            sport=Sport.RUN,
            start=datetime.combine(day(7 * week + place), time(7), UTC),
            offset=0,
            metres=metres,
            seconds=metres * 4 // 10,
            source="runs",
        )
        for week in range(-5, 1)
        for place, (_, metres) in WEEK.items()
        if day(7 * week + place) < today
    ]
    return History(since=runs[0].day, until=today, activities=tuple(runs))


class Runner:
    """One runner on one day: the schedule without any hold, and with what the diary asks for."""

    def __init__(self, entries, today=2, strength=None, wanted=None):
        self.today, self.diary = day(today), Diary(entries=tuple(sorted(entries, key=lambda one: one.day)))
        self.settings = Settings(strength=strength or Strength())
        self.wanted = wanted or plan()
        self.programme = programme(self.settings, CATALOGUE, diary=self.diary, today=self.today)
        self.unheld = self.schedule(())
        policy = PainPolicy()
        policy.settings = self.settings
        self.decisions = decide(
            (("pain", one) for one in policy.review(self.unheld, history(self.today), self.diary)),
            (),
            today=self.today,
            now=datetime.combine(self.today, time(12), UTC),
            numbering=Numbering(next=1, set="s1"),
        )
        self.held = self.schedule(self.decisions)

    def schedule(self, decisions):
        return outlook(
            wanted=self.wanted,
            kept=None,
            history=history(self.today),
            decisions=decisions,
            programme=self.programme,
            settings=self.settings,
            today=self.today,
        ).schedule


def weekly(schedule):
    """How many sessions of strength each whole week ahead has; holds on other days count as well."""
    return [
        sum(
            1
            for one in schedule.sessions
            if one.workout.kind in STRENGTH and day(7 * week) <= one.day < day(7 * week + 7)
        )
        for week in range(1, 4)
    ]


reports = st.lists(
    st.builds(
        lambda number, score, when, signs, where: Pain(
            day=day(number), where=where, score=score, when=when, signs=tuple(signs)
        ),
        st.integers(-10, 2),
        st.integers(0, 10),
        st.sampled_from(["before", "during", "after", "morning", "walking"]),
        st.lists(st.sampled_from(["sharp", "limp", "swelling", "night", "bone"]), max_size=1),
        st.sampled_from(["knee", "shin", "achilles"]),
    ),
    min_size=1,
    max_size=6,
)
strengths = st.builds(
    Strength,
    sessions=st.integers(1, 3),
    complaints=st.sampled_from([(), ("pfp",), ("itbs",), ("achilles-tendinopathy",), ("knee-oa", "pfp")]),
    equipment=st.sampled_from(
        [(), ("band",), ("band", "rucksack", "step"), ("weights", "bench", "leg-press")]
    ),
    days=st.sets(st.integers(0, 6), min_size=4).map(lambda one: tuple(sorted(one))),
)


@given(reports, strengths)
@settings(max_examples=30, deadline=None)
def test_no_reduction_of_running_leaves_a_week_with_less_strength(entries, strength):
    runner = Runner(entries, strength=strength)

    assert all(
        with_hold >= without
        for with_hold, without in zip(weekly(runner.held), weekly(runner.unheld), strict=True)
    )


@given(reports)
@settings(max_examples=20, deadline=None)
def test_reports_never_add_a_run_or_make_one_longer(entries):
    runner = Runner(entries)
    before = {one.uid: one for one in runner.unheld.sessions if one.workout.kind.is_run}

    for one in runner.held.sessions:
        if one.workout.kind.is_run:
            assert (one.workout.metres or 0) <= before[one.uid].workout.metres
            assert one.workout.seconds is None or one.workout.seconds <= 1800


@given(reports)
@settings(max_examples=20, deadline=None)
def test_a_report_whose_holds_are_withdrawn_was_never_made(entries):
    runner = Runner(entries)
    now = datetime.combine(runner.today, time(13), UTC)
    withdrawn = tuple(replace(one, withdrawn=now) for one in runner.decisions)

    assert runner.schedule(withdrawn) == runner.unheld


def test_a_run_under_a_hold_for_pain_says_that_it_is_flat():
    runner = Runner([Pain(day=day(1), where="knee", score=4)])
    runs = [one for one in runner.held.sessions if one.workout.kind.is_run]

    assert {one.day for one in runs if FLAT in one.workout.notes} == {day(3), day(5), day(6)}


def test_hills_wait_for_a_fortnight_where_going_downhill_aggravates_it():
    hills = tuple(
        replace(one, workout=replace(one.workout, focus="hills")) if one.workout.kind is Kind.QUALITY else one
        for one in plan()
    )
    entry = Pain(day=day(1), where="it band", score=4, when="after")
    with_complaint = Runner([entry], strength=Strength(complaints=("itbs",)), wanted=hills)
    without = Runner([entry], wanted=hills)

    assert [one.day for one in _quality(with_complaint)] == [day(15), day(22), day(29)]
    assert [one.day for one in _quality(without)] == [day(8), day(15), day(22), day(29)]


def _quality(runner):
    ahead = (one for one in runner.held.sessions if one.day >= runner.today)
    return [one for one in ahead if one.workout.kind is Kind.QUALITY]


def test_after_a_limp_running_and_walking_take_turns():
    runner = Runner([Pain(day=day(1), where="knee", score=4, signs=("limp",))])
    runs = {one.day: one.workout for one in runner.held.sessions if one.workout.kind.is_run}
    turns = runs[day(5)]

    assert day(3) not in runs
    assert (turns.focus, turns.seconds, turns.notes) == ("run-walk", 1260, FLAT)
    assert [(one.seconds, one.text) for one in turns.steps[0].steps] == [(120, "run"), (60, "walk")]
