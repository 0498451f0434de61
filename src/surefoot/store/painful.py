"""Whether pain was reported lately: asked every morning, so no entry is read and no model imported."""

from __future__ import annotations

from datetime import date

from surefoot.store.database import Database


def hurts(database: Database, since: date) -> bool:
    """See ``Store.hurts``."""
    sql = 'SELECT 1 FROM diary WHERE day >= ? AND entry LIKE \'{"type":"pain"%\' LIMIT 1'
    return bool(database.rows(sql, (since.isoformat(),), make=int))
