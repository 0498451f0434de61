"""What a week's strength is made of, for those with much time and those with little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import ConfigError, Settings, Strength
from surefoot.strength.minutes import seconds
from surefoot.strength.programme import CARDS, LIGHT_MINUTES, halved, programme

CATALOGUE = load()
CALVES = {"straight-knee-calf-raise", "bent-knee-calf-raise"}
LOADED = {"squat", "lunge", "hinge", "step"}


def made(**given):
    return programme(Settings(strength=Strength(**given)), CATALOGUE)


def test_two_heavy_sessions_a_week_and_a_light_one_to_fall_back_on():
    result = made()

    assert [(one.key, one.load, one.workout.title) for one in result.slots] == [
        ("a", "heavy", "Strength 30 min"),
        ("b", "heavy", "Strength 30 min"),
    ]
    assert (result.light.focus, result.light.title) == ("light", "Strength 15 min")


@given(
    count=st.integers(0, 3),
    minutes=st.integers(10, 90),
    asked=st.sampled_from(("heavy", "moderate", "light")),
)
def test_every_session_keeps_the_runners_minutes_and_at_most_six_exercises(count, minutes, asked):
    result = made(sessions=count, minutes=minutes, load=asked)

    assert len(result.slots) == count
    for workout in (*(one.workout for one in result.slots), result.light):
        most = min(minutes, LIGHT_MINUTES) if workout.focus == "light" else minutes
        assert seconds(workout.doses) <= workout.seconds <= most * 60
        assert 3 <= len(workout.doses) <= 6
        assert workout.title == f"Strength {workout.seconds // 60} min"


@given(minutes=st.integers(10, 90), asked=st.sampled_from(("heavy", "moderate")))
def test_a_loaded_session_always_has_the_calf_pair_and_a_squat_hinge_or_lunge(minutes, asked):
    for slot in made(minutes=minutes, load=asked).slots:
        names = {dose.exercise for dose in slot.workout.doses}

        assert names >= CALVES
        assert {CATALOGUE[name].pattern for name in names} & LOADED


def test_a_light_session_has_nothing_heavy_in_it():
    assert all(CATALOGUE[name].load == "light" for card in CARDS["light"] for name in card)


def test_twelve_minutes_are_enough_for_the_three_that_matter_most():
    names = [dose.exercise for dose in made(minutes=12).slots[0].workout.doses]

    assert names == ["squat", "straight-knee-calf-raise", "bent-knee-calf-raise"]


def test_half_the_sets_are_rounded_up_and_take_less_time():
    whole = made().slots[0].workout
    half = halved(whole)

    assert [one.sets for one in half.doses] == [-(-one.sets // 2) for one in whole.doses]
    assert half.seconds < whole.seconds
    assert half.title == "Strength 20 min"


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        ({"sessions": 4}, "0 to 3"),
        ({"sessions": -1}, "0 to 3"),
        ({"minutes": 5}, "10 to 90"),
        ({"minutes": 120}, "10 to 90"),
        ({"days": ()}, "weekday"),
        ({"days": (7,)}, "weekday"),
    ],
)
def test_numbers_that_make_no_programme_are_refused_with_what_to_write(given, mend):
    with pytest.raises(ConfigError) as caught:
        made(**given)

    assert mend in caught.value.mend
    assert next(iter(given)) in caught.value.where
