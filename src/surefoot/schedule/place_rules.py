"""The spacing of strength: what speaks against a day, the strongest first.

Strength helps a runner and tires the legs for a day or two: a bout impairs endurance for "several hours
to days" (Doma 2017), and muscles want 48 h between two sessions that load them (ACSM 2009). So heavy work
keeps clear of the runs that matter, goes after the run on a running day, and leaves one day of the week
without either. Numbers marked [H] are judgements with no source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from surefoot.model import Hold, Level, Reason, Session
from surefoot.schedule.holds import Held
from surefoot.schedule.place_ground import DAY, RACE_BEFORE, Ground, Spot, is_long, is_race
from surefoot.text.days import WEEKDAYS, day_name

SLUG = "strength-placement"
CITATION = "Doma et al. 2017; Doma & Deakin 2013; ACSM 2009; Berryman et al. 2021"

RACE_AFTER = 2
"""Days after a race without heavy legs [H]."""

EVE = timedelta(hours=24)
"""From heavy work to the next hard run, where hours are set (Doma 2017)."""

SPACING = timedelta(hours=48)
"""Between two sessions for the same muscles (ACSM 2009)."""


def barred(day: date, load: str, ground: Ground) -> Reason | None:
    """Return the strongest reason that the runs, decisions and settings give against the day."""
    found = (rule(day, load, ground) for rule in _RULES[load])
    return next((one for one in found if one is not None), None)


def on_long_run(day: date, ground: Ground) -> Reason | None:
    """Heavy stays off the day of the long run; ``after_long_run`` makes it the last resort."""
    if any(is_long(run) for run in ground.runs.get(day, ())):
        return _reason("The day of the long run.")
    return None


def crowded(spot: Spot, others: Iterable[Spot]) -> Reason | None:
    """Two days lie between sessions that load the same muscles, and 48 h where hours are set."""
    if not spot.loads:
        return None
    for one in others:
        if one.loads and one.uid != spot.uid and _close(spot, one):
            return _reason(f"Less than 48 h from {weekday(one.day)}'s session.")
    return None


def takes_last_rest(spot: Spot, others: Iterable[Spot], ground: Ground) -> Reason | None:
    """One day of the week keeps neither run nor heavy work; a week that has none is another rule's."""
    if spot.load != "heavy" or not ground.is_free(spot.day):
        return None
    free = {day for day in ground.week(spot.day) if ground.is_free(day)}
    taken = {one.day for one in others if one.load == "heavy" and one.uid != spot.uid}
    if free - taken <= {spot.day}:
        return _reason("The last day of the week without a run stays without heavy work.")
    return None


def stop_hold(day: date, ground: Ground) -> bool:
    """Whether a hold of level stop lies on the day: it puts back even what the runner moved."""
    return any(one.hold.level is Level.STOP for one in _holds(day, ground))


def holding(day: date, ground: Ground) -> Reason | None:
    """The hold that leaves no more than light strength on the day, with the decision that carries it."""
    return _held(day, "heavy", ground)


def weekday(day: date) -> str:
    """Return ``Sunday``, in English whatever the machine's language."""
    return WEEKDAYS[day.weekday()].capitalize()


def named(run: Session) -> str:
    """Return ``Sunday's long run``."""
    kind = "race" if is_race(run) else "long run" if is_long(run) else "quality run"
    return f"{weekday(run.day)}'s {kind}"


def _not_a_day(day: date, _load: str, ground: Ground) -> Reason | None:
    if ground.settings.runner.only[day.weekday()] == "rest":
        return _reason(f"Your {weekday(day)}s are without training.")
    if day.weekday() in ground.settings.strength.days:
        return None
    return _reason(f"{weekday(day)} is none of your strength days.")


def _off(day: date, _load: str, ground: Ground) -> Reason | None:
    for decision, off in ground.offs:
        if off.since <= day <= off.until:
            return Reason(rule=SLUG, text="You have the day off.", decision=decision.id)
    return None


def _held(day: date, _load: str, ground: Ground) -> Reason | None:
    for one in _holds(day, ground):
        text = f"No heavy legs {_through(one.hold)}."
        return Reason(rule=one.hold.rule, text=text, decision=one.decision)
    return None


def _holds(day: date, ground: Ground) -> tuple[Held, ...]:
    return tuple(one for one in ground.holds.on(day) if one.hold.light_only or one.hold.rest)


def _through(hold: Hold) -> str:
    if hold.since == hold.until:
        return f"on {day_name(hold.until)}"
    return f"from {day_name(hold.since)} to {day_name(hold.until)}"


def _before_race(day: date, load: str, ground: Ground) -> Reason | None:
    for race in ground.races:
        days = RACE_BEFORE.get(race.workout.focus, RACE_BEFORE["A"]) if load == "heavy" else 1
        ahead = (race.day - day).days
        if ahead == 0:
            return _reason("Race day.")
        if 0 < ahead <= days:
            return _reason(f"{_days(ahead)} before {named(race)}.", value=ahead, limit=days)
    return None


def _after_race(day: date, _load: str, ground: Ground) -> Reason | None:
    for race in ground.races:
        since = (day - race.day).days
        if 0 < since <= RACE_AFTER:
            return _reason(f"{_days(since)} after {named(race)}.", value=since, limit=RACE_AFTER)
    return None


def _eve_of_long_run(day: date, _load: str, ground: Ground) -> Reason | None:
    run = next((one for one in ground.runs.get(day + DAY, ()) if is_long(one)), None)
    return _eve(day, run, ground)


def _eve_of_hard_run(day: date, _load: str, ground: Ground) -> Reason | None:
    return _eve(day, ground.hard(day + DAY), ground)


def _eve(day: date, run: Session | None, ground: Ground) -> Reason | None:
    if run is None:
        return None
    begins, run_begins = ground.begins(day, "heavy"), ground.run_begins(run)
    if begins is not None and run_begins is not None:
        over = begins + timedelta(minutes=ground.settings.strength.minutes)
        if run_begins - over >= EVE:
            return None
    return _reason(f"The day before {named(run)}.")


def _no_room(day: date, load: str, ground: Ground) -> Reason | None:
    if ground.has_room(day, load):
        return None
    return _reason("No hour is left three hours after the day's run.")


def _close(one: Spot, other: Spot) -> bool:
    if abs((one.day - other.day).days) < SPACING.days:
        return True
    if one.begins is None or other.begins is None:
        return False
    return abs(one.begins - other.begins) < SPACING


def _days(number: int) -> str:
    return "The day" if number == 1 else f"{number} days"


def _reason(text: str, *, value: float | None = None, limit: float | None = None) -> Reason:
    return Reason(rule=SLUG, text=text, value=value, limit=limit)


_Rule = Callable[[date, str, Ground], Reason | None]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "heavy": (_not_a_day, _off, _held, _before_race, _after_race, _eve_of_hard_run, _no_room),
    "moderate": (_not_a_day, _off, _held, _before_race, _eve_of_long_run, _no_room),
    "light": (_not_a_day, _off),
}
