"""What each week is for, in one line."""

from __future__ import annotations

from surefoot.model import Kind, Repeat, Session, Unit, Workout
from surefoot.schedule.building.draft import Week
from surefoot.schedule.building.quality import TALK
from surefoot.text.days import WEEKDAYS, day_name
from surefoot.text.units import brief, duration

LIGHTER = "A lighter week: a quarter less, to let the work sink in."
AFTER_RACE = "After the race: easy running, and less of it."
SETTLE = "Settle into the week: all of it is easy."
AGAIN = "The same again, a little more of it."
HOLD = "Hold: your usual week. The building comes later."
TAPER = "Taper: less running on the same days, and more sleep."
TAPER_QUICK = "Taper: less running, a few quick minutes, more sleep."
RECOVERY = "Recovery: run as you feel, easy all of it."


def purpose(week: Week, unit: Unit, *, longest: bool) -> str:
    """Return the line; ``longest`` says that the plan's longest run is in this week."""
    goal = next((one for one in week.raced if one.workout.focus == "A"), None)
    if goal is not None:
        return f"Race week: short and easy, then {_race(goal, unit)}."
    if week.raced:
        return _on_the_way(week, unit)
    return _held_back(week) or _of_phase(week, unit, longest=longest)


def _held_back(week: Week) -> str | None:
    """What a week is for that does not build up."""
    if week.is_short:
        return "A week with days off: what fits is enough." if week.runs else "Away: no running this week."
    if week.phase.name == "recovery":
        return RECOVERY
    if week.after_race:
        return AFTER_RACE
    return LIGHTER if week.phase.lighter else None


def _on_the_way(week: Week, unit: Unit) -> str:
    named = " and ".join(_race(one, unit) for one in week.raced)
    if week.phase.lighter:
        return f"A lighter week with a race in it: {named}."
    return f"{named[0].upper()}{named[1:]} is this week's hard day."


def _race(session: Session, unit: Unit) -> str:
    metres = session.workout.metres or 0
    name = "parkrun" if session.workout.focus == "parkrun" else f"the race over {brief(metres, unit)}"
    return f"{name} on {day_name(session.day)}"


def _of_phase(week: Week, unit: Unit, *, longest: bool) -> str:
    phase = week.phase
    hard = [one for one in week.runs if one.workout.kind is Kind.QUALITY]
    if phase.name == "taper":
        return TAPER_QUICK if hard else TAPER
    if phase.name == "base" and phase.step == 0:
        return HOLD
    walk = next((one for one in week.runs if one.workout.focus == "run-walk"), None)
    if walk is not None:
        return f"Run and walk in turns, {_turns(walk.workout)}: slow enough to talk."
    if phase.name == "base" and phase.number <= 2 and not hard:
        return SETTLE if phase.number == 1 else AGAIN
    lead = {"base": "Base", "build": "Build", "peak": "Peak"}[phase.name]
    what = " and ".join(f"{_hard(one.workout)} on {WEEKDAYS[one.day.weekday()].title()}" for one in hard)
    return f"{lead}: {what or 'easy running'}; {_long(week, unit, longest=longest)}."


def _turns(workout: Workout) -> str:
    turn = next(one for one in workout.steps if isinstance(one, Repeat))
    run, walk = ((one.seconds or 0) // 60 for one in turn.steps)
    return f"{run} min and {walk} min"


def _hard(workout: Workout) -> str:
    return "race pace" if workout.notes in (TALK["race"], TALK["marathon"]) else workout.focus


def _long(week: Week, unit: Unit, *, longest: bool) -> str:
    if week.long is None:
        return "no long run"
    workout = week.long.workout
    size = brief(workout.metres, unit) if workout.metres else duration(workout.seconds or 0)
    return f"the longest run of the plan, {size}" if longest else f"a long run of {size}"
