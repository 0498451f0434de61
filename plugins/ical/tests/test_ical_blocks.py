from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot_ical.blocks import split

FOREIGN = b"""\xef\xbb\xbfBEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Dentist//EN\r
BEGIN:VTIMEZONE\r
TZID:Home\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
SUMMARY:a folded\r
 BEGIN:VEVENT\r
BEGIN:VALARM\r
UID:alarm@surefoot\r
END:VALARM\r
UID;X-A=b:0123456789abcde\r
 f0123@surefoot\r
END:VEVENT\r
X-LATE:kept\r
END:VCALENDAR\r
\r
"""


def test_a_calendar_is_cut_into_components_whose_bytes_stay():
    parts = split(FOREIGN)

    assert [block.name for block in parts.blocks] == ["VTIMEZONE", "VEVENT"]
    assert all(block.raw in FOREIGN for block in parts.blocks)
    assert parts.head.endswith(b"PRODID:-//Dentist//EN\r\nX-LATE:kept\r\n")
    assert not parts.ours


def test_an_events_uid_is_read_over_folds_and_not_from_its_alarm():
    assert split(FOREIGN).blocks[1].uid == "0123456789abcdef0123@surefoot"


def test_what_is_named_like_surefoot_but_not_by_it_is_foreign():
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:friend@surefoot\nEND:VEVENT\nEND:VCALENDAR"

    assert split(text.encode()).own == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"week,mon,tue\n1,5k,rest\n", "does not begin as a calendar does"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "does not begin as a calendar does"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "breaks off before its end"),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\nEND:VCALENDAR",
            "has END:VTODO where something else ends",
        ),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n", "goes on after its end"),
    ],
)
def test_what_is_not_one_whole_calendar_is_refused_with_the_reason(data, why):
    with pytest.raises(ValueError, match=why):
        split(data)


@given(data=st.binary(max_size=300), at=st.integers(0, 400))
def test_any_bytes_are_cut_or_refused(data, at):
    damaged = FOREIGN[:at] + data + FOREIGN[at:]
    try:
        parts = split(damaged)
    except ValueError:
        return

    assert all(block.raw in damaged for block in parts.blocks)
