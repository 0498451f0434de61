"""What the rules that cut nothing say of a plan; the limits speak where they are applied."""

from __future__ import annotations

from datetime import date

from surefoot.load import size
from surefoot.model import Finding, Session, Settings
from surefoot.rules import back_to_back, long_run_share, long_run_time, rest_day
from surefoot.rules.plan_weeks import plan_weeks


def plan_findings(
    sessions: tuple[Session, ...],
    settings: Settings,
    *,
    begins: date | None = None,
    easy_pace: int | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of rest-day, back-to-back-hard, long-run-share and long-run-time.

    Args:
        sessions: the plan's, on their days, in any order.
        settings: the runner's; weeks begin on ``runner.week_starts``.
        begins: a day of the plan's first week, from which weeks are counted; None: the first session's.
        easy_pace: seconds per km from the runner's past; None: the runner's own setting, else 6:30.

    Returns:
        In order of week, day and rule.
    """
    weeks = plan_weeks(sessions, settings.runner.week_starts, begins=begins)
    pace = easy_pace or settings.runner.easy_pace or size.USUAL_PACE
    found = (
        *rest_day.find(weeks),
        *back_to_back.find(weeks),
        *long_run_share.find(weeks, settings, pace),
        *long_run_time.find(weeks, settings, pace),
    )
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> tuple[int, date, str, str]:
    return finding.week or 0, finding.day or date.min, finding.rule, finding.uid or ""
