"""What is asked of a target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from surefoot.plugin import Receipt, Schedule, Session, Target, Wish
from surefoot.testing.now import traces_of_now
from surefoot.testing.part import PartContract, contents
from surefoot.testing.samples import TODAY, sample_schedule

Held = Mapping[str, str | bytes]


class TargetContract(PartContract[Target]):
    """Promises of a target. ``make`` returns an empty one; ``read`` says what Surefoot has put there."""

    def read(self, target: Target) -> Held:
        """Return all events that Surefoot owns there, past ones too: by session's uid, what is stored."""
        raise NotImplementedError("give your test class a method  read(self, target)")

    def add_foreign(self, target: Target) -> None:
        """Put something into the target that Surefoot does not own. Optional, with ``read_foreign``."""
        pytest.skip("say how foreign events come in: override  add_foreign  and  read_foreign")

    def read_foreign(self, target: Target) -> object:
        """Return what was put there by ``add_foreign``, as it is stored now."""
        raise NotImplementedError("give your test class a method  read_foreign(self, target)")

    def edit(self, target: Target, uid: str) -> None:
        """Change the event of this session there, as the runner would. Optional."""
        pytest.skip("say how a runner edits an event: override  edit(self, target, uid)")

    def test_it_shows_the_sessions_from_today_on(self, tmp_path: Path) -> None:
        """Exactly these: none is missing, none is there twice, none of before is added."""
        target, schedule = self.part(tmp_path), sample_schedule()
        receipt = target.publish(schedule)

        assert sorted(self.read(target)) == sorted(_ahead(schedule))
        assert sorted(receipt.created) == sorted(_ahead(schedule))

    def test_a_receipt_accounts_for_each_session_once(self, tmp_path: Path) -> None:
        """Created, updated, unchanged or skipped: the runner is told of each."""
        target, schedule = self.part(tmp_path), sample_schedule()

        for receipt in (target.publish(schedule), self.part(tmp_path).publish(_renamed(schedule))):
            assert receipt.where
            assert sorted(_told(receipt)) == sorted(_ahead(schedule))

    def test_publishing_again_changes_nothing(self, tmp_path: Path) -> None:
        """Neither with the same part nor with the one that the next command makes."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(schedule)
        before = dict(self.read(target))

        for again in (target, self.part(tmp_path)):
            receipt = again.publish(schedule)
            assert (receipt.created, receipt.updated, receipt.removed) == ((), (), ())
            assert sorted(receipt.unchanged) == sorted(_ahead(schedule))
            assert dict(self.read(again)) == before

    def test_the_same_schedule_is_stored_alike_everywhere(self, tmp_path: Path) -> None:
        """A second, empty target gets the same, byte for byte: nothing in it is random."""
        stored = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            target = self.part(tmp_path / name)
            target.publish(sample_schedule())
            stored.append(dict(self.read(target)))

        assert stored[0] == stored[1]

    def test_nothing_bears_the_moment_of_publishing(self, tmp_path: Path) -> None:
        """``Session.revised`` is the time of the last real change; a target needs no clock."""
        target = self.part(tmp_path)
        target.publish(sample_schedule())

        assert {uid for uid, one in self.read(target).items() if traces_of_now(_text(one))} == set()

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        """It says what publishing would do, and does none of it."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(_without(schedule, "race-1"))
        before, files = dict(self.read(target)), contents(tmp_path)
        said = target.publish(_renamed(schedule), dry_run=True)

        assert dict(self.read(target)) == before
        assert contents(tmp_path) == files
        assert said.created == ("race-1",)

    def test_a_dry_run_says_what_publishing_then_does(self, tmp_path: Path) -> None:
        """The runner agrees to what was shown."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(_without(schedule, "race-1"))
        wanted = _without(_renamed(schedule), "easy-3")

        assert target.publish(wanted, dry_run=True) == target.publish(wanted)

    def test_what_is_no_longer_scheduled_is_removed(self, tmp_path: Path) -> None:
        """A stale event is worse than none: somebody would run it."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(schedule)
        receipt = self.part(tmp_path).publish(_without(schedule, "long-1"))

        assert receipt.removed == ("long-1",)
        assert sorted(self.read(target)) == sorted(set(_ahead(schedule)) - {"long-1"})

    def test_what_changed_is_updated_and_nothing_else(self, tmp_path: Path) -> None:
        """The other events stay as they are, byte for byte."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(schedule)
        before = dict(self.read(target))
        receipt = target.publish(_renamed(schedule))
        after = dict(self.read(target))

        assert receipt.updated == ("easy-3",)
        assert {uid for uid in before if after[uid] != before[uid]} == {"easy-3"}

    def test_a_session_that_moved_is_the_same_event(self, tmp_path: Path) -> None:
        """A session keeps its uid for life, whatever its day."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(schedule)
        receipt = target.publish(_moved(schedule))

        assert receipt.updated == ("long-1",)
        assert sorted(self.read(target)) == sorted(_ahead(schedule))

    def test_past_events_stay_as_they_are(self, tmp_path: Path) -> None:
        """The past happened; it is not published again, and not taken away."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(schedule)
        before = dict(self.read(target))
        later = _later(schedule)
        receipt = target.publish(replace(later, sessions=tuple(_from_today(later))))
        after = dict(self.read(target))

        gone_by = set(before) - set(_ahead(later))
        assert receipt.removed == ()
        assert {uid: after.get(uid) for uid in sorted(gone_by)} == {
            uid: before[uid] for uid in sorted(gone_by)
        }

    def test_an_empty_schedule_is_no_error(self, tmp_path: Path) -> None:
        """A plan that has ended leaves the past, and nothing ahead."""
        target, schedule = self.part(tmp_path), sample_schedule()
        assert _told(target.publish(Schedule(today=TODAY))) == []
        target.publish(schedule)
        receipt = target.publish(Schedule(today=TODAY))

        assert sorted(receipt.removed) == sorted(_ahead(schedule))
        assert dict(self.read(target)) == {}

    def test_what_is_not_surefoots_is_never_touched(self, tmp_path: Path) -> None:
        """The calendar is the runner's; in it are birthdays."""
        target, schedule = self.part(tmp_path), sample_schedule()
        self.add_foreign(target)
        before = self.read_foreign(target)

        for wanted in (schedule, _renamed(schedule), Schedule(today=TODAY)):
            target.publish(wanted)
            assert self.read_foreign(target) == before

    def test_what_the_runner_edited_is_left_alone_and_named(self, tmp_path: Path) -> None:
        """It becomes a wish at the next sync; until then it is not overwritten."""
        target, schedule = self.part(tmp_path), sample_schedule()
        target.publish(schedule)
        self.edit(target, "easy-3")
        before = dict(self.read(target))
        receipt = self.part(tmp_path).publish(_renamed(schedule))

        assert receipt.skipped == ("easy-3",)
        assert dict(self.read(target)) == before

    def test_there_are_no_wishes_where_the_runner_did_nothing(self, tmp_path: Path) -> None:
        """What was published is not taken for what somebody wants."""
        target = self.part(tmp_path)
        assert list(target.wishes()) == []
        target.publish(sample_schedule())

        assert list(self.part(tmp_path).wishes()) == []

    def test_wishes_say_when_they_were_seen(self, tmp_path: Path) -> None:
        """With a time zone, and in which target."""
        target = self.part(tmp_path)
        target.publish(sample_schedule())
        self.edit(target, "easy-3")

        for wish in self.part(tmp_path).wishes():
            assert isinstance(wish, Wish)
            assert wish.seen.utcoffset() is not None
            assert wish.where


