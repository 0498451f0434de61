"""The last step of sync: every target is made to hold the accepted schedule, each by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from surefoot.app.work import Work
from surefoot.model import Receipt, Schedule, Session, SurefootError, Wish
from surefoot.parts import Target
from surefoot.settings import Table
from surefoot.store import Store
from surefoot.text.dress import busy, dress


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What became of one target; ``fault`` is why it could not be written."""

    target: str
    receipt: Receipt | None = None
    fault: str | None = None


def wishes(work: Work) -> tuple[tuple[Wish, ...], tuple[Published, ...]]:
    """Ask every target what the runner changed there, before any of them is written to."""
    found: list[Wish] = []
    faults: list[Published] = []
    for table, part in targets(work):
        try:
            with work.registry.guard(table.label, "reading your changes"):
                found += part.wishes()
        except SurefootError as problem:
            faults.append(Published(target=table.label, fault=str(problem)))
    return tuple(found), tuple(faults)


def publish(
    work: Work, store: Store, schedule: Schedule, *, dry_run: bool = False, force: bool = False
) -> tuple[Published, ...]:
    """Publish to every target; one that cannot be written costs the others nothing."""
    return tuple(
        _one(work, store, table, part, schedule, dry_run=dry_run, force=force)
        for table, part in targets(work)
    )


def targets(work: Work) -> list[tuple[Table, Target]]:
    """Return every configured target with its table.

    Raises:
        ConfigError: a target's table cannot be used.
    """
    return [(table, work.registry.target(table)) for table in work.config.targets]


def _one(
    work: Work,
    store: Store,
    table: Table,
    part: Target,
    schedule: Schedule,
    *,
    dry_run: bool,
    force: bool,
) -> Published:
    wanted = shown(work, table, schedule)
    if not wanted.sessions and store.published(table.label) and not force:
        return Published(
            target=table.label,
            fault="the schedule is empty; nothing was removed. To empty it: surefoot push --force",
        )
    try:
        with work.registry.guard(table.label, "publishing"):
            receipt = part.publish(wanted, dry_run=dry_run)
    except SurefootError as problem:
        return Published(target=table.label, fault=str(problem))
    if not dry_run and (receipt.created or receipt.updated or receipt.removed):
        store.mark_published(table.label, work.now, receipt)
    return Published(target=table.label, receipt=receipt)


def shown(work: Work, table: Table, schedule: Schedule) -> Schedule:
    """Return what this target is to hold: its kinds and weeks, in full words or as plain busy time."""
    until = schedule.today + timedelta(weeks=table.core.weeks) if table.core.weeks else None

    def is_wanted(session: Session) -> bool:
        kind = not table.core.kinds or session.workout.kind in table.core.kinds
        return kind and (until is None or session.day < until)

    chosen = replace(
        schedule,
        sessions=tuple(one for one in schedule.sessions if is_wanted(one)),
        dropped=tuple(one for one in schedule.dropped if is_wanted(one)),
    )
    if table.core.show == "busy":
        return busy(chosen)
    return dress(
        chosen,
        work.catalogue,
        unit=work.config.settings.runner.unit,
        health=work.config.calendar_reasons == "full",
    )
