"""What was decided, set by set. Nothing is ever deleted: what is taken back is marked as withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from surefoot.model import Decision
from surefoot.store.database import Database
from surefoot.store.text import moment, pack, unpack


def load(database: Database, group: int | None = None) -> tuple[Decision, ...]:
    """See ``Store.decisions``; those of one set where it is named."""
    sql = 'SELECT decision, withdrawn FROM decisions WHERE :set IS NULL OR "set" = :set ORDER BY id'
    found = database.rows(sql, {"set": group}, make=_decision)
    return tuple(sorted(found, key=lambda one: one.made))


def add(database: Database, group: int, decisions: Iterable[Decision]) -> None:
    """Store decisions as part of a set. The caller is in a transaction."""
    database.each(
        'INSERT INTO decisions (id, "set", decision) VALUES (?, ?, ?)',
        (
            (number(one.id, "d"), group, pack(replace(one, set=f"s{group}", withdrawn=None)))
            for one in decisions
        ),
    )


def withdraw(database: Database, group: int, now: datetime, *, one: int | None = None) -> None:
    """Mark what still stands of a set as withdrawn, or ``one`` decision. The caller is in a transaction."""
    database.run(
        """UPDATE decisions SET withdrawn = :now
            WHERE "set" = :set AND withdrawn IS NULL AND (:one IS NULL OR id = :one)""",
        {"now": moment(now), "set": group, "one": one},
    )


def following(database: Database) -> int:
    """See ``Store.next_decision``."""
    return database.row("SELECT coalesce(max(id), 0) + 1 FROM decisions", make=int) or 1


def number(name: str, letter: str) -> int:
    """Return the number in an id like ``d12``.

    Raises:
        ValueError: it is no such id.
    """
    if name[:1] != letter or not name[1:].isdecimal() or len(name) > 10:
        raise ValueError(f"{name!r} is no id: expected {letter} and a number")
    return int(name[1:])


def _decision(text: str, withdrawn: str | None) -> Decision:
    decision = unpack(Decision, text)
    return decision if withdrawn is None else replace(decision, withdrawn=datetime.fromisoformat(withdrawn))
