"""``surefoot doctor``: what works, what does not, and what to type."""

from __future__ import annotations

from pathlib import Path

import click

from surefoot.app.doctor import examine
from surefoot.cli import shapes
from surefoot.cli.render import doctor as texts
from surefoot.cli.session import Session

FINE, WRONG = 0, 1


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def doctor(session: Session, *, as_json: bool) -> int:
    """Look at folder, settings, plan, plugins and memory; exit with 1 where something is wrong."""
    given = session.folder is not None
    looks = examine(session.folder or Path.cwd(), given=given, blocked=session.blocked)
    if as_json:
        shapes.emit({"checks": [texts.shape(one) for one in looks]})
    else:
        click.echo(texts.text(looks))
    return WRONG if any(one.state == "wrong" for one in looks) else FINE
