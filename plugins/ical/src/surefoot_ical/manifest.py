"""What was written into the file, so that what the runner did there since can be told from it.

Before the file is written, both what stands and what is about to stand are noted, as ``pending``: killed
between the two writes, neither is then taken for the runner's own doing.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from surefoot.plugin import Unavailable
from surefoot_ical.content import Key
from surefoot_ical.event import local

NAME = "published.json"


@dataclass(frozen=True, slots=True)
class Record:
    """An event as it was written: for which session, and as what; several while a write is ``pending``.

    ``gone`` is true once the runner was seen to have deleted it.
    """

    session: str
    written: tuple[Key, ...]
    pending: bool = False
    gone: bool = False

    @property
    def start(self) -> date | datetime:
        """The start as written last."""
        text = self.written[-1][0]
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)

    def day(self, zone: ZoneInfo) -> date:
        """The runner's day of that start."""
        return local(self.start, zone)[0]


@dataclass(frozen=True, slots=True)
class Manifest:
    """All records by the event's UID, and the day they were written for.

    ``file`` is a digest of the whole file where it held nothing of the runner's own doing, else empty.
    """

    today: date
    events: dict[str, Record]
    file: str = ""

    def deleted(self, uid: str, zone: ZoneInfo) -> bool:
        """Whether the runner deleted this event, which is not in the file.

        One that was past when last published is a calendar tidied up, and one whose writing was
        interrupted may never have been there.
        """
        record = self.events.get(uid)
        if record is None or record.pending:
            return False
        return record.gone or record.day(zone) >= self.today

    def before(self, after: Manifest, touched: frozenset[str]) -> Manifest:
        """What to note before the file is written; ``touched`` are the events that will differ."""
        events = self.events | after.events
        for uid in touched & events.keys():
            old = self.events[uid].written if uid in self.events else ()
            new = after.events[uid].written if uid in after.events else ()
            events[uid] = replace(events[uid], written=tuple(dict.fromkeys((*old, *new))), pending=True)
        return Manifest(after.today, events)


def load(folder: Path) -> Manifest | None:
    """Read the manifest in this folder; None where nothing was published yet.

    Raises:
        Unavailable: it is there and cannot be read.
    """
    path = folder / NAME
    try:
        return _decode(json.loads(path.read_bytes()))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unavailable(
            "The note of what was published cannot be read.",
            where=str(path),
            mend="Remove it, then: surefoot push (this writes over what you edited in the calendar)",
        ) from error


def digest(data: bytes) -> str:
    """Return what a file's bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def encode(manifest: Manifest) -> bytes:
    """Return the manifest as it is stored."""
    events = {
        uid: {"session": one.session, "written": one.written, "pending": one.pending, "gone": one.gone}
        for uid, one in sorted(manifest.events.items())
    }
    body = {"today": manifest.today.isoformat(), "file": manifest.file, "events": events}
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def _decode(body: dict[str, dict[str, dict[str, list[list[str]]]]]) -> Manifest:
    events = {
        uid: Record(
            session=str(one["session"]),
            written=tuple((start, int(seconds), words) for start, seconds, words in one["written"]),
            pending=bool(one["pending"]),
            gone=bool(one["gone"]),
        )
        for uid, one in body["events"].items()
    }
    return Manifest(date.fromisoformat(str(body["today"])), events, str(body["file"]))
