"""The runs of one week while it is decided how long they may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from surefoot.load.size import by_time
from surefoot.load.size import metres as size
from surefoot.model import Kind, Reason, Session, Settings, Workout
from surefoot.rules.ledger import Ledger, RunBound, WeekBound
from surefoot.schedule.grid import is_slight
from surefoot.schedule.holds import Held
from surefoot.schedule.shorten import Rung, ladder

QUALITY = "quality"
LONG = "long"
EASY = "easy"
ORDER = (QUALITY, LONG, EASY)  # what is given back first
ROLES = {Kind.QUALITY: QUALITY, Kind.LONG: LONG}


@dataclass(slots=True, kw_only=True)
class Slot:
    """One run: ``metres`` is what it has now, ``planned`` what it may have at most.

    ``ceilings`` are the most that holds leave it, ``exempt`` says that the runner allowed it to be as long
    as it is, ``fixed`` that it is a race, ``stays`` that a week's limit cannot leave it out, ``usual``
    that it is what the limits start from, ``last`` that it gives way last. ``had`` is what it has beside the
    runs that the runner left out. ``reasons`` tell what was made of it besides its length.
    """

    session: Session
    workout: Workout
    planned: int
    metres: int
    settings: Settings
    pace: int
    ceilings: tuple[tuple[int, Held], ...] = ()
    exempt: bool = False
    fixed: bool = False
    stays: bool = False
    usual: bool = False
    last: bool = False
    had: int | None = None
    reasons: tuple[Reason, ...] = ()
    _ladder: tuple[Rung, ...] = ()

    @property
    def ceiling(self) -> int | None:
        """The most that holds leave it; None where none says anything of its length."""
        return min((most for most, _ in self.ceilings), default=None)

    @property
    def role(self) -> str:
        """Whether it gives way as quality, as a long run or as an easy run."""
        return QUALITY if self.last else ROLES.get(self.workout.kind, EASY)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """All lengths it may have, shortest first."""
        if not self._ladder:
            self._ladder = ladder(self.workout, self.pace, self.settings.runner.unit)
        return self._ladder

    def at_most(self, limit: int | None) -> int:
        """The greatest length within ``limit``; the planned one where the difference is slight."""
        if limit is None or self.planned <= limit:
            return self.planned
        if is_slight(self.planned - limit, self.planned, self.settings.limits):
            return self.planned
        return self.down_to(limit)

    def may_have(self, limit: int | None) -> int:
        """The greatest length within ``limit``, and not above what it had where runs were left out."""
        most = self.at_most(limit)
        return most if self.had is None else min(most, self.had)

    def down_to(self, limit: int) -> int:
        """The greatest length that is not above ``limit``; 0 where there is none."""
        return next((one.metres for one in reversed(self.rungs) if one.metres <= limit), 0)

    def next(self) -> int | None:
        """The next longer length; None at the planned one."""
        if self.metres >= self.planned:  # most runs stand as planned: their other lengths are not made at all
            return None
        return next((one.metres for one in self.rungs if one.metres > self.metres), None)

    def now(self) -> Workout:
        """The workout at its length of now."""
        return next(one.workout for one in self.rungs if one.metres == self.metres)

    def useful(self, limit: int | None) -> int:
        """The length below which a run is hardly one: 3 km or 20 min, if it may be as long."""
        limits = self.settings.limits
        least = limits.useful_metres
        if by_time(self.workout):
            least = limits.useful_seconds * 1000 // self.pace
        return self.down_to(min(least, self.planned, self.at_most(limit)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What runs on some days may come to together, in metres; ``spent`` is what was run on them already.

    ``exact`` says that runs behind were cut for it already, so that a slight excess counts too; ``held`` is
    the hold it comes from, if it does.
    """

    rule: str
    metres: int
    spent: int
    days: frozenset[date]
    exact: bool = False
    held: Held | None = None


@dataclass(slots=True, kw_only=True)
class Week:
    """The week being decided: its runs in order of day, and all that bounds them."""

    slots: list[Slot]
    budgets: list[Budget]
    bound: WeekBound
    ledger: Ledger

    def bounds(self) -> list[RunBound]:
        """What the rules let each run have, given the others as they are now."""
        found, before, today_best, day = [], 0, 0, None
        for slot in self.slots:
            if slot.session.day != day:
                before, today_best, day = max(before, today_best), 0, slot.session.day
            bound = self.ledger.run(slot.session.day, self.bound, before)
            found.append(bound)
            if not slot.fixed and (bound.limit is None or not self.ledger.is_over(slot.metres, bound.limit)):
                counts = slot.metres if bound.limit is None else min(slot.metres, bound.limit)
                today_best = max(today_best, counts)
        return found

    def limits(self) -> list[int | None]:
        """The most each run may have: the rules' limit, unless it is allowed away, and the holds'."""
        return [
            _lower(None if slot.exempt or slot.usual else bound.limit, slot.ceiling)
            for slot, bound in zip(self.slots, self.bounds(), strict=True)
        ]

    def total(self, budget: Budget) -> int:
        """What all runs of a budget come to; a race counts as its own limit at most, but whole in a hold's.

        A hold's total is what is really run on its days, and a race that was run counts whole there too.
        """
        return budget.spent + sum(
            slot.metres if budget.held is not None else counted(slot, bound)
            for slot, bound in zip(self.slots, self.bounds(), strict=True)
            if slot.session.day in budget.days
        )

    def binding(self, slot: Slot) -> list[Budget]:
        """The budgets that leave no room for one step more of a run; all of its day if each would."""
        mine = [one for one in self.budgets if slot.session.day in one.days]
        step = (slot.next() or slot.metres) - slot.metres
        return [one for one in mine if self.total(one) + step > one.metres] or mine

    def settle(self) -> None:
        """Cut each run to its own limit, in order of day; an earlier run that shrinks lowers later ones."""
        while True:
            changed, limits = False, self.limits()
            for place, slot in enumerate(self.slots):
                most = slot.metres if slot.fixed else slot.may_have(limits[place])
                if most < slot.metres:
                    slot.metres, changed = most, True
                    limits = self.limits()
            if not changed:
                return


def counted(slot: Slot, bound: RunBound) -> int:
    """What a run adds to a sum."""
    return min(slot.metres, bound.limit) if slot.fixed and bound.limit is not None else slot.metres


def slot(session: Session, settings: Settings, pace: int) -> Slot:
    """Return the slot of a run session."""
    whole = size(session.workout, pace)
    return Slot(
        session=session,
        workout=session.workout,
        planned=whole,
        metres=whole,
        settings=settings,
        pace=pace,
        fixed=session.workout.kind is Kind.RACE,
    )


def _lower(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)
