"""What a rule says of a plan or of the past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from surefoot.model.kinds import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule's word on one day or week.

    ``day`` and ``week`` (counted from 1) say where; an undated plan has no ``day``. ``value`` and
    ``limit`` are metres or what the rule says of itself. ``mend`` is what the scheduler would do about
    it ("at most 11.0 km"), None where it would leave the session alone.
    """

    rule: str
    level: Level
    message: str
    evidence: str
    day: date | None = None
    week: int | None = None
    value: float | None = None
    limit: float | None = None
    uid: str | None = None
    mend: str | None = None
