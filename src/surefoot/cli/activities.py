"""``surefoot activities``: what was recorded, what counts, and the runner's word on it."""

from __future__ import annotations

from datetime import timedelta

import click

from surefoot.app import activities as case
from surefoot.cli import shapes
from surefoot.cli.render import activities as words
from surefoot.cli.session import Session

NOTED = "Noted. surefoot sync shows what follows from it."


@click.group(invoke_without_command=True)
@click.option("--weeks", type=click.IntRange(1, 520), default=4, show_default=True, help="How far back.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def activities(ctx: click.Context, *, weeks: int, as_json: bool) -> None:
    """Show what was recorded, by day, and which records tell of the same run."""
    if ctx.invoked_subcommand is not None:
        return
    work = ctx.ensure_object(Session).work()
    since = work.today - timedelta(weeks=weeks)
    with work.store() as store:
        found = tuple(one for one in case.records(work, store) if one.activity.day > since)
    if as_json:
        shapes.emit({"activities": [words.shape(one) for one in found]})
    else:
        click.echo(words.text(found, work.config.settings.runner.unit, weeks))


@activities.command()
@click.argument("records", metavar="RECORD RECORD...", nargs=-1, required=True)
@click.pass_obj
def merge(session: Session, *, records: tuple[str, ...]) -> None:
    """Count records as one run, as sun#1 sun#2."""
    case.merge(session.work(), records)
    click.echo(NOTED)


@activities.command()
@click.argument("record")
@click.pass_obj
def split(session: Session, *, record: str) -> None:
    """Count each record of a run by itself."""
    case.split(session.work(), record)
    click.echo(NOTED)


@activities.command()
@click.argument("record")
@click.pass_obj
def ignore(session: Session, *, record: str) -> None:
    """Let a record count nothing."""
    case.ignore(session.work(), record)
    click.echo(NOTED)


@activities.command()
@click.argument("record")
@click.pass_obj
def restore(session: Session, *, record: str) -> None:
    """Take back what was said of a record."""
    case.restore(session.work(), record)
    click.echo(NOTED)
