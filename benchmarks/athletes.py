"""What a thousand athletes cost against a few: 24 weeks each scheduled on 24 weeks of runs, all of it kept.

Each number of athletes runs in a process of its own, so that memory is that of its athletes alone.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from datetime import timedelta

from seasons import BEGINS, DAYS, KINDS, WEEKS, Season, season

from surefoot.catalogue import load
from surefoot.load.weeks import WEEK
from surefoot.model import Anchor, Entry, History, Kind, Plan, Settings, Workout
from surefoot.schedule.dated import dated
from surefoot.schedule.outlook import Outlook, outlook
from surefoot.strength.programme import programme

TODAY = BEGINS + WEEKS * WEEK
SETTINGS = Settings()
KIND_OF = dict(zip(DAYS, (Kind.QUALITY, Kind.EASY, Kind.EASY, Kind.LONG), strict=True))
AHEAD = 24  # weeks
GROWTH = 5  # percent of the first week, each week


def plan_for(weekly: int) -> Plan:
    """Return 24 weeks on four days that start with ``weekly`` metres and grow."""
    entries = tuple(
        Entry(
            key=f"d{7 * week + day:03d}",
            day=7 * week + day,
            workout=Workout(kind=KIND_OF[day], title=KIND_OF[day].value, metres=_length(weekly, week, day)),
        )
        for week in range(AHEAD)
        for day in DAYS
    )
    return Plan(id="p", name="p", entries=entries, days=7 * AHEAD, starts_on=0)


def _length(weekly: int, week: int, day: int) -> int:
    share = 40 if KIND_OF[day] is Kind.LONG else 20
    return weekly * share * (100 + GROWTH * week) // 10_000


def scheduled(one: Season, exercises: object) -> Outlook:
    """Return what one athlete will do."""
    history = History(since=BEGINS, until=TODAY - timedelta(days=1), activities=one.runs)
    weekly = sum(each.metres for each in one.runs) // WEEKS
    return outlook(
        wanted=dated(plan_for(weekly), Anchor(start=TODAY), week_starts=0).sessions,
        kept=None,
        history=history,
        decisions=(),
        programme=programme(SETTINGS, exercises),
        settings=SETTINGS,
        today=TODAY,
    )


def measure(count: int) -> tuple[float, float]:
    """Return the processor seconds for each of so many athletes, and the greatest memory in MB."""
    exercises = load()
    athletes = [season(KINDS[number % len(KINDS)], number) for number in range(count)]
    scheduled(athletes[0], exercises)  # imports and first calls are not an athlete's
    begun = time.process_time()
    kept = [scheduled(one, exercises) for one in athletes]
    each = (time.process_time() - begun) / len(kept)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return each, most / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--athletes", type=int, nargs="+", default=[20, 100, 1000], help="how many at once")
    asked = parser.parse_args()
    results = []
    for count in asked.athletes:
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            results.append((count, *alone.apply(measure, (count,))))
    _, first, least = results[0]
    print("| athletes | ms each | ratio | MB together | KB for each more |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for count, each, most in results:
        more = 1024 * (most - least) / (count - results[0][0]) if count > results[0][0] else 0
        print(f"| {count} | {1000 * each:.1f} | {each / first:.2f} | {most:.0f} | {more:.0f} |")


if __name__ == "__main__":
    main()
