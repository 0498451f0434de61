"""Why a day has no strength: what ``surefoot why`` says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from surefoot.model import Decision, Kind, Reason, Schedule, Settings
from surefoot.schedule.place_ground import spots, survey
from surefoot.schedule.place_reasons import against


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The strongest thing that speaks against heavy strength on a day."""

    day: date
    reason: Reason

    @property
    def text(self) -> str:
        """The reason in words."""
        return self.reason.text


def refusals(
    day: date, schedule: Schedule, *, decisions: tuple[Decision, ...], settings: Settings
) -> tuple[Refusal, ...]:
    """Return why there is no heavy strength on ``day``.

    Where the day has a strength session, of any class, it returns why that one stands on no other: the
    refused days of its week.
    """
    week = refused_week(day, schedule, decisions=decisions, settings=settings)
    if any(one.day == day and one.workout.kind is Kind.STRENGTH for one in schedule.sessions):
        return week
    return tuple(one for one in week if one.day == day)


def refused_week(
    day: date, schedule: Schedule, *, decisions: tuple[Decision, ...], settings: Settings
) -> tuple[Refusal, ...]:
    """Return the strongest reason for each refused day of the week that holds ``day``."""
    ground = survey(schedule.sessions, decisions, settings)
    standing = spots(schedule.sessions)
    heavy = {one.day for one in standing if one.load == "heavy"}
    found = (
        (each, against(ground.spot("", each, "heavy"), standing, ground))
        for each in ground.week(day)
        if each not in heavy
    )
    return tuple(Refusal(day=each, reason=reason) for each, reason in found if reason is not None)
