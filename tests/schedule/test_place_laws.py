"""What holds for every placement: spacing, as many as there can be, and the same answer tomorrow."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import (
    Decision,
    Hold,
    Kind,
    Level,
    Move,
    Off,
    Reason,
    Runner,
    Schedule,
    Session,
    Settings,
    Strength,
    Workout,
)
from surefoot.schedule.place import place
from surefoot.strength.programme import programme

MONDAY = date(2027, 3, 1)
CATALOGUE = load()
DAY = timedelta(days=1)
HARD = {Kind.QUALITY, Kind.LONG, Kind.RACE}
RUNS = st.sampled_from(
    (None, None, None, Kind.EASY, Kind.EASY, Kind.EASY, Kind.QUALITY, Kind.LONG, Kind.CROSS, Kind.RACE)
)
FORBIDDEN = re.compile(r"risk|%|damage|fail|must not|\bjust\b|\bonly\b|should have|violation", re.IGNORECASE)
FOCUS = st.sampled_from(("", "A", "B", "C", "parkrun"))


@st.composite
def grounds(draw, most_weeks=3, *, with_races=True, with_hours=True):
    """Return random runs of a few weeks, decisions over them, and settings."""
    weeks = draw(st.integers(1, most_weeks))
    runs = []
    for number in range(7 * weeks):
        kind = draw(RUNS)
        if kind is None or (kind is Kind.RACE and not with_races):
            continue
        focus = draw(FOCUS) if kind is Kind.RACE else ""
        workout = Workout(kind=kind, title=kind.value, metres=8000, focus=focus)
        runs.append(Session(uid=f"r{number:02}", day=MONDAY + number * DAY, workout=workout))
    hours = st.none() | st.sampled_from((time(7), time(18, 30)))
    at = draw(st.tuples(*[hours] * 7)) if with_hours else (None,) * 7
    run_at = draw(st.tuples(*[hours] * 7)) if with_hours else (None,) * 7
    asked = Settings(
        runner=Runner(week_starts=draw(st.sampled_from((0, 0, 6))), strength_at=at, run_at=run_at),
        strength=Strength(
            sessions=draw(st.integers(1, 3)),
            days=tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1)))),
            load=draw(st.sampled_from(("heavy", "heavy", "moderate", "light"))),
            after_long_run=draw(st.booleans()),
        ),
    )
    return tuple(runs), numbered(draw(st.lists(decisions(weeks), max_size=2))), asked


@st.composite
def decisions(draw, weeks):
    since = MONDAY + draw(st.integers(0, 7 * weeks - 1)) * DAY
    until = since + draw(st.integers(0, 4)) * DAY
    effect = draw(
        st.sampled_from(
            (
                Off(since=since, until=until),
                Hold(rule="session-spike", since=since, until=until, light_only=True),
                Hold(rule="pain", since=since, until=until, rest=True, level=Level.STOP),
            )
        )
    )
    return Decision(
        id="d",
        set="s",
        made=datetime(2027, 3, 1, tzinfo=UTC),
        by="x",
        effect=effect,
        reason=Reason(rule="x", text="So it was said."),
    )


def numbered(held):
    return tuple(replace(one, id=f"d{number}") for number, one in enumerate(held))


def placed(runs, held, asked, *, today=MONDAY, kept=None):
    made = programme(asked, CATALOGUE)
    return place(runs, kept=kept, decisions=held, programme=made, settings=asked, today=today)


def scheduled(runs, result, today=MONDAY):
    both = sorted((*runs, *result.sessions), key=lambda one: (one.day, one.uid))
    return Schedule(today=today, sessions=tuple(both))


def is_hard(run):
    return run.workout.kind in HARD


def is_race(run):
    return run.workout.kind is Kind.RACE and run.workout.focus not in ("C", "parkrun")


@settings(max_examples=100, deadline=None)
@given(grounds(with_hours=False))
def test_heavy_strength_keeps_every_distance(ground):
    runs, held, asked = ground
    result = placed(runs, held, asked)
    heavy = [one.day for one in result.sessions if one.workout.focus == "heavy"]
    eves = {run.day - DAY for run in runs if is_hard(run)}
    longs = {run.day for run in runs if run.workout.kind is Kind.LONG}
    races = [run for run in runs if is_race(run)]

    assert not eves & set(heavy)
    assert asked.strength.after_long_run or not longs & set(heavy)
    for race in races:
        before = 3 if race.workout.focus == "B" else 7
        assert not any(-before <= (day - race.day).days <= 2 for day in heavy)


@settings(max_examples=100, deadline=None)
@given(grounds())
def test_loaded_sessions_stand_on_allowed_days_that_no_hold_covers_forty_eight_hours_apart(ground):
    runs, held, asked = ground
    result = placed(runs, held, asked)
    loaded = [one for one in result.sessions if one.workout.focus != "light"]
    holds = [one.effect for one in held if isinstance(one.effect, Hold)]
    offs = [one.effect for one in held if isinstance(one.effect, Off)]

    assert all(one.day.weekday() in asked.strength.days for one in result.sessions)
    assert not any(off.since <= one.day <= off.until for one in result.sessions for off in offs)
    assert not any(each.since <= one.day <= each.until for one in loaded for each in holds)
    for one, other in combinations(loaded, 2):
        assert abs((one.day - other.day).days) >= 2
        if one.at and other.at:
            gap = datetime.combine(one.day, one.at) - datetime.combine(other.day, other.at)
            assert abs(gap) >= timedelta(hours=48)
    assert len({one.day for one in result.sessions}) == len(result.sessions)


@settings(max_examples=100, deadline=None)
@given(grounds())
def test_a_day_without_run_and_heavy_strength_is_left_in_each_week_that_has_one(ground):
    runs, held, asked = ground
    result = placed(runs, held, asked)
    heavy = {one.day for one in result.sessions if one.workout.focus == "heavy"}
    ran = {run.day for run in runs}
    first = MONDAY - ((MONDAY.weekday() - asked.runner.week_starts) % 7) * DAY

    for number in range(4):
        week = {first + (7 * number + day) * DAY for day in range(7)}
        assert not week - ran or week - ran - heavy


@settings(max_examples=100, deadline=None)
@given(grounds())
def test_nothing_is_silently_fewer(ground):
    runs, held, asked = ground
    if not runs:
        return
    result = placed(runs, held, asked)
    each = {one.uid[:-1] for one in (*result.sessions, *result.dropped)}
    count = len(result.sessions) + len(result.dropped)

    assert count <= asked.strength.sessions * len(each)
    said = [one.reasons for one in (*result.sessions, *result.dropped)]
    assert all(said)
    assert not any(FORBIDDEN.search(each.text) for reasons in said for each in reasons)
    if not any(is_race(run) for run in runs):
        assert count == asked.strength.sessions * len(each)


@settings(max_examples=100, deadline=None)
@given(grounds(most_weeks=1, with_races=False, with_hours=False))
def test_no_choice_of_days_holds_more_heavy_sessions_than_the_search_found(ground):
    runs, held, asked = ground
    asked = replace(
        asked, runner=Runner(), strength=replace(asked.strength, load="heavy", after_long_run=False)
    )
    if not runs:
        return
    result = placed(runs, held, asked)

    assert sum(one.workout.focus == "heavy" for one in result.sessions) == _most_heavy(runs, held, asked)


def _most_heavy(runs, held, asked):
    """Try every set of days: the rules once more, written as plainly as they can be."""
    days = [MONDAY + number * DAY for number in range(7)]
    ran = {run.day for run in runs}
    eves = {run.day - DAY for run in runs if is_hard(run)}
    longs = {run.day for run in runs if run.workout.kind is Kind.LONG}
    covered = {day for one in held for day in days if one.effect.since <= day <= one.effect.until}
    fit = [day for day in days if day.weekday() in asked.strength.days and day not in eves | longs | covered]
    free = set(days) - ran
    return max(
        count
        for count in range(asked.strength.sessions + 1)
        for chosen in combinations(fit, count)
        if all((after - before).days >= 2 for before, after in combinations(chosen, 2))
        and (not free or free - set(chosen))
    )


@settings(max_examples=100, deadline=None)
@given(grounds())
def test_placing_what_was_placed_changes_nothing(ground):
    runs, held, asked = ground
    first = placed(runs, held, asked)
    again = placed(runs, held, asked, kept=scheduled(runs, first))

    assert again == first


@settings(max_examples=100, deadline=None)
@given(grounds(), st.integers(1, 20))
def test_a_day_that_passes_as_planned_changes_nothing_ahead(ground, later):
    runs, held, asked = ground
    kept = scheduled(runs, placed(runs, held, asked))
    expected = placed(runs, held, asked).sessions
    for number in range(1, later + 1):
        today = MONDAY + number * DAY
        past = (one for one in kept.sessions if one.day < today and one.workout.kind is Kind.STRENGTH)
        seen = tuple(sorted((*runs, *past), key=lambda one: (one.day, one.uid)))
        result = placed(seen, held, asked, today=today, kept=kept)

        assert result.sessions == tuple(one for one in expected if one.day >= today)
        kept = scheduled(seen, result, today)


@settings(max_examples=60, deadline=None)
@given(grounds(), st.integers(0, 20))
def test_a_moved_session_stands_where_it_was_put_unless_that_day_is_off_or_stopped(ground, where):
    runs, held, asked = ground
    first = placed(runs, held, asked)
    if not first.sessions:
        return
    uid, day = first.sessions[0].uid, MONDAY + where * DAY
    barring = [one.effect for one in held if isinstance(one.effect, Off) or one.effect.level is Level.STOP]
    moved = Decision(
        id="m1",
        set="s",
        made=datetime(2027, 3, 1, tzinfo=UTC),
        by="runner",
        effect=Move(uid=uid, day=day),
        reason=Reason(rule="runner", text="You moved it."),
    )
    result = placed(runs, (*held, moved), asked)
    stands = [one.day for one in result.sessions if one.uid == uid]

    if not any(each.since <= day <= each.until for each in barring):
        assert stands == [day]
    assert placed(runs, (*held, moved), asked, kept=scheduled(runs, result)) == result


@settings(max_examples=60, deadline=None)
@given(grounds())
def test_the_order_of_decisions_does_not_matter(ground):
    runs, held, asked = ground

    assert placed(runs, held[::-1], asked) == placed(runs, held, asked)


@settings(max_examples=60, deadline=None)
@given(grounds())
def test_undoing_a_decision_gives_what_would_stand_without_it(ground):
    runs, held, asked = ground
    withdrawn = tuple(replace(one, withdrawn=datetime(2027, 3, 2, tzinfo=UTC)) for one in held)

    assert placed(runs, withdrawn, asked) == placed(runs, (), asked)
