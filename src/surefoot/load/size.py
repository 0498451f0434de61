"""How much running a workout is, in metres."""

from __future__ import annotations

from surefoot.model import Activity, History, Settings, Sport, Workout

USUAL_PACE = 390  # 6:30 per km, where neither the past nor the runner says [H]
LAST_RUNS = 10
SHORTEST = 1000  # metres: below that a pace says little
SLOWEST = 900  # seconds per km: slower than 15:00 it was a walk
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


def easy_pace(history: History, settings: Settings) -> int:
    """Return the runner's easy pace in seconds per km.

    It is the median of the last ten runs that say something about a pace, in steps of 5 s, else the
    runner's own ``easy_pace``, else 6:30.
    """
    paces: list[int] = []
    for one in reversed(history.activities):
        pace = _pace(one)
        if pace is not None:
            paces.append(pace)
        if len(paces) == LAST_RUNS:
            break
    if not paces:
        return settings.runner.easy_pace or USUAL_PACE
    return sorted(paces)[len(paces) // 2] // PACE_STEP * PACE_STEP


def _pace(activity: Activity) -> int | None:
    if activity.sport is not Sport.RUN or activity.metres < SHORTEST or activity.seconds <= 0:
        return None
    pace = activity.seconds * 1000 // activity.metres
    return pace if PACE_STEP <= pace <= SLOWEST else None
