"""The reference page of the plan files says what is so."""

import re
from pathlib import Path

import pytest

from surefoot_planfiles.csvfile import Csv
from surefoot_planfiles.hack import CalendarHack
from surefoot_planfiles.icsfile import ICalendar

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "plan-files.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(csv|yaml|ics)\n(.*?)```", PAGE, re.DOTALL)
FORMS = {"csv": Csv, "yaml": CalendarHack, "ics": ICalendar}


@pytest.mark.parametrize(("form", "text"), EXAMPLES)
def test_an_example_of_the_page_is_a_plan_with_a_race(form, text):
    plan = FORMS[form]().read(text.encode())

    assert plan.race is not None
    assert plan.days == 7 * (3 if "week,Mon" in text else 2)


def test_the_page_shows_every_format():
    assert [form for form, _ in EXAMPLES] == ["csv", "csv", "yaml", "ics"]
    assert all(f"`{suffix}`" in PAGE for form in FORMS.values() for suffix in form.suffixes)


def test_what_the_page_says_of_titles_is_so():
    table = {"Med-long run": "easy", "VO₂max": "quality", "Rest or easy run": "rest", "Plan Ends": "race"}

    for title, kind in table.items():
        week = "- workouts:\n" + "  - title: Rest\n" * 6 + f"  - title: {title}\n"
        plan = CalendarHack().read(f"units: km\nschedule:\n{week}".encode())

        assert title in " ".join(PAGE.split())
        assert plan.entries[-1].workout.kind.value == kind
