"""Lint any plan: what every rule says of it, and the plan that the scheduler would make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from surefoot.app.planfile import anchor, read_plan
from surefoot.app.work import Work
from surefoot.load.size import easy_pace
from surefoot.model import Anchor, Finding, History, Kind, Level, Plan, Session, Settings
from surefoot.rules import back_to_back, plan_findings
from surefoot.schedule.cost import Cost, cost
from surefoot.schedule.dated import Dated, dated
from surefoot.schedule.limit import Capped, cap

UNDATED = date(2001, 1, 1)
"""A Monday that stands in for the first day of a plan that nothing dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in one plan file, and the plan as the scheduler would make it.

    ``is_dated`` says whether the findings' days are real ones; ``first`` is the day of week 1.
    """

    file: Path
    format: str
    plan: Plan
    first: date
    is_dated: bool
    findings: tuple[Finding, ...]
    fixed: Plan
    cost: Cost

    @property
    def weeks(self) -> int:
        """How many weeks the plan is long, the last one perhaps not full."""
        return -(-self.plan.days // 7)

    def count(self, level: Level) -> int:
        """How many findings are of this level."""
        return sum(1 for one in self.findings if one.level is level)

    def reaches(self, level: Level) -> bool:
        """Whether any finding is at this level or above."""
        return any(one.level.rank >= level.rank for one in self.findings)


def check(file: Path, work: Work, history: History) -> Checked:
    """Check one plan file against the runner's history, where there is one.

    Raises:
        PlanError: the file is no plan.
        ConfigError: no plugin reads files of this suffix.
    """
    plan = read_plan(file, work.registry)
    settings = work.config.settings
    own = work.config.plan is not None and file.resolve() == work.config.plan.file.resolve()
    fixed_by = anchor(work.config) if own else Anchor()
    is_dated = plan.start is not None or own
    if not is_dated:
        fixed_by = Anchor(start=_someday(plan, settings, work.today, history))
    on_days = dated(plan, fixed_by, week_starts=settings.runner.week_starts)
    today = work.today if history.activities else min(work.today, on_days.first)
    if not is_dated and not history.activities:
        today = on_days.first
    capped = _capped(on_days.sessions, history, settings, today)
    ahead = tuple(one for one in on_days.sessions if one.day >= today)
    pace = easy_pace(history, settings, on_days.sessions if is_dated else ())
    found = (*capped.findings, *plan_findings(ahead, settings, begins=on_days.first, easy_pace=pace))
    return Checked(
        file=file,
        format=work.registry.format_for(file).label,
        plan=plan,
        first=on_days.first,
        is_dated=is_dated,
        findings=_in_order(found, on_days.first),
        fixed=_fixed(plan, on_days, _capped(_apart(on_days.sessions, found), history, settings, today)),
        cost=cost(on_days.sessions, capped.sessions, easy_pace=pace),
    )


def _someday(plan: Plan, settings: Settings, today: date, history: History) -> date:
    """When an undated plan is taken to begin: on any suitable day, or where the runner stands, next week."""
    weekday = plan.starts_on if plan.starts_on is not None else settings.runner.week_starts
    earliest = today if history.activities else UNDATED
    return earliest + timedelta(days=(weekday - earliest.weekday()) % 7)


def _capped(sessions: tuple[Session, ...], history: History, settings: Settings, today: date) -> Capped:
    return cap(sessions, history=history, kept=None, decisions=(), settings=settings, today=today)


def _in_order(findings: tuple[Finding, ...], first: date) -> tuple[Finding, ...]:
    """By day, gravest first, each with the plan's own week number."""
    numbered = (
        replace(one, week=(one.day - first).days // 7 + 1) if one.day is not None else one for one in findings
    )
    return tuple(
        sorted(numbered, key=lambda one: (one.day or date.max, one.week or 0, -one.level.rank, one.rule))
    )


def _apart(sessions: tuple[Session, ...], findings: Iterable[Finding]) -> tuple[Session, ...]:
    """Of two quality days side by side the one that was found becomes easy at the same length."""
    hard = {one.uid for one in findings if one.rule == back_to_back.SLUG and one.level is not Level.INFO}

    def easy(session: Session) -> Session:
        if session.uid not in hard or session.workout.kind is not Kind.QUALITY:
            return session
        workout = replace(session.workout, kind=Kind.EASY, title="Easy", focus="", steps=())
        return replace(session, workout=workout)

    return tuple(easy(one) for one in sessions)


def _fixed(plan: Plan, on_days: Dated, capped: Capped) -> Plan:
    """The plan with each entry as the scheduler would have it, the dropped ones left out."""
    after = {one.uid: one.workout for one in capped.sessions}
    uids = {key: one.uid for key, one in zip(on_days.keys, on_days.sessions, strict=True)}
    entries = tuple(
        replace(entry, workout=after[uids[entry.key]]) for entry in plan.entries if uids[entry.key] in after
    )
    return replace(plan, entries=entries)
