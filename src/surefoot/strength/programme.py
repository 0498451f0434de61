"""The week's strength sessions: for what hurts, with what there is, in the time there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from surefoot.model import Catalogue, ConfigError, Diary, Programme, Settings, Slot, Workout
from surefoot.strength.doses import profiled
from surefoot.strength.kitchen import Kitchen, titled
from surefoot.strength.pool import pool
from surefoot.strength.standing import standing

KEYS = "abc"
"""The slots of a week, the most important first: two by default, three on request (Blagrove 2018)."""

MINUTES = (10, 90)
"""The shortest and the longest session that can be asked for [H]."""

HALF = "Half the sets: the first two sessions of a block."
"""What the notes of a session say whose sets are halved."""

SILENT = Diary()


def programme(
    settings: Settings, catalogue: Catalogue, *, diary: Diary = SILENT, today: date = date.min
) -> Programme:
    """Return the sessions to place each week, from ``[strength]`` in surefoot.toml and the diary.

    Raises:
        ConfigError: a number that no programme can be made of.
    """
    _checked(settings, catalogue)
    wanted = settings.strength
    known = profiled(catalogue, wanted.dose)
    asked = pool(wanted, known, diary, today)
    if asked.is_paused:
        return Programme(notes=asked.notes, waits=asked.waits)
    reached = standing(diary, known, equipment=wanted.equipment, strict=wanted.pain == "strict", today=today)
    kitchen = Kitchen(wanted=wanted, catalogue=known, pool=asked, reached=reached, today=today)
    slots: list[Slot] = []
    for place, key in enumerate(KEYS[: wanted.sessions]):
        used = frozenset(dose.exercise for slot in slots for dose in slot.workout.doses)
        slots.append(Slot(key=key, workout=kitchen.session(key, place, used)))
    return Programme(
        slots=tuple(slots),
        light=kitchen.light(),
        holds=kitchen.holds(),
        notes=asked.notes,
        waits=asked.waits,
    )


def halved(workout: Workout) -> Workout:
    """Return the session with half the sets, rounded up: how a block of strength work begins [H]."""
    doses = tuple(replace(dose, sets=-(-dose.sets // 2)) for dose in workout.doses)
    most = (workout.seconds or 0) // 60
    notes = "\n".join(part for part in (HALF, workout.notes) if part)
    return replace(titled(workout, doses, most), notes=notes)


def _checked(settings: Settings, catalogue: Catalogue) -> None:
    wanted = settings.strength
    low, high = MINUTES
    if not 0 <= wanted.sessions <= len(KEYS):
        raise _refused("sessions", wanted.sessions, f"use 0 to {len(KEYS)} sessions a week")
    if not low <= wanted.minutes <= high:
        raise _refused("minutes", wanted.minutes, f"use {low} to {high} minutes a session")
    if not set(wanted.days) <= set(range(7)) or (wanted.sessions and not wanted.days):
        raise _refused("days", wanted.days, 'name one weekday or more, as ["mon", "wed", "fri"]')
    known = {one.id for one in catalogue.exercises}
    for key, names in (("favourites", wanted.favourites), ("without", wanted.without)):
        for name in names:
            if name not in known:
                raise _refused(key, name, "surefoot strength --all lists the exercises")


def _refused(key: str, value: object, mend: str) -> ConfigError:
    return ConfigError(
        f"{key} = {value} makes no programme", where=f"surefoot.toml [strength] {key}", mend=mend
    )
