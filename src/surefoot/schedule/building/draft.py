"""The weeks one after the other, each with what the account still leaves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from surefoot.load.weeks import WEEK
from surefoot.model import Kind, Session
from surefoot.rules import after_race
from surefoot.rules.ledger import WeekBound
from surefoot.schedule.building import aims, ladder, quality, racing
from surefoot.schedule.building.book import Book
from surefoot.schedule.building.days import APART, Template, apart
from surefoot.schedule.building.measure import Measure
from surefoot.schedule.building.order import Order
from surefoot.schedule.building.paces import Paces
from surefoot.schedule.building.phases import Phase
from surefoot.schedule.building.week import Room, Run, fill

LIGHTER = 75  # percent of the week before: coaching practice, a fifth to a third less
EASY = {"taper": 85, "recovery": 70}  # percent of the longest easy run so far, at most
RACE_WEEK_EASY = 65
SETTLE = 2  # weeks at the start of the base without quality
NO_LIMIT = 1_000_000  # metres


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line from where the runner stands to where the plan goes, in metres."""

    start: int
    end: int
    steps: int

    def at(self, step: int) -> int:
        """Return the metres of a step, the start for 0."""
        return self.start + (self.end - self.start) * step // self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week as built: its phase, its runs in order of day, its races, its metres without them.

    ``after_race`` says that a race before it holds it back, ``is_short`` that days off do.
    """

    phase: Phase
    runs: tuple[Run, ...]
    raced: tuple[Session, ...]
    metres: int
    after_race: bool = False
    is_short: bool = False

    @property
    def long(self) -> Run | None:
        """The week's long run."""
        return next((one for one in self.runs if one.workout.kind is Kind.LONG), None)


