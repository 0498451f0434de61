"""Why a day has no strength: what `surefoot why` says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from surefoot.model import Decision, Reason, Schedule, Settings
from surefoot.schedule.place_ground import Ground, Spot, spots, survey
from surefoot.schedule.place_reasons import against
from surefoot.schedule.place_rules import crowded, objections, on_long_run, takes_last_rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One thing that speaks against heavy strength on a day."""

    day: date
    reason: Reason


def refusals(
    day: date, schedule: Schedule, *, decisions: tuple[Decision, ...], settings: Settings
) -> tuple[Refusal, ...]:
    """Return what speaks against heavy strength on ``day``, the strongest first; none if it stands there."""
    ground, standing = _seen(schedule, decisions, settings)
    if _has_heavy(day, standing):
        return ()
    return tuple(Refusal(day=day, reason=reason) for reason in _all(day, ground, standing))


def refused_week(
    day: date, schedule: Schedule, *, decisions: tuple[Decision, ...], settings: Settings
) -> tuple[Refusal, ...]:
    """Return the strongest reason for each refused day of the week that holds ``day``."""
    ground, standing = _seen(schedule, decisions, settings)
    found = (
        (each, against(ground.spot("", each, "heavy"), standing, ground))
        for each in ground.week(day)
        if not _has_heavy(each, standing)
    )
    return tuple(Refusal(day=each, reason=reason) for each, reason in found if reason is not None)


def _seen(
    schedule: Schedule, decisions: tuple[Decision, ...], settings: Settings
) -> tuple[Ground, tuple[Spot, ...]]:
    return survey(schedule.sessions, decisions, settings), spots(schedule.sessions)


def _has_heavy(day: date, standing: tuple[Spot, ...]) -> bool:
    return any(one.day == day and one.load == "heavy" for one in standing)


def _all(day: date, ground: Ground, standing: tuple[Spot, ...]) -> Iterator[Reason]:
    spot = ground.spot("", day, "heavy")
    yield from objections(day, "heavy", ground)
    others = (on_long_run(day, ground), crowded(spot, standing), takes_last_rest(spot, standing, ground))
    yield from (one for one in others if one is not None)
