"""Goals as a person types them: ``half``, ``10k``, ``15 km``, ``40km a week``."""

from __future__ import annotations

import re
from datetime import date

from surefoot.config.near import near
from surefoot.model import PlanError, Unit
from surefoot.schedule.building.order import Goal
from surefoot.text.units import brief, parse_distance, parse_duration

NAMED = {
    "5k": 5_000,
    "parkrun": 5_000,
    "10k": 10_000,
    "half": 21_097,
    "half-marathon": 21_097,
    "hm": 21_097,
    "marathon": 42_195,
}
TITLES = {5_000: "5 km", 10_000: "10 km", 21_097: "Half marathon", 42_195: "Marathon"}
SHORTEST, LONGEST = 3_000, 60_000
"""Metres of a race that plans are built for: below there is no long run, above walking counts [H]."""
SLOWEST, FASTEST = 900, 120  # seconds per km
_A_WEEK = re.compile(r"(?P<distance>.+?)\s*(?:/|a|per)?\s*(?:week|weekly|wk)", re.IGNORECASE)


def goal_of(text: str, race: date | None, target: str, unit: Unit) -> Goal:
    """Return the goal.

    Raises:
        PlanError: no goal, a race without a day, or a week with one.
    """
    week = _A_WEEK.fullmatch(text.strip())
    if week is not None:
        if race is not None:
            raise PlanError(
                "a weekly distance has no race day", mend="leave --race out, or name the race: half"
            )
        metres = _measured(week["distance"], unit)
        return Goal(name=f"{brief(metres, unit)} a week", weekly=metres)
    metres = distance_of(text, unit)
    if not SHORTEST <= metres <= LONGEST:
        raise PlanError(
            f"{text!r} is no race that plans are built for", mend="name one from 3 to 60 km, as 10k or half"
        )
    if race is None:
        raise PlanError(f"on which day is the {TITLES.get(metres, text)}?", mend="add it: --race 2027-05-02")
    return Goal(
        name=TITLES.get(metres, brief(metres, unit)),
        metres=metres,
        race=race,
        target=seconds_of(target, metres) if target else None,
    )


def distance_of(text: str, unit: Unit) -> int:
    """Return the metres of a race by name or by distance.

    Raises:
        PlanError: it is neither.
    """
    spoken = "-".join(text.strip().lower().split())
    return NAMED[spoken] if spoken in NAMED else _measured(text, unit)


def _measured(text: str, unit: Unit) -> int:
    try:
        return parse_distance(text, unit)
    except PlanError:
        found = near(text.strip(), NAMED)
        hint = f"did you mean {found}?" if found else "write 5k, 10k, half, marathon, 15km or 40km/week"
        raise PlanError(f"{text.strip()!r} is no goal", mend=hint) from None


def seconds_of(text: str, metres: int) -> int:
    """Return the seconds of a race time; ``1:55`` are hours and minutes where minutes would be absurd.

    Raises:
        PlanError: no time, or none that anybody needs for the distance.
    """
    seconds = parse_duration(text)
    if seconds * 1000 < FASTEST * metres and text.count(":") == 1:
        seconds *= 60
    if not FASTEST * metres <= seconds * 1000 <= SLOWEST * metres:
        raise PlanError(
            f"{text!r} is no time for {metres / 1000:g} km", mend="write it as 52:30, 1:55:00 or 1h55"
        )
    return seconds
