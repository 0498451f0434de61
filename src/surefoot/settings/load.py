"""From the text of ``surefoot.toml`` to settings."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from surefoot.config.place import FILE
from surefoot.model import ConfigError
from surefoot.settings.lines import Lines, lines
from surefoot.settings.own import TOP, read_settings
from surefoot.settings.section import read_section, unknown

if TYPE_CHECKING:
    from surefoot.config import Config
    from surefoot.model import Settings

TABLES = ("runner", "plan", "races", "off", "limits", "strength", "sources", "targets", "policies")
MARK = "\ufeff"
"""What some editors begin a file with."""
LARGEST = 1024 * 1024
"""Bytes; settings written by a person have a few hundred."""


def load(folder: Path) -> Config:
    """Return what the settings of a training folder say.

    Raises:
        ConfigError: they are not there, are no TOML, or something in them cannot be used; says where.
    """
    return parse(_text(folder / FILE), folder)


def own(folder: Path) -> Settings:
    """Return what the core's own tables say; ``[plan]`` and the tables of parts are not looked at.

    That is all that showing what was accepted needs, and `surefoot today` is waited for.

    Raises:
        ConfigError: they are not there, are no TOML, or one of these tables cannot be used; says where.
    """
    text = _text(folder / FILE)
    raw, where = _toml(text), lines(text)
    _top(raw, where)
    return read_settings(raw, where)


def parse(text: str, folder: Path) -> Config:
    """Return what a text says as the settings of ``folder``.

    Raises:
        ConfigError: it is no TOML, or something in it cannot be used; says where.
    """
    from surefoot.config import Config
    from surefoot.settings.plan import read_plan_settings
    from surefoot.settings.tables import read_tables

    raw = _toml(text)
    where = lines(text)
    top = _top(raw, where)
    settings = read_settings(raw, where)
    return Config(
        folder=folder,
        settings=settings,
        plan=read_plan_settings(raw, folder, where),
        tables=tuple(read_tables(raw, folder, settings.runner.zone, where)),
        **top,
    )


def _top(raw: dict[str, Any], where: Lines) -> dict[str, Any]:
    top = {key: value for key, value in raw.items() if key not in TABLES}
    for key, value in top.items():
        if isinstance(value, dict):
            raise unknown(key, TABLES, f"{FILE} line {where.of(key)}" if where.of(key) else FILE)
    return read_section("", top, TOP, where)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigError("too large to be settings", where=str(path), mend="is it the right file?")
        return path.read_text(encoding="utf-8").removeprefix(MARK)
    except FileNotFoundError:
        raise ConfigError("there is no such file", where=str(path), mend="surefoot init") from None
    except OSError as problem:
        raise ConfigError(
            f"cannot be read: {problem.strerror}", where=str(path), mend="check the file"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("is no text in UTF-8", where=str(path), mend="save it as UTF-8") from None


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        said = str(problem)
        at = re.search(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$", said)
        line = (at and at["line"]) or len(text.splitlines())
        raise ConfigError(
            f"is no TOML: {said[: at.start()] if at else said}",
            where=f"{FILE} line {line}",
            mend="text stands in quotes, and each key on a line of its own",
        ) from None
    except RecursionError:
        raise ConfigError("is nested too deeply", where=FILE, mend="is it the right file?") from None
