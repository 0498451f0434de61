"""The account opened: everything known of the past entered, each run and week with the limit it had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from surefoot.load.known import DAY, Known, days, silent_days
from surefoot.load.past import Baseline, Past
from surefoot.load.runs import Run, runs_done
from surefoot.load.size import easy_pace
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import History, Kind, Schedule, Session, Settings
from surefoot.rules import after_race, no_baseline
from surefoot.rules.ledger import Ledger, RunBound, WeekBound

BEGUN = 4 * WEEK  # a plan with a session in the last four weeks has begun


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRun:
    """A run that was done, with the limit it had on its day."""

    run: Run
    bound: RunBound


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedWeek:
    """A week that was run: its limit, its metres (a race at its own limit at most), its real metres."""

    bound: WeekBound
    counted: int
    metres: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The ledger, closed up to the week of today, and all that went into it.

    ``from_plan`` says that the plan's first days may stand in for a past of which nothing is known, and
    ``usual`` are the uids of those that do.
    ``runs`` and ``weeks`` are the judged past; ``current`` are the runs already done in the week in
    progress, today's among them, which are not entered yet.
    """

    ledger: Ledger
    pace: int
    baseline: Baseline
    from_plan: bool
    usual: frozenset[str]
    runs: tuple[JudgedRun, ...]
    weeks: tuple[JudgedWeek, ...]
    current: tuple[Run, ...]


def account(
    sessions: tuple[Session, ...],
    *,
    history: History,
    kept: Schedule | None,
    settings: Settings,
    today: date,
    tender: frozenset[date] = frozenset(),
) -> Account:
    """Open the account of a runner: read ``history`` once, up to and including today.

    ``sessions`` are all there are, past ones included: where nothing is known of the past, the plan's
    first seven days stand in for it. ``tender`` are days with pain above 2 of 10.
    """
    pace = easy_pace(history, settings, sessions)
    done = tuple(
        run
        for run in runs_done(history, kept, settings)
        if run.day < today or (run.day == today and not history.assumed)
    )
    first = no_baseline.first_day(sessions)
    since = _since(history, done, first, settings.runner.week_starts)
    from_plan = _from_plan(since, first, settings)
    baseline = no_baseline.baseline(sessions, settings, pace, from_plan=from_plan)
    known = Known(
        since=since,
        silent=silent_days(history.unknown, since, min(history.until, today - DAY)),
        open=_open(sessions, settings, today),
    )
    ledger = Ledger(
        past=Past(
            known=known,
            starts=settings.runner.week_starts,
            span=settings.limits.spike_days,
            baseline=baseline,
        ),
        settings=settings,
        today=today,
        begins=first or date.max,
        tender=tender,
        training=frozenset(one.day for one in sessions if _is_training(one)),
    )
    weeks, runs, current = _entered(ledger, done)
    return Account(
        ledger=ledger,
        pace=pace,
        baseline=baseline,
        from_plan=from_plan,
        usual=_usual(sessions, settings) if from_plan else frozenset(),
        runs=runs,
        weeks=weeks,
        current=current,
    )


def enter(ledger: Ledger, bound: WeekBound, runs: Iterable[Run]) -> tuple[tuple[JudgedRun, ...], int]:
    """Enter the runs of one week in order of day; return them judged, and what they count together."""
    judged, counted = [], 0
    for run in runs:
        limit = ledger.run(run.day, bound)
        counted += ledger.enter(run.day, run.metres, bound, limit, race=run.race)
        judged.append(JudgedRun(run=run, bound=limit))
    return tuple(judged), counted


def _entered(
    ledger: Ledger, done: tuple[Run, ...]
) -> tuple[tuple[JudgedWeek, ...], tuple[JudgedRun, ...], tuple[Run, ...]]:
    """Enter all weeks before the one in progress; its runs so far are the last of what is returned."""
    starts = ledger.past.starts
    now = week_start(ledger.today, starts)
    by_week: dict[date, list[Run]] = {}
    for run in done:
        by_week.setdefault(week_start(run.day, starts), []).append(run)
    judged: list[JudgedRun] = []
    weeks: list[JudgedWeek] = []
    week = min(by_week, default=now)
    while week < now:
        runs = by_week.get(week, [])
        bound = ledger.week(week, runs[0].day if runs else None)
        of_week, counted = enter(ledger, bound, runs)
        ledger.close(bound, counted, len(runs))
        judged += of_week
        weeks.append(JudgedWeek(bound=bound, counted=counted, metres=sum(run.metres for run in runs)))
        week += WEEK
    return tuple(weeks), tuple(judged), tuple(by_week.get(now, ()))


def _since(history: History, done: tuple[Run, ...], first: date | None, starts: int) -> date | None:
    """The first day of which something is known.

    Days without any run before the first one say nothing: the watch may have been new.
    """
    if first is not None and not any(run.day < first for run in done):
        asked = history.since if history.since is not None and not history.assumed else first
        return max(first, min(asked, done[0].day)) if done else max(first, asked)
    if not done:
        return None
    if history.since is None or history.since > done[0].day:
        return done[0].day
    return max(history.since, week_start(done[0].day, starts))


def _from_plan(since: date | None, first: date | None, settings: Settings) -> bool:
    """Whether no whole week is known from before the plan."""
    if since is None or first is None:
        return True
    starts = settings.runner.week_starts
    begins = week_start(since, starts)
    return (begins if begins == since else begins + WEEK) + WEEK > first


def _usual(sessions: tuple[Session, ...], settings: Settings) -> frozenset[str]:
    if settings.runner.weekly is not None or settings.runner.longest is not None:
        return frozenset()
    return frozenset(one.uid for one in no_baseline.first_runs(sessions))


def _open(sessions: tuple[Session, ...], settings: Settings, today: date) -> frozenset[date]:
    """The days from today until a plan begins that has not begun; the next few without a run are rest."""
    if any(today - BEGUN <= one.day < today for one in sessions):
        return frozenset()
    first = min((one.day for one in sessions if one.day >= today), default=today)
    return (
        frozenset(days(today, first)) if (first - today).days >= settings.limits.break_days else frozenset()
    )


def _is_training(session: Session) -> bool:
    return session.workout.kind is Kind.RACE and session.workout.focus in after_race.TRAINING
