"""``surefoot today``: what to do today. Reads the accepted schedule; imports no plugin."""

from __future__ import annotations

import click

from surefoot.cli.session import Session


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def today(session: Session, *, as_json: bool) -> None:
    """Show what to do today, with the exercise card."""
    from surefoot.app.today import today as look

    work = session.work()
    with work.store() as store:
        found = look(store, work.config.settings, work.today, work.config.zone)
    if as_json:
        from surefoot.cli import shapes

        shapes.emit(shapes.today(found))
        return
    from surefoot.cli.render.today import text

    click.echo(text(found, work.config.settings.runner.unit))
