"""What ``plan`` says: weeks as bars, this week day by day, a paragraph a cause, and always the race."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta

from surefoot.app.views import PlanView, WeekView
from surefoot.cli.render.averages import text as averages
from surefoot.cli.render.cause import told
from surefoot.cli.render.plan_days import days
from surefoot.cli.width import paragraph, width
from surefoot.cli.words import NO_SOURCE
from surefoot.model import Decision, Hold, Settings, Unit
from surefoot.text.days import day_name
from surefoot.text.units import distance

BAR = 20
"""Columns of the longest bar; a narrow terminal has fewer."""

BESIDE_BAR = 56
"""Columns of the figures and of the note beside a bar."""

LEAST_BAR = 6
"""Columns; a shorter bar says nothing."""

PAST_WEEKS = 2

FEW_DAYS = 4
"""So many further days of one rule are named."""


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
    yield from _causes(view, active, settings)
    for one in view.waits:
        yield from ("", paragraph(f"Strength: {one}", first="* ", rest="  "))
    yield from ("", *_foot(view, unit))


def _head(view: PlanView) -> str:
    left = view.plan.name
    if view.race is not None:
        togo = (view.race.day - view.today).days
        left += f" · {day_name(view.race.day)} {view.race.day.year}"
        left += f" · {togo} days to go" if togo > 0 else " · today" if togo == 0 else ""
    right = f"{day_name(view.today)} {view.today.year}"
    apart = width() - len(left)
    return f"{left}{right.rjust(apart)}" if apart > len(right) else f"{left}\n{right}"


def _weeks(view: PlanView, unit: Unit, count: int, *, bars: bool) -> Iterator[str]:
    now = next((place for place, one in enumerate(view.weeks) if _holds(one, view.today)), 0)
    shown = view.weeks[max(0, now - min(PAST_WEEKS, max(0, count - 3))) :][:count]
    room = min(BAR, width() - BESIDE_BAR)
    most = max((max(one.planned, one.metres, one.done) for one in shown), default=1) or 1
    yield "week             planned   allowed      done"
    for one in shown:
        yield _week(one, view, unit, most, room=room if bars else 0).rstrip()


def _holds(week: WeekView, when: date) -> bool:
    return week.start <= when < week.start + timedelta(days=7)


def _week(week: WeekView, view: PlanView, unit: Unit, most: int, *, room: int) -> str:
    mark = "▶" if _holds(week, view.today) else " "
    begun = week.start <= view.today
    done = distance(week.done, unit) if begun else "–"
    figures = f"{distance(week.planned, unit):>9} {distance(week.metres, unit):>9} {done:>9}"
    bar = f"  {_bar(week, most, room, begun=begun):<{room}}" if room >= LEAST_BAR else ""
    return f"{mark}{week.number:>3}  {day_name(week.start)[4:]:>6} {figures}{bar}  {_note(week, view, unit)}"


def _bar(week: WeekView, most: int, room: int, *, begun: bool) -> str:
    """Done is full, what is left is light, what is over the plan is dark, what was held back is a dot."""

    def cells(value: int) -> int:
        return round(room * value / most)

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
    if week is not None:
        yield from ("", "This week", *days(week, view, unit))


def _causes(view: PlanView, active: tuple[Decision, ...], settings: Settings) -> Iterator[str]:
    """One paragraph a cause: the holds that touch what is ahead, the runner's word, the limits that cut."""
    holds = [one for one in active if isinstance(one.effect, Hold) and one.effect.until >= view.today]
    stories = told(holds, view.findings, week_starts=settings.runner.week_starts, unit=settings.runner.unit)
    for story in stories:
        yield from ("", story.note(_afterwards(view, holds) if story is stories[-1] else ""))
    held = {one.id for one in active if isinstance(one.effect, Hold)}
    for text in _others(view, held):
        yield from ("", paragraph(text, first="* ", rest="  "))


def _afterwards(view: PlanView, holds: list[Decision]) -> str:
    """That the plan goes on as it was, where it does."""
    until = max(one.effect.until for one in holds if isinstance(one.effect, Hold))
    sides = (one.after or one.before for one in view.changes)
    if any(one.day > until for one in sides if one):
        return ""
    return f"From {day_name(until + timedelta(days=1))} the plan goes on as it was."


def _others(view: PlanView, held: set[str]) -> Iterator[str]:
    """A text a rule: its first reason, and on which other days the same rule speaks."""
    said: dict[str, tuple[str, dict[date, None]]] = {}
    for change in view.changes:
        side = change.after or change.before
        for reason in change.reasons:
            if reason.decision in held or (reason.limit is None and reason.decision is None):
                continue
            if side is not None and side.day >= view.today:
                said.setdefault(reason.rule, (reason.text, {}))[1].setdefault(side.day)
    for rule, (text, when) in said.items():
        yield f"{day_name(min(when))}: {text}{_more(rule, sorted(when)[1:])}"


def _more(rule: str, when: list[date]) -> str:
    if not when:
        return ""
    shown = ", ".join(day_name(one) for one in when[:FEW_DAYS])
    more = f" and {len(when) - FEW_DAYS} more" if len(when) > FEW_DAYS else ""
    return f" Also by {rule}: {shown}{more}."


def _foot(view: PlanView, unit: Unit) -> Iterator[str]:
    if view.pending:
        yield f"{len(view.pending)} changes are not accepted yet: surefoot sync"
    yield _longest(view, unit)
    ahead = [one for one in view.weeks if one.start >= view.today - timedelta(days=6)]
    inside = sum(1 for one in ahead if one.limit is None or one.planned <= one.limit)
    yield f"{inside} of {len(ahead)} weeks ahead are inside your limits as planned"
    yield from (one for one in (_so_far(view), averages(view.averages, unit)) if one)
    if view.assumed:
        yield paragraph(NO_SOURCE)
    yield paragraph("`surefoot why DAY` for the whole story · `surefoot undo` to take it back")


def _so_far(view: PlanView) -> str:
    """How the weeks that have begun went, and how much of their strength was told of."""
    begun = [one for one in view.weeks if one.start <= view.today]
    if not begun or view.assumed:
        return ""
    inside = sum(1 for one in begun if one.is_inside)
    said = f"{inside} of {len(begun)} week{'' if len(begun) == 1 else 's'} so far inside your limits"
    if view.strength is not None:
        said += f" · strength {view.strength.done} of {view.strength.asked}"
    return said


def _longest(view: PlanView, unit: Unit) -> str:
    planned, allowed = view.cost.planned, view.cost.allowed
    if planned is None or allowed is None:
        return "Nothing long is left before the race."
    if allowed >= planned:
        return f"Longest run before the race: {distance(allowed, unit)}, as planned."
    return (
        f"Longest run before the race: planned {distance(planned, unit)}, allowed {distance(allowed, unit)}."
    )
