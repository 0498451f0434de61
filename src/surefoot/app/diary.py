"""What the runner reports is stored as it was said, dated, and read by the policies later."""

from __future__ import annotations

from surefoot.app.work import Work
from surefoot.model import ConfigError, DiaryEntry, Pain


def log(work: Work, entry: DiaryEntry) -> None:
    """Store one diary entry.

    Raises:
        ConfigError: it is dated in the future, or a score is outside 0-10.
        Unavailable: the memory cannot be written.
    """
    if entry.day > work.today:
        raise ConfigError(f"{entry.day} is in the future", where="--on", mend="log it when it has happened")
    if isinstance(entry, Pain) and not 0 <= entry.score <= 10:
        raise ConfigError(f"pain is 0 to 10, not {entry.score}", mend="surefoot log pain 3 --where knee")
    with work.store(write=True) as store:
        store.add_entry(entry, work.now)
