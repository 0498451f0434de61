"""A session at the length that the runner gave it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.load.size import USUAL_PACE, metres
from surefoot.model import Kind, Resize, Settings, Unit, Workout
from surefoot.schedule.resized import first_that_fit, resize, resized
from surefoot.schedule.shorten import ladder
from surefoot.strength.minutes import seconds
from surefoot.strength.programme import programme
from surefoot.text.shorthand import parse

STRENGTH = programme(Settings(), load()).slots[0].workout


def test_intervals_lose_whole_repetitions():
    (workout,) = parse("6x800m @5k r 90s", Unit.KM)
    shorter = ladder(workout, USUAL_PACE, Unit.KM)[-2].workout

    found = resized(workout, resize("u", shorter))

    assert found == shorter
    assert found.kind is Kind.QUALITY


def test_a_length_the_session_cannot_be_cut_to_is_a_plain_run_of_it():
    easy = Workout(kind=Kind.EASY, title="Easy", metres=8000)

    assert resized(easy, Resize(uid="u", metres=9300)).metres == 9300
    assert resized(easy, Resize(uid="u", seconds=1500)).seconds == 1500


@given(text=st.sampled_from(["8k easy", "45min easy", "6x800m @5k r 90s", "10k tempo", "8-10k long"]))
def test_every_length_a_session_is_cut_to_comes_back_the_same(text):
    (workout,) = parse(text, Unit.KM)

    for rung in ladder(workout, USUAL_PACE, Unit.KM):
        assert metres(resized(workout, resize("u", rung.workout)), USUAL_PACE) == rung.metres


@given(most=st.integers(0, 3600))
def test_the_exercises_that_fit_are_the_first_ones_and_take_no_longer(most):
    found = first_that_fit(STRENGTH.doses, most)

    assert found == STRENGTH.doses[: len(found)]
    assert not found or seconds(found) <= most
