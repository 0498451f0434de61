"""What strength is placed on: the runs of each day, races, holds, days off and hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from surefoot.load.size import USUAL_PACE
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Decision, Kind, Off, Session, Settings
from surefoot.schedule.holds import Holds, holds

DAY = timedelta(days=1)
SPOTTED = frozenset({Kind.STRENGTH, Kind.MICRO, Kind.REST})
"""Kinds that leave a day without run or cross-training."""

CLASSES = frozenset({"heavy", "moderate", "light"})
AS_QUALITY = frozenset({"C", "parkrun"})
"""Races that are run as a hard day's training."""

RACE_BEFORE = {"A": 7, "": 7, "B": 3}
"""Days before a race, by its focus, without heavy legs [H, after Berryman 2021: last heavy 7–10 days out]."""

GAPS = (timedelta(hours=6), timedelta(hours=3))
"""Between a run and strength on the same day: the better gap, then the least (Doma 2013; Robineau 2016)."""

LATEST = time(22)
"""The hour by which strength after a run is over [H]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A strength session on a day, as spacing sees it; ``begins`` where hours are set."""

    uid: str
    day: date
    load: str
    begins: datetime | None = None

    @property
    def loads(self) -> bool:
        """Whether it works the legs enough to need 48 h until the next."""
        return self.load != "light"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Everything that stays the same while strength is placed."""

    runs: Mapping[date, tuple[Session, ...]]
    races: tuple[Session, ...]
    holds: Holds
    offs: tuple[tuple[Decision, Off], ...]
    settings: Settings

    def hard(self, day: date) -> Session | None:
        """The day's race, long run or quality run, the strongest first."""
        found = [one for one in self.runs.get(day, ()) if is_race(one) or is_long(one) or is_quality(one)]
        return min(found, key=lambda one: (not is_race(one), not is_long(one)), default=None)

    def is_free(self, day: date) -> bool:
        """Whether the day has neither run nor cross-training."""
        return not self.runs.get(day)

    def week(self, day: date) -> tuple[date, ...]:
        """The seven days of the runner's week that holds ``day``."""
        first = week_start(day, self.settings.runner.week_starts)
        return tuple(first + place * DAY for place in range(7))

    def in_race_week(self, week: date) -> bool:
        """Whether an A race is run in the week that begins on ``week``."""
        return any(week <= one.day < week + WEEK for one in self._main_races())

    def in_taper(self, week: date) -> bool:
        """Whether the week ends less than 14 days before an A race [H: most plans taper for two weeks]."""
        last = week + 6 * DAY
        return any(timedelta(0) < one.day - last < 2 * WEEK for one in self._main_races())

    def _main_races(self) -> Iterable[Session]:
        return (one for one in self.races if one.workout.focus != "B")

    def run_begins(self, run: Session) -> datetime | None:
        """When the run starts, where an hour is set for it or for its weekday."""
        at = run.at or self.settings.runner.run_at[run.day.weekday()]
        return datetime.combine(run.day, at) if at else None

    def run_ends(self, run: Session) -> datetime | None:
        """When the run is over, at the runner's easy pace where it has no duration."""
        begins = self.run_begins(run)
        if begins is None:
            return None
        pace = self.settings.runner.easy_pace or USUAL_PACE
        metres = run.workout.upto or run.workout.metres or 0
        return begins + timedelta(seconds=run.workout.seconds or metres * pace // 1000)

    def begins(self, day: date, load: str) -> datetime | None:
        """When strength starts on the day; None where no hour is set, or none is left after the run."""
        at = self.settings.runner.strength_at[day.weekday()]
        if at is None:
            return None
        usual = datetime.combine(day, at)
        over = max((end for run in self.runs.get(day, ()) if (end := self.run_ends(run))), default=None)
        if load == "light" or over is None or usual >= over + GAPS[-1]:
            return usual
        length = timedelta(minutes=self.settings.strength.minutes)
        tries = (_next_five_minutes(over + gap) for gap in GAPS)
        return next((one for one in tries if one + length <= datetime.combine(day, LATEST)), None)

    def has_room(self, day: date, load: str) -> bool:
        """Whether an hour is left after the day's run, where hours are set at all."""
        hours = self.settings.runner.strength_at[day.weekday()]
        return hours is None or self.begins(day, load) is not None

    def spot(self, uid: str, day: date, load: str) -> Spot:
        """Return what standing on that day would mean for the others."""
        return Spot(uid=uid, day=day, load=load, begins=self.begins(day, load))


def survey(
    sessions: Iterable[Session], decisions: Iterable[Decision], settings: Settings, *, held: bool = True
) -> Ground:
    """Return the ground that these runs and decisions make; without the holds if not ``held``."""
    runs: dict[date, tuple[Session, ...]] = {}
    for one in sessions:
        if one.workout.kind not in SPOTTED:
            runs[one.day] = (*runs.get(one.day, ()), one)
    standing = sorted((one for one in decisions if one.withdrawn is None), key=lambda one: one.id)
    return Ground(
        runs=runs,
        races=tuple(one for day in sorted(runs) for one in runs[day] if is_race(one)),
        holds=holds(standing) if held else Holds(),
        offs=tuple((one, one.effect) for one in standing if isinstance(one.effect, Off)),
        settings=settings,
    )


def spots(sessions: Iterable[Session]) -> tuple[Spot, ...]:
    """Return the strength sessions among ``sessions``; one without a class counts as heavy."""
    return tuple(
        Spot(
            uid=one.uid,
            day=one.day,
            load=one.workout.focus if one.workout.focus in CLASSES else "heavy",
            begins=datetime.combine(one.day, one.at) if one.at else None,
        )
        for one in sessions
        if one.workout.kind is Kind.STRENGTH
    )


def is_race(run: Session) -> bool:
    """Whether it is an A or B race; one without a letter is an A race."""
    return run.workout.kind is Kind.RACE and run.workout.focus not in AS_QUALITY


def is_long(run: Session) -> bool:
    """Whether it is the long run."""
    return run.workout.kind is Kind.LONG


def is_quality(run: Session) -> bool:
    """Whether it is quality; a C race and a parkrun are."""
    return run.workout.kind is Kind.QUALITY or (
        run.workout.kind is Kind.RACE and run.workout.focus in AS_QUALITY
    )


def _next_five_minutes(moment: datetime) -> datetime:
    return moment + timedelta(seconds=-(moment.minute * 60 + moment.second) % 300)
