"""One connection to SQLite whose troubles are told in the runner's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any, TypeAlias, TypeVar

from surefoot.model import Unavailable

_Made = TypeVar("_Made")
Values: TypeAlias = Sequence[Any] | Mapping[str, Any]

_AGAIN = "then type the command again; nothing that was stored before is lost"
_TOLD = {
    sqlite3.SQLITE_BUSY: ("is in use by another program", f"let it finish, {_AGAIN}"),
    sqlite3.SQLITE_FULL: ("cannot be written: the disk is full", f"free some space, {_AGAIN}"),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", f"see to its disk, {_AGAIN}"),
    sqlite3.SQLITE_READONLY: ("cannot be written", f"make it and its folder writable, {_AGAIN}"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", f"make it and its folder readable and writable, {_AGAIN}"),
    sqlite3.SQLITE_PERM: ("cannot be opened", f"make it and its folder readable and writable, {_AGAIN}"),
}
_UNLIKE_WRITTEN = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
_MISTAKES = (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.IntegrityError)


class Database:
    """Runs SQL. What is read is whole; what ``transaction`` encloses is written whole or not at all.

    Args:
        connection: in autocommit mode.
        where: the file, for messages.
        writable: whether ``transaction`` may be used.
    """

    def __init__(self, connection: sqlite3.Connection, *, where: str, writable: bool) -> None:
        self._connection = connection
        self.where = where
        self.writable = writable

    def rows(self, sql: str, values: Values = (), *, make: Callable[..., _Made]) -> list[_Made]:
        """Return what ``make`` makes of each row's columns.

        Raises:
            Unavailable: the file cannot be read, or a row is not what was once written.
        """
        try:
            # An open cursor keeps its lock, and an error that is kept keeps its cursor.
            with self._told(), closing(self._connection.execute(sql, values)) as cursor:
                return [make(*row) for row in cursor]
        except _UNLIKE_WRITTEN as problem:
            raise self.broken(str(problem)) from problem

    def row(self, sql: str, values: Values = (), *, make: Callable[..., _Made]) -> _Made | None:
        """Return what ``make`` makes of the first row, None where there is none."""
        found = self.rows(sql, values, make=make)
        return found[0] if found else None

    def run(self, sql: str, values: Values = ()) -> int:
        """Run one statement and return the id of the row it inserted last."""
        with self._told():
            return self._connection.execute(sql, values).lastrowid or 0

    def each(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run one statement for each row of values."""
        with self._told():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is run inside is stored at its end, or nothing is.

        Raises:
            Unavailable: it cannot be stored.
        """
        assert self.writable, "opened for reading"
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # Some errors have rolled back already.
            if self._connection.in_transaction:
                self._connection.rollback()
            raise

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy all that is stored to another connection."""
        with self._told():
            self._connection.backup(target)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def broken(self, why: str) -> Unavailable:
        """Return what to tell the runner when the file is not what Surefoot once wrote."""
        return Unavailable(
            f"is damaged and cannot be read ({why})",
            where=self.where,
            mend="put back a copy of it, or move it to another name and type  surefoot sync :"
            " recordings are read again; diary and decisions are in the moved file",
        )

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except _MISTAKES:
            raise
        except UnicodeDecodeError as problem:
            # SQLite's own message may quote damaged text.
            raise self.broken(str(problem)) from problem
        except sqlite3.Error as problem:
            # Extended codes hold the plain one in their lowest byte.
            code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if code not in _TOLD:
                raise self.broken(str(problem)) from problem
            what, mend = _TOLD[code]
            raise Unavailable(what, where=self.where, mend=mend) from problem
