"""The hooks a plugin may implement. None takes an argument, all yield; the core asks, guards and decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    import click

    from surefoot.model import Exercise
    from surefoot.parts import Format, Policy, Source, Target

GROUP = "surefoot"
"""The name of the entry-point group and of the pluggy project."""

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def surefoot_sources() -> Iterable[type[Source]]:
    """Yield the classes that read what was done."""
    return ()


@hookspec
def surefoot_targets() -> Iterable[type[Target]]:
    """Yield the classes that publish the schedule."""
    return ()


@hookspec
def surefoot_formats() -> Iterable[type[Format]]:
    """Yield the classes that read and write plan files."""
    return ()


@hookspec
def surefoot_policies() -> Iterable[type[Policy]]:
    """Yield the classes that recommend to hold back."""
    return ()


@hookspec
def surefoot_exercises() -> Iterable[Exercise]:
    """Yield exercises for the catalogue."""
    return ()


@hookspec
def surefoot_commands() -> Iterable[click.Command]:
    """Yield commands; the core's own names win."""
    return ()
