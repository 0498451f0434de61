"""``surefoot today --minutes``: less time than planned."""

from __future__ import annotations

import click

from surefoot.app import minutes as case
from surefoot.app.accept import accept
from surefoot.app.publish import publish
from surefoot.app.review import review
from surefoot.cli import shapes
from surefoot.cli.ask import may_ask
from surefoot.cli.render import minutes as words
from surefoot.cli.render import sync
from surefoot.cli.session import Session

DONE, FAILED = 0, 1


def shorten(session: Session, minutes: int, *, yes: bool, as_json: bool) -> int:
    """Show what of today fits into ``minutes``, and make it so where the runner agrees."""
    work = session.work()
    with work.store() as store:
        found = case.fits(work, store, minutes)
    wished = case.wishes(found, work)
    if as_json:
        shapes.emit({"minutes": minutes, "sessions": [words.shape(one) for one in found]})
    else:
        click.echo(words.text(found, minutes, work))
    if not wished or not _agree(yes=yes, quiet=as_json, minutes=minutes):
        return DONE
    with work.store(write=True) as store:
        proposed = review(work, store, wishes=wished)
        schedule = accept(work, store, proposed)
        published = publish(work, store, schedule)
    if not as_json:
        sync.published(proposed, published, work)
    return FAILED if any(one.fault for one in published) else DONE


def _agree(*, yes: bool, quiet: bool, minutes: int) -> bool:
    if yes:
        return True
    if quiet or not may_ask():
        click.echo(f"To make it so: surefoot today --minutes {minutes} --yes", err=True)
        return False
    return click.confirm("Make it so?", default=True)
