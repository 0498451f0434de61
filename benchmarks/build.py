"""What building costs: a marathon plan of 24 weeks, and its schedule, beside loading ten years of history.

Run as ``python benchmarks/build.py [ROUNDS]``. The steps take turns, so that a busy machine is busy for all
of them; medians are compared with the time it takes to load the history from the memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from zoneinfo import ZoneInfo

from surefoot.catalogue import load
from surefoot.model import Activity, Anchor, History, Settings, Sport
from surefoot.schedule.build import Built, build
from surefoot.schedule.building.order import Free, Goal, Order, Stand
from surefoot.schedule.dated import dated
from surefoot.schedule.outlook import Outlook, outlook
from surefoot.store import Store
from surefoot.strength.programme import programme

TODAY = date(2027, 1, 4)
RACE = TODAY + timedelta(weeks=24, days=-1)
YEARS = 10
ATHLETES = 20


def runs() -> list[Activity]:
    """Ten years of four runs a week."""
    days = [TODAY - timedelta(days=back) for back in range(1, YEARS * 365) if back % 7 in (1, 2, 4, 6)]
    return [
        Activity(
            id=f"r{day}",
            sport=Sport.RUN,
            start=datetime(day.year, day.month, day.day, 7, tzinfo=UTC),
            offset=0,
            metres=18_000 if day.weekday() == 6 else 9_000,
            seconds=6_480 if day.weekday() == 6 else 3_240,
        )
        for day in sorted(days)
    ]


def read(folder: Path) -> History:
    """Load the history as every command does."""
    with Store.open(folder, write=False) as store:
        return store.history(("runs",), TODAY, ZoneInfo("UTC"))


def order(history: History) -> Order:
    """A marathon after 24 weeks on five days, two of them hard."""
    return Order(
        goal=Goal(name="Marathon", metres=42_195, race=RACE),
        stand=Stand(experience="experienced"),
        free=Free(days=(1, 2, 3, 5, 6), long=6, quality=2),
        today=TODAY,
        history=history,
    )


def scheduled(built: Built, history: History) -> Outlook:
    """Hold the plan inside its limits and place the strength sessions."""
    settings = Settings()
    return outlook(
        wanted=dated(built.plan, Anchor(race=RACE), week_starts=0).sessions,
        kept=None,
        history=history,
        decisions=(),
        programme=programme(settings, load()),
        settings=settings,
        today=TODAY,
    )


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder, write=True) as store:
            store.put_slice("runs", date(1990, 1, 1), TODAY, runs(), datetime(2027, 1, 4, 12, tzinfo=UTC))
        history = read(folder)
        built = build(order(history))
        steps: dict[str, Callable[[], object]] = {
            "load the history": lambda: read(folder),
            "build": lambda: build(order(history)),
            "schedule": lambda: scheduled(built, history),
            f"build and schedule for {ATHLETES} athletes": lambda: [
                scheduled(build(order(history)), history) for _ in range(ATHLETES)
            ],
        }
        times: dict[str, list[float]] = {step: [] for step in steps}
        for _ in range(rounds):
            for step, run in steps.items():
                begun = perf_counter()
                run()
                times[step].append(perf_counter() - begun)
    unit = median(times["load the history"])
    print(f"{len(history.activities)} runs in {YEARS} years")
    print("| step | ratio to loading the history |")
    print("| --- | ---: |")
    for step, taken in times.items():
        print(f"| {step} | {median(taken) / unit:.2f} |")


if __name__ == "__main__":
    main()
