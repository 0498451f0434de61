"""Hold every run and every week inside its limits.

Weeks are decided in order; each sees what was really run and, after that, the weeks as already decided. In
every week single runs come first, in order of day, then the week as a whole. No run is ever raised, moved or
added, and what no limit touches comes back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from surefoot.load.pairing import pair
from surefoot.load.runs import Run
from surefoot.load.size import by_time, uncounted
from surefoot.load.size import metres as size
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Decision, Drop, Finding, History, Kind, Off, Reason, Schedule, Session, Settings
from surefoot.rules.account import Account, JudgedWeek, account
from surefoot.schedule.found import Finder
from surefoot.schedule.given import Given
from surefoot.schedule.holds import holds
from surefoot.schedule.slots import Slot
from surefoot.schedule.weekly import Decided, decide_week

REACH = 6 * WEEK
"""How far back a hold may have begun that still counts what was run since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLimit:
    """One week in metres: as planned, as allowed, its limit and reference (None: nothing limits it), as run.

    ``estimated`` says that a run by time is in it, ``uncounted`` that a run without any size is.
    """

    start: date
    planned: int
    allowed: int
    limit: int | None
    reference: int | None
    done: int
    estimated: bool = False
    uncounted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Capped:
    """The sessions inside their limits, what had to go, what was found from today on, and every week."""

    sessions: tuple[Session, ...]
    dropped: tuple[Session, ...]
    findings: tuple[Finding, ...]
    weeks: tuple[WeekLimit, ...]


def cap(
    sessions: tuple[Session, ...],
    *,
    history: History,
    kept: Schedule | None,
    decisions: tuple[Decision, ...],
    settings: Settings,
    today: date,
    skipped: tuple[Session, ...] = (),
) -> Capped:
    """Return the sessions inside the limits of their past, each cut one with its reasons.

    Args:
        sessions: past ones as they were accepted, which are never touched, and wanted ones from today on,
            after the runner's moves; sessions that are no runs pass through.
        history: what was really run.
        kept: the accepted schedule; where nothing records, what it held counts as done.
        decisions: all that were made, in any order; holds and allowances among them count.
        settings: the runner's, with the numbers of all limits.
        today: the day that is still open. A session of today that was run is no longer touched.
        skipped: what the runner left out from today on; the other runs of its week get nothing of it.
    """
    standing = holds(decisions)
    opened = account(
        sessions, history=history, kept=kept, settings=settings, today=today, tender=standing.tender
    )
    ran = _run_today(sessions, history, settings, today)
    starts = settings.runner.week_starts
    now = week_start(today, starts)
    behind = tuple(one for one in sessions if one.workout.kind.is_run and (one.day < today or one.uid in ran))
    given = Given(
        ledger=opened.ledger,
        holds=standing,
        settings=settings,
        pace=opened.pace,
        today=today,
        open=tuple(
            one
            for one in _ordered(sessions)
            if one.workout.kind.is_run and one.day >= today and one.uid not in ran
        ),
        done=tuple(run for run in _done_runs(opened) if run.day >= now - REACH),
        past=tuple(one for one in behind if one.day >= now),
        behind=tuple(one for one in (*behind, *_left_out(kept, today)) if one.day >= now),
        usual=opened.usual,
        unsure=tuple(one for one in behind if one.day in opened.ledger.past.known.silent),
        skipped=_skipped((*skipped, *_left_out(kept, today)), decisions, opened),
    )
    finder = Finder(sessions=sessions, opened=opened, settings=settings, today=today)
    decided = []
    for start in _weeks(now, given.open):
        week = decide_week(given, start)
        decided.append(week)
        finder.look(week)
    return _capped(sessions, decided, finder, opened, starts)


def _left_out(kept: Schedule | None, today: date) -> Iterable[Session]:
    return (one for one in (kept.dropped if kept else ()) if one.day < today)


def _skipped(
    sessions: Iterable[Session], decisions: tuple[Decision, ...], opened: Account
) -> tuple[Session, ...]:
    """The runs that the runner left out, without those of days on which something was run after all."""
    noes = {one.id for one in decisions if one.withdrawn is None and isinstance(one.effect, (Drop, Off))}
    ran = {run.day for run in _done_runs(opened)}
    return tuple(
        one
        for one in sessions
        if one.workout.kind.is_run
        and one.workout.kind is not Kind.RACE
        and one.day not in ran
        and any(why.decision in noes for why in one.reasons)
    )


