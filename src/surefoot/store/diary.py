"""What the runner reported."""

from __future__ import annotations

from datetime import date, datetime

from surefoot.model import Diary, DiaryEntry
from surefoot.store.database import Database
from surefoot.store.text import moment, pack, unpack


def add(database: Database, entry: DiaryEntry, noted: datetime) -> int:
    """See ``Store.add_entry``."""
    with database.transaction():
        return database.run(
            "INSERT INTO diary (day, noted, entry) VALUES (?, ?, ?)",
            (entry.day.isoformat(), moment(noted), pack(entry)),
        )


def remove(database: Database, number: int) -> None:
    """See ``Store.remove_entry``."""
    with database.transaction():
        database.run("DELETE FROM diary WHERE id = ?", (number,))


def load(database: Database, until: date) -> Diary:
    """See ``Store.diary``."""

    def entry(text: str) -> DiaryEntry:
        found: DiaryEntry = unpack(DiaryEntry, text)
        return found

    sql = "SELECT entry FROM diary WHERE day <= ? ORDER BY day, id"
    return Diary(entries=tuple(database.rows(sql, (until.isoformat(),), make=entry)))


def hurts(database: Database, since: date) -> bool:
    """See ``Store.hurts``."""
    sql = 'SELECT 1 FROM diary WHERE day >= ? AND entry LIKE \'{"type":"pain"%\' LIMIT 1'
    return bool(database.rows(sql, (since.isoformat(),), make=int))
