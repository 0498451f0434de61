"""Surefoot writes running workouts as FIT files for a watch."""

from __future__ import annotations

from collections.abc import Iterable

from surefoot.plugin import Target, hookimpl


@hookimpl
def surefoot_targets() -> Iterable[type[Target]]:
    """Yield the folder of workouts."""
    from surefoot_workouts.target import Workouts

    yield Workouts
