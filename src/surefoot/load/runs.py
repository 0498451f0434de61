"""The runs that were really done, one for each time the runner went out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from surefoot.load import size
from surefoot.load.pairing import RESTART
from surefoot.model import Activity, History, Kind, Schedule, Session, Settings, Sport


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run on one day: whole metres, timer seconds; ``id`` is its first activity's or its session's."""

    day: date
    metres: int
    seconds: int
    race: bool = False
    id: str = ""


def runs_done(history: History, kept: Schedule | None, settings: Settings) -> tuple[Run, ...]:
    """Return all runs up to and including ``history.until``, in order of day.

    Recordings that were restarted within 30 min are one run. A run is a race where ``kept`` has a race on
    its day that it is nearest to in distance. Where nothing records (``history.assumed``), the sessions of
    ``kept`` count as done as planned on all days without a recorded run: also today's, which is the
    caller's to leave out while it is open.
    """
    done = tuple(_joined(history))
    sessions = tuple(s for s in (kept.sessions if kept else ()) if s.workout.kind.is_run)
    pace = size.easy_pace(history, settings, sessions)
    done = _with_races(done, sessions, pace)
    if not history.assumed:
        return done
    recorded = {run.day for run in done}
    assumed = (_assumed(s, pace) for s in sessions if s.day <= history.until and s.day not in recorded)
    return tuple(sorted((*done, *assumed), key=lambda run: (run.day, run.id)))


def _joined(history: History) -> Iterator[Run]:
    """Each outing once. Activities stand in order of start."""
    run: Run | None = None
    end: datetime | None = None
    for one in history.activities:
        if one.sport is not Sport.RUN or one.day > history.until:
            continue
        if run is not None and end is not None and one.start - end <= RESTART:
            run = replace(run, metres=run.metres + one.metres, seconds=run.seconds + one.seconds)
            end = max(end, _end(one))
            continue
        if run is not None:
            yield run
        run, end = Run(day=one.day, metres=one.metres, seconds=one.seconds, id=one.id), _end(one)
    if run is not None:
        yield run


def _end(activity: Activity) -> datetime:
    return activity.start + timedelta(seconds=activity.elapsed or activity.seconds)


def _with_races(runs: tuple[Run, ...], sessions: tuple[Session, ...], pace: int) -> tuple[Run, ...]:
    races = {s.day: size.metres(s.workout, pace) for s in sessions if s.workout.kind is Kind.RACE}
    raced: dict[date, Run] = {}
    for run in runs:
        if run.day in races:
            best = raced.get(run.day, run)
            raced[run.day] = min(best, run, key=lambda one: abs(one.metres - races[one.day]))
    return tuple(replace(run, race=True) if raced.get(run.day) is run else run for run in runs)


def _assumed(session: Session, pace: int) -> Run:
    length = size.metres(session.workout, pace)
    seconds = session.workout.seconds or length * pace // 1000
    race = session.workout.kind is Kind.RACE
    return Run(day=session.day, metres=length, seconds=seconds, race=race, id=session.uid)
