"""From one plan format to another; what the other cannot hold is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from surefoot.app.files import write_new
from surefoot.app.planfile import anchor, read_plan
from surefoot.model import Plan, PlanError
from surefoot.schedule.dated import dated

if TYPE_CHECKING:
    from surefoot.registry import Registry
    from surefoot.settings import Config


def convert(
    source: Path,
    target: Path,
    registry: Registry,
    *,
    first_day: Callable[[Plan], date | None],
    force: bool = False,
) -> tuple[str, ...]:
    """Write the plan in ``source`` to ``target`` and return a line for each thing that was lost.

    ``first_day`` is asked for a plan's date where the other format needs one and the file has none.

    Raises:
        PlanError: the plan cannot be read, or the other format cannot be written.
        ConfigError: no plugin knows the suffix, or the target is there already.
        Unavailable: the target cannot be written.
    """
    plan = read_plan(source, registry)
    try:
        return write_plan(plan, target, registry, force=force)
    except PlanError:
        start = first_day(plan) if plan.start is None else None
        if start is None:
            raise
        return write_plan(replace(plan, start=start), target, registry, force=force)


def own_first_day(plan: Plan, source: Path, config: Config) -> date | None:
    """Return the day that the settings date the folder's own plan from; None for any other plan."""
    if config.plan is None or config.plan.file.resolve() != source.resolve():
        return None
    return dated(plan, anchor(config), week_starts=config.settings.runner.week_starts).first


def write_plan(plan: Plan, target: Path, registry: Registry, *, force: bool = False) -> tuple[str, ...]:
    """Write ``plan`` in the format that the target's suffix names, and return what it cannot hold.

    Raises:
        PlanError: the format cannot be written.
        ConfigError: no plugin knows the suffix, or the target is there already.
        Unavailable: the target cannot be written.
    """
    form = registry.format_for(target)
    with registry.guard(form.label, f"writing {target.name}"):
        data = form.write(plan)
        lost = tuple(form.lost(plan))
    write_new(target, data, force=force)
    return lost
