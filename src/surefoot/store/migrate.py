"""Opening a database: whose it is, how old it is, and the steps it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.model import Unavailable
from surefoot.store.database import Database
from surefoot.store.migrations import STEPS, Step

APPLICATION = 0x5FEF0071
"""Marks a SQLite file as Surefoot's, also for ``file`` and other tools. Below 2**31, as SQLite wants it."""


def lacks(database: Database, steps: Sequence[Step] = STEPS) -> tuple[Step, ...]:
    """Return the steps that the database still needs; all of them for an empty one.

    Raises:
        Unavailable: it is not Surefoot's, a newer Surefoot wrote it, or it cannot be read.
    """
    version, application = _number(database, "user_version"), _number(database, "application_id")
    tables = database.row("SELECT count(*) FROM sqlite_schema", make=int)
    if application != APPLICATION and (application or version or tables):
        raise Unavailable(
            "is not Surefoot's memory but something else's",
            where=database.where,
            mend="move it out of .surefoot, then type the command again",
        )
    if version > len(steps):
        raise Unavailable(
            f"was written by a newer Surefoot (memory {version}; this one knows up to {len(steps)})",
            where=database.where,
            mend="upgrade Surefoot:  pip install --upgrade surefoot",
        )
    return tuple(steps[version:])


def migrate(database: Database, steps: Sequence[Step] = STEPS) -> None:
    """Bring the database up to date in one transaction; one that is up to date is not touched.

    Raises:
        Unavailable: as ``lacks``, or it cannot be written.
    """
    lacking = lacks(database, steps)
    if not lacking:
        return
    with database.transaction():
        for statement in (one for step in lacking for one in step):
            database.run(statement)
        database.run(f"PRAGMA application_id = {APPLICATION}")
        database.run(f"PRAGMA user_version = {len(steps)}")


def _number(database: Database, pragma: str) -> int:
    return database.row(f"PRAGMA {pragma}", make=int) or 0
