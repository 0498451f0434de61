"""How far the way back has come."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.model import Diary, Lifted, Pain
from surefoot.strength.stage import ENTRY_KEPT, HOLDS_KEPT, frozen, settled, way

DAY = date(2027, 1, 4)


def diary(*days, pain=()):
    """Strength on these days, pain as pairs of day and score."""
    return Diary(
        entries=(
            *(Lifted(day=DAY + timedelta(days=one)) for one in days),
            *(Pain(day=DAY + timedelta(days=one), where="knee", score=score) for one, score in pain),
        )
    )


def stage(found, ahead, *, complaint=True):
    today = DAY + timedelta(days=ahead)
    return way(found, today).stage(today, complaint=complaint)


def test_without_a_complaint_the_way_begins_with_movement_and_never_ends_in_upkeep():
    assert stage(diary(), 0, complaint=False) == "dynamic"
    assert (
        stage(diary(*range(10, 10 + ENTRY_KEPT), pain=((0, 4),)), 40, complaint=False) == "loaded-functional"
    )


def test_holds_come_first_then_movement_then_load_then_upkeep():
    assert stage(diary(0), 1) == "isometric"
    assert stage(diary(*range(HOLDS_KEPT)), 5) == "dynamic"
    assert stage(diary(*range(ENTRY_KEPT)), 20) == "loaded-functional"
    assert stage(diary(*range(10, 10 + ENTRY_KEPT), pain=((0, 4),)), 30) == "maintenance"


def test_upkeep_waits_for_fourteen_days_without_pain_above_two():
    days = tuple(range(7, 7 + ENTRY_KEPT))

    assert stage(diary(*days, pain=((1, 3),)), 14) == "dynamic"
    assert stage(diary(*range(8, 8 + ENTRY_KEPT), pain=((1, 3),)), 14) == "dynamic"
    assert stage(diary(*range(8, 8 + ENTRY_KEPT), pain=((1, 3), (2, 2))), 16) == "maintenance"


def test_pain_that_comes_back_leads_back_to_movement_and_much_of_it_to_holds():
    days = tuple(range(ENTRY_KEPT))

    assert stage(diary(*days, pain=((20, 4),)), 21) == "dynamic"
    assert stage(diary(*days, pain=((20, 6),)), 21) == "isometric"


def test_strength_in_a_week_with_pain_does_not_count_towards_the_next_stage():
    assert stage(diary(1, 2, 3, pain=((0, 3),)), 4) == "isometric"
    assert stage(diary(7, 8, pain=((0, 3),)), 9) == "dynamic"


def test_a_week_without_pain_above_two_is_calm():
    found = diary(pain=((0, 3), (9, 2)))

    assert frozen(found, DAY + timedelta(days=6))
    assert settled(found, DAY + timedelta(days=7))
    assert settled(found, DAY + timedelta(days=9))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)), max_size=8))
def test_from_whatever_pain_a_calm_time_with_strength_leads_to_upkeep_or_load(pain):
    calm = tuple(range(38, 38 + 2 * ENTRY_KEPT, 2))

    assert stage(diary(*calm, pain=tuple(pain)), 60) in ("loaded-functional", "maintenance")
