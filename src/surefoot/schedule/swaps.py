"""The runs of one week by day: which may move, which are hard, and how two change places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from surefoot.load.weeks import WEEK
from surefoot.model import Kind, Reason, Session

HARD = frozenset({Kind.QUALITY, Kind.LONG, Kind.RACE})
FITS = {"easy": frozenset({Kind.EASY, Kind.RECOVERY})}


def movable(sessions: Iterable[Session], day: date | None = None) -> tuple[Session, ...]:
    """Runs and cross-training, of one day or all; a race moves for nothing."""
    return tuple(
        one
        for one in sessions
        if counts(one) and one.workout.kind is not Kind.RACE and day in (None, one.day)
    )


def counts(one: Session) -> bool:
    """Whether it takes the day's running: a run or cross-training."""
    return one.workout.kind.is_run or one.workout.kind is Kind.CROSS


def is_for(one: Session, word: str) -> bool:
    """Whether a day that is for ``word`` is for this session; none is for ``rest``."""
    return one.workout.kind in FITS.get(word, {word}) and word != "rest"


def hard_around(one: Session, day: date, week: dict[str, Session]) -> int:
    """How many hard days lie beside ``day``, where the run itself is hard."""
    if one.workout.kind not in HARD:
        return 0
    return sum(
        each.workout.kind in HARD and abs((each.day - day).days) == 1
        for each in week.values()
        if each.uid != one.uid
    )


def hard_near(day: date, week: dict[str, Session]) -> int:
    """How much strength on ``day`` is in the way of hard days: on the day before most, then on the day."""
    hard = {one.day for one in week.values() if one.workout.kind in HARD}
    return 2 * (day + timedelta(days=1) in hard) + (day in hard)


def meetings(sessions: Iterable[Session]) -> int:
    """How many hard days follow right on another."""
    hard = {one.day for one in sessions if one.workout.kind in HARD}
    return sum(day + timedelta(days=1) in hard for day in hard)


def near(day: date, other: date) -> tuple[int, date]:
    """The order in which other days are tried: the nearest first, of two the earlier."""
    return abs((other - day).days), other


def days(start: date) -> Iterator[date]:
    """The seven days of the week that begins on ``start``."""
    return (start + timedelta(days=n) for n in range(WEEK.days))


def swap(one: Session, other: Session, reason: Reason, week: dict[str, Session]) -> None:
    """Let two sessions of a week change places, both with the reason."""
    week[one.uid], week[other.uid] = on(one, other.day, reason), on(other, one.day, reason)


def on(one: Session, day: date, reason: Reason) -> Session:
    """The session on another day, with the reason once."""
    return replace(one, day=day, reasons=tuple(dict.fromkeys((*one.reasons, reason))))
