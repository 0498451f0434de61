"""A session as a planned event, and an event as it stands there. Pure."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time
from typing import Any

from surefoot.plugin import Kind, Session
from surefoot_intervals import workout

PREFIX = "surefoot:"
"""What the external ids of Surefoot's events begin with. No other event is ever changed or deleted."""

TYPES = {Kind.STRENGTH: "WeightTraining", Kind.MICRO: "WeightTraining", Kind.CROSS: "Workout"}


def external_id(uid: str) -> str:
    """Return the id that the platform keeps for us: it lasts, and knows nothing of the day."""
    return PREFIX + uid


def uid(event: dict[str, Any]) -> str | None:
    """Return the uid of the session of an event of ours; None for everybody else's."""
    found = event.get("external_id")
    return found.removeprefix(PREFIX) if isinstance(found, str) and found.startswith(PREFIX) else None


def body(session: Session) -> dict[str, Any]:
    """Return what is sent for a session."""
    work = session.workout
    race = work.kind is Kind.RACE and work.focus in ("A", "B", "C")
    return {
        "external_id": external_id(session.uid),
        "category": f"RACE_{work.focus}" if race else "WORKOUT",
        "type": TYPES.get(work.kind, "Run"),
        "start_date_local": datetime.combine(session.day, session.at or time.min).isoformat(),
        "name": work.title,
        "description": workout.text(work),
        "moving_time": work.seconds,
        "distance": work.metres,
        "target": "PACE" if workout.has_pace(work) else "AUTO",
    }


def start(event: dict[str, Any]) -> datetime | None:
    """Return when an event stands, by the runner's own clock; None where it does not say."""
    try:
        return datetime.fromisoformat(str(event.get("start_date_local"))).replace(tzinfo=None)
    except ValueError:
        return None


def day(event: dict[str, Any]) -> date | None:
    """Return the day of an event."""
    found = start(event)
    return found.date() if found else None


def shown(event: dict[str, Any]) -> tuple[str, str]:
    """Return the start of an event and a digest of what else a person reads of it.

    Programs write blanks and ends of lines anew, so these do not count.
    """
    read = (event.get(name) for name in ("name", "description", "category", "type"))
    return str(event.get("start_date_local")), _digest(
        "\0".join(" ".join(str(one or "").split()) for one in read)
    )


def digest(sent: dict[str, Any]) -> str:
    """Return what a body that is sent is known by."""
    return _digest(repr(sorted(sent.items())))


def _digest(seen: str) -> str:
    return hashlib.sha256(seen.encode(errors="replace")).hexdigest()[:20]
