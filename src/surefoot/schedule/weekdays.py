"""What a weekday is for: the week's sessions change places, or give way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from surefoot.load.weeks import week_start
from surefoot.model import Kind, Reason, Session, Settings
from surefoot.rules.your_days import SLUG
from surefoot.schedule.appointments import kind_of
from surefoot.schedule.lengths import Lengths
from surefoot.schedule.swaps import (
    counts,
    days,
    hard_around,
    hard_near,
    is_for,
    movable,
    near,
    on,
    swap,
)
from surefoot.text.days import WEEKDAYS

PULLED = frozenset({"quality", "long"})
"""A day kept for one of these gets the week's, where it stands on a day that is for anything."""

STRENGTH = frozenset({Kind.STRENGTH, Kind.MICRO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The sessions on their days, and what found none."""

    sessions: tuple[Session, ...]
    dropped: tuple[Session, ...]


@dataclass(slots=True, kw_only=True)
class Weekdays:
    """What the weekdays are for; ``allowed`` are days on which the runner set that aside."""

    settings: Settings
    pace: int
    allowed: frozenset[date]
    dropped: list[Session] = field(default_factory=list)

    def settle(self, sessions: tuple[Session, ...]) -> Settled:
        """Return all sessions, week by week, on days that are for them and have time for them."""
        weeks: dict[date, dict[str, Session]] = {}
        for one in sorted(sessions, key=lambda one: (one.day, one.uid)):
            weeks.setdefault(week_start(one.day, self.settings.runner.week_starts), {})[one.uid] = one
        for start in sorted(weeks):
            self._fit_kinds(start, weeks[start])
            self._clear(start, weeks[start])
            self.dropped += Lengths(weekdays=self).fit(weeks[start])
        return Settled(
            sessions=tuple(one for week in weeks.values() for one in week.values()),
            dropped=tuple(self.dropped),
        )

    def _fit_kinds(self, start: date, week: dict[str, Session]) -> None:
        for day in days(start):
            for one in movable(week.values(), day):
                if not self.fits(one, day):
                    self._away(one, week)
        for day in days(start):
            word = self._word(day)
            if word in PULLED and not any(is_for(one, word) for one in movable(week.values(), day)):
                self._pull(word, day, week)

    def _away(self, one: Session, week: dict[str, Session]) -> None:
        """Change places with a run that the day is for, else go to a free day, else be left out."""
        reason = _purpose(self._word(one.day), one.day)
        other = self._partner(one, week)
        free = self.free(one, week)
        if other is not None:
            swap(one, other, reason, week)
        elif free is not None:
            week[one.uid] = on(one, free, reason)
        else:
            del week[one.uid]
            self.dropped.append(replace(one, reasons=(*one.reasons, reason)))

    def _partner(self, one: Session, week: dict[str, Session]) -> Session | None:
        word = self._word(one.day)
        if any(is_for(each, word) for each in movable(week.values(), one.day)):
            return None
        return min(
            (
                each
                for each in movable(week.values())
                if each.day != one.day and is_for(each, word) and self.fits(one, each.day)
            ),
            key=lambda each: near(one.day, each.day),
            default=None,
        )

    def free(self, one: Session, week: dict[str, Session]) -> date | None:
        """Return the day of the week without a run that is best for it: away from hard days, then near."""
        taken = {each.day for each in week.values() if counts(each)}
        start = week_start(one.day, self.settings.runner.week_starts)
        return min(
            (
                day
                for day in days(start)
                if day not in taken and self.fits(one, day) and not self._is_off(day)
            ),
            key=lambda day: (hard_around(one, day, week), *near(one.day, day)),
            default=None,
        )

    def _clear(self, start: date, week: dict[str, Session]) -> None:
        """The plan's own strength leaves a day without training for the best one that has none."""
        for one in tuple(week.values()):
            if one.workout.kind not in STRENGTH or self._word(one.day) != "rest":
                continue
            taken = {each.day for each in week.values() if each.workout.kind is one.workout.kind}
            open_days = (
                day
                for day in days(start)
                if day not in taken and self._word(day) != "rest" and not self._is_off(day)
            )
            best = min(open_days, key=lambda day: (hard_near(day, week), *near(one.day, day)), default=None)
            reason = _purpose("rest", one.day)
            if best is not None:
                week[one.uid] = on(one, best, reason)
            else:
                del week[one.uid]
                self.dropped.append(replace(one, reasons=(*one.reasons, reason)))

    def _pull(self, word: str, day: date, week: dict[str, Session]) -> None:
        one = min(
            (each for each in movable(week.values()) if is_for(each, word) and self._word(each.day) != word),
            key=lambda each: near(day, each.day),
            default=None,
        )
        if one is not None and not self._is_off(day):
            week[one.uid] = on(one, day, _purpose(word, day))

    def fits(self, one: Session, day: date) -> bool:
        """Whether the day is for such a session."""
        word = self._word(day)
        return not word or is_for(one, word)

    def _word(self, day: date) -> str:
        if day in self.allowed:
            return ""
        runner = self.settings.runner
        return kind_of(runner.only[day.weekday()], runner.unit)

    def _is_off(self, day: date) -> bool:
        return any(one.covers(day) for one in self.settings.off) and day not in self.allowed


def _purpose(word: str, day: date) -> Reason:
    text = "without training" if word == "rest" else f"for {_KINDS.get(word, word)}"
    return Reason(rule=SLUG, text=f"Your {_weekday(day)}s are {text}.")


_KINDS = {"easy": "easy runs", "long": "the long run", "recovery": "recovery runs", "cross": "cross-training"}


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()
