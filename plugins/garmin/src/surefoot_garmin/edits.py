"""Steps that the runner changed there: the list does not show them, so a workout is opened to be sure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from surefoot.plugin import net
from surefoot_garmin.manifest import Manifest
from surefoot_garmin.merge import Plan

KEYS = ("stepTypeKey", "conditionTypeKey", "workoutTargetTypeKey")
VALUES = (
    "stepType",
    "endCondition",
    "endConditionValue",
    "targetType",
    "targetValueOne",
    "targetValueTwo",
    "category",
    "exerciseName",
    "weightValue",
    "numberOfIterations",
)
"""What of a step a runner changes; the rest are numbers and colours of Garmin's own."""


def spare(plan: Plan, noted: Manifest, get: Callable[..., net.Answer]) -> None:
    """Take each session out of the plan's changes whose steps the runner changed since they were written.

    Raises:
        Unavailable: Garmin cannot answer, or not in a way that can be understood.
    """
    for uid, change in list(plan.changes.items()):
        record = noted.records.get(uid)
        number = change.put if change.body is not None else next(iter(change.delete), None)
        if record is None or not record.steps or number is None:
            continue
        if kept(get(f"/workout-service/workout/{number}").json(dict)) != record.steps:
            del plan.changes[uid]
            plan.updated.discard(uid)
            plan.removed.discard(uid)
            plan.skipped.add(uid)
            plan.records[uid] = record


def kept(workout: dict[str, Any]) -> str:
    """Return a digest of the steps of a workout as Garmin gives it; "" where it gives none."""
    segments = workout.get("workoutSegments")
    if not isinstance(segments, list) or not segments:
        return ""
    seen = [_steps(one.get("workoutSteps")) for one in segments if isinstance(one, dict)]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:20]


def _steps(found: object) -> list[Any]:
    if not isinstance(found, list):
        return []
    return [
        [*(_plain(one.get(name)) for name in VALUES), _steps(one.get("workoutSteps"))]
        for one in found
        if isinstance(one, dict)
    ]


def _plain(value: object) -> object:
    """A number to three places, or the name of what a record stands for."""
    if isinstance(value, dict):
        return next((str(value[key]) for key in KEYS if key in value), None)
    return round(float(value), 3) if isinstance(value, (int, float)) else value or None
