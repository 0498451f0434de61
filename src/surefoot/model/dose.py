"""What a strength session is made of."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.model.workout import Side


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
