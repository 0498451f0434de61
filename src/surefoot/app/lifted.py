"""Strength that was done: which session it was, and what of each exercise."""

from __future__ import annotations

from dataclasses import dataclass, replace

from surefoot.app.strength import exercise
from surefoot.app.work import Work
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import ConfigError, Diary, Dose, Kind, Lifted, Session
from surefoot.store import Store
from surefoot.strength.counted import counted_for
from surefoot.strength.doses import dosed, profiled
from surefoot.strength.standing import standing
from surefoot.text.days import day_name
from surefoot.text.did import Did


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What goes into the diary, and a sentence on the session it was counted for; "" for the day's own."""

    entries: tuple[Lifted, ...]
    said: str


def done(work: Work, store: Store, lifted: Lifted, named: Lifted | None = None) -> Done:
    """Return the entries for a whole session, or the one that was ``named``, and what they count for.

    A session is kept exercise by exercise, each with its dose, so the diary alone says what was done. Sets
    are left out, and so is a dose that was cut to fit the minutes: as much as there was room for is all that
    was asked. On a day without a session it is the week's nearest open one; where none is, it was extra.
    """
    diary = store.diary(work.today)
    first = week_start(lifted.day, work.config.settings.runner.week_starts)
    schedule = store.accepted(first, first + WEEK).schedule
    week = tuple(one for one in (schedule.sessions if schedule else ()) if first <= one.day < first + WEEK)
    session = _micro(lifted, week) or counted_for(lifted.day, first, week, diary)
    said = _said(session, lifted, week)
    if named is not None:
        return Done(entries=(named,), said=said)
    doses = session.workout.doses if session else ()
    entries = tuple(_entry(dose, lifted, work, diary) for dose in doses)
    missing = (
        "" if entries or not week else " To move exercises on, name them: surefoot log strength squat 3x10"
    )
    return Done(entries=entries or (lifted,), said=f"{said}{missing}".strip())


def one_exercise(word: str, did: Did, lifted: Lifted, work: Work) -> Lifted:
    """Return the entry for one exercise.

    Raises:
        ConfigError: there is no such exercise, or a hold was given repetitions.
    """
    found = exercise(word, work)
    if did.seconds and found.reps:
        raise ConfigError(
            f"{found.name} is counted in repetitions", mend=f"surefoot log strength {found.id} 3x10"
        )
    if did.reps and not found.reps:
        raise ConfigError(
            f"{found.name} is held, so it is counted in seconds",
            mend=f"surefoot log strength {found.id} 4x{did.reps}s",
        )
    return replace(
        lifted, exercise=found.id, sets=did.sets, reps=did.reps, seconds=did.seconds, load_g=did.load_g
    )


def _micro(lifted: Lifted, week: tuple[Session, ...]) -> Session | None:
    """The day's holds, where the day has nothing else."""
    here = [one for one in week if one.day == lifted.day]
    if any(one.workout.kind is Kind.STRENGTH for one in here):
        return None
    return next((one for one in here if one.workout.kind is Kind.MICRO), None)


def _entry(dose: Dose, lifted: Lifted, work: Work, diary: Diary) -> Lifted:
    asked = _asked(dose, lifted, work, diary)
    return Lifted(
        day=lifted.day,
        exercise=dose.exercise,
        reps=_full(dose.reps, asked.reps),
        seconds=None if dose.reps else _full(dose.seconds, asked.seconds),
        load_g=dose.load_g,
        pain=lifted.pain,
    )


def _asked(dose: Dose, lifted: Lifted, work: Work, diary: Diary) -> Dose:
    """The dose that would have been asked for with all the time there is."""
    wanted = work.config.settings.strength
    known = profiled(work.catalogue, wanted.dose)
    before = Diary(entries=tuple(one for one in diary.entries if one.day < lifted.day))
    strict = wanted.pain == "strict"
    reached = standing(before, known, equipment=wanted.equipment, strict=strict, today=lifted.day)
    found = known.known((dose.exercise,))
    return dosed(found[0], reached.get(dose.exercise), "both") if found else dose


def _full(done: int | None, asked: int | None) -> int | None:
    return done if done is None or asked is None or done >= asked else None


def _said(session: Session | None, lifted: Lifted, week: tuple[Session, ...]) -> str:
    """Nothing on a day with its own session, and before the first sync."""
    if not week or (session and session.day == lifted.day):
        return ""
    if session is None:
        return "Extra: no strength session of this week is open. It counts as strength all the same."
    day = day_name(session.day)
    if session.day < lifted.day:
        return f"Counted for the session of {day}."
    alone = sum(one.day == session.day and one.workout.kind is not Kind.REST for one in week) == 1
    skip = f" To take it out: surefoot skip {session.day}" if alone else ""
    return f"Taken for the session of {day}, done early; that one still stands.{skip}"
