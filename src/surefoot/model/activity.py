"""One thing that was really done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from surefoot.model.kinds import Sport

BY_HAND = "log"
"""The source of what the runner typed in: it has a day and no clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something that was done, read from a source.

    ``id`` is unique within its source and lasts. ``start`` is aware; ``offset`` is the offset from UTC
    in seconds that it was recorded with, where the recording says so. ``seconds`` is timer time,
    ``elapsed`` wall time, ``ascent`` and ``descent`` metres. ``also`` are the ids of the same run on
    other platforms, ``notes`` what a reader should know ("rebuilt from records").
    """

    id: str
    sport: Sport
    start: datetime
    offset: int | None = None
    metres: int
    seconds: int
    elapsed: int | None = None
    ascent: int | None = None
    descent: int | None = None
    title: str = ""
    source: str = ""
    also: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """``source/id``: unique among the records of all sources."""
        return f"{self.source}/{self.id}"

    @property
    def day(self) -> date:
        """The day in the runner's life: in the recorded offset, else in the zone of ``start`` itself."""
        if self.offset is None:
            return self.start.date()
        return self.start.astimezone(timezone(timedelta(seconds=self.offset))).date()
