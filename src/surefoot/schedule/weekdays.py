"""What a weekday is for, and how much it has time for: the week's runs change places, or give way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from surefoot.load.size import metres as size
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Kind, Reason, Session, Settings
from surefoot.rules.your_days import SLUG
from surefoot.schedule.shorten import ladder
from surefoot.text.days import WEEKDAYS
from surefoot.text.units import brief, duration

HARD = frozenset({Kind.QUALITY, Kind.LONG, Kind.RACE})
PULLED = frozenset({"quality", "long"})
"""A day kept for one of these gets the week's, where it stands on a day that is for anything."""
FITS = {"easy": frozenset({Kind.EASY, Kind.RECOVERY})}


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
            self._fit_lengths(weeks[start])
        return Settled(
            sessions=tuple(one for week in weeks.values() for one in week.values()),
            dropped=tuple(self.dropped),
        )

    def _fit_kinds(self, start: date, week: dict[str, Session]) -> None:
        for day in _days(start):
            for one in _movable(week.values(), day):
                if not self._fits(one, day):
                    self._away(one, week)
        for day in _days(start):
            word = self._word(day)
            if word in PULLED and not any(_is(one, word) for one in _movable(week.values(), day)):
                self._pull(word, day, week)

    def _away(self, one: Session, week: dict[str, Session]) -> None:
        """Change places with a run that the day is for, else go to a free day, else be left out."""
        reason = _for(self._word(one.day), one.day)
        other = self._partner(one, week)
        free = self._free(one, week)
        if other is not None:
            _swap(one, other, reason, week)
        elif free is not None:
            week[one.uid] = _on(one, free, reason)
        else:
            del week[one.uid]
            self.dropped.append(replace(one, reasons=(*one.reasons, reason)))

    def _partner(self, one: Session, week: dict[str, Session]) -> Session | None:
        word = self._word(one.day)
        if any(_is(each, word) for each in _movable(week.values(), one.day)):
            return None
        return min(
            (
                each
                for each in _movable(week.values())
                if each.day != one.day and _is(each, word) and self._fits(one, each.day)
            ),
            key=lambda each: _near(one.day, each.day),
            default=None,
        )

    def _free(self, one: Session, week: dict[str, Session]) -> date | None:
        """The day of the week without a run that is best for it: away from hard days, then near."""
        taken = {each.day for each in week.values() if _counts(each)}
        start = week_start(one.day, self.settings.runner.week_starts)
        return min(
            (
                day
                for day in _days(start)
                if day not in taken and self._fits(one, day) and not self._is_off(day)
            ),
            key=lambda day: (_hard_around(one, day, week), *_near(one.day, day)),
            default=None,
        )

    def _pull(self, word: str, day: date, week: dict[str, Session]) -> None:
        one = min(
            (each for each in _movable(week.values()) if _is(each, word) and self._word(each.day) != word),
            key=lambda each: _near(day, each.day),
            default=None,
        )
        if one is not None and not self._is_off(day):
            week[one.uid] = _on(one, day, _for(word, day))

    def _fit_lengths(self, week: dict[str, Session]) -> None:
        for one in tuple(_movable(week.values())):
            most = self._most(one.day)
            if most is None or size(one.workout, self.pace) <= most:
                continue
            reason = self._takes(one.day)
            other = self._shorter(one, week)
            free = self._roomy(one, week) if other is None else None
            if other is not None:
                _swap(one, other, reason, week)
            elif free is not None:
                week[one.uid] = _on(one, free, reason)
            else:
                self._cut(one, most, reason, week)

    def _shorter(self, one: Session, week: dict[str, Session]) -> Session | None:
        """A run of the week to change places with, so that both fit and no more hard days meet."""
        before = _meetings(week.values())
        found = []
        for each in _movable(week.values()):
            swapped = {**week, one.uid: replace(one, day=each.day), each.uid: replace(each, day=one.day)}
            fits = self._has_time(one, each.day) and self._has_time(each, one.day)
            if each.day != one.day and fits and _meetings(swapped.values()) <= before:
                found.append(each)
        return min(found, key=lambda each: _near(one.day, each.day), default=None)

    def _roomy(self, one: Session, week: dict[str, Session]) -> date | None:
        free = self._free(one, {uid: each for uid, each in week.items() if uid != one.uid})
        if free is None or free == one.day or not self._has_time(one, free):
            return None
        return free if _hard_around(one, free, week) <= _hard_around(one, one.day, week) else None

    def _cut(self, one: Session, most: int, reason: Reason, week: dict[str, Session]) -> None:
        rungs = ladder(one.workout, self.pace, self.settings.runner.unit)
        rung = next((each for each in reversed(rungs) if each.metres <= most), None)
        if rung is not None:
            week[one.uid] = replace(one, workout=rung.workout, reasons=(*one.reasons, reason))

    def _has_time(self, one: Session, day: date) -> bool:
        most = self._most(day)
        return self._fits(one, day) and (most is None or size(one.workout, self.pace) <= most)

    def _fits(self, one: Session, day: date) -> bool:
        word = self._word(day)
        return not word or _is(one, word)

    def _word(self, day: date) -> str:
        return "" if day in self.allowed else self.settings.runner.only[day.weekday()]

    def _most(self, day: date) -> int | None:
        """The metres that the day has time for; None where nothing is said."""
        most = self.settings.runner.most[day.weekday()]
        if most is None or day in self.allowed:
            return None
        return most.metres if most.metres is not None else (most.seconds or 0) * 1000 // self.pace

    def _takes(self, day: date) -> Reason:
        most = self.settings.runner.most[day.weekday()]
        assert most is not None
        room = (
            brief(most.metres, self.settings.runner.unit)
            if most.metres is not None
            else duration(most.seconds or 0)
        )
        return Reason(rule=SLUG, text=f"Your {_weekday(day)}s have room for {room}.", limit=self._most(day))

    def _is_off(self, day: date) -> bool:
        return any(one.covers(day) for one in self.settings.off) and day not in self.allowed


