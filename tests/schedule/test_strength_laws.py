"""Whatever hurts, is there and was logged: the strength of a plan keeps its spacing and its words short."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import Diary, Kind, Lifted, Pain, Session, Settings, Strength, Unit, Workout
from surefoot.schedule.micro import micro
from surefoot.schedule.place import place
from surefoot.strength.programme import programme
from surefoot.strength.vocabulary import COMPLAINTS, EQUIPMENT
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
    equipment=some(EQUIPMENT, 6),
    mobility=st.sampled_from(("off", "after")),
)
DAYS = st.dates(MONDAY - 40 * DAY, MONDAY)
ENTRIES = st.one_of(
    st.builds(Lifted, day=DAYS),
    st.builds(Pain, day=DAYS, where=st.just("knee"), score=st.integers(0, 10)),
)


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
