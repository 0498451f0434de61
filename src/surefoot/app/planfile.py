"""The runner's plan, read through the format that its suffix names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from surefoot.model import Anchor, ConfigError, Plan, PlanError
from surefoot.settings import Config

if TYPE_CHECKING:
    from surefoot.registry import Registry

LARGEST = 4 * 1024 * 1024
"""Bytes; the largest published plan is under 40 KB, so more than this is no plan."""


def read_bytes(path: Path) -> bytes:
    """Return what a plan file holds.

    Raises:
        PlanError: it is missing, a folder, unreadable, empty or far too large.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise PlanError("too large to be a plan", where=str(path), mend="is it the right file?")
        data = path.read_bytes()
    except FileNotFoundError:
        raise PlanError("there is no such file", where=str(path), mend="check its name") from None
    except IsADirectoryError:
        raise PlanError("is a folder, not a plan file", where=str(path), mend="name a file in it") from None
    except OSError as problem:
        raise PlanError(f"cannot be read: {problem.strerror}", where=str(path)) from None
    if not data.strip():
        raise PlanError("the file is empty", where=str(path), mend="see docs/reference/plan-files.md")
    return data


def read_plan(path: Path, registry: Registry) -> Plan:
    """Return the plan in ``path``; what is wrong with it names the file.

    Raises:
        PlanError: it is no plan.
        ConfigError: no installed plugin reads files of this suffix.
    """
    form = registry.format_for(path)
    data = read_bytes(path)
    try:
        with registry.guard(form.label, f"reading {path.name}"):
            plan = form.read(data)
    except PlanError as problem:
        where = f"{path.name}, {problem.where}" if problem.where else path.name
        raise PlanError(problem.what, where=where, mend=problem.mend) from None
    return plan


def wanted_plan(config: Config, registry: Registry) -> Plan:
    """Return the training folder's plan under its name in ``[plan]``.

    Raises:
        ConfigError: the settings name no plan.
        PlanError: the file is no plan.
    """
    if config.plan is None:
        raise ConfigError(
            "no plan is named",
            where="surefoot.toml",
            mend='add  [plan]  with  file = "plan.csv"  and  race = 2027-05-02',
        )
    plan = read_plan(config.plan.file, registry)
    return replace(plan, id=config.plan.name, name=plan.name or config.plan.name)


def anchor(config: Config) -> Anchor:
    """Return what ``[plan]`` fixes the plan by."""
    assert config.plan is not None
    return Anchor(start=config.plan.start, race=config.plan.race)
