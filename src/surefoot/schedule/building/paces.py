"""Paces from a recent race, by the equations of Daniels and Gilbert.

They give the oxygen that a speed costs and the share of the greatest uptake that can be held for a time
(Daniels & Gilbert 1979, Oxygen Power). A result gives the runner's own uptake; a share of it, as Daniels'
Running Formula names them for each kind of training, gives a pace back. Every pace is a range, in steps of
5 seconds per kilometre: the formula is no finer than that.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sqrt

from surefoot.model import Effort
from surefoot.schedule.building.order import Result

SHARES = {"easy": (62, 72), "tempo": (83, 88)}
"""Percent of the greatest uptake, from the easier to the harder end."""
SPREAD = 2  # percent: how far around a race's own pace a session may be
STEP = 5  # seconds per km


@dataclass(frozen=True, slots=True, kw_only=True)
class Paces:
    """What a result says of training: the greatest oxygen uptake in ml/kg/min, as running shows it."""

    uptake: float

    def of(self, what: str) -> Effort:
        """Return the range for ``easy`` or ``tempo``."""
        low, high = SHARES[what]
        return _range(_seconds(self.uptake * low / 100), _seconds(self.uptake * high / 100))

    def race(self, metres: int) -> Effort:
        """Return the range around the pace of a race of so many metres."""
        return around(self.race_seconds(metres) * 1000 / metres)

    def race_seconds(self, metres: int) -> float:
        """Return the time, in seconds, whose uptake is this one: found by halving, to a hundredth."""
        low, high = metres / 10.0, metres * 1.2
        while high - low > 0.01:
            middle = (low + high) / 2
            low, high = (middle, high) if uptake(metres, middle) > self.uptake else (low, middle)
        return high


def paces(result: Result) -> Paces:
    """Return the paces that follow from a result."""
    return Paces(uptake=uptake(result.metres, result.seconds))


def uptake(metres: int, seconds: float) -> float:
    """Return the greatest oxygen uptake that a race of so many metres in so many seconds shows."""
    minutes = seconds / 60
    speed = metres / minutes
    cost = -4.60 + 0.182258 * speed + 0.000104 * speed * speed
    share = 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)
    return cost / share


def around(seconds_per_km: float) -> Effort:
    """Return the range around one pace."""
    return _range(seconds_per_km * (100 + SPREAD) / 100, seconds_per_km * (100 - SPREAD) / 100)


def _seconds(oxygen: float) -> float:
    """The pace, in seconds per km, that costs so much oxygen: the cost is a quadratic of the speed."""
    speed = (-0.182258 + sqrt(0.182258**2 + 4 * 0.000104 * (4.60 + oxygen))) / (2 * 0.000104)
    return 60_000 / speed


def _range(slow: float, fast: float) -> Effort:
    return Effort(lo=round(slow / STEP) * STEP, hi=round(fast / STEP) * STEP, of="pace")
