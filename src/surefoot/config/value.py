"""The settings of a training folder as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from surefoot.config.place import MEMORY, place
from surefoot.model import Kind, Settings
from surefoot.model.settings import Apply


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreKeys:
    """What the core itself applies to a table's part.

    ``show`` is whether a target gets full words or plain busy time, ``kinds`` the workouts it gets
    (empty: all), ``weeks`` how many weeks ahead (None: all). ``on`` is whether a policy works.
    """

    show: Literal["full", "busy"] = "full"
    kinds: tuple[Kind, ...] = ()
    weeks: int | None = None
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One part as it was written: ``[kind.label]`` with what is left of it once the core's keys are out.

    ``use`` names the class of the part. ``home`` is the training folder, ``zone`` the runner's, for a
    part that has a setting of that name. ``lines`` are the lines its keys stand on; "" is its header's.
    """

    kind: str
    label: str
    use: str
    values: Mapping[str, Any] = field(default_factory=dict)
    core: CoreKeys = field(default_factory=CoreKeys)
    home: Path
    zone: str = "UTC"
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The table as it is headed, without brackets: ``sources.runs``."""
        return f"{self.kind}.{self.label}"

    @property
    def folder(self) -> Path:
        """The part's own private folder; it may not be there yet."""
        return self.home / MEMORY / self.name

    def at(self, key: str = "") -> str:
        """Return where a key, or the table itself, stands, in words for a message."""
        return place(f"[{self.name}]", self.lines.get(key) or self.lines.get(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSettings:
    """Which plan, and what fixes it in the calendar. ``name`` makes the uids of its sessions."""

    file: Path
    name: str
    start: date | None = None
    race: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All that ``surefoot.toml`` says."""

    folder: Path
    settings: Settings = field(default_factory=Settings)
    plan: PlanSettings | None = None
    apply: Apply = "ask"
    calendar_reasons: Literal["short", "full"] = "short"
    tables: tuple[Table, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The runner's time zone."""
        return ZoneInfo(self.settings.runner.zone)

    @property
    def sources(self) -> tuple[Table, ...]:
        """The tables of sources, in the order they were written."""
        return self._of("sources")

    @property
    def targets(self) -> tuple[Table, ...]:
        """The tables of targets, in the order they were written."""
        return self._of("targets")

    @property
    def policies(self) -> tuple[Table, ...]:
        """The tables of policies, in the order they were written."""
        return self._of("policies")

    def _of(self, kind: str) -> tuple[Table, ...]:
        return tuple(one for one in self.tables if one.kind == kind)
