"""``surefoot sync``, ``pull`` and ``push``."""

from __future__ import annotations

import click

from surefoot.app.accept import accept, refuse_the_past
from surefoot.app.fidelity import losses
from surefoot.app.publish import Published, publish, wishes
from surefoot.app.read import Read
from surefoot.app.read import pull as read_all
from surefoot.app.review import Review, review
from surefoot.app.unattended import may_apply
from surefoot.app.work import Work
from surefoot.cli import shapes
from surefoot.cli.ask import may_ask
from surefoot.cli.progress import Counter
from surefoot.cli.render import fidelity as lost
from surefoot.cli.render import sync as words
from surefoot.cli.session import Session
from surefoot.cli.width import paragraph
from surefoot.model import Schedule

DONE, FAILED = 0, 1

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
yes = click.option("--yes", is_flag=True, help="Accept without asking.")
dry = click.option("--dry-run", "dry_run", is_flag=True, help="Show what would change; store nothing.")
forced = click.option("--force", is_flag=True, help="Publish even an empty schedule.")


@click.command()
@yes
@dry
@forced
@as_json
@click.pass_obj
def sync(session: Session, *, yes: bool, dry_run: bool, force: bool, as_json: bool) -> int:
    """Read, propose, ask, publish."""
    work = session.work()
    if not as_json:
        _warn_first(work)
    reads = () if dry_run else _read(work)
    if not as_json and any(one.new or one.marks or one.problems or one.fault for one in reads):
        click.echo(words.reading(reads, work.config.settings.runner.unit))
    return _push(work, reads, yes=yes, dry_run=dry_run, force=force, as_json=as_json)


@click.command()
@as_json
@click.pass_obj
def pull(session: Session, *, as_json: bool) -> int:
    """Read what was run; change nothing."""
    work = session.work()
    reads = _read(work)
    if as_json:
        shapes.emit({"read": [shapes.read(one) for one in reads]})
    else:
        click.echo(words.reading(reads, work.config.settings.runner.unit))
    return FAILED if any(one.fault for one in reads) else DONE


@click.command()
@yes
@dry
@forced
@as_json
@click.pass_obj
def push(session: Session, *, yes: bool, dry_run: bool, force: bool, as_json: bool) -> int:
    """Propose, ask, publish; read nothing."""
    return _push(session.work(), (), yes=yes, dry_run=dry_run, force=force, as_json=as_json)


def _read(work: Work) -> tuple[Read, ...]:
    with work.store(write=True) as store, Counter() as counter:
        refuse_the_past(work, store)
        return read_all(work, store, counter)


def _push(
    work: Work, reads: tuple[Read, ...], *, yes: bool, dry_run: bool, force: bool, as_json: bool
) -> int:
    """The proposal is made and shown with nothing open; only an answer opens the memory for writing."""
    wished, silent = wishes(work)
    with work.store() as store:
        proposed = review(work, store, wishes=wished)
    if not as_json and proposed.is_news:
        words.show(proposed, work.config.settings)
        lost.show(losses(work, proposed.proposal.schedule))
    agreed = not proposed.is_news or (not dry_run and _agree(proposed, work, yes=yes, quiet=as_json))
    published: tuple[Published, ...] = ()
    if agreed is False and not dry_run:
        _decline(proposed, work)
    if agreed and not dry_run:
        with work.store(write=True) as store:
            schedule = accept(work, store, proposed) if proposed.is_news else _as_kept(proposed, work)
        with work.store(write=True) as store:
            published = publish(work, store, schedule, force=force)
    published = (*_once(silent, published), *published)
    _report(proposed, reads, published, work, as_json=as_json)
    if not as_json:
        _ask_about_pain(work)
    if dry_run:
        return DONE
    failed = (
        any(one.fault for one in reads) or any(one.fault for one in published) or bool(work.registry.faults)
    )
    return FAILED if failed or agreed is None else DONE


def _once(silent: tuple[Published, ...], published: tuple[Published, ...]) -> tuple[Published, ...]:
    """The targets that could not be asked, but for those of which a fault is told anyway."""
    told = {one.target for one in published if one.fault}
    return tuple(one for one in silent if one.target not in told)


def _warn_first(work: Work) -> None:
    from surefoot.app.pain import alarm

    if text := alarm(work):
        click.echo(paragraph(text))
        click.echo()


def _ask_about_pain(work: Work) -> None:
    from surefoot.app.pain import asked

    for line in asked(work):
        click.echo(paragraph(line))


def _decline(proposed: Review, work: Work) -> None:
    """Remember the no, so that the same is not asked again."""
    from surefoot.app.decline import decline

    with work.store(write=True) as store:
        remembered = decline(work, store, proposed)
    click.echo(
        "Left as it is." + (" The same is not proposed again; surefoot undo asks anew." if remembered else "")
    )


def _as_kept(proposed: Review, work: Work) -> Schedule:
    """What was accepted before, seen from today."""
    from dataclasses import replace

    kept = proposed.accepted.schedule
    assert kept is not None
    return replace(kept, today=work.today)


def _agree(proposed: Review, work: Work, *, yes: bool, quiet: bool) -> bool | None:
    """Whether to apply; None where somebody must be asked and nobody can be."""
    if yes or may_apply(proposed, work.config.apply):
        return True
    if quiet or not may_ask():
        click.echo("Nothing was changed: nobody can be asked here. To accept: surefoot sync --yes", err=True)
        return None
    try:
        agreed = click.confirm("Apply and publish?", default=True)
    except click.Abort:
        click.echo("\nNothing was changed.", err=True)
        raise
    if not agreed:
        click.echo("Nothing was changed.")
    return agreed


def _report(
    proposed: Review,
    reads: tuple[Read, ...],
    published: tuple[Published, ...],
    work: Work,
    *,
    as_json: bool,
) -> None:
    if as_json:
        lossy = losses(work, proposed.proposal.schedule)
        shapes.emit(shapes.sync(proposed, reads, published, work.registry.faults, lossy))
    else:
        words.published(proposed, published, work)
    for fault in work.registry.faults:
        click.echo(f"surefoot: {fault}", err=True)
