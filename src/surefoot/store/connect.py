"""Opening the database file of a training folder, to read or to write."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from surefoot.model import Unavailable
from surefoot.store.database import Database
from surefoot.store.folder import NAME, WAIT, refused
from surefoot.store.migrate import lacks, migrate
from surefoot.store.migrations import STEPS, Step

FILE = "surefoot.db"
OLDEST = (3, 37, 0)
"""The first SQLite with STRICT tables, of November 2021."""


def to_write(folder: Path, steps: Sequence[Step] = STEPS) -> Database:
    """Return the folder's database, made or brought up to date. The caller holds the lock.

    Raises:
        Unavailable: it cannot be opened, read or written, or a newer Surefoot wrote it.
    """
    database = _connect(folder, "rwc")
    try:
        # A rollback journal, so that one file is all there is between two commands, also on a network disk.
        database.rows("PRAGMA journal_mode = DELETE", make=str)
        database.run("PRAGMA synchronous = FULL")
        database.run("PRAGMA foreign_keys = ON")
        migrate(database, steps)
    except BaseException:
        database.close()
        raise
    return database


def to_read(folder: Path, steps: Sequence[Step] = STEPS) -> Database:
    """Return the folder's database as it is at this moment, an empty one where there is none.

    Nothing is made or changed, but for what a command that was killed while it wrote has left half done.

    Raises:
        Unavailable: it cannot be opened or read, or a newer Surefoot wrote it.
    """
    if not _is_there(folder / NAME / FILE):
        return _in_memory(steps)
    database = _connect(folder, "rw")
    try:
        database.run("PRAGMA query_only = ON")
        database.run("BEGIN")
        return _in_memory(steps, database) if lacks(database, steps) else database
    except BaseException:
        database.close()
        raise


def to_suppose(folder: Path, steps: Sequence[Step] = STEPS) -> Database:
    """Return a copy in memory of the folder's database, to write to; it is gone when it is closed.

    Raises:
        Unavailable: the folder's own cannot be opened or read, or a newer Surefoot wrote it.
    """
    copy = _in_memory(steps, to_read(folder, steps))
    copy.writable = True
    return copy


def _is_there(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as problem:
        raise Unavailable(
            f"cannot be read: {problem.strerror}",
            where=str(path),
            mend="make its folder readable for yourself",
        ) from None


def _connect(folder: Path, mode: str) -> Database:
    _refuse_old_sqlite()
    path = folder.absolute() / NAME / FILE
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None
        )
    except sqlite3.OperationalError as problem:
        raise refused(path, OSError(str(problem))) from None
    return Database(connection, where=str(path), writable=mode == "rwc")


def _in_memory(steps: Sequence[Step], older: Database | None = None) -> Database:
    """A database of the newest version that is gone when it is closed: empty, or with what an older holds."""
    _refuse_old_sqlite()
    connection = sqlite3.connect(":memory:", isolation_level=None)
    database = Database(connection, where=older.where if older else "memory", writable=True)
    try:
        if older:
            older.copy_to(connection)
            older.close()
        migrate(database, steps)
    except BaseException:
        database.close()
        raise
    database.writable = False
    return database


def _refuse_old_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST:
        raise Unavailable(
            f"this Python comes with SQLite {sqlite3.sqlite_version}; Surefoot needs 3.37 or later",
            mend="install a newer Python",
        )
