"""Averages for information, of days that are known."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from surefoot.app.numbers import numbers
from surefoot.load.averages import Averages
from surefoot.model import Activity, History, Settings, Span, Sport

TODAY = date(2027, 1, 25)


def history(days=28, **more):
    runs = tuple(
        Activity(
            id=str(n),
            sport=Sport.RUN,
            start=datetime(2027, 1, 25, 7, tzinfo=UTC) - timedelta(days=n),
            metres=5000,
            seconds=1800,
            source="runs",
        )
        for n in range(days, 0, -1)
    )
    return replace(History(since=None, until=TODAY, activities=runs, unknown=()), **more)


def test_the_averages_end_with_yesterday_and_begin_with_the_first_day_known():
    found = numbers(history(), None, Settings(), today=TODAY)

    assert (found.acute, found.chronic, found.coupled) == (5000, 5000, 1)
    assert numbers(history(days=27), None, Settings(), today=TODAY).chronic is None


def test_a_source_that_did_not_answer_for_a_day_leaves_no_averages():
    silent = Span(source="watch", since=TODAY - timedelta(days=3), until=TODAY - timedelta(days=3))

    assert numbers(history(unknown=(silent,)), None, Settings(), today=TODAY) == Averages()


def test_without_any_run_there_are_no_averages():
    assert numbers(history(days=0), None, Settings(), today=TODAY) == Averages()
