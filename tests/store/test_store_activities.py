"""What a source gave is kept slice by slice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.model import Activity, Span, Sport, Unavailable
from surefoot.store import Slice, Store

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)
FIRST = date(2027, 1, 1)
LAST = date(2027, 1, 25)


def run(key, day=date(2027, 1, 24), **more):
    given = {"sport": Sport.RUN, "start": datetime.combine(day, time(8), tzinfo=UTC), "metres": 8000}
    return Activity(id=key, **({"seconds": 2400, "source": "runs"} | given | more))


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, write=True) as opened:
        yield opened


def put(store, *activities, since=FIRST, until=LAST, source="runs"):
    return store.put_slice(source, since, until, activities, NOW)


def test_an_activity_comes_back_as_it_was_given(store):
    full = run(
        "watch/2027-01-24.fit",
        offset=3600,
        elapsed=2500,
        ascent=80,
        descent=75,
        title="Easy 8",
        also=("strava-1",),
        notes=("rebuilt from records",),
    )
    plain = run("a", date(2027, 1, 23))

    put(store, full, plain)

    assert store.activities() == (plain, full)


def test_a_slice_says_what_is_new_changed_and_removed(store):
    assert put(store, run("b"), run("a")) == Slice(new=("a", "b"))
    assert put(store, run("b", metres=9000), run("c")) == Slice(new=("c",), changed=("b",), removed=("a",))
    assert put(store, run("b", metres=9000), run("c")) == Slice()


def test_a_slice_touches_neither_other_days_nor_other_sources(store):
    old = run("old", date(2026, 12, 31))
    put(store, old, since=date(2026, 12, 1), until=date(2026, 12, 31))
    put(store, run("a", source="garmin"), source="garmin")

    put(store, run("b"))
    put(store)

    assert [one.id for one in store.activities()] == ["old", "a"]


def test_an_activity_that_moved_to_another_day_is_kept_once(store):
    put(store, run("a"))

    assert put(store, run("a", date(2027, 1, 2))) == Slice(changed=("a",))
    assert [one.day for one in store.activities()] == [date(2027, 1, 2)]


def test_a_source_that_breaks_late_changes_nothing(store):
    put(store, run("a"), until=date(2027, 1, 24))

    def late():
        yield run("b")
        raise RuntimeError("the platform hung up")

    with pytest.raises(RuntimeError):
        store.put_slice("runs", FIRST, LAST, late(), NOW)

    assert [one.id for one in store.activities()] == ["a"]
    assert store.coverage("runs") == (Span(source="runs", since=FIRST, until=date(2027, 1, 24)),)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"metres": 8000.5}, "metres is 8000.5, not a whole number"),
        ({"metres": None}, "metres is None"),
        ({"ascent": "80"}, "ascent is '80'"),
        ({"start": datetime(2027, 1, 24, 8)}, "has no offset from UTC"),  # noqa: DTZ001 - that is the mistake
        ({"sport": "running"}, "not a valid Sport"),
    ],
)
def test_an_activity_unlike_the_model_is_refused_with_its_slice(store, wrong, message):
    with pytest.raises(ValueError, match=message):
        put(store, run("a"), run("b", **wrong))

    assert store.activities() == ()


def test_a_name_in_another_encoding_is_kept_readable(store):
    put(store, run("caf\udce9.fit", title="caf\udce9", notes=("caf\udce9",)))

    (found,) = store.activities()
    assert (found.id, found.title, found.notes) == ("caf\\udce9.fit", "caf\\udce9", ("caf\udce9",))


def test_a_start_is_told_in_its_own_offset_or_else_in_the_runners_zone(store):
    late = datetime(2027, 1, 24, 23, 30, tzinfo=UTC)
    put(store, run("known", start=late, offset=-18000), run("unknown", start=late))

    known, unknown = store.activities(zone=ZoneInfo("Europe/Berlin"))

    assert known.start.utcoffset() == timedelta(hours=-5)
    assert known.day == date(2027, 1, 24)
    assert unknown.start.tzinfo == ZoneInfo("Europe/Berlin")
    assert unknown.day == date(2027, 1, 25)


def test_what_came_after_a_day_is_hidden_by_the_runners_day(store):
    late = datetime(2027, 1, 24, 23, 30, tzinfo=UTC)
    put(store, run("a", start=late, offset=-18000), run("b", start=late, offset=7200))

    assert [one.id for one in store.activities(date(2027, 1, 24))] == ["a"]
    assert [one.id for one in store.activities(date(2027, 1, 25))] == ["a", "b"]


def test_the_source_is_the_label_it_is_stored_under(store):
    put(store, run("a", source="Garmin Connect"))

    assert store.activities()[0].source == "runs"


def test_a_folder_of_any_age_is_read(store):
    put(store, run("a", date(1990, 1, 1)), since=date(1990, 1, 1))

    assert [one.id for one in store.activities(date(9999, 12, 29))] == ["a"]


def test_a_memory_opened_to_read_is_never_written(tmp_path):
    with Store.open(tmp_path, write=True):
        pass
    with Store.open(tmp_path, write=False) as reader, pytest.raises(AssertionError, match="for reading"):
        put(reader, run("a"))


OFFSETS = st.none() | st.integers(-12 * 4, 14 * 4).map(lambda quarters: quarters * 900)
RUNS = st.builds(
    run,
    st.sampled_from("abcdef"),
    start=st.integers(0, 11 * 86400).map(
        lambda seconds: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    ),
    offset=OFFSETS,
    metres=st.integers(0, 3),
)
DAYS = st.integers(0, 12).map(lambda number: FIRST + timedelta(days=number))


@settings(max_examples=60, deadline=None)
@given(
    slices=st.lists(
        st.tuples(DAYS, DAYS, st.lists(RUNS, max_size=5, unique_by=lambda one: one.id)), max_size=6
    )
)
def test_the_memory_holds_what_the_last_answers_held(tmp_path_factory, slices):
    expected = {}
    with Store.open(tmp_path_factory.mktemp("folder"), write=True) as store:
        for one, other, found in slices:
            since, until = sorted((one, other))
            inside = [each for each in found if since <= each.day <= until]
            before = dict(expected)
            expected = {key: each for key, each in expected.items() if not since <= each.day <= until} | {
                each.id: each for each in inside
            }
            counted = put(store, *inside, since=since, until=until)

            assert set(counted.new) == expected.keys() - before.keys()
            assert set(counted.removed) == before.keys() - expected.keys()
        kept = store.activities()

    assert kept == tuple(sorted(expected.values(), key=lambda each: (each.start, each.id)))
    assert [each.day for each in kept] == [expected[each.id].day for each in kept]


def test_a_full_disk_says_so_and_keeps_what_was_there(store):
    put(store, run("a"))
    pages = store._database.row("PRAGMA page_count", make=int)
    store._database.row(f"PRAGMA max_page_count = {pages}", make=int)

    with pytest.raises(Unavailable, match="the disk is full") as caught:
        put(store, *(run(f"{number:05}", title="x" * 500) for number in range(500)))

    assert "free some space" in str(caught.value)
    assert [one.id for one in store.activities()] == ["a"]


def test_a_day_that_a_source_cannot_tell_all_of_stays_unknown_and_loses_nothing(store):
    put(store, run("a", date(2027, 1, 10)), run("b", date(2027, 1, 12)), until=date(2027, 1, 15))
    gap = date(2027, 1, 20)

    store.put_slice("runs", FIRST, LAST, [run("c", gap)], NOW, gaps=[date(2027, 1, 10), gap])

    assert [one.id for one in store.activities()] == ["a", "c"]
    assert store.coverage("runs") == (
        Span(source="runs", since=FIRST, until=date(2027, 1, 19)),
        Span(source="runs", since=date(2027, 1, 21), until=LAST),
    )
