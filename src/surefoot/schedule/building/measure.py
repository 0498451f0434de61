"""The steps that lengths of a built plan come in: half a kilometre, half a mile, or five minutes.

All sums are made in whole steps, so that nothing is ever finer than one.
"""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.model import Unit
from surefoot.text.naming import decimal
from surefoot.text.units import KILOMETRE, MILE, rounded

FIVE_MINUTES = 300
LOOSE = 10  # metres: rounded miles may add up to a few metres too many


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Steps of the runner's ``unit``, or of five minutes at ``pace`` (seconds per km)."""

    unit: Unit
    pace: int
    minutes: bool

    def metres(self, steps: int) -> int:
        """Return what so many steps count."""
        if self.minutes:
            return steps * FIVE_MINUTES * 1000 // self.pace
        return rounded(steps * self._scale, 2000)

    def steps(self, metres: int) -> int:
        """Return the most steps that are not above ``metres``."""
        if self.minutes:
            return max(0, metres) * self.pace // (FIVE_MINUTES * 1000)
        room = metres if self.unit is Unit.KM else metres - LOOSE
        return max(0, room) * 2000 // self._scale

    def up(self, metres: int) -> int:
        """Return the fewest steps that hold ``metres``."""
        steps = self.steps(metres)
        return steps if self.metres(steps) >= metres else steps + 1

    def in_time(self, seconds: int) -> int:
        """Return the most steps that take no longer than ``seconds`` at the easy pace."""
        if self.minutes:
            return seconds // FIVE_MINUTES
        return self.steps(seconds * 1000 // self.pace)

    def say(self, steps: int) -> str:
        """Return the shorthand for so many steps: ``8.5k``, ``5.5mi`` or ``45min``."""
        if self.minutes:
            return f"{steps * 5}min"
        return f"{decimal(steps * 500)}{'k' if self.unit is Unit.KM else 'mi'}"

    @property
    def _scale(self) -> int:
        return KILOMETRE if self.unit is Unit.KM else MILE