def _movable(sessions: Iterable[Session], day: date | None = None) -> tuple[Session, ...]:
    """Runs and cross-training, of one day or all; a race moves for nothing."""
    return tuple(
        one
        for one in sessions
        if _counts(one) and one.workout.kind is not Kind.RACE and day in (None, one.day)
    )


def _counts(one: Session) -> bool:
    return one.workout.kind.is_run or one.workout.kind is Kind.CROSS


def _is(one: Session, word: str) -> bool:
    return one.workout.kind in FITS.get(word, {word}) and word != "rest"


def _hard_around(one: Session, day: date, week: dict[str, Session]) -> int:
    """How many hard days lie beside ``day``, where the run itself is hard."""
    if one.workout.kind not in HARD:
        return 0
    return sum(
        each.workout.kind in HARD and abs((each.day - day).days) == 1
        for each in week.values()
        if each.uid != one.uid
    )


def _meetings(sessions: Iterable[Session]) -> int:
    hard = {one.day for one in sessions if one.workout.kind in HARD}
    return sum(day + timedelta(days=1) in hard for day in hard)


def _near(day: date, other: date) -> tuple[int, date]:
    return abs((other - day).days), other


def _days(start: date) -> Iterator[date]:
    return (start + timedelta(days=n) for n in range(WEEK.days))


def _swap(one: Session, other: Session, reason: Reason, week: dict[str, Session]) -> None:
    week[one.uid], week[other.uid] = _on(one, other.day, reason), _on(other, one.day, reason)


def _on(one: Session, day: date, reason: Reason) -> Session:
    return replace(one, day=day, reasons=tuple(dict.fromkeys((*one.reasons, reason))))


def _for(word: str, day: date) -> Reason:
    text = "without training" if word == "rest" else f"for {_KINDS.get(word, word)}"
    return Reason(rule=SLUG, text=f"Your {_weekday(day)}s are {text}.")


_KINDS = {"easy": "easy runs", "long": "the long run", "recovery": "recovery runs", "cross": "cross-training"}


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()
