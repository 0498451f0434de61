"""The week's strength sessions: which cards, in which order, and what they become when the week is full."""

from __future__ import annotations

from dataclasses import replace

from surefoot.model import Catalogue, ConfigError, Dose, Kind, Programme, Settings, Slot, Workout
from surefoot.strength.minutes import fitted, whole_minutes

KEYS = "abc"
"""The slots of a week, the most important first: two by default, three on request (Blagrove 2018)."""

MINUTES = (10, 90)
"""The shortest and the longest session that can be asked for [H]."""

LIGHT_MINUTES = 15
"""A light session is never longer: it may stand on any day (``docs/reference/rules.md``)."""

CARDS = {
    "heavy": (
        (
            "squat",
            "straight-knee-calf-raise",
            "bent-knee-calf-raise",
            "wall-sit",
            "glute-bridge",
            "lateral-band-walk",
        ),
        (
            "split-squat",
            "straight-knee-calf-raise",
            "bent-knee-calf-raise",
            "hip-hinge",
            "step-up",
            "side-plank",
        ),
    ),
    "moderate": (
        (
            "squat",
            "straight-knee-calf-raise",
            "bent-knee-calf-raise",
            "glute-bridge",
            "side-plank",
            "single-leg-balance",
        ),
    ),
    "light": (("wall-sit", "lateral-band-walk", "side-plank", "dead-bug", "single-leg-balance"),),
}
"""Exercises by class, what gives way last first; the calf pair is in every loaded card."""

SHOWN = ("wall-sit", "squat", "split-squat", "hip-hinge", "step-up", "glute-bridge", "lateral-band-walk")
"""The order on the card: a hold first, then large movements; what is not named here comes after."""


def programme(settings: Settings, catalogue: Catalogue) -> Programme:
    """Return the sessions to place each week, from ``[strength]`` in surefoot.toml.

    Raises:
        ConfigError: a number that no programme can be made of.
    """
    _checked(settings)
    wanted = settings.strength
    cards = CARDS[wanted.load]
    return Programme(
        slots=tuple(
            Slot(key=key, workout=_workout(cards[place % len(cards)], wanted.load, wanted.minutes, catalogue))
            for place, key in enumerate(KEYS[: wanted.sessions])
        ),
        light=_workout(CARDS["light"][0], "light", wanted.minutes, catalogue),
    )


def halved(workout: Workout) -> Workout:
    """Return the session with half the sets, rounded up: how a block of strength work begins [H]."""
    doses = tuple(replace(dose, sets=-(-dose.sets // 2)) for dose in workout.doses)
    most = (workout.seconds or 0) // 60
    return replace(_titled(workout, doses, most), notes="Half the sets: the first two sessions of a block.")


def _workout(card: tuple[str, ...], load: str, minutes: int, catalogue: Catalogue) -> Workout:
    most = min(minutes, LIGHT_MINUTES) if load == "light" else minutes
    doses = fitted(tuple(_dose(name, catalogue) for name in card), most)
    shown = tuple(sorted(doses, key=lambda dose: _rank(dose.exercise)))
    return _titled(Workout(kind=Kind.STRENGTH, title="", focus=load), shown, most)


def _dose(name: str, catalogue: Catalogue) -> Dose:
    exercise = catalogue[name]
    return Dose(
        exercise=name,
        sets=exercise.sets,
        reps=exercise.reps,
        seconds=exercise.seconds,
        side=exercise.side,
        rest=exercise.rest,
    )


def _rank(name: str) -> int:
    return SHOWN.index(name) if name in SHOWN else len(SHOWN)


def _titled(workout: Workout, doses: tuple[Dose, ...], most: int) -> Workout:
    minutes = whole_minutes(doses, most)
    return replace(workout, doses=doses, seconds=minutes * 60, title=f"Strength {minutes} min")


def _checked(settings: Settings) -> None:
    wanted = settings.strength
    low, high = MINUTES
    if not 0 <= wanted.sessions <= len(KEYS):
        raise _refused("sessions", wanted.sessions, f"use 0 to {len(KEYS)} sessions a week")
    if not low <= wanted.minutes <= high:
        raise _refused("minutes", wanted.minutes, f"use {low} to {high} minutes a session")
    if not set(wanted.days) <= set(range(7)) or (wanted.sessions and not wanted.days):
        raise _refused("days", wanted.days, 'name one weekday or more, as ["mon", "wed", "fri"]')


def _refused(key: str, value: object, mend: str) -> ConfigError:
    return ConfigError(
        f"{key} = {value} makes no programme", where=f"surefoot.toml [strength] {key}", mend=mend
    )
