"""A session as a workout of Garmin's, and how much of it a watch can hold. Pure."""

from __future__ import annotations

import hashlib
import json
import re

from surefoot.plugin import Fidelity, Kind, Session, Workout
from surefoot_garmin.steps import Json, flat, steps, told

RUNNING: Json = {"sportTypeId": 1, "sportTypeKey": "running"}
OTHER: Json = {"sportTypeId": 3, "sportTypeKey": "other"}
STRENGTH: Json = {"sportTypeId": 5, "sportTypeKey": "strength_training"}
MARK = "surefoot:"
"""What the last line of our workouts' notes begins with. No other workout is ever changed or deleted."""
_OURS = re.compile(rf"(?:^|\n){MARK}(\S+)\s*$")
LONGEST = 1000
"""Characters of notes; Garmin's own page takes 1024."""
NAMED = 80
"""Characters of a name, more than a watch shows."""


def body(session: Session) -> Json:
    """Return what is sent for a session; on which day it stands is said apart."""
    work = session.workout
    sport = _sport(work.kind)
    return {
        "workoutName": work.title[:NAMED],
        "description": f"{_notes(work, session.uid)}{MARK}{session.uid}",
        "sportType": sport,
        "estimatedDurationInSecs": work.seconds or 0,
        "workoutSegments": [{"segmentOrder": 1, "sportType": sport, "workoutSteps": steps(work)}],
    }


def uid(description: object) -> str | None:
    """Return the uid of the session of a workout of ours; None for everybody else's."""
    found = _OURS.search(description) if isinstance(description, str) else None
    return found[1] if found else None


def shown(name: object, description: object) -> str:
    """Return a digest of what a person reads; blanks and ends of lines do not count."""
    return _digest("\0".join(" ".join(str(one or "").split()) for one in (name, description)))


def digest(sent: Json) -> str:
    """Return what a body that is sent is known by."""
    return _digest(json.dumps(sent, sort_keys=True))


def fidelity(work: Workout) -> Fidelity:
    """Say what a Garmin watch would not lead through."""
    if work.kind is Kind.REST:
        return Fidelity(level="unsupported", why="rest is nothing to start on a watch")
    lost = tuple(_lost(work))
    return Fidelity(level="degraded", why="; ".join(lost)) if lost else Fidelity()


def _lost(work: Workout) -> list[str]:
    found = []
    if said := sorted({told(one) for one in flat(work)} - {""}):
        found.append(f"in words only: {', '.join(said)}")
    if not work.doses and not work.seconds and not list(flat(work)):
        found.append("it has no length, so it ends with the lap button")
    if len(work.notes) > LONGEST:
        found.append("the end of its notes is cut off")
    return found


def _notes(work: Workout, uid: str) -> str:
    room = LONGEST - len(MARK) - len(uid) - 2
    notes = work.notes.strip().removesuffix(f"surefoot · {uid}").rstrip()  # the core's own mark says the same
    cut = notes if len(notes) <= room else notes[: room - 1].rstrip() + "…"
    return f"{cut}\n\n" if cut else ""


def _sport(kind: Kind) -> Json:
    if kind.is_run:
        return RUNNING
    return STRENGTH if kind in {Kind.STRENGTH, Kind.MICRO} else OTHER


def _digest(seen: str) -> str:
    return hashlib.sha256(seen.encode(errors="replace")).hexdigest()[:20]
