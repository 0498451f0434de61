"""``surefoot plugins``: what is installed, and what of it is broken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from surefoot.app.plugins import installed
from surefoot.cli import shapes
from surefoot.cli.render import plugins as texts
from surefoot.cli.session import Session
from surefoot.model import ConfigError

if TYPE_CHECKING:
    from surefoot.config import Table

FINE, BROKEN = 0, 1


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def plugins(session: Session, *, as_json: bool) -> int:
    """List what is installed, what each plugin brings, and what is broken."""
    found, faults = installed(_tables(session), session.blocked)
    if as_json:
        shapes.emit(
            {"plugins": [texts.shape(one) for one in found], "faults": [shapes.fault(one) for one in faults]}
        )
    else:
        click.echo(texts.text(found, faults))
    return BROKEN if faults else FINE


def _tables(session: Session) -> tuple[Table, ...]:
    """The tables of the training folder; none where there is no folder, or its settings cannot be used."""
    from surefoot.settings import find, load

    given = session.folder is not None
    try:
        folder = find(session.folder or Path.cwd(), given=given)
    except ConfigError:
        if given:
            raise
        return ()
    try:
        return load(folder).tables
    except ConfigError as problem:
        click.echo(f"surefoot: {problem}", err=True)
        return ()
