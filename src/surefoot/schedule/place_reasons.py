"""Why a strength session stands where it stands, in one sentence that stays the same from day to day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from surefoot.model import Reason
from surefoot.schedule.place_ground import DAY, Ground, Spot, is_quality
from surefoot.schedule.place_rules import (
    SLUG,
    SPACING,
    barred,
    crowded,
    holding,
    named,
    on_long_run,
    takes_last_rest,
    weekday,
)
from surefoot.text.days import SHORT

NEAR = 3
"""Days within which a hard run or another session is worth a word."""

_NUMBERS = ("No", "One", "Two", "Three")


def because(spot: Spot, spots: tuple[Spot, ...], ground: Ground) -> Reason:
    """Return why the session stands on its day: its run, the hard run near it, the other session."""
    parts = [*_after_run(spot, ground), *_clear_of(spot, ground), *_neighbour(spot, spots, ground)]
    text = ", ".join(parts) or "On a day of its own"
    return Reason(rule=SLUG, text=f"{text[0].upper()}{text[1:]}.")


def lightened(spot: Spot, load: str, spots: tuple[Spot, ...], ground: Ground) -> Reason:
    """Return why the session became light, with what speaks against each of the runner's days."""
    text = f"Light, as no day of this week is left for a {load} one."
    said = [f"{SHORT[day.weekday()]}: {_small(why.text)}" for day, why in refused(spot, load, spots, ground)]
    room = _quality_in_the_way(spot, load, spots, ground)
    return Reason(rule=SLUG, text=" ".join((text, *said, *room)))


def held_back(usual: Spot | None, spot: Spot, ground: Ground) -> tuple[Reason, ...]:
    """Return the hold that moved the session from ``usual``, or made it light, if one did."""
    if usual is None or (usual.day, usual.load) == (spot.day, spot.load):
        return ()
    why = holding(usual.day, ground)
    return () if why is None else (why,)


def refused(spot: Spot, load: str, spots: tuple[Spot, ...], ground: Ground) -> Iterator[tuple[date, Reason]]:
    """Yield the strongest reason for each day of the week that the session cannot have in this class.

    Days the runner does not allow, or has off, need no explanation here.
    """
    others = tuple(one for one in spots if one.uid != spot.uid)
    for day in ground.week(spot.day):
        if barred(day, "light", ground) is not None or any(one.day == day and one.loads for one in others):
            continue
        why = against(replace(spot, day=day, load=load, begins=ground.begins(day, load)), others, ground)
        if why is not None:
            yield day, why


def against(spot: Spot, others: Iterable[Spot], ground: Ground) -> Reason | None:
    """Return the strongest of all reasons against this class on this day, None where there is none."""
    others = tuple(others)
    return (
        barred(spot.day, spot.load, ground)
        or (on_long_run(spot.day, ground) if spot.load == "heavy" else None)
        or crowded(spot, others)
        or takes_last_rest(spot, others, ground)
    )


def _after_run(spot: Spot, ground: Ground) -> Iterator[str]:
    hard = ground.hard(spot.day)
    if hard is not None and is_quality(hard):
        yield "after the quality run, so that hard days stay hard and easy days easy"
    elif hard is not None:
        yield f"after {named(hard)}"
    elif not ground.is_free(spot.day):
        runs = any(run.workout.kind.is_run for run in ground.runs[spot.day])
        yield "after the easy run" if runs else "after the cross-training"


def _clear_of(spot: Spot, ground: Ground) -> Iterator[str]:
    """The next hard run if it is near, else the last."""
    if not spot.loads:
        return
    for days in (range(1, NEAR + 1), range(-1, -NEAR - 1, -1)):
        near = next(((each, run) for each in days if (run := ground.hard(spot.day + each * DAY))), None)
        if near is not None:
            clear = abs(near[0]) - 1
            where = "the day after" if near[0] < 0 else "the day before"
            days_clear = f"{_NUMBERS[clear].lower()} day{'s' * (clear != 1)} clear of"
            yield f"{days_clear if clear else where} {named(near[1])}"
            return


def _neighbour(spot: Spot, spots: tuple[Spot, ...], ground: Ground) -> Iterator[str]:
    """The week's next session that loads the same muscles, else the last one."""
    if not spot.loads:
        return
    week = ground.week(spot.day)
    others = [one for one in spots if one.loads and one.day != spot.day]
    after = min((one.day for one in others if spot.day < one.day <= week[-1]), default=None)
    before = max((one.day for one in others if one.day < spot.day), default=None)
    if after is not None and (after - spot.day).days <= NEAR:
        yield f"{_apart(after - spot.day)} before {weekday(after)}'s session"
    elif before is not None and (spot.day - before).days <= NEAR:
        yield f"{_apart(spot.day - before)} after {weekday(before)}'s session"


def _apart(gap: timedelta) -> str:
    return "48 h" if gap == SPACING else f"{gap.days} days"


def _quality_in_the_way(spot: Spot, load: str, spots: tuple[Spot, ...], ground: Ground) -> Iterator[str]:
    """Where no session of the week could keep its class: the quality run whose move would make room."""
    week = ground.week(spot.day)
    if any(one.loads and one.day in week for one in spots):
        return
    for day in week:
        hard = ground.hard(day)
        if hard is None or not is_quality(hard):
            continue
        rest = tuple(one for one in ground.runs[day] if one.uid != hard.uid)
        freed = replace(ground, runs={**ground.runs, day: rest})
        tries = (replace(spot, day=each, load=load, begins=freed.begins(each, load)) for each in week)
        if any(against(one, spots, freed) is None for one in tries):
            yield f"Moving {named(hard)} would make room."
            return


def _small(text: str) -> str:
    return text if text.startswith(("No ", "You ")) else text[:1].lower() + text[1:]
