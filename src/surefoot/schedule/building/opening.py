"""Everything a draft starts from: the account, the steps, the days, and where the plan is to go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from surefoot.model import Kind, Session, Workout
from surefoot.schedule.building import aims, ladder
from surefoot.schedule.building.book import Book, races
from surefoot.schedule.building.days import running_days, template
from surefoot.schedule.building.draft import Drafting, Line, Week
from surefoot.schedule.building.measure import Measure
from surefoot.schedule.building.order import LITTLE_RUN, LITTLE_WEEK, Order
from surefoot.schedule.building.paces import paces
from surefoot.schedule.building.phases import Phase

HOLD_GROWTH = 110  # percent of the usual week that a plan comes to at least
WALKERS_WEEK = 220  # percent of the longest run, so that the other days stay short for those who begin [H]
LONGER = 7  # percent of the week that a long run is above an equal share, where there is no race


def draft(order: Order, phases: tuple[Phase, ...]) -> tuple[Drafting, tuple[Week, ...]]:
    """Return the weeks of ``phases``, filled, and what they were drafted with.

    It is done twice where the first week comes out with fewer runs than there are days: how much a small
    week may grow depends on how many runs the first one has.
    """
    days = running_days(order.free)
    drafting = _opened(order, phases, days)
    weeks = tuple(drafting.week(one) for one in phases)
    used = tuple(sorted(one.day.weekday() for one in weeks[0].runs))
    if used and used != days:
        drafting = _opened(order, phases, used)
        weeks = tuple(drafting.week(one) for one in phases)
    return drafting, weeks


def _opened(order: Order, phases: tuple[Phase, ...], days: tuple[int, ...]) -> Drafting:
    first = phases[0].start
    book = Book.open(order, first, _stand_ins(first, days, 1000))
    walks = (book.weekly or 0) < LITTLE_WEEK or (book.longest or 0) < LITTLE_RUN
    free = replace(order.free, minutes=True, quality=0) if walks else order.free
    measure = Measure(unit=order.settings.runner.unit, pace=book.pace, minutes=free.minutes)
    made = template(free, quality=free.quality)
    if walks:
        made = replace(made, easy=made.easy[: ladder.MOST_DAYS - 1])
    if walks and book.is_blank:
        used = (made.long, *made.easy)
        book = Book.open(order, first, _stand_ins(first, used, measure.metres(ladder.FIRST_STEPS)))
    runs, volume = _lines(order, book, steps=max((one.step for one in phases), default=0) or 1)
    if walks and order.goal.metres is not None:
        volume = replace(volume, end=min(volume.end, runs.end * WALKERS_WEEK // 100))
    return Drafting(
        order=order,
        phases=phases,
        races=races(order),
        measure=measure,
        template=made,
        book=book,
        paces=paces(order.stand.result) if order.stand.result else None,
        walks=walks,
        runs=runs,
        volume=volume,
    )


def _stand_ins(first: date, days: tuple[int, ...], metres: int) -> tuple[Session, ...]:
    """Runs of the first week, as many as there will be, for the account to count."""
    return tuple(
        Session(
            uid=f"first-{day}",
            day=day,
            plan_day=day,
            workout=Workout(kind=Kind.EASY, title="Easy", metres=metres),
        )
        for day in (first + timedelta(days=n) for n in range(7))
        if day.weekday() in days
    )


def _lines(order: Order, book: Book, *, steps: int) -> tuple[Line, Line]:
    """The longest run and the greatest week, from where the runner stands to where the plan goes."""
    weekly, longest = book.weekly or 0, book.longest or 0
    goal, experience = order.goal, order.stand.experience
    if goal.metres is None:
        week = goal.weekly or weekly
        share = min(100, 100 // len(running_days(order.free)) + LONGER)
        run = max(week * share // 100, min(longest, week // 2))
    else:
        table = aims.between(goal.metres, aims.PEAK_RUN[experience])
        run = max(table, min(longest, table * 5 // 4))
        usual = weekly * HOLD_GROWTH // 100
        week = max(aims.between(goal.metres, aims.PEAK_WEEK[experience]), usual, 2 * run)
    return (
        Line(start=min(longest, run), end=run, steps=steps),
        Line(start=weekly, end=week, steps=steps),
    )
