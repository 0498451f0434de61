"""What was written, so that what the runner did there since can be told from it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from surefoot.plugin import net

NAME = "published.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A workout as it was written last.

    ``sent`` is a digest of what was sent; "" while it is not known whether all of it arrived. ``days`` and
    ``words`` are the days and the digests of words that may stand there since; the last is what was meant.
    ``steps`` is a digest of the steps as Garmin keeps them, "" where that is not known. ``gone`` is true once
    the runner was seen to have taken it away.
    """

    sent: str
    days: tuple[str, ...]
    words: tuple[str, ...]
    steps: str = ""
    gone: bool = False

    @property
    def day(self) -> str:
        """The day as written last."""
        return self.days[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All records by the session's uid, and the day they were written for; None: nothing was yet."""

    today: date | None = None
    records: dict[str, Record] = field(default_factory=dict)


def load(folder: Path) -> Manifest:
    """Read the manifest in this folder; one that cannot be read is as good as none."""
    found = net.load_private(folder / NAME)
    with suppress(TypeError, KeyError, ValueError, AttributeError):
        records = {uid: _record(**one) for uid, one in found["records"].items()}
        return Manifest(today=date.fromisoformat(found["today"]), records=records)
    return Manifest()


def save(folder: Path, manifest: Manifest) -> None:
    """Write the manifest.

    Raises:
        Unavailable: the disk refuses.
    """
    assert manifest.today is not None
    records = {uid: asdict(one) for uid, one in sorted(manifest.records.items())}
    net.save_private(folder / NAME, {"today": manifest.today.isoformat(), "records": records})


def _record(sent: str, days: list[str], words: list[str], steps: str, *, gone: bool) -> Record:
    if not days or not words:
        raise ValueError("a record names a day and words")
    return Record(sent=sent, days=tuple(days), words=tuple(words), steps=steps, gone=gone)
