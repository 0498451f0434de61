"""Logging in to a platform: once, by the runner, and never unattended."""

from __future__ import annotations

from surefoot.app.work import Work
from surefoot.config.near import choices, did_you_mean
from surefoot.model import ConfigError
from surefoot.parts import Ask, Part, Source, Target


def login(work: Work, label: str, ask: Ask) -> tuple[str, ...]:
    """Log in each part of this label that needs it, and return the names of their tables.

    Raises:
        ConfigError: there is no such part, or none that needs a login.
        AuthError: the platform refused.
        Unavailable: the platform cannot answer.
    """
    tables = [one for one in work.config.tables if one.kind in (Source.kinds, Target.kinds)]
    named = [one for one in tables if label in (one.label, one.name)]
    if not named:
        known = tuple(sorted({one.label for one in tables}))
        there = f"there are: {choices(known)}" if known else "see: surefoot doctor"
        raise ConfigError(
            f"there is no source and no target called {label!r}",
            where="surefoot.toml",
            mend=did_you_mean(label, known, there),
        )
    done = []
    for table in named:
        part = work.registry.part(table)
        if type(part).login is not Part.login:
            with work.registry.guard(table.label, "logging in"):
                part.login(ask)
            done.append(table.name)
    if not done:
        raise ConfigError(f"{label} needs no login", where="surefoot.toml", mend="try it: surefoot sync")
    return tuple(done)
