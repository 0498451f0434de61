"""How much running a workout is, in metres."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from surefoot.load.pairing import pair
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Activity, History, Kind, Session, Settings, Sport, Workout

USUAL_PACE = 390  # 6:30 per km, where neither the past nor the runner says [H]
LAST_RUNS = 10
SHORTEST = 1000  # metres: below that a pace says little
SLOWEST = 900  # seconds per km: slower than 15:00 it was a walk
HARD = frozenset({Kind.QUALITY, Kind.RACE})
PACE_STEP = 5  # seconds: a pace that moves less from day to day moves fewer events


def metres(workout: Workout, easy_pace: int) -> int:
    """Return the whole metres that limits and volumes count; 0 for what is no run or has no size.

    A range counts with its upper end, a run by time at ``easy_pace`` (seconds per km).
    """
    if not workout.kind.is_run:
        return 0
    if workout.upto is not None or workout.metres is not None:
        return max(workout.upto or 0, workout.metres or 0)
    return (workout.seconds or 0) * 1000 // easy_pace


def by_time(workout: Workout) -> bool:
    """Whether the workout is a run whose distance is an estimate."""
    return workout.kind.is_run and workout.metres is None and workout.upto is None and bool(workout.seconds)


def uncounted(workout: Workout) -> bool:
    """Whether the workout is a run with neither distance nor time."""
    return workout.kind.is_run and not (workout.metres or workout.upto or workout.seconds)


def easy_pace(history: History, settings: Settings, sessions: Iterable[Session] = ()) -> int:
    """Return the runner's easy pace in seconds per km.

    It is the median of the last ten easy runs that say something about a pace, in steps of 5 s, else the
    runner's own ``easy_pace``, else 6:30. A run that fulfilled a quality session or a race of ``sessions``
    is not easy; one that fulfilled none counts as easy, since most runs are.
    """
    paces: list[int] = []
    for one in _easy(history, settings, sessions):
        pace = _pace(one)
        if pace is not None:
            paces.append(pace)
        if len(paces) == LAST_RUNS:
            break
    if not paces:
        return settings.runner.easy_pace or USUAL_PACE
    return sorted(paces)[len(paces) // 2] // PACE_STEP * PACE_STEP


def _easy(history: History, settings: Settings, sessions: Iterable[Session]) -> Iterator[Activity]:
    """The runs that were not hard, newest first; only weeks with a hard session need to be paired."""
    starts = settings.runner.week_starts
    wanted = _hard_weeks(sessions, history, starts)
    for week, found in groupby(reversed(history.activities), key=lambda one: week_start(one.day, starts)):
        if week not in wanted:
            yield from found
            continue
        pairing = pair(wanted[week], found, settings)
        hard = {one.uid for one in wanted[week] if one.workout.kind in HARD}
        easy = (*pairing.extra, *(run for uid, run in pairing.done if uid not in hard))
        yield from sorted(easy, key=lambda one: (one.start, one.source, one.id), reverse=True)


def _hard_weeks(sessions: Iterable[Session], history: History, starts: int) -> dict[date, list[Session]]:
    """All runs of each week up to now that has a hard one."""
    weeks: defaultdict[date, list[Session]] = defaultdict(list)
    for one in sessions:
        if one.workout.kind.is_run and one.day <= history.until + WEEK:
            weeks[week_start(one.day, starts)].append(one)
    return {week: runs for week, runs in weeks.items() if any(one.workout.kind in HARD for one in runs)}


def _pace(activity: Activity) -> int | None:
    if activity.sport is not Sport.RUN or activity.metres < SHORTEST or activity.seconds <= 0:
        return None
    pace = activity.seconds * 1000 // activity.metres
    return pace if PACE_STEP <= pace <= SLOWEST else None
