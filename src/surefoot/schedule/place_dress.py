"""From places to sessions: the workout of the day, its hour, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from surefoot.load.weeks import WEEK
from surefoot.model import Reason, Session, Slot, Workout
from surefoot.schedule.place_ground import Ground, Spot
from surefoot.schedule.place_reasons import against, because, held_back, lightened
from surefoot.schedule.place_rules import SLUG, barred, holding
from surefoot.schedule.place_search import Task
from surefoot.schedule.place_tasks import Agenda
from surefoot.schedule.resized import resized
from surefoot.strength.programme import halved

BLOCK = 3 * WEEK
"""Fewer than two sessions in this time before one: a block begins, with half the sets [H]."""

AFTER_RUN = "After the run: best six hours later, three at least."


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where everything stands, and where it would stand without any hold."""

    agenda: Agenda
    spots: tuple[Spot, ...]
    usual: Mapping[str, Spot]

    def session(self, spot: Spot, slot: Slot) -> Session:
        """Return the session with its reasons."""
        pin = self.agenda.pins.get(spot.uid)
        at = pin[1].at if pin and pin[1].at else spot.begins.time() if spot.begins else None
        reasons = self._pinned(spot, slot) if pin else self._placed(spot, slot)
        return self._resized(
            Session(
                uid=spot.uid,
                day=spot.day,
                workout=self._workout(spot, slot, at),
                at=at,
                reasons=tuple(reasons),
            )
        )

    def _resized(self, session: Session) -> Session:
        """The session at the length that the runner gave it."""
        if session.uid not in self.agenda.resizes:
            return session
        decision, effect = self.agenda.resizes[session.uid]
        reason = replace(decision.reason, decision=decision.id)
        return replace(session, workout=resized(session.workout, effect), reasons=(*session.reasons, reason))

    def left_out(self, week: date, task: Task) -> Session:
        """Return the session that found no day; it is dated on the week's last."""
        ground = self.agenda.ground
        days = ground.week(week)
        if all(barred(day, "light", ground) for day in days if day >= self.agenda.today):
            text = "Every day left of this week is off, or none of your strength days."
        else:
            text = "No day of this week is left for it. It is not made up later."
        return self._gone(days[-1], task.uid, task.slot, Reason(rule=SLUG, text=text))

    def taken_out(self, week: date, uid: str, slot: Slot) -> Session:
        """Return the session that the runner deleted."""
        decision = self.agenda.drops[uid]
        reason = replace(decision.reason, decision=decision.id)
        return self._gone(self.agenda.ground.week(week)[-1], uid, slot, reason)

    def _gone(self, day: date, uid: str, slot: Slot, reason: Reason) -> Session:
        return Session(uid=uid, day=day, workout=slot.workout, reasons=(reason,))

    def _workout(self, spot: Spot, slot: Slot, at: time | None) -> Workout:
        light = self.agenda.programme.light
        workout = light if spot.load != slot.load and light is not None else slot.workout
        if spot.loads and self._begins_block(spot):
            workout = halved(workout)
        if not _follows_run(spot, at, self.agenda.ground):
            return workout
        notes = "\n".join(part for part in (AFTER_RUN if spot.loads else "", workout.notes) if part)
        return replace(workout, title=f"{workout.title}, after the run", notes=notes)

    def _begins_block(self, spot: Spot) -> bool:
        return sum(one.loads and spot.day - BLOCK <= one.day < spot.day for one in self.spots) < 2

    def _placed(self, spot: Spot, slot: Slot) -> Iterator[Reason]:
        ground = self.agenda.ground
        yield from held_back(self.usual.get(spot.uid), spot, ground)
        if spot.load == slot.load:
            yield because(spot, self.spots, ground)
        else:
            yield lightened(spot, slot.load, self.spots, ground)

    def _pinned(self, spot: Spot, slot: Slot) -> Iterator[Reason]:
        ground = self.agenda.ground
        decision = self.agenda.pins[spot.uid][0]
        yield replace(decision.reason, decision=decision.id)
        held = holding(spot.day, ground)
        if spot.load != slot.load and held is not None:
            yield held
        why = against(spot, (one for one in self.spots if one.uid != spot.uid), ground)
        if why is not None:
            yield why


def _follows_run(spot: Spot, at: time | None, ground: Ground) -> bool:
    """Whether the day has a run, and not one that is later by the clock."""
    runs = [one for one in ground.runs.get(spot.day, ()) if one.workout.kind.is_run]
    begins = [when.time() for one in runs if (when := ground.run_begins(one)) is not None]
    return bool(runs) and not (at is not None and begins and at < min(begins))
