"""What ``plan`` says: weeks as bars, this week day by day, a paragraph a cause, and always the race."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta

from surefoot.app.views import PlanView, WeekView
from surefoot.cli.words import WIDTH, brief, causes, day, paragraph
from surefoot.model import Change, Decision, Hold, Kind, Session, Settings, Unit
from surefoot.text.days import day_name
from surefoot.text.units import distance

BAR = 20
"""Columns of the longest bar."""

PAST_WEEKS = 2


def text(view: PlanView, active: tuple[Decision, ...], settings: Settings, *, weeks: int) -> str:
    """Return the whole page."""
    bars = sys.stdout.isatty()
    return "\n".join(_page(view, active, settings, weeks, bars=bars))


def _page(
    view: PlanView, active: tuple[Decision, ...], settings: Settings, weeks: int, *, bars: bool
) -> Iterator[str]:
    unit = settings.runner.unit
    yield _head(view)
    yield ""
    yield from _weeks(view, unit, weeks, bars=bars)
    yield from _this_week(view, unit)
    yield from _causes(view, active)
    yield from ("", *_foot(view, unit))


def _head(view: PlanView) -> str:
    left = view.plan.name
    if view.race is not None:
        togo = (view.race.day - view.today).days
        left += f" · {day_name(view.race.day)} {view.race.day.year}"
        left += f" · {togo} days to go" if togo > 0 else " · today" if togo == 0 else ""
    right = f"{day_name(view.today)} {view.today.year}"
    return f"{left}{right.rjust(WIDTH - len(left))}"


def _weeks(view: PlanView, unit: Unit, count: int, *, bars: bool) -> Iterator[str]:
    now = next((place for place, one in enumerate(view.weeks) if _holds(one, view.today)), 0)
    shown = view.weeks[max(0, now - min(PAST_WEEKS, max(0, count - 3))) :][:count]
    most = max((max(one.planned, one.metres, one.done) for one in shown), default=1) or 1
    yield " week            planned   allowed      done"
    for one in shown:
        yield _week(one, view, unit, most, bars=bars).rstrip()


def _holds(week: WeekView, when: date) -> bool:
    return week.start <= when < week.start + timedelta(days=7)


def _week(week: WeekView, view: PlanView, unit: Unit, most: int, *, bars: bool) -> str:
    mark = "▶" if _holds(week, view.today) else " "
    begun = week.start <= view.today
    done = distance(week.done, unit) if begun else "–"
    figures = f"{distance(week.planned, unit):>9} {distance(week.metres, unit):>9} {done:>9}"
    bar = f"  {_bar(week, most, begun=begun):<{BAR}}" if bars else ""
    return f"{mark}{week.number:>3}  {day_name(week.start)[4:]:<6} {figures}{bar}  {_note(week, view, unit)}"


def _bar(week: WeekView, most: int, *, begun: bool) -> str:
    """Done is full, what is left is light, what is over the plan is dark, what was held back is a dot."""

    def cells(value: int) -> int:
        return round(BAR * value / most)

    done = cells(min(week.done, week.metres)) if begun else 0
    over = cells(week.done) - cells(min(week.done, week.metres)) if begun else 0
    left = max(0, cells(week.metres) - done)
    held = max(0, cells(week.planned) - cells(week.metres))
    return "█" * done + "▓" * over + "░" * left + "∙" * held


def _note(week: WeekView, view: PlanView, unit: Unit) -> str:
    is_past = week.start + timedelta(days=7) <= view.today
    if week.done > week.metres and (is_past or _holds(week, view.today)):
        return f"{distance(week.done - week.metres, unit)} over"
    if not is_past and week.metres < week.planned:
        return "held back"
    return ""


def _this_week(view: PlanView, unit: Unit) -> Iterator[str]:
    week = next((one for one in view.weeks if _holds(one, view.today)), None)
    if week is None:
        return
    changed = {one.uid: one for one in view.changes}
    yield from ("", "This week")
    for offset in range(7):
        when = week.start + timedelta(days=offset)
        yield from _day(when, week, changed, view, unit)


def _day(when: date, week: WeekView, changed: dict[str, Change], view: PlanView, unit: Unit) -> Iterator[str]:
    mark = "▶" if when == view.today else " "
    here = [
        (one, status)
        for one, status in week.sessions
        if one.day == when and one.workout.kind is not Kind.REST and status != "dropped"
    ]
    gone = [one for one, status in week.sessions if one.day == when and status == "dropped"]
    if not here:
        yield f"{mark} {day(when):<6}     rest{_gone(gone, unit)}"
    for session, status in here:
        yield _session(session, status, changed.get(session.uid), mark, unit)


def _gone(gone: list[Session], unit: Unit) -> str:
    runs = [brief(one.workout, unit) for one in gone if one.workout.kind is not Kind.REST]
    return f"         was {', '.join(runs)}" if runs else ""


def _session(session: Session, status: str, change: Change | None, mark: str, unit: Unit) -> str:
    star = "*" if change else " "
    left = f"{mark} {day(session.day):<6} {star}   {_what(session, unit)}"
    tail = "done" if status == "done" else "not recorded" if status == "missed" else _was(change, unit)
    return f"{left:<34}{tail}".rstrip()


def _what(session: Session, unit: Unit) -> str:
    if session.workout.kind in (Kind.STRENGTH, Kind.MICRO):
        return session.workout.title[:1].lower() + session.workout.title[1:]
    return brief(session.workout, unit)


def _was(change: Change | None, unit: Unit) -> str:
    if change is None or change.before is None:
        return "new" if change else ""
    if change.after is not None and change.after.day != change.before.day:
        return f"was {day_name(change.before.day)[:3]}"
    return f"was {brief(change.before.workout, unit)}"


def _causes(view: PlanView, active: tuple[Decision, ...]) -> Iterator[str]:
    """One paragraph a cause: the holds that touch what is ahead, then the limits that cut."""
    holds = causes(one for one in active if isinstance(one.effect, Hold) and one.effect.until >= view.today)
    held = {one.id for one in active}
    cuts = [
        reason.text
        for change in view.changes
        for reason in change.reasons
        if reason.decision not in held and reason.limit is not None
    ]
    for text in dict.fromkeys((*holds, *cuts[:3])):
        yield ""
        yield paragraph(text, first="* ", rest="  ")


def _foot(view: PlanView, unit: Unit) -> Iterator[str]:
    if view.pending:
        yield f"{len(view.pending)} changes are not accepted yet: surefoot sync"
    yield _longest(view, unit)
    ahead = [one for one in view.weeks if one.start >= view.today - timedelta(days=6)]
    inside = sum(1 for one in ahead if one.limit is None or one.planned <= one.limit)
    yield f"{inside} of {len(ahead)} weeks ahead are inside your limits as planned"
    yield "`surefoot why DAY` for the whole story · `surefoot undo` to take it back"


def _longest(view: PlanView, unit: Unit) -> str:
    planned, allowed = view.cost.planned, view.cost.allowed
    if planned is None or allowed is None:
        return "Nothing long is left before the race."
    if allowed >= planned:
        return f"Longest run before the race: {distance(allowed, unit)}, as planned."
    return (
        f"Longest run before the race: planned {distance(planned, unit)}, allowed {distance(allowed, unit)}."
    )
