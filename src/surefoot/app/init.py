"""Writing a training folder's first settings."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from surefoot.app.files import write_new
from surefoot.config.place import FILE
from surefoot.model import ConfigError, Unavailable, Unit
from surefoot.settings import parse

LOCALTIME = Path("/etc/localtime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the runner said, as it is written: distances are text with a unit, "" is nothing."""

    zone: str
    unit: Unit = Unit.KM
    week_starts: str = "monday"
    weekly: str = ""
    longest: str = ""
    plan: str = "plan.csv"
    race: date | None = None
    runs: str = "runs"
    strength: int = 2


def machine_zone() -> str:
    """Return the name of this machine's time zone: TZ, else where its local time points to, else UTC."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked()):
        if name and _is_zone(name):
            return name
    return "UTC"


def _linked() -> str:
    try:
        return str(LOCALTIME.resolve()).partition("zoneinfo/")[2]
    except OSError:
        return ""


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # not there, no path, not known
        return False
    return True


def refuse_existing(folder: Path) -> None:
    """Refuse to write where settings are.

    Raises:
        ConfigError: they are there already.
    """
    if os.path.lexists(folder / FILE):
        raise ConfigError(
            "is there already; it stays as it is",
            where=str(folder / FILE),
            mend="edit it, or see: surefoot doctor",
        )


def init(folder: Path, answers: Answers) -> Path:
    """Write the settings and return their path; the folder is made where there is none.

    Raises:
        ConfigError: there are settings already, or an answer cannot be used.
        Unavailable: the folder cannot be made or written to.
    """
    refuse_existing(folder)
    text = settings_text(answers)
    parse(text, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Unavailable(f"cannot be made: {problem.strerror}", where=str(folder)) from None
    write_new(folder / FILE, text.encode())
    return folder / FILE


def settings_text(answers: Answers) -> str:
    """Return ``surefoot.toml`` as it is to be written."""
    return "\n".join(_lines(answers)) + "\n"


def _lines(said: Answers) -> Iterator[str]:
    yield "# docs/reference/settings.md has every key."
    yield from ("", "[runner]")
    yield f"zone = {_quoted(said.zone)}"
    yield f"units = {_quoted(said.unit.value)}"
    yield f"week_starts = {_quoted(said.week_starts)}"
    if said.weekly or said.longest:
        yield "# Used where your past is not known:"
    for key, distance in (("weekly", said.weekly), ("longest", said.longest)):
        if distance:
            yield f"{key} = {_quoted(distance)}"
    if said.plan:
        yield from ("", "[plan]", f"file = {_quoted(said.plan)}")
        yield f"race = {said.race}" if said.race else "# race = 2027-05-02"
    if said.runs:
        yield from ("", "[sources.runs]", 'use = "files"', f"path = {_quoted(said.runs)}")
    yield from ("", "[targets.calendar]", 'use = "ical"', 'path = "plan.ics"')
    yield from ("", "[strength]", f"sessions = {said.strength}")


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's too, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
