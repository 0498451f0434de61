"""``surefoot move``, ``skip`` and ``allow``: the runner's word."""

from __future__ import annotations

from collections.abc import Callable

import click

from surefoot.app import word
from surefoot.app.accept import accept
from surefoot.app.publish import publish
from surefoot.app.review import review
from surefoot.app.work import Work
from surefoot.cli.render import sync as words
from surefoot.cli.session import Session
from surefoot.model import Wish
from surefoot.store import Store
from surefoot.text.days import parse_day, parse_span


@click.command()
@click.argument("source", metavar="DAY")
@click.argument("target", metavar="DAY")
@click.pass_obj
def move(session: Session, *, source: str, target: str) -> int:
    """Move what stands on one DAY to another."""
    work = session.work()
    days = parse_day(source, work.today), parse_day(target, work.today)
    return _keep(work, lambda store: word.move(store, *days, work))


@click.command()
@click.argument("days", metavar="DAY[..DAY]")
@click.pass_obj
def skip(session: Session, *, days: str) -> int:
    """Take out the sessions of a DAY, or all training of several."""
    work = session.work()
    since, until = parse_span(days, work.today)
    return _keep(work, lambda store: word.skip(store, since, until, work))


@click.command()
@click.argument("rule")
@click.argument("day")
@click.pass_obj
def allow(session: Session, *, rule: str, day: str) -> int:
    """Set one RULE aside on one DAY."""
    work = session.work()
    when = parse_day(day, work.today)
    return _keep(work, lambda store: word.allow(store, rule, when, work))


def _keep(work: Work, wished: Callable[[Store], tuple[Wish, ...]]) -> int:
    """Store the word, show what follows from it, and publish; the command itself was the consent."""
    with work.store(write=True) as store:
        proposed = review(work, store, wishes=wished(store))
        word.refuse_unkept(proposed)
        words.show(proposed, work.config.settings)
        schedule = accept(work, store, proposed)
        published = publish(work, store, schedule)
    words.published(proposed, published, work)
    return 1 if any(one.fault for one in published) else 0
