"""Which day of the week has what, the same in every week."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from surefoot.schedule.building.order import Free

MOST_DAYS = 6
APART = 2  # days: two hard days have at least one easy or free day between them


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Weekdays, Monday 0: the long run's, those of quality in order of importance, and the easy ones.

    ``easy`` is in the order in which days are used while a week holds few runs: widest apart first.
    """

    long: int
    quality: tuple[int, ...]
    easy: tuple[int, ...]


def template(free: Free, *, quality: int) -> Template:
    """Return the week's days; of seven days one stays free, and quality keeps clear of the long run."""
    days = running_days(free)
    hard = _quality(days, free.long, quality)
    order = _widest_apart(days, free.long)
    return Template(long=free.long, quality=hard, easy=tuple(day for day in order if day not in hard))


def running_days(free: Free) -> tuple[int, ...]:
    """Return the days that are run on, at most six: of seven the day after the long run stays free."""
    days = tuple(sorted(set(free.days)))
    return days if len(days) <= MOST_DAYS else tuple(day for day in days if day != (free.long + 1) % 7)


def apart(one: int, other: int) -> int:
    """Return how many days lie from one weekday to the other, the shorter way round."""
    return min((one - other) % 7, (other - one) % 7)


def _quality(days: tuple[int, ...], long: int, count: int) -> tuple[int, ...]:
    """The days that keep hard days furthest apart; fewer than asked for where no more fit."""
    able = [day for day in days if apart(day, long) >= APART]
    for number in range(min(count, len(able)), 0, -1):
        fitting = [
            chosen
            for chosen in combinations(able, number)
            if all(apart(one, other) >= APART for one, other in combinations(chosen, 2))
        ]
        if fitting:
            return max(fitting, key=lambda chosen: _spread((*chosen, long)))
    return ()


def _spread(days: tuple[int, ...]) -> tuple[int, ...]:
    """The gaps between all pairs, narrowest first; earlier days win a tie."""
    gaps = sorted(apart(one, other) for one, other in combinations(days, 2))
    return (*gaps, *(-day for day in sorted(days)))


def _widest_apart(days: tuple[int, ...], long: int) -> tuple[int, ...]:
    used, left = [long], [day for day in days if day != long]
    while left:
        widest = max(left, key=lambda day: (min(apart(day, one) for one in used), -((day - long) % 7)))
        used.append(widest)
        left.remove(widest)
    return tuple(used[1:])
