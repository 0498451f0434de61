import gzip
import os
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from recording_writers import Run, fit, gpx, tcx

from surefoot.plugin import Sport, Unavailable
from surefoot.testing import SourceContract
from surefoot_files.source import Files

BERLIN = timezone(timedelta(hours=1))
ALWAYS = (date(1990, 1, 1), date(2100, 1, 1))
OPENED: list[str] | None = None


def watch(event, arguments):
    if OPENED is not None and event == "open":
        OPENED.append(str(arguments[0]))


sys.addaudithook(watch)


def run(day, metres=10_000, hour=7):
    return Run(
        start=datetime(2027, 1, day, hour, 30, tzinfo=BERLIN), metres=metres, seconds=metres * 36 // 100
    )


def put(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)


def source(tmp_path):
    files = Files(path=tmp_path / "runs")
    files.bind(label="watch", folder=tmp_path / "private")
    return files


def read(tmp_path):
    files = source(tmp_path)
    found = sorted(files.activities(*ALWAYS), key=lambda one: one.start)
    return [(one.day.day, one.metres) for one in found], list(files.problems())


class TestFiles(SourceContract):
    window = (date(2027, 1, 18), date(2027, 1, 24))
    module = "surefoot_files"

    def make(self, folder: Path) -> Files:
        if not (folder / "runs").exists():
            put(
                folder / "runs",
                a__fit=fit(run(17)),
                b__tcx=tcx(run(18)),
                c__gpx=gpx(run(21)),
                d__fit=fit(run(24)),
            )
            put(folder / "runs", e__fit=fit(run(25)), copy__FIT=fit(run(24)), broken__gpx=b"<gpx>")
        return Files(path=folder / "runs")

    def remove(self, source: Files, folder: Path) -> str:
        (folder / "runs" / "c.gpx").unlink()
        return "2027-01-21T06:30:00Z-run"


def test_an_activity_has_the_day_and_the_offset_it_was_recorded_with(tmp_path):
    put(tmp_path / "runs", late__fit=fit(run(24, hour=0)))
    (one,) = source(tmp_path).activities(date(2027, 1, 24), date(2027, 1, 24))

    assert one.start == datetime(2027, 1, 23, 23, 30, tzinfo=UTC)
    assert (one.day, one.offset, one.sport, one.source) == (date(2027, 1, 24), 3600, Sport.RUN, "watch")


def test_nested_folders_packed_files_and_any_case_are_read(tmp_path):
    put(tmp_path / "runs", a__FIT=fit(run(4)), b__fit__gz=gzip.compress(fit(run(5))))
    put(tmp_path / "runs" / "2027", c__Tcx=tcx(run(6)), d__GPX__GZ=gzip.compress(gpx(run(7))))

    assert read(tmp_path) == ([(4, 10_000), (5, 10_000), (6, 10_000), (7, 10_000)], [])


def test_what_macos_leaves_in_a_folder_and_other_files_are_passed_over(tmp_path):
    put(tmp_path / "runs", a__fit=fit(run(4)), notes__txt=b"x")
    put(tmp_path / "runs" / "__MACOSX", b__fit=b"junk")
    (tmp_path / "runs" / "._a.fit").write_bytes(b"junk")

    assert read(tmp_path) == ([(4, 10_000)], [])


def test_a_file_that_cannot_be_read_is_named_with_its_reason_and_costs_nothing_else(tmp_path):
    put(
        tmp_path / "runs",
        good__fit=fit(run(4)),
        empty__fit=b"",
        text__fit=b"hello",
        cut__gz=b"",
        cut__fit__gz=b"\x1f\x8b\x08",
    )
    put(
        tmp_path / "runs",
        wrong__tcx=gpx(run(5)),
        packed__fit=gzip.compress(fit(run(5))),
        zipped__gpx=b"PK\3\4",
    )
    expected = [
        ("cut.fit.gz", "it is damaged or cut off: gzip cannot unpack it"),
        ("empty.fit", "it is empty"),
        ("packed.fit", "it is packed; rename it to .fit.gz"),
        ("text.fit", "it is no FIT file"),
        ("wrong.tcx", "its name says TCX but it holds GPX; rename it to .gpx"),
        ("zipped.gpx", "it is a zip; rename it to .zip"),
    ]
    found, problems = read(tmp_path)

    assert found == [(4, 10_000)]
    assert [(name, why.partition(" (")[0]) for name, why in problems] == expected
    assert read(tmp_path) == (found, problems)


def test_a_folder_that_is_named_like_a_file_is_looked_into(tmp_path):
    put(tmp_path / "runs")
    put(tmp_path / "runs" / "x.fit", a__fit=fit(run(4)))

    assert read(tmp_path) == ([(4, 10_000)], [])


def test_the_same_run_in_several_files_and_formats_is_one_activity_by_the_most_exact(tmp_path):
    put(tmp_path / "runs", z__fit=fit(run(4)), a__gpx=gpx(run(4)), b__tcx=tcx(run(4)), copy__fit=fit(run(4)))
    files = source(tmp_path)

    assert [(one.metres, one.offset) for one in files.activities(*ALWAYS)] == [(10_000, 3600)]


