"""Sessions in the text that intervals.icu reads workouts from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.plugin import Effort, Kind, Repeat, Step, Workout
from surefoot_intervals.workout import fidelity, has_pace, text


def run(*steps: Step | Repeat, **more) -> Workout:
    return Workout(**{"kind": Kind.QUALITY, "title": "Intervals", "steps": steps} | more)


def test_metres_are_mtr_and_never_minutes():
    assert text(run(Step(metres=400))) == "- Run 400mtr"
    assert text(run(Step(metres=1200))) == "- Run 1200mtr"
    assert text(run(Step(metres=2000))) == "- Run 2km"


def test_times_are_minutes_or_seconds():
    assert text(run(Step(seconds=600), Step(seconds=90))) == "- Run 10m\n- Run 90s"


def test_a_pace_has_the_word_pace_or_it_would_be_dropped():
    even = Step(metres=1000, effort=Effort(lo=300, hi=300, of="pace"))
    within = Step(metres=1000, effort=Effort(lo=300, hi=285, of="pace"))

    assert text(run(even, within)) == "- Run 1km 5:00/km pace\n- Run 1km 5:00-4:45/km pace"
    assert has_pace(run(within))
    assert not has_pace(run(Step(metres=1000, effort=Effort(lo=140, hi=150, of="hr"))))


def test_repeats_stand_by_themselves_between_blank_lines():
    work = run(
        Step(role="warmup", metres=2000),
        Repeat(times=4, steps=(Step(metres=400), Step(role="rest", seconds=90))),
        Step(role="cooldown"),
    )

    assert text(work) == (
        "- Warm-up 2km\n\n4x\n- Run 400mtr\n- Rest 90s intensity=rest\n\n- Cool-down lap press"
    )


@pytest.mark.parametrize(
    ("workout", "expected"),
    [
        (Workout(kind=Kind.EASY, title="Easy", metres=8000), "- Run 8km"),
        (Workout(kind=Kind.EASY, title="Easy", seconds=2700), "- Run 45m"),
        (Workout(kind=Kind.STRENGTH, title="Strength", seconds=1800), ""),
    ],
)
def test_a_plain_run_is_one_step_and_strength_none(workout: Workout, expected: str):
    assert text(workout) == expected


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (Step(metres=1000, effort=Effort(lo=300, hi=285, of="pace")), ""),
        (Step(metres=1000, effort=Effort(lo=140, hi=150, of="hr")), "in words only: 140-150 bpm"),
        (Step(metres=1000, effort=Effort(lo=6, hi=7, of="rpe")), "in words only: effort 6-7"),
        (Step(metres=600, text="5k"), "in words only: 5k"),
        (Step(seconds=60, text="walk"), ""),
    ],
)
def test_what_stands_in_words_only_is_told_before_it_is_written(step: Step, why: str):
    assert fidelity(run(step)).why == why


def test_walking_breaks_say_walk():
    work = run(Repeat(times=5, steps=(Step(seconds=120), Step(seconds=60, text="walk"))))

    assert text(work) == "5x\n- Run 2m\n- Walk 1m"


@settings(max_examples=200)
@given(st.text(alphabet="-–x× 4\n mKk5:/", max_size=60))
def test_nothing_in_the_notes_is_taken_for_a_step(notes: str):
    found = text(Workout(kind=Kind.STRENGTH, title="Strength", notes=notes))

    assert not re.search(r"^\s*-", found, re.MULTILINE)
    assert not re.search(r"\d\s*[xX]\b", found)
