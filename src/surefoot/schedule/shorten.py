"""The lengths a run may be cut to, and the run at such a length.

A run by distance is cut in steps of the grid, a run by time in whole minutes, and one in repetitions by
whole repetitions from its end, as long as one is left: its warm-up and cool-down stay. What is shorter than
that is an easy run.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from surefoot.load.size import by_time
from surefoot.load.size import metres as size
from surefoot.model import Kind, Repeat, Step, Unit, Workout
from surefoot.schedule.grid import floor, steps
from surefoot.text.naming import named

SHORTEST_MINUTES = 5  # a run by time is not cut below it [H]
WARM_UP = 2000
COOL_DOWN = 1000
EASY = "Easy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One length of a run in the metres that limits count, and the workout of that length."""

    metres: int
    workout: Workout


def ladder(workout: Workout, pace: int, unit: Unit) -> tuple[Rung, ...]:
    """Return all lengths the run may have, shortest first, the last one as it stands.

    ``pace`` is the runner's easy pace in seconds per km. A run without any size has no other length.
    """
    top = Rung(metres=size(workout, pace), workout=workout)
    fewer = _fewer_repetitions(workout, pace, unit)
    least = fewer[0].metres if fewer else top.metres
    plain = easy(workout) if fewer else workout
    below = _by_minutes(plain, least, pace) if by_time(workout) else _by_grid(plain, least, unit)
    return (*below, *fewer, top)


def easy(workout: Workout) -> Workout:
    """Return the same length as an easy run; an easy, recovery or long run stays what it is."""
    kind = workout.kind if workout.kind in {Kind.RECOVERY, Kind.LONG} else Kind.EASY
    title = workout.title if workout.kind in {Kind.EASY, Kind.RECOVERY, Kind.LONG} else EASY
    return replace(workout, kind=kind, title=title, focus="", steps=())


def _by_grid(workout: Workout, least: int, unit: Unit) -> tuple[Rung, ...]:
    return tuple(Rung(metres=one, workout=_at(workout, one)) for one in steps(least, unit))


def _at(workout: Workout, metres: int) -> Workout:
    """The run at a smaller distance; a range that reaches down to it stays a range."""
    low = workout.metres if workout.upto is not None else None
    before = max(workout.upto or 0, workout.metres or 0)
    seconds = workout.seconds and max(60, workout.seconds * metres // before // 60 * 60)
    parts = _less_work(workout, before - metres)
    cut = replace(workout, metres=metres, upto=None, seconds=seconds, steps=parts)
    if low is not None and low < metres:
        cut = replace(cut, metres=low, upto=metres)
    if workout.kind is Kind.QUALITY and metres <= WARM_UP + COOL_DOWN:
        return easy(cut)
    return cut


def _less_work(workout: Workout, less: int) -> tuple[Step | Repeat, ...]:
    """The steps with so many metres taken from the longest piece of work; none where it is too short."""
    works = [
        one
        for one in workout.steps
        if isinstance(one, Step) and one.role == "work" and (one.metres or 0) > less
    ]
    if not works:
        return ()
    longest = max(works, key=lambda one: one.metres or 0)
    place = max(n for n, one in enumerate(workout.steps) if one is longest)
    shorter = replace(longest, metres=(longest.metres or 0) - less)
    return (*workout.steps[:place], shorter, *workout.steps[place + 1 :])


def _by_minutes(workout: Workout, least: int, pace: int) -> tuple[Rung, ...]:
    rungs = []
    for minutes in range(SHORTEST_MINUTES, (least * pace // 1000) // 60 + 2):
        metres = minutes * 60_000 // pace
        if metres >= least:
            break
        rungs.append(Rung(metres=metres, workout=replace(workout, seconds=minutes * 60, steps=())))
    return tuple(rungs)


def _fewer_repetitions(workout: Workout, pace: int, unit: Unit) -> tuple[Rung, ...]:
    """The session with fewer and fewer repetitions, the fewest first; none without repetitions."""
    whole = size(workout, pace)
    rungs: dict[int, Rung] = {}
    parts, less = workout.steps, 0
    while True:
        shorter = _one_less(parts)
        if shorter is None or not whole:
            return tuple(rungs[one] for one in sorted(rungs))
        parts, taken = shorter
        less += _length(taken, pace)
        cut = _with_steps(workout, parts, whole - less, pace, unit)
        metres = size(cut, pace)
        if 0 < metres < whole:
            rungs.setdefault(metres, Rung(metres=metres, workout=cut))


def _one_less(parts: tuple[Step | Repeat, ...]) -> tuple[tuple[Step | Repeat, ...], Repeat] | None:
    """The steps without the last repetition, and what was taken; None where one is all there is."""
    places = [n for n, one in enumerate(parts) if isinstance(one, Repeat)]
    for place in reversed(places):
        repeat = parts[place]
        assert isinstance(repeat, Repeat)
        if repeat.times > 1:
            fewer = replace(repeat, times=repeat.times - 1)
            return (*parts[:place], fewer, *parts[place + 1 :]), repeat
        if place != places[0]:
            return (*parts[:place], *parts[place + 1 :]), repeat
    return None


def _length(repeat: Repeat, pace: int) -> int:
    """One repetition in metres; time on foot counts at the easy pace, standing still counts nothing."""
    return sum(
        one.metres if one.metres is not None else (one.seconds or 0) * 1000 // pace
        for one in repeat.steps
        if one.metres is not None or one.role != "rest"
    )


def _shorter_cool_down(parts: tuple[Step | Repeat, ...], less: int) -> tuple[Step | Repeat, ...]:
    """What lies between whole repetitions and the grid comes off the cool-down, where it is long enough."""
    last = parts[-1] if parts else None
    if isinstance(last, Step) and last.role == "cooldown" and last.metres is not None and last.metres > less:
        return (*parts[:-1], replace(last, metres=last.metres - less))
    return parts


def _with_steps(
    workout: Workout, parts: tuple[Step | Repeat, ...], metres: int, pace: int, unit: Unit
) -> Workout:
    """The run with these steps, its length rounded down to whole minutes or to the grid."""
    title = workout.title
    if title == named(workout.kind, workout.focus, title, workout.steps):
        title = named(workout.kind, workout.focus, title, parts)
    cut = replace(workout, title=title, steps=parts)
    if by_time(workout):
        return replace(cut, seconds=max(0, metres * pace // 60_000 * 60))
    before = max(workout.upto or 0, workout.metres or 0)
    metres, over = floor(max(0, metres), unit), metres
    cut = replace(cut, steps=_shorter_cool_down(parts, over - metres))
    seconds = workout.seconds and max(60, workout.seconds * metres // before // 60 * 60)
    return replace(cut, metres=metres, upto=None, seconds=seconds)
