"""Bugs planted into a policy that is right otherwise: the kit names each, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from surefoot.plugin import (
    Advice,
    Diary,
    History,
    Pain,
    Policy,
    Schedule,
)
from surefoot.testing import (
    TODAY,
    MemoryPolicy,
    PolicyContract,
    sample_schedule,
)


class PolicyUnderTest(PolicyContract):
    def __init__(self, kind: type[MemoryPolicy]) -> None:
        self.kind = kind

    def make(self, folder: Path) -> Policy:
        return self.kind()

    def case(self) -> tuple[Schedule, History, Diary]:
        report = Pain(day=TODAY, where="knee", side="left", score=7)
        return sample_schedule(), History(until=TODAY), Diary(entries=(report,))


class Advising(MemoryPolicy):
    """Advises as it should, altered; one bug is one override."""

    def alter(self, one: Advice) -> Advice:
        return one

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterator[Advice]:
        return (self.alter(one) for one in super().review(outlook, history, diary))


class KeepsMore(Advising):
    def alter(self, one: Advice) -> Advice:
        return replace(one, keep=1.2)


class KeepsLessThanNothing(Advising):
    def alter(self, one: Advice) -> Advice:
        return replace(one, keep=-0.1)


class HalfMetres(Advising):
    def alter(self, one: Advice) -> Advice:
        return replace(one, longest=2500.5)  # type: ignore[arg-type]


class NoDays(Advising):
    def alter(self, one: Advice) -> Advice:
        return replace(one, days=0)


class NoGrounds(Advising):
    def alter(self, one: Advice) -> Advice:
        return replace(one, evidence="")


class RandomCause(Advising):
    def alter(self, one: Advice) -> Advice:
        return replace(one, cause=uuid4().hex)


class CauseOfToday(Advising):
    def alter(self, one: Advice) -> Advice:
        return replace(one, cause=f"pain-{datetime.now(UTC).date()}")


class NeedsAPast(MemoryPolicy):
    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        if history.since is None and not diary.entries:
            raise ValueError("no past")
        return super().review(outlook, history, diary)


class Silent(MemoryPolicy):
    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        return ()


LAW = {
    "it_can_only_hold_back",
    "it_covers_at_least_a_day",
    "it_says_why_and_on_what_grounds",
    "the_same_case_gets_the_same_advice",
    "it_does_not_look_at_the_clock",
}

POLICIES = {
    KeepsMore: {"it_can_only_hold_back"},
    KeepsLessThanNothing: {"it_can_only_hold_back"},
    HalfMetres: {"it_can_only_hold_back"},
    NoDays: {"it_covers_at_least_a_day"},
    NoGrounds: {"it_says_why_and_on_what_grounds"},
    RandomCause: {"the_same_case_gets_the_same_advice"},
    CauseOfToday: {"it_does_not_look_at_the_clock"},
    NeedsAPast: {"it_has_an_answer_to_an_empty_folder", *LAW},
    Silent: {"it_speaks_in_its_case"},
}


@pytest.mark.parametrize("bug", POLICIES, ids=lambda bug: bug.__name__)
def test_a_bug_in_a_policy_is_caught_by_the_test_of_its_name(bug, tmp_path, caught):
    assert caught(PolicyUnderTest(bug), tmp_path) == POLICIES[bug]
