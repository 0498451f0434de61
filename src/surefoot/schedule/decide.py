"""Advice becomes decisions: what was declined or is already held is not proposed again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from surefoot.model import Advice, Decision, Decline, Effect, Hold, Level, Reason

PAUSE = timedelta(days=14)
"""At most one automatic reduction in this time: alert fatigue (``evidence.md`` 8, HYSTERESIS)."""

EXEMPT = frozenset({"pain", "aggravators", "illness", "after-race", "break-return", "missed"})
"""Policies that answer to the body or to a rest that is due, whatever was reduced before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The next free decision number and the set that the new decisions belong to."""

    next: int
    set: str


def decide(
    advice: Iterable[tuple[str, Advice]],
    decisions: tuple[Decision, ...],
    *,
    today: date,
    now: datetime,
    numbering: Numbering,
) -> tuple[Decision, ...]:
    """Return a new decision for each ``(policy, advice)`` that is due, in a fixed order.

    Advice is due when no decision, standing or withdrawn, has its cause: undone and declined mean no, also
    to what would follow from it (a cause that begins with the same words, as the next days of a hold).
    """
    declined = {
        one.effect.cause for one in decisions if isinstance(one.effect, Decline) and one.withdrawn is None
    }
    answered = {one.cause for one in decisions} | declined
    refused = {one.cause for one in decisions if one.withdrawn is not None and one.cause} | declined
    due = [
        (policy, one)
        for policy, one in sorted(advice, key=lambda pair: (pair[1].cause, pair[0]))
        if one.cause not in answered
        and _last_day(one, today) >= today
        and not any(one.cause.startswith(f"{cause}:") for cause in refused)
    ]
    if _too_soon(decisions, today, now):
        due = [(policy, one) for policy, one in due if _exempt(policy, one)]
    return tuple(
        _decision(policy, one, f"d{numbering.next + place}", numbering.set, today=today, now=now)
        for place, (policy, one) in enumerate(due)
    )


def _exempt(policy: str, advice: Advice) -> bool:
    return policy in EXEMPT or advice.level is Level.STOP


def _too_soon(decisions: tuple[Decision, ...], today: date, now: datetime) -> bool:
    """Whether an automatic reduction that was no exception was made in the last 14 of the runner's days."""
    return any(
        isinstance(one.effect, Hold)
        and one.withdrawn is None
        and one.by not in EXEMPT
        and one.effect.level is not Level.STOP
        and today - one.made.astimezone(now.tzinfo).date() < PAUSE
        for one in decisions
    )


def _last_day(advice: Advice, today: date) -> date:
    return (advice.since or today) + timedelta(days=advice.days - 1)


def _decision(policy: str, advice: Advice, name: str, group: str, *, today: date, now: datetime) -> Decision:
    return Decision(
        id=name,
        set=group,
        made=now,
        by=policy,
        effect=_hold(policy, advice, today),
        reason=Reason(rule=policy, text=advice.reason, value=advice.value, limit=advice.limit, decision=name),
        cause=advice.cause,
    )


def _hold(policy: str, advice: Advice, today: date) -> Effect:
    return Hold(
        rule=policy,
        since=advice.since or today,
        until=_last_day(advice, today),
        keep=int(advice.keep * 100),
        easy_only=advice.easy_only,
        light_only=advice.light_only,
        rest=advice.rest,
        flat=advice.flat,
        run_walk=advice.run_walk,
        longest=advice.longest,
        total=advice.total,
        seconds=advice.seconds,
        level=advice.level,
        pain=advice.pain,
    )
