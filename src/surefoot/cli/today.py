"""``surefoot today``: what to do today. Reads the accepted schedule; imports no plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from surefoot.cli.session import Session

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from surefoot.store import Store


@click.command()
@click.option("--minutes", type=click.IntRange(5, 600), help="What of it fits into so many minutes.")
@click.option("--yes", is_flag=True, help="With --minutes: make it so without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def today(session: Session, *, minutes: int | None, yes: bool, as_json: bool) -> int:
    """Show what to do today, with the exercise card."""
    if minutes is not None:
        from surefoot.cli.minutes import shorten

        return shorten(session, minutes, yes=yes, as_json=as_json)
    from zoneinfo import ZoneInfo

    from surefoot.app.today import today as look
    from surefoot.settings import own
    from surefoot.store import Store

    home = session.home()
    settings = own(home)
    zone = ZoneInfo(settings.runner.zone)
    with Store.open(home, write=False) as store:
        found = look(store, settings, session.now(zone).date(), zone)
        urgent, asked = _asked(store, found.day, zone)
    if as_json:
        from surefoot.cli import shapes

        shapes.emit(shapes.today(found, home))
        return 0
    from surefoot.cli.render.today import text

    if urgent:
        click.echo(f"{urgent}\n")
    click.echo(text(found, settings.runner.unit, home))
    for line in asked:
        click.echo(line)
    return 0


def _asked(store: Store, day: date, zone: tzinfo) -> tuple[str, tuple[str, ...]]:
    """What stands before all else, and what is asked; without pain lately nothing is looked up."""
    from datetime import timedelta

    since = day - timedelta(days=28)
    if not store.hurts(since):
        return "", ()
    from surefoot.rules.pain_ask import quietly, urgent

    diary = store.diary(day)
    return urgent(diary, day), quietly(diary, store.activities(day, zone=zone, since=since), day)
