"""The scheduler's own account, asked week by week what may be built: no limit is written twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from surefoot.load.runs import Run
from surefoot.load.size import metres as size
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Kind, Session, Settings, Workout
from surefoot.rules.account import Account, account, enter
from surefoot.rules.ledger import Ledger, WeekBound
from surefoot.schedule.building.order import Order, Stand
from surefoot.schedule.building.phases import first_week


@dataclass(slots=True, kw_only=True)
class Book:
    """The runner's past, closed up to the plan's first week, and every built week after it.

    ``weekly`` and ``longest`` are where the runner stands, in metres; ``is_blank`` says that nothing is
    known of it, neither by record nor by word. ``away`` is the share in percent that a return from a break
    begins with, 0 where there is none.
    """

    ledger: Ledger
    pace: int
    weekly: int | None
    longest: int | None
    is_blank: bool
    away: int = 0

    @classmethod
    def open(cls, order: Order, first: date, usual: tuple[Session, ...]) -> Book:
        """Open the account; ``usual`` are sessions of the first week that stand in for an unknown past."""
        settings = stated(order.settings, order.stand)
        opened = account(
            (*past(order), *rest_of_week(order), *usual, *races(order)),
            history=order.history,
            kept=order.kept,
            settings=settings,
            today=order.today,
        )
        _enter_current(opened, order, first)
        known = opened.ledger.past
        bound = opened.ledger.week(first, min((one.day for one in usual), default=first))
        return cls(
            ledger=opened.ledger,
            pace=opened.pace,
            weekly=known.reference(first).metres,
            longest=known.longest(first),
            away=bound.share or 0,
            is_blank=known.last is None
            and settings.runner.weekly is None
            and settings.runner.longest is None,
        )

    def week(self, start: date, first: date, raced: tuple[Session, ...]) -> WeekBound:
        """Return the limit of a week whose first run is on ``first``, its races said before."""
        for one in raced:
            self.ledger.race(one.day, one.workout.metres or 0, start)
        return self.ledger.week(start, first)

    def run(self, day: date, bound: WeekBound) -> int:
        """Return the most metres a run on ``day`` may have; 0 where a race is too near behind."""
        if self.ledger.no_running(day):
            return 0
        limit = self.ledger.run(day, bound).limit
        return 300_000 if limit is None else limit

    def no_quality(self, day: date, bound: WeekBound) -> bool:
        """Whether a break or a race is too near behind for a hard session."""
        return self.ledger.no_quality(day, bound) is not None

    def close(self, bound: WeekBound, runs: list[tuple[date, int, bool]]) -> None:
        """Enter a built week: day, metres, whether it is a race, in order of day."""
        done = tuple(Run(day=day, metres=metres, seconds=0, race=race) for day, metres, race in sorted(runs))
        _, counted = enter(self.ledger, bound, done)
        self.ledger.close(bound, counted, len(done))


def stated(settings: Settings, stand: Stand) -> Settings:
    """Return the settings with what the runner says of the past, where it is said."""
    runner = settings.runner
    return replace(
        settings,
        runner=replace(
            runner,
            weekly=stand.weekly if stand.weekly is not None else runner.weekly,
            longest=stand.longest if stand.longest is not None else runner.longest,
        ),
    )


def races(order: Order) -> tuple[Session, ...]:
    """Return the races from the plan's first week on as sessions, in order of day."""
    goal = order.goal
    first = first_week(order.today, order.settings.runner.week_starts)
    found = [(one.day, one.metres, one.focus) for one in order.also if one.day >= first]
    if goal.race is not None and goal.metres is not None:
        found.append((goal.race, goal.metres, "A"))
    return tuple(
        Session(
            uid=f"race-{day}",
            day=day,
            plan_day=day,
            workout=Workout(
                kind=Kind.RACE,
                title="parkrun" if focus == "parkrun" else "Race",
                metres=metres,
                focus=focus,
            ),
        )
        for day, metres, focus in sorted(found)
    )


def past(order: Order) -> tuple[Session, ...]:
    """Return the accepted sessions of the days that are over: a new plan keeps them."""
    return tuple(one for one in (order.kept.sessions if order.kept else ()) if one.day < order.today)


def rest_of_week(order: Order) -> tuple[Session, ...]:
    """Return the accepted runs from today to the plan's first week: the week in progress goes on as it is."""
    first = first_week(order.today, order.settings.runner.week_starts)
    sessions = order.kept.sessions if order.kept else ()
    return tuple(one for one in sessions if order.today <= one.day < first and one.workout.kind.is_run)


def _enter_current(opened: Account, order: Order, first: date) -> None:
    """Close the weeks from the one in progress up to the plan's first."""
    ledger = opened.ledger
    week = week_start(order.today, order.settings.runner.week_starts)
    while week < first:
        done = tuple(one for one in opened.current if week <= one.day < week + WEEK)
        ran = {one.day for one in done}
        ahead = (_as_run(one, opened.pace) for one in rest_of_week(order) if one.day not in ran)
        runs = tuple(sorted((*done, *ahead), key=lambda run: run.day))
        bound = ledger.week(week, runs[0].day if runs else None)
        _, counted = enter(ledger, bound, runs)
        ledger.close(bound, counted, len(runs))
        week += WEEK


def _as_run(session: Session, pace: int) -> Run:
    race = session.workout.kind is Kind.RACE
    return Run(day=session.day, metres=size(session.workout, pace), seconds=0, race=race)
