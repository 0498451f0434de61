"""What a runner types after ``surefoot build``, as an order; what cannot be meant is refused by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from surefoot.app.goals import distance_of, goal_of, seconds_of
from surefoot.app.habits import habits
from surefoot.load.size import easy_pace
from surefoot.load.weeks import WEEK
from surefoot.model import History, PlanError, Schedule, Settings
from surefoot.schedule.building.order import Experience, Free, Order, Result, Stand, Tuneup
from surefoot.schedule.building.phases import first_week
from surefoot.text.days import SHORT, WEEKDAYS, day_name, weekday
from surefoot.text.units import parse_distance, parse_duration

if TYPE_CHECKING:
    from surefoot.model import Most, Unit

USUAL_DAYS: dict[Experience, tuple[int, ...]] = {
    "novice": (1, 3, 6),
    "regular": (1, 3, 5, 6),
    "experienced": (1, 2, 3, 5, 6),
}
USUAL_QUALITY: dict[Experience, int] = {"novice": 1, "regular": 1, "experienced": 2}
FARTHEST = 60 * WEEK
CLEAR = WEEK  # between a race on the way and the goal's
RACES = ("B", "C", "parkrun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The command line as it was typed; None and "" are what was not said."""

    goal: str
    race: date | None = None
    target: str = ""
    weekly: str = ""
    longest: str = ""
    result: str = ""
    days: str = ""
    long: str = ""
    most: tuple[str, ...] = ()
    quality: int | None = None
    experience: Experience | None = None
    gentle: bool = False
    minutes: bool = False
    also: tuple[str, ...] = ()


def order_of(
    asked: Asked, *, settings: Settings, today: date, history: History, kept: Schedule | None
) -> Order:
    """Return the order.

    Raises:
        PlanError: a goal, a day, a distance or a time is none, or two of them contradict each other.
    """
    unit = settings.runner.unit
    goal = goal_of(asked.goal, asked.race, asked.target, unit)
    if goal.race is not None:
        _check_race(goal.race, first_week(today, settings.runner.week_starts), today)
    weekly = _metres(asked.weekly, unit)
    known = weekly or settings.runner.weekly or history.activities or (kept and history.assumed)
    experience: Experience = asked.experience or ("regular" if known else "novice")
    also = [*(_tuneup(one, unit) for one in asked.also), *_own_races(settings, goal.race)]
    return Order(
        goal=goal,
        stand=Stand(
            weekly=weekly,
            longest=_metres(asked.longest, unit),
            experience=experience,
            gentle=asked.gentle,
            result=_result(asked.result, unit) if asked.result else None,
        ),
        free=_free(asked, settings, experience, history, today),
        today=today,
        settings=settings,
        history=history,
        kept=kept,
        also=_checked(also, goal.race, today),
    )


def _check_race(race: date, first: date, today: date) -> None:
    if race <= today:
        raise PlanError(f"the race on {day_name(race)} {race.year} is over", mend="give a day ahead: --race")
    if race < first + WEEK:
        raise PlanError(
            f"the race on {day_name(race)} is {(race - today).days} days away: too near to build for",
            mend="until then keep to your usual runs, shorter in the last days",
        )
    if race - today > FARTHEST:
        raise PlanError(
            f"the race on {day_name(race)} {race.year} is more than a year away",
            mend='until then build a base: surefoot build "30km a week"',
        )


def _metres(text: str, unit: Unit) -> int | None:
    """A stated distance; nothing, or a plain 0, is nothing to start from."""
    return parse_distance(text, unit) if text.strip() not in ("", "0") else None


def _result(text: str, unit: Unit) -> Result:
    words = text.rsplit(maxsplit=1)
    if len(words) != 2:
        raise PlanError(f"{text!r} is no result", mend='write it as --result "10k 52:30"')
    metres = distance_of(words[0], unit)
    return Result(metres=metres, seconds=seconds_of(words[1], metres))


def _tuneup(text: str, unit: Unit) -> Tuneup:
    words = text.split()
    if words and words[0] == "parkrun":
        words = ["5k", *words[1:], "parkrun"]
    if len(words) == 2:
        words.append("B")
    focus = {one.lower(): one for one in RACES}.get(words[-1].lower()) if len(words) == 3 else None
    if focus is None:
        raise PlanError(f"{text!r} is no race on the way", mend='write it as --also "10k 2027-04-11 B"')
    return Tuneup(day=_date(words[1]), metres=distance_of(words[0], unit), focus=focus)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PlanError(f"{text!r} is no day", mend="write it as 2027-04-11") from None


