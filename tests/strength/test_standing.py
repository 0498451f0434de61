"""What each exercise has got to: double progression, the ladder, pain and pauses."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import Diary, Lifted, Pain, Sore
from surefoot.strength.standing import LOAD_STEP, RUCKSACK, hurting, standing, start

CATALOGUE = load()
DAY = date(2027, 1, 4)


def log(*entries):
    """Entries two days apart, unless they are dated by hand."""
    return Diary(entries=tuple(entries))


def lifted(place, exercise="squat", **given):
    return Lifted(day=DAY + timedelta(days=2 * place), exercise=exercise, **given)


def reached(*entries, name="squat", equipment=("rucksack",), strict=False, today=None):
    last = max(one.day for one in entries)
    found = standing(
        log(*entries), CATALOGUE, equipment=equipment, strict=strict, today=today or last + timedelta(days=1)
    )
    return found[name]


def test_repetitions_rise_one_at_a_time_within_the_range():
    assert reached(lifted(0, reps=8)).reps == 9
    assert reached(lifted(0, reps=8), lifted(1, reps=9)).reps == 10


def test_a_session_as_prescribed_counts_as_what_was_asked_for():
    assert reached(lifted(0)).reps == 9


def test_fewer_than_asked_for_ask_for_the_same_again():
    assert reached(lifted(0, reps=6)).reps == 8
    assert reached(lifted(0, reps=8, sets=1)).reps == 8


def test_after_two_sessions_at_the_top_the_load_rises_and_repetitions_begin_again():
    once = reached(lifted(0, "goblet-squat", reps=10), name="goblet-squat")
    twice = reached(
        lifted(0, "goblet-squat", reps=10), lifted(1, "goblet-squat", reps=10), name="goblet-squat"
    )

    assert (once.reps, once.load_g) == (10, None)
    assert (twice.reps, twice.load_g) == (8, LOAD_STEP)


def test_the_load_that_was_logged_is_where_the_next_step_begins():
    done = [lifted(n, "goblet-squat", reps=10, load_g=7500) for n in range(2)]

    assert reached(*done, name="goblet-squat").load_g == 7500 + LOAD_STEP


def test_a_rucksack_has_an_end_and_then_the_ladder_opens():
    done = [lifted(n, "goblet-squat", reps=10, load_g=RUCKSACK) for n in range(2)]

    assert reached(*done, name="goblet-squat").outgrown
    gym = reached(*done, name="goblet-squat", equipment=("weights",))
    assert (gym.load_g, gym.outgrown) == (RUCKSACK + LOAD_STEP, False)


def test_what_has_no_load_gets_a_set_more_or_opens_the_next_rung():
    sets = [lifted(n, "banded-hip-bridge", reps=10) for n in range(2)]

    assert reached(*sets, name="banded-hip-bridge").sets == 2
    assert reached(lifted(0, reps=10), lifted(1, reps=10)).outgrown


def test_a_hold_grows_by_five_seconds_to_the_top_of_its_range():
    assert reached(lifted(0, "wall-sit"), name="wall-sit").seconds == 50
    assert reached(*(lifted(n, "wall-sit") for n in range(5)), name="wall-sit").outgrown


def test_pain_of_three_or_four_holds_the_dose_and_more_lowers_it():
    up = lifted(0, reps=8)

    assert reached(up, lifted(1, reps=9, pain=4)).reps == 9
    assert reached(up, lifted(1, reps=9, pain=5)).reps == 8


def test_an_exercise_that_hurt_too_much_is_left_out_for_a_week():
    found = standing(log(lifted(0, pain=5)), CATALOGUE, equipment=(), strict=False, today=DAY)

    assert hurting(found, DAY + timedelta(days=6)) == {"squat"}
    assert hurting(found, DAY + timedelta(days=7)) == frozenset()


def test_strictly_any_pain_takes_it_out():
    found = standing(log(lifted(0, pain=1)), CATALOGUE, equipment=(), strict=True, today=DAY)

    assert hurting(found, DAY) == {"squat"}


def test_nothing_is_stepped_up_in_a_week_with_pain_above_two():
    pain = Pain(day=DAY, where="knee", score=3)

    assert reached(pain, lifted(1, reps=8)).reps == 8
    assert reached(pain, lifted(4, reps=8)).reps == 9


def test_nothing_is_stepped_up_on_sore_muscles():
    assert reached(Sore(day=DAY + timedelta(days=1)), lifted(1, reps=8)).reps == 8
    assert reached(Sore(day=DAY), lifted(1, reps=8)).reps == 9


def test_after_fourteen_days_without_strength_everything_is_one_step_lower():
    done = [lifted(n, "goblet-squat", reps=10, load_g=7500) for n in range(2)]
    later = done[-1].day + timedelta(days=14)

    assert reached(*done, name="goblet-squat", today=later).load_g == 7500
    assert reached(*done, name="goblet-squat", today=later - timedelta(days=1)).load_g == 10000


def test_after_a_pause_the_highest_rung_alone_is_taken_back():
    squat = [lifted(n, reps=10) for n in range(2)]
    goblet = [lifted(n, "goblet-squat", reps=10, load_g=RUCKSACK) for n in range(2, 4)]
    found = standing(
        log(*squat, *goblet), CATALOGUE, equipment=("rucksack",), strict=False, today=DAY + timedelta(days=40)
    )

    assert (found["squat"].outgrown, found["goblet-squat"].outgrown) == (True, False)


ENTRIES = st.builds(
    Lifted,
    day=st.dates(DAY, DAY + timedelta(days=60)),
    exercise=st.sampled_from([one.id for one in CATALOGUE.exercises] + ["gone", ""]),
    sets=st.none() | st.integers(1, 5),
    reps=st.none() | st.integers(1, 40),
    seconds=st.none() | st.integers(5, 90),
    load_g=st.none() | st.integers(0, 50_000),
    pain=st.none() | st.integers(0, 10),
)


@settings(max_examples=50, deadline=None)
@given(entries=st.lists(ENTRIES, max_size=25), ahead=st.integers(0, 90))
def test_whatever_is_logged_every_dose_stays_within_its_range_and_later_entries_change_nothing(
    entries, ahead
):
    today = DAY + timedelta(days=ahead)
    found = standing(log(*entries), CATALOGUE, equipment=("rucksack",), strict=False, today=today)

    for name, one in found.items():
        exercise = CATALOGUE[name]
        first = start(exercise)
        assert exercise.sets <= one.sets <= (exercise.sets_to or exercise.sets)
        assert (first.reps or 0) <= (one.reps or 0) <= (exercise.reps_to or exercise.reps or 0)
        if not exercise.reps:
            assert first.seconds <= one.seconds <= (exercise.seconds_to or exercise.seconds)
    known = [one for one in entries if one.day <= today]
    assert found == standing(log(*known), CATALOGUE, equipment=("rucksack",), strict=False, today=today)