def test_a_renamed_file_holds_the_same_activity(tmp_path):
    put(tmp_path / "runs", a__fit=fit(run(4)))
    before = list(source(tmp_path).activities(*ALWAYS))
    (tmp_path / "runs" / "a.fit").rename(tmp_path / "runs" / "b.fit")

    assert list(source(tmp_path).activities(*ALWAYS)) == before


def test_links_that_lead_in_circles_are_followed_once(tmp_path):
    put(tmp_path / "runs", a__fit=fit(run(4)))
    (tmp_path / "runs" / "loop").symlink_to(tmp_path / "runs")
    (tmp_path / "runs" / "self").symlink_to("self")
    (tmp_path / "runs" / "gone.fit").symlink_to("nowhere.fit")

    assert read(tmp_path) == ([(4, 10_000)], [("gone.fit", "no such file or directory")])


def test_a_pipe_is_not_waited_for(tmp_path):
    put(tmp_path / "runs")
    os.mkfifo(tmp_path / "runs" / "pipe.fit")

    assert read(tmp_path)[1] == [("pipe.fit", "it is no ordinary file")]


def test_a_folder_that_is_not_there_is_unavailable_with_what_to_do(tmp_path):
    with pytest.raises(Unavailable, match="Make the folder") as error:
        list(source(tmp_path).activities(*ALWAYS))

    assert error.value.where == "[sources.watch] path"


def test_a_file_in_place_of_the_folder_is_unavailable(tmp_path):
    (tmp_path / "runs").write_text("x")

    with pytest.raises(Unavailable):
        list(source(tmp_path).activities(*ALWAYS))


def test_an_empty_folder_holds_nothing(tmp_path):
    put(tmp_path / "runs")

    assert read(tmp_path) == ([], [])


@pytest.fixture
def opened():
    global OPENED  # noqa: PLW0603 - an audit hook stays for good
    OPENED = []
    yield OPENED
    OPENED = None


def test_nothing_is_opened_again_until_it_changes(tmp_path, opened):
    put(tmp_path / "runs", a__fit=fit(run(4)), b__gpx=gpx(run(5)), broken__tcx=b"<x>")
    read(tmp_path)
    opened.clear()
    again = read(tmp_path)
    calm = [name for name in opened if "runs" in name]
    put(tmp_path / "runs", a__fit=fit(run(4, 12_000)), c__fit=fit(run(6)))
    opened.clear()
    changed = read(tmp_path)

    assert calm == []
    assert again[0] == [(4, 10_000), (5, 10_000)]
    assert changed[0] == [(4, 12_000), (5, 10_000), (6, 10_000)]
    assert sorted(Path(name).name for name in opened if "runs" in name) == ["a.fit", "c.fit"]


def test_a_reading_that_is_broken_off_is_not_lost(tmp_path, opened):
    put(tmp_path / "runs", a__fit=fit(run(4)), b__fit=fit(run(5)))
    reading = source(tmp_path).activities(*ALWAYS)
    next(reading)
    reading.close()
    opened.clear()
    found, _ = read(tmp_path)

    assert found == [(4, 10_000), (5, 10_000)]
    assert [Path(name).name for name in opened if "runs" in name] == ["b.fit"]


@pytest.mark.parametrize(
    "cached",
    [b"", b"{", b"[]", b'{"version": 1}', b'{"version": 1, "files": {"a.fit": [1]}}', b"\xff", b"[" * 99_999],
)
def test_a_damaged_memory_is_rebuilt(tmp_path, cached):
    put(tmp_path / "runs", a__fit=fit(run(4)))
    put(tmp_path / "private", read__json=cached)

    assert read(tmp_path) == ([(4, 10_000)], [])
    assert (tmp_path / "private" / "read.json").read_bytes() != cached


def test_a_private_folder_that_cannot_be_written_is_done_without(tmp_path):
    put(tmp_path / "runs", a__fit=fit(run(4)))
    (tmp_path / "private").write_text("a file where the folder should be")

    assert read(tmp_path) == ([(4, 10_000)], [])


def test_what_left_the_folder_is_forgotten(tmp_path):
    put(tmp_path / "runs", a__fit=fit(run(4)), b__fit=fit(run(5)))
    read(tmp_path)
    (tmp_path / "runs" / "a.fit").unlink()

    assert read(tmp_path) == ([(5, 10_000)], [])
    assert b"a.fit" not in (tmp_path / "private" / "read.json").read_bytes()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named_and_tried_again(tmp_path):
    put(tmp_path / "runs", a__fit=fit(run(4)))
    (tmp_path / "runs" / "a.fit").chmod(0)
    refused = read(tmp_path)
    (tmp_path / "runs" / "a.fit").chmod(0o600)

    assert refused == ([], [("a.fit", "permission denied")])
    assert read(tmp_path) == ([(4, 10_000)], [])


def test_a_name_that_is_no_text_can_be_told(tmp_path):
    put(tmp_path / "runs")
    Path(os.fsdecode(bytes(tmp_path / "runs") + b"/\xff.fit")).write_bytes(b"x")
    ((name, _),) = read(tmp_path)[1]

    assert name.encode() == b"?.fit"


def test_a_bomb_of_zeros_is_refused(tmp_path):
    put(tmp_path / "runs", bomb__fit__gz=gzip.compress(bytes(65 * 1024 * 1024)))

    assert read(tmp_path)[1] == [("bomb.fit.gz", "it is larger than 64 MB, more than any recording")]
