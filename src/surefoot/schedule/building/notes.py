"""What a built plan takes into account and its runner may wonder about, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.model import Kind
from surefoot.schedule.building import aims
from surefoot.schedule.building.days import MOST_DAYS
from surefoot.schedule.building.draft import Drafting, Week
from surefoot.schedule.building.order import Order
from surefoot.text.days import WEEKDAYS
from surefoot.text.units import brief, duration, pace

HALF = 50
NEAR = 90  # percent of where the plan goes that are worth no word


def notes(order: Order, made: Drafting, weeks: tuple[Week, ...]) -> tuple[str, ...]:
    """Return the sentences, in the order a reader asks."""
    return (*_of_start(order, made), *_of_days(order, made, weeks), *_of_lengths(order, made))


def _of_start(order: Order, made: Drafting) -> Iterator[str]:
    unit = order.settings.runner.unit
    if made.book.is_blank:
        yield (
            "Nothing is known of earlier runs, so the plan begins with 20 minutes of running and walking in "
            "turns. If you run already, say how much: --weekly 20km --longest 8km."
        )
    else:
        weekly, longest = made.book.weekly or 0, made.book.longest or 0
        yield (f"It starts from {brief(weekly, unit)} a week and a longest run of {brief(longest, unit)}.")
    if made.book.away:
        yield (
            "Ten days or more lie between your last run and the plan's first, so it begins with "
            f"{'half' if made.book.away >= HALF else 'a third'} of what was usual. If you run before then, "
            "build again."
        )
    if made.measure.minutes:
        yield f"Runs by time count at {pace(made.measure.pace, unit)}."


def _of_days(order: Order, made: Drafting, weeks: tuple[Week, ...]) -> Iterator[str]:
    if len(set(order.free.days)) > MOST_DAYS:
        yield f"{WEEKDAYS[(order.free.long + 1) % 7].title()} stays free: every week has a day without a run."
    asked = 0 if made.walks else order.free.quality
    able = len(made.template.quality)
    if able < asked:
        few = "no hard session keeps" if able == 0 else "a second hard session does not keep"
        yield f"On these days {few} a day clear of the long run; the other runs are easy."
    if (
        order.goal.race
        and asked
        and able
        and not any(one.workout.kind is Kind.QUALITY for week in weeks for one in week.runs)
    ):
        yield "The weeks are too small for hard sessions: all running is easy."


def _of_lengths(order: Order, made: Drafting) -> Iterator[str]:
    unit = order.settings.runner.unit
    seconds = order.free.most[order.free.long]
    if seconds and made.measure.metres(made.measure.in_time(seconds)) <= made.peak_long < made.runs.end:
        yield (
            f"The long run stays within {duration(seconds)}: {brief(made.peak_long, unit)} at your easy pace."
        )
    elif made.runs.end * made.measure.pace // 1000 > aims.LONGEST_SECONDS and made.peak_long < made.runs.end:
        yield f"No run is longer than {duration(aims.LONGEST_SECONDS)}: {brief(made.peak_long, unit)}."
    if made.peak_week * 100 < NEAR * made.volume.end:
        yield (
            f"The greatest week comes to {brief(made.peak_week, unit)}: as much as your limits and days hold."
        )
