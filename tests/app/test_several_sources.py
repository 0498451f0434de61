"""Three platforms of one runner, read day by day: nothing is lost, counted twice, or taken for rest."""

import json
import sys
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.app.activities import type_in
from surefoot.app.read import Read, pull
from surefoot.app.work import Work
from surefoot.cli.render.sync import reading
from surefoot.model import Activity, Sport, Unit
from surefoot.settings import load
from surefoot.text.encode import encode

BERLIN = ZoneInfo("Europe/Berlin")
PLATFORMS = ("garmin", "intervals", "strava")
FIRST = date(2027, 1, 4)
DAY = timedelta(days=1)

PLUGIN = '''
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar
from surefoot.plugin import Activity, Source, Sport, Unavailable, hookimpl

class Page(Source):
    """A platform that is one file.

    Attributes:
        path: the file.
    """
    revisit_days: ClassVar[int | None] = 42
    path: Path

    def activities(self, since, until):
        self.said = json.loads(self.path.read_text())
        if not self.said["answers"]:
            raise Unavailable("is out of order", where=self.label, mend="try again later")
        for row in self.said["rows"]:
            given = {**row, "sport": Sport(row["sport"]), "start": datetime.fromisoformat(row["start"])}
            one = Activity(**given)
            if since <= one.day <= until:
                yield one

    def gaps(self):
        return [date.fromisoformat(one) for one in self.said["gaps"]]

@hookimpl
def surefoot_sources():
    yield Page
'''


@pytest.fixture(scope="module", autouse=True)
def _plugin(tmp_path_factory):
    """Install the platform that is one file."""
    site = tmp_path_factory.mktemp("site")
    info = site / "surefoot_page-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: surefoot-page\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[surefoot]\npage = surefoot_page\n")
    (site / "surefoot_page.py").write_text(PLUGIN)
    sys.path.insert(0, str(site))
    yield
    sys.path.remove(str(site))
    sys.modules.pop("surefoot_page", None)


class Runner:
    """A training folder that reads from the platforms in this order."""

    def __init__(self, path, order=PLATFORMS):
        self.path = path
        tables = (f'[sources.{one}]\nuse = "page"\npath = "{one}.json"\n' for one in order)
        (path / "surefoot.toml").write_text('[runner]\nzone = "Europe/Berlin"\n' + "".join(tables))
        for one in order:
            self.platform(one)

    def platform(self, name, rows=(), *, answers=True, gaps=()):
        """Let a platform hold these records, answer or not, and be unsure of some days."""
        told = [{key: value for key, value in encode(one).items() if key != "also"} for one in rows]
        said = {"answers": answers, "gaps": [str(one) for one in gaps], "rows": told}
        (self.path / f"{name}.json").write_text(json.dumps(said, default=str))

    def work(self, today):
        now = datetime.combine(today, time(21), tzinfo=BERLIN)
        return Work(config=load(self.path), today=today, now=now)

    def sync(self, today):
        """Read all platforms, and return what is known then."""
        work = self.work(today)
        with work.store(write=True) as store:
            self.read = pull(work, store, lambda *_: None)
        with work.store() as store:
            return work.history(store)


def ran(platform, day, *, metres=8000, key="", hour=8):
    """A record of an hour in the morning of a day."""
    start = datetime.combine(day, time(hour), tzinfo=BERLIN)
    return Activity(
        id=key or f"{platform}-{day}", sport=Sport.RUN, start=start, offset=3600, metres=metres, seconds=3600
    )


def silent(history):
    """The days that are unknown, by source."""
    return {
        (span.source, span.since + n * DAY)
        for span in history.unknown
        for n in range((span.until - span.since).days + 1)
    }


@st.composite
def seasons(draw):
    """What was run, in metres; what each platform made of it; and how its records come in, sync by sync."""
    runs, records, start = [], [], datetime.combine(FIRST, time(7), tzinfo=BERLIN)
    for number in range(draw(st.integers(1, 7))):
        metres = 3000 + 1700 * (number % 5)
        runs.append(metres)
        for name in sorted(draw(st.sets(st.sampled_from(PLATFORMS), min_size=1))):
            one = Activity(
                id=f"{name}-{number}",
                sport=Sport.RUN,
                start=start + timedelta(seconds=draw(st.integers(-150, 150))),
                offset=draw(st.sampled_from([3600, None])),
                metres=metres * draw(st.integers(992, 1008)) // 1000,
                seconds=2400 + draw(st.integers(-20, 20)),
                source=name,
            )
            records.append((one, draw(st.integers(0, 6))))
        start += timedelta(minutes=draw(st.integers(120, 4000)))
    last = start.date() + 7 * DAY
    days = draw(st.sets(st.integers(0, (last - FIRST).days), max_size=5))
    syncs = [(FIRST + n * DAY, draw(st.sets(st.sampled_from(PLATFORMS)))) for n in sorted(days)]
    return runs, records, [*syncs, (last, set(PLATFORMS))]


