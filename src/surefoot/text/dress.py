"""A schedule ready to be shown in a calendar: every title and note written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from surefoot.model import Catalogue, Kind, Reason, Schedule, Session, Unit, Workout
from surefoot.text.card import strength_card
from surefoot.text.steps import steps
from surefoot.text.title import title

STRENGTH = frozenset({Kind.STRENGTH, Kind.MICRO})

HEALTH = frozenset({"pain", "illness"})
"""Policies whose reasons say something of the runner's health."""

DISCREET = "Lighter for now; surefoot why says more."


def dress(schedule: Schedule, catalogue: Catalogue, *, unit: Unit, health: bool) -> Schedule:
    """Write out each session's title and notes. Words about health are left out unless ``health``."""
    return replace(
        schedule,
        sessions=tuple(_dressed(one, catalogue, unit, health) for one in schedule.sessions),
        dropped=tuple(_dressed(one, catalogue, unit, health) for one in schedule.dropped),
    )


def busy(schedule: Schedule) -> Schedule:
    """Keep days, hours and lengths; say nothing of what is done and why."""

    def plain(session: Session) -> Session:
        workout = replace(session.workout, title="Training", steps=(), doses=(), notes="")
        return replace(session, workout=workout, reasons=())

    return replace(
        schedule,
        sessions=tuple(plain(one) for one in schedule.sessions),
        dropped=tuple(plain(one) for one in schedule.dropped),
    )


def _dressed(session: Session, catalogue: Catalogue, unit: Unit, health: bool) -> Session:
    reasons = tuple(_discreet(one, health) for one in session.reasons)
    workout = replace(
        session.workout,
        title=title(session.workout, unit),
        notes=description(replace(session, reasons=reasons), catalogue, unit),
    )
    return replace(session, workout=workout, reasons=reasons)


def _discreet(reason: Reason, health: bool) -> Reason:
    return reason if health or reason.rule not in HEALTH else replace(reason, text=DISCREET)


def description(session: Session, catalogue: Catalogue, unit: Unit) -> str:
    """Return what to do and, where it was changed, why. Ends with the session's uid."""
    if session.workout.kind in STRENGTH:
        why = " ".join(dict.fromkeys(reason.text for reason in session.reasons))
        return strength_card(session.workout, catalogue, why=why, uid=session.uid)
    return "\n".join((*_run(session.workout, unit), *_why(session), f"surefoot · {session.uid}"))


def _run(workout: Workout, unit: Unit) -> Iterator[str]:
    if workout.notes:
        yield from (workout.notes, "")
    lines = steps(workout, unit)
    if lines:
        yield from lines
        if workout.metres is not None:
            yield f"{title(workout, unit)} with warm-up, recoveries and cool-down."
        yield ""


def _why(session: Session) -> Iterator[str]:
    texts = tuple(dict.fromkeys(reason.text for reason in session.reasons))
    if texts:
        yield from ("Why it changed:", *texts, "")
