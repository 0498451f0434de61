"""What was really done, de-duplicated, and for which days it is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from surefoot.model.activity import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the runner says of records, by their keys: that they are one, are not, or count nothing."""

    kind: Literal["merge", "split", "ignore"]
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days, both ends included, for which a source should have answered and did not."""

    source: str
    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The activities of all sources, in order of start.

    ``since`` is the first day that is known at all (None: nothing is). ``assumed`` is true when no
    source is configured: what was scheduled then counts as done as planned.
    """

    since: date | None = None
    until: date
    activities: tuple[Activity, ...] = ()
    unknown: tuple[Span, ...] = ()
    assumed: bool = False