@dataclass(slots=True, kw_only=True)
class Drafting:
    """What a plan is drafted with, and what is remembered from week to week (metres; ``easy`` in steps).

    ``returns`` says that a race held back the week before: the next one is no greater than the greatest.
    """

    order: Order
    phases: tuple[Phase, ...]
    races: tuple[Session, ...]
    measure: Measure
    template: Template
    book: Book
    paces: Paces | None
    walks: bool
    runs: Line
    volume: Line
    last: Week | None = None
    easy: int = 0
    peak_week: int = 0
    peak_long: int = 0
    stage: int = 0
    returns: bool = False

    def week(self, phase: Phase) -> Week:
        """Build one week, and enter it in the account."""
        raced = tuple(one for one in self.races if phase.start <= one.day < phase.start + WEEK)
        first = min((*self._days(phase), *(one.day for one in raced)), default=phase.start)
        while True:
            bound = self.book.week(phase.start, first, raced)
            runs = self._runs(phase, raced, bound, first)
            begins = min((*(one.day for one in runs), *(one.day for one in raced)), default=first)
            if begins == first:
                break
            first = begins  # the first run says whether the days before it were a break
        week = Week(
            phase=phase,
            runs=runs,
            raced=raced,
            metres=sum(self.measure.metres(one.steps) for one in runs),
            after_race=bound.rule == after_race.SLUG,
            is_short=len(self._days(phase)) < len(self._weekdays),
        )
        self._close(week, bound)
        return week

    def _runs(
        self, phase: Phase, raced: tuple[Session, ...], bound: WeekBound, first: date
    ) -> tuple[Run, ...]:
        days = racing.with_rest(self._days(phase), raced, self.template.long)
        days = [day for day in days if day >= first]
        room = self._room(phase, days, raced, bound)
        week_metres = self.measure.metres(room.total)
        runs = fill(
            room,
            self._template(phase, raced, room),
            self.measure,
            lambda place, alone, most: self._hard(phase, place, most, week_metres, alone=alone),
        )
        return tuple(self._spoken(one, phase) for one in runs)

    def _room(self, phase: Phase, days: list[date], raced: tuple[Session, ...], bound: WeekBound) -> Room:
        most = {day: self._most(day, bound, raced) for day in days}
        counted = sum(min(one.workout.metres or 0, self.book.run(one.day, bound)) for one in raced)
        limit = NO_LIMIT if bound.limit is None else bound.limit
        meant = self._volume(phase) - (counted if phase.name != "taper" else 0)
        return Room(
            start=phase.start,
            total=self.measure.steps(max(0, min(limit - counted, meant))),
            most=most,
            long=self._long(phase, raced, bound),
            long_weekday=self.template.long,
            no_quality=frozenset(
                day for day in days if self.book.no_quality(day, bound) or racing.no_quality(day, self.races)
            ),
            easy_only=self.walks or phase.name == "recovery" or _settles(phase),
            easy=self._easy(phase, raced),
        )

    def _close(self, week: Week, bound: WeekBound) -> None:
        ran = [(one.day, self.measure.metres(one.steps), False) for one in week.runs]
        ran += [(one.day, one.workout.metres or 0, True) for one in week.raced]
        self.book.close(bound, ran)
        self.returns = week.after_race
        if week.phase.name in ("taper", "recovery"):
            return
        if not week.phase.lighter and not week.after_race and not week.is_short:
            self.last = week
            self.peak_week = max(self.peak_week, week.metres)
            self.stage += 1
        if week.long is not None:
            self.peak_long = max(self.peak_long, self.measure.metres(week.long.steps))
        easy = (one.steps for one in week.runs if one.workout.kind is Kind.EASY)
        self.easy = max((self.easy, *easy))

    def _days(self, phase: Phase) -> list[date]:
        """The days of the week that are run on, those off left out."""
        days = (phase.start + timedelta(days=n) for n in range(7))
        off = self.order.settings.off
        return [
            day for day in days if day.weekday() in self._weekdays and not any(one.covers(day) for one in off)
        ]

    @property
    def _weekdays(self) -> frozenset[int]:
        return frozenset((self.template.long, *self.template.quality, *self.template.easy))

    def _most(self, day: date, bound: WeekBound, raced: tuple[Session, ...]) -> int:
        """The most steps of a day: its limit, its time; nothing beside a race, nor after the last one."""
        goal = self.order.goal.race
        if racing.is_free(day, self.races) or (raced and goal is not None and raced[-1].day == goal < day):
            return 0
        seconds = min(self.order.free.most[day.weekday()] or aims.LONGEST_SECONDS, aims.LONGEST_SECONDS)
        return min(self.measure.steps(self.book.run(day, bound)), self.measure.in_time(seconds))

    def _volume(self, phase: Phase) -> int:
        """The metres that the week is to have, its limit aside."""
        return self._usual_volume(phase) * len(self._days(phase)) // len(self._weekdays)

    def _usual_volume(self, phase: Phase) -> int:
        if phase.name in ("taper", "recovery"):
            return (self.peak_week or self.volume.start) * phase.volume // 100
        if phase.lighter:
            return (self.last.metres if self.last else self.volume.start) * LIGHTER // 100
        meant = self.volume.at(phase.step)
        return min(meant, self.peak_week) if self.returns else meant

    def _long(self, phase: Phase, raced: tuple[Session, ...], bound: WeekBound) -> int:
        """The steps that the long run is meant to have, 0 where there is to be none."""
        day = phase.start + timedelta(days=(self.template.long - phase.start.weekday()) % 7)
        if racing.no_long(day, self.races) or any(not racing.is_training(one) for one in raced):
            return 0
        longest = self.peak_long or self.runs.start
        if phase.name in ("taper", "recovery"):
            return self.measure.steps(longest * phase.run // 100)
        if bound.rule == after_race.SLUG and bound.limit is not None and self.peak_week:
            return self.measure.steps(longest * min(100, bound.limit * 100 // self.peak_week) // 100)
        if phase.lighter:
            last = self.last.long if self.last else None
            return self.measure.steps((self.measure.metres(last.steps) if last else longest) * LIGHTER // 100)
        return self.measure.steps(self.runs.at(phase.step))

    def _easy(self, phase: Phase, raced: tuple[Session, ...]) -> int | None:
        """The most steps of an easy run around the race, None elsewhere."""
        if phase.name not in EASY or not self.easy:
            return None
        is_race_week = any(one.day == self.order.goal.race for one in raced)
        return max(1, self.easy * (RACE_WEEK_EASY if is_race_week else EASY[phase.name]) // 100)

    def _template(self, phase: Phase, raced: tuple[Session, ...], room: Room) -> Template:
        """A race takes the place of a quality session; in race week the other one comes early enough."""
        made = self.template
        if not raced or not made.quality:
            return made
        kept = made.quality[: max(0, len(made.quality) - len(raced))]
        if any(one.day == self.order.goal.race for one in raced):
            able = [
                day.weekday()
                for day, most in room.most.items()
                if most
                and day not in room.no_quality
                and apart(day.weekday(), made.long) >= APART
                # The week before may end with quality.
                and not (day == phase.start and (day.weekday() - 1) % 7 in made.quality)
            ]
            kept = tuple(able[-1:])
        freed = tuple(day for day in made.quality if day not in kept)
        return replace(made, quality=kept, easy=(*freed, *(day for day in made.easy if day not in kept)))

    def _hard(self, phase: Phase, place: int, most: int, week: int, *, alone: bool) -> quality.Hard | None:
        novice = self.order.stand.experience == "novice"
        found = quality.menu(phase, self.order.goal, place=place, alone=alone, novice=novice)
        if found is None:
            return None
        return quality.session(
            found, phase, measure=self.measure, most=most, week=week, paces=self.paces, goal=self.order.goal
        )

    def _spoken(self, run: Run, phase: Phase) -> Run:
        """The run with how it is run: with walks while those who begin need them, in sentences always."""
        workout = run.workout
        if self.walks:
            workout = ladder.on_stage(workout, max(0, self.stage - (phase.step == 0)))
        if not workout.notes:
            workout = replace(workout, notes=quality.of_easy(workout, self.paces, self.measure.unit))
        return replace(run, workout=workout)


def _settles(phase: Phase) -> bool:
    return phase.name == "base" and phase.number <= SETTLE
