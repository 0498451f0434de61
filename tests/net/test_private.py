"""Files that are the runner's alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from surefoot.model import ConfigError, Unavailable
from surefoot.net import load_private, save_private

posix = pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")


def test_what_was_saved_is_loaded(tmp_path: Path):
    save_private(tmp_path / "deep" / "token.json", {"a": [1, "ü"]})

    assert load_private(tmp_path / "deep" / "token.json", secret=True) == {"a": [1, "ü"]}


@posix
def test_it_is_the_owners_alone_also_where_another_was_there_before(tmp_path: Path):
    path = tmp_path / "token.json"
    path.write_text("{}")
    path.chmod(0o644)
    save_private(path, {"a": 1})

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
def test_a_login_that_others_can_read_is_refused_with_the_command_that_mends_it(tmp_path: Path):
    path = tmp_path / "token.json"
    save_private(path, {"a": 1})
    path.chmod(0o640)

    with pytest.raises(ConfigError) as caught:
        load_private(path, secret=True)
    assert caught.value.mend == f"chmod 600 '{path}'"


@pytest.mark.parametrize("content", ["", "{", "\x00\xff"])
def test_what_is_damaged_is_nothing(tmp_path: Path, content: str):
    (tmp_path / "token.json").write_text(content, encoding="latin-1")

    assert load_private(tmp_path / "token.json") is None


def test_where_it_cannot_be_written_what_was_there_stands(tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(Unavailable):
        save_private(tmp_path / "file" / "token.json", {})
