"""A workout that is written as FIT is read back by Garmin's own kit as what was meant."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from garmin_fit_sdk import Decoder, Stream
from hypothesis import given
from hypothesis import strategies as st

from surefoot.plugin import Dose, Effort, Kind, Repeat, Session, Step, Unit, Workout, parse_sessions
from surefoot_workouts.message import checksum
from surefoot_workouts.workout import encode, fidelity

efforts = st.one_of(
    st.none(),
    st.builds(
        lambda hi, more: Effort(lo=hi + more, hi=hi, of="pace"), st.integers(150, 600), st.integers(0, 60)
    ),
    st.builds(
        lambda lo, more: Effort(lo=lo, hi=lo + more, of="hr"), st.integers(90, 180), st.integers(0, 20)
    ),
)
roles = st.sampled_from(["warmup", "work", "recovery", "cooldown", "rest"])
steps = st.one_of(
    st.builds(Step, role=roles, metres=st.integers(100, 40_000), effort=efforts),
    st.builds(Step, role=roles, seconds=st.integers(10, 20_000), effort=efforts),
    st.builds(Step, role=roles),
)
parts = st.lists(
    st.one_of(
        steps,
        st.builds(Repeat, times=st.integers(2, 30), steps=st.lists(steps, min_size=1, max_size=3).map(tuple)),
    ),
    min_size=1,
    max_size=8,
).map(tuple)


def session(workout: Workout) -> Session:
    """The workout on a day, changed last on another."""
    revised = datetime(2027, 1, 25, 11, tzinfo=UTC)
    return Session(uid="half-1", day=date(2027, 1, 26), workout=workout, revised=revised)


def read(workout: Workout) -> dict[str, list[dict[str, Any]]]:
    """What Garmin's kit makes of the file; any error is one here."""
    assert decoder(workout).is_fit()
    assert decoder(workout).check_integrity()
    messages, errors = decoder(workout).read()
    assert errors == []
    return messages


def decoder(workout: Workout) -> Decoder:
    """Garmin's kit over the file; it reads once."""
    return Decoder(Stream.from_byte_array(bytearray(encode(session(workout)))))


def written(text: str) -> Workout:
    """The workout of one session as a person writes it."""
    return parse_sessions(text, Unit.KM)[0]


@given(parts)
def test_every_length_target_and_repeat_comes_back(all_parts: tuple[Step | Repeat, ...]) -> None:
    found = read(Workout(kind=Kind.QUALITY, title="Any", steps=all_parts))["workout_step_mesgs"]

    assert _told(found) == [line for one in all_parts for line in _meant(one)]


def _meant(part: Step | Repeat) -> list[tuple[object, ...]]:
    if isinstance(part, Repeat):
        return [*(_step(one) for one in part.steps), ("repeat", part.times, len(part.steps))]
    return [_step(part)]


def _step(step: Step) -> tuple[object, ...]:
    length = ("open", None)
    if step.metres is not None:
        length = ("distance", step.metres)  # type: ignore[assignment]
    elif step.seconds is not None:
        length = ("time", step.seconds)  # type: ignore[assignment]
    return (*length, _aim(step.effort))


def _aim(effort: Effort | None) -> tuple[object, ...]:
    if effort is None:
        return ("open",)
    if effort.of == "hr":
        return ("heart_rate", effort.lo + 100, effort.hi + 100)
    return ("speed", *((1_000_000 + pace // 2) // pace for pace in (effort.lo, effort.hi)))


def _told(found: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    lines: list[tuple[object, ...]] = []
    for number, one in enumerate(found):
        assert one["message_index"] == number
        if one["duration_type"] == "repeat_until_steps_cmplt":
            lines.append(("repeat", one["repeat_steps"], number - one["duration_step"]))
        else:
            length = one.get("duration_distance", one.get("duration_time"))
            aim: tuple[object, ...] = (one["target_type"],)
            if one["target_type"] == "speed":
                aim = ("speed", *(round(one[f"custom_target_speed_{end}"] * 1000) for end in ("low", "high")))
            elif one["target_type"] == "heart_rate":
                aim = ("heart_rate", *(one[f"custom_target_heart_rate_{end}"] for end in ("low", "high")))
            lines.append((one["duration_type"], length, aim))
    return lines


def test_a_repeat_begins_where_its_first_step_stands() -> None:
    steps = read(written("6x800m @4:00-4:10/km r 90s"))["workout_step_mesgs"]

    assert [one.get("intensity") for one in steps] == ["warmup", "active", "recovery", None, "cooldown"]
    assert (steps[3]["duration_step"], steps[3]["repeat_steps"]) == (1, 6)


def test_the_file_says_what_it_is_and_when_it_last_changed() -> None:
    found = read(written("8k easy"))

    assert found["file_id_mesgs"][0]["type"] == "workout"
    assert found["file_id_mesgs"][0]["time_created"] == datetime(2027, 1, 25, 11, tzinfo=UTC)
    assert found["workout_mesgs"][0]["sport"] == "running"
    assert found["workout_mesgs"][0]["wkt_name"] == "Easy"
    assert found["workout_mesgs"][0]["num_valid_steps"] == 1


def test_an_exercise_is_a_step_with_its_repetitions_and_its_rest() -> None:
    doses = (
        Dose(exercise="calf-raise", sets=3, reps=8, rest=60),
        Dose(exercise="wall-sit", sets=2, seconds=45, rest=0),
    )
    found = read(Workout(kind=Kind.STRENGTH, title="Strength 30 min", doses=doses))

    assert found["workout_mesgs"][0]["sub_sport"] == "strength_training"
    assert [(one.get("wkt_step_name"), one["duration_type"]) for one in found["workout_step_mesgs"]] == [
        ("Calf raise", "reps"),
        (None, "time"),
        (None, "repeat_until_steps_cmplt"),
        ("Wall sit", "time"),
        (None, "repeat_until_steps_cmplt"),
    ]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("8k easy", "exact"),
        ("45min easy", "exact"),
        ("6x800m @4:00/km r 90s", "exact"),
        ("20min @hr140-150", "exact"),
        ("6x800m @5k r 90s", "degraded"),
        ("20min @rpe6-7", "degraded"),
        ("easy", "degraded"),
        ("rest", "unsupported"),
    ],
)
def test_what_a_watch_would_not_follow_is_said(text: str, level: str) -> None:
    assert fidelity(written(text)).level == level


def test_words_longer_than_a_field_are_cut_between_characters() -> None:
    step = Step(metres=1000, text="ü" * 60)

    name = read(Workout(kind=Kind.QUALITY, title="ß" * 90, steps=(step,)))["workout_step_mesgs"][0][
        "wkt_step_name"
    ]

    assert set(name) == {"ü"}


def test_the_checksum_is_the_one_that_the_protocol_publishes() -> None:
    assert checksum(b"123456789") == 0xBB3D
