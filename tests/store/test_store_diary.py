"""What the runner reported."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.model import Diary, DiaryEntry, Note, Pain, Sore
from surefoot.store import Store

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, write=True) as opened:
        yield opened


def test_entries_come_back_by_day_then_as_they_were_reported(store):
    monday = Pain(day=date(2027, 1, 25), where="left knee", score=4, when="during", signs=("sharp",))
    sunday = Sore(day=date(2027, 1, 24))
    morning = Pain(day=date(2027, 1, 25), where="left knee", score=1, when="morning")
    for entry in (monday, sunday, morning):
        store.add_entry(entry, NOW)

    assert store.diary(date(2027, 1, 25)) == Diary(entries=(sunday, monday, morning))
    assert store.diary(date(2027, 1, 24)) == Diary(entries=(sunday,))


def test_an_entry_can_be_removed_and_its_number_is_not_used_again(store):
    first = store.add_entry(Note(day=date(2027, 1, 25), text="windy"), NOW)
    second = store.add_entry(Note(day=date(2027, 1, 25), text="caf\udce9"), NOW)

    store.remove_entry(second)
    store.remove_entry(99)

    assert [one.text for one in store.diary(date(2027, 1, 25)).entries] == ["windy"]
    assert store.add_entry(Note(day=date(2027, 1, 25), text="calm"), NOW) == second + 1 == first + 2


@settings(max_examples=40, deadline=None)
@given(entries=st.lists(st.from_type(DiaryEntry), max_size=5))
def test_every_entry_is_remembered(tmp_path_factory, entries):
    folder = tmp_path_factory.mktemp("folder")
    with Store.open(folder, write=True) as store:
        for entry in entries:
            store.add_entry(entry, NOW)

    with Store.open(folder, write=False) as store:
        assert store.diary(date.max).entries == tuple(sorted(entries, key=lambda one: one.day))


MONDAY, SUNDAY = date(2027, 1, 25), date(2027, 1, 24)


def told(store):
    return store.diary(date.max).entries


def test_what_a_source_tells_again_replaces_what_it_told_and_never_the_runners_own(store):
    own = Sore(day=SUNDAY, where="calf")
    store.add_entry(own, NOW)
    for entries in ([Sore(day=SUNDAY), Sore(day=MONDAY)], [Sore(day=MONDAY)], [Sore(day=MONDAY)]):
        store.put_entries("icu", SUNDAY, MONDAY, entries, NOW)

    assert told(store) == (own, Sore(day=MONDAY))
    store.put_entries("icu", MONDAY, MONDAY, [], NOW)
    assert told(store) == (own,)


def test_of_one_day_the_runners_own_word_is_the_last(store):
    store.add_entry(Note(day=MONDAY, text="fine"), NOW)
    store.put_entries("icu", MONDAY, MONDAY, [Note(day=MONDAY, text="tired")], NOW)

    assert [one.text for one in told(store)] == ["tired", "fine"]


def test_a_source_that_is_gone_takes_its_entries_with_it(store):
    store.add_entry(Sore(day=MONDAY, where="calf"), NOW)
    for source in ("icu", "other"):
        store.put_entries(source, SUNDAY, MONDAY, [Note(day=MONDAY, text=source)], NOW)

    store.keep_entries_of(("other",))

    assert told(store) == (Note(day=MONDAY, text="other"), Sore(day=MONDAY, where="calf"))