def _from_today(schedule: Schedule) -> list[Session]:
    return [one for one in schedule.sessions if one.day >= schedule.today]


def _ahead(schedule: Schedule) -> list[str]:
    return [one.uid for one in _from_today(schedule)]


def _text(stored: str | bytes) -> str:
    return stored if isinstance(stored, str) else stored.decode(errors="replace")


def _told(receipt: Receipt) -> list[str]:
    return [*receipt.created, *receipt.updated, *receipt.unchanged, *receipt.skipped]


def _without(schedule: Schedule, uid: str) -> Schedule:
    return replace(schedule, sessions=tuple(one for one in schedule.sessions if one.uid != uid))


def _with(schedule: Schedule, changed: Session) -> Schedule:
    sessions = (changed if one.uid == changed.uid else one for one in schedule.sessions)
    return replace(schedule, sessions=tuple(sorted(sessions, key=lambda one: (one.day, one.uid))))


def _of(schedule: Schedule, uid: str) -> Session:
    return next(one for one in schedule.sessions if one.uid == uid)


def _renamed(schedule: Schedule) -> Schedule:
    one = _of(schedule, "easy-3")
    workout = replace(one.workout, title="Easy 30 min", seconds=1800)
    return _with(schedule, _revised(replace(one, workout=workout)))


def _moved(schedule: Schedule) -> Schedule:
    one = _of(schedule, "long-1")
    return _with(schedule, _revised(replace(one, day=one.day - timedelta(days=1))))


def _revised(one: Session) -> Session:
    assert one.revised is not None
    return replace(one, revision=one.revision + 1, revised=one.revised + timedelta(days=1))


def _later(schedule: Schedule) -> Schedule:
    return replace(schedule, today=TODAY + timedelta(days=3))
