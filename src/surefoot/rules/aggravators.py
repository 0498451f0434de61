"""What aggravates a complaint counts as load: descents, long walks and rides beside the runs.

Where runner's knee, an IT band or the side of the knee is named under complaints, metres downhill of the
last 7 days are compared with the greatest of the four weeks before: of runs, walks and hikes. More than a
tenth and 100 m above it makes routes flat for a week. In the same way the walks of somebody whose knee
hurts on long walks (5 km), and the rides of somebody with runner's knee (1 hour), are told and nothing is
cut. Without a complaint, and without four weeks known, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from surefoot.model import Activity, Advice, Diary, Finding, History, Level, Schedule, Settings, Sport, Unit
from surefoot.rules.built_in import BuiltIn
from surefoot.text.days import day_name
from surefoot.text.units import distance

SLUG = "aggravators"
LEVELS = (Level.WARN,)
CITATION = "articles 002 and 003 (what makes a knee or an IT band worse); the numbers are a judgement"
SETTINGS = ("policies.aggravators.flat_days", "policies.aggravators.more_percent")
MEND = "Makes routes flat and hill sessions easy for a week after many descents; tells the others."

DOWNHILL = frozenset({"pfp", "itbs", "lateral-knee-pain-downhill"})
WALKING = frozenset({"lateral-knee-pain-downhill"})
RIDING = frozenset({"pfp"})
ON_FOOT = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})
WEEK = timedelta(days=7)
WEEKS_BEFORE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One thing that counts: for which complaints, how it is measured, and the least that is worth a word."""

    name: str
    complaints: frozenset[str]
    size: Callable[[Activity], int]
    least: int
    said: Callable[[int, Unit], str]


def _descent(one: Activity) -> int:
    return one.descent or 0 if one.sport in ON_FOOT else 0


def _walk(one: Activity) -> int:
    return one.metres if one.sport in (Sport.WALK, Sport.HIKE) else 0


def _ride(one: Activity) -> int:
    return one.seconds if one.sport is Sport.RIDE else 0


KINDS = (
    Kind(
        name="descent",
        complaints=DOWNHILL,
        size=_descent,
        least=100,
        said=lambda value, _: f"{value} m downhill",
    ),
    Kind(
        name="walking",
        complaints=WALKING,
        size=_walk,
        least=5000,
        said=lambda value, unit: f"{distance(value, unit)} of walking",
    ),
    Kind(
        name="riding",
        complaints=RIDING,
        size=_ride,
        least=3600,
        said=lambda value, _: f"{value / 3600:.1f} h of riding",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """So much of one kind in the last seven days, and at most so much in a week of the four before."""

    kind: Kind
    day: date
    now: int
    before: int


class AggravatorsPolicy(BuiltIn):
    """Asks for flat routes after many descents. Lengths are days, shares whole percent."""

    use: ClassVar[str] = SLUG

    flat_days: int = 7
    more_percent: int = 110

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield flat days from the latest big day on, while any of them is ahead."""
        for one in more(history, self.settings, outlook.today, self.more_percent):
            until = one.day + timedelta(days=self.flat_days)
            if one.kind.name == "descent" and until >= outlook.today:
                text = told(one, self.settings.runner.unit)
                yield Advice(
                    cause=f"{SLUG}:{one.day}",
                    reason=f"{text} Flat routes until {day_name(until)}. Strength stays.",
                    evidence=CITATION,
                    since=one.day + timedelta(days=1),
                    days=self.flat_days,
                    value=one.now,
                    limit=one.before,
                    flat=True,
                )


def past(history: History, settings: Settings, today: date) -> tuple[Finding, ...]:
    """Return what is said of walks and rides of the last seven days, on the latest day and the one after."""
    return tuple(
        Finding(
            rule=SLUG,
            level=Level.WARN,
            day=one.day,
            value=one.now,
            limit=one.before,
            message=told(one, settings.runner.unit),
            evidence=CITATION,
        )
        for one in more(history, settings, today, AggravatorsPolicy().more_percent)
        if one.kind.name != "descent" and today - one.day <= timedelta(days=1)
    )


def more(history: History, settings: Settings, today: date, percent: int) -> Iterator[More]:
    """Yield each kind of which the last seven days up to its latest day held more than the weeks before."""
    named = set(settings.strength.complaints)
    for kind in KINDS:
        days = {one.day for one in history.activities if kind.size(one) and today - WEEK < one.day <= today}
        if named.isdisjoint(kind.complaints) or not days:
            continue
        last = max(days)
        if history.since is None or history.since > last - (WEEKS_BEFORE + 1) * WEEK + timedelta(days=1):
            continue
        now = _week(history, kind, last)
        before = max(_week(history, kind, last - back * WEEK) for back in range(1, WEEKS_BEFORE + 1))
        if 100 * now > percent * before and now >= before + kind.least:
            yield More(kind=kind, day=last, now=now, before=before)


def _week(history: History, kind: Kind, until: date) -> int:
    return sum(kind.size(one) for one in history.activities if until - WEEK < one.day <= until)


def told(one: More, unit: Unit) -> str:
    """Say what came together, and that it counts."""
    now, before = (one.kind.said(value, unit) for value in (one.now, one.before))
    return (
        f"{now} in the seven days to {day_name(one.day)}, {before} at most in a week of the four before: "
        "it counts as load for what you have named."
    )
