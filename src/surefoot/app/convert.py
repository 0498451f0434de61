"""From one plan format to another; what the other cannot hold is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from surefoot.app.files import write_new
from surefoot.app.planfile import read_plan
from surefoot.model import Plan

if TYPE_CHECKING:
    from surefoot.registry import Registry


def convert(source: Path, target: Path, registry: Registry, *, force: bool = False) -> tuple[str, ...]:
    """Write the plan in ``source`` to ``target`` and return a line for each thing that was lost.

    Raises:
        PlanError: the plan cannot be read, or the other format cannot be written.
        ConfigError: no plugin knows the suffix, or the target is there already.
        Unavailable: the target cannot be written.
    """
    return write_plan(read_plan(source, registry), target, registry, force=force)


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
