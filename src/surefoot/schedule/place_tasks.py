"""What each week has to place: how many sessions, which of them the runner moved or took out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from surefoot.model import Decision, Drop, Kind, Move, Programme, Resize, Schedule, Slot
from surefoot.schedule.place_ground import DAY, Ground, Spot
from surefoot.schedule.place_rules import holding, stop_hold
from surefoot.schedule.place_search import Task

PREFIX = "strength-"
LATE = 4
"""Days into a week after which nothing new is squeezed in as a light session [H]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The programme as the runner's decisions leave it.

    ``passed`` are the uids that can no longer be placed, ``before`` the days where sessions stood,
    ``pins`` those that the runner moved and that are still ahead, ``moved`` all that the runner moved,
    ``drops`` those that the runner took out, ``resizes`` those that were made shorter.
    """

    programme: Programme
    ground: Ground
    standing: tuple[Spot, ...]
    passed: frozenset[str]
    before: Mapping[str, date]
    pins: Mapping[str, tuple[Decision, Move]]
    moved: frozenset[str]
    drops: Mapping[str, Decision]
    resizes: Mapping[str, tuple[Decision, Resize]]
    today: date

    def slots(self, week: date) -> tuple[tuple[str, Slot], ...]:
        """The programme's sessions with their uids in the week that begins on ``week``."""
        return tuple((session_uid(week, slot.key), slot) for slot in self.programme.slots)

    def pinned(self, week: date) -> Iterator[Spot]:
        """Sessions that the runner moved stand where they were put; under a hold they are light."""
        for uid, slot in self.slots(week):
            if uid in self.pins:
                day = self.pins[uid][1].day
                held = slot.load != "light" and holding(day, self.ground) is not None
                yield self.ground.spot(uid, day, "light" if held else slot.load)

    def tasks(self, week: date) -> tuple[Task, ...]:
        """The sessions still to be placed: the week's number less what stands, was done or taken out."""
        late = (self.today - week) >= LATE * DAY
        return tuple(
            Task(uid=uid, slot=slot, before=self.before.get(uid), late=late and uid not in self.before)
            for uid, slot in self._left(week, self.passed.union(self.drops, self.pins))
        )

    def from_scratch(self, week: date) -> tuple[Task, ...]:
        """The same as if nothing of the week had been placed yet, whatever day of it today is."""
        return tuple(Task(uid=uid, slot=slot) for uid, slot in self._left(week, self.moved.union(self.drops)))

    def _left(self, week: date, gone: frozenset[str]) -> list[tuple[str, Slot]]:
        slots = self.slots(week)
        days = self.ground.week(week)
        strangers = sum(one.day in days and not one.uid.startswith(PREFIX) for one in self.standing)
        left = self.number(week) - strangers - sum(uid in gone for uid, _ in slots)
        return [one for one in slots if one[0] not in gone][: max(0, left)]

    def number(self, week: date) -> int:
        """How many sessions the week wants: all, one in the taper, none in the week of an A race."""
        if self.ground.in_race_week(week):
            return 0
        most = len(self.programme.slots)
        return min(1, most) if self.ground.in_taper(week) else most


def agenda(
    programme: Programme,
    ground: Ground,
    standing: tuple[Spot, ...],
    *,
    kept: Schedule | None,
    decisions: Iterable[Decision],
    today: date,
) -> Agenda:
    """Return what is to be placed after the runner's decisions."""
    passed = frozenset(one.uid for one in standing)
    moves: dict[str, tuple[Decision, Move]] = {}
    drops: dict[str, Decision] = {}
    resizes: dict[str, tuple[Decision, Resize]] = {}
    for one in decisions:
        if one.withdrawn is None and isinstance(one.effect, Move):
            moves[one.effect.uid] = (one, one.effect)
        elif one.withdrawn is None and isinstance(one.effect, Drop):
            drops[one.effect.uid] = one
        elif one.withdrawn is None and isinstance(one.effect, Resize):
            resizes[one.effect.uid] = (one, one.effect)
    gone = passed | set(drops)
    return Agenda(
        programme=programme,
        ground=ground,
        standing=standing,
        passed=passed,
        before=_before(kept, today),
        pins={uid: one for uid, one in moves.items() if uid not in gone and _holds(one[1], ground, today)},
        moved=frozenset(moves),
        drops={uid: one for uid, one in drops.items() if uid not in passed},
        resizes=resizes,
        today=today,
    )


def session_uid(week: date, key: str) -> str:
    """Return the uid of a slot in the week that begins on ``week``, named by the ISO week of that day."""
    year, number, _ = week.isocalendar()
    return f"{PREFIX}{year}w{number:02}{key}"


def _holds(move: Move, ground: Ground, today: date) -> bool:
    """Whether the move still says where to stand: a day off or a stop puts the session back."""
    off = any(one.since <= move.day <= one.until for _, one in ground.offs)
    return move.day >= today and not off and not stop_hold(move.day, ground)


def _before(kept: Schedule | None, today: date) -> dict[str, date]:
    sessions = kept.sessions if kept is not None else ()
    return {one.uid: one.day for one in sessions if one.workout.kind is Kind.STRENGTH and one.day >= today}