@settings(max_examples=15, deadline=None)
@given(season=seasons(), order=st.permutations(PLATFORMS))
def test_whatever_the_order_of_sources_and_syncs_each_run_counts_once(tmp_path_factory, season, order):
    runs, records, syncs = season
    slow, quick = Runner(tmp_path_factory.mktemp("slow")), Runner(tmp_path_factory.mktemp("quick"), order)
    for today, answering in syncs:
        for name in PLATFORMS:
            there = [one for one, late in records if one.source == name and one.day + late * DAY <= today]
            slow.platform(name, there, answers=name in answering)
        known = slow.sync(today)
    for name in PLATFORMS:
        quick.platform(name, [one for one, _ in records if one.source == name])
    at_once = quick.sync(syncs[-1][0])

    assert len(known.activities) == len(runs)
    assert abs(sum(one.metres for one in known.activities) - sum(runs)) * 100 <= sum(runs)
    assert known.activities == at_once.activities
    assert known.unknown == at_once.unknown == ()
    assert slow.sync(syncs[-1][0]) == known
    assert [one.new for one in slow.read] == [(), (), ()]


@settings(max_examples=15, deadline=None)
@given(
    ran_on=st.dictionaries(st.sampled_from(PLATFORMS), st.sets(st.integers(0, 13))),
    down=st.dictionaries(st.sampled_from(PLATFORMS), st.integers(1, 13)),
    gaps=st.dictionaries(st.sampled_from(PLATFORMS), st.sets(st.integers(0, 13), max_size=3)),
    typed=st.sets(st.integers(0, 13), max_size=3),
)
def test_a_day_is_rest_only_where_every_source_answered_for_it(tmp_path_factory, ran_on, down, gaps, typed):
    """A source that is down, or unsure of a day, leaves it unknown unless another one tells of it."""
    runner = Runner(tmp_path_factory.mktemp("folder"))
    today = FIRST + 13 * DAY
    for name in PLATFORMS:
        runner.platform(name, [ran(name, FIRST - DAY)])
    runner.sync(FIRST - DAY)
    for number in range(14):
        for name in PLATFORMS:
            rows = [ran(name, FIRST + n * DAY, key=f"{n}") for n in ran_on.get(name, ()) if n <= number]
            unsure = [FIRST + n * DAY for n in gaps.get(name, ()) if n <= number]
            answers = number < down.get(name, 14)
            runner.platform(name, [ran(name, FIRST - DAY), *rows], answers=answers, gaps=unsure)
        if number in typed:
            type_in(
                runner.work(FIRST + number * DAY), ran("by-hand", FIRST + number * DAY, metres=5000, hour=18)
            )
        if number in {0, *down.values(), *(n - 1 for n in down.values()), 13}:
            found = runner.sync(FIRST + number * DAY)

    stored = {name: {n for n in ran_on.get(name, ()) if n < down.get(name, 14)} for name in PLATFORMS}
    expected = {
        (name, FIRST + n * DAY)
        for name in PLATFORMS
        for n in range(14)
        if (n >= down.get(name, 14) or n in gaps.get(name, ()))
        and not any(n in stored[other] for other in PLATFORMS if other != name)
    }
    assert silent(found) == expected
    assert {one.day for one in found.activities if one.day >= FIRST} == {
        FIRST + n * DAY for n in typed.union(*stored.values())
    }
    assert max(one.day for one in found.activities) <= today


def known(runner):
    return {one.source: one.known for one in runner.read}


def test_of_new_runs_it_is_said_which_another_source_told_of_before(tmp_path):
    runner = Runner(tmp_path)
    runner.platform("strava", [ran("strava", FIRST), ran("strava", FIRST + DAY)])
    runner.sync(FIRST + DAY)
    runner.platform("garmin", [ran("garmin", FIRST + n * DAY) for n in range(3)])
    runner.platform("intervals", [ran("intervals", FIRST + 2 * DAY)])
    type_in(runner.work(FIRST + 3 * DAY), ran("by-hand", FIRST + 3 * DAY, hour=12))
    runner.platform("strava", [ran("strava", FIRST + n * DAY) for n in (0, 1, 3)])

    runner.sync(FIRST + 3 * DAY)

    assert known(runner) == {
        "garmin": (("strava", 2),),
        "intervals": (("garmin", 1),),
        "strava": (("log", 1),),
    }
    runner.sync(FIRST + 3 * DAY)
    assert known(runner) == {"garmin": (), "intervals": (), "strava": ()}


@pytest.mark.parametrize(
    ("days", "told", "line"),
    [
        (1, (("strava", 1),), "1 new run (Mon 4 Jan 8.0 km); known from strava"),
        (2, (), "2 new runs (Mon 4 Jan 8.0 km, Tue 5 Jan 8.0 km)"),
        (2, (("log", 1),), "2 new runs (Mon 4 Jan 8.0 km, Tue 5 Jan 8.0 km); of these 1 typed in before"),
        (
            7,
            (("icu", 3), ("strava", 4)),
            "7 new runs, the last Sun 10 Jan 8.0 km; of these 3 known from icu and 4 known from strava",
        ),
    ],
)
def test_the_line_of_a_source_says_so_too(days, told, line):
    new = tuple(ran("garmin", FIRST + n * DAY) for n in range(days))

    shown = reading([Read(source="garmin", new=new, known=told)], Unit.KM)
    assert " ".join(shown.split()) == f"Reading garmin · {line}"
