"""When each target was last made to hold something else."""

from __future__ import annotations

from datetime import datetime

from surefoot.model import Receipt
from surefoot.store.database import Database
from surefoot.store.text import moment, pack


def load(database: Database, target: str) -> datetime | None:
    """See ``Store.published``."""
    sql = "SELECT at FROM published WHERE target = ?"
    return database.row(sql, (target,), make=datetime.fromisoformat)


def mark(database: Database, target: str, when: datetime, receipt: Receipt) -> None:
    """See ``Store.mark_published``."""
    with database.transaction():
        database.run(
            "INSERT OR REPLACE INTO published (target, at, receipt) VALUES (?, ?, ?)",
            (target, moment(when), pack(receipt)),
        )
