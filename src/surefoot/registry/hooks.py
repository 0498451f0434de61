"""Checking what a plugin implements, and asking it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

import pluggy

from surefoot import hookspecs
from surefoot.config.near import choices, did_you_mean
from surefoot.hookspecs import GROUP

PREFIX = f"{GROUP}_"
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(PREFIX))


def manager() -> pluggy.PluginManager:
    """Return an empty manager that knows the hooks."""
    made = pluggy.PluginManager(GROUP)
    made.add_hookspecs(hookspecs)
    return made


class MisfitError(Exception):
    """A plugin implements something that is no hook, or not as the hook is."""


def check(plugin: object) -> None:
    """Check a plugin's hooks before it is used.

    Raises:
        MisfitError: one of them would never be called, or could not be.
    """
    for name, function in _meant(plugin):
        if name not in HOOKS:
            mend = did_you_mean(name, HOOKS, f"the hooks are: {choices(HOOKS)}")
            raise MisfitError(f"there is no hook {name}; {mend}")
        options = getattr(function, f"{GROUP}_impl", None)
        if options is None:
            raise MisfitError(f"{name} is not marked with @hookimpl")
        if options["wrapper"] or options["hookwrapper"]:
            raise MisfitError(f"{name} is a wrapper, and there is nothing to wrap")
        parameters = tuple(inspect.signature(function).parameters)
        if parameters:
            raise MisfitError(f"{name} takes no arguments, not {', '.join(parameters)}")


def _meant(plugin: object) -> Iterator[tuple[str, Callable[..., object]]]:
    for name in dir(plugin):
        function = getattr(plugin, name, None)
        if name.startswith(PREFIX) and inspect.isroutine(function):
            yield name, function


def implementation(plugins: pluggy.PluginManager, plugin: object, hook: str) -> pluggy.HookImpl | None:
    """Return one plugin's implementation of a hook, None where it has none."""
    caller: pluggy.HookCaller = getattr(plugins.hook, hook)
    return next((one for one in caller.get_hookimpls() if one.plugin is plugin), None)
