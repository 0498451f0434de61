"""Carrying changes out, one request after the other; what is not finished is gone on with the next time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from surefoot.plugin import Unavailable, net
from surefoot_garmin import manifest
from surefoot_garmin.connect import Connect
from surefoot_garmin.edits import kept
from surefoot_garmin.host import NAME
from surefoot_garmin.manifest import Manifest, Record
from surefoot_garmin.merge import Change, Plan

WORKOUT, SCHEDULE = "/workout-service/workout", "/workout-service/schedule"


class Writing:
    """Writes to Garmin, and notes before each change what may stand there, and after it what does.

    Args:
        web: whoever is let in.
        folder: the part's own folder.
        today: the day that is written for.
        before: what was noted.
    """

    def __init__(self, web: Connect, folder: Path, today: date, before: Manifest) -> None:
        self._web = web
        self._folder = folder
        self._today = today
        self._before = before
        self._records = dict(before.records)

    def carry_out(self, plan: Plan) -> None:
        """Do all of it.

        Raises:
            AuthError: the login was refused.
            Unavailable: Garmin does not answer any more; what was done is noted.
        """
        for uid, change in plan.changes.items():
            self._note(uid, _pending(self._records.get(uid), plan.records.get(uid)))
            steps = self._do(change)
            if steps and uid in plan.records:
                plan.records[uid] = replace(plan.records[uid], steps=steps)
            self._note(uid, plan.records.get(uid))
        after = Manifest(today=self._today, records=plan.records)
        if after != self._before and (after.records or self._before.records):
            manifest.save(self._folder, after)

    def _note(self, uid: str, record: Record | None) -> None:
        if record is None:
            self._records.pop(uid, None)
        else:
            self._records[uid] = record
        manifest.save(self._folder, Manifest(today=self._today, records=self._records))

    def _do(self, change: Change) -> str:
        """Return a digest of the steps as they then stand, "" where they are as before.

        The new day comes before the old one goes: cut off in between, the workout is still planned.
        """
        workout, steps = change.put, ""
        if change.body is not None and workout is None:
            answer = self._web.ask("POST", WORKOUT, json=change.body)
            workout, steps = _id(answer, "workoutId"), kept(answer.json(dict))
        elif change.body is not None:
            self._web.ask("PUT", f"{WORKOUT}/{workout}", json=change.body | {"workoutId": workout})
            steps = kept(self._web.get(f"{WORKOUT}/{workout}").json(dict))
        if change.on:
            self._web.ask("POST", f"{SCHEDULE}/{workout}", json={"date": change.on})
        for place in change.unplan:
            self._web.ask("DELETE", f"{SCHEDULE}/{place}")
        for one in change.delete:
            self._web.ask("DELETE", f"{WORKOUT}/{one}")
        return steps


def _pending(old: Record | None, meant: Record | None) -> Record | None:
    """Return what to note while it is not known how much of a change has arrived."""
    if old is None or meant is None:
        one = old or meant
        return Record(sent="", days=one.days, words=one.words) if one else None
    days = dict.fromkeys((*old.days, *meant.days))
    words = dict.fromkeys((*old.words, *meant.words))
    return Record(sent="", days=tuple(days), words=tuple(words))


def _id(answer: net.Answer, name: str) -> int:
    value: Any = answer.json(dict).get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unavailable("did not say what became of a workout", where=NAME, mend="once more: surefoot push")
    return value
