"""Workouts in Garmin's calendar, from where they come to the watch."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

from surefoot.plugin import (
    Ask,
    Drop,
    Fidelity,
    Move,
    Receipt,
    Schedule,
    Target,
    Wish,
    Workout,
    net,
)
from surefoot_garmin import manifest, tokens, workout
from surefoot_garmin.connect import Connect
from surefoot_garmin.edits import spare
from surefoot_garmin.login import login
from surefoot_garmin.manifest import Manifest, Record
from surefoot_garmin.merge import is_gone, merge, moved_to
from surefoot_garmin.standing import Standing, look
from surefoot_garmin.writing import Writing

NAME = "Garmin Connect"
BACK = timedelta(days=62)
"""How far back a session that is ahead now may have stood before."""
MARGIN = timedelta(days=31)
"""How far beyond what was written is looked for what the runner moved there."""


class Calendar(Target):
    """Plans workouts in Garmin's calendar, by a login: see ``surefoot login``.

    Attributes:
        host: garmin.com, or garmin.cn for an account in China.
        patience: seconds to wait for an answer.
    """

    use: ClassVar[str] = "garmin"

    host: str = "garmin.com"
    patience: float = 30.0

    def login(self, ask: Ask) -> None:
        """Ask for email, password and code, and keep what Garmin gives for them.

        Raises:
            AuthError: what was typed was refused.
            Unavailable: Garmin cannot answer, or wants to be left alone.
        """
        login(ask, self.folder, self.label, self.host, self.patience)

    def check(self) -> None:
        """See whether there is a login.

        Raises:
            AuthError: there is none, or it has ended.
            ConfigError: others on this machine can read it.
        """
        tokens.load(tokens.place(self.folder), self.label)

    def fidelity(self, workout_: Workout) -> Fidelity:
        """Say what a Garmin watch would not lead through."""
        return workout.fidelity(workout_)

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Make the calendar hold the schedule from today on; see ``Target.publish``.

        Raises:
            AuthError: there is no login, or it was refused.
            ConfigError: others on this machine can read the login.
            Unavailable: Garmin cannot answer; the next publish goes on from what stands there.
        """
        before = manifest.load(self.folder)
        with closing(self._opened()) as web:
            plan = merge(schedule, look(web.get, *_span(schedule, before)), before)
            spare(plan, before, web.get)
            if not dry_run:
                Writing(web, self.folder, schedule.today, before).carry_out(plan)
        return plan.receipt(NAME)

    def wishes(self) -> Iterable[Wish]:
        """Yield a wish for each session that the runner moved or took away there since.

        Raises:
            AuthError: there is no login, or it was refused.
            ConfigError: others on this machine can read the login.
            Unavailable: Garmin cannot answer.
        """
        before = manifest.load(self.folder)
        if before.today is None or not before.records:
            return
        seen: list[datetime] = []
        with closing(self._opened()) as web:

            def get(path: str, **query: object) -> net.Answer:
                answer = web.get(path, **query)
                seen.append(_moment(answer))
                return answer

            standing = look(get, *_span(Schedule(today=before.today), before))
        for uid, record in sorted(before.records.items()) if standing else ():
            effect = _effect(uid, record, standing.get(uid, []), before.today.isoformat())
            if effect is not None:
                yield Wish(effect=effect, seen=max(seen), where=self.label, uid=uid)

    def _opened(self) -> Connect:
        return Connect(self.folder, self.label, self.host, self.patience)


def _span(schedule: Schedule, before: Manifest) -> tuple[date, date]:
    """Return the days to look at: from today, or where a session ahead stood before, to the last one."""
    noted = {uid: date.fromisoformat(one.day) for uid, one in before.records.items()}
    ahead = [one for one in schedule.sessions if one.day >= schedule.today]
    stood = [noted[one.uid] for one in ahead if one.uid in noted]
    days = [schedule.today, *(one.day for one in ahead), *noted.values()]
    return max(min([schedule.today, *stood]), schedule.today - BACK), max(days) + MARGIN


def _effect(uid: str, record: Record, found: list[Standing], today: str) -> Move | Drop | None:
    if record.day < today:
        return None
    if is_gone(record, found, today):
        return Drop(uid=uid)
    moved = next((day for one in found if (day := moved_to(record, one))), "")
    return Move(uid=uid, day=date.fromisoformat(moved)) if moved else None


def _moment(answer: net.Answer) -> datetime:
    """Return when Garmin said so, by its own clock."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)
    except (KeyError, ValueError, TypeError):
        return datetime.fromtimestamp(0, UTC)
