"""The runner's word on single sessions and days: move, resize, drop, add, off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from surefoot.model import Add, Decision, Drop, Kind, Move, Off, Reason, Resize, Session
from surefoot.schedule.resized import resized


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What stands after the runner's decisions, and what they took out."""

    sessions: tuple[Session, ...]
    dropped: tuple[Session, ...]


def apply(wanted: Iterable[Session], decisions: Iterable[Decision], *, today: date) -> Applied:
    """Apply the decisions that stand, in the order they were made, to the sessions from ``today`` on.

    Decisions on different uids commute: each looks only at its own session, days off come last.
    """
    standing = [one for one in decisions if one.withdrawn is None]
    sessions = {one.uid: one for one in wanted}
    dropped: dict[str, Session] = {}
    for decision in standing:
        _one(decision, sessions, dropped)
    for decision in standing:
        _off(decision, sessions, dropped, today)
    return Applied(
        sessions=tuple(sorted(sessions.values(), key=_place)),
        dropped=tuple(sorted(dropped.values(), key=_place)),
    )


def _place(session: Session) -> tuple[date, str]:
    return session.day, session.uid


def _one(decision: Decision, sessions: dict[str, Session], dropped: dict[str, Session]) -> None:
    effect = decision.effect
    if isinstance(effect, Add):
        sessions[effect.uid] = Session(
            uid=effect.uid, day=effect.day, workout=effect.workout, reasons=(_reason(decision),)
        )
    elif isinstance(effect, (Move, Resize, Drop)) and effect.uid in sessions:
        _change(decision, effect, sessions, dropped)


def _change(
    decision: Decision,
    effect: Move | Resize | Drop,
    sessions: dict[str, Session],
    dropped: dict[str, Session],
) -> None:
    session = sessions[effect.uid]
    reasons = (*session.reasons, _reason(decision))
    match effect:
        case Move():
            sessions[effect.uid] = replace(
                session, day=effect.day, at=effect.at or session.at, reasons=reasons
            )
        case Resize():
            workout = resized(session.workout, effect)
            sessions[effect.uid] = replace(session, workout=workout, reasons=reasons)
        case Drop():
            dropped[effect.uid] = replace(sessions.pop(effect.uid), reasons=reasons)


def _off(decision: Decision, sessions: dict[str, Session], dropped: dict[str, Session], today: date) -> None:
    """Take out what stands on a day off; a race stands whatever else is off."""
    effect = decision.effect
    if not isinstance(effect, Off):
        return
    for uid, session in list(sessions.items()):
        on = max(effect.since, today) <= session.day <= effect.until
        if on and session.workout.kind is not Kind.RACE:
            dropped[uid] = replace(sessions.pop(uid), reasons=(*session.reasons, _reason(decision)))


def _reason(decision: Decision) -> Reason:
    return replace(decision.reason, decision=decision.id)
