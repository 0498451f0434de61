"""Bugs planted into a source that is right otherwise: the kit names each, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import ClassVar
from uuid import uuid4

import pytest

from surefoot.plugin import (
    Activity,
    Source,
    Sport,
)
from surefoot.testing import (
    MemorySource,
    SourceContract,
)


def activity(number: int) -> Activity:
    start = datetime(2031, 3, 1, 7, 0, tzinfo=UTC) + timedelta(days=number)
    return Activity(id=f"run-{number}", sport=Sport.RUN, start=start, metres=6000, seconds=2100)


class SourceUnderTest(SourceContract):
    window = (date(2031, 3, 3), date(2031, 3, 6))

    def __init__(self, kind: type[MemorySource]) -> None:
        self.kind = kind
        self.runs: dict[Path, list[Activity]] = {}

    def make(self, folder: Path) -> Source:
        part = self.kind()
        part.held = self.runs.setdefault(folder, [activity(number) for number in range(10)])
        return part

    def remove(self, source: Source, folder: Path) -> str:
        return self.runs[folder].pop(3).id


class Altered(MemorySource):
    """Gives what it holds, altered; one bug is one override."""

    def alter(self, one: Activity) -> Activity:
        return one

    def activities(self, since: date, until: date) -> Iterable[Activity]:
        return (self.alter(one) for one in super().activities(since, until))


class NaiveStart(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, start=one.start.replace(tzinfo=None))


class NowForStart(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, start=datetime.now(UTC))


class NowInTitle(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, title=f"Imported on {datetime.now(UTC):%Y-%m-%d}")


class RandomIds(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, id=f"{one.id}-{self.salt}")

    def activities(self, since: date, until: date) -> Iterable[Activity]:
        self.salt = uuid4().hex if not hasattr(self, "salt") else self.salt
        return super().activities(since, until)


class SameId(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, id="run")


class FloatMetres(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, metres=6000.5)  # type: ignore[arg-type]


class NegativeSeconds(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, seconds=-1)


class StrangeSport(Altered):
    def alter(self, one: Activity) -> Activity:
        return replace(one, sport="jogging")  # type: ignore[arg-type]


class EverythingAlways(MemorySource):
    def activities(self, since: date, until: date) -> Iterable[Activity]:
        return iter(self.held)


class LastDayMissing(MemorySource):
    def activities(self, since: date, until: date) -> Iterable[Activity]:
        return (one for one in self.held if since <= one.day < until)


class NothingAtAll(MemorySource):
    def activities(self, since: date, until: date) -> Iterable[Activity]:
        return ()


class NeverForgets(MemorySource):
    seen: ClassVar[dict[str, Activity]] = {}

    def activities(self, since: date, until: date) -> Iterable[Activity]:
        self.seen |= {one.id: one for one in super().activities(since, until)}
        return (one for one in self.seen.values() if since <= one.day <= until)


class WordlessProblems(MemorySource):
    def problems(self) -> Iterable[tuple[str, str]]:
        return [("broken.fit", "")]


class StrangeSetting(MemorySource):
    """Has a setting that no table can give.

    Attributes:
        table: something.
    """

    table: dict[str, int] | None = None


class CoreSetting(MemorySource):
    """Has a setting of the core's name.

    Attributes:
        use: something.
    """

    use: str = "files"  # type: ignore[misc]


class SilentSetting(MemorySource):
    """Has a setting that is nowhere explained."""

    path: str = ""


SETTINGS = {"its_settings_can_be_read_from_its_annotations", "each_setting_is_explained_in_the_docstring"}

SOURCES = {
    NaiveStart: {"every_start_says_its_time_zone"},
    NowForStart: {
        "asking_again_gives_the_same",
        "nothing_bears_the_moment_of_the_reading",
        "nothing_lies_outside_the_days_that_were_asked_for",
    },
    NowInTitle: {"nothing_bears_the_moment_of_the_reading"},
    RandomIds: {"asking_again_gives_the_same", "what_was_deleted_there_is_given_no_more"},
    SameId: {"every_activity_has_an_id_of_its_own", "what_was_deleted_there_is_given_no_more"},
    FloatMetres: {"lengths_are_whole_and_never_negative"},
    NegativeSeconds: {"lengths_are_whole_and_never_negative"},
    StrangeSport: {"every_sport_is_one_that_surefoot_knows"},
    EverythingAlways: {
        "nothing_lies_outside_the_days_that_were_asked_for",
    },
    LastDayMissing: {"both_ends_of_the_window_belong_to_it"},
    NothingAtAll: {"it_gives_what_was_done_in_the_window", "what_was_deleted_there_is_given_no_more"},
    NeverForgets: {"what_was_deleted_there_is_given_no_more"},
    WordlessProblems: {"problems_are_told_in_two_words_each"},
    StrangeSetting: {*SETTINGS, "making_it_touches_nothing"},
    CoreSetting: {*SETTINGS, "making_it_touches_nothing"},
    SilentSetting: {"each_setting_is_explained_in_the_docstring"},
}


@pytest.mark.parametrize("bug", SOURCES, ids=lambda bug: bug.__name__)
def test_a_bug_in_a_source_is_caught_by_the_test_of_its_name(bug, tmp_path, caught):
    NeverForgets.seen.clear()

    assert caught(SourceUnderTest(bug), tmp_path) == SOURCES[bug]
