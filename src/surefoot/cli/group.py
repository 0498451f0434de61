"""The root command: its commands are imported when they are called, plugins' when a name is unknown."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from surefoot.cli.session import Session, parse_today

COMMANDS = {
    "activities": "activities",
    "allow": "word",
    "build": "build",
    "changes": "changes",
    "check": "check",
    "convert": "convert",
    "doctor": "doctor",
    "init": "init",
    "log": "log",
    "login": "login",
    "move": "word",
    "plan": "plan",
    "plugins": "plugins",
    "pull": "sync",
    "push": "sync",
    "skip": "word",
    "strength": "strength",
    "sync": "sync",
    "today": "today",
    "triage": "triage",
    "undo": "changes",
    "why": "why",
}
"""Each command and the module under ``surefoot.cli`` that holds it."""


class Root(click.Group):
    """Looks a command up by name without importing the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the core's commands; plugins' appear in ``surefoot plugins``."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command; a name the core lacks is asked of the plugins."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return _of_a_plugin(ctx, cmd_name)
        return cast("click.Command", getattr(import_module(f"surefoot.cli.{module}"), cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Refuse an unknown command with its nearest match."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            from difflib import get_close_matches

            near = get_close_matches(args[0], list(COMMANDS), n=1)
            hint = f"Did you mean: surefoot {near[0]}" if near else "See: surefoot --help"
            raise click.UsageError(f"{problem.message} {hint}", ctx) from None


def _of_a_plugin(ctx: click.Context, name: str) -> click.Command | None:
    from surefoot.registry import Registry

    session = ctx.find_object(Session)
    return Registry(session.blocked if session else frozenset()).commands().get(name)


@click.group(
    cls=Root,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 78},
)
@click.option("-C", "folder", metavar="DIR", type=click.Path(path_type=Path), help="The training folder.")
@click.option("--today", metavar="DAY", callback=parse_today, help="As of another day, as 2027-01-25.")
@click.option("-p", "plugins", metavar="no:NAME", multiple=True, help="Leave a plugin out, as -p no:garmin.")
@click.version_option(package_name="surefoot", message="%(prog)s %(version)s")
@click.pass_context
def root(ctx: click.Context, folder: Path | None, today: date | None, plugins: tuple[str, ...]) -> None:
    """Keep a running plan inside what the body can take, and the calendar true."""
    ctx.obj = Session.of(folder=folder, today=today, plugins=plugins)
    if ctx.invoked_subcommand is None:
        command = root.get_command(ctx, "today")
        assert command is not None
        ctx.invoke(command)
