"""``surefoot plan``: this week and the next three."""

from __future__ import annotations

import click

from surefoot.app.review import review
from surefoot.app.views import plan_view
from surefoot.cli import shapes
from surefoot.cli.render import plan as words
from surefoot.cli.session import Session


@click.command()
@click.option("--weeks", type=click.IntRange(1, 104), default=4, show_default=True, help="How many weeks.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document: every week of the plan.")
@click.pass_obj
def plan(session: Session, *, weeks: int, as_json: bool) -> None:
    """Show this week and the next: volumes, limits, what changed and why."""
    work = session.work()
    with work.store() as store:
        found = review(work, store)
    view = plan_view(found, work.config.settings)
    if as_json:
        shapes.emit(shapes.plan(view))
        return
    click.echo(words.text(view, found.active, work.config.settings, weeks=weeks))
