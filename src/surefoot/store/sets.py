"""Accepting a proposal and taking one back: each is one transaction, made of finished values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from surefoot.model import Change, ConfigError, Decision, Minted, Plan, Proposal, SurefootError
from surefoot.store import decisions, plans, schedule
from surefoot.store.database import Database
from surefoot.store.text import moment, pack, unpack


class Stale(SurefootError):  # noqa: N818 - the word the runner's case has, like Unavailable
    """Another command accepted something since the proposal was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """One accepted proposal, the unit of undo.

    ``made`` is the moment, ``day`` the runner's day it was accepted as of, ``by`` who accepted it.
    ``undoes`` is the id of the set that was withdrawn with it, and ``part`` the ids of those of its decisions
    that were, where it was not all of them. ``changes`` is a log for people.
    """

    id: str
    made: datetime
    day: date
    by: str
    undoes: str | None = None
    part: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it holds a decision that was not withdrawn, and can so be undone."""
        return any(one.withdrawn is None for one in self.decisions)


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
            decisions.withdraw(database, earlier, now, one=_decision(undoes))
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
        decisions.withdraw(database, number, now, one=_decision(group))
        schedule.step(database)
        found = load(database, number)
        if not found:
            raise database.broken(f"set s{number} is missing")
    return found[0]


def load(database: Database, group: int | None = None) -> tuple[Set, ...]:
    """See ``Store.sets``; one of them where it is named."""

    def one(number: int, made: str, day: str, by: str, undoes: int | None) -> Set:
        return Set(
            id=f"s{number}",
            made=datetime.fromisoformat(made),
            day=date.fromisoformat(day),
            by=by,
            undoes=None if undoes is None else f"s{undoes}",
            part=() if undoes is None else _part(database, undoes, made),
            decisions=decisions.load(database, number),
            changes=_changes(database, number),
        )

    sql = 'SELECT id, made, day, "by", undoes FROM sets WHERE :set IS NULL OR id = :set ORDER BY id DESC'
    return tuple(database.rows(sql, {"set": group}, make=one))


def _part(database: Database, group: int, made: str) -> tuple[str, ...]:
    """The decisions of a set that were withdrawn at a moment; none where they were all that it holds."""
    found = database.rows(
        'SELECT id, withdrawn FROM decisions WHERE "set" = ? ORDER BY id', (group,), make=lambda *one: one
    )
    rows = tuple(found)
    taken = tuple(f"d{number}" for number, withdrawn in rows if withdrawn == made)
    return taken if len(taken) < len(rows) else ()


def following(database: Database) -> str:
    """See ``Store.next_set``."""
    last = database.row("SELECT coalesce(max(id), 0) FROM sets", make=int) or 0
    return f"s{last + 1}"


def _refuse_stale(database: Database, proposal: Proposal) -> None:
    base, _ = schedule.state(database)
    if proposal.base != str(base):
        raise Stale(
            "another command changed the schedule since this was proposed; nothing was stored",
            where=database.where,
            mend="type the command again to see what is proposed now",
        )


def _standing(database: Database, group: str | None) -> int:
    """The set that is meant, or else the last one, of those that hold a decision that still stands.

    A decision is named by its own id, and means its set.
    """
    one = _decision(group)
    found = database.row(
        """SELECT "set" FROM decisions
            WHERE withdrawn IS NULL AND (:set IS NULL OR "set" = :set) AND (:one IS NULL OR id = :one)
            ORDER BY "set" DESC LIMIT 1""",
        {"set": None if group is None or one is not None else _number(group), "one": one},
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


def _decision(name: str | None) -> int | None:
    """The number of the decision that ``name`` is the id of; None for the id of a set."""
    try:
        return None if name is None else decisions.number(name, "d")
    except ValueError:
        return None


def _changes(database: Database, group: int) -> tuple[Change, ...]:
    sql = 'SELECT "change" FROM changes WHERE "set" = ? ORDER BY id'
    return tuple(database.rows(sql, (group,), make=lambda text: unpack(Change, text)))
