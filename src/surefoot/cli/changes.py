"""``surefoot changes`` and ``undo``: what was accepted, and how to take it back."""

from __future__ import annotations

import click

from surefoot.app import undo as case
from surefoot.app.publish import publish
from surefoot.cli import shapes
from surefoot.cli.ask import may_ask
from surefoot.cli.render import changes as texts
from surefoot.cli.render import sync as words
from surefoot.cli.session import Session

DONE, FAILED = 0, 1


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def changes(session: Session, *, as_json: bool) -> None:
    """Show what was changed and decided, newest first."""
    work = session.work()
    with work.store() as store:
        sets = case.told(store.sets())
    if as_json:
        shapes.emit({"sets": [texts.shape(one) for one in sets]})
    else:
        click.echo(texts.text(sets, work.config.zone, work.config.settings.runner.unit))


@click.command()
@click.argument("group", metavar="[ID]", required=False)
@click.option("--yes", is_flag=True, help="Take it back without asking.")
@click.pass_obj
def undo(session: Session, *, group: str | None, yes: bool) -> int:
    """Take back the last accepted changes, or the set or decision with this ID."""
    work = session.work()
    with work.store() as store:
        meant = case.standing(store, group)
    name = group or meant.id
    proposed = case.without(work, name)
    click.echo(texts.heading(meant, work.config.zone))
    words.show(proposed, work.config.settings)
    if not yes and not may_ask():
        click.echo(f"Nothing was taken back: to do it: surefoot undo {name} --yes", err=True)
        return FAILED
    if not yes and not click.confirm(f"Take {name} back and publish?", default=True):
        return DONE
    with work.store(write=True) as store:
        schedule = case.take_back(work, store, proposed, name)
        published = publish(work, store, schedule)
    click.echo(f"Took {name} back.")
    words.published(proposed, published, work)
    return FAILED if any(one.fault for one in published) else DONE
