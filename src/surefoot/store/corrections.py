"""What the runner said of the records: which are one outing, which are not, which count nothing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from surefoot.store.database import Database
from surefoot.store.text import moment, pack, unpack

if TYPE_CHECKING:
    from surefoot.model import Correction


def add(database: Database, correction: Correction, made: datetime) -> None:
    """See ``Store.correct``. What was said before of any two of its records no longer stands."""
    said = set(correction.activities)
    with database.transaction():
        over = [number for number, other in _numbered(database) if _is_over(other, said)]
        database.each("DELETE FROM corrections WHERE id = ?", ((number,) for number in over))
        database.run(
            "INSERT INTO corrections (made, correction) VALUES (?, ?)", (moment(made), pack(correction))
        )


def remove(database: Database, correction: Correction) -> None:
    """See ``Store.uncorrect``."""
    with database.transaction():
        database.run("DELETE FROM corrections WHERE correction = ?", (pack(correction),))


def load(database: Database) -> tuple[Correction, ...]:
    """See ``Store.corrections``."""
    return tuple(one for _, one in _numbered(database))


def _numbered(database: Database) -> list[tuple[int, Correction]]:
    def row(number: int, text: str) -> tuple[int, Correction]:
        from surefoot.model import Correction  # most runners never correct a record

        return number, unpack(Correction, text)

    return list(database.rows("SELECT id, correction FROM corrections ORDER BY id", make=row))


def _is_over(other: Correction, said: set[str]) -> bool:
    """A word about one record replaces one about it alone; about several, one that two of them share."""
    return len(said & set(other.activities)) >= min(2, len(other.activities), len(said))
