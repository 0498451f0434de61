"""Bugs planted into a format that is right otherwise: the kit names each, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar
from uuid import uuid4

import pytest

from surefoot.plugin import (
    Format,
    Kind,
    Plan,
    PlanError,
)
from surefoot.testing import (
    FormatContract,
    MemoryFormat,
)


class FormatUnderTest(FormatContract):
    def __init__(self, kind: type[MemoryFormat]) -> None:
        self.kind = kind

    def make(self, folder: Path) -> Format:
        return self.kind()

    def samples(self) -> list[bytes]:
        easy = b'{"day": 1, "kind": "easy", "title": "Easy", "metres": 6000}'
        long = b'{"day": 6, "kind": "long", "title": "Long", "metres": 9000}'
        return [b"\n".join((b"7", easy, long))]


class Rereads(MemoryFormat):
    """Keeps everything and loses nothing, so that writing can be tried with the sample plan."""

    def read(self, data: bytes) -> Plan:
        plan = super().read(data)
        races = [one.key for one in plan.entries if one.workout.kind is Kind.RACE]
        return replace(plan, race=races[0] if races else None)

    def lost(self, plan: Plan) -> Iterable[str]:
        return ()


class LetsItsErrorsOut(Rereads):
    def read(self, data: bytes) -> Plan:
        data.decode()
        return super().read(data)


class RaisesKeyErrors(Rereads):
    def read(self, data: bytes) -> Plan:
        try:
            return super().read(data)
        except PlanError as problem:
            raise KeyError(problem.what) from problem


class TakesNothingForAPlan(Rereads):
    def read(self, data: bytes) -> Plan:
        return super().read(data) if data else Plan(id="none", name="", entries=(), days=0)


class RandomKeys(Rereads):
    def read(self, data: bytes) -> Plan:
        plan = super().read(data)
        entries = tuple(replace(one, key=uuid4().hex) for one in plan.entries)
        return replace(plan, entries=entries, race=None)


class StartsToday(Rereads):
    def read(self, data: bytes) -> Plan:
        return replace(super().read(data), start=datetime.now(UTC).date())


class DayTooMany(Rereads):
    def read(self, data: bytes) -> Plan:
        plan = super().read(data)
        return replace(plan, days=plan.days - 1)


class DropsStrength(Rereads):
    def write(self, plan: Plan) -> bytes:
        kept = tuple(one for one in plan.entries if one.workout.kind is not Kind.STRENGTH)
        return super().write(replace(plan, entries=kept))


class DatesItsFiles(Rereads):
    def write(self, plan: Plan) -> bytes:
        return super().write(plan).replace(b"Easy", f"Easy {datetime.now(UTC):%Y-%m-%d}".encode())


class WrongSuffix(Rereads):
    suffixes: ClassVar[tuple[str, ...]] = ("MEMORY",)


class NeedsASetting(Rereads):
    """Needs to be told something.

    Attributes:
        delimiter: what parts cells.
    """

    delimiter: str


FORMATS = {
    Rereads: set(),
    LetsItsErrorsOut: {"what_is_no_plan_is_a_plan_error"},
    RaisesKeyErrors: {"what_is_no_plan_is_a_plan_error", "an_empty_file_is_no_plan"},
    TakesNothingForAPlan: {"an_empty_file_is_no_plan"},
    RandomKeys: {"the_same_bytes_are_the_same_plan"},
    StartsToday: {"a_plan_bears_no_moment_of_reading"},
    DayTooMany: {"a_plan_holds_together", "what_it_writes_it_reads_again"},
    DropsStrength: {"what_it_writes_it_reads_again"},
    DatesItsFiles: {"it_writes_the_same_plan_the_same_way"},
    WrongSuffix: {"its_suffixes_are_plain"},
}


@pytest.mark.parametrize("bug", FORMATS, ids=lambda bug: bug.__name__)
def test_a_bug_in_a_format_is_caught_by_the_test_of_its_name(bug, tmp_path, caught):
    assert caught(FormatUnderTest(bug), tmp_path) == FORMATS[bug]


def test_a_format_that_needs_a_setting_cannot_be_made_from_a_suffix(tmp_path, caught):
    contract = FormatUnderTest(NeedsASetting)
    contract.make = lambda folder: NeedsASetting(delimiter=";")  # type: ignore[method-assign]

    assert caught(contract, tmp_path) == {"it_needs_no_settings"}
