"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from surefoot.model import Unavailable
from surefoot.plugin import write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")


def test_a_new_file_holds_what_was_given_and_nothing_else_is_left(tmp_path: Path):
    write_atomically(tmp_path / "plan.ics", b"all of it")

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"plan.ics": b"all of it"}


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int):
    (tmp_path / "plan.ics").touch()
    (tmp_path / "plan.ics").chmod(mode)
    write_atomically(tmp_path / "plan.ics", b"new")

    assert stat.S_IMODE((tmp_path / "plan.ics").stat().st_mode) == mode


@posix
def test_a_private_file_and_the_folder_made_for_it_are_their_owners_alone(tmp_path: Path):
    path = tmp_path / "mine" / "token.json"
    write_atomically(path, b"{}", private=True)
    path.chmod(0o644)
    write_atomically(path, b"{}", private=True)

    assert [stat.S_IMODE(one.stat().st_mode) for one in (path.parent, path)] == [0o700, 0o600]


@posix
def test_a_link_keeps_pointing_where_it_did(tmp_path: Path):
    (tmp_path / "cloud").mkdir()
    (tmp_path / "plan.ics").symlink_to(tmp_path / "cloud" / "plan.ics")
    write_atomically(tmp_path / "plan.ics", b"new")

    assert (tmp_path / "plan.ics").is_symlink()
    assert (tmp_path / "cloud" / "plan.ics").read_bytes() == b"new"


@posix
def test_links_in_a_circle_are_told_in_words(tmp_path: Path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(Unavailable, match="cannot be written"):
        write_atomically(tmp_path / "a", b"new")


def test_what_a_killed_run_left_is_replaced(tmp_path: Path):
    (tmp_path / ".plan.ics.surefoot").write_bytes(b"half of")
    write_atomically(tmp_path / "plan.ics", b"whole")

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"plan.ics": b"whole"}


def test_where_the_disk_refuses_the_old_file_stands_and_the_callers_mend_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "plan.ics").write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Unavailable, match="No space left on device") as caught:
            write_atomically(tmp_path / "plan.ics", b"new", mend="empty the bin")
    assert caught.value.mend == "empty the bin"
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"plan.ics": b"old"}


def test_no_folder_is_made_for_a_file_that_is_not_private(tmp_path: Path):
    with pytest.raises(Unavailable, match="No such file"):
        write_atomically(tmp_path / "cloud" / "plan.ics", b"new")
    assert list(tmp_path.iterdir()) == []
