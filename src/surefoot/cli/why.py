"""``surefoot why DAY``."""

from __future__ import annotations

import click

from surefoot.cli.session import Session
from surefoot.text.days import parse_day


@click.command()
@click.argument("day", default="today")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def why(session: Session, *, day: str, as_json: bool) -> None:
    """Tell which rules and decisions made DAY what it is."""
    from surefoot.app.numbers import numbers
    from surefoot.app.planfile import anchor
    from surefoot.app.strength import waiting
    from surefoot.app.why import why as explain

    work = session.work()
    with work.store() as store:
        fixed = anchor(work.config) if work.config.plan else None
        found = explain(parse_day(day, work.today), store, work.config.settings, fixed)
        kept, history = store.accepted().schedule, work.history(store)
        waits = waiting(found, work, store)
    if as_json:
        from surefoot.cli import shapes

        shapes.emit(shapes.why(found))
        return
    from surefoot.cli.render.why import text

    averages = numbers(history, kept, work.config.settings, today=work.today)
    click.echo(text(found, work.config.settings.runner.unit, averages, waits))
