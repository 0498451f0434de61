"""The shapes of ``strength --json``, documented in ``docs/reference/json.md``: keys are only ever added."""

from __future__ import annotations

from typing import Any

from surefoot.app.strength import Strength
from surefoot.model import Dose, Exercise, Workout
from surefoot.text.encode import encode


def strength(found: Strength) -> dict[str, Any]:
    """Everything that ``strength`` shows of the week."""
    made = found.programme
    return {
        "stage": found.stage,
        "complaints": list(found.complaints),
        "sessions": [{"key": one.key, **_workout(one.workout)} for one in made.slots],
        "light": _workout(made.light) if made.light else None,
        "holds": _workout(made.holds) if made.holds else None,
        "notes": list(made.notes),
        "due": [{"test": test, "how": how} for test, how in found.due],
    }


def exercise(one: Exercise) -> dict[str, Any]:
    """EXERCISE: all that is known of one."""
    found = encode(one)
    assert isinstance(found, dict)
    return found


def _workout(one: Workout) -> dict[str, Any]:
    return {
        "title": one.title,
        "load": one.focus,
        "seconds": one.seconds,
        "notes": one.notes,
        "doses": [_dose(each) for each in one.doses],
    }


def _dose(one: Dose) -> dict[str, Any]:
    found = encode(one)
    assert isinstance(found, dict)
    return found
