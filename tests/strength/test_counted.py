"""Which session of the week strength that was done is counted for."""

from datetime import date, timedelta

import pytest

from surefoot.model import Diary, Kind, Lifted, Session, Workout
from surefoot.strength.counted import counted_for

MONDAY = date(2027, 1, 25)


def day(number):
    return MONDAY + timedelta(days=number)


WEEK = tuple(
    Session(uid=f"strength-{number}", day=day(number), workout=Workout(kind=Kind.STRENGTH, title="S"))
    for number in (1, 4)
)


def counted(on, *logged):
    diary = Diary(entries=tuple(Lifted(day=day(one)) for one in logged))
    found = counted_for(day(on), MONDAY, WEEK, diary)
    return found and found.uid


@pytest.mark.parametrize(
    ("on", "logged", "uid"),
    [
        (1, (), "strength-1"),
        (4, (1,), "strength-4"),
        (2, (), "strength-1"),
        (0, (), "strength-1"),
        (3, (1,), "strength-4"),
        (6, (1,), "strength-4"),
        (6, (2,), "strength-4"),
        (6, (1, 4), None),
        (6, (0, 3), None),
        (1, (1,), "strength-1"),
    ],
)
def test_strength_counts_for_its_own_day_then_for_the_last_open_session_then_for_the_next(on, logged, uid):
    assert counted(on, *logged) == uid
