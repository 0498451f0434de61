"""The stories of the docs are what Surefoot prints, and what they tell is so."""

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import pages
from pages import KNEE, KNEE_BEFORE, NOTHING, PAGES, STORIES, march

EASY_DAYS = {
    "2027-03-02": ("easy", 7000),
    "2027-03-04": ("easy", 8000),
    "2027-03-06": ("easy", 6000),
    "2027-03-07": ("long", 13000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", STORIES)
def test_a_page_is_what_is_printed_today(name, tmp_path):
    assert (PAGES / f"{name}.md").read_text() == STORIES[name](tmp_path).text()


@pytest.fixture
def knee(tmp_path):
    """The folder on the morning of Wednesday 3 March, with 4 of 10 on Tuesday and 1 that morning."""
    page = pages.Page("", "", tmp_path)
    page.start("knee", KNEE, date(2027, 4, 11), KNEE_BEFORE)
    page.weeks_before(march(1))
    folder = page.folder
    folder.type(march(1), "sync --yes")
    folder.before = folder.strength(march(1))
    folder.ran(march(2), 7)
    folder.type(march(2), "log pain 4 --where knee --when during")
    folder.type(march(3), "log pain 1 --when morning")
    folder.type(march(3), "sync --yes")
    return folder


def test_after_four_of_ten_the_week_is_easy_and_no_longer_than_before_and_strength_stays(knee):
    assert knee.week(march(3)) == EASY_DAYS
    assert knee.strength(march(3)) == knee.before


def test_after_two_clean_runs_quality_is_back_on_tuesday(knee):
    for day, km in ((4, 8), (6, 6)):
        knee.ran(march(day), km)
        knee.type(march(day), "log pain 1 --when during")
        knee.type(march(day + 1), "log pain 0 --when morning")
    knee.ran(march(7), 13)

    for day in (7, 8, 9):
        knee.type(march(day), "sync --yes")

    assert knee.week(march(9))["2027-03-09"] == ("quality", 8000)


def test_pain_on_thursday_again_takes_a_quarter_off_from_the_fifth_to_the_eleventh(knee):
    knee.ran(march(4), 8)
    knee.type(march(4), "log pain 3 --when during")

    knee.type(march(4), "sync --yes")
    days = knee.week(march(4)) | knee.next_week(march(4))
    held = {day: one for day, one in days.items() if "2027-03-05" <= day <= "2027-03-11"}

    assert sum(metres for _, metres in held.values()) == 27000  # of 6 + 14 + 8 + 8 km
    assert all(kind in ("easy", "long") for kind, _ in held.values())
    assert all("flat" in one["notes"] for one in knee.runs(march(4), "2027-03-05", "2027-03-11"))


def test_silence_with_two_runs_recorded_closes_the_hold_on_the_tenth(knee):
    said = {}
    for day in range(4, 12):
        if km := {4: 8, 6: 6}.get(day):
            knee.ran(march(day), km)
        said[day] = knee.type(march(day), "sync --yes")
        if day == 9:
            assert knee.week(march(9))["2027-03-09"] == ("easy", 8000)

    assert "How is the knee this morning?" in said[4]
    assert [day for day, text in said.items() if "Presumed settled" in " ".join(text.split())] == [10]
    assert all("How is the knee" not in said[day] for day in (10, 11))


@pytest.mark.parametrize(
    ("more", "heavy", "light"),
    [
        ("", ["2027-03-09", "2027-03-11"], []),
        ('[strength]\ndays = ["mon", "wed", "fri"]', ["2027-03-12"], ["2027-03-10"]),
    ],
)
def test_where_strength_goes_when_nothing_hurts(more, heavy, light, tmp_path):
    page = pages.Page("", "", tmp_path)
    page.start("x", NOTHING, date(2027, 4, 18), [(9, 6, 9, 5, 14)] * 4, more=more)
    page.weeks_before(march(8))
    folder = page.folder
    folder.type(march(8), "sync --yes")
    placed = {
        one["day"]: any(why["text"].startswith("Light") for why in one["reasons"])
        for one in folder.sessions(march(8))
        if one["kind"] == "strength"
    }
    told = folder.type(march(8), "why wed")

    assert sorted(day for day, is_light in placed.items() if not is_light) == heavy
    assert sorted(day for day, is_light in placed.items() if is_light) == light
    if light:
        assert "Mon: the day before Tuesday's quality run." in " ".join(told.split())
        assert "Wed: the day before Thursday's quality run." in " ".join(told.split())
