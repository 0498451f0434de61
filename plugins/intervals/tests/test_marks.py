"""What marks of soreness, injury and illness come to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import Ill, Pain, Secret, Sore, Unavailable
from surefoot.testing import FAULTS
from surefoot.testing.standin_intervals import KEY, IntervalsStandin
from surefoot_intervals import Activities
from surefoot_intervals.marks import of_days, of_events

WINDOW = (date(2031, 3, 1), date(2031, 3, 31))


def day(number: int, **marks: object) -> dict[str, object]:
    return {"id": f"2031-03-{number:02}", **marks}


def sick(begins: int, ends: int | None) -> dict[str, object]:
    end = {} if ends is None else {"end_date_local": f"2031-03-{ends:02}T00:00:00"}
    return {"id": begins, "category": "SICK", "start_date_local": f"2031-03-{begins:02}T00:00:00", **end}


def hurts(number: int, score: int) -> Pain:
    return Pain(day=date(2031, 3, number), where="injury", score=score, when="before")


def test_high_soreness_is_sore_and_less_is_nothing():
    rows = [day(number, soreness=number) for number in (1, 2, 3, 4)]

    assert list(of_days(rows)) == [Sore(day=date(2031, 3, 3)), Sore(day=date(2031, 3, 4))]


def test_an_injury_is_pain_until_it_is_marked_as_none():
    rows = [day(number, injury=mark) for number, mark in enumerate((1, 2, 3, 4, 1, 1), start=1)]

    assert list(of_days(rows)) == [hurts(2, 2), hurts(3, 4), hurts(4, 6), hurts(5, 0)]


@pytest.mark.parametrize("value", [None, True, "3", 9, -1, [], 3.5])
def test_a_mark_of_another_kind_is_none(value: object):
    assert list(of_days([day(1, soreness=None, injury=value), {"id": value}, {}])) == []


def test_an_illness_ends_on_the_day_after_its_last():
    assert list(of_events([sick(4, 7), sick(20, None)])) == [
        Ill(day=date(2031, 3, 4)),
        Ill(day=date(2031, 3, 8), well=True),
        Ill(day=date(2031, 3, 20)),
        Ill(day=date(2031, 3, 21), well=True),
    ]


def test_an_injury_in_the_calendar_stops_as_pain_of_six():
    event = {"category": "INJURED", "start_date_local": "2031-03-04T00:00:00"}

    assert list(of_events([event, {"category": "INJURED"}, event | {"category": "NOTE"}])) == [hurts(4, 6)]


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ICU_KEY", KEY)
    with IntervalsStandin() as one:
        one.wellness.append({"id": "2031-03-05", "soreness": 3, "weight": 71.5, "comments": "secret"})
        one.events += [sick(10, 12), {"id": 1, "category": "NOTE", "start_date_local": "2031-03-05T00:00:00"}]
        yield one


def source(platform: IntervalsStandin, folder: Path, *, diary: bool) -> Activities:
    made = Activities(
        key=Secret(env="ICU_KEY"),
        host=platform.base,
        patience=0.3,
        zone=ZoneInfo("Europe/Berlin"),
        diary=diary,
    )
    made.bind(label="icu", folder=folder)
    return made


def test_nothing_is_asked_for_unless_it_is_wished(platform, tmp_path: Path):
    assert list(source(platform, tmp_path, diary=False).reports(*WINDOW)) == []
    assert platform.asked == []


def test_two_requests_ask_for_the_marks_and_for_no_more(platform, tmp_path: Path):
    found = list(source(platform, tmp_path, diary=True).reports(*WINDOW))

    assert found == [
        Sore(day=date(2031, 3, 5)),
        Ill(day=date(2031, 3, 10)),
        Ill(day=date(2031, 3, 13), well=True),
    ]
    days, events = platform.asked
    assert days.query["fields"] == "id,soreness,injury"
    assert events.query["category"] == "SICK,INJURED"


def test_an_illness_that_began_before_these_days_still_ends_in_them(platform, tmp_path: Path):
    found = list(source(platform, tmp_path, diary=True).reports(date(2031, 3, 12), date(2031, 3, 31)))

    assert found == [Ill(day=date(2031, 3, 13), well=True)]


@pytest.mark.parametrize("fault", ["500", "truncated", "null instead of rows", "rows of another type"])
def test_an_answer_that_cannot_be_used_is_said(platform, tmp_path: Path, fault: str):
    platform.plan(*[FAULTS[fault]] * 3, on="/api/v1/athlete/0/wellness")

    with pytest.raises(Unavailable):
        list(source(platform, tmp_path, diary=True).reports(*WINDOW))