def _done_runs(opened: Account) -> Iterable[Run]:
    return (*(one.run for one in opened.runs), *opened.current)


def _weeks(now: date, sessions: Iterable[Session]) -> Iterable[date]:
    last = max((one.day for one in sessions), default=now)
    while now <= last:
        yield now
        now += WEEK


def _run_today(
    sessions: tuple[Session, ...], history: History, settings: Settings, today: date
) -> frozenset[str]:
    """The sessions of today that were run today."""
    now = week_start(today, settings.runner.week_starts)
    near = (one for one in sessions if now <= one.day < now + WEEK)
    done = pair(near, (one for one in history.activities if now <= one.day <= today), settings).done
    by_uid = {one.uid: one for one in sessions}
    return frozenset(uid for uid, run in done if by_uid[uid].day == today == run.day)


def _capped(
    sessions: tuple[Session, ...], decided: list[Decided], finder: Finder, opened: Account, starts: int
) -> Capped:
    slots = [one for each in decided for one in each.week.slots]
    after = {one.session.uid: session for each in decided for one, session in _sessions(each)}
    gone = tuple(
        replace(one.session, reasons=after[one.session.uid].reasons)
        for one in slots
        if one.metres == 0 and one.planned
    )
    dropped = _ordered((*gone, *(one for each in decided for one in each.dropped)))
    out = {one.uid for one in dropped}
    stays = _ordered(after.get(one.uid, one) for one in sessions if one.uid not in out)
    return Capped(
        sessions=stays,
        dropped=dropped,
        findings=tuple(finder.findings()),
        weeks=tuple(_week_limits(sessions, stays, decided, opened, starts)),
    )


def _sessions(decided: Decided) -> Iterable[tuple[Slot, Session]]:
    """Each run of the week as it was decided, with its reasons."""
    for one in decided.week.slots:
        yield one, _session(one, decided.why[one.session.uid])


def _week_limits(
    before: tuple[Session, ...],
    after: tuple[Session, ...],
    decided: list[Decided],
    opened: Account,
    starts: int,
) -> Iterable[WeekLimit]:
    if not before:
        return
    past = {one.bound.start: one for one in opened.weeks}
    ahead = {one.bound.start: one for one in decided}
    planned, allowed = _by_week(before, starts), _by_week(after, starts)
    done = _done(opened, starts)
    start = min(planned)
    while start <= max(planned):
        week: JudgedWeek | Decided | None = ahead.get(start, past.get(start))
        wanted = planned.get(start, ())
        yield WeekLimit(
            start=start,
            planned=sum(size(one.workout, opened.pace) for one in wanted),
            allowed=sum(size(one.workout, opened.pace) for one in allowed.get(start, ())),
            limit=week.bound.limit if week else None,
            reference=week.bound.reference if week else None,
            done=done.get(start, 0),
            estimated=any(by_time(one.workout) for one in wanted),
            uncounted=any(uncounted(one.workout) for one in wanted),
        )
        start += WEEK


def _by_week(sessions: Iterable[Session], starts: int) -> dict[date, list[Session]]:
    found: dict[date, list[Session]] = {}
    for one in sessions:
        found.setdefault(week_start(one.day, starts), []).append(one)
    return found


def _done(opened: Account, starts: int) -> dict[date, int]:
    found = {one.bound.start: one.metres for one in opened.weeks}
    for run in opened.current:
        week = week_start(run.day, starts)
        found[week] = found.get(week, 0) + run.metres
    return found


def _session(slot: Slot, reasons: tuple[Reason, ...]) -> Session:
    """The session as it was decided; the very same where nothing was made of it."""
    if not reasons and slot.metres == slot.planned and slot.workout == slot.session.workout:
        return slot.session
    workout = slot.now() if slot.metres else slot.workout
    return replace(slot.session, workout=workout, reasons=(*slot.session.reasons, *reasons))


def _ordered(sessions: Iterable[Session]) -> tuple[Session, ...]:
    return tuple(sorted(sessions, key=lambda one: (one.day, one.uid)))
