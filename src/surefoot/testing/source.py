"""What is asked of a source."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest

from surefoot.plugin import Activity, DiaryEntry, Source, Sport
from surefoot.testing.now import traces_of_now
from surefoot.testing.part import PartContract, strangers

HALF_A_DAY = 14 * 3600
"""Seconds; the largest offset from UTC in use is 14 hours."""


class SourceContract(PartContract[Source]):
    """Promises of a source. ``make`` returns one that holds activities in ``window`` and outside of it.

    ``window`` is the first and the last day that are asked for; fixed days, none of them today.
    """

    window: ClassVar[tuple[date, date]]

    def remove(self, source: Source, folder: Path) -> str:
        """Delete one activity of the window where the source reads it, and return its id. Optional."""
        pytest.skip("say how an activity is deleted: override  remove(self, source, folder)")

    def held(self, source: Source) -> list[Activity]:
        """Return what the source gives for the window."""
        return list(source.activities(*self.window))

    def test_it_gives_what_was_done_in_the_window(self, tmp_path: Path) -> None:
        """Without an activity to look at, no other test would mean anything."""
        found = self.held(self.part(tmp_path))

        assert found
        assert strangers(found, Activity) == []

    def test_every_start_says_its_time_zone(self, tmp_path: Path) -> None:
        """A naive time is somebody else's day."""
        found = self.held(self.part(tmp_path))

        assert [one.id for one in found if one.start.utcoffset() is None] == []

    def test_nothing_lies_outside_the_days_that_were_asked_for(self, tmp_path: Path) -> None:
        """The core stores an answer as all there is of these days: a stray would come twice."""
        since, until = self.window
        found = self.held(self.part(tmp_path))

        assert [one.id for one in found if not since <= one.day <= until] == []

    def test_both_ends_of_the_window_belong_to_it(self, tmp_path: Path) -> None:
        """Asked for one day alone, it gives what it gave of this day before."""
        source = self.part(tmp_path)
        found = self.held(source)

        for day in sorted({one.day for one in found if self.window[0] <= one.day <= self.window[1]}):
            alone = {one.id for one in source.activities(day, day)}
            assert {one.id for one in found if one.day == day} <= alone

    def test_days_long_before_everything_are_empty(self, tmp_path: Path) -> None:
        """An answer of nothing is an answer, and no error."""
        found = list(self.part(tmp_path).activities(date(1971, 1, 1), date(1971, 1, 31)))

        assert [one.id for one in found if one.day.year == 1971] == []

    def test_every_activity_has_an_id_of_its_own(self, tmp_path: Path) -> None:
        """The id is what an activity is known by from then on."""
        ids = [one.id for one in self.held(self.part(tmp_path))]

        assert "" not in ids
        assert sorted(set(ids)) == sorted(ids)

    def test_asking_again_gives_the_same(self, tmp_path: Path) -> None:
        """The next command asks the same account anew; what did not change there does not change here."""
        first = {one.id: one for one in self.held(self.part(tmp_path))}
        again = {one.id: one for one in self.held(self.part(tmp_path))}

        assert again == first

    def test_nothing_bears_the_moment_of_the_reading(self, tmp_path: Path) -> None:
        """When it was read is the core's business; in an activity it would be news each time."""
        found = self.held(self.part(tmp_path))

        assert [one for one in found if traces_of_now(_words(one))] == []

    def test_lengths_are_whole_and_never_negative(self, tmp_path: Path) -> None:
        """Metres and seconds are whole numbers; an offset is within 14 hours."""
        found = self.held(self.part(tmp_path))

        assert [one for one in found if not _is_whole(one)] == []

    def test_every_sport_is_one_that_surefoot_knows(self, tmp_path: Path) -> None:
        """What is none of these is ``Sport.OTHER``."""
        found = self.held(self.part(tmp_path))

        assert strangers([one.sport for one in found], Sport) == []

    def test_problems_are_told_in_two_words_each(self, tmp_path: Path) -> None:
        """What could not be read, and why: both are shown to the runner."""
        source = self.part(tmp_path)
        self.held(source)

        assert [one for one in source.problems() if not _is_a_problem(one)] == []

    def test_what_the_runner_reported_there_is_an_entry_of_these_days(self, tmp_path: Path) -> None:
        """A report of another day would never be replaced; most sources tell none."""
        found = list(self.part(tmp_path).reports(*self.window))
        kinds: tuple[object, ...] = tuple(found)

        assert [one for one in kinds if not isinstance(one, DiaryEntry)] == []
        assert [one for one in found if not self.window[0] <= one.day <= self.window[1]] == []

    def test_what_was_deleted_there_is_given_no_more(self, tmp_path: Path) -> None:
        """What is missing from an answer was deleted, also where the part keeps a cache."""
        source = self.part(tmp_path)
        before = {one.id for one in self.held(source)}
        gone = self.remove(source, tmp_path)

        after = {one.id for one in self.held(self.part(tmp_path))}
        assert gone in before
        assert after == before - {gone}


def _words(one: Activity) -> str:
    start = one.start.isoformat() if one.start.tzinfo else f"{one.start.isoformat()}?"
    return " ".join((one.id, start, one.title, *one.also, *one.notes))


def _is_whole(one: Activity) -> bool:
    needed = (one.metres, one.seconds)
    optional = [value for value in (one.elapsed, one.ascent, one.descent) if value is not None]
    offset = one.offset if one.offset is not None else 0
    return (
        all(type(value) is int and value >= 0 for value in (*needed, *optional))
        and type(offset) is int
        and abs(offset) <= HALF_A_DAY
    )


def _is_a_problem(one: object) -> bool:
    return isinstance(one, tuple) and len(one) == 2 and all(isinstance(word, str) and word for word in one)
