"""What a source answers is kept whole or not at all, on the day it was in the runner's life."""

import json
import sys

import pytest

from surefoot.cli.main import run

HEAD = """
from datetime import UTC, date, datetime, timedelta, timezone
from surefoot.plugin import Activity, Source, Sport, hookimpl

def ran(name, start, **more):
    given = {"sport": Sport.RUN, "metres": 5000, "seconds": 1800, **more}
    return Activity(id=name, start=start, **given)

class Watch(Source):
    def activities(self, since, until):
        found = [BODY]
        return [one for one in found if not hasattr(one, "day") or since <= one.day <= until]

@hookimpl
def surefoot_sources():
    yield Watch
"""
GOOD = 'ran("good", datetime(2027, 1, 20, 7, tzinfo=UTC))'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "surefoot.toml").write_text(
        "[runner]\nzone = 'Asia/Tokyo'\n[sources.watch]\nuse = 'watch'\n"
        "[sources.runs]\nuse = 'files'\npath = 'runs'\n"
    )
    (tmp_path / "runs").mkdir()
    return tmp_path


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a plugin whose source gives what is written here."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)

    def put(*activities):
        info = site / "surefoot_watch-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: surefoot-watch\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[surefoot]\nwatch = surefoot_watch\n")
        (site / "surefoot_watch.py").write_text(HEAD.replace("BODY", ", ".join(activities)))

    yield put
    sys.modules.pop("surefoot_watch", None)


def pull(folder, capsys, today="2027-01-25"):
    status = run(["-C", str(folder), "--today", today, "pull", "--json"])
    told = capsys.readouterr()
    return status, json.loads(told.out)["read"], told.err


@pytest.mark.parametrize(
    "rubbish",
    [
        'ran("half", datetime(2027, 1, 21, 7, tzinfo=UTC), metres=5000.5)',
        'ran("naive", datetime(2027, 1, 21, 7))',
        'ran("huge", datetime(2027, 1, 21, 7, tzinfo=UTC), metres=2**70)',
        'ran("sport", datetime(2027, 1, 21, 7, tzinfo=UTC), sport="flying")',
        "None",
        '{"id": "a dictionary"}',
    ],
)
def test_a_source_that_answers_rubbish_is_one_fault_and_nothing_of_it_is_kept(
    folder, install, capsys, rubbish
):
    install(GOOD, rubbish)

    status, (watch, runs), _ = pull(folder, capsys)
    assert status == 1
    assert [one["what"] for one in watch["problems"]] == ["watch"]
    assert watch["problems"][0]["why"].startswith("watch, reading: a bug in the plugin: ")
    assert watch["activities"] == 0
    assert runs["problems"] == []

    (folder / "site" / "surefoot_watch.py").write_text(HEAD.replace("BODY", GOOD))
    sys.modules.pop("surefoot_watch")
    _, (watch, _), _ = pull(folder, capsys)
    assert watch["new"] == 1


@pytest.mark.parametrize(
    ("start", "kept"),
    [
        ("2027, 1, 25, 14, 59", 1),  # 23:59 of today in Tokyo
        ("2027, 1, 25, 15, 1", 0),  # 00:01 of tomorrow there
        ("2027, 1, 24, 15, 1", 1),
    ],
)
def test_without_an_offset_the_runners_own_midnight_says_which_day_it_was(
    folder, install, capsys, start, kept
):
    install(f'ran("late", datetime({start}, tzinfo=UTC))')

    status, (watch, _), _ = pull(folder, capsys)
    assert (status, watch["activities"]) == (0, kept)


def test_a_run_that_is_already_today_for_the_runner_is_read_though_its_source_calls_it_tomorrow(
    folder, install, capsys
):
    toml = folder / "surefoot.toml"
    toml.write_text(toml.read_text().replace("Asia/Tokyo", "America/Los_Angeles"))
    install('ran("late", datetime(2027, 1, 26, 5, tzinfo=UTC))')  # nine in the evening of the 25th

    _, (watch, _), _ = pull(folder, capsys)
    assert watch["activities"] == 1


def test_a_recorded_offset_says_which_day_it_was_whatever_the_runners_zone_is(folder, install, capsys):
    install('ran("abroad", datetime(2027, 1, 25, 23, tzinfo=UTC), offset=-36000)')

    _, (watch, _), _ = pull(folder, capsys)
    assert watch["activities"] == 1
