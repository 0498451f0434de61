"""Which run fulfilled which session, which runs were extra, and which sessions were missed.

A run fulfils the nearest open session of its week: the race before anything else on race day, then a
session of about its length (within 30 %), then the nearest day, and of two equally near the earlier
one. One run fulfils one session; the rest is extra, and counts towards every sum all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from surefoot.load.weeks import week_start
from surefoot.model import Activity, Kind, Session, Sport, Workout

if TYPE_CHECKING:
    from surefoot.model import History, Settings

RESTART = timedelta(minutes=30)  # [H]: a watch that was stopped and started again is one run

_Rank = tuple[bool, bool, int, date, str, Activity]


class Pairing(NamedTuple):
    """What became of the run sessions, by uid, in order of day and uid.

    ``done`` gives each fulfilled session its run, ``extra`` the runs that fulfil none, in order of
    start. ``presumed`` are sessions that count as done as planned because no source is configured.
    A session in none of these is still open, or its day is not known.
    """

    done: tuple[tuple[str, Activity], ...] = ()
    extra: tuple[Activity, ...] = ()
    presumed: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


def pair(sessions: Iterable[Session], activities: Iterable[Activity], settings: Settings) -> Pairing:
    """Return which run fulfils which session; the order of the arguments does not matter.

    Among all open pairs of one week the best is taken first. A session on a later day than the run is
    fulfilled only by a run of about its length: a short jog on Monday is not Sunday's long run.
    Recordings restarted within 30 min are one run, with the id of the first.
    """
    runs = _outings(sorted((one for one in activities if one.sport is Sport.RUN), key=_when))
    wanted = sorted((one for one in sessions if one.workout.kind.is_run), key=_where)
    fulfilled: dict[str, Activity] = {}
    spent: set[tuple[str, str]] = set()
    for week_sessions, week_runs in _weeks(wanted, runs, settings.runner.week_starts):
        for *_, uid, run in sorted(_ranks(week_sessions, week_runs), key=_key):
            if uid not in fulfilled and (run.source, run.id) not in spent:
                fulfilled[uid] = run
                spent.add((run.source, run.id))

    return Pairing(
        done=tuple((one.uid, fulfilled[one.uid]) for one in wanted if one.uid in fulfilled),
        extra=tuple(run for run in runs if (run.source, run.id) not in spent),
    )


def look_back(sessions: Sequence[Session], *, history: History, settings: Settings, today: date) -> Pairing:
    """Return the pairing with what the days before ``today`` say of the sessions no run fulfils.

    A session counts as missed only where its day is known: not before ``history.since`` and in no
    unknown span. Without any source all runs before today count as done as planned.
    """
    pairing = pair(sessions, history.activities, settings)
    done = {uid for uid, _ in pairing.done}
    past = sorted((one for one in sessions if one.workout.kind.is_run and one.day < today), key=_where)
    open_ones = [one for one in past if one.uid not in done]
    if history.assumed:
        presumed = tuple(one.uid for one in open_ones)
        return Pairing(done=pairing.done, extra=pairing.extra, presumed=presumed)
    missed = tuple(one.uid for one in open_ones if _is_known(one.day, history))
    return Pairing(done=pairing.done, extra=pairing.extra, missed=missed)


def _outings(recordings: Iterable[Activity]) -> list[Activity]:
    """Put recordings that were restarted, in order of start, together again."""
    runs: list[Activity] = []
    end: datetime | None = None
    for one in recordings:
        until = one.start + timedelta(seconds=one.elapsed or one.seconds)
        if end is not None and one.start - end <= RESTART:
            first, end = runs.pop(), max(end, until)
            runs.append(replace(first, metres=first.metres + one.metres, seconds=first.seconds + one.seconds))
        else:
            runs.append(one)
            end = until
    return runs


def _when(activity: Activity) -> tuple[float, str, str]:
    return activity.start.timestamp(), activity.source, activity.id


def _where(session: Session) -> tuple[date, str]:
    return session.day, session.uid


def _weeks(
    sessions: list[Session], runs: list[Activity], starts: int
) -> Iterator[tuple[list[Session], list[Activity]]]:
    by_week: defaultdict[date, list[Activity]] = defaultdict(list)
    for run in runs:
        by_week[week_start(run.day, starts)].append(run)
    wanted: defaultdict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        wanted[week_start(session.day, starts)].append(session)
    for week in sorted(wanted):
        yield wanted[week], by_week[week]


def _ranks(sessions: list[Session], runs: list[Activity]) -> Iterator[_Rank]:
    for session in sessions:
        for run in runs:
            is_race = session.workout.kind is Kind.RACE
            fits = _is_about(session.workout, run)
            gap = abs((session.day - run.day).days)
            if (is_race and gap) or (session.day > run.day and not fits):
                continue
            yield not is_race, not fits, gap, session.day, session.uid, run


def _key(rank: _Rank) -> tuple[bool, bool, int, date, str, float, str, str]:
    return *rank[:-1], *_when(rank[-1])


def _is_about(workout: Workout, run: Activity) -> bool:
    """Whether the run is within 30 % of the workout, by distance, else by time."""
    least, most, ran = workout.metres or workout.upto, workout.upto or workout.metres, run.metres
    if least is None or most is None:
        least, most, ran = workout.seconds, workout.seconds, run.seconds
    if least is None or most is None:
        return False
    return 7 * least <= 10 * ran <= 13 * most


def _is_known(day: date, history: History) -> bool:
    if history.since is None or not history.since <= day <= history.until:
        return False
    return not any(span.since <= day <= span.until for span in history.unknown)
