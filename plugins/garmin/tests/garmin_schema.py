"""What Garmin's workouts are made of, by its own list of workout types: written down here for the tests."""

from __future__ import annotations

import json
from typing import Any

SPORTS = {(1, "running"), (3, "other"), (5, "strength_training")}
STEPS = {(1, "warmup"), (2, "cooldown"), (3, "interval"), (4, "recovery"), (5, "rest")}
ENDS = {(1, "lap.button"), (2, "time"), (3, "distance"), (10, "reps")}
TARGETS = {(1, "no.target"), (4, "heart.rate.zone"), (6, "pace.zone")}
WORKOUT = {"workoutName", "description", "sportType", "estimatedDurationInSecs", "workoutSegments"}
GROUP = {
    "type",
    "stepOrder",
    "stepType",
    "numberOfIterations",
    "smartRepeat",
    "endCondition",
    "endConditionValue",
    "workoutSteps",
}
NEEDED = {"type", "stepOrder", "stepType", "endCondition", "targetType"}
ALLOWED = NEEDED | {
    "endConditionValue",
    "targetValueOne",
    "targetValueTwo",
    "description",
    "category",
    "exerciseName",
    "weightValue",
    "weightUnit",
}


def pair(one: dict[str, Any], id_: str, key: str) -> tuple[int, str]:
    assert set(one) == {id_, key}
    return one[id_], one[key]


def assert_fits(sent: dict[str, Any]) -> None:
    """Hold a workout against the schema: its fields, their types, and the ids that belong to the keys."""
    assert set(sent) == WORKOUT
    assert 0 < len(sent["workoutName"]) <= 80
    assert len(sent["description"]) <= 1024
    assert isinstance(sent["estimatedDurationInSecs"], int)
    (segment,) = sent["workoutSegments"]
    assert set(segment) == {"segmentOrder", "sportType", "workoutSteps"}
    assert segment["sportType"] == sent["sportType"]
    assert pair(sent["sportType"], "sportTypeId", "sportTypeKey") in SPORTS
    assert segment["workoutSteps"]
    orders: list[int] = []
    for one in segment["workoutSteps"]:
        assert_step(one, orders, inside=False)
    assert orders == list(range(1, len(orders) + 1))
    assert json.loads(json.dumps(sent)) == sent


def assert_step(one: dict[str, Any], orders: list[int], *, inside: bool) -> None:
    orders.append(one["stepOrder"])
    if one["type"] == "RepeatGroupDTO":
        assert not inside
        assert set(one) == GROUP
        assert pair(one["stepType"], "stepTypeId", "stepTypeKey") == (6, "repeat")
        assert pair(one["endCondition"], "conditionTypeId", "conditionTypeKey") == (7, "iterations")
        assert one["numberOfIterations"] == one["endConditionValue"] >= 1
        for step in one["workoutSteps"]:
            assert_step(step, orders, inside=True)
        return
    assert one["type"] == "ExecutableStepDTO"
    assert NEEDED <= set(one) <= ALLOWED
    assert pair(one["stepType"], "stepTypeId", "stepTypeKey") in STEPS
    end = pair(one["endCondition"], "conditionTypeId", "conditionTypeKey")
    assert end in ENDS
    assert ("endConditionValue" in one) == (end[1] != "lap.button")
    assert one.get("endConditionValue", 1.0) > 0
    target = pair(one["targetType"], "workoutTargetTypeId", "workoutTargetTypeKey")
    assert target in TARGETS
    assert ("targetValueOne" in one) == ("targetValueTwo" in one) == (target[1] != "no.target")
    assert one.get("targetValueOne", 0.0) <= one.get("targetValueTwo", 0.0)
    if target[1] == "pace.zone":
        assert 1 < one["targetValueOne"] < 8  # metres a second
    assert ("category" in one) == ("exerciseName" in one)
    assert ("weightValue" in one) == ("weightUnit" in one)
