"""An export tells of the days up to its own: what came after is unknown, unless another source tells."""

import csv
import io
import zipfile

import pytest


def export(path, days):
    """Write a Strava export with a run on each of these days of January 2027."""
    rows = [["header"] * 18]
    for day in days:
        row = [str(day), f"Jan {day}, 2027, 6:30:00 AM", "Run", "Run", "", "2700", "8.0"]
        rows.append([*row, *[""] * 8, "2700", "2700", "8000.0"])
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("activities.csv", text.getvalue())


@pytest.fixture
def alone(bare):
    """A folder whose only source is an export of the first twenty days."""
    export(bare.path / "export.zip", range(2, 21, 2))
    (bare.path / "surefoot.toml").write_text(
        '[runner]\nzone = "Europe/Berlin"\n\n[sources.net]\nuse = "strava"\npath = "export.zip"\n'
    )
    return bare


def test_alone_the_days_after_its_last_run_are_unknown(alone):
    assert alone.run("pull", today="2027-01-25")[0] == 0

    assert alone.known("net")[-1].until.isoformat() == "2027-01-20"


def test_a_newer_export_makes_them_known(alone):
    alone.run("pull", today="2027-01-25")
    export(alone.path / "export.zip", range(2, 26, 2))
    alone.run("pull", today="2027-01-25")

    assert alone.known("net")[-1].until.isoformat() == "2027-01-24"
    assert len(alone.stored("net")) == 12


def test_beside_another_source_it_answers_for_all_days(alone):
    alone.add('\n[sources.runs]\nuse = "files"\npath = "runs"\n')
    alone.run("pull", today="2027-01-25")

    assert alone.known("net")[-1].until.isoformat() == "2027-01-25"
