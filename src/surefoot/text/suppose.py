"""What a runner asks "what if" about, read from a few words.

``run 25k on saturday``, ``skip next week``, ``move sun sat``, ``allow session-spike sun``,
``ill 3 days with fever``. The grammar is in ``docs/reference/what-if.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from surefoot.model import PlanError, Unit, Workout
from surefoot.text import shorthand
from surefoot.text.days import day_name, parse_day, parse_span
from surefoot.text.title import length

LONGEST = 28
"""Days that are supposed ahead at most: what follows from more is a guess [H]."""

EXAMPLES = "run 25k on saturday; skip next week; move sun sat; allow session-spike sun; ill 3 days with fever"

_RUN = re.compile(r"(?:run|ran)\s+(?P<session>.+?)(?:\s+on)?\s+(?P<day>\S+)")
_SKIP = re.compile(r"(?:skip|miss|off)\s+(?P<days>.+)")
_MOVE = re.compile(r"move\s+(?P<source>\S+)\s+(?:to\s+)?(?P<target>\S+)")
_ALLOW = re.compile(r"allow\s+(?P<rule>\S+)\s+(?:on\s+)?(?P<day>\S+)")
_ILL = re.compile(
    r"ill\s+(?:for\s+)?(?P<number>\d{1,3}|an?|one)\s*(?P<of>days?|weeks?)(?P<fever>\s+(?:with\s+)?fever)?"
)
_WEEKS = {"this week": 0, "next week": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A run on a day, today or later."""

    day: date
    workout: Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """No training on these days, both ends included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What stands on one day stands on another."""

    source: date
    target: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """One rule set aside on a day."""

    rule: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FallenIll:
    """Ill from today on for so many days, then well."""

    days: int
    fever: bool = False


Supposed: TypeAlias = Ran | Skipped | Moved | Allowed | FallenIll


def parse(text: str, today: date, *, unit: Unit, week_starts: int) -> Supposed:
    """Return what ``text`` supposes, seen from ``today``; a bare number of a run takes ``unit``.

    Raises:
        PlanError: it is nothing that can be supposed, with examples; or a day or session in it is none.
    """
    spoken = " ".join(text.strip().lower().removeprefix("i ").split())
    if match := _ILL.fullmatch(spoken):
        return _ill(match)
    if match := _MOVE.fullmatch(spoken):
        return Moved(source=parse_day(match["source"], today), target=parse_day(match["target"], today))
    if match := _ALLOW.fullmatch(spoken):
        return Allowed(rule=match["rule"], day=parse_day(match["day"], today))
    if match := _SKIP.fullmatch(spoken):
        since, until = _span(match["days"].removeprefix("on "), today, week_starts)
        return Skipped(since=since, until=until)
    if match := _RUN.fullmatch(spoken):
        return Ran(day=_near(match["day"], today), workout=_run(match["session"], unit))
    raise PlanError(f"{text.strip()!r} is nothing that can be supposed", mend=f"as: {EXAMPLES}")


def told(supposed: Supposed, unit: Unit) -> str:
    """Return it as the end of a sentence that begins with ``if``: ``you run 25.0 km on Sat 30 Jan``."""
    match supposed:
        case Ran(day=day, workout=workout):
            return f"you run {length(workout, unit)} on {day_name(day)}"
        case Skipped(since=since, until=until):
            return f"you skip {day_name(since)}" + (f" to {day_name(until)}" if until != since else "")
        case Moved(source=source, target=target):
            return f"you move {day_name(source)} to {day_name(target)}"
        case Allowed(rule=rule, day=day):
            return f"you allow {rule} on {day_name(day)}"
        case FallenIll(days=days, fever=fever):
            many = "a day" if days == 1 else f"{days} days"
            return f"you are ill for {many} from today{' with fever' if fever else ''}"


def _ill(match: re.Match[str]) -> FallenIll:
    number = int(match["number"]) if match["number"].isdecimal() else 1
    days = number * 7 if match["of"].startswith("week") else number
    if not 1 <= days <= LONGEST:
        raise PlanError(f"{days} days cannot be supposed", mend=f"write 1 to {LONGEST}, as ill 3 days")
    return FallenIll(days=days, fever=match["fever"] is not None)


def _span(text: str, today: date, week_starts: int) -> tuple[date, date]:
    if text not in _WEEKS:
        return parse_span(text, today)
    start = today - timedelta(days=(today.weekday() - week_starts) % 7) + timedelta(weeks=_WEEKS[text])
    return max(today, start), start + timedelta(days=6)


def _near(text: str, today: date) -> date:
    day = parse_day(text, today)
    if day < today:
        raise PlanError(f"{day} is past", mend="a run that was done: surefoot log run 8k --on DAY")
    if day > today + timedelta(days=LONGEST):
        raise PlanError(f"{day} is more than {LONGEST} days ahead", mend="name a nearer day")
    return day


def _run(text: str, unit: Unit) -> Workout:
    found = shorthand.parse(text, unit)
    if len(found) != 1 or not found[0].kind.is_run:
        raise PlanError(f"{text!r} is no run", mend="write one, as run 25k on saturday")
    workout = found[0]
    if not (workout.metres or workout.seconds):
        raise PlanError(f"{text!r} has no length", mend="write one, as run 25k on saturday")
    return workout
