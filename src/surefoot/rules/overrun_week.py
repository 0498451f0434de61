"""A week far over the reference: the next week comes to no more than the reference.

A week is over above 1.3 times its reference, the greatest of the four weeks before it, where its own limit
does not allow it; on the way back from a break the reference is never less than that limit. Every such week
is told. The next week is held from 5 km more than the reference on: a week of small numbers is easily a
third longer than another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from surefoot.load.weeks import WEEK
from surefoot.model import Advice, Diary, Finding, History, Level, Schedule, Settings, Unit
from surefoot.rules.built_in import BuiltIn
from surefoot.rules.replay import replay
from surefoot.text.days import day_name
from surefoot.text.units import brief

SLUG = "overrun-week"
LEVELS = (Level.WARN,)
CITATION = (
    "Nielsen et al. 2014 (more than 30 % in two weeks: HR 1.59, p=.07), Damsted et al. 2019; weak, "
    "and the week after is cheap to give"
)
SETTINGS = ("limits.week_over_percent", "limits.week_over_metres")
MEND = "Cuts the next week to the reference before it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """A week, by its first day, and in metres what it came to and the reference before it.

    ``is_return`` says that the reference is what a return from a break allowed.
    """

    start: date
    metres: int
    reference: int
    is_return: bool


class OverrunWeekPolicy(BuiltIn):
    """Keeps the week after a week far over the reference to that reference."""

    use: ClassVar[str] = SLUG

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield one advice for a week that was over, as soon as it is, until the next week is over."""
        least = self.settings.limits.week_over_metres
        for one in weeks_over(outlook, history, diary, self.settings):
            if one.metres < one.reference + least:
                continue
            yield Advice(
                cause=f"{SLUG}:{one.start}",
                reason=_words(one, self.settings.runner.unit),
                evidence=CITATION,
                since=one.start + timedelta(days=7),
                days=7,
                level=Level.WARN,
                total=one.reference,
                value=one.metres,
                limit=one.reference,
            )


def weeks_over(schedule: Schedule, history: History, diary: Diary, settings: Settings) -> tuple[Over, ...]:
    """Return this week and the one before, where they were over; races count up to their limit."""
    percent = settings.limits.week_over_percent
    done = replay(schedule, history, diary, settings)
    recent = (one for one in done.weeks if one.bound.start > schedule.today - 2 * WEEK)
    return tuple(
        Over(
            start=one.bound.start,
            metres=one.counted,
            reference=one.bound.base,
            is_return=one.bound.base != one.bound.reference,
        )
        for one in recent
        if one.bound.base is not None
        and one.bound.limit is not None
        and one.counted > one.bound.limit
        and 100 * one.counted > percent * one.bound.base
    )


def past(schedule: Schedule, history: History, diary: Diary, settings: Settings) -> tuple[Finding, ...]:
    """Return what ``sync`` says of a week that was over: what it came to and the reference, in metres."""
    unit = settings.runner.unit
    return tuple(
        Finding(
            rule=SLUG,
            level=Level.WARN,
            day=one.start,
            value=one.metres,
            limit=one.reference,
            message=f"The week of {day_name(one.start)} came to {brief(one.metres, unit)} "
            f"against {brief(one.reference, unit)}.",
            evidence=CITATION,
        )
        for one in weeks_over(schedule, history, diary, settings)
    )


def _words(over: Over, unit: Unit) -> str:
    measure = (
        "On the way back from your break the limit" if over.is_return else "The most of the four weeks before"
    )
    return (
        f"The week of {day_name(over.start)} came to {brief(over.metres, unit)}. {measure} "
        f"was {brief(over.reference, unit)}, and the next week stays at that."
    )
