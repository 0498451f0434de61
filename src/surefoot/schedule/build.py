"""A plan for a goal, within every limit from its first day to its last.

The weeks are drafted against the scheduler's own account of the past, so that no limit is written twice:
each week is as much as the goal asks for and the account leaves. What comes out is a plan like any other;
``cap`` finds nothing in it to alter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from surefoot.load.size import metres as size
from surefoot.load.weeks import week_start
from surefoot.model import Entry, Kind, Plan, Session, Workout
from surefoot.schedule.building import aims
from surefoot.schedule.building.book import past, rest_of_week, stated
from surefoot.schedule.building.draft import Drafting, Week
from surefoot.schedule.building.notes import notes
from surefoot.schedule.building.opening import draft
from surefoot.schedule.building.order import Order
from surefoot.schedule.building.phases import Phase, phases, steady
from surefoot.schedule.building.reach import Reach, earliest, is_far, reach
from surefoot.schedule.building.words import purpose
from surefoot.schedule.limit import Capped, cap

NEARLY = 97  # percent of where a plan goes that count as there
STEADY_WEEKS = (8, 12, 16, 20, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltWeek:
    """One week as people read it: what it is for, in one line; its phase; its metres without the race."""

    start: date
    phase: str
    number: int
    of: int
    is_lighter: bool
    metres: int
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A plan, its weeks, sentences on what was taken into account, and how far it reaches (None: no race).

    ``by_time`` says that its runs are written in minutes, ``from_nothing`` that nothing is known of the
    past. ``far`` are the days of races that are too far beyond the longest run before them, each with that
    run's metres.
    """

    plan: Plan
    weeks: tuple[BuiltWeek, ...]
    notes: tuple[str, ...]
    reach: Reach | None
    by_time: bool
    from_nothing: bool
    far: tuple[tuple[date, int], ...] = ()


def build(order: Order) -> Built:
    """Return the plan for ``order``.

    Its race is in the second week of the plan or later. From nothing, every race is six weeks away or more:
    before that, the first week is all there is to measure the others by.
    """
    drafting, weeks = _drafted(order)
    longest = _longest(drafting, weeks)
    unit = order.settings.runner.unit
    found = None if order.goal.metres is None else reach(order.goal.metres, longest)
    return Built(
        plan=_plan(order, weeks),
        weeks=(
            *_this_week(order, drafting),
            *(
                BuiltWeek(
                    start=one.phase.start,
                    phase=one.phase.name,
                    number=one.phase.number,
                    of=one.phase.of,
                    is_lighter=one.phase.lighter,
                    metres=one.metres,
                    purpose=purpose(one, unit, longest=one is _with_longest(weeks)),
                )
                for one in weeks
            ),
        ),
        notes=notes(order, drafting, weeks),
        reach=found,
        by_time=drafting.measure.minutes,
        from_nothing=drafting.book.is_blank,
        far=tuple(
            (one.day, before)
            for one in drafting.races
            if is_far(one.workout.metres or 0, before := _longest(drafting, weeks, one.day))
        ),
    )


def earliest_race(order: Order, found: Reach) -> date | None:
    """Return the first day on which the race is within reach, drafting the same plan for later days."""
    return earliest(order, found.needed, lambda other: _longest(*_drafted(other)))


def capped(order: Order, plan: Plan) -> Capped:
    """Return what the scheduler makes of a built plan: the very same plan."""
    assert plan.start is not None
    sessions = (
        Session(uid=one.key, day=day, plan_day=day, workout=one.workout)
        for one in plan.entries
        for day in (date.fromordinal(plan.start.toordinal() + one.day),)
    )
    return cap(
        (*past(order), *sessions),
        history=order.history,
        kept=order.kept,
        decisions=(),
        settings=stated(order.settings, order.stand),
        today=order.today,
    )


def _drafted(order: Order) -> tuple[Drafting, tuple[Week, ...]]:
    """The plan that grows over a usual season; over all its weeks where that does not reach as far."""
    if order.goal.metres is None:
        tries = (steady(order, count) for count in STEADY_WEEKS)
        return _first(order, tries, lambda made: made.peak_week * 100 >= NEARLY * made.volume.end)
    season = aims.between(order.goal.metres, aims.SEASON)
    plans = (phases(order, growing=season), phases(order))
    return _first(order, plans, lambda made: made.peak_long * 100 >= NEARLY * made.runs.end)


def _first(
    order: Order, tries: Iterable[tuple[Phase, ...]], is_there: Callable[[Drafting], bool]
) -> tuple[Drafting, tuple[Week, ...]]:
    """The first attempt that gets where it goes, else the last one."""
    made: tuple[Drafting, tuple[Week, ...]] | None = None
    for attempt in tries:
        made = draft(order, attempt)
        if is_there(made[0]):
            break
    assert made is not None
    return made


def _longest(drafting: Drafting, weeks: tuple[Week, ...], before: date | None = None) -> int:
    """The longest run before a day, or else before the race, in metres."""
    race = before or drafting.order.goal.race
    return max(
        (
            drafting.measure.metres(run.steps)
            for week in weeks
            for run in week.runs
            if race is None or run.day < race
        ),
        default=0,
    )


def _with_longest(weeks: tuple[Week, ...]) -> Week | None:
    """The last of the weeks with the longest long run, where the plan builds up to it."""
    able = [one for one in weeks if one.long is not None]
    if not able:
        return None
    return max(able, key=lambda one: (one.long.steps if one.long else 0, one.phase.start))


def _this_week(order: Order, drafting: Drafting) -> Iterable[BuiltWeek]:
    """The week in progress, where something accepted is still ahead in it."""
    now = rest_of_week(order)
    if now:
        yield BuiltWeek(
            start=week_start(order.today, order.settings.runner.week_starts),
            phase="base",
            number=0,
            of=0,
            is_lighter=False,
            metres=sum(size(one.workout, drafting.measure.pace) for one in now),
            purpose="The rest of this week, as it stands.",
        )


def _plan(order: Order, weeks: tuple[Week, ...]) -> Plan:
    """The weeks as a plan whose day 0 is the first day of the first week."""
    now = rest_of_week(order)
    starts = order.settings.runner.week_starts
    first = week_start(order.today, starts) if now else weeks[0].phase.start
    found = [(one.day, one.workout) for one in now]
    found += [(run.day, run.workout) for week in weeks for run in week.runs]
    found += [(one.day, one.workout) for week in weeks for one in week.raced]
    entries = tuple(_entries(sorted(found, key=lambda one: one[0]), first))
    race = next((one.key for one in entries if one.workout.focus == "A"), None)
    return Plan(
        id="",
        name=order.goal.name,
        entries=entries,
        days=7 * (len(weeks) + bool(now)),
        race=race,
        start=first,
        starts_on=0 if starts == 0 else None,
        unit=order.settings.runner.unit,
    )


def _entries(found: Iterable[tuple[date, Workout]], first: date) -> Iterable[Entry]:
    """Entries with the keys that a plan file gives them: the day, the kind and its ordinal on that day."""
    counted: Counter[tuple[int, Kind]] = Counter()
    for on, workout in found:
        day = (on - first).days
        counted[day, workout.kind] += 1
        key = f"d{day:03d}-{workout.kind}-{counted[day, workout.kind]}"
        yield Entry(key=key, day=day, workout=workout)
