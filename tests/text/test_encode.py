"""Values survive being written as JSON and read again."""

import inspect
import json
import re
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import surefoot.model
from surefoot.model import DiaryEntry, Drop, Effect, Kind, Move, Pain, Reason, Repeat, Session, Step, Workout
from surefoot.text.encode import decode, encode

VALUES = [
    one
    for name in surefoot.model.__all__
    if inspect.isclass(one := getattr(surefoot.model, name)) and is_dataclass(one)
]
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
st.register_type_strategy(datetime, st.datetimes(timezones=OFFSETS))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))

SESSION = Session(
    uid="half-009-quality-1",
    day=date(2027, 1, 26),
    at=time(18, 30),
    workout=Workout(
        kind=Kind.QUALITY,
        title="6 × 600 m",
        metres=8000,
        steps=(
            Step(role="warmup", metres=2000),
            Repeat(times=6, steps=(Step(metres=600, text="5k"), Step(role="recovery", seconds=90))),
        ),
    ),
    reasons=(Reason(rule="session-spike", text="19 km", value=1.9, limit=11000),),
    revised=datetime(2027, 1, 25, 7, 12, tzinfo=UTC),
)


@settings(max_examples=10, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_value_is_read_back_as_it_was_written(kind, data):
    value = data.draw(st.from_type(kind))

    text = json.dumps(encode(value))
    again = decode(kind, json.loads(text))

    assert again == value
    assert json.dumps(encode(again)) == text


@settings(max_examples=30, deadline=None)
@given(value=st.from_type(DiaryEntry) | st.from_type(Effect))
def test_a_value_of_a_union_says_its_type(value):
    union = DiaryEntry if isinstance(value, DiaryEntry) else Effect

    written = encode(value)

    assert written["type"] == type(value).__name__.lower()
    assert decode(union, written) == value
    assert decode(type(value), written) == value


def test_every_field_is_written_and_what_is_absent_is_null():
    written = encode(SESSION)

    assert list(written) == [field.name for field in fields(Session)]
    assert written["plan_day"] is None
    assert written["day"] == "2027-01-26"
    assert written["at"] == "18:30:00"
    assert written["revised"] == "2027-01-25T07:12:00+00:00"
    assert written["workout"]["kind"] == "quality"
    assert written["workout"]["steps"][1]["type"] == "repeat"
    assert written["reasons"] == [
        {"rule": "session-spike", "text": "19 km", "value": 1.9, "limit": 11000, "decision": None}
    ]


def test_a_whole_number_stays_whole():
    assert json.dumps(encode(decode(Reason, {"rule": "x", "text": "", "limit": 11000}))["limit"]) == "11000"


def test_a_field_added_later_gets_its_default_and_an_unknown_one_is_passed_over():
    written = encode(Drop(uid="a")) | {"mood": "good"}

    assert decode(Drop, written) == Drop(uid="a")
    assert decode(Move, {"uid": "a", "day": "2027-01-26"}) == Move(uid="a", day=date(2027, 1, 26))


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (Drop, {}, "Drop: uid is missing"),
        (Drop, ["a"], "Drop: expected an object, not ['a']"),
        (Drop, {"uid": 3}, "Drop.uid: expected str, not 3"),
        (Pain, {"day": "yesterday", "where": "knee", "score": 4}, "Pain.day: Invalid isoformat"),
        (Pain, {"day": 20270125, "where": "knee", "score": 4}, "Pain.day: expected text, not 20270125"),
        (Pain, {"day": "2027-01-25", "where": "knee", "score": True}, "Pain.score: expected int, not True"),
        (Effect, {"type": "dance"}, "expected one of hold, move,"),
        (Effect, None, "expected one of hold, move,"),
        (Workout, {"kind": "jog", "title": ""}, "Workout.kind: expected one of easy, long,"),
        (Workout, {"kind": ["easy"], "title": ""}, "Workout.kind: expected one of easy, long,"),
        (Workout, {"kind": "easy", "title": "", "steps": "ab"}, "Workout.steps: expected an array, not 'ab'"),
        (
            Session,
            {"uid": "a", "day": "2027-01-25", "workout": None},
            "Session.workout: Workout: expected an",
        ),
        (datetime, "2027-01-25T07:12:00", "has no offset from UTC"),
    ],
)
def test_what_is_no_such_value_is_refused_with_the_field_that_is_wrong(kind, data, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        decode(kind, data)


def test_what_the_model_does_not_know_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError, match="the model has no object"):
        encode(object())
    with pytest.raises(TypeError, match="the model has no"):
        decode(dict, {})
