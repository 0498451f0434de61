"""How much a weekday has time for: a longer run changes places with a shorter one, or is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from surefoot.load.size import metres as size
from surefoot.model import Reason, Session
from surefoot.rules.your_days import SLUG
from surefoot.schedule.shorten import ladder
from surefoot.schedule.swaps import HARD, counts, hard_around, meetings, movable, near, on, swap
from surefoot.text.days import WEEKDAYS
from surefoot.text.units import brief, duration

if TYPE_CHECKING:
    from surefoot.schedule.weekdays import Weekdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Brings each day of a week inside its time; all the runs of a day count together."""

    weekdays: Weekdays

    def fit(self, week: dict[str, Session]) -> list[Session]:
        """Change the week; return what found no room. Of a day's runs the easy and short give way first."""
        dropped = []
        for one in sorted(movable(week.values()), key=lambda one: (one.day, *self._weight(one), one.uid)):
            gone = self._fit(one, week)
            if gone is not None:
                dropped.append(gone)
        return dropped

    def _weight(self, one: Session) -> tuple[bool, int]:
        return one.workout.kind in HARD, size(one.workout, self.weekdays.pace)

    def _fit(self, one: Session, week: dict[str, Session]) -> Session | None:
        one = week[one.uid]  # a swap may have put it elsewhere
        most = self._most(one.day)
        if most is None or self._total(one.day, week) <= most:
            return None
        reason = self._takes(one.day)
        other = self._shorter(one, week)
        free = self._roomy(one, week) if other is None else None
        if other is not None:
            swap(one, other, reason, week)
        elif free is not None:
            week[one.uid] = on(one, free, reason)
        else:
            return self._cut(one, most, reason, week)
        return None

    def _shorter(self, one: Session, week: dict[str, Session]) -> Session | None:
        """A run of the week to change places with, so that both days fit and no more hard days meet."""
        before = meetings(week.values())
        found = []
        for each in movable(week.values()):
            swapped = {**week, one.uid: replace(one, day=each.day), each.uid: replace(each, day=one.day)}
            fits = self.weekdays.fits(one, each.day) and self.weekdays.fits(each, one.day)
            room = self._has_time(one.day, swapped) and self._has_time(each.day, swapped)
            if each.day != one.day and fits and room and meetings(swapped.values()) <= before:
                found.append(each)
        return min(found, key=lambda each: near(one.day, each.day), default=None)

    def _roomy(self, one: Session, week: dict[str, Session]) -> date | None:
        free = self.weekdays.free(one, {uid: each for uid, each in week.items() if uid != one.uid})
        if (
            free is None
            or free == one.day
            or not self._has_time(free, {**week, one.uid: replace(one, day=free)})
        ):
            return None
        return free if hard_around(one, free, week) <= hard_around(one, one.day, week) else None

    def _cut(self, one: Session, most: int, reason: Reason, week: dict[str, Session]) -> Session | None:
        """Cut the run to what the day's others leave; a second run that they leave nothing for goes."""
        others = self._total(one.day, week) - size(one.workout, self.weekdays.pace)
        rungs = ladder(one.workout, self.weekdays.pace, self.weekdays.settings.runner.unit)
        rung = next((each for each in reversed(rungs) if 0 < each.metres <= most - others), None)
        if rung is not None:
            week[one.uid] = replace(one, workout=rung.workout, reasons=(*one.reasons, reason))
        elif others:
            del week[one.uid]
            return replace(one, reasons=(*one.reasons, reason))
        return None

    def _has_time(self, day: date, week: dict[str, Session]) -> bool:
        most = self._most(day)
        return most is None or self._total(day, week) <= most

    def _total(self, day: date, week: dict[str, Session]) -> int:
        """All running of the day in metres, a race with it."""
        return sum(
            size(one.workout, self.weekdays.pace) for one in week.values() if one.day == day and counts(one)
        )

    def _most(self, day: date) -> int | None:
        """The metres that the day has time for; None where nothing is said."""
        most = self.weekdays.settings.runner.most[day.weekday()]
        if most is None or day in self.weekdays.allowed:
            return None
        return most.metres if most.metres is not None else (most.seconds or 0) * 1000 // self.weekdays.pace

    def _takes(self, day: date) -> Reason:
        runner = self.weekdays.settings.runner
        most = runner.most[day.weekday()]
        assert most is not None
        room = brief(most.metres, runner.unit) if most.metres is not None else duration(most.seconds or 0)
        name = WEEKDAYS[day.weekday()].capitalize()
        return Reason(rule=SLUG, text=f"Your {name}s have room for {room}.", limit=self._most(day))
