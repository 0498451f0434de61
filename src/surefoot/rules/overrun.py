"""One run far longer than the limit: the next two days are easy, and nothing is longer for a week.

The reaction begins above the limit by 5 % and by half a kilometre, because a watch scatters; the limit
itself has no such band. Up to 1.3 times the longest run of the 30 days before, two days go without quality
and heavy legs, and for 7 days no run is longer than that longest one. Up to twice as long, the first day is
also rest or half an hour, the seven days have no quality and come to no more than the reference week before.
Above that there is no running for two days, and the seven days come to three quarters of that week.
A race is no over-run: what follows one is a rule of its own. On the way back from a break neither the longest
run nor the reference is ever less than what the break allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from surefoot.model import Advice, Diary, Finding, History, Level, Schedule, Settings, Unit
from surefoot.rules import break_return
from surefoot.rules.account import JudgedRun
from surefoot.rules.built_in import BuiltIn
from surefoot.rules.replay import Replay, replay
from surefoot.text.days import day_name
from surefoot.text.units import brief, distance, duration

SLUG = "overrun"
LEVELS = (Level.INFO, Level.WARN, Level.STOP)
CITATION = (
    "Frandsen et al. 2025, doi 10.1136/bjsports-2024-109380 (one run against the longest of 30 days); "
    "what to do after one is a judgement"
)
SETTINGS = (
    "limits.overrun_percent",
    "limits.overrun_metres",
    "limits.spike_warn_percent",
    "limits.spike_stop_percent",
    "policies.overrun.easy_days",
    "policies.overrun.easy_minutes",
    "policies.overrun.hold_days",
    "policies.overrun.stop_percent",
)
MEND = "Makes the next days easy and keeps the seven days to what was usual before the run."
WINDOW = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """One over-run, in metres: the run, the longest of the 30 days before, the limit that day, and the
    reference week before (None: not known). ``rule`` is the limit that was passed; on the way back from a
    break the longest run and the reference are never less than what it allowed.
    """

    day: date
    metres: int
    longest: int
    limit: int
    reference: int | None
    rule: str

    @property
    def is_return(self) -> bool:
        """Whether the runner was on the way back from a break."""
        return self.rule == break_return.SLUG

    @property
    def ratio(self) -> float:
        """The run as a multiple of the longest one before, to two places."""
        return (200 * self.metres + self.longest) // (2 * self.longest) / 100

    def level(self, settings: Settings) -> Level:
        """Info up to 1.3 times the longest run before, warn up to twice, stop above."""
        limits = settings.limits
        if 100 * self.metres > limits.spike_stop_percent * self.longest:
            return Level.STOP
        return Level.WARN if 100 * self.metres > limits.spike_warn_percent * self.longest else Level.INFO


class OverrunPolicy(BuiltIn):
    """Makes the days after a run far over the limit easy. Lengths are days, minutes and whole percent."""

    use: ClassVar[str] = SLUG

    easy_days: int = 2
    easy_minutes: int = 30
    hold_days: int = 7
    stop_percent: int = 75

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield up to three parts for each over-run: the first day, the first two, all seven."""
        for spike in spikes(outlook, history, diary, self.settings):
            for advice in (*self._first_days(spike), self._week(spike)):
                if _last_day(advice) >= outlook.today:
                    yield advice

    def _first_days(self, spike: Spike) -> Iterator[Advice]:
        level, unit = spike.level(self.settings), self.settings.runner.unit
        until = spike.day + timedelta(days=self.easy_days)
        held = {"days": self.easy_days, "light_only": True, "level": level}
        if level is Level.STOP:
            yield _advice(spike, "first", _stop(spike, until, unit), rest=True, **held)
            return
        yield _advice(spike, "first", _easy(spike, until, unit), easy_only=True, **held)
        if level is Level.WARN:
            seconds = 60 * self.easy_minutes
            yield _advice(
                spike,
                "day",
                _short(spike, seconds, unit),
                days=1,
                seconds=seconds,
                easy_only=True,
                level=level,
            )

    def _week(self, spike: Spike) -> Advice:
        level, unit = spike.level(self.settings), self.settings.runner.unit
        total = spike.reference if level is not Level.INFO else None
        if level is Level.STOP and total is not None:
            total = total * self.stop_percent // 100
        return _advice(
            spike,
            "week",
            _held(spike, spike.day + timedelta(days=self.hold_days), total, unit),
            days=self.hold_days,
            longest=spike.longest,
            total=total,
            easy_only=level is not Level.INFO,
            level=level,
        )


