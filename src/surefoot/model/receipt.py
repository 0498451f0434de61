"""What a target can do, and what it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Uids by what became of them; ``where`` names the place in words.

    ``skipped`` are sessions that the runner edited in the target since: they were left as they are.
    """

    where: str
    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """How much of a workout's structure a target can hold, and what it leaves out.

    ``exact`` holds every length and target, ``degraded`` says something in words that a watch would not
    follow, ``unsupported`` cannot hold the session at all. ``why`` says what is lost.
    """

    level: Literal["exact", "degraded", "unsupported"] = "exact"
    why: str = ""
