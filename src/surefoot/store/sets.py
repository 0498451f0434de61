"""Accepting a proposal and taking one back: each is one transaction, made of finished values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from surefoot.model import Change, ConfigError, Minted, Plan, Proposal
from surefoot.store import decisions, plans, schedule
from surefoot.store.database import Database
from surefoot.store.text import moment, pack, unpack
from surefoot.store.values import Set, Stale


def accept(
    database: Database,
    proposal: Proposal,
    *,
    plan: Plan | None,
    minted: Iterable[Minted],
    now: datetime,
    by: str,
    undoes: str | None,
) -> str:
    """See ``Store.accept``."""
    with database.transaction():
        _refuse_stale(database, proposal)
        earlier = None if undoes is None else _standing(database, undoes)
        group = database.run(
            'INSERT INTO sets (made, day, "by", undoes) VALUES (?, ?, ?, ?)',
            (moment(now), proposal.today.isoformat(), by, earlier),
        )
        if earlier is not None:
            decisions.withdraw(database, earlier, now)
        decisions.add(database, group, proposal.decisions)
        database.each(
            'INSERT INTO changes ("set", "change") VALUES (?, ?)',
            ((group, pack(one)) for one in proposal.changes),
        )
        schedule.replace(database, proposal.schedule)
        if plan is not None:
            plans.replace(database, plan, minted, now)
        schedule.step(database)
    return f"s{group}"


def undo(database: Database, group: str | None, now: datetime) -> Set:
    """See ``Store.undo``."""
    with database.transaction():
        number = _standing(database, group)
        decisions.withdraw(database, number, now)
        schedule.step(database)
    return load(database, number)[0]


def load(database: Database, group: int | None = None) -> tuple[Set, ...]:
    """See ``Store.sets``; one of them where it is named."""

    def one(number: int, made: str, day: str, by: str, undoes: int | None) -> Set:
        return Set(
            id=f"s{number}",
            made=datetime.fromisoformat(made),
            day=date.fromisoformat(day),
            by=by,
            undoes=None if undoes is None else f"s{undoes}",
            decisions=decisions.load(database, number),
            changes=_changes(database, number),
        )

    which = "" if group is None else "WHERE id = ?"
    sql = f'SELECT id, made, day, "by", undoes FROM sets {which} ORDER BY id DESC'
    return tuple(database.rows(sql, () if group is None else (group,), make=one))


def following(database: Database) -> str:
    """See ``Store.next_set``."""
    return f"s{database.row('SELECT coalesce(max(id), 0) + 1 FROM sets', make=int) or 1}"


def _refuse_stale(database: Database, proposal: Proposal) -> None:
    base, _ = schedule.state(database)
    if proposal.base != str(base):
        raise Stale(
            "another command changed the schedule since this was proposed; nothing was stored",
            where=database.where,
            mend="type the command again to see what is proposed now",
        )


def _standing(database: Database, group: str | None) -> int:
    """The set that is meant, or else the last one, of those that hold a decision that still stands."""
    which = "" if group is None else 'AND "set" = ?'
    found = database.row(
        f'SELECT "set" FROM decisions WHERE withdrawn IS NULL {which} ORDER BY "set" DESC LIMIT 1',
        () if group is None else (_number(group),),
        make=int,
    )
    if found is None:
        what = "there is nothing to take back" if group is None else f"{group} has nothing to take back"
        raise ConfigError(what, mend="surefoot changes  shows what was accepted")
    return found


def _number(group: str) -> int:
    try:
        return decisions.number(group, "s")
    except ValueError:
        raise ConfigError(f"{group!r} is no set of changes", mend="surefoot changes  shows them") from None


def _changes(database: Database, group: int) -> tuple[Change, ...]:
    sql = 'SELECT "change" FROM changes WHERE "set" = ? ORDER BY id'
    return tuple(database.rows(sql, (group,), make=lambda text: unpack(Change, text)))
