"""Three or more runs missed in a row: nothing to make up, one proposal to realign.

A missed run lowers nothing by itself: the limits go by what was really run, so the weeks after it grow
from there. A run that no session asked for ends the row, and days that are not known never count.
"""

from __future__ import annotations

from datetime import date

from surefoot.load.pairing import look_back
from surefoot.model import Finding, History, Level, Schedule, Session, Settings
from surefoot.text.days import day_name

SLUG = "missed"
LEVELS = (Level.INFO,)
CITATION = (
    "Spiering et al. 2021: endurance keeps for weeks of less training; Pfitzinger and Douglas: "
    "under ten days lost, rejoin the schedule where it stands"
)
SETTINGS = ("limits.missed_in_a_row",)
MEND = "Nothing: nothing is made up."


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


def _message(row: tuple[Session, ...]) -> str:
    first, last = day_name(row[0].day), day_name(row[-1].day)
    return (
        f"{len(row)} runs in a row were not recorded, from {first} to {last}. Nothing to make up. "
        "The next weeks grow from what you really run; to shift a day, type surefoot move DAY DAY."
    )
