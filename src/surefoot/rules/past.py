"""What the rules about the past say: over-runs, a week that was over, runs that were missed."""

from __future__ import annotations

from datetime import date

from surefoot.model import Diary, Finding, History, Schedule, Settings
from surefoot.rules import aggravators, missed, overrun, overrun_week, pain_ask

NOTHING_REPORTED = Diary()


def past_findings(
    schedule: Schedule,
    history: History,
    settings: Settings,
    *,
    today: date,
    diary: Diary = NOTHING_REPORTED,
) -> tuple[Finding, ...]:
    """Return what is worth saying today of what was run, in order of day and rule.

    Args:
        schedule: with its past sessions; ``schedule.today`` is where the past ends.
        history: what was run.
        settings: the runner's.
        today: the day on which missed runs are counted.
        diary: what hurt; it moves limits, so pass what the policies see.
    """
    found = (
        *overrun.past(schedule, history, diary, settings),
        *overrun_week.past(schedule, history, diary, settings),
        *pain_ask.past(schedule, history, diary, settings),
        *aggravators.past(history, settings, today),
        *missed.past(schedule, history, settings, today=today),
    )
    return tuple(sorted(found, key=lambda one: (one.day or today, one.rule)))
