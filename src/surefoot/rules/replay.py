"""What was run up to and including today, each run and each week beside the limit that it had then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Diary, History, Pain, Schedule, Settings
from surefoot.rules.account import JudgedRun, JudgedWeek, account, enter
from surefoot.rules.ledger import Ledger

TENDER = 2
"""Of 10; pain above it keeps a run over its limit out of the longest run (rule 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """All runs and weeks in order, the week in progress among them, and the account they stand in."""

    runs: tuple[JudgedRun, ...]
    weeks: tuple[JudgedWeek, ...]
    ledger: Ledger

    def week(self, day: date) -> JudgedWeek | None:
        """The week that holds ``day``; None before the first run."""
        start = week_start(day, self.ledger.past.starts)
        return next((one for one in reversed(self.weeks) if one.bound.start == start), None)

    def week_before(self, day: date) -> int | None:
        """The metres of the last whole week before ``day``; None where it is not known or had no run."""
        before = self.week(day - WEEK)
        if before is None or not self.ledger.past.known.week(before.bound.start):
            return None
        return before.counted or None


@lru_cache(maxsize=2)
def replay(schedule: Schedule, history: History, diary: Diary, settings: Settings) -> Replay:
    """Return the account with the runs of the week in progress entered as well.

    The last answers are kept, because every policy asks the same; nobody enters anything into them.

    Args:
        schedule: says which days had a race, and what was scheduled where no source records.
        history: what was run.
        diary: what hurt.
        settings: the runner's.
    """
    held = account(
        schedule.sessions,
        history=history,
        kept=schedule,
        settings=settings,
        today=schedule.today,
        tender=frozenset(one.day for one in diary.entries if isinstance(one, Pain) and one.score > TENDER),
    )
    if not held.current:
        return Replay(runs=held.runs, weeks=held.weeks, ledger=held.ledger)
    start = week_start(schedule.today, settings.runner.week_starts)
    bound = held.ledger.week(start, held.current[0].day)
    runs, counted = enter(held.ledger, bound, held.current)
    now = JudgedWeek(bound=bound, counted=counted, metres=sum(run.metres for run in held.current))
    return Replay(runs=(*held.runs, *runs), weeks=(*held.weeks, now), ledger=held.ledger)
