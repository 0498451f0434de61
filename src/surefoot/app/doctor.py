"""What of a training folder and its plugins works, what does not, and the command that mends it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from surefoot.app.init import machine_zone
from surefoot.app.planfile import anchor, wanted_plan
from surefoot.config.place import MEMORY
from surefoot.model import SurefootError
from surefoot.registry import Registry
from surefoot.schedule.dated import dated
from surefoot.settings import find, load
from surefoot.store import Store

if TYPE_CHECKING:
    from surefoot.config import Config, Table

State: TypeAlias = Literal["fine", "open", "wrong"]
OTHERS = 0o007
"""The bits of a file's mode that let everybody else on the machine in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One thing that was looked at. ``open`` is what was left unset; ``mend`` is what to type or change."""

    name: str
    state: State
    what: str
    mend: str | None = None


def examine(start: Path, *, given: bool, blocked: frozenset[str]) -> tuple[Look, ...]:
    """Look at everything, in the order it depends on each other; nothing that is wrong is raised."""
    registry = Registry(blocked)
    try:
        config = load(find(start, given=given))
    except SurefootError as problem:
        return (_wrong("settings", problem), *_plugins(registry, ()))
    return (
        Look(name="settings", state="fine", what=f"{config.folder / 'surefoot.toml'}"),
        _zone(config),
        *_writable(config.folder),
        *_private(config.folder / MEMORY),
        _memory(config),
        _plan(config, registry),
        *_tables(config, registry),
        *_plugins(registry, config.tables),
    )


def _wrong(name: str, problem: SurefootError) -> Look:
    where = f"{problem.where}: " if problem.where else ""
    return Look(name=name, state="wrong", what=f"{where}{problem.what}", mend=problem.mend)


def _zone(config: Config) -> Look:
    zone, here = config.settings.runner.zone, machine_zone()
    if zone == here:
        return Look(name="time zone", state="fine", what=zone)
    return Look(
        name="time zone",
        state="open",
        what=f"{zone}; this machine is in {here}",
        mend=f'if you are there too:  zone = "{here}"  in [runner]',
    )


def _writable(folder: Path) -> Iterator[Look]:
    """A folder that can be read alone is good for looking, and for nothing that is to be kept."""
    inside = folder / MEMORY
    shut = [one for one in (folder, inside) if one.is_dir() and not os.access(one, os.W_OK | os.X_OK)]
    for one in shut:
        yield Look(
            name="folder", state="wrong", what=f"{one} cannot be written", mend="let your account write in it"
        )


def _private(inside: Path) -> Iterator[Look]:
    """The private folder is the runner's alone; Windows keeps rights elsewhere."""
    if os.name == "posix" and inside.is_dir():
        if inside.stat().st_mode & OTHERS:
            yield Look(
                name="privacy",
                state="wrong",
                what=f"{inside} can be read by everybody on this machine",
                mend=f"chmod 700 {inside}",
            )
        else:
            yield Look(name="privacy", state="fine", what=f"{inside} is yours alone")


def _memory(config: Config) -> Look:
    try:
        with Store.open(config.folder, write=False) as store:
            day = store.last_accepted_day()
    except SurefootError as problem:
        return _wrong("memory", problem)
    if day is None:
        return Look(name="memory", state="open", what="nothing is scheduled yet", mend="surefoot sync")
    return Look(name="memory", state="fine", what=f"last accepted as of {day}")


def _plan(config: Config, registry: Registry) -> Look:
    try:
        plan = wanted_plan(config, registry)
        on_days = dated(plan, anchor(config), week_starts=config.settings.runner.week_starts)
    except SurefootError as problem:
        look = _wrong("plan", problem)
        return look if config.plan else Look(name="plan", state="open", what=look.what, mend=look.mend)
    assert config.plan is not None
    return Look(
        name="plan",
        state="fine",
        what=f"{config.plan.file.name}, {len(plan.entries)} entries from {on_days.first}",
    )


def _tables(config: Config, registry: Registry) -> Iterator[Look]:
    for kind, example in (("sources", "runs"), ("targets", "calendar")):
        if not any(one.kind == kind for one in config.tables):
            yield Look(
                name=kind,
                state="open",
                what="none is set up",
                mend=f"add a table  [{kind}.{example}]  to surefoot.toml; see: surefoot plugins",
            )
    yield from (_table(one, registry) for one in config.tables)


def _table(table: Table, registry: Registry) -> Look:
    try:
        part = registry.part(table)
        with registry.guard(table.label, "being looked at"):
            part.check()
    except SurefootError as problem:
        return _wrong(table.name, problem)
    return Look(name=table.name, state="fine", what=f"uses {table.use}")


def _plugins(registry: Registry, tables: tuple[Table, ...]) -> Iterator[Look]:
    for one in registry.listing(tables):
        name = f"plugin {one.name}"
        if one.fault is not None:
            mend = (
                one.fault.mend
                or f"pip install --upgrade {one.distribution}, or leave it out: -p no:{one.name}"
            )
            yield Look(name=name, state="wrong", what=str(one.fault), mend=mend)
        elif one.blocked:
            yield Look(name=name, state="open", what="left out of this run")
        else:
            yield Look(name=name, state="fine", what=f"{one.distribution} {one.version}".strip())
