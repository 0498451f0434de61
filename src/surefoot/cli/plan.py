"""``surefoot plan``: this week and the next three."""

from __future__ import annotations

import click

from surefoot.app.review import review
from surefoot.app.views import plan_view
from surefoot.app.work import Work
from surefoot.cli import shapes
from surefoot.cli.render import plan as words
from surefoot.cli.session import Session


@click.command()
@click.option("--weeks", type=click.IntRange(1, 104), default=4, show_default=True, help="How many weeks.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document: every week of the plan.")
@click.option(
    "--if",
    "supposed",
    multiple=True,
    metavar="TEXT",
    help='What would follow, as "run 25k on saturday" or "skip next week"; stores nothing.',
)
@click.pass_obj
def plan(session: Session, *, weeks: int, as_json: bool, supposed: tuple[str, ...]) -> None:
    """Show this week and the next: volumes, limits, what changed and why."""
    work = session.work()
    if supposed:
        _suppose(work, supposed, weeks=weeks, as_json=as_json)
        return
    with work.store() as store:
        found, diary = review(work, store), store.diary(work.today)
    view = plan_view(found, work.config.settings, diary)
    if as_json:
        shapes.emit(shapes.plan(view))
        return
    click.echo(words.text(view, found.active, work.config.settings, weeks=weeks))


def _suppose(work: Work, texts: tuple[str, ...], *, weeks: int, as_json: bool) -> None:
    """Show what would follow; nothing is stored."""
    from surefoot.app.whatif import what_if
    from surefoot.cli.render import whatif as story
    from surefoot.text.suppose import parse

    settings = work.config.settings
    runner = settings.runner
    found = what_if(
        work,
        [parse(one, work.today, unit=runner.unit, week_starts=runner.week_starts) for one in texts],
    )
    view = plan_view(found.review, settings)
    if as_json:
        shapes.emit({**shapes.plan(view), **story.shape(found, runner.unit)})
        return
    click.echo(story.text(found, settings))
    click.echo(words.text(view, found.review.active, settings, weeks=weeks))
