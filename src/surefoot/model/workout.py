"""What to do, without a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from surefoot.model.kinds import Kind

Role: TypeAlias = Literal["warmup", "work", "recovery", "cooldown", "rest"]
Side: TypeAlias = Literal["both", "each", "left", "right"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One exercise as prescribed; ``seconds`` is the length of a hold, ``rest`` seconds between sets."""

    exercise: str
    sets: int
    reps: int | None = None
    seconds: int | None = None
    load_g: int | None = None
    side: Side = "both"
    rest: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """What to do, without a day.

    ``metres`` and ``seconds`` are the whole session's, warm-up and cool-down included; ``upto`` is a
    range's upper end in metres, which limits and volumes use. ``focus`` narrows the kind: ``tempo``,
    ``intervals`` or ``hills`` for quality; ``heavy``, ``moderate`` or ``light`` for strength;
    ``A``, ``B``, ``C`` or ``parkrun`` for a race; ``run-walk`` for an easy run with walking breaks.
    """

    kind: Kind
    title: str
    metres: int | None = None
    upto: int | None = None
    seconds: int | None = None
    focus: str = ""
    steps: tuple[Step | Repeat, ...] = ()
    doses: tuple[Dose, ...] = ()
    notes: str = ""
