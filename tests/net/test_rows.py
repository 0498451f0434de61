"""Rows of lists of activities, whose fields come in every type."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.net import Unread, UnusableError, moment, placed, recorded, whole
from surefoot.plugin import Sport

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime.fromisoformat("2031-03-05T12:00")
ANYTHING = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))


@given(ANYTHING)
def test_a_length_is_whole_and_never_negative_or_it_is_refused(value):
    try:
        found = whole({"distance": value}, "distance")
    except UnusableError as why:
        assert str(why) == "its distance is no number"  # noqa: PT017 - most values are no length
    else:
        assert found is None or (type(found) is int and found >= 0)


@given(ANYTHING)
def test_a_moment_is_one_or_it_is_refused(value):
    try:
        assert isinstance(moment({"start": value}, "start"), datetime)
    except UnusableError as why:
        assert str(why) == "it does not say when it was"  # noqa: PT017 - most values are no moment


@given(st.datetimes(NOON, NOON + timedelta(days=9000)), st.integers(-14 * 4, 14 * 4))
def test_two_starts_give_the_moment_and_the_offset(local, quarters):
    offset = timedelta(minutes=15 * quarters)
    start, seconds = placed(local, local - offset, BERLIN)

    assert seconds == offset.total_seconds()
    assert start.replace(tzinfo=None) == local
    assert start.astimezone(UTC).replace(tzinfo=None) == local - offset


def test_a_local_start_alone_is_in_the_runners_zone():
    assert placed(NOON, None, BERLIN) == (NOON.replace(tzinfo=BERLIN), None)


def test_a_false_z_after_a_local_time_is_not_believed():
    local = NOON.replace(tzinfo=UTC)

    assert placed(local, NOON.replace(hour=11, tzinfo=UTC), UTC)[0].isoformat() == "2031-03-05T12:00:00+01:00"


def test_two_starts_on_different_days_are_refused():
    with pytest.raises(UnusableError, match="14 hours"):
        placed(NOON, NOON - timedelta(hours=15), BERLIN)


@given(
    st.dictionaries(st.sampled_from(["distance", "elapsed_time", "total_elevation_gain", "name"]), ANYTHING)
)
def test_whatever_a_row_holds_it_is_an_activity_with_a_length_or_it_is_refused(row):
    try:
        found = recorded(row, id="1", sport=Sport.RUN, start=(NOON.replace(tzinfo=UTC), 0), seconds=None)
    except UnusableError as why:
        assert str(why)  # noqa: PT017 - either is right, as long as it says why
    else:
        assert found.metres > 0 or found.seconds > 0
        assert isinstance(found.title, str)


def test_what_was_not_read_is_told_by_reason_and_its_days_once():
    unread = Unread()
    for why, day in (("no start", 7), ("no start", 3), ("stub", 3)):
        unread.note(why, date(2031, 3, day))

    assert unread.problems() == (
        ("2 activities (2031-03-03 to 2031-03-07)", "no start"),
        ("1 activity (2031-03-03)", "stub"),
    )
    assert unread.gaps() == (date(2031, 3, 3), date(2031, 3, 7))
