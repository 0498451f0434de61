"""What the runner reported."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from surefoot.model import Diary, DiaryEntry, Span
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


def put_slice(database: Database, span: Span, entries: Iterable[DiaryEntry], noted: datetime) -> int:
    """See ``Store.put_entries``."""
    given = sorted({(one.day.isoformat(), pack(one)) for one in entries})
    within = (span.source, span.since.isoformat(), span.until.isoformat())
    with database.transaction():
        sql = "SELECT day, entry FROM diary WHERE source = ? AND day BETWEEN ? AND ? ORDER BY day, entry"
        stored = database.rows(sql, within, make=lambda day, entry: (day, entry))
        if stored == given:
            return 0
        database.run("DELETE FROM diary WHERE source = ? AND day BETWEEN ? AND ?", within)
        database.each(
            "INSERT INTO diary (day, noted, entry, source) VALUES (?, ?, ?, ?)",
            ((day, moment(noted), entry, span.source) for day, entry in given),
        )
    return len(set(given) - set(stored))


def keep_only(database: Database, sources: tuple[str, ...]) -> None:
    """See ``Store.keep_entries_of``."""
    known = database.rows("SELECT DISTINCT source FROM diary WHERE source <> ''", make=str)
    gone = [(one,) for one in sorted(known) if one not in sources]
    if gone:
        with database.transaction():
            database.each("DELETE FROM diary WHERE source = ?", gone)


def load(database: Database, until: date) -> Diary:
    """See ``Store.diary``."""

    def entry(text: str) -> DiaryEntry:
        found: DiaryEntry = unpack(DiaryEntry, text)
        return found

    # The runner's own word comes last: of two that contradict each other, the later one counts.
    sql = "SELECT entry FROM diary WHERE day <= ? ORDER BY day, source = '', id"
    return Diary(entries=tuple(database.rows(sql, (until.isoformat(),), make=entry)))
