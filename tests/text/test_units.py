import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import PlanError, Unit
from surefoot.text.units import brief, distance, duration, pace, parse_distance, parse_duration, parse_pace


@pytest.mark.parametrize(
    ("text", "unit", "metres"),
    [
        ("27 km", Unit.KM, 27000),
        ("5mi", Unit.KM, 8047),
        ("800m", Unit.MI, 800),
        ("7,5k", Unit.KM, 7500),
        ("8", Unit.KM, 8000),
        ("1,600 m", Unit.KM, 1600),
        ("1.200m", Unit.KM, 1200),
        ("8", Unit.MI, 12875),
        (" 21.0975 KM ", Unit.KM, 21098),
        ("26.2 miles", Unit.KM, 42165),
    ],
)
def test_a_distance_is_read_as_a_person_writes_it(text, unit, metres):
    assert parse_distance(text, unit) == metres


@pytest.mark.parametrize(
    "text", ["-5k", "0", "0.0001k", "nan", "inf", "301k", "9" * 50, "", "k", "8 x", "5,,5k", "٣e5", "1e5"]
)
def test_what_is_no_distance_is_refused_with_a_way_out(text):
    with pytest.raises(PlanError) as caught:
        parse_distance(text, Unit.KM)

    assert caught.value.mend


@pytest.mark.parametrize(
    ("metres", "unit", "text"),
    [
        (6500, Unit.KM, "6.5 km"),
        (27000, Unit.KM, "27.0 km"),
        (21097, Unit.KM, "21.1 km"),
        (8250, Unit.KM, "8.25 km"),
        (8047, Unit.MI, "5.0 mi"),
        (7242, Unit.MI, "4.5 mi"),
        (402, Unit.MI, "0.25 mi"),
        (0, Unit.KM, "0.0 km"),
    ],
)
def test_a_distance_is_shown_with_one_decimal_or_two_when_odd(metres, unit, text):
    assert distance(metres, unit) == text


def test_a_brief_distance_drops_a_decimal_that_is_nought():
    assert brief(10_000, Unit.KM) == "10 km"
    assert brief(6_500, Unit.KM) == "6.5 km"


@given(st.integers(1, 300_000), st.sampled_from(Unit))
def test_a_shown_distance_is_read_back_within_ten_metres(metres, unit):
    shown = distance(max(metres, 100), unit)

    assert abs(parse_distance(shown, Unit.KM) - max(metres, 100)) <= 10


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45min", 2700),
        ("1h30", 5400),
        ("90s", 90),
        ("1:30:00", 5400),
        ("45:00", 2700),
        ("2min30s", 150),
        ("1 h 30 min", 5400),
        ("1.5h", 5400),
        ("2 hours", 7200),
        ("45'", 2700),
        ("7,5 min", 450),
    ],
)
def test_a_duration_is_read_as_a_person_writes_it(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "45", "0min", "-5min", "25h", "1:75", "min", "nan", "1h90", "8k"])
def test_what_is_no_duration_is_refused_with_a_way_out(text):
    with pytest.raises(PlanError) as caught:
        parse_duration(text)

    assert caught.value.mend


@given(st.integers(1, 86_400))
def test_a_shown_duration_is_read_back(seconds):
    assert parse_duration(duration(seconds)) == seconds


def test_a_duration_is_shown_short():
    assert [duration(s) for s in (1800, 5400, 90, 60, 150)] == [
        "30 min",
        "1 h 30 min",
        "90 s",
        "1 min",
        "2 min 30 s",
    ]


@given(st.integers(120, 1800))
def test_a_shown_pace_is_read_back(seconds):
    assert parse_pace(pace(seconds, Unit.KM)) == seconds
    assert parse_pace(pace(seconds, Unit.MI)) == seconds


def test_a_bare_pace_is_per_the_given_unit():
    assert parse_pace("6:30") == 390
    assert parse_pace("10:28", Unit.MI) == 390
    assert parse_pace("10:28 min/mi") == 390


@pytest.mark.parametrize("text", ["6:75/km", "1:00/km", "59:00/km", "6.5", "", "6:30/h"])
def test_what_is_no_pace_is_refused_with_a_way_out(text):
    with pytest.raises(PlanError) as caught:
        parse_pace(text)

    assert caught.value.mend
