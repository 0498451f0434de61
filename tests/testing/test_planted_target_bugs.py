"""Bugs planted into a target that is right otherwise: the kit names each, and nothing else."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from surefoot.plugin import (
    Drop,
    Receipt,
    Schedule,
    Target,
    Wish,
)
from surefoot.testing import (
    MemoryTarget,
    TargetContract,
)


class TargetUnderTest(TargetContract):
    def __init__(self, kind: type[MemoryTarget]) -> None:
        self.kind = kind
        self.shelves: dict[Path, dict[str, str]] = {}

    def make(self, folder: Path) -> Target:
        part = self.kind()
        part.events = self.shelves.setdefault(folder, {})
        return part

    def read(self, target: Target) -> Mapping[str, str]:
        return {uid: text for uid, text in events(target).items() if uid != "foreign"}

    def add_foreign(self, target: Target) -> None:
        events(target)["foreign"] = "1999-01-01 a birthday"

    def read_foreign(self, target: Target) -> object:
        return events(target).get("foreign")

    def edit(self, target: Target, uid: str) -> None:
        events(target)[uid] += "with Kim"


def events(target: Target) -> dict[str, str]:
    assert isinstance(target, MemoryTarget)
    return target.events


class Careful(MemoryTarget):
    """A memory that also leaves alone what the runner edited: right, and the base of all planted bugs."""

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        edited = {uid: text for uid, text in self.events.items() if text.endswith("with Kim")}
        receipt = super().publish(schedule, dry_run=dry_run)
        self.events.update(edited)
        return replace(
            receipt,
            updated=tuple(uid for uid in receipt.updated if uid not in edited),
            skipped=tuple(uid for uid in receipt.updated if uid in edited),
        )

    def wishes(self) -> Iterable[Wish]:
        for uid, text in self.events.items():
            if text.endswith("with Kim"):
                yield Wish(
                    effect=Drop(uid=uid), seen=datetime(2031, 3, 5, tzinfo=UTC), where="memory", uid=uid
                )


class Stamped(Careful):
    """Puts something more into each event."""

    def stamp(self) -> str:
        return ""

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        stamped = (
            replace(one, workout=replace(one.workout, notes=f"{one.workout.notes} {self.stamp()}"))
            for one in schedule.sessions
        )
        return super().publish(replace(schedule, sessions=tuple(stamped)), dry_run=dry_run)


class StampOfToday(Stamped):
    def stamp(self) -> str:
        return f"DTSTAMP:{datetime.now(UTC):%Y%m%d}T000000Z"


class StampOfNow(Stamped):
    def stamp(self) -> str:
        return str(datetime.now(UTC).timestamp())


class RandomStamp(Stamped):
    def stamp(self) -> str:
        return f"{random.random()}"


class StampPerCalendar(Stamped):
    def stamp(self) -> str:
        return f"{id(self.events)}"


class IgnoresDryRun(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        return super().publish(schedule)


class DryRunSaysNothing(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        return Receipt(where="memory") if dry_run else super().publish(schedule)


class NeverRemoves(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        before = dict(self.events)
        receipt = super().publish(schedule, dry_run=dry_run)
        self.events.update({uid: text for uid, text in before.items() if uid in receipt.removed})
        return replace(receipt, removed=())


class RemovesThePast(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        past = [uid for uid, text in self.events.items() if uid != "foreign" and text < str(schedule.today)]
        for uid in () if dry_run else past:
            del self.events[uid]
        return super().publish(schedule, dry_run=dry_run)


class PublishesThePast(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        return super().publish(replace(schedule, today=schedule.today - timedelta(days=2)), dry_run=dry_run)


class TouchesForeign(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        self.events.pop("foreign", None)
        return super().publish(schedule, dry_run=dry_run)


class WritesAllAnew(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        receipt = super().publish(schedule, dry_run=dry_run)
        return replace(receipt, updated=(*receipt.updated, *receipt.unchanged), unchanged=())


class NewEventForAMove(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        receipt = super().publish(schedule, dry_run=dry_run)
        if "long-1" not in receipt.updated:
            return receipt
        return replace(receipt, updated=(), created=("long-1",), removed=("long-1",))


class FallsOverWhenEmpty(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        min(one.day for one in schedule.sessions)
        return super().publish(schedule, dry_run=dry_run)


class OverwritesEdits(Careful):
    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        return MemoryTarget.publish(self, schedule, dry_run=dry_run)


class WishesForItself(Careful):
    def wishes(self) -> Iterable[Wish]:
        for uid in self.events:
            yield Wish(effect=Drop(uid=uid), seen=datetime(2031, 3, 5, tzinfo=UTC), where="memory", uid=uid)


class NaiveWishes(Careful):
    def wishes(self) -> Iterable[Wish]:
        return (replace(one, seen=one.seen.replace(tzinfo=None)) for one in super().wishes())


TARGETS = {
    Careful: set(),
    StampOfToday: {"nothing_bears_the_moment_of_publishing"},
    StampOfNow: {
        "nothing_bears_the_moment_of_publishing",
        "publishing_again_changes_nothing",
        "the_same_schedule_is_stored_alike_everywhere",
        "what_changed_is_updated_and_nothing_else",
        "a_session_that_moved_is_the_same_event",
        "what_the_runner_edited_is_left_alone_and_named",
    },
    RandomStamp: {
        "publishing_again_changes_nothing",
        "the_same_schedule_is_stored_alike_everywhere",
        "what_changed_is_updated_and_nothing_else",
        "a_session_that_moved_is_the_same_event",
        "what_the_runner_edited_is_left_alone_and_named",
    },
    StampPerCalendar: {"the_same_schedule_is_stored_alike_everywhere"},
    IgnoresDryRun: {"a_dry_run_writes_nothing", "a_dry_run_says_what_publishing_then_does"},
    DryRunSaysNothing: {"a_dry_run_writes_nothing", "a_dry_run_says_what_publishing_then_does"},
    NeverRemoves: {"what_is_no_longer_scheduled_is_removed", "an_empty_schedule_is_no_error"},
    RemovesThePast: {"past_events_stay_as_they_are"},
    PublishesThePast: {
        "it_shows_the_sessions_from_today_on",
        "a_receipt_accounts_for_each_session_once",
        "publishing_again_changes_nothing",
        "what_is_no_longer_scheduled_is_removed",
        "a_session_that_moved_is_the_same_event",
        "past_events_stay_as_they_are",
        "an_empty_schedule_is_no_error",
    },
    TouchesForeign: {"what_is_not_surefoots_is_never_touched"},
    WritesAllAnew: {
        "publishing_again_changes_nothing",
        "what_changed_is_updated_and_nothing_else",
        "a_session_that_moved_is_the_same_event",
    },
    NewEventForAMove: {"a_session_that_moved_is_the_same_event"},
    FallsOverWhenEmpty: {"an_empty_schedule_is_no_error", "what_is_not_surefoots_is_never_touched"},
    OverwritesEdits: {"what_the_runner_edited_is_left_alone_and_named"},
    WishesForItself: {"there_are_no_wishes_where_the_runner_did_nothing"},
    NaiveWishes: {"wishes_say_when_they_were_seen"},
}


@pytest.mark.parametrize("bug", TARGETS, ids=lambda bug: bug.__name__)
def test_a_bug_in_a_target_is_caught_by_the_test_of_its_name(bug, tmp_path, caught):
    assert caught(TargetUnderTest(bug), tmp_path) == TARGETS[bug]
