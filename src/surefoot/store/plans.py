"""The plan as it was last read, and the uids that its sessions were given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from surefoot.model import Minted, Plan
from surefoot.store.database import Database
from surefoot.store.text import moment, pack, unpack


def load(database: Database) -> Plan | None:
    """See ``Store.plan``."""
    sql = "SELECT plan FROM plans ORDER BY read DESC, id LIMIT 1"
    return database.row(sql, make=lambda text: unpack(Plan, text))


def minted(database: Database, plan: str | None) -> tuple[Minted, ...]:
    """See ``Store.minted``."""
    sql = "SELECT minted FROM minted WHERE :plan IS NULL OR plan = :plan ORDER BY id"
    return tuple(database.rows(sql, {"plan": plan}, make=lambda text: unpack(Minted, text)))


def replace(database: Database, plan: Plan, uids: Iterable[Minted], now: datetime) -> None:
    """Store the plan as it was read now, with all its uids. The caller is in a transaction."""
    database.run(
        "INSERT OR REPLACE INTO plans (id, read, plan) VALUES (?, ?, ?)", (plan.id, moment(now), pack(plan))
    )
    database.run("DELETE FROM minted WHERE plan = ?", (plan.id,))
    database.each(
        "INSERT INTO minted (plan, minted) VALUES (?, ?)", ((one.plan_id, pack(one)) for one in uids)
    )