def _own_races(settings: Settings, race: date | None) -> list[Tuneup]:
    """The races of the settings, without the one that the plan is for."""
    return [
        Tuneup(day=one.day, metres=one.metres, focus="B" if one.priority == "A" else one.priority)
        for one in settings.races
        if one.day != race
    ]


def _checked(also: list[Tuneup], race: date | None, today: date) -> tuple[Tuneup, ...]:
    """The races on the way in order, each day once; those of the past do not matter any more."""
    ahead = {one.day: one for one in also if one.day > today and (race is None or one.day < race)}
    late = next((one for one in also if race is not None and one.day > race - CLEAR), None)
    if late is not None and race is not None:
        raise PlanError(
            f"the race on {day_name(late.day)} is too near to the goal's on {day_name(race)}, or after it",
            mend="races on the way are a week earlier or more; build for the last one",
        )
    return tuple(ahead[day] for day in sorted(ahead))


def _free(asked: Asked, settings: Settings, experience: Experience, history: History, today: date) -> Free:
    pace = easy_pace(history, settings)
    seen = None if asked.days else habits(history, today)
    if asked.days:
        days = _weekdays(asked.days)
    else:
        days = _usual(settings, seen.days if seen else USUAL_DAYS[experience])
    kept = next((day for day in days if settings.runner.only[day] == "rest"), None)
    if kept is not None:
        raise PlanError(
            f"{WEEKDAYS[kept].title()} is a day of rest in surefoot.toml",
            mend="leave it out of --days, or out of  only  under [runner]",
        )
    long = seen.long if seen and not asked.long and seen.long in days else _long(asked.long, days)
    quality = USUAL_QUALITY[experience] if asked.quality is None else asked.quality
    return Free(
        days=days, long=long, quality=quality, most=_most(asked.most, settings, pace), minutes=asked.minutes
    )


def _weekdays(text: str) -> tuple[int, ...]:
    found = []
    for word in text.replace(" ", ",").split(","):
        number = weekday(word)
        if word and number is None:
            raise PlanError(f"{word!r} is no day of the week", mend="write them as --days tue,thu,sat,sun")
        if number is not None:
            found.append(number)
    if not found:
        raise PlanError("no day to run on is given", mend="write them as --days tue,thu,sat,sun")
    return tuple(sorted(set(found)))


def _usual(settings: Settings, usual: tuple[int, ...]) -> tuple[int, ...]:
    """The usual days of such a runner, without those that the settings keep free."""
    able = [day for day, word in enumerate(settings.runner.only) if word != "rest"]
    kept = [day for day in usual if day in able]
    spare = [day for day in able if day not in usual]
    return tuple(sorted([*kept, *spare[: len(usual) - len(kept)]])) or usual


def _long(text: str, days: tuple[int, ...]) -> int:
    if not text:
        return next((day for day in (6, 5) if day in days), days[-1])
    number = weekday(text)
    if number is None:
        raise PlanError(f"{text!r} is no day of the week", mend="write it as --long sun")
    if number not in days:
        named = ", ".join(SHORT[day] for day in days)
        raise PlanError(
            f"the long run is to be on {SHORT[number]}, which is not among the days to run on ({named})",
            mend=f"add it: --days {','.join(SHORT[day].lower() for day in sorted({*days, number}))}",
        )
    return number


def _most(texts: tuple[str, ...], settings: Settings, pace: int) -> tuple[int | None, ...]:
    """The longest time by weekday: the settings', then what is said for all days, then for single ones."""
    found = [_seconds(one, pace) if one else None for one in settings.runner.most]
    for text in sorted(texts, key=lambda one: "=" in one):
        name, sign, time = text.rpartition("=")
        seconds = parse_duration(time)
        number = weekday(name) if sign else None
        if sign and number is None:
            raise PlanError(f"{name!r} is no day of the week", mend="write it as --max-day sun=2h30")
        found = [seconds if number in (None, day) else had for day, had in enumerate(found)]
    return tuple(found)


def _seconds(most: Most, pace: int) -> int:
    return most.seconds or (most.metres or 0) * pace // 1000
