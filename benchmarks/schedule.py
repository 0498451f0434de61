"""How scheduling 52 weeks grows with the years of history: medians of interleaved runs, ratios to 5 years."""

from __future__ import annotations

import statistics
import time
from datetime import UTC, date, datetime, timedelta

from surefoot.catalogue import load
from surefoot.model import Activity, Anchor, Entry, History, Kind, Plan, Settings, Sport, Workout
from surefoot.schedule.dated import dated
from surefoot.schedule.outlook import outlook
from surefoot.strength.programme import programme

YEARS = (5, 10, 20, 40)
ROUNDS = 5
TODAY = date(2027, 1, 4)
WEEK = (
    (1, 8000, Kind.EASY),
    (2, 6000, Kind.EASY),
    (3, 8000, Kind.QUALITY),
    (5, 6000, Kind.EASY),
    (6, 16000, Kind.LONG),
)


def history(years: int) -> History:
    days = [TODAY - timedelta(days=back) for back in range(1, years * 365) if back % 6 not in (0, 2)]
    runs = tuple(
        Activity(
            id=f"r{day}",
            sport=Sport.RUN,
            start=datetime(day.year, day.month, day.day, 7, tzinfo=UTC),
            offset=0,
            metres=9000,
            seconds=3240,
            source="runs",
        )
        for day in sorted(days)
    )
    return History(since=runs[0].day, until=TODAY, activities=runs)


def plan() -> Plan:
    entries = tuple(
        Entry(
            key=f"d{7 * week + day:03d}",
            day=7 * week + day,
            workout=Workout(kind=kind, title=kind.value, metres=metres + (200 * week if week % 4 else 0)),
        )
        for week in range(52)
        for day, metres, kind in WEEK
    )
    return Plan(id="p", name="p", entries=entries, days=364, starts_on=0)


def once(past: History) -> float:
    settings = Settings()
    wanted = dated(plan(), Anchor(start=TODAY), week_starts=0).sessions
    begun = time.process_time()
    outlook(
        wanted=wanted,
        kept=None,
        history=past,
        decisions=(),
        programme=programme(settings, load()),
        settings=settings,
        today=TODAY,
    )
    return time.process_time() - begun


def main() -> None:
    pasts = {years: history(years) for years in YEARS}
    times: dict[int, list[float]] = {years: [] for years in YEARS}
    for _ in range(ROUNDS):
        for years, past in pasts.items():
            times[years].append(once(past))
    least = statistics.median(times[YEARS[0]])
    print("| years | runs | median ms | ratio to 5 years |")
    print("| ---: | ---: | ---: | ---: |")
    for years, past in pasts.items():
        median = statistics.median(times[years])
        print(f"| {years} | {len(past.activities)} | {1000 * median:.0f} | {median / least:.2f} |")


if __name__ == "__main__":
    main()
