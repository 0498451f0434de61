"""Planned workouts in the calendar of intervals.icu."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, ClassVar

from surefoot.plugin import (
    Drop,
    Fidelity,
    Move,
    Receipt,
    Schedule,
    Secret,
    Target,
    Unavailable,
    Wish,
    Workout,
    net,
)
from surefoot_intervals import account, event, manifest
from surefoot_intervals import workout as text
from surefoot_intervals.manifest import Manifest, Record
from surefoot_intervals.merge import Plan, deleted, edited, merge, sending, sent

BACK, AHEAD = timedelta(days=60), timedelta(days=730)
"""How far around today is looked for our events: what was moved farther is read as deleted."""


class Calendar(Target):
    """Plans workouts at intervals.icu, which passes them on to the watch.

    Attributes:
        key: the account's own key, from Settings, Developer there.
        athlete: whose calendar, as i12345; 0 is the owner of the key.
        host: the address of the service.
        patience: seconds to wait for an answer.
    """

    use: ClassVar[str] = "intervals"

    key: Secret
    athlete: str = "0"
    host: str = account.HOST
    patience: float = 30.0

    def check(self) -> None:
        """See whether the key is there.

        Raises:
            ConfigError: it is not where it should be.
        """
        self.key.reveal()

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Make the calendar hold the schedule from today on; see ``Target.publish``.

        Raises:
            AuthError: the key was refused.
            ConfigError: the key is not where it should be.
            Unavailable: intervals.icu cannot answer; the next publish goes on from what stands there.
        """
        before = manifest.load(self.folder)
        with account.client(self.host, self.key, self.folder, self.patience) as web:
            plan = merge(schedule, _records(self._list(web, schedule.today)), before)
            if not dry_run:
                self._carry_out(web, plan, before, schedule.today)
        return plan.receipt(account.NAME)

    def fidelity(self, workout: Workout) -> Fidelity:
        """Say what of the session the watch would not follow."""
        return text.fidelity(workout)

    def wishes(self) -> Iterable[Wish]:
        """Yield a wish for each session that the runner moved or deleted there since.

        Raises:
            AuthError: the key was refused.
            ConfigError: the key is not where it should be.
            Unavailable: intervals.icu cannot answer.
        """
        before = manifest.load(self.folder)
        if before.today is None or not before.events:
            return
        with account.client(self.host, self.key, self.folder, self.patience) as web:
            answer = self._list(web, before.today)
        standing = {uid: one for one in _records(answer) if (uid := event.uid(one)) is not None}
        seen = _seen(answer)
        for uid, record in sorted(before.events.items()) if standing else ():
            effect = _effect(uid, record, standing.get(uid), before.today)
            if effect is not None:
                yield Wish(effect=effect, seen=seen, where=self.label, uid=uid)

    def _list(self, web: net.Client, today: date) -> net.Answer:
        return web.get(account.address(self.athlete, "events"), oldest=today - BACK, newest=today + AHEAD)

    def _carry_out(self, web: net.Client, plan: Plan, before: Manifest, today: date) -> None:
        """Send and delete; what may stand there is noted before, what does stand there after."""
        if plan.send:
            manifest.save(self.folder, Manifest(today=today, events=before.events | sending(plan, before)))
        records = plan.records | self._sent(web, plan)
        self._delete(web, [one for ids in plan.delete.values() for one in ids])
        after = Manifest(today=today, events=records)
        if after != before and (after.events or before.events):
            manifest.save(self.folder, after)

    def _sent(self, web: net.Client, plan: Plan) -> dict[str, Record]:
        """Send what is new or changed, in one request that may be repeated, and return what then stands."""
        if not plan.send:
            return {}
        answered = web.ask(
            "POST",
            account.address(self.athlete, "events/bulk"),
            query={"upsert": "true", "upsertOnUid": "false", "updatePlanApplied": "false"},
            json=list(plan.send.values()),
            repeatable=True,
        )
        found = {event.uid(one): one for one in _records(answered)}
        missing = sorted(set(plan.send) - {uid for uid in found if uid})
        if missing:
            raise Unavailable(
                f"did not say what became of {missing[0]}",
                where=account.NAME,
                mend="once more: surefoot push",
            )
        return {uid: sent(body, found[uid]) for uid, body in plan.send.items()}

    def _delete(self, web: net.Client, ids: list[int]) -> None:
        if ids:
            path = account.address(self.athlete, "events/bulk-delete")
            web.ask("PUT", path, json=[{"id": one} for one in sorted(ids)])


def _records(answer: net.Answer) -> list[dict[str, Any]]:
    """Return the events of an answer; one of ours that says not when or which it is makes it useless."""
    events = answer.rows()
    for one in events:
        if event.uid(one) is not None and (type(one.get("id")) is not int or event.start(one) is None):
            raise Unavailable(
                "gave a planned workout that cannot be understood",
                where=account.NAME,
                mend="try again later",
            )
    return [one for one in events if type(one.get("id")) is int]


def _effect(uid: str, record: Record, one: dict[str, Any] | None, today: date) -> Move | Drop | None:
    if record.start[:10] < today.isoformat():
        return None
    if one is None:
        return Drop(uid=uid) if deleted(record, today) else None
    start = event.start(one)
    if start is None or not edited(one, record) or one.get("start_date_local") == record.start:
        return None
    return Move(uid=uid, day=start.date(), at=None if start.time() == time.min else start.time())


def _seen(answer: net.Answer) -> datetime:
    """Return when the platform said so, by its own clock."""
    try:
        return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)
    except (KeyError, ValueError, TypeError):
        return datetime.fromtimestamp(0, UTC)
