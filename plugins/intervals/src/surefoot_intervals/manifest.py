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
    """An event as it was written last.

    ``sent`` is a digest of what was sent; "" while it is not known whether it arrived. ``written`` are
    the start and a digest of the words that the platform shows or may show since. ``gone`` is true once
    the runner was seen to have deleted it.
    """

    sent: str
    written: tuple[tuple[str, str], ...]
    gone: bool = False

    @property
    def start(self) -> str:
        """The start as written last, by the runner's own clock."""
        return self.written[-1][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All records by the session's uid, and the day they were written for; None: nothing was yet."""

    today: date | None = None
    events: dict[str, Record] = field(default_factory=dict)


def load(folder: Path) -> Manifest:
    """Read the manifest in this folder; one that cannot be read is as good as none."""
    found = net.load_private(folder / NAME)
    with suppress(TypeError, KeyError, ValueError, AttributeError):
        events = {uid: _record(**one) for uid, one in found["events"].items()}
        return Manifest(today=date.fromisoformat(found["today"]), events=events)
    return Manifest()


def save(folder: Path, manifest: Manifest) -> None:
    """Write the manifest.

    Raises:
        Unavailable: the disk refuses.
    """
    assert manifest.today is not None
    events = {uid: asdict(one) for uid, one in sorted(manifest.events.items())}
    net.save_private(folder / NAME, {"today": manifest.today.isoformat(), "events": events})


def _record(sent: str, written: list[list[str]], *, gone: bool) -> Record:
    return Record(sent=sent, written=tuple((start, words) for start, words in written), gone=gone)
