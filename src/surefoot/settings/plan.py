"""``[plan]``: which plan, and what fixes it in the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from surefoot.config.place import place
from surefoot.config.value import PlanSettings
from surefoot.model import ConfigError
from surefoot.settings.lines import Lines
from surefoot.settings.readers import Reader, of_type
from surefoot.settings.section import read_section


def plan(home: Path) -> Mapping[str, Reader]:
    """Return the keys of ``[plan]``."""
    return {
        "file": of_type(Path, home),
        "name": of_type(str),
        "race": of_type(date),
        "start": of_type(date),
    }


def read_plan_settings(raw: Mapping[str, Any], home: Path, lines: Lines) -> PlanSettings | None:
    """Return what ``[plan]`` says, None where there is no such table.

    Raises:
        ConfigError: something in it cannot be used, no file is named, or both ends are fixed.
    """
    if "plan" not in raw:
        return None
    values = read_section("plan", raw["plan"], plan(home), lines)
    where = place("[plan]", lines.of("plan"))
    if "file" not in values:
        raise ConfigError("file is missing", where=where, mend='add a line  file = "plan.csv"')
    if "race" in values and "start" in values:
        raise ConfigError("race and start are both given", where=where, mend="keep the one that is fixed")
    name = values.setdefault("name", values["file"].stem)
    if not name.strip():
        raise ConfigError("name is empty", where=where, mend="leave it out, or give the plan a name")
    return PlanSettings(**values)
