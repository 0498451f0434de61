"""``surefoot convert``: between plan formats."""

from __future__ import annotations

from pathlib import Path

import click

from surefoot.app.convert import convert as convert_file
from surefoot.app.convert import own_first_day
from surefoot.cli.session import Session
from surefoot.cli.width import paragraph
from surefoot.registry import Registry


@click.command()
@click.argument("source", type=click.Path(path_type=Path), metavar="IN")
@click.argument("target", type=click.Path(path_type=Path), metavar="OUT")
@click.option("--force", is_flag=True, help="Replace OUT where it is there already.")
@click.pass_obj
def convert(session: Session, *, source: Path, target: Path, force: bool) -> None:
    """Write the plan IN as OUT; the suffixes say the formats."""
    lost = convert_file(
        source,
        target,
        Registry(session.blocked),
        first_day=lambda plan: own_first_day(plan, source, session.work_anywhere().config),
        force=force,
    )
    for line in lost:
        click.echo(paragraph(line, first="not kept: ", rest="  "), err=True)
    click.echo(f"Wrote {target}.", err=True)
