"""What every command starts from: the folder, the clock and the plugins that were left out."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from surefoot.app.work import Work


class Session(NamedTuple):
    """The root command's options. ``today`` is None for the real clock."""

    folder: Path | None = None
    today: date | None = None
    blocked: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *, folder: Path | None, today: date | None, plugins: tuple[str, ...]) -> Session:
        """Check the options that click cannot.

        Raises:
            click.UsageError: ``-p`` is not of the form no:NAME.
        """
        wrong = [one for one in plugins if not one.startswith("no:") or one == "no:"]
        if wrong:
            raise click.UsageError(f"-p {wrong[0]}: a plugin can only be left out, as -p no:garmin")
        return cls(folder=folder, today=today, blocked=frozenset(one.removeprefix("no:") for one in plugins))

    def home(self) -> Path:
        """Return the training folder: the one given, else the one we stand in, else SUREFOOT_HOME.

        Raises:
            ConfigError: there is none.
        """
        from surefoot.settings import find

        return find(self.folder or Path.cwd(), given=self.folder is not None)

    def work(self) -> Work:
        """Open the training folder.

        Raises:
            ConfigError: there is none, or its settings cannot be used.
        """
        from surefoot.app.work import Work
        from surefoot.settings import load

        config = load(self.home())
        now = self.now(config.zone)
        return Work(config=config, today=now.date(), now=now, blocked=self.blocked)

    def work_anywhere(self) -> Work:
        """Open the training folder where there is one, else stand in a bare one: any plan can be checked.

        Raises:
            ConfigError: a folder was named and holds no settings, or they cannot be used.
        """
        from surefoot.app.work import Work
        from surefoot.config import Config
        from surefoot.model import ConfigError
        from surefoot.settings import load

        try:
            folder = self.home()
        except ConfigError:
            if self.folder is not None:
                raise
            config = Config(folder=Path.cwd())
        else:
            config = load(folder)
        now = self.now(config.zone)
        return Work(config=config, today=now.date(), now=now, blocked=self.blocked)

    def now(self, zone: tzinfo) -> datetime:
        """The real time, or noon of the day that ``--today`` stopped the clock at."""
        if self.today is None:
            return datetime.now(zone)
        return datetime.combine(self.today, time(12), tzinfo=zone)


def parse_today(ctx: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Read ``--today``.

    Raises:
        click.BadParameter: it is no ISO date.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            f"{value!r} is no day; write it as 2027-01-25", ctx=ctx, param=parameter
        ) from None
