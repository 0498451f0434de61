"""One part of what a report asks for, as the policy gives it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from surefoot.model import Advice, Level, Pain
from surefoot.rules import pain_texts
from surefoot.rules.pain_reading import GO

SOURCE = (
    "Thomee 1997 and Silbernagel et al. 2007 (pain-monitoring scale), Esculier et al. 2018 (not worse next "
    "morning), Warden et al. 2021 (walking first, then stages); the lengths are a judgement"
)


def sore(day: date) -> Advice:
    """Return what sore muscles ask for: no quality that day."""
    return Advice(
        cause=f"sore:{day}",
        reason=pain_texts.sore(day),
        evidence=SOURCE,
        since=day,
        days=1,
        level=Level.INFO,
        easy_only=True,
        light_only=True,
    )


def advised(entry: Pain, part: str, reason: str, *, days: int, **held: Any) -> Advice:
    """One part of what a day's report asks for; its cause names the day and the part, nothing of health."""
    return Advice(
        cause=f"pain:{entry.day}:{part}",
        reason=reason,
        evidence=SOURCE,
        days=days,
        value=entry.score,
        limit=GO,
        pain=entry.day if entry.score > GO else None,
        **{"since": entry.day, **held},
    )


def last_day(advice: Advice) -> date:
    """Return the last day that an advice covers."""
    assert advice.since is not None
    return advice.since + timedelta(days=advice.days - 1)