def spikes(schedule: Schedule, history: History, diary: Diary, settings: Settings) -> tuple[Spike, ...]:
    """Return the over-runs of the last seven days, today included: of each day the longest."""
    done = replay(schedule, history, diary, settings)
    by_day: dict[date, Spike] = {}
    recent = (one for one in done.runs if one.run.day >= schedule.today - WINDOW)
    for one in recent:
        spike = _spike(one, done)
        if spike is not None:
            by_day[spike.day] = max(spike, by_day.get(spike.day, spike), key=lambda each: each.metres)
    return tuple(by_day.values())


def _spike(one: JudgedRun, done: Replay) -> Spike | None:
    """The run as an over-run; None for a race, and where there is nothing to compare it with."""
    bound = one.bound
    if one.run.race or not bound.base or bound.limit is None:
        return None
    if not done.ledger.is_over(one.run.metres, bound.limit):
        return None
    week = done.week(one.run.day)
    return Spike(
        day=one.run.day,
        metres=one.run.metres,
        longest=bound.base,
        limit=bound.limit,
        reference=week.bound.base if week is not None else None,
        rule=bound.rule,
    )


def past(schedule: Schedule, history: History, diary: Diary, settings: Settings) -> tuple[Finding, ...]:
    """Return what ``sync`` says of the over-runs of the last week: the ratio, and the limit in metres."""
    return tuple(
        Finding(
            rule=one.rule,
            level=one.level(settings),
            day=one.day,
            value=one.ratio,
            limit=one.limit,
            message=_found(one, settings.runner.unit),
            evidence=CITATION,
        )
        for one in spikes(schedule, history, diary, settings)
    )


def _advice(spike: Spike, part: str, reason: str, **held: Any) -> Advice:
    cause = f"{SLUG}:{spike.day}" if part == "week" else f"{SLUG}:{spike.day}:{part}"
    return Advice(
        cause=cause,
        reason=reason,
        evidence=CITATION,
        since=spike.day + timedelta(days=1),
        value=spike.ratio,
        limit=spike.limit,
        **held,
    )


def _last_day(advice: Advice) -> date:
    assert advice.since is not None
    return advice.since + timedelta(days=advice.days - 1)


def _found(spike: Spike, unit: Unit) -> str:
    ran, limit = distance(spike.metres, unit), distance(spike.limit, unit)
    if spike.is_return:
        return f"{day_name(spike.day)} came to {ran}. On the way back from your break the limit was {limit}."
    return (
        f"{day_name(spike.day)} came to {ran}. Your longest run of the 30 days before "
        f"was {distance(spike.longest, unit)}, so the limit was {limit}."
    )


def _easy(spike: Spike, until: date, unit: Unit) -> str:
    compared = (
        "past your limit on the way back from your break"
        if spike.is_return
        else "longer than your body has seen this month"
    )
    return (
        f"{brief(spike.metres, unit)} on {day_name(spike.day)} was {compared}; "
        f"the days until {day_name(until)} are easy."
    )


def _short(spike: Spike, seconds: int, unit: Unit) -> str:
    return (
        f"The day after {brief(spike.metres, unit)} is a rest day, or an easy run of at most "
        f"{duration(seconds)}."
    )


def _stop(spike: Spike, until: date, unit: Unit) -> str:
    compared = "limit on the way back" if spike.is_return else "longest run of the month before"
    return (
        f"{brief(spike.metres, unit)} on {day_name(spike.day)} was more than twice your {compared}. "
        f"No running until {day_name(until)}; walking and light strength can go on. "
        "Does anything hurt? Type surefoot log pain 3 --where knee."
    )


def _held(spike: Spike, until: date, total: int | None, unit: Unit) -> str:
    most = f" The seven days come to at most {brief(total, unit)}." if total is not None else ""
    return (
        f"{brief(spike.metres, unit)} on {day_name(spike.day)} was past your limit of "
        f"{brief(spike.limit, unit)}. Nothing longer than {brief(spike.longest, unit)} "
        f"until {day_name(until)}.{most}"
    )
