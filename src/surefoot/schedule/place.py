"""Strength between the runs: week by week, on the capped schedule, with a reason for each session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Decision, Programme, Reason, Schedule, Session, Settings
from surefoot.schedule.place_dress import BLOCK, Placed
from surefoot.schedule.place_ground import DAY, Ground, Spot, spots, survey
from surefoot.schedule.place_rules import SLUG, holding
from surefoot.schedule.place_search import Task, Week, fill, possible
from surefoot.schedule.place_tasks import PREFIX, Agenda, agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Strength from today on, in order of day, and what found no place or was taken out."""

    sessions: tuple[Session, ...]
    dropped: tuple[Session, ...]


def place(
    sessions: tuple[Session, ...],
    *,
    kept: Schedule | None,
    decisions: tuple[Decision, ...],
    programme: Programme,
    settings: Settings,
    today: date,
) -> Placement:
    """Place the programme's sessions in every week that ``sessions`` reaches, from ``today`` on.

    ``sessions`` are the capped runs, cross-training and rest days, and the strength of past days.
    Strength that stands there already from ``today`` on (the plan's own, or added by the runner) stays,
    counts towards its week's number and is spaced around; it is not returned. What was missed is not
    made up. A week has as many sessions as the programme, one in the taper (a week that ends less than
    14 days before an A race), none in the week of an A race.
    """
    if not sessions or not programme.slots:
        return Placement(sessions=(), dropped=_ended(kept, programme, today))
    recent = tuple(one for one in sessions if one.day >= today - BLOCK - WEEK)
    work = agenda(
        programme,
        survey(recent, decisions, settings),
        spots(recent),
        kept=kept,
        decisions=decisions,
        today=today,
    )
    return _dressed(_filled(work, survey(recent, decisions, settings, held=False), _weeks(sessions, work)))


def _ended(kept: Schedule | None, programme: Programme, today: date) -> tuple[Session, ...]:
    """What stood so far where the programme has nothing left, with the reason; said once, as it goes."""
    text = programme.notes[0] if programme.notes else "No strength is asked for any more."
    return tuple(
        replace(one, reasons=(Reason(rule=SLUG, text=text),))
        for one in ((*kept.sessions, *kept.dropped) if kept else ())
        if one.day >= today and one.uid.startswith(PREFIX)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    placed: Placed
    tasks: Mapping[date, tuple[Task, ...]]


def _weeks(sessions: tuple[Session, ...], work: Agenda) -> tuple[date, ...]:
    """The weeks from today's, or the plan's first if that is later, to that of the last session."""
    starts = work.ground.settings.runner.week_starts
    first = week_start(max(work.today, min(one.day for one in sessions)), starts)
    count = (max(one.day for one in sessions) - first).days // 7 + 1
    return tuple(first + place * WEEK for place in range(count))


def _filled(work: Agenda, unheld: Ground, weeks: tuple[date, ...]) -> _Filled:
    """Go through the weeks in order: each sees those before it, and looks one ahead."""
    tasks = {week: work.tasks(week) for week in weeks}
    placed = (*work.standing, *(spot for week in weeks for spot in work.pinned(week)))
    usual: dict[str, Spot] = {}
    for week in weeks:
        around = tuple(one for one in placed if -2 * WEEK <= one.day - week < 3 * WEEK)
        if any(holding(day, work.ground) for day in work.ground.week(week)):
            usual |= {one.uid: one for one in _usual(week, tasks, around, unheld, work)}
        placed = (*placed, *_best(week, tasks, around, work.ground, work))
    return _Filled(placed=Placed(agenda=work, spots=placed, usual=usual), tasks=tasks)


def _best(
    week: date,
    tasks: Mapping[date, tuple[Task, ...]],
    around: tuple[Spot, ...],
    ground: Ground,
    work: Agenda,
) -> tuple[Spot, ...]:
    following = _week(week + WEEK, tasks.get(week + WEEK, ()), work, since=work.today)
    known: dict[tuple[Spot, ...], int] = {}

    def ahead(chosen: tuple[Spot, ...]) -> int:
        # What stands earlier than the week's last two days is not felt in the next week.
        edge = tuple(one for one in chosen if one.loads and one.day >= week + 5 * DAY)
        if edge not in known:
            known[edge] = possible(following, (*around, *edge), ground)
        return known[edge]

    return fill(_week(week, tasks[week], work, since=work.today), around, ground, ahead)


def _usual(
    week: date,
    tasks: Mapping[date, tuple[Task, ...]],
    around: tuple[Spot, ...],
    unheld: Ground,
    work: Agenda,
) -> tuple[Spot, ...]:
    """Where the week's sessions would stand without any hold, whatever day of the week it is."""
    fresh = work.from_scratch(week)
    again = {one.uid for one in fresh}
    others = tuple(one for one in around if one.uid not in again)
    return _best(week, {**tasks, week: fresh}, others, unheld, replace(work, today=week))


def _week(week: date, tasks: tuple[Task, ...], work: Agenda, *, since: date) -> Week:
    light = work.programme.light is not None
    return Week(days=work.ground.week(week), since=since, tasks=tasks, has_light=light)


def _dressed(filled: _Filled) -> Placement:
    placed = filled.placed
    work = placed.agenda
    where = {one.uid: one for one in placed.spots if one.uid not in work.passed}
    found: list[Session] = []
    dropped: list[Session] = []
    for week, tasks in filled.tasks.items():
        found += [placed.session(where[uid], slot) for uid, slot in work.slots(week) if uid in where]
        dropped += [placed.left_out(week, task) for task in tasks if task.uid not in where]
        dropped += [placed.taken_out(week, uid, slot) for uid, slot in work.slots(week) if uid in work.drops]
    return Placement(sessions=_ordered(found), dropped=_ordered(dropped))


def _ordered(sessions: list[Session]) -> tuple[Session, ...]:
    return tuple(sorted(sessions, key=lambda one: (one.day, one.uid)))
