"""Opening a memory: none yet, older, newer, not ours, damaged, not writable."""

import os
import shutil
import sqlite3
import stat
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from surefoot.model import Note, Unavailable
from surefoot.store import Accepted, Store
from surefoot.store.connect import to_read, to_write
from surefoot.store.folder import make
from surefoot.store.migrate import APPLICATION
from surefoot.store.migrations import STEPS

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)
TODAY = date(2027, 1, 25)
MORE = (*STEPS, ("CREATE TABLE shoes (name TEXT) STRICT", "INSERT INTO shoes VALUES ('old pair')"))
NOBODY = 65534


def file_of(folder):
    return folder / ".surefoot" / "surefoot.db"


def fill(folder, text="windy"):
    with Store.open(folder, write=True) as store:
        store.add_entry(Note(day=TODAY, text=text), NOW)


def notes(folder):
    with Store.open(folder, write=False) as store:
        return [one.text for one in store.diary(TODAY).entries]


def everything(store):
    """Ask all there is to ask."""
    return (
        store.accepted(),
        store.decisions(),
        store.sets(),
        store.plan(),
        store.minted(),
        store.diary(TODAY),
        store.history(None, TODAY, UTC),
        store.published("calendar"),
    )


@pytest.fixture
def unprivileged(tmp_path):
    """A folder of somebody whom the system can refuse something, which it never does to root."""
    if os.geteuid() != 0:
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp())
    os.chown(folder, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        os.seteuid(0)
        shutil.rmtree(folder)


def test_reading_where_there_is_no_memory_answers_nothing_and_makes_nothing(tmp_path):
    with Store.open(tmp_path, write=False) as store:
        found = everything(store)

    assert found[0] == Accepted(base="0")
    assert not any(found[1:5])
    assert list(tmp_path.iterdir()) == []


def test_reading_leaves_a_memory_that_was_never_finished_alone(tmp_path):
    file_of(tmp_path).parent.mkdir()
    file_of(tmp_path).touch()

    assert notes(tmp_path) == []
    assert file_of(tmp_path).stat().st_size == 0
    fill(tmp_path)
    assert notes(tmp_path) == ["windy"]


def test_the_folder_is_private_and_ignored_by_git(tmp_path):
    fill(tmp_path)

    inside = tmp_path / ".surefoot"
    assert stat.S_IMODE(inside.stat().st_mode) == 0o700
    assert (inside / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert sorted(one.name for one in inside.iterdir()) == [".gitignore", "lock", "surefoot.db"]


def test_a_folder_of_any_name_can_be_opened(tmp_path):
    folder = tmp_path / "läufe 100%? #1;mode=ro&x"
    folder.mkdir()
    fill(folder)

    assert notes(folder) == ["windy"]


def test_a_folder_named_from_here_can_be_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fill(Path())

    assert notes(Path()) == ["windy"]


def test_the_file_says_whose_it_is(tmp_path):
    fill(tmp_path)

    data = file_of(tmp_path).read_bytes()
    assert data[60:64] == len(STEPS).to_bytes(4, "big")
    assert data[68:72] == APPLICATION.to_bytes(4, "big")


def test_an_older_memory_is_brought_up_to_date_in_one_transaction(tmp_path):
    fill(tmp_path)
    broken = (*MORE, ("CREATE TABLE socks (name TEXT) STRICT", "INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(Unavailable):
        to_write(tmp_path, broken)
    before = file_of(tmp_path).read_bytes()
    database = to_write(tmp_path, MORE)
    shoes = database.rows("SELECT name FROM shoes", make=str)
    database.close()

    assert before[60:64] == len(STEPS).to_bytes(4, "big")
    assert shoes == ["old pair"]
    assert file_of(tmp_path).read_bytes()[60:64] == len(MORE).to_bytes(4, "big")


def test_an_older_memory_is_read_as_if_it_were_up_to_date_and_not_touched(tmp_path):
    fill(tmp_path)
    before = file_of(tmp_path).read_bytes()

    database = to_read(tmp_path, MORE)
    shoes = database.rows("SELECT name FROM shoes", make=str)
    days = database.rows("SELECT day FROM diary", make=str)
    database.close()

    assert shoes == ["old pair"]
    assert days == ["2027-01-25"]
    assert file_of(tmp_path).read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_memory_is_refused_and_not_touched(tmp_path, write):
    make(tmp_path)
    to_write(tmp_path, MORE).close()
    before = file_of(tmp_path).read_bytes()

    with pytest.raises(Unavailable, match="newer Surefoot") as caught:
        Store.open(tmp_path, write=write)

    assert "pip install --upgrade surefoot" in str(caught.value)
    assert file_of(tmp_path).read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database_is_refused_and_not_touched(tmp_path, write):
    file_of(tmp_path).parent.mkdir()
    other = sqlite3.connect(file_of(tmp_path))
    other.execute("CREATE TABLE songs (name TEXT)")
    other.close()
    before = file_of(tmp_path).read_bytes()

    with pytest.raises(Unavailable, match="something else's"):
        Store.open(tmp_path, write=write)

    assert file_of(tmp_path).read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("data", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path, write, data):
    file_of(tmp_path).parent.mkdir()
    file_of(tmp_path).write_bytes(data)

    with pytest.raises(Unavailable, match="is damaged") as caught:
        Store.open(tmp_path, write=write)

    assert caught.value.where == str(file_of(tmp_path))
    assert caught.value.mend
    assert file_of(tmp_path).read_bytes() == data


def test_a_writer_that_was_refused_keeps_nobody_waiting(tmp_path):
    file_of(tmp_path).parent.mkdir()
    file_of(tmp_path).write_bytes(b"not a database at all" * 100)
    with pytest.raises(Unavailable):
        Store.open(tmp_path, write=True)
    file_of(tmp_path).unlink()

    with Store.open(tmp_path, write=True, wait=0) as store:
        assert store.accepted() == Accepted(base="0")


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / ".surefoot").write_text("mine", encoding="utf-8")

    with pytest.raises(Unavailable, match="cannot be written") as caught:
        Store.open(tmp_path, write=True)

    assert caught.value.where == str(tmp_path / ".surefoot")
    assert notes(tmp_path) == []
    assert (tmp_path / ".surefoot").read_text(encoding="utf-8") == "mine"


def test_a_training_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(Unavailable):
        Store.open(tmp_path / "gone", write=True)

    assert not (tmp_path / "gone").exists()


def test_a_memory_in_a_read_only_folder_can_be_read_but_not_written(unprivileged):
    fill(unprivileged)
    inside = unprivileged / ".surefoot"
    for path in (*inside.iterdir(), inside, unprivileged):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        assert notes(unprivileged) == ["windy"]
        with pytest.raises(Unavailable, match="cannot be written"):
            Store.open(unprivileged, write=True)
    finally:
        unprivileged.chmod(0o700)
        inside.chmod(0o700)


def test_a_read_only_training_folder_without_memory_says_so(unprivileged):
    unprivileged.chmod(0o500)
    try:
        assert notes(unprivileged) == []
        with pytest.raises(Unavailable, match="Permission denied") as caught:
            Store.open(unprivileged, write=True)
    finally:
        unprivileged.chmod(0o700)

    assert "writable" in str(caught.value.mend)


def test_a_read_only_file_in_a_writable_folder_is_refused_when_written(unprivileged):
    fill(unprivileged)
    file_of(unprivileged).chmod(0o400)

    with Store.open(unprivileged, write=True) as store, pytest.raises(Unavailable, match="cannot be written"):
        store.add_entry(Note(day=TODAY, text="lost"), NOW)
    assert notes(unprivileged) == ["windy"]


def test_a_memory_that_is_not_readable_says_so(unprivileged):
    fill(unprivileged)
    file_of(unprivileged).chmod(0)

    with pytest.raises(Unavailable, match="cannot be"):
        Store.open(unprivileged, write=False)


def test_a_folder_that_may_not_be_entered_says_so(unprivileged):
    fill(unprivileged)
    (unprivileged / ".surefoot").chmod(0)
    try:
        with pytest.raises(Unavailable, match="cannot be read"):
            Store.open(unprivileged, write=False)
        with pytest.raises(Unavailable, match="cannot be written"):
            Store.open(unprivileged, write=True)
    finally:
        (unprivileged / ".surefoot").chmod(0o700)
