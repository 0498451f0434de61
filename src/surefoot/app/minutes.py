"""Less time today: what of the day's sessions fits into some minutes."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.app.today import today as look
from surefoot.app.word import wish
from surefoot.app.work import Work
from surefoot.load.size import easy_pace
from surefoot.load.size import metres as size
from surefoot.model import ConfigError, Kind, Resize, Session, Wish, Workout
from surefoot.schedule.resized import first_that_fit, resize, resized
from surefoot.schedule.shorten import ladder
from surefoot.store import Store
from surefoot.strength.minutes import seconds as taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One session of today and what of it fits (None: nothing); ``whole`` where all of it does."""

    session: Session
    workout: Workout | None

    @property
    def whole(self) -> bool:
        """Whether the session fits as it stands."""
        return self.workout == self.session.workout


def fits(work: Work, store: Store, minutes: int) -> tuple[Fit, ...]:
    """Return what of each session of today that is not done yet fits into ``minutes``.

    A run by distance takes its time at the runner's easy pace. A race is what it is.

    Raises:
        ConfigError: nothing was accepted yet, or nothing is left to do today.
    """
    day = look(store, work.config.settings, work.today, work.config.zone)
    open_ones = [one for one, status in day.sessions if status != "done"]
    if not open_ones:
        raise ConfigError("nothing is left to do today", mend="surefoot today")
    pace = easy_pace(work.history(store), work.config.settings)
    return tuple(
        Fit(session=one, workout=_fitting(one.workout, minutes * 60, pace, work)) for one in open_ones
    )


def wishes(found: tuple[Fit, ...], work: Work) -> tuple[Wish, ...]:
    """Return the runner's word for what is to be shorter, in order of session."""
    return tuple(
        wish(resize(one.session.uid, one.workout), work)
        for one in found
        if one.workout is not None and not one.whole
    )


def _fitting(workout: Workout, seconds: int, pace: int, work: Work) -> Workout | None:
    if workout.kind is Kind.RACE:
        return workout
    if workout.kind is Kind.STRENGTH:
        return _strength(workout, seconds)
    if not workout.kind.is_run:
        return workout if (workout.seconds or 0) <= seconds else None
    rungs = ladder(workout, pace, work.config.settings.runner.unit)
    return next((one.workout for one in reversed(rungs) if _time(one.workout, pace) <= seconds), None)


def _time(workout: Workout, pace: int) -> int:
    return workout.seconds or size(workout, pace) * pace // 1000


def _strength(workout: Workout, seconds: int) -> Workout | None:
    if not workout.doses or taken(workout.doses) <= seconds:
        return workout
    if not first_that_fit(workout.doses, seconds):
        return None
    return resized(workout, Resize(uid="", seconds=seconds))
