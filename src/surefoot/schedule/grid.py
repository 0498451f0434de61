"""The steps that cut lengths come in: half a kilometre, or a quarter of a mile, rounded down."""

from __future__ import annotations

from surefoot.model import Unit
from surefoot.model.settings import Limits

KM_STEP = 500_000  # millimetres
MI_STEP = 402_336


def floor(metres: int, unit: Unit) -> int:
    """Return the greatest step that is not above ``metres``, in whole metres."""
    step = _step(unit)
    return (metres * 1000 + 999) // step * step // 1000


def steps(metres: int, unit: Unit) -> tuple[int, ...]:
    """Return all steps above 0 and below ``metres``, in order."""
    step = _step(unit)
    return tuple(
        size for size in (step * n // 1000 for n in range(1, metres * 1000 // step + 2)) if size < metres
    )


def is_slight(over: int, metres: int, limits: Limits) -> bool:
    """Whether being ``over`` a limit by so much is too little to touch a length of ``metres`` for."""
    return over < limits.change_metres or over * 100 < limits.change_percent * metres


def _step(unit: Unit) -> int:
    return KM_STEP if unit is Unit.KM else MI_STEP
