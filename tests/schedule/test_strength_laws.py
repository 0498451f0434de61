"""Whatever hurts, is there and was logged: the strength of a plan keeps its spacing and its words short."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import (
    Decision,
    Diary,
    Hold,
    Kind,
    Lifted,
    Off,
    Pain,
    Reason,
    Runner,
    Schedule,
    Session,
    Settings,
    Sore,
    Strength,
    Unit,
    Workout,
)
from surefoot.schedule.micro import micro
from surefoot.schedule.place import place
from surefoot.strength.programme import programme
from surefoot.strength.vocabulary import COMPLAINTS, EQUIPMENT, PAUSING, PRECAUTIONS
from surefoot.text.card import LONGEST
from surefoot.text.dress import description

CATALOGUE = load()
MONDAY = date(2027, 3, 1)
DAY = timedelta(days=1)
HARD = (Kind.QUALITY, Kind.LONG)
WEEK = (None, Kind.QUALITY, Kind.EASY, None, Kind.EASY, Kind.EASY, Kind.LONG)
RUNS = tuple(
    Session(uid=f"r{number}", day=MONDAY + number * DAY, workout=Workout(kind=kind, title="x", metres=8000))
    for number in range(21)
    if (kind := WEEK[number % 7]) is not None
)


def some(words, most):
    return st.lists(st.sampled_from(words), max_size=most, unique=True).map(tuple)


ASKED = st.builds(
    Strength,
    sessions=st.integers(1, 3),
    load=st.sampled_from(("heavy", "heavy", "moderate", "light")),
    minutes=st.integers(10, 60),
    days=st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found))),
    complaints=some(COMPLAINTS[:-1], 2),
    seen=some(COMPLAINTS[:-1], 3),
    precautions=some([one for one in PRECAUTIONS if one not in PAUSING], 2),
    equipment=some(EQUIPMENT, 6),
    mobility=st.sampled_from(("off", "after")),
)
DAYS = st.dates(MONDAY - 40 * DAY, MONDAY)
ENTRIES = st.one_of(
    st.builds(Lifted, day=DAYS),
    st.builds(Pain, day=DAYS, where=st.just("knee"), score=st.integers(0, 10)),
    st.builds(Sore, day=DAYS),
)
HOURS = st.tuples(*[st.none() | st.sampled_from((time(7), time(18, 30)))] * 7)
GIVEN = st.builds(Settings, strength=ASKED, runner=st.builds(Runner, run_at=HOURS, strength_at=HOURS))
RACE = Session(uid="race", day=MONDAY + 20 * DAY, workout=Workout(kind=Kind.RACE, title="x", metres=10_000))


@st.composite
def words(draw):
    """Holds and days off as they stand over three weeks."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        since = MONDAY + draw(st.integers(0, 20)) * DAY
        span = {"since": since, "until": since + draw(st.integers(0, 3)) * DAY}
        found.append(
            Decision(
                id=f"d{number}",
                set="s",
                made=datetime(2027, 3, 1, tzinfo=UTC),
                by="x",
                effect=draw(st.sampled_from((Off(**span), Hold(rule="pain", light_only=True, **span)))),
                reason=Reason(rule="x", text="So it was said."),
            )
        )
    return tuple(found)


def within(day, found, kind):
    return any(isinstance(one, kind) and one.since <= day <= one.until for one in found)


@settings(max_examples=30, deadline=None)
@given(GIVEN, st.lists(ENTRIES, max_size=8), words(), st.integers(1, 12), st.booleans())
def test_precautions_spacing_and_the_past_are_kept_through_holds_days_off_races_and_hours(
    wanted, entries, told, passed, with_race
):
    asked = wanted.strength
    made = programme(wanted, CATALOGUE, diary=Diary(entries=tuple(entries)), today=MONDAY)
    runs = (*RUNS[:-1], RACE) if with_race else RUNS
    first = place(runs, kept=None, decisions=told, programme=made, settings=wanted, today=MONDAY)
    today = MONDAY + passed * DAY
    before = tuple(one for one in first.sessions if one.day < today)
    kept = Schedule(today=MONDAY, sessions=tuple(sorted((*runs, *first.sessions), key=lambda one: one.day)))
    found = place((*runs, *before), kept=kept, decisions=told, programme=made, settings=wanted, today=today)

    effects = [one.effect for one in told]
    assert all(one.day >= today for one in found.sessions)
    loaded = sorted(one.day for one in (*before, *found.sessions) if one.workout.focus != "light")
    assert all(after - earlier >= 2 * DAY for earlier, after in pairwise(loaded))
    for one in found.sessions:
        assert one.day.weekday() in asked.days
        assert not within(one.day, effects, Off)
        assert one.workout.focus == "light" or not within(one.day, effects, Hold)
        assert one.workout.focus != "heavy" or not with_race or not 0 <= (RACE.day - one.day).days <= 7
        barred = {name for dose in one.workout.doses for name in CATALOGUE[dose.exercise].precautions}
        assert not barred & set(asked.precautions)


@settings(max_examples=30, deadline=None)
@given(ASKED, st.lists(ENTRIES, max_size=12))
def test_spacing_days_and_the_length_of_every_description_are_kept(asked, entries):
    wanted = Settings(strength=asked)
    made = programme(wanted, CATALOGUE, diary=Diary(entries=tuple(entries)), today=MONDAY)
    found = place(RUNS, kept=None, decisions=(), programme=made, settings=wanted, today=MONDAY)
    holds = micro((*RUNS, *found.sessions), made, (), today=MONDAY, week_starts=0)

    loaded = [one.day for one in found.sessions if one.workout.focus != "light"]
    heavy = [one.day for one in found.sessions if one.workout.focus == "heavy"]
    assert all(after - before >= 2 * DAY for before, after in pairwise(loaded))
    assert all(day.weekday() in asked.days for day in loaded)
    hard = {one.day for one in RUNS if one.workout.kind in HARD}
    assert not hard & {day + DAY for day in heavy}
    assert len(found.sessions) + len(found.dropped) == 3 * len(made.slots)
    assert not {one.day for one in holds} & {one.day for one in found.sessions}
    for one in (*found.sessions, *holds):
        assert len(description(one, CATALOGUE, Unit.KM)) <= LONGEST
