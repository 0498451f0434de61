"""One week filled: so much running on these days, the long run and quality first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.model import Kind, Workout
from surefoot.schedule.building.days import Template
from surefoot.schedule.building.measure import Measure
from surefoot.schedule.building.quality import Hard

USEFUL_METRES, USEFUL_SECONDS = 3000, 1200
"""No easy run is shorter (rule 10)."""
LONG_SHARE = 55  # percent of the week at most; of two runs the long one may have more
LONG_SHARE_OF_TWO = 65
QUALITY_SHARE = 35
BESIDE_LONG = 80  # percent of the other easy runs: the days before and after the long run are shorter
EASY_OF_WEEK = 9  # percent of the week at least: a day more of rest does more than a very short run
EASY_OF_LONG = 85  # percent of the long run at most, so that it stays the long one


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a built week: its day, what it is, and how many steps it counts."""

    day: date
    workout: Workout
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a week leaves: its first day, ``total`` steps, and the most steps by day (0: no running).

    ``long`` is how long the long run is meant to be, 0 for none, and ``easy`` the most of an easy run (None:
    the long run says). ``no_quality`` are days without, ``easy_only`` a week without.
    """

    start: date
    total: int
    most: dict[date, int]
    long: int
    long_weekday: int
    no_quality: frozenset[date] = frozenset()
    easy_only: bool = False
    easy: int | None = None


Session = Callable[[int, bool, int], Hard | None]
"""Makes a quality session: the first or second (0, 1) of its week, whether it is alone, its most steps."""


def fill(room: Room, template: Template, measure: Measure, quality: Session) -> tuple[Run, ...]:
    """Return the week's runs in order of day: never more than ``room`` holds, each run a useful one."""
    days = {(day := room.start + timedelta(days=n)).weekday(): day for n in range(7)}
    useful = max(1, measure.in_time(USEFUL_SECONDS) if measure.minutes else measure.up(USEFUL_METRES))
    others = bool(template.quality or template.easy)
    long = _long(room, days[template.long], useful, others=others)
    hard = _hard(room, [days[one] for one in template.quality], room.total - long, quality)
    taken = {one.day for one in hard}
    able = [day for one in (*template.quality, *template.easy) if (day := days[one]) not in taken]
    able += [] if long else [days[template.long]]
    left = room.total - long - sum(one.steps for one in hard)
    sizes = _easy(room, [day for day in able if room.most.get(day)], left, long, useful)
    easy = [Run(day=day, workout=_plain(Kind.EASY, size, measure), steps=size) for day, size in sizes.items()]
    runs = [*hard, *(one for one in easy if one.steps)]
    if long:
        runs.append(Run(day=days[template.long], workout=_plain(Kind.LONG, long, measure), steps=long))
    return tuple(sorted(runs, key=lambda run: run.day))


def _long(room: Room, day: date, useful: int, *, others: bool) -> int:
    """The long run: as meant, within its day, and not nearly all of the week where others are run."""
    share = LONG_SHARE if len(room.most) > 2 else LONG_SHARE_OF_TWO
    most = min(room.long, room.most.get(day, 0), room.total)
    if others and most > useful:
        most = min(most, max(useful, room.total * share // 100))
    return most if most >= min(useful, room.total) else 0


def _hard(room: Room, days: list[date], left: int, quality: Session) -> list[Run]:
    """The quality sessions, as long as their days and their share of the week allow."""
    runs: list[Run] = []
    for place, day in enumerate(days):
        if day in room.no_quality or room.easy_only:
            continue
        most = min(room.most.get(day, 0), left, room.total * QUALITY_SHARE // 100)
        hard = quality(place, len(days) == 1, most)
        if hard is not None:
            runs.append(Run(day=day, workout=hard.workout, steps=hard.steps))
            left -= hard.steps
    return runs


def _easy(room: Room, days: list[date], left: int, long: int, useful: int) -> dict[date, int]:
    """Share what is left among as many easy days as get a useful run each."""
    ceiling = min(long * EASY_OF_LONG // 100 if long else left, left if room.easy is None else room.easy)
    most = {day: min(room.most[day], max(useful, ceiling)) for day in days}
    worthwhile = max(useful, room.total * EASY_OF_WEEK // 100)
    few = left // worthwhile or int(left >= useful or (not long and left > 0))
    return _shared(sorted(days[:few]), most, left, room.long_weekday)


def _shared(days: list[date], most: dict[date, int], left: int, long: int) -> dict[date, int]:
    """A step at a time to whoever has least for its weight, earlier days first, until nothing is left."""
    weight = {day: BESIDE_LONG if (day.weekday() - long) % 7 in (1, 6) else 100 for day in days}
    sizes = dict.fromkeys(days, 0)
    while left:
        able = [day for day in days if sizes[day] < most[day]]
        if not able:
            break
        least = min(able, key=lambda day: ((sizes[day] + 1) * 100 // weight[day], day))
        sizes[least] += 1
        left -= 1
    return sizes


def _plain(kind: Kind, steps: int, measure: Measure) -> Workout:
    """A plain run; how it feels stands once at the top of the plan, not on every day."""
    title = "Long run" if kind is Kind.LONG else "Easy"
    if measure.minutes:
        return Workout(kind=kind, title=title, seconds=steps * 300)
    return Workout(kind=kind, title=title, metres=measure.metres(steps))
