"""Three or more runs missed in a row: nothing to make up, one proposal to realign.

A missed run lowers no limit: the limits go by what was really run, so the weeks after it grow from there.
The way back in is proposed once for each row: three days without quality, then the plan goes on where it
stands. A run that no session asked for ends the row, and days that are not known never count.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from surefoot.load.pairing import look_back
from surefoot.model import Advice, Diary, Finding, History, Level, Schedule, Session, Settings
from surefoot.rules.built_in import BuiltIn
from surefoot.text.days import day_name

SLUG = "missed"
LEVELS = (Level.INFO,)
CITATION = (
    "Spiering et al. 2021: endurance keeps for weeks of less training; Pfitzinger and Douglas: "
    "under ten days lost, rejoin the schedule where it stands"
)
SETTINGS = ("limits.missed_in_a_row", "policies.missed.easy_days")
MEND = "Three days without quality, once for a row; nothing is made up."


class MissedPolicy(BuiltIn):
    """Proposes the way back in after a row of missed runs. ``easy_days`` are days without quality."""

    use: ClassVar[str] = SLUG

    easy_days: int = 3

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield one advice for the row that ended yesterday, the same on every day that it goes on."""
        row = _last_row(outlook, history, self.settings, outlook.today)
        if len(row) >= self.settings.limits.missed_in_a_row:
            yield Advice(
                cause=f"{SLUG}:{row[0].day}",
                reason=_way_back(row, outlook.today + timedelta(days=self.easy_days - 1)),
                evidence=CITATION,
                days=self.easy_days,
                level=Level.INFO,
                easy_only=True,
                value=len(row),
                limit=self.settings.limits.missed_in_a_row,
            )


def past(schedule: Schedule, history: History, settings: Settings, *, today: date) -> tuple[Finding, ...]:
    """Return one finding if the last runs before ``today`` were all missed.

    ``value`` and ``limit`` count runs.
    """
    row = _last_row(schedule, history, settings, today)
    least = settings.limits.missed_in_a_row
    if len(row) < least:
        return ()
    return (
        Finding(
            rule=SLUG,
            level=Level.INFO,
            day=row[0].day,
            uid=row[0].uid,
            value=len(row),
            limit=least,
            message=_message(row),
            evidence=CITATION,
        ),
    )


def _last_row(schedule: Schedule, history: History, settings: Settings, today: date) -> tuple[Session, ...]:
    """The missed sessions after the last run of any kind, in order of day."""
    pairing = look_back(schedule.sessions, history=history, settings=settings, today=today)
    missed = set(pairing.missed)
    last_run = max(
        (run.day for run in (*pairing.extra, *(run for _, run in pairing.done)) if run.day <= today),
        default=date.min,
    )
    return tuple(one for one in schedule.sessions if one.uid in missed and one.day > last_run)


def _way_back(row: tuple[Session, ...], until: date) -> str:
    first, last = day_name(row[0].day), day_name(row[-1].day)
    return (
        f"{len(row)} runs in a row were not recorded, from {first} to {last}. Nothing to make up: easy until "
        f"{day_name(until)}, then the plan goes on where it stands."
    )


def _message(row: tuple[Session, ...]) -> str:
    first, last = day_name(row[0].day), day_name(row[-1].day)
    return (
        f"{len(row)} runs in a row were not recorded, from {first} to {last}. Nothing to make up. "
        "The next weeks grow from what you really run; to shift a day, type surefoot move DAY DAY."
    )
