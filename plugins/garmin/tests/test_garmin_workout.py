"""Sessions as Garmin's JSON, held against what Garmin's own list of workout types knows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from garmin_schema import assert_fits

from surefoot.plugin import (
    Dose,
    Effort,
    Kind,
    Repeat,
    Session,
    Step,
    Workout,
)
from surefoot.testing import TODAY
from surefoot_garmin.exercises import KNOWN
from surefoot_garmin.workout import body, fidelity, uid


def session(workout: Workout) -> Session:
    return Session(uid="w1/tue", day=TODAY, workout=workout)


def steps(workout: Workout) -> list[dict[str, Any]]:
    return body(session(workout))["workoutSegments"][0]["workoutSteps"]


INTERVALS = Workout(
    kind=Kind.QUALITY,
    title="Intervals 8.0 km",
    metres=8000,
    steps=(
        Step(role="warmup", metres=2000),
        Repeat(
            times=6,
            steps=(
                Step(metres=600, effort=Effort(lo=300, hi=285, of="pace")),
                Step(role="recovery", seconds=90),
            ),
        ),
        Step(seconds=600, effort=Effort(lo=140, hi=150, of="hr")),
        Step(seconds=60, effort=Effort(lo=6, hi=7, of="rpe")),
        Step(metres=400, text="5k"),
        Step(role="cooldown"),
    ),
)
STRENGTH = Workout(
    kind=Kind.STRENGTH,
    title="Strength",
    seconds=1800,
    doses=(
        Dose(exercise="goblet-squat", sets=3, reps=8, load_g=12_000),
        Dose(exercise="side-plank", sets=2, seconds=30, side="each"),
        Dose(exercise="spanish-squat", sets=3, reps=8, side="each", rest=0),
    ),
)


def test_every_kind_of_session_fits_garmins_schema() -> None:
    for kind in Kind:
        for one in (
            Workout(kind=kind, title=kind.value, metres=5000),
            Workout(kind=kind, title=kind.value, seconds=1800, notes="Easy.\n" * 400),
            Workout(kind=kind, title=kind.value * 40),
        ):
            assert_fits(body(session(one)))
    assert_fits(body(session(INTERVALS)))
    assert_fits(body(session(STRENGTH)))


def test_intervals_are_steps_repeats_and_targets() -> None:
    warm, group, heart, effort, named, cool = steps(INTERVALS)

    assert (warm["stepType"]["stepTypeKey"], warm["endConditionValue"]) == ("warmup", 2000.0)
    assert group["numberOfIterations"] == 6
    work, jog = group["workoutSteps"]
    assert (work["targetValueOne"], work["targetValueTwo"]) == (3.3333, 3.5088)
    assert (jog["endCondition"]["conditionTypeKey"], jog["endConditionValue"]) == ("time", 90.0)
    assert (heart["targetValueOne"], heart["targetValueTwo"]) == (140.0, 150.0)
    assert (effort["description"], named["description"]) == ("effort 6-7", "5k")
    assert cool["endCondition"]["conditionTypeKey"] == "lap.button"


def test_strength_is_sets_of_garmins_exercises_or_of_names() -> None:
    squat, plank, other = steps(STRENGTH)

    lift, rest = squat["workoutSteps"]
    assert (lift["category"], lift["exerciseName"], lift["weightValue"]) == (
        "SQUAT",
        "GOBLET_SQUAT",
        12_000.0,
    )
    assert (lift["endCondition"]["conditionTypeKey"], lift["endConditionValue"]) == ("reps", 8.0)
    assert rest["stepType"]["stepTypeKey"] == "rest"
    assert [one.get("description") for one in plank["workoutSteps"]] == ["left", "right", None]
    (named,) = other["workoutSteps"]
    assert (named["description"], "category" in named) == ("Spanish squat, each side", False)


def test_it_says_before_what_a_watch_will_not_lead_through() -> None:
    assert fidelity(Workout(kind=Kind.EASY, title="Easy", metres=5000)).level == "exact"
    assert fidelity(Workout(kind=Kind.REST, title="Rest")).level == "unsupported"
    said = fidelity(INTERVALS)
    assert (said.level, said.why) == ("degraded", "in words only: 5k, effort 6-7")
    assert fidelity(STRENGTH).level == "exact"
    assert "lap button" in fidelity(Workout(kind=Kind.CROSS, title="Swim")).why
    assert "cut off" in fidelity(replace(STRENGTH, doses=(), notes="Slow. " * 300)).why


def test_a_mark_is_found_again_and_nothing_else_is_taken_for_one() -> None:
    assert uid(body(session(INTERVALS))["description"]) == "w1/tue"
    assert uid(body(session(replace(INTERVALS, notes="surefoot:other\n" * 200)))["description"]) == "w1/tue"
    for foreign in (None, "", 7, "my surefoot:plan", "surefoot:a b", "see surefoot:x for more"):
        assert uid(foreign) is None


def test_garmin_knows_each_exercise_that_is_sent_by_name() -> None:
    listed = pytest.importorskip("garminconnect.exercises", reason="0.3.2 has no list")
    known = {(category, name) for _, category, name in listed._RAW}
    assert sorted(set(KNOWN.values()) - known) == []
