"""The laws of the whole middle, over random plans, histories and decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import (
    Activity,
    Decision,
    Drop,
    History,
    Hold,
    Kind,
    Move,
    Off,
    Reason,
    Session,
    Settings,
    Sport,
    Workout,
)
from surefoot.schedule.outlook import outlook
from surefoot.schedule.stamp import stamp
from surefoot.strength.programme import programme

MONDAY = date(2027, 1, 4)
TODAY = MONDAY + timedelta(days=23)
NOW = datetime(2027, 1, 27, 12, tzinfo=UTC)
RULES = Settings()
PROGRAMME = programme(RULES, load())
KINDS = st.sampled_from([Kind.EASY, Kind.EASY, Kind.QUALITY, Kind.LONG])


def session(place, kind, metres):
    day = MONDAY + timedelta(days=place)
    workout = Workout(kind=kind, title=kind.value, metres=metres)
    return Session(uid=f"p-{place:03d}", day=day, plan_day=day, workout=workout)


@st.composite
def plans(draw):
    places = sorted(draw(st.sets(st.integers(0, 55), min_size=4, max_size=30)))
    return tuple(session(one, draw(KINDS), draw(st.integers(6, 36)) * 500) for one in places)


@st.composite
def histories(draw):
    places = sorted(draw(st.sets(st.integers(-40, 22), min_size=6, max_size=30)))
    runs = []
    for one in places:
        day = MONDAY + timedelta(days=one)
        metres = draw(st.integers(6, 32)) * 500
        start = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
        runs.append(
            Activity(
                id=f"r{one}",
                sport=Sport.RUN,
                start=start,
                offset=0,
                metres=metres,
                seconds=metres // 3,
                source="runs",
            )
        )
    return History(since=runs[0].day, until=TODAY, activities=tuple(runs))


def decision(number, effect):
    return Decision(
        id=f"d{number}",
        set="s1",
        made=NOW,
        by="runner",
        effect=effect,
        reason=Reason(rule="runner", text="said"),
    )


@st.composite
def decided(draw, plan):
    ahead = [one.uid for one in plan if one.day >= TODAY]
    effects = []
    for uid in draw(st.lists(st.sampled_from(ahead), unique=True, max_size=3)) if ahead else []:
        day = TODAY + timedelta(days=draw(st.integers(0, 20)))
        effects.append(draw(st.sampled_from([Drop(uid=uid), Move(uid=uid, day=day)])))
    if draw(st.booleans()):
        since = TODAY + timedelta(days=draw(st.integers(0, 10)))
        effects.append(Off(since=since, until=since + timedelta(days=draw(st.integers(0, 4)))))
    if draw(st.booleans()):
        effects.append(
            Hold(rule="overrun", since=TODAY, until=TODAY + timedelta(days=6), easy_only=True, total=20000)
        )
    return tuple(decision(place, one) for place, one in enumerate(effects))


@st.composite
def cases(draw):
    plan = draw(plans())
    return {"wanted": plan, "history": draw(histories()), "decisions": draw(decided(plan))}


def made(case, kept=None, **changed):
    given_ = {**case, **changed}
    return outlook(kept=kept, programme=PROGRAMME, settings=RULES, today=TODAY, **given_).schedule


def shown(schedule):
    return [(one.uid, one.day, one.at, one.workout, one.reasons) for one in schedule.sessions]


@given(case=cases())
@settings(max_examples=60, deadline=None)
def test_the_same_arguments_give_the_same_schedule(case):
    assert made(case) == made(case)


@given(case=cases())
@settings(max_examples=60, deadline=None)
def test_what_was_accepted_stands_when_nothing_else_changed(case):
    kept = stamp(made(case), None, now=NOW)

    assert shown(made(case, kept=kept)) == shown(kept)
    assert stamp(made(case, kept=kept), kept, now=NOW + timedelta(days=1)).sessions == kept.sessions


@given(case=cases())
@settings(max_examples=60, deadline=None)
def test_a_withdrawn_decision_was_never_made(case):
    for one in case["decisions"]:
        withdrawn = tuple(replace(each, withdrawn=NOW) if each is one else each for each in case["decisions"])
        without = tuple(each for each in case["decisions"] if each is not one)

        assert made(case, decisions=withdrawn) == made(case, decisions=without)


@given(case=cases())
@settings(max_examples=60, deadline=None)
def test_days_before_today_equal_the_kept_ones(case):
    kept = made({**case, "decisions": ()})
    after = made(case, kept=kept)

    assert [one for one in after.sessions if one.day < TODAY] == [
        one for one in kept.sessions if one.day < TODAY
    ]


@given(case=cases())
@settings(max_examples=60, deadline=None)
def test_the_order_of_decisions_on_different_uids_does_not_matter(case):
    assert made(case, decisions=case["decisions"][::-1]) == made(case)


@given(case=cases(), later=st.integers(1, 6), data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_word_on_a_session_that_is_over_has_no_effect(case, later, data):
    kept = made(case)
    today = TODAY + timedelta(days=later)
    over = [one.uid for one in (*kept.sessions, *kept.dropped) if one.day < today]
    if not over:
        return
    uid = data.draw(st.sampled_from(over))
    word = decision(99, data.draw(st.sampled_from([Drop(uid=uid), Move(uid=uid, day=TODAY)])))
    ahead = {**case, "history": replace(case["history"], until=today)}

    with_word = seen(ahead, kept, today, decisions=(*case["decisions"], word))
    assert with_word == seen(ahead, kept, today)


@given(case=cases(), later=st.integers(1, 13))
@settings(max_examples=40, deadline=None)
def test_what_was_left_out_on_the_days_before_today_stays_told(case, later):
    kept = made(case)
    today = TODAY + timedelta(days=later)
    after = seen({**case, "history": replace(case["history"], until=today)}, kept, today)

    assert [one for one in after.dropped if one.day < today] == [
        one for one in kept.dropped if one.day < today
    ]


def seen(case, kept, today, **changed):
    given_ = {**case, **changed}
    return outlook(kept=kept, programme=PROGRAMME, settings=RULES, today=today, **given_).schedule


@given(case=cases(), data=st.data())
@settings(max_examples=50, deadline=None)
def test_what_the_runner_leaves_out_makes_no_other_run_of_its_week_longer(case, data):
    kept = made(case)
    ahead = [one for one in kept.sessions if one.day >= TODAY and one.workout.kind.is_run]
    if not ahead:
        return
    gone = data.draw(st.sampled_from(ahead))
    number = len(case["decisions"])
    skipped = (*case["decisions"], decision(number, Drop(uid=gone.uid)))
    after = made(case, kept=stamp(kept, None, now=NOW), decisions=skipped)
    week = gone.day - timedelta(days=gone.day.weekday())
    had = {one.uid: one.workout.metres for one in kept.sessions}

    assert gone.uid not in {one.uid for one in after.sessions}
    for one in after.sessions:
        if one.workout.kind.is_run and week <= one.day < week + timedelta(days=7):
            assert one.workout.metres <= had.get(one.uid, 0)


def test_a_holds_share_is_taken_once_where_a_run_was_skipped():
    plan = tuple(session(place, Kind.EASY, 8000) for place in (23, 24, 25, 26))
    half = decision(0, Hold(rule="illness", since=TODAY, until=TODAY + timedelta(days=3), keep=50))
    skip = decision(1, Drop(uid="p-024"))
    usual = History(until=TODAY, activities=(), assumed=True)

    for decisions in ((half,), (half, skip)):
        found = made({"wanted": plan, "history": usual, "decisions": decisions}).sessions
        assert {one.workout.metres for one in found if one.workout.kind.is_run} == {4000}
