from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from surefoot.plugin import Kind, Schedule, Session, Workout
from surefoot_ical import Ical

TODAY = date(2027, 1, 25)


@pytest.fixture
def session() -> Callable[..., Session]:
    """Make a session on the given day after 25 January 2027."""

    def make(uid: str, day: int = 0, title: str = "Easy 6.5 km", **values: Any) -> Session:
        kept = {name: values.pop(name) for name in ("at", "revision", "revised") if name in values}
        work = {"kind": Kind.EASY, "metres": 6500} | values
        return Session(uid=uid, day=TODAY + timedelta(day), workout=Workout(title=title, **work), **kept)

    return make


@pytest.fixture
def schedule() -> Callable[..., Schedule]:
    """Make a schedule as of the given day after 25 January 2027."""

    def make(*sessions: Session, today: int = 0, dropped: tuple[Session, ...] = ()) -> Schedule:
        return Schedule(today=TODAY + timedelta(today), sessions=sessions, dropped=dropped)

    return make


@pytest.fixture
def target(tmp_path: Path) -> Callable[..., Ical]:
    """Make a target that writes plan.ics in the test's folder."""

    def make(**settings: Any) -> Ical:
        part = Ical(**{"path": tmp_path / "plan.ics", "zone": ZoneInfo("Europe/Berlin")} | settings)
        part.bind(label="calendar", folder=tmp_path / "memory")
        return part

    return make


@pytest.fixture
def events(tmp_path: Path) -> Callable[[], dict[str, icalendar.Event]]:
    """Read the events of plan.ics by UID."""

    def read() -> dict[str, icalendar.Event]:
        found = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).events
        by = {str(event["UID"]): event for event in found}
        assert len(by) == len(found), "a UID stands twice"
        return by

    return read


@pytest.fixture
def edit(tmp_path: Path) -> Callable[[str, str], None]:
    """Change the text of plan.ics as another program would."""

    def change(old: str, new: str) -> None:
        path = tmp_path / "plan.ics"
        text = path.read_bytes().decode()
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())

    return change
