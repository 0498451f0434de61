"""What was once decided, by a trigger or by the runner; stored with its numbers, withdrawable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from surefoot.model.change import Change
from surefoot.model.finding import Finding
from surefoot.model.kinds import Level
from surefoot.model.schedule import Reason, Schedule
from surefoot.model.workout import Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What a policy recommends. Every field can only hold back; none can add load.

    It covers ``days`` days from ``since`` on (None: today). ``keep`` is the share, 0…1, of what would
    stand otherwise, ``longest`` the longest single run and ``total`` the most running of all its days
    together, in metres; ``seconds`` is the longest single run by time. ``easy_only`` makes quality
    easy, ``light_only`` leaves no heavy or moderate strength, ``rest`` leaves no run. ``flat`` leaves no
    hills, and ``run_walk`` makes every run so many seconds of running and of walking in turns, so many times.
    ``cause`` is stable: the same cause is never proposed twice. ``pain`` is the day of a report above
    2 of 10, where that is the cause.
    """

    cause: str
    reason: str
    evidence: str
    days: int
    level: Level = Level.WARN
    since: date | None = None
    keep: float = 1.0
    easy_only: bool = False
    light_only: bool = False
    rest: bool = False
    flat: bool = False
    run_walk: tuple[int, ...] = ()
    longest: int | None = None
    total: int | None = None
    seconds: int | None = None
    value: float | None = None
    limit: float | None = None
    pain: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """An accepted advice: the days it covers, both ends included, and what it allows. See ``Advice``.

    ``keep`` is whole percent; ``rule`` is the label of the policy that advised it.
    """

    rule: str
    since: date
    until: date
    keep: int = 100
    easy_only: bool = False
    light_only: bool = False
    rest: bool = False
    flat: bool = False
    run_walk: tuple[int, ...] = ()
    longest: int | None = None
    total: int | None = None
    seconds: int | None = None
    level: Level = Level.WARN
    pain: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The session stands on another day, and at another hour where one is given."""

    uid: str
    day: date
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resize:
    """The session has this length."""

    uid: str
    metres: int | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """The session is not done."""

    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """A session that no plan asked for."""

    uid: str
    day: date
    workout: Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Off:
    """No training on these days, both ends included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Allow:
    """The rule does not cut the sessions of this day."""

    rule: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """An advice with this cause is not proposed again."""

    cause: str


Effect: TypeAlias = Hold | Move | Resize | Drop | Add | Off | Allow | Decline


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One effect with its reason, made at one moment, accepted as part of a set.

    ``by`` is ``runner`` or the label of a policy; ``cause`` repeats the advice's.
    """

    id: str
    set: str
    made: datetime
    by: str
    effect: Effect
    reason: Reason
    cause: str = ""
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the runner did in a target, to be turned into a decision. ``where`` names the target."""

    effect: Effect
    seen: datetime
    where: str
    uid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be accepted: the answer of ``app.review``, the argument of ``app.accept``.

    ``base`` names the accepted schedule it was proposed from; accepting is refused if that has moved on.
    """

    today: date
    base: str
    decisions: tuple[Decision, ...]
    schedule: Schedule
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
