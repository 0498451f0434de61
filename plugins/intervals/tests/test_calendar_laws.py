"""Whatever is moved, dropped and changed, here and there, exactly the right events stand."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.plugin import Effort, Kind, Repeat, Schedule, Secret, Session, Step, Workout
from surefoot.testing import TODAY
from surefoot.testing.standin_intervals import KEY, IntervalsStandin
from surefoot_intervals import Calendar
from surefoot_intervals.event import body

SCHEMA = Path(__file__).parents[4] / "shared" / "data" / "intervals-icu-openapi.json"
TITLES = ("Easy 5.0 km", "Easy 8.0 km")


def session(uid: str, days: int, title: str) -> Session:
    workout = Workout(kind=Kind.EASY, title=title, metres=5000)
    return Session(uid=uid, day=TODAY + timedelta(days=days), workout=workout)


def schedules() -> st.SearchStrategy[Schedule]:
    one = st.tuples(st.integers(0, 20), st.sampled_from(TITLES))
    found = st.dictionaries(st.sampled_from("abcdefgh"), one, min_size=1)
    return found.map(
        lambda uids: Schedule(
            today=TODAY,
            sessions=tuple(
                sorted(
                    (session(uid, *rest) for uid, rest in uids.items()), key=lambda one: (one.day, one.uid)
                )
            ),
        )
    )


def stands(platform: IntervalsStandin) -> list[tuple[str, date, str]]:
    return sorted(
        (one["external_id"][9:], date.fromisoformat(one["start_date_local"][:10]), one["name"])
        for one in platform.events
        if "external_id" in one
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(schedules(), min_size=2, max_size=4), st.data())
def test_what_the_runner_did_not_touch_is_as_scheduled_and_what_was_touched_is_as_it_was_left(wanted, data):
    with (
        IntervalsStandin() as platform,
        tempfile.TemporaryDirectory() as name,
        pytest.MonkeyPatch.context() as env,
    ):
        env.setenv("ICU_KEY", KEY)
        note = {"id": 1, "category": "NOTE", "name": "Dentist", "start_date_local": "2031-03-06T00:00:00"}
        platform.events.append(dict(note))
        for schedule in wanted[:-1]:
            publish(platform, Path(name), schedule)
            assert stands(platform) == [(one.uid, one.day, one.workout.title) for one in in_order(schedule)]
        own = [one for one in platform.events if "external_id" in one]
        touched = data.draw(st.sampled_from(own))
        touched["start_date_local"] = "2031-04-30T00:00:00"
        uid = touched["external_id"][9:]
        publish(platform, Path(name), wanted[-1])

        rest = [(one.uid, one.day, one.workout.title) for one in in_order(wanted[-1]) if one.uid != uid]
        assert [one for one in stands(platform) if one[0] != uid] == rest
        assert [one[1] for one in stands(platform) if one[0] == uid] == [date(2031, 4, 30)]
        assert platform.events[0] == note


def in_order(schedule: Schedule) -> list[Session]:
    return sorted(schedule.sessions, key=lambda one: one.uid)


def publish(platform: IntervalsStandin, folder: Path, schedule: Schedule) -> None:
    made = Calendar(key=Secret(env="ICU_KEY"), host=platform.base, patience=5)
    made.bind(label="watch", folder=folder)
    made.publish(schedule)
    before = stands(platform)
    made.publish(schedule)
    assert stands(platform) == before


PLAIN = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list}


@pytest.mark.skipif(not SCHEMA.exists(), reason="the API description lies beside the project, not in it")
def test_what_is_sent_is_what_the_api_description_asks_for():
    known = json.loads(SCHEMA.read_text())["components"]["schemas"]["EventEx"]["properties"]
    for sent in (body(one) for one in sixteen_weeks()):
        for name, value in sent.items():
            assert name in known
            if value is not None:
                assert isinstance(value, PLAIN[known[name]["type"]])
                assert value in known[name].get("enum", [value])
        assert json.dumps(sent)


def sixteen_weeks() -> list[Session]:
    pace, heart = Effort(lo=300, hi=285, of="pace"), Effort(lo=140, hi=150, of="hr")
    steps = (
        Step(role="warmup", metres=2000),
        Repeat(times=6, steps=(Step(metres=600, effort=pace), Step(role="rest", seconds=90))),
        Step(seconds=600, effort=heart),
        Step(role="cooldown"),
    )
    kinds = [Workout(kind=kind, title=kind.value, metres=5000) for kind in Kind if kind is not Kind.REST]
    kinds.append(Workout(kind=Kind.QUALITY, title="Intervals", metres=8000, steps=steps))
    kinds.append(replace(kinds[4], focus="A"))
    return [
        Session(uid=f"{week}-{n}", day=TODAY + timedelta(days=7 * week + n % 7), workout=one)
        for week in range(16)
        for n, one in enumerate(kinds)
    ]
