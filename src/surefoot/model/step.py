"""What a structured run is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from surefoot.model.workout import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """A target range, ``lo`` the easier end.

    ``of`` gives the unit: ``pace`` whole seconds per kilometre (so ``lo`` is the larger number),
    ``hr`` beats per minute, ``rpe`` points of 10.
    """

    lo: int
    hi: int
    of: Literal["pace", "hr", "rpe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stretch of a structured workout, by distance, by time, or until the runner presses lap.

    ``text`` is what a person wrote that is no number, as ``5k`` for "at the pace of a 5 km race".
    """

    role: Role = "work"
    metres: int | None = None
    seconds: int | None = None
    effort: Effort | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Steps that are run ``times`` times in a row."""

    times: int
    steps: tuple[Step, ...]
