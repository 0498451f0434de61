"""What one file holds: its activities, and what in it cannot be used."""

from __future__ import annotations

from typing import NamedTuple

from surefoot_files.recording import Recording


class Held(NamedTuple):
    """``faults`` name what is inside the file and why it cannot be used; an empty name is the file itself."""

    recordings: tuple[Recording, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
